import Accounts
import Tables

extension StructureCheck {
  /// D07: 行次 that jump or repeat, as those of the national 公开10 do (it has no line 16).
  static let brokenLineNumbers = StructureCheck(
    id: "D07", title: "行次连续", severity: .note, basis: "决算报表的行次从 1 起连续编号"
  ) { check, input in
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
        check.finding(
          "\(table.name)的行次由 \(before.line) 跳到 \(after.line)", at: after.figure,
          expected: String(before.line + 1), advice: "请核对是否漏印了一行，或行次有误")
      }
    }
  }
}
