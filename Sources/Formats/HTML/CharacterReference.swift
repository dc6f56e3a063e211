/// A character reference of HTML: `&amp;`, `&#58;`, `&#x3A;`.
package enum CharacterReference {
  /// The longest reference looked for, so that a page of ampersands takes no more than its length.
  private static let longest = 12

  /// The end of the reference at the start of a text and the character it stands for; nil when there is none.
  ///
  /// A reference must end with a semicolon; numbers that are no characters stand for U+FFFD.
  package static func resolve<Bytes: Collection<UInt8>>(
    _ text: Bytes
  ) -> (end: Int, scalar: Unicode.Scalar)? where Bytes.Index == Int {
    guard text.first == UInt8(ascii: "&"),
      let semicolon = text.prefix(longest).firstIndex(of: UInt8(ascii: ";")), semicolon > text.startIndex + 1
    else { return nil }
    let name = text[(text.startIndex + 1)..<semicolon]
    let scalar: Unicode.Scalar?
    if name.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
      let number = UInt32(
        String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      guard let number else { return nil }
      scalar = number == 0 ? "\u{FFFD}" : windows1252[number] ?? Unicode.Scalar(number) ?? "\u{FFFD}"
    } else {
      scalar = named[String(decoding: name, as: UTF8.self)]
    }
    return scalar.map { (semicolon + 1, $0) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«",
    "raquo": "»", "mdash": "—", "ndash": "–", "minus": "\u{2212}", "hellip": "…", "middot": "·", "bull": "•",
    "times": "×", "divide": "÷", "yen": "¥", "copy": "©", "reg": "®", "deg": "°", "ge": "≥", "le": "≤", "shy": "\u{AD}",
    "zwnj": "\u{200C}", "zwj": "\u{200D}",
  ]

  /// What pages mean by numbers that are control characters in Unicode.
  private static let windows1252: [UInt32: Unicode.Scalar] = [
    0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
  ]
}
