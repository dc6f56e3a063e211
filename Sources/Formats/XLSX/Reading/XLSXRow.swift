/// One row of a sheet.
package struct XLSXRow: Sendable, Equatable {
  /// The row, counted from 1.
  package let number: Int
  /// Whether the row is not shown.
  package let isHidden: Bool
  /// The cells from left to right; those that hold neither a value nor a formula are left out.
  package let cells: [XLSXCell]

  /// A row with its cells from left to right.
  package init(number: Int, isHidden: Bool, cells: [XLSXCell]) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }

  /// What the cell in a column, counted from 1, holds; it takes a time that grows with the number of cells.
  package subscript(column column: Int) -> XLSXValue {
    cells.first { $0.reference.column == column }?.value ?? .blank
  }
}
