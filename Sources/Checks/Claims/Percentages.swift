import Accounts
import Tables

extension ClaimCheck {
  /// N15: the share of a whole.
  static let share = ClaimCheck(.share) { rule, input in
    input.prose.claims.filter { $0.measure == .share }.map { claim in
      rule.percentage(claim, input, whole: claim.baseQuantity)
    }
  }

  /// N16: how much of a budget was spent.
  static let completion = ClaimCheck(.completion) { rule, input in
    input.prose.claims.filter { $0.measure == .completion }.map { claim in
      rule.percentage(claim, input, whole: claim.baseQuantity)
    }
  }

  /// N17: the rate of a change.
  static let rateOfChange = ClaimCheck(.rateOfChange) { rule, input in
    var change: Claim?
    return input.prose.claims.compactMap { claim -> Result? in
      if claim.measure == .change { change = claim }
      guard claim.measure == .changeRate else { return nil }
      guard let change, change.quantity == claim.quantity, change.base == claim.base, change.line == claim.line,
        let moved = input.value(of: change), let now = input.value(of: claim.quantity, near: claim.line)
      else { return Result(claim, .notChecked("没有同时说明增减额和决算数")) }
      let before = ClaimInput.Value(
        low: now.low &- moved.high, high: now.high &- moved.low, center: now.center &- moved.center,
        operand: now.operand)
      return rule.percentage(
        claim, input, of: moved.magnitude, before.magnitude, with: [change, now.claim],
        operands: [input.operand(change), now.operand])
    }
  }
}

extension Rule {
  /// A percentage of a quantity of this year.
  fileprivate func percentage(_ claim: Claim, _ input: ClaimInput, whole: String?) -> ClaimCheck.Result {
    guard let whole, let base = input.value(of: whole, near: claim.line),
      let part = input.value(of: claim.quantity, near: claim.line)
    else { return ClaimCheck.Result(claim, .notChecked("没有读到所比的两个数")) }
    return percentage(
      claim, input, of: part, base, with: [part.claim, base.claim], operands: [part.operand, base.operand])
  }

  /// What is printed against what the figures give.
  fileprivate func percentage(
    _ claim: Claim, _ input: ClaimInput, of part: ClaimInput.Value, _ whole: ClaimInput.Value,
    with others: [Claim?], operands: @autoclosure () -> [Finding.Operand]
  ) -> ClaimCheck.Result {
    guard case .number(let count, let decimals) = claim.figure.content else {
      return ClaimCheck.Result(claim, .notChecked("没有说出比例"))
    }
    let ratio = Ratio(part: part, whole: whole)
    guard let displayed = ratio.displayed(decimals: decimals) else {
      let outcome = Outcome.violated(residual: 0, allowed: 0)
      return ClaimCheck.Result(
        claim, outcome, with: others,
        finding: finding(
          "比较的数为零，不能计算比例", claim, input, with: operands(), in: .ofNothing))
    }
    if displayed == count { return ClaimCheck.Result(claim, .equal, with: others) }
    let expected = decimalText(displayed, decimals: decimals) + "%"
    let residual = decimalText(count &- displayed, decimals: decimals)
    if ratio.canPrint(count, decimals: decimals) != false {
      return ClaimCheck.Result(
        claim, .withinRounding(residual: count &- displayed, allowed: count &- displayed), with: others,
        finding: finding(
          "\(input.words(of: claim))按公布的数计算不是这个数，可能是按元计算的", claim, input, with: operands(), expected: expected,
          residual: residual, in: .withinRounding))
    }
    return ClaimCheck.Result(
      claim, .violated(residual: count &- displayed, allowed: 0), with: others,
      finding: finding(
        "\(input.words(of: claim))与公布的数不符", claim, input, with: operands(), expected: expected, residual: residual))
  }
}

extension ClaimInput.Value {
  /// The value without its sign.
  var magnitude: ClaimInput.Value {
    guard center < 0 else { return self }
    return ClaimInput.Value(low: 0 &- high, high: 0 &- low, center: 0 &- center, operand: operand)
  }
}
