import Accounts
import Tables

extension StructureCheck {
  /// C04: a code that stands twice in one table; only its first row is checked.
  static let duplicateCode = StructureCheck(.duplicateCode) { rule, input in
    input.codeRows.flatMap { table, rows -> [Finding] in
      var seen: Set<String> = []
      return rows.filter { !seen.insert($0.code).inserted }.map { row in
        rule.finding(
          "\(table.name)的 \(row.code) \(row.name)有不止一行，只核对了第一行", at: row.figure)
      }
    }
  }
}
