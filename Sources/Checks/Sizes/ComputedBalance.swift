import Accounts
import Tables

extension SizeCheck {
  /// S05: a closing balance of a ledger that no row states and that is large beside the year's income: expenditure left
  /// out would be in it.
  static let computedBalance = SizeCheck(.computedBalance) { rule, input in
    guard let computed = input.tables.unstatedClosing, computed.fen >= input.limits.leastComputed,
      let income = input.entry(FigureAddress(.t01, "27", 1)),
      Int128(computed.fen) * 100 > Int128(max(0, income.center)) * Int128(input.limits.computedPercent)
    else { return [] }
    let operands = [FigureAddress(.t01, "60", 2), FigureAddress(.t01, "27", 1)].compactMap(input.entry)
      .map { IdentityFinding.operand($0.figure, input.tables) }
    return [rule.finding("年末结转和结余中有 \(computed.yuanText) 元没有填报，只是由收支相减得出的，可能漏填了支出", operands)]
  }
}
