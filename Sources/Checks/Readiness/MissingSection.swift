import Accounts
import Formats
import Tables

extension StructureCheck {
  /// D10: a section that the explanation lacks: it has neither a heading of it nor a sentence that says it is of it. Where the
  /// part has its heading and nothing else, it lacks all of them; where no section was recognised, none is missed.
  static let missingSection = StructureCheck(.missingSection) { rule, input in
    guard let text = input.text, let explanation = input.explanation else { return [] }
    switch explanation {
    case .unrecognised: return []
    case .missing:
      return input.headingOfExplanation.map {
        [rule.finding("“\($0.text.trimmed)”下面没有说明一个数，各节都没有", place: $0.place)]
      } ?? []
    case .recognised:
      let present = Set(text.lines.compactMap { $0.isContents ? nil : $0.section })
        .union(input.tables.prose?.openedSections ?? [])
      return input.words.sections.filter { section in !present.contains { $0.begins(with: section.id) } }.map {
        rule.finding("情况说明没有“\($0.title)”一节")
      }
    }
  }
}
