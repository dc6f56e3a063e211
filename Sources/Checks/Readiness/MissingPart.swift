import Accounts
import Tables

extension StructureCheck {
  /// D09: a part that every disclosure has and this one lacks; nothing is said of a text without headings of parts.
  static let missingPart = StructureCheck(.missingPart) { rule, input in
    missingParts(input).map { rule.finding("没有“\($0.name)”这一部分") }
  }

  /// The parts that a disclosure lacks; none of a text without headings of parts.
  static func missingParts(_ input: StructureInput) -> [ReadinessWords.Part] {
    guard let text = input.text else { return [] }
    let headings = text.lines.filter { $0.headingLevel != nil }
    let hasParts = headings.contains { line in
      line.headingLevel == 1 && input.words.parts.contains { $0.headings.occur(in: line.folded) }
    }
    guard hasParts else { return [] }
    return input.words.parts.filter { part in
      !headings.contains { part.headings.occur(in: $0.folded) }
        && !(part.isTables == true && !input.tables.tables.isEmpty)
        && !(part.isNarrative == true && !input.lacksExplanation)
    }
  }
}

extension StructureInput {
  /// Whether the text states nothing of the accounts at all.
  fileprivate var lacksExplanation: Bool { if case .missing = explanation { true } else { false } }
}
