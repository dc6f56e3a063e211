package import Accounts
import Formats
import Tables

/// What duties are looked for in: a disclosure, its text by sections, and the dates that are known of it.
struct DutyInput {
  let structure: StructureInput
  let quantities: QuantityCatalogue
  let dates: DisclosureDates
  /// Every line that states something of the accounts: no heading, no contents, no glossary, no attachment.
  let statements: [ReadableLine]
  /// The sections that are there, by their headings or by what their sentences say.
  private let present: Set<String>
  /// The lines of the glossary.
  let glossary: [ReadableLine]
  /// What was found of the explanation; nil where no text was looked at.
  let explanation: Explanation?
  private let missingParts: Set<String>
  /// The part in which the beginning (概况) stands: the first, or the second where the first is of the tables.
  let openingPart: Int
  /// Whether the ledger it was composed of lacks something that is asked for.
  private let isUnfinished: Bool

  init(_ structure: StructureInput, quantities: QuantityCatalogue, dates: DisclosureDates, isUnfinished: Bool) {
    self.isUnfinished = isUnfinished
    self.structure = structure
    self.quantities = quantities
    self.dates = dates
    explanation = structure.explanation
    missingParts = Set(StructureCheck.missingParts(structure).map(\.name))
    let words = structure.words
    let lines = structure.text?.lines ?? []
    let headings = lines.filter { $0.headingLevel == 1 }
    let closed = Set(headings.filter { words.closedParts.occur(in: $0.folded) }.map(\.part))
    let terms = words.parts.last { $0.isTables != true && $0.isNarrative != true }?.headings
    let explaining = Set(
      headings.filter { heading in terms?.occur(in: heading.folded) == true }.map(\.part))
    let tables = words.parts.first { $0.isTables == true }?.headings
    openingPart = headings.contains { $0.part == 1 && !$0.isContents && tables?.occur(in: $0.folded) == true } ? 2 : 1
    statements = lines.filter { $0.headingLevel == nil && !$0.isContents && !closed.contains($0.part) }
    glossary = lines.filter { !$0.isContents && explaining.contains($0.part) }
    present = Set(lines.compactMap { $0.isContents ? nil : $0.section })
      .union(structure.tables.prose?.openedSections ?? [])
  }

  var tables: TableSet { structure.tables }

  /// The lines that stand in a section or a part of it.
  func lines(of section: String) -> [ReadableLine] {
    statements.filter { $0.section?.begins(with: section) == true }
  }

  /// Whether a section is there.
  func has(_ section: String) -> Bool { present.contains { $0.begins(with: section) } }

  /// Whether a part (概况) is found to be missing.
  func lacks(part: String) -> Bool { missingParts.contains(part) }

  /// Why nothing can be told of the text; nil where it can.
  var whyTextIsUnknown: String? {
    switch explanation {
    case nil: "没有看文字"
    case .missing: "没有读到情况说明"
    case .unrecognised: "情况说明各节没有认出"
    case .recognised: nil
    }
  }

  /// Why what a section does not say may come yet; nil where it may not.
  func whyUnfinished(_ section: String) -> String? {
    if isUnfinished { return "账里还缺内容，补齐后再看" }
    return lines(of: section).contains { structure.words.placeholders.occur(in: $0.folded) } ? "这一节还有待补的内容" : nil
  }

  /// The first claim that gives one of some quantities; `measure` is how, nil for the amount itself.
  func claim(of quantities: [String], _ measure: Measure?) -> Claim? {
    tables.prose?.claims.first { claim in
      quantities.contains(claim.quantity) && (measure ?? .amount) == claim.measure && claim.figure.content != .blank
    }
  }
}

/// The days that matter to when a disclosure was published; nil where they are not known.
package struct DisclosureDates: Sendable {
  /// When the finance department approved the final accounts (批复日期).
  package var approved: CalendarDay?
  /// When they were published (公开日期).
  package var published: CalendarDay?

  package init(approved: CalendarDay? = nil, published: CalendarDay? = nil) {
    self.approved = approved
    self.published = published
  }
}
