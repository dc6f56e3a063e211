package import Accounts
import Evaluations

/// What checking self-evaluation tables gave: what is wrong, and what could not be checked.
package struct EvaluationReport: Hashable, Sendable {
  /// What is wrong, table by table, then what concerns them all.
  package fileprivate(set) var findings: [Finding] = []
  /// What could not be checked, and why; never counted as held.
  package fileprivate(set) var notChecked: [NotChecked] = []
  /// How often each rule was applied, by its id.
  package fileprivate(set) var counts: [String: Count] = [:]

  /// How often a rule held, was violated, or could not be checked.
  package struct Count: Hashable, Sendable {
    package fileprivate(set) var held = 0
    package fileprivate(set) var violated = 0
    package fileprivate(set) var notChecked = 0

    /// Held and violated together.
    package var checked: Int { held + violated }
  }

  /// A rule that could not be applied.
  package struct NotChecked: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// The cell for which it could not be.
    package let address: String
    /// Why, in Chinese.
    package let reason: String
  }

  init() {}

  /// Adds what another report says.
  mutating func add(_ other: EvaluationReport) {
    findings += other.findings
    notChecked += other.notChecked
    for (rule, count) in other.counts {
      counts[rule, default: Count()].held += count.held
      counts[rule, default: Count()].violated += count.violated
      counts[rule, default: Count()].notChecked += count.notChecked
    }
  }

  mutating func held(_ rule: RuleID) { counts[rule.rawValue, default: Count()].held += 1 }

  mutating func violated(_ rule: RuleID, _ finding: Finding) {
    counts[rule.rawValue, default: Count()].violated += 1
    findings.append(finding)
  }

  mutating func notChecked(_ rule: RuleID, at address: String, _ reason: String) {
    counts[rule.rawValue, default: Count()].notChecked += 1
    notChecked.append(NotChecked(rule: rule.rawValue, address: address, reason: reason))
  }
}
