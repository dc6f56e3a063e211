import Accounts
import Tables

extension YearCheck {
  /// Y03: what is compared is the same unit's disclosure of the year before.
  static let consecutiveYears = YearCheck(.consecutiveYears) { rule, input in
    var messages: [String] = []
    if let year = input.now.year, let prior = input.prior.year, prior != year - 1 {
      messages.append("与之比较的是 \(prior) 年度，本年是 \(year) 年度")
    }
    if let name = input.now.unitName, let prior = input.prior.unitName,
      name.foldedForComparison != prior.foldedForComparison
    {
      messages.append("与之比较的是\(Problem.quoted(prior))，本年是\(Problem.quoted(name))")
    }
    return messages.map { message in
      ClaimCheck.Result(
        subject: FigureAddress(.prose, "上年", 1), outcome: .notApplicable(message),
        finding: rule.finding(message, []))
    }
  }
}
