/// The spelling of characters that XML does not allow, such as _x000B_, in the texts of a workbook.
enum EscapedText {
  /// The text as it is to stand in XML: what could be taken for an escape is escaped at its underscore.
  static func escaping(_ text: String) -> String {
    // Nearly all texts stand as they are; 0xEF begins U+FFFE and U+FFFF, among others.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == ASCII.underscore || $0 == 0xEF }) else { return text }
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { needsEscape($0) || $0 == "_" }) else { return text }
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if needsEscape(scalar) || scalar == "_" && beginsEscape(scalars[index...]) {
        escaped.append(contentsOf: escape(scalar.value).unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The text with its `_x000D_` escapes resolved; an escape that is half of a character stays as written.
  static func resolving(_ text: String) -> String {
    guard text.utf8.contains(ASCII.underscore) else { return text }
    let utf8 = Array(text.utf8)
    var resolved: [UInt8] = []
    var offset = 0
    while offset < utf8.count {
      guard let unit = escapedUnit(in: utf8, at: offset) else {
        resolved.append(utf8[offset])
        offset += 1
        continue
      }
      if let bytes = Unicode.Scalar(unit).flatMap({ UTF8.encode($0) }) {
        resolved += bytes
        offset += 7
      } else if unit < 0xDC00, let low = escapedUnit(in: utf8, at: offset + 7), low & 0xFC00 == 0xDC00,
        let bytes = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)).flatMap({ UTF8.encode($0) })
      {
        resolved += bytes
        offset += 14
      } else {
        resolved += utf8[offset..<(offset + 7)]
        offset += 7
      }
    }
    return String(decoding: resolved, as: UTF8.self)
  }

  /// The UTF-16 unit of an escape that begins at an offset, nil when none does.
  private static func escapedUnit(in utf8: [UInt8], at offset: Int) -> UInt32? {
    guard offset + 7 <= utf8.count, utf8[offset] == ASCII.underscore, utf8[offset + 1] == UInt8(ascii: "x"),
      utf8[offset + 6] == ASCII.underscore
    else { return nil }
    var unit: UInt32 = 0
    for byte in utf8[(offset + 2)..<(offset + 6)] {
      guard let digit = ASCII.hexadecimalValue(byte) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// A carriage return would come back as a line feed.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  /// Whether an underscore is followed by all that makes an escape; what is escaped itself begins with an underscore.
  private static func beginsEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let next = scalars.dropFirst().prefix(6)
    guard next.count == 6, next.first == "x", let last = next.last, last == "_" || needsEscape(last) else {
      return false
    }
    return next.dropFirst().dropLast().allSatisfy { scalar in
      scalar.isASCII && ASCII.hexadecimalValue(UInt8(truncatingIfNeeded: scalar.value)) != nil
    }
  }

  private static func escape(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
  }
}
