import Accounts
import Tables

extension ClaimCheck {
  /// N24: a page that marks a text as standing for a value shows that value.
  static let markedValue = ClaimCheck(
    id: "N24", title: "网页显示的数和词与其标记的一致", severity: .error, basis: "网页中 data 元素的 value"
  ) { check, input in
    input.prose.mismatches.map { mismatch in
      Result(
        subject: FigureAddress(.prose, "标记", 1), outcome: .violated(residual: 0, allowed: 0),
        finding: Finding(
          rule: check.id, severity: check.severity,
          message: "网页显示\(Problem.quoted(mismatch.shown))，标记却是\(Problem.quoted(mismatch.marked))", operands: [],
          place: mismatch.place, expected: mismatch.marked, advice: "文字可能在生成后被改动，请核对并重新生成"))
    }
  }
}
