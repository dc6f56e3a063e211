/// A rectangle of cells in a sheet.
package struct CellRange: Sendable, Hashable {
  /// The cell at the upper left.
  package let first: CellReference
  /// The cell at the lower right, which belongs to the range.
  package let last: CellReference

  /// The range between two opposite corners.
  package init(_ one: CellReference, _ other: CellReference) {
    first = CellReference(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// The range a text such as B2:D5, or B2 for one cell, names; nil when it names none.
  package init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map { CellReference(String($0)) }
    guard let one = corners.first ?? nil, let other = corners.last ?? nil, corners.count <= 2 else { return nil }
    self.init(one, other)
  }

  /// Whether a cell lies in the range.
  package func contains(_ cell: CellReference) -> Bool {
    cell.row >= first.row && cell.row <= last.row && cell.column >= first.column && cell.column <= last.column
  }

  /// Whether two ranges have a cell in common.
  package func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
      && other.first.column <= last.column
  }

  /// The range as people write it, such as B2:D5.
  package var name: String {
    first == last ? first.name : first.name + ":" + last.name
  }

  /// The range with dollar signs, such as $B$2:$D$5.
  package var absoluteName: String {
    first == last ? first.absoluteName : first.absoluteName + ":" + last.absoluteName
  }
}
