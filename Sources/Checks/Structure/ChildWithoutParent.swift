import Accounts
import Tables

extension StructureCheck {
  /// C03: a 款 without its 类, or a 项 without its 款.
  static let childWithoutParent = StructureCheck(
    id: "C03", title: "每个款、项的上级都列出", severity: .warning, basis: "支出功能分类科目和经济分类科目逐级列示"
  ) { check, input in
    input.codeRows.flatMap { table, rows -> [Finding] in
      let printed = Set(rows.map(\.code))
      var reported: Set<String> = []
      return rows.compactMap { row in
        let parent = String(row.code.dropLast(2))
        guard row.code.utf8.count > 3, !printed.contains(parent), reported.insert(parent).inserted else { return nil }
        return check.finding(
          "\(table.name)列了 \(row.code) \(row.name)，没有列它的上级 \(parent)", at: row.figure,
          advice: "请补上 \(parent) 一行，或核对编码")
      }
    }
  }
}
