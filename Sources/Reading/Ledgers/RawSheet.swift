import Accounts

/// The rows of one sheet before the schema is applied: headings and cells as written, each cell with its place.
struct RawSheet {
  /// A cell as written.
  struct Cell {
    let text: String
    let place: SourceLocation
  }

  let title: String
  /// Where the sheet begins, for what is wrong with it as a whole.
  let place: SourceLocation
  /// The headings in the order of the cells.
  let headings: [Cell]
  /// The rows; a row may be shorter than the headings, its missing cells being blank.
  let rows: [[Cell]]
}
