import Accounts
import Tables

extension StructureCheck {
  /// C02: a name that is not the code's: a warning where the name is confirmed, else a note.
  static let nameNotMatchingCode = StructureCheck(.nameNotMatchingCode) { rule, input in
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
        return rule.finding(
          "\(table.name)的 \(row.code) 印作“\(row.name)”\(isFormer ? "，这是旧称" : "")", at: row.figure,
          expected: entry.name, in: entry.evidence.isConfirmed && !isFormer ? nil : .uncertainName,
          values: [("名称", entry.name)])
      }
    }
  }
}
