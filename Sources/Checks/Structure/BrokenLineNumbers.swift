import Accounts
import Tables

extension StructureCheck {
  /// D07: 行次 that jump or repeat, as those of the national 公开10 do (it has no line 16).
  static let brokenLineNumbers = StructureCheck(.brokenLineNumbers) { rule, input in
    input.tables.tables.filter { [TableID.t01, .t04, .t10].contains($0.id) }.flatMap { table -> [Finding] in
      var columns: [Int: [(line: Int, figure: TableFigure?)]] = [:]
      for row in table.rows {
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
      // The right side goes on where the left one ends.
      let lines = columns.sorted { $0.key < $1.key }.flatMap(\.value)
      return zip(lines, lines.dropFirst()).filter { $1.line != $0.line + 1 }.map { before, after in
        rule.finding(
          "\(table.name)的行次由 \(before.line) 跳到 \(after.line)", at: after.figure,
          expected: String(before.line + 1))
      }
    }
  }
}
