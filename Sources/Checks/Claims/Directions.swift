import Accounts
import Tables

extension ClaimCheck {
  /// N19: a change and its rate go the same way, and nothing that moved is called unchanged.
  static let directionOfChange = ClaimCheck(.directionOfChange) { rule, input in
    var change: Claim?
    return input.prose.claims.compactMap { claim -> Result? in
      if claim.measure == .change {
        defer { change = claim }
        guard let change, change.quantity == claim.quantity, change.base == claim.base, change.line == claim.line,
          (change.direction == .equal) != (claim.direction == .equal)
        else { return nil }
        return Result(
          subject: claim.address, outcome: .violated(residual: 0, allowed: 0),
          finding: rule.finding("既说持平，又说有增减", claim, input, with: [input.operand(change)]))
      }
      guard claim.measure == .changeRate, let change, change.quantity == claim.quantity, change.base == claim.base,
        change.line == claim.line
      else { return nil }
      guard change.direction != claim.direction else { return Result(subject: claim.address, outcome: .equal) }
      return Result(
        subject: claim.address, outcome: .violated(residual: 0, allowed: 0),
        finding: rule.finding("增减额与增减率的方向相反", claim, input, with: [input.operand(change)]))
    }
  }

  /// N18: a change from a budget is the difference from it.
  static let changeFromBudget = ClaimCheck(.changeFromBudget) { rule, input in
    input.prose.claims.compactMap { claim -> Result? in
      guard claim.measure == .change, let budget = claim.baseQuantity, let direction = claim.direction,
        let now = input.value(of: claim.quantity, near: claim.line),
        let base = input.value(of: budget, near: claim.line)
      else { return nil }
      let difference = now.center &- base.center
      if case .number = claim.figure.content, let figure = FigureIndex.Entry(TableFigure(claim.address, claim.figure)) {
        let stated = direction == .less ? 0 &- figure.center : figure.center
        let residual = stated &- difference
        let others = [now.claim, base.claim]
        if residual == 0 { return Result(claim, .equal, with: others) }
        let allowed = figure.step
        if residual.magnitude <= allowed.magnitude {
          return Result(claim, .withinRounding(residual: residual, allowed: allowed), with: others)
        }
        return Result(
          claim, .violated(residual: residual, allowed: allowed), with: others,
          finding: rule.finding(
            "\(input.words(of: claim))与公布的数不符", claim, input, with: [now.operand, base.operand],
            expected: claim.figure.unit.text(ofDifference: difference),
            residual: claim.figure.unit.text(ofDifference: residual)))
      }
      return rule.compare(claim, input, now, base)
    }
  }

  /// N21: 大于, 小于 and 持平.
  static let comparison = ClaimCheck(.comparison) { rule, input in
    input.prose.claims.compactMap { claim -> Result? in
      guard claim.measure == .comparison, let budget = claim.baseQuantity else { return nil }
      guard let now = input.value(of: claim.quantity, near: claim.line),
        let base = input.value(of: budget, near: claim.line)
      else {
        return rule.compare(claim, with: input.completion(beside: claim), input)
          ?? Result(claim, .notChecked("没有读到所比的两个数"))
      }
      return rule.compare(claim, input, now, base)
    }
  }
}

extension ClaimInput {
  /// How much of the budget a claim compares with was spent, as the same paragraph states it; nil where it does not.
  fileprivate func completion(beside claim: Claim) -> Claim? {
    prose.claims.last {
      $0.measure == .completion && $0.line == claim.line && $0.quantity == claim.quantity && $0.base == claim.base
    }
  }
}

extension Rule {
  /// What is said of a budget that no amount is stated of, beside how much of it was spent; nil where that is not said.
  fileprivate func compare(
    _ claim: Claim, with completion: Claim?, _ input: ClaimInput
  ) -> ClaimCheck.Result? {
    guard let completion, case .number(let count, let decimals) = completion.figure.content, decimals <= 6 else {
      return nil
    }
    let whole = (0..<decimals).reduce(Int64(100)) { whole, _ in whole * 10 }
    let actual: Direction = count > whole ? .more : count < whole ? .less : .equal
    // What is printed as 100% may be a little more or less.
    if actual == claim.direction || actual == .equal { return ClaimCheck.Result(claim, .equal, with: [completion]) }
    return ClaimCheck.Result(
      claim, .violated(residual: 0, allowed: 0), with: [completion],
      finding: finding("大小的说法与完成预算的比例不符", claim, input, with: [input.operand(completion)]))
  }

  fileprivate func compare(
    _ claim: Claim, _ input: ClaimInput, _ now: ClaimInput.Value, _ base: ClaimInput.Value
  ) -> ClaimCheck.Result {
    let actual: Direction = now.center > base.center ? .more : now.center < base.center ? .less : .equal
    let others = [now.claim, base.claim]
    guard actual != claim.direction else { return ClaimCheck.Result(claim, .equal, with: others) }
    let word = ["增": "大于", "减": "小于", "平": "持平"][actual.rawValue]
    // Amounts that print alike may differ, and amounts that print unlike cannot be alike.
    let isPossible = actual == .equal && now.low < base.high && now.high > base.low
    return ClaimCheck.Result(
      claim, isPossible ? .withinRounding(residual: 0, allowed: 0) : .violated(residual: 0, allowed: 0), with: others,
      finding: finding(
        isPossible ? "两个数印出来相同，文字却说有大小" : "大小的说法与数不符", claim, input, with: [now.operand, base.operand],
        expected: word, in: isPossible ? .withinRounding : nil))
  }
}
