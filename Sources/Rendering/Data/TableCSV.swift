import Formats
package import Tables

/// A table as CSV for spreadsheets and programs: one row of headings, then the rows as printed.
package enum TableCSV {
  /// UTF-8 with a byte order mark, which Excel needs to take it for UTF-8.
  ///
  /// Text that a spreadsheet would take for a formula is kept text with a leading apostrophe.
  package static func bytes(of table: Table) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(table.flatHeader.map { .text($0) })
    for row in table.rows {
      writer.write(
        row.texts.map { text, cell in
          switch cell?.content {
          // Programs read numbers without the commas that people want.
          case .figure: .number(text.filter { $0 != "," })
          case .number: .number(text)
          default: .text(text)
          }
        })
    }
    return writer.utf8
  }
}
