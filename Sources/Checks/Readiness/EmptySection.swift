import Accounts
import Formats
import Tables

extension StructureCheck {
  /// D11: a section that is a heading and nothing else.
  static let emptySection = StructureCheck(.emptySection) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    // Contents that were taken for headings have their text elsewhere.
    let filled = Set(lines.compactMap { $0.headingLevel == nil && !$0.isContents ? $0.section : nil })
    return lines.indices.compactMap { index -> Finding? in
      let line = lines[index]
      guard let level = line.headingLevel, let section = line.section,
        !filled.contains(where: { $0.begins(with: section) }),
        input.words.sections.contains(where: { section.begins(with: $0.id) })
      else { return nil }
      // A heading may go on into its text: 七、政府性基金预算：本年度无此项收支。
      guard !line.scalars.contains(where: { "。：:".unicodeScalars.contains($0) }) else { return nil }
      // Text follows, or a heading within this one, which is looked at itself.
      guard index + 1 == lines.count || (lines[index + 1].headingLevel ?? Int.max) <= level else { return nil }
      // The heading may be wrapped over two lines, each of which was read as one.
      if index + 1 < lines.count, lines[index + 1].headingLevel == level, lines[index + 1].section == section {
        return nil
      }
      return rule.finding(
        "“\(line.text.trimmed)”下面没有内容", place: line.place)
    }
  }
}
