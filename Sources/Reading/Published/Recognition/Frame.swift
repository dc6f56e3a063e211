import Accounts
import Formats

/// What of a publication the lines are counted in, where that is not the file: a sheet, a page, a table of a Word document.
enum Frame: Hashable, Sendable {
  /// A sheet of a workbook, with the columns of it, counted from 1, that are read from the first on but for those that are not
  /// shown.
  case sheet(name: String, firstColumn: Int, hidden: [Int])
  case page(Int)
  /// A page that is a picture, whose letters were recognised.
  case scan(Int)
  /// A table of a Word document, by its number.
  case table(Int)
  /// The paragraphs of a Word document.
  case paragraphs

  /// Whether its letters were recognised.
  var isRecognised: Bool { if case .scan = self { true } else { false } }

  /// Whether it is a sheet of which the same columns are read as of another.
  func hasColumns(of other: Frame?) -> Bool {
    guard case .sheet(_, let first, let hidden) = self, case .sheet(_, first, hidden)? = other else { return false }
    return true
  }

  /// The place of a row's column, counted from 0.
  func location(in file: String, row: Int, column: Int) -> SourceLocation {
    switch self {
    case .sheet(let name, let firstColumn, let hidden):
      let shown = hidden.reduce(firstColumn + column) { column, one in one <= column ? column + 1 : column }
      let cell = CellReference(row: row, column: shown)
      return SourceLocation(file: file, sheet: name, line: row, cell: cell.name)
    case .page(let number): return SourceLocation(file: file, line: row, within: .page(number))
    case .scan(let number): return SourceLocation(file: file, line: row, within: .scan(number))
    case .table(let number): return SourceLocation(file: file, line: row, within: .table(number))
    case .paragraphs: return SourceLocation(file: file, line: row, within: .paragraphs)
    }
  }
}

extension Frame? {
  /// The place of a row's column, counted from 0; of a file without frames the line.
  func location(in file: String, row: Int, column: Int) -> SourceLocation {
    self?.location(in: file, row: row, column: column) ?? SourceLocation(file: file, line: row)
  }
}
