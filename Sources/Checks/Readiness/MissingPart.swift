import Accounts
import Tables

extension StructureCheck {
  /// D09: a part that every disclosure has and this one lacks; nothing is said of a text without headings of parts.
  static let missingPart = StructureCheck(
    id: "D09", title: "概况、决算表、情况说明、名词解释各部分齐全", severity: .warning, basis: "部门决算公开的规定格式"
  ) { check, input in
    guard let text = input.text else { return [] }
    let headings = text.lines.filter { $0.headingLevel != nil }
    let hasParts = headings.contains { line in
      line.headingLevel == 1 && input.words.parts.contains { $0.headings.occur(in: line.folded) }
    }
    guard hasParts else { return [] }
    return input.words.parts.filter { part in
      !headings.contains { part.headings.occur(in: $0.folded) }
        && !(part.isTables == true && !input.tables.tables.isEmpty)
        && !(part.isNarrative == true && text.lines.contains { $0.section != nil })
    }
    .map { check.finding("没有“\($0.name)”这一部分", advice: "请补上这一部分，或核对它的标题") }
  }
}
