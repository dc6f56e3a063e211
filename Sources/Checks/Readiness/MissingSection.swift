import Accounts
import Tables

extension StructureCheck {
  /// D10: a section that the narrative lacks; nothing is said where no section was recognised at all.
  static let missingSection = StructureCheck(.missingSection) { rule, input in
    guard let text = input.text else { return [] }
    let present = Set(text.lines.compactMap { $0.isContents ? nil : $0.section })
    guard !present.isEmpty else { return [] }
    return input.words.sections.filter { section in !present.contains { $0.hasPrefix(section.id) } }.map {
      rule.finding("情况说明没有“\($0.title)”一节")
    }
  }
}
