/// The writing of XML texts, always the same for the same content.
struct XMLWriter {
  /// How characters are written that XML does not allow.
  enum Forbidden {
    /// By the escapes of workbooks, `_x000B_`, from which they come back.
    case escaped
    /// As U+FFFD: nothing reads the escapes of workbooks elsewhere.
    case replaced
  }

  private let forbidden: Forbidden
  private(set) var utf8 = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)

  init(forbidden: Forbidden = .escaped) { self.forbidden = forbidden }

  /// Writes an element; attributes without a value are left out.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    begin(name, attributes)
    write("/>")
  }

  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    begin(name, attributes)
    write(">")
    write(escaping: text, inAttribute: false)
    end(name)
  }

  mutating func element<Failure: Error>(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    content: (inout XMLWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin(name, attributes)
    write(">")
    try content(&self)
    end(name)
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    write("<")
    write(name)
    for case (let key, let value?) in attributes {
      write(" ")
      write(key)
      write("=\"")
      write(escaping: value, inAttribute: true)
      write("\"")
    }
  }

  private mutating func end(_ name: String) {
    write("</")
    write(name)
    write(">")
  }

  private mutating func write(_ text: String) {
    // Copied in one piece: a view of bytes is copied byte by byte.
    var text = text
    text.withUTF8 { utf8.append(contentsOf: $0) }
  }

  private mutating func write(escaping text: String, inAttribute: Bool) {
    let text = forbidden == .escaped ? EscapedText.escaping(text) : Self.replacingForbidden(text)
    guard text.utf8.contains(where: Self.isSpecial) else { return write(text) }
    for byte in text.utf8 {
      switch byte {
      case ASCII.ampersand: write("&amp;")
      case ASCII.lessThan: write("&lt;")
      case ASCII.greaterThan: write("&gt;")
      case ASCII.quote where inAttribute: write("&quot;")
      // As they are they would come back as spaces.
      case ASCII.lineFeed where inAttribute: write("&#10;")
      case ASCII.tab where inAttribute: write("&#9;")
      default: utf8.append(byte)
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

  /// Whether a byte may have to be written as a reference.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.ampersand, ASCII.lessThan, ASCII.greaterThan, ASCII.quote, ASCII.lineFeed, ASCII.tab: true
    default: false
    }
  }
}
