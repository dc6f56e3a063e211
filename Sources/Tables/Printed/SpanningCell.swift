/// A cell that may cover several columns and rows.
@usableFromInline package protocol SpanningCell {
  /// How many columns it covers, at least one.
  var columns: Int { get }
  /// How many rows it covers, at least one.
  var rows: Int { get }
}

/// Goes through rows whose cells may reach down into the rows below, in their order: each cell with its row and with
/// the columns and the rows it covers, both within the grid. What would stand beyond the last column is left out.
///
/// Linear in the places of the grid.
@inlinable package func visitPlaces<Cell: SpanningCell>(
  of rows: [[Cell]], width: Int, _ visit: (_ cell: Cell, _ columns: Range<Int>, _ rows: Range<Int>) -> Void
) {
  var coveredUntil = Array(repeating: 0, count: width)
  for (row, cells) in rows.enumerated() {
    var column = 0
    for cell in cells {
      while column < width, coveredUntil[column] > row { column += 1 }
      let columns = column..<min(width, column + cell.columns)
      guard !columns.isEmpty else { break }
      let covered = row..<min(rows.count, row + cell.rows)
      for one in columns { coveredUntil[one] = covered.upperBound }
      visit(cell, columns, covered)
      column = columns.upperBound
    }
  }
}
