import Accounts

// The rules of self-evaluations are applied cell by cell, and each is counted as it is.
extension CheckReport {
  /// How often a rule held, was violated, or could not be checked.
  package struct RuleCount: Hashable, Sendable {
    package fileprivate(set) var held = 0
    package fileprivate(set) var violated = 0
    package fileprivate(set) var notChecked = 0
  }

  /// A rule that could not be applied.
  package struct NotChecked: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// The figure or cell for which it could not be, or the table that was not read; empty for the rule as a whole.
    package let subject: String
    /// Why, in Chinese.
    package let reason: String
  }

  /// What could not be checked, and why, in the order of the checks; never counted as held.
  package var notChecked: [NotChecked] {
    results.compactMap { result in
      guard case .notChecked(let reason) = result.outcome else { return nil }
      return NotChecked(rule: result.identity, subject: result.subject, reason: reason)
    } + cellsNotChecked
  }

  /// The report on nothing.
  package static var empty: CheckReport {
    CheckReport(results: [], counts: Counts(), residuals: [], joint: .consistent, narrowed: [:], findings: [])
  }

  /// Adds what a report on cells says.
  mutating func add(_ other: CheckReport) {
    findings += other.findings
    cellsNotChecked += other.cellsNotChecked
    counts.equal += other.counts.equal
    counts.violated += other.counts.violated
    counts.notChecked += other.counts.notChecked
    for (rule, count) in other.rules {
      rules[rule, default: RuleCount()].held += count.held
      rules[rule, default: RuleCount()].violated += count.violated
      rules[rule, default: RuleCount()].notChecked += count.notChecked
    }
  }

  mutating func held(_ rule: RuleID) {
    rules[rule.rawValue, default: RuleCount()].held += 1
    counts.equal += 1
  }

  mutating func violated(_ rule: RuleID, _ finding: Finding) {
    rules[rule.rawValue, default: RuleCount()].violated += 1
    findings.append(finding)
    // What is only worth a look contradicts nothing.
    if finding.severity == .error { counts.violated += 1 }
  }

  mutating func notChecked(_ rule: RuleID, at address: String, _ reason: String) {
    rules[rule.rawValue, default: RuleCount()].notChecked += 1
    cellsNotChecked.append(NotChecked(rule: rule.rawValue, subject: address, reason: reason))
    counts.notChecked += 1
  }
}
