import Accounts
import Tables

extension StructureCheck {
  /// C01: a code the code book lacks. Most of the book is unconfirmed, so this is never more than a note.
  static let unknownCode = StructureCheck(.unknownCode) { rule, input in
    guard let codes = input.codes else { return [] }
    var seen: Set<String> = []
    return input.codeRows.flatMap { table, rows in
      rows.compactMap { row -> Finding? in
        guard codes.entry(table.classification, row.code) == nil, seen.insert(row.code).inserted else { return nil }
        if let withdrawn = codes.withdrawal(of: row.code) {
          let since = withdrawn.untilYear.map { "自 \($0 + 1) 年起" } ?? ""
          let instead = withdrawn.replacements.isEmpty ? "" : "，改用 \(withdrawn.replacements.joined(separator: "、"))"
          return rule.finding(
            "\(table.name)的 \(row.code) \(row.name)\(since)已停用\(instead)", at: row.figure, in: .withdrawn)
        }
        return rule.finding(
          "\(table.name)的 \(row.code) \(row.name)不在 \(codes.year) 年度科目表中", at: row.figure)
      }
    }
  }
}

extension Table {
  /// The classification the table's codes belong to.
  var classification: CodeBook.Classification { id == .t06 ? .economic : .function }
}
