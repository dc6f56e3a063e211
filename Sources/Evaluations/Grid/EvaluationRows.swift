/// The rows of a printed evaluation, in blocks beyond which no merged cell reaches.
package struct EvaluationRows: Sendable {
  package let blocks: [[[EvaluationGrid.Cell]]]
  package let width: Int

  package init(blocks: [[[EvaluationGrid.Cell]]], width: Int) {
    self.blocks = blocks
    self.width = width
  }

  /// All rows without merged cells: text stands in the first of the cells it covered, the others are empty, and what
  /// is said of each row is repeated.
  package var flat: [[String]] {
    var flat: [[String]] = []
    for block in blocks {
      var rows = Array(repeating: [String?](repeating: nil, count: width), count: block.count)
      for (index, row) in block.enumerated() {
        var column = 0
        for cell in row {
          while column < width, rows[index][column] != nil { column += 1 }
          for below in index..<min(index + cell.rows, rows.count) {
            for covered in column..<min(column + cell.columns, width) {
              let isShown = covered == column && (below == index || cell.isOfEachRow)
              rows[below][covered] = isShown ? cell.text : ""
            }
          }
          column += cell.columns
        }
      }
      flat += rows.map { $0.map { $0 ?? "" } }
    }
    return flat
  }
}
