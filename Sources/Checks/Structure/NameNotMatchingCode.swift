import Accounts
import Tables

extension StructureCheck {
  /// C02: a name that is not the code's: a warning where the name is confirmed, else a note.
  static let nameNotMatchingCode = StructureCheck(
    id: "C02", title: "科目名称与编码相符", severity: .warning, basis: "政府收支分类科目"
  ) { check, input in
    guard let codes = input.codes else { return [] }
    var seen: Set<String> = []
    return input.codeRows.flatMap { table, rows in
      rows.compactMap { row -> Finding? in
        guard !row.name.isEmpty, let entry = codes.entry(table.classification, row.code), entry.name != row.name,
          entry.name.foldedForComparison != row.name.foldedForComparison,
          seen.insert(row.code + row.name).inserted
        else { return nil }
        let isFormer = codes.formerNames(of: row.code).contains {
          $0.name.foldedForComparison == row.name.foldedForComparison
        }
        return check.finding(
          "\(table.name)的 \(row.code) 印作“\(row.name)”\(isFormer ? "，这是旧称" : "")", at: row.figure,
          expected: entry.name, severity: entry.evidence.isConfirmed && !isFormer ? .warning : .note,
          advice: "科目表中是“\(entry.name)”，请核对编码和名称")
      }
    }
  }
}
