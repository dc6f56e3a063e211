import Accounts
import Tables

extension StructureCheck {
  /// C03: a 款 without its 类, or a 项 without its 款.
  static let childWithoutParent = StructureCheck(.childWithoutParent) { rule, input in
    input.codeRows.flatMap { table, rows -> [Finding] in
      guard input.coverage.gap(in: table.id) == nil else { return [] }
      let printed = Set(rows.map(\.code))
      var reported: Set<String> = []
      return rows.compactMap { row in
        let parent = String(row.code.dropLast(2))
        guard row.code.utf8.count > 3, !printed.contains(parent), reported.insert(parent).inserted else { return nil }
        return rule.finding(
          "\(table.name)列了 \(row.code) \(row.name)，没有列它的上级 \(parent)", at: row.figure,
          values: [("上级", parent)])
      }
    }
  }
}
