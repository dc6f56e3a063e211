/// The writing of CSV texts after RFC 4180, record by record.
///
/// Records end with CRLF, and fields are quoted only where their content calls for it. Text that a
/// spreadsheet would take for a formula gets a leading apostrophe, which `originalText(of:)` takes off again.
package struct CSVWriter: Sendable {
  /// The text written so far as UTF-8.
  package private(set) var utf8: [UInt8]

  /// A writer that has written nothing, or only a byte order mark, by which Excel knows UTF-8.
  package init(byteOrderMark: Bool = false) {
    utf8 = byteOrderMark ? ByteOrderMark.utf8.bytes : []
  }

  /// Writes one record and its line end.
  package mutating func write(_ record: [CSVField]) {
    for (index, field) in record.enumerated() {
      if index > 0 { utf8.append(ASCII.comma) }
      switch field {
      case .text(let text): write(value: Self.neutralisedText(of: text))
      case .number(let spelling): write(value: spelling)
      }
    }
    utf8.append(ASCII.carriageReturn)
    utf8.append(ASCII.lineFeed)
  }

  /// A whole CSV text as UTF-8.
  package static func utf8(of records: some Sequence<[CSVField]>, byteOrderMark: Bool = false) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    for record in records { writer.write(record) }
    return writer.utf8
  }

  /// The text as it is written, with one apostrophe more in front if it could be taken for a formula.
  ///
  /// Text that already has apostrophes before the sign gets one more as well: only so can the original
  /// always be told.
  package static func neutralisedText(of text: String) -> String {
    isFormulaLike(text) ? "'" + text : text
  }

  /// The text from which `neutralisedText(of:)` made the given one.
  package static func originalText(of written: String) -> String {
    guard written.utf8.first == ASCII.apostrophe, isFormulaLike(written) else { return written }
    return String(written.unicodeScalars.dropFirst())
  }

  /// Whether a text has, behind any number of apostrophes, a sign at which a spreadsheet starts a formula.
  private static func isFormulaLike(_ text: String) -> Bool {
    // Bytes, not characters: to Swift CRLF, or a sign with an accent behind it, is one other character.
    switch text.utf8.first(where: { $0 != ASCII.apostrophe }) {
    case ASCII.equals, ASCII.plus, ASCII.minus, ASCII.at, ASCII.tab, ASCII.carriageReturn: true
    default: false
    }
  }

  private mutating func write(value: String) {
    guard Self.needsQuotes(value) else {
      utf8.append(contentsOf: value.utf8)
      return
    }
    utf8.append(ASCII.quote)
    for byte in value.utf8 {
      if byte == ASCII.quote { utf8.append(ASCII.quote) }
      utf8.append(byte)
    }
    utf8.append(ASCII.quote)
  }

  private static func needsQuotes(_ value: String) -> Bool {
    // U+FEFF at the very start of a file would be taken for a byte order mark and lost.
    if value.unicodeScalars.first == "\u{FEFF}" { return true }
    return value.utf8.contains { byte in
      byte == ASCII.comma || byte == ASCII.quote || byte == ASCII.carriageReturn || byte == ASCII.lineFeed
    }
  }
}
