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

  /// What is said of rows that say the same, by the sheet; nil where there are none.
  package init?(_ equal: EqualRows, of ledger: Ledger) {
    guard let first = equal.groups.first, let place = first.first else { return nil }
    let sheet = ledger.schema.title(equal.sheet)
    let lines = first.compactMap(\.line).map(String.init).joined(separator: "、")
    let others = equal.groups.count > 1 ? "，这样的行共有 \(equal.groups.count) 组" : ""
    self.init(.equalRows, "“\(sheet)”第 \(lines) 行的科目、性质和金额都相同\(others)", at: place)
  }
}
