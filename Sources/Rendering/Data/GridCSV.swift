import Evaluations
import Formats
package import Tables

/// A printed table as CSV for spreadsheets and programs: its headings, then its rows as printed, without merged cells.
package enum GridCSV {
  /// UTF-8 with a byte order mark, which Excel needs to take it for UTF-8.
  ///
  /// Text that a spreadsheet would take for a formula is kept text with a leading apostrophe.
  package static func bytes(of grid: PrintedGrid) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    if let header = grid.flatHeader {
      writer.write(header.map { .text($0) })
    } else {
      // What a table without a header is, a reader knows by its title.
      for line in [grid.title, grid.period] { writer.write([.text(line)]) }
    }
    for row in grid.flatRows { writer.write(row.map(field)) }
    return writer.utf8
  }

  private static func field(_ cell: PrintedGrid.Cell?) -> CSVField {
    guard let cell else { return .text("") }
    let text = cell.text
    return switch cell.content {
    // Programs read numbers without the commas that people want.
    case .figure: .number(text.filter { $0 != "," })
    case .number: .number(text)
    // A person puts in words or a number.
    case .columnHeading, .rowHeading, .entry: PrintedNumber(text) == nil ? .text(text) : .number(text)
    case .rowName, .words, .empty: .text(text)
    }
  }
}
