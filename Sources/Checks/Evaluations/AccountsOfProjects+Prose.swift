import Accounts
import Evaluations
import Formats
import Tables

extension AccountsOfProjects {
  /// The same accounts with what a text states of the self-evaluations.
  func stated(in prose: Prose?) -> AccountsOfProjects {
    var accounts = self
    guard let prose else { return accounts }
    func claim(_ quantity: String) -> Claim? {
      prose.claims.first { $0.quantity == quantity && $0.measure == .amount }
    }
    func count(_ quantity: String) -> Int? {
      guard case .number(let count, 0)? = claim(quantity)?.figure.content else { return nil }
      return Int(count)
    }
    accounts.statedNumber = count("绩效自评项目个数")
    for grade in Grade.allCases { accounts.statedGrades[grade] = count("自评为\(grade.rawValue)的项目") }
    accounts.statedInvolved = claim("绩效自评涉及资金").flatMap { PrintedNumber(wanyuan: $0.figure) }
    accounts.statedPlace = (claim("绩效自评项目个数") ?? claim("绩效自评涉及资金")).flatMap { prose.place(of: $0) }
    return accounts
  }
}

extension Prose {
  /// The claims that the rules of self-evaluations compared with the tables.
  func claims(comparedBy rules: [String: CheckReport.RuleCount]) -> Set<Claim> {
    func applied(_ rule: RuleID) -> Bool { rules[rule.rawValue].map { $0.held + $0.violated > 0 } ?? false }
    let byNumber = applied(.statedNumber)
    let byFunds = applied(.statedFunds)
    let byGrades = applied(.statedGrades)
    guard byNumber || byFunds || byGrades else { return [] }
    return Set(
      claims.filter { claim in
        claim.quantity == "绩效自评项目个数" && byNumber || claim.quantity == "绩效自评涉及资金" && byFunds
          || claim.quantity.begins(with: "自评为") && byGrades
      })
  }
}

extension PrintedNumber {
  /// An amount of money in 万元; nil for any other figure.
  fileprivate init?(wanyuan figure: Figure) {
    guard case .number(let count, let places) = figure.content, case .money(let unit) = figure.unit else { return nil }
    let decimals = places + (unit == .yuan ? 4 : 0)
    guard let scale = try? Rational.powerOfTen(decimals), let value = try? Rational(count, over: scale) else {
      return nil
    }
    self.init(value: value, decimals: decimals)
  }
}
