import Accounts
import Formats

/// The sheet of a workbook whose rows are being read, and where in it the columns begin.
struct SheetPlace {
  let name: String
  /// The column of the sheet, counted from 1, that is the first of what is read.
  let firstColumn: Int

  /// The place of a row's column, counted from 0.
  func location(in file: String, row: Int, column: Int) -> SourceLocation {
    let cell = CellReference(row: row, column: firstColumn + column)
    return SourceLocation(file: file, sheet: name, line: row, cell: cell.name)
  }
}
