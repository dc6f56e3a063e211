import Accounts
import Tables

extension ClaimCheck {
  /// N24: a page that marks a text as standing for a value shows that value.
  static let markedValue = ClaimCheck(.markedValue) { rule, input in
    input.prose.mismatches.map { mismatch in
      Result(
        subject: FigureAddress(.prose, "标记", 1), outcome: .violated(residual: 0, allowed: 0),
        finding: Finding(
          rule: rule.id, severity: rule.severity,
          message: "网页显示\(Problem.quoted(mismatch.shown))，标记却是\(Problem.quoted(mismatch.marked))", operands: [],
          place: mismatch.place, expected: mismatch.marked, advice: rule.advice(nil)))
    }
  }
}
