import Accounts
import Tables

/// Goes through the duties (公开义务) of a disclosure.
struct DutyCheck {
  let input: DutyInput
  private let rules: [(rule: Rule, duty: Duty)]

  init(_ rules: [(rule: Rule, duty: Duty)], _ input: DutyInput) {
    self.rules = rules
    self.input = input
  }

  /// What came of every duty, and the findings of those that are not met and that nothing else reports.
  var outcome: (results: [DutyResult], findings: [Finding]) {
    var (results, findings): ([DutyResult], [Finding]) = ([], [])
    for (rule, duty) in rules {
      let verdict = verdict(on: duty)
      results.append(
        DutyResult(
          rule: rule.id, group: duty.group, title: rule.title,
          state: duty.isListedOnly && verdict.state == .notMet ? .advisable : verdict.state, words: verdict.words,
          place: verdict.place, basis: rule.basis + (duty.isConfirmed ? "" : "（条款未核实）")))
      guard verdict.state == .notMet, !verdict.isPartOfMore, !duty.isListedOnly, duty.saidBy.isEmpty else { continue }
      findings.append(
        rule.finding(
          "没有做到“\(rule.title)”：\(verdict.words)", place: verdict.place, in: verdict.isSlight ? .nothingSpent : nil))
    }
    return (results, findings)
  }

  private func verdict(on duty: Duty) -> DutyVerdict {
    if let scope = duty.scope, let own = input.tables.scope, scope != own {
      return .notApplicable("公开口径是\(own.rawValue)")
    }
    return switch duty.test {
    case .tables(let tables): input.verdict(tables: tables)
    case .emptyTables(let tables): input.verdict(emptyTables: tables)
    case .codes(let tables, let digits): input.verdict(codesOf: tables, digits: digits)
    case .opening(let words, let part):
      input.verdict(opening: words, part: part, isBound: duty.scope == nil || duty.scope == input.tables.scope)
    case .section(let section, let needs): input.verdict(section: section, needs)
    case .particular(let particular): input.verdict(particular: particular)
    case .apart(let quantities): input.verdict(apart: quantities)
    case .itemReasons(let section, let items): input.verdict(reasonsIn: section, items)
    case .evaluations(let words, let section): input.verdict(evaluations: words, section: section)
    case .glossary(let terms): input.verdict(glossary: terms)
    case .codeNames(let table): input.verdict(codeNamesOf: table)
    case .contents: input.verdictOnContents
    case .attachments(let announced, let headings): input.verdict(announced: announced, headings: headings)
    case .days(let days, let approved, let published): input.verdict(days: days, approved, published)
    }
  }
}
