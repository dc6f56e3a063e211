extension Table {
  /// The header as one row: for every column the texts above it from the top down, joined with `·`, none twice.
  ///
  /// The row of 栏次 numbers columns and is left out.
  package var flatHeader: [String] {
    var parts = Array(repeating: [String](), count: width)
    var coveredUntil = Array(repeating: 0, count: width)
    for (rowIndex, row) in header.enumerated() where !row.isColumnNumbers {
      var column = 0
      for cell in row.cells {
        while column < width, coveredUntil[column] > rowIndex { column += 1 }
        for covered in column..<min(width, column + cell.columns) {
          coveredUntil[covered] = rowIndex + cell.rows
          if !cell.text.isEmpty, parts[covered].last != cell.text { parts[covered].append(cell.text) }
        }
        column += cell.columns
      }
    }
    return parts.map { $0.joined(separator: "·") }
  }

  /// The row of 栏次, a text a column; nil when the table has none.
  package var columnNumbers: [String]? {
    header.last { $0.isColumnNumbers }?.cells.flatMap { cell in
      [cell.text] + Array(repeating: "", count: cell.columns - 1)
    }
  }
}

extension Row {
  /// The cells' texts, a text a column; the columns a cell covers beside its first are empty.
  ///
  /// In a row of totals under several blocks the figure stands in the last column of its block, as printed.
  package var texts: [(text: String, cell: Cell?)] {
    cells.flatMap { cell in [(cell.text, cell)] + Array(repeating: ("", nil), count: cell.columns - 1) }
  }
}
