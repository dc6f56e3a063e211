/// A finding that somebody has looked at and accepts, with the reason.
package struct Waiver: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  /// An address the finding concerns; nil for every finding of the rule.
  package let address: String?
  /// The id of the one finding that is accepted; nil for every finding of the rule, and address, there is.
  package let id: String?
  /// The input in which it is accepted, as the user names it; nil for all.
  package let source: String?
  /// Why it is accepted.
  package let reason: String
  /// Where the waiver is written.
  package let place: SourceLocation

  package init(
    rule: String, address: String?, id: String? = nil, source: String? = nil, reason: String, place: SourceLocation
  ) {
    self.rule = rule
    self.address = address
    self.id = id
    self.source = source
    self.reason = reason
    self.place = place
  }

  /// Whether it is this finding, with its id, that is accepted in an input.
  package func covers(_ finding: Finding, id: String, in input: String) -> Bool {
    guard rule == finding.rule, source == nil || source == input else { return false }
    // An id says more than an address.
    if let own = self.id { return own == id }
    return address == nil || finding.operands.contains { $0.address == address }
  }
}
