import Accounts
import Tables

extension ClaimCheck {
  /// N28: what cost nothing happened no times, and what cost something happened.
  static let countsOfNothing = ClaimCheck(.countsOfNothing) { rule, input in
    input.prose.claims.compactMap { claim -> Result? in
      guard claim.measure == .amount, claim.figure.unit == .things,
        let expense = expenses.first(where: { $0.counts.contains(claim.quantity) })?.name,
        let amount = input.value(of: expense, near: claim.line), let count = input.value(of: claim)
      else { return nil }
      guard (amount.center == 0) != (count.center == 0) else { return Result(claim, .equal, with: [amount.claim]) }
      return Result(
        claim, .violated(residual: 0, allowed: 0), with: [amount.claim],
        finding: rule.finding(
          count.center == 0 ? "有支出，数量却是零" : "没有支出，数量却不是零", claim, input, with: [amount.operand]))
    }
  }

  private static let expenses: [(name: String, counts: [String])] = [
    ("因公出国（境）费", ["出国（境）团组", "出国（境）人次"]), ("公务用车购置费", ["购置公务用车"]), ("公务接待费", ["接待批次", "接待人次"]),
    ("国内接待费", ["国内接待批次", "国内接待人次"]), ("外事接待费", ["外事接待批次", "外事接待人次"]),
    ("国（境）外接待费", ["国（境）外接待批次", "国（境）外接待人次"]),
  ]
}
