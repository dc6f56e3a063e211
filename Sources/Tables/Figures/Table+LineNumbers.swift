extension Table {
  /// The 行次 in the order in which they count, the right side going on where the left one ends, each with the figure
  /// beside it.
  package var lineNumbers: [(line: Int, figure: TableFigure?)] {
    var columns: [Int: [(line: Int, figure: TableFigure?)]] = [:]
    for row in rows {
      var column = 0
      for (index, cell) in row.cells.enumerated() {
        if case .number(let text) = cell.content, let line = Int(text) {
          var first: TableFigure?
          if index + 1 < row.cells.count, case .figure(let figure) = row.cells[index + 1].content { first = figure }
          columns[column, default: []].append((line, first))
        }
        column += cell.columns
      }
    }
    return columns.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Whether the 行次 jump or repeat.
  package var hasBrokenLineNumbers: Bool {
    let lines = lineNumbers
    return zip(lines, lines.dropFirst()).contains { $1.line != $0.line + 1 }
  }
}
