import Accounts
import Tables

extension StructureCheck {
  /// D07: 行次 that jump or repeat where the form's do not (公开10 has no line 16).
  static let brokenLineNumbers = StructureCheck(
    id: "D07", title: "行次连续", severity: .note, basis: "决算报表的行次从 1 起连续编号"
  ) { check, input in
    input.tables.tables.filter { [TableID.t01, .t04, .t10].contains($0.id) }.flatMap { table -> [Finding] in
      var columns: [Int: [(line: Int, place: SourceLocation?)]] = [:]
      for row in table.rows {
        var column = 0
        for (index, cell) in row.cells.enumerated() {
          if case .number(let text) = cell.content, let line = Int(text) {
            var place: SourceLocation?
            if index + 1 < row.cells.count, case .figure(let figure) = row.cells[index + 1].content {
              place = figure.place
            }
            columns[column, default: []].append((line, place))
          }
          column += cell.columns
        }
      }
      // The right side goes on where the left one ends.
      let lines = columns.sorted { $0.key < $1.key }.flatMap(\.value)
      let form = input.form.tables.first { $0.id == table.id }
      let formLines =
        ((form?.left ?? []) + (form?.right ?? []) + (form?.sections ?? []).flatMap(\.rows)).map(\.line)
      let jumps = zip(formLines, formLines.dropFirst()).filter { $1 != $0 + 1 }
      return zip(lines, lines.dropFirst()).filter { before, after in
        after.line != before.line + 1 && !jumps.contains { $0 == (before.line, after.line) }
      }.map { before, after in
        check.finding(
          "\(table.formCode)的行次由 \(before.line) 跳到 \(after.line)", place: after.place,
          expected: String(before.line + 1), advice: "请核对是否漏印了一行，或行次有误")
      }
    }
  }
}
