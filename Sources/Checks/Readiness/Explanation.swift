import Accounts
import Tables

/// What was found of the explanation in words (情况说明) of a disclosure.
enum Explanation {
  /// Sections of it were recognised, by their headings or their sentences.
  case recognised
  /// The text states amounts, and none of its sections was recognised; where it begins.
  case unrecognised(SourceLocation?)
  /// There is no text that states amounts.
  case missing
}

extension StructureInput {
  /// What was found of the explanation; nil for a text that was not looked at.
  var explanation: Explanation? {
    guard let prose = tables.prose, let text else { return nil }
    // A note of an empty table says of what there is none, and explains nothing.
    let sections = text.lines.lazy.filter { $0.section != nil && !$0.isContents }
    if sections.contains(where: { $0.headingLevel != nil || $0.statesAmount })
      || !prose.openedSections.isEmpty && prose.claims.contains(where: { $0.measure != .absence })
    {
      return .recognised
    }
    // The glossary and attachments state amounts of other things.
    let closed = Set(
      text.lines.filter { $0.headingLevel == 1 && words.closedParts.occur(in: $0.folded) }.map(\.part))
    let stated = text.lines.first { $0.kind == .paragraph && !closed.contains($0.part) && $0.statesAmount }
    return stated.map { .unrecognised($0.place) } ?? .missing
  }

  /// The heading of the part that explains the accounts; nil where there is none.
  var headingOfExplanation: ReadableLine? {
    let headings = words.parts.filter { $0.isNarrative == true }.map(\.headings)
    return text?.lines.first { line in line.headingLevel != nil && headings.contains { $0.occur(in: line.folded) } }
  }
}

extension ReadableLine {
  /// Whether an amount of money or a percentage stands in it.
  fileprivate var statesAmount: Bool {
    folded.indices.dropLast().contains { index in
      guard folded[index].isDigit else { return false }
      return ["%", "元"].contains(folded[index + 1])
        || folded[index + 1] == "万" && index + 2 < folded.count && folded[index + 2] == "元"
    }
  }
}
