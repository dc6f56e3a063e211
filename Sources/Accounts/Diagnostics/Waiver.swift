/// A finding that somebody has looked at and accepts, with the reason.
package struct Waiver: Hashable, Sendable {
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
  package func covers(_ finding: Finding) -> Bool {
    rule == finding.rule && (address == nil || finding.operands.contains { $0.address == address })
  }
}
