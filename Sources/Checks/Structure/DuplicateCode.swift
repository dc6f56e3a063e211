import Accounts
import Tables

extension StructureCheck {
  /// C04: a code that stands twice in one table; only its first row is checked.
  static let duplicateCode = StructureCheck(
    id: "C04", title: "同一张表中一个编码只有一行", severity: .error, basis: "决算报表按科目汇总列示"
  ) { check, input in
    input.codeRows.flatMap { table, rows -> [Finding] in
      var seen: Set<String> = []
      return rows.filter { !seen.insert($0.code).inserted }.map { row in
        check.finding(
          "\(table.name)的 \(row.code) \(row.name)有不止一行，只核对了第一行", at: row.figure, advice: "请合并，或核对编码")
      }
    }
  }
}
