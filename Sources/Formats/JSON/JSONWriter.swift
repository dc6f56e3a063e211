/// The writing of JSON texts, always the same for the same value.
///
/// Arrays and objects are indented by two spaces. A text may stand inside an HTML script element as it is:
/// nothing in it can end the element or begin a comment.
package struct JSONWriter: Sendable {
  private var utf8: [UInt8] = []

  private init() {}

  /// The JSON text of a value as UTF-8, ended by a line feed.
  package static func utf8(of value: JSONOutput) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value, indentation: 0)
    writer.utf8.append(ASCII.lineFeed)
    return writer.utf8
  }

  /// The JSON text of a value, ended by a line feed.
  package static func text(of value: JSONOutput) -> String {
    String(decoding: utf8(of: value), as: UTF8.self)
  }

  /// Writes a value; without an indentation it stays on its line.
  private mutating func write(_ value: JSONOutput, indentation: Int?) {
    switch value {
    case .null: write("null")
    case .bool(let bool): write(bool ? "true" : "false")
    case .integer(let integer): write(String(integer))
    case .string(let string): write(string: string)
    case .inline(let value): write(value, indentation: nil)
    case .array(let elements):
      write(elements, between: ASCII.leftBracket, and: ASCII.rightBracket, indentation: indentation) {
        $0.write($1, indentation: $2)
      }
    case .object(let members):
      write(members, between: ASCII.leftBrace, and: ASCII.rightBrace, indentation: indentation) {
        $0.write(string: $1.0)
        $0.write(": ")
        $0.write($1.1, indentation: $2)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between opening: UInt8, and closing: UInt8, indentation: Int?,
    writeItem: (inout JSONWriter, Item, Int?) -> Void
  ) {
    let inner = indentation.map { $0 + 2 }
    utf8.append(opening)
    for (index, item) in items.enumerated() {
      if index > 0 { utf8.append(ASCII.comma) }
      if inner == nil, index > 0 { utf8.append(ASCII.space) }
      breakLine(indentation: inner)
      writeItem(&self, item, inner)
    }
    if !items.isEmpty { breakLine(indentation: indentation) }
    utf8.append(closing)
  }

  private mutating func breakLine(indentation: Int?) {
    guard let indentation else { return }
    utf8.append(ASCII.lineFeed)
    utf8.append(contentsOf: repeatElement(ASCII.space, count: indentation))
  }

  private mutating func write(_ text: String) {
    // Copied in one piece: a view of bytes is copied byte by byte.
    var text = text
    text.withUTF8 { utf8.append(contentsOf: $0) }
  }

  private mutating func write(string: String) {
    utf8.append(ASCII.quote)
    var previous: UInt8 = 0
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": write("\\\"")
      case "\\": write("\\\\")
      case "\n": write("\\n")
      case "\r": write("\\r")
      case "\t": write("\\t")
      case "\u{8}": write("\\b")
      case "\u{C}": write("\\f")
      // "</" could end a script element.
      case "/" where previous == ASCII.lessThan: write("\\/")
      // "<!--" would make a browser pass over the end of a script element.
      case "!" where previous == ASCII.lessThan: write("\\u0021")
      // JavaScript of old took these two for line ends.
      case "\u{2028}": write("\\u2028")
      case "\u{2029}": write("\\u2029")
      case _ where scalar.value < 0x20: write("\\u00" + ASCII.hexadecimal(UInt8(truncatingIfNeeded: scalar.value)))
      default: utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      previous = scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0
    }
    utf8.append(ASCII.quote)
  }
}
