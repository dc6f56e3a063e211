package import Accounts

/// A finding that somebody has looked at and accepts, with the reason.
package struct Waiver: Sendable, Equatable {
  /// The rule's id.
  package let rule: String
  /// An address the finding concerns; nil for every finding of the rule.
  package let address: String?
  /// Why it is accepted.
  package let reason: String
  /// Where the waiver is written.
  package let place: SourceLocation

  package init(rule: String, address: String?, reason: String, place: SourceLocation) {
    self.rule = rule
    self.address = address
    self.reason = reason
    self.place = place
  }

  /// Whether it is this finding that is accepted.
  func covers(_ finding: Finding) -> Bool {
    rule == finding.rule && (address == nil || finding.operands.contains { $0.address == address })
  }
}

extension CheckReport {
  /// The report with the waived findings set apart; the waivers that cover nothing are returned too, since a waiver
  /// left behind hides the next mistake.
  package func waiving(_ waivers: [Waiver]) -> (report: CheckReport, unused: [Waiver]) {
    var report = self
    var used: Set<Int> = []
    report.findings = []
    for finding in findings {
      if let index = waivers.firstIndex(where: { $0.covers(finding) }) {
        used.insert(index)
        report.waived.append((finding, waivers[index].reason))
      } else {
        report.findings.append(finding)
      }
    }
    return (report, waivers.indices.filter { !used.contains($0) }.map { waivers[$0] })
  }
}
