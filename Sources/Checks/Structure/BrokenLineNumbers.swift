import Accounts
import Tables

extension StructureCheck {
  /// D07: 行次 that jump or repeat, as those of the national 公开10 do (it has no line 16).
  static let brokenLineNumbers = StructureCheck(.brokenLineNumbers) { rule, input in
    input.tables.tables.filter { [TableID.t01, .t04, .t10].contains($0.id) }.flatMap { table -> [Finding] in
      // A line that was not understood is no line that is missing.
      guard input.coverage.gap(in: table.id) == nil else { return [] }
      let lines = table.lineNumbers
      return zip(lines, lines.dropFirst()).filter { $1.line != $0.line + 1 }.map { before, after in
        rule.finding(
          "\(table.name)的行次由 \(before.line) 跳到 \(after.line)", at: after.figure,
          expected: String(before.line + 1))
      }
    }
  }
}
