import Accounts
import Tables

extension YearCheck {
  /// Y03: what is compared is the same unit's disclosure of the year before.
  static let consecutiveYears = YearCheck(
    id: "Y03", title: "与之比较的是同一单位上一年度的公开", severity: .warning, basis: "上年决算数取自上一年度的公开文件"
  ) { check, input in
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
        finding: check.finding(message, [], advice: "请核对 --prior 给的是不是本单位上一年度的账或公开文件"))
    }
  }
}
