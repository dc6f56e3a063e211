package import System

extension PathBytes {
  /// A path, or a text in which one stands, as people read it: bytes that are no UTF-8 as the characters of GB18030 they
  /// spell, since older Chinese systems name files so; any other byte as `\xE9`.
  package static func legible(_ text: String) -> String {
    guard hasStandIns(text) else { return text }
    let characters = Array(text.unicodeScalars)
    var legible = ""
    var index = 0
    while index < characters.count {
      guard let first = byte(of: characters[index]) else {
        legible.unicodeScalars.append(characters[index])
        index += 1
        continue
      }
      // A character of GB18030 has two bytes or four, of which the first is never ASCII and others may be.
      let following = characters[(index + 1)...].prefix(3).map { byte(of: $0) ?? UInt8(exactly: $0.value) }
      let bytes = [first] + following.prefix { $0 != nil }.compactMap(\.self)
      let lengths = [2, 4].filter { $0 <= bytes.count }
      if let (length, character) = lengths.lazy.compactMap({ length in
        character(of: Array(bytes[..<length])).map { (length, $0) }
      }).first {
        legible += character
        index += length
      } else {
        legible += "\\x" + String(first, radix: 16, uppercase: true)
        index += 1
      }
    }
    return legible
  }

  /// The byte that a character stands for; nil for any other.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    let text = String(scalar)
    return hasStandIns(text) ? bytes(of: text).first : nil
  }

  /// The one character that bytes spell in GB18030; nil where they spell none, or several.
  private static func character(of bytes: [UInt8]) -> String? {
    guard case .converted(let utf8) = GB18030Conversion.convert(bytes) else { return nil }
    let text = String(decoding: utf8, as: UTF8.self)
    return text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy { $0.value >= 0x80 } ? text : nil
  }
}
