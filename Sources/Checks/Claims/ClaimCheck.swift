import Accounts
import Tables

/// A check of what sentences state: one a file, listed in ``CheckList``.
struct ClaimCheck: Sendable {
  let id: RuleID
  /// How the cases came out, given the rule's entry of the catalogue.
  let cases: @Sendable (Rule, ClaimInput) -> [Result]

  /// How one case came out, and the finding where it came out badly.
  struct Result {
    let subject: FigureAddress
    let outcome: Outcome
    let finding: Finding?
    /// The claims that were compared, with a table or with each other.
    let compared: [Claim]

    /// How a case came out that is about no claim.
    init(subject: FigureAddress, outcome: Outcome, finding: Finding? = nil, compared: [Claim] = []) {
      self.subject = subject
      self.outcome = outcome
      self.finding = finding
      self.compared = outcome.isChecked ? compared : []
    }

    /// How the case of a claim came out, which was compared with `others`.
    init(_ claim: Claim, _ outcome: Outcome, with others: [Claim?] = [], finding: Finding? = nil) {
      self.init(
        subject: claim.address, outcome: outcome, finding: finding, compared: [claim] + others.compactMap(\.self))
    }
  }

  init(_ id: RuleID, _ cases: @escaping @Sendable (Rule, ClaimInput) -> [Result]) {
    self.id = id
    self.cases = cases
  }
}

extension Rule {
  /// A finding of this rule about a claim.
  func finding(
    _ message: String, _ claim: Claim, _ input: ClaimInput, with operands: [Finding.Operand] = [],
    expected: String? = nil, residual: String? = nil, in one: RuleCase? = nil
  ) -> Finding {
    Finding(
      rule: id, severity: severity(one), message: message, operands: [input.operand(claim)] + operands,
      expected: expected, residual: residual, advice: advice(one))
  }
}
