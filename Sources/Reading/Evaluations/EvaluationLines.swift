/// The lines and rows of a publication from the first title of a self-evaluation table on.
struct EvaluationLines {
  /// A line of text, or a row of a table.
  enum Line {
    case text(String, line: Int)
    case row(GridRow, Frame?)
  }

  private(set) var lines: [Line] = []

  mutating func append(_ text: String, at line: Int) {
    guard !lines.isEmpty || mayBeTitle(text) else { return }
    lines.append(.text(text, line: line))
  }

  /// Takes a row; `sheet` is that of a workbook.
  mutating func append(_ row: GridRow, in sheet: Frame?) {
    guard !lines.isEmpty || (row.filled.count == 1 && mayBeTitle(row.filled[0].text)) else { return }
    lines.append(.row(row, sheet))
  }

  /// Most lines are no title, which is seen without folding them.
  private func mayBeTitle(_ text: String) -> Bool {
    text.utf8.count <= 400
      && Self.endings.contains { text.utf8.count >= $0.count && text.utf8.suffix($0.count).elementsEqual($0) }
  }

  private static let endings = ["绩效自评表", "绩效自评报告", "绩效评价基础数据表"].map { Array($0.utf8) }
}

extension EvaluationLines.Line {
  /// As a row of a text's grid, in which a cell stands in the first of the columns it covers.
  var gridRow: TextGrid.Row {
    switch self {
    case .text(let text, let line): return TextGrid.Row(cells: [TextGrid.Cell(text: text, line: line)])
    case .row(let row, let sheet):
      var cells = Array(repeating: TextGrid.Cell(text: "", line: row.line), count: row.width)
      for cell in row.cells {
        cells[cell.column] = TextGrid.Cell(
          text: cell.text, line: cell.line, inSheet: sheet.map { ($0, cell.column) })
      }
      return TextGrid.Row(cells: cells)
    }
  }
}
