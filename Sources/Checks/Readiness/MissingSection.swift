import Accounts
import Tables

extension StructureCheck {
  /// D10: a section that the narrative lacks; nothing is said where no section was recognised at all.
  static let missingSection = StructureCheck(
    id: "D10", title: "情况说明各节齐全", severity: .warning, basis: "部门决算公开的规定格式"
  ) { check, input in
    guard let text = input.text else { return [] }
    let present = Set(text.lines.compactMap { $0.isContents ? nil : $0.section })
    guard !present.isEmpty else { return [] }
    return input.words.sections.filter { section in !present.contains { $0.hasPrefix(section.id) } }.map {
      check.finding("情况说明没有“\($0.title)”一节", advice: "请补上这一节；没有此项收支的，也请说明")
    }
  }
}
