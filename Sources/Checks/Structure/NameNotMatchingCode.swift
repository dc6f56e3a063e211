import Accounts
import Tables

extension StructureCheck {
  /// C02: a name that is not the code's: a warning where the name is confirmed, else a note.
  ///
  /// A name of which the rest stands by itself among what was not read was broken over lines that were not joined.
  static let nameNotMatchingCode = StructureCheck(.nameNotMatchingCode) { rule, input in
    guard let codes = input.codes else { return [] }
    var seen: Set<String> = []
    return input.codeRows.flatMap { table, rows in
      rows.compactMap { row -> Finding? in
        guard !row.name.isEmpty, let entry = codes.entry(table.classification, row.code), entry.name != row.name,
          entry.name.foldedForComparison != row.name.foldedForComparison,
          seen.insert(row.code + row.name).inserted, !isBroken(row.name, of: entry.name, table.id, input)
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

  private static func isBroken(_ part: String, of name: String, _ table: TableID, _ input: StructureInput) -> Bool {
    let (part, name) = (part.foldedForComparison, name.foldedForComparison)
    guard !part.isEmpty, let found = name.firstRange(of: part) else { return false }
    let unread = input.tables.unread.filter { $0.table == table }.map(\.text.foldedForComparison)
    return [name[..<found.lowerBound], name[found.upperBound...]].allSatisfy { rest in
      rest.isEmpty || unread.contains { $0.contains(rest) }
    }
  }
}
