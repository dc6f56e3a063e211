/// The writing of XML texts, always the same for the same content.
struct XMLWriter: ~Copyable {
  /// How characters are written that XML does not allow.
  enum Forbidden {
    /// By the escapes of workbooks, `_x000B_`, from which they come back.
    case escaped
    /// As U+FFFD: nothing reads the escapes of workbooks elsewhere.
    case replaced
  }

  private let forbidden: Forbidden
  private var buffer = ByteBuffer()

  init(forbidden: Forbidden = .escaped) {
    self.forbidden = forbidden
    buffer.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
  }

  /// All that was written so far.
  var utf8: [UInt8] { buffer.bytes }

  /// Writes an element; attributes without a value are left out.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    begin(name, attributes)
    buffer.write("/>")
  }

  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    begin(name, attributes)
    buffer.write(ASCII.greaterThan)
    write(escaping: text, inAttribute: false)
    end(name)
  }

  mutating func element<Failure: Error>(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    content: (inout XMLWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin(name, attributes)
    buffer.write(ASCII.greaterThan)
    try content(&self)
    end(name)
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    buffer.write(ASCII.lessThan)
    buffer.write(name)
    for case (let key, let value?) in attributes {
      buffer.write(ASCII.space)
      buffer.write(key)
      buffer.write("=\"")
      write(escaping: value, inAttribute: true)
      buffer.write(ASCII.quote)
    }
  }

  private mutating func end(_ name: String) {
    buffer.write("</")
    buffer.write(name)
    buffer.write(ASCII.greaterThan)
  }

  // MARK: In pieces

  /// Writes signs that stand as they are: for the one element of which a part has thousands.
  mutating func write(markup: StaticString) { buffer.write(markup) }

  /// Writes a number by its digits, as text or in an attribute.
  mutating func write(digitsOf number: Int) { buffer.write(digitsOf: number) }

  /// Writes a byte of text that needs no escape.
  mutating func write(plain byte: UInt8) { buffer.write(byte) }

  /// Writes text, in an attribute or between tags.
  mutating func write(escaping text: String, inAttribute: Bool) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard Self.isPlain(bytes) else { return false }
      buffer.write(bytes)
      return true
    }
    if !isPlain {
      write(
        references: forbidden == .escaped ? EscapedText.escaping(text) : Self.replacingForbidden(text),
        inAttribute: inAttribute)
    }
  }

  private mutating func write(references text: String, inAttribute: Bool) {
    for byte in text.utf8 {
      switch byte {
      case ASCII.ampersand: buffer.write("&amp;")
      case ASCII.lessThan: buffer.write("&lt;")
      case ASCII.greaterThan: buffer.write("&gt;")
      case ASCII.quote where inAttribute: buffer.write("&quot;")
      // As they are they would come back as spaces.
      case ASCII.lineFeed where inAttribute: buffer.write("&#10;")
      case ASCII.tab where inAttribute: buffer.write("&#9;")
      default: buffer.write(byte)
      }
    }
  }

  /// The text with U+FFFD for what XML does not allow (2.2 of XML).
  private static func replacingForbidden(_ text: String) -> String {
    func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var replaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { replaced.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
    return String(replaced)
  }

  /// Whether bytes stand as they are wherever they stand: there is no sign of XML in them, nothing that could begin an escape of
  /// workbooks (`_x000B_`), and no character that XML does not allow, of which those beyond ASCII begin with 0xEF 0xBF.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case 0..<0x20, ASCII.ampersand, ASCII.lessThan, ASCII.greaterThan, ASCII.quote, ASCII.underscore: return false
      case 0xEF where index + 1 == bytes.count || bytes[index + 1] == 0xBF: return false
      default: break
      }
    }
    return true
  }
}
