import Accounts

/// What a report says of the check itself (核对依据), so that it can be done again and told from another.
package struct CheckRecord: Sendable {
  /// The tool and its version: `juesuan 0.1.0 (0123456789ab)`.
  package var tool: String
  /// The rules of the catalogue, in their order.
  package var rules: [Rule]
  /// The date of the check as the user gave it, 2025-08-20; nil where none was given: nothing here looks at the clock.
  package var date: String?
  /// The files that were read besides those that were checked.
  package var files: [CheckedFile]

  /// A record; nothing is said unless it is given.
  package init(tool: String = "", rules: [Rule] = [], date: String? = nil, files: [CheckedFile] = []) {
    self.tool = tool
    self.rules = rules
    self.date = date
    self.files = files
  }
}

/// A rule that was used in a check, and what came of it.
package struct RuleUse: Sendable {
  package let rule: Rule
  /// How its cases came out; nil for a rule whose cases are not counted, since it looks for what should not be there.
  package let counts: CheckReport.Counts?
  /// How many findings stand against it, those that others explain and waived ones among them.
  package let findings: Int
}

extension CheckReport {
  /// The rules of a list that were used: those that hold in the form's place and year, and any that something came of.
  package func rulesUsed(_ rules: [Rule], in form: FormUsed?) -> [RuleUse] {
    var counts: [String: Counts] = [:]
    for result in results { counts[result.identity, default: Counts()].add(result.outcome) }
    for (rule, count) in self.rules {
      counts[rule, default: Counts()].equal += count.held
      counts[rule, default: Counts()].violated += count.violated
      counts[rule, default: Counts()].notChecked += count.notChecked
    }
    var found: [String: Int] = [:]
    for finding in allFindings + waived.map(\.finding) { found[finding.rule, default: 0] += 1 }
    return rules.compactMap { rule in
      let isInForce = form.map { rule.applies(in: $0.id, $0.year) && isLookedFor(rule, inLedger: $0.isOfLedger) }
      guard counts[rule.id] != nil || found[rule.id] != nil || isInForce == true else { return nil }
      return RuleUse(rule: rule, counts: counts[rule.id], findings: found[rule.id] ?? 0)
    }
  }

  /// Whether there was something for a rule to be used on.
  private func isLookedFor(_ rule: Rule, inLedger isLedger: Bool) -> Bool {
    switch rule.kind {
    case .evaluation: evaluationTables != nil
    case .ledger: isLedger
    case .duty: !duties.isEmpty
    default: true
    }
  }
}

extension CheckReport.Counts {
  /// Counts a case.
  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .equal: equal += 1
    case .withinRounding: withinRounding += 1
    case .violated: violated += 1
    case .notApplicable: notApplicable += 1
    case .notChecked: notChecked += 1
    }
  }
}
