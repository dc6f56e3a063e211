extension [HeaderRow] {
  /// The header as one row of a width: for every column the texts above it from the top down, joined with `·`, none
  /// twice.
  ///
  /// The row of 栏次 numbers columns and is left out.
  func flat(width: Int) -> [String] {
    var parts = [[String]](repeating: [], count: width)
    visitPlaces(of: filter { !$0.isColumnNumbers }.map(\.cells), width: width) { cell, columns, _ in
      for column in columns where !cell.text.isEmpty && parts[column].last != cell.text {
        parts[column].append(cell.text)
      }
    }
    return parts.map { $0.joined(separator: "·") }
  }

  /// The row of 栏次, a text a column; nil when there is none.
  var columnNumbers: [String]? {
    last { $0.isColumnNumbers }?.cells.flatMap { cell in
      [cell.text] + [String](repeating: "", count: cell.columns - 1)
    }
  }
}

extension Table {
  /// The header as one row: for every column the texts above it, joined with `·`.
  package var flatHeader: [String] { header.flat(width: width) }

  /// The row of 栏次, a text a column; nil when the table has none.
  package var columnNumbers: [String]? { header.columnNumbers }
}

extension PrintedGrid {
  /// The header as one row: for every column the texts above it, joined with `·`; nil where the grid has no header.
  package var flatHeader: [String]? { header.isEmpty ? nil : header.flat(width: width) }

  /// The row of 栏次, a text a column; nil when the grid has none.
  package var columnNumbers: [String]? { header.columnNumbers }

  /// All rows without merged cells, a cell a column: a cell stands in the first of the places it covered, the others
  /// are empty (nil), and what is said of each row is repeated.
  package var flatRows: [[Cell?]] {
    var flat: [[Cell?]] = []
    for block in blocks {
      let first = flat.count
      let blank = [Cell?](repeating: nil, count: width)
      for _ in block { flat.append(blank) }
      visitPlaces(of: block.map(\.cells), width: width) { cell, columns, rows in
        for row in cell.isOfEachRow ? rows : rows.prefix(1) { flat[first + row][columns.lowerBound] = cell }
      }
    }
    return flat
  }
}
