import Accounts
import Tables

extension StructureCheck {
  /// C05: a function code in the table of a fund it does not belong to.
  static let codeOfAnotherFund = StructureCheck(.codeOfAnotherFund) { rule, input in
    guard let codes = input.codes else { return [] }
    let funds: [(table: TableID, fund: String)] = [
      (.t05, "一般公共预算"), (.t07, "政府性基金"), (.t08, "国有资本经营预算"),
    ]
    return funds.flatMap { id, fund -> [Finding] in
      (input.codeRows.first { $0.table.id == id }?.rows ?? []).compactMap { row in
        guard row.code.utf8.count == 7, let entry = codes.entry(.function, row.code), !entry.group.isEmpty,
          entry.group != fund
        else { return nil }
        return rule.finding(
          "公开\(id.rawValue)表的 \(row.code) \(row.name)是\(entry.group)的科目", at: row.figure)
      }
    }
  }
}
