package import Accounts

/// What is to be said of the ledger itself that a disclosure is composed from.
package struct LedgerRemark: Sendable {
  /// The rule that it is said by.
  package let rule: RuleID
  /// What is wrong, in one sentence without its end.
  package let message: String
  /// Where it stands in the ledger, or should.
  package let place: SourceLocation

  package init(_ rule: RuleID, _ message: String, at place: SourceLocation) {
    self.rule = rule
    self.message = message
    self.place = place
  }
}
