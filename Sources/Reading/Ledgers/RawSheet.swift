import Accounts

/// The rows of one sheet before the schema is applied: headings and cells as written.
///
/// A sheet can have a hundred thousand rows, so where a cell stands is told by its heading and its row, not kept.
struct RawSheet {
  /// A heading as written, and where.
  struct Heading {
    let text: String
    let place: SourceLocation
  }

  /// A cell as written.
  struct Cell {
    let text: String
    /// Whether it held something that is no text, which was reported where it was read.
    var isUnreadable = false
    /// The number that the cell of a workbook holds; nil for text and for cells of other files.
    var number: CellNumber?
    /// The line where it is not that of the row.
    var line: Int?
  }

  /// A row as written, and where.
  struct Row {
    let place: SourceLocation
    let cells: [Cell]
  }

  let id: SheetID
  /// Where the sheet begins, for what is wrong with it as a whole.
  let place: SourceLocation
  /// The headings in the order of the cells; empty when the sheet could not be read at all.
  let headings: [Heading]
  /// The rows; a row may be shorter than the headings, its missing cells being blank.
  let rows: [Row]
  /// What is wrong with its shape; rows that cannot be told apart into cells are left out.
  var problems: [Problem] = []

  /// A sheet that is there and could not be read.
  static func unreadable(_ id: SheetID, _ place: SourceLocation, _ problems: [Problem]) -> RawSheet {
    RawSheet(id: id, place: place, headings: [], rows: [], problems: problems)
  }

  /// Where a cell of a row stands.
  func place(ofColumn index: Int, in row: Row) -> SourceLocation {
    guard index < headings.count, let line = row.cells[index].line ?? row.place.line else { return row.place }
    return headings[index].place.at(line: line)
  }

  /// A heading as messages name its column: cut when long, control characters made visible; nil when blank.
  static func columnName(_ heading: String) -> String? {
    let trimmed = heading.trimmed
    return trimmed.isEmpty ? nil : String(Problem.quoted(trimmed).dropFirst().dropLast())
  }
}

/// A ledger before the schema is applied, with all that is wrong with its files or keys as such.
struct RawLedger {
  var sheets: [RawSheet] = []
  var problems: [Problem] = []
  /// The tables that it brings itself.
  var given: GivenTables?
  /// What a person should know of how it was read, each in one line.
  var notices: [String] = []
}
