package import Accounts
import Tables

/// A check of what sentences state: one a file, listed in ``ClaimCheck/all``.
package struct ClaimCheck: Sendable {
  /// The rule's id.
  package let id: String
  /// What must hold, in one clause.
  package let title: String
  /// How bad it is when it does not.
  package let severity: Finding.Severity
  /// Where the rule comes from.
  package let basis: String
  let cases: @Sendable (ClaimCheck, ClaimInput) -> [Result]

  /// How one case came out, and the finding where it came out badly.
  struct Result {
    let subject: FigureAddress
    let outcome: Outcome
    var finding: Finding?
  }

  /// Every check of sentences, in the order in which they run.
  package static let all: [ClaimCheck] = [
    .statedAsPrinted, .statedTwice, .share, .sharesOfWhole, .completion, .rateOfChange, .directionOfChange,
    .changeFromBudget, .comparison, .countsOfNothing, .listed, .absent, .reasonGiven, .markedValue,
  ]

  /// A finding about a claim.
  func finding(
    _ message: String, _ claim: Claim, _ input: ClaimInput, with operands: [Finding.Operand] = [],
    expected: String? = nil, residual: String? = nil, severity: Finding.Severity? = nil,
    advice: String = "请核对这句话与所列各数，改正有误的一处"
  ) -> Finding {
    Finding(
      rule: id, severity: severity ?? self.severity, message: message, operands: [input.operand(claim)] + operands,
      expected: expected, residual: residual, advice: advice)
  }
}
