import Accounts
import Tables

extension YearCheck {
  /// Y02: a change that a sentence states is the difference between the two years' published figures.
  static let statedChanges = YearCheck(.statedChanges) { rule, input in
    (input.now.prose?.claims ?? []).compactMap { claim -> ClaimCheck.Result? in
      guard claim.measure == .change, claim.base == Claim.lastYear,
        let stated = FigureIndex.Entry(claim, place: input.now.prose?.place(of: claim)),
        input.catalogue.addresses(of: claim.quantity).allSatisfy({ input.nowIndex.unread($0) == nil }),
        let now = input.catalogue.addresses(of: claim.quantity).lazy.compactMap({ input.entry($0, in: input.nowIndex) })
          .first(where: \.isNumber), let before = input.priorValue(of: claim.quantity)
      else { return nil }
      let residual = stated.center &- (now.center &- before.center)
      if residual == 0 { return ClaimCheck.Result(claim, .equal) }
      // Differences of exact amounts, rounded, may be one last place off.
      let isPossible = residual.magnitude <= stated.step.magnitude && claim.figure.content != .blank
      let operands = [
        Finding.Operand(
          address: claim.address.description, label: input.now.prose?.words(of: claim) ?? "", printed: claim.printed,
          place: input.now.prose?.place(of: claim)),
        input.nowOperand(now.figure.address), input.priorOperand(before.figure.address),
      ]
      return ClaimCheck.Result(
        claim,
        isPossible
          ? .withinRounding(residual: residual, allowed: stated.step)
          : .violated(residual: residual, allowed: stated.step),
        finding: rule.finding(
          isPossible ? "所说的增减与两年公布的数之差相差一个末位，可能是按元计算的" : "所说的增减与两年公布的数之差不符", operands,
          expected: claim.figure.unit.text(ofDifference: now.center &- before.center),
          residual: claim.figure.unit.text(ofDifference: residual), in: isPossible ? .withinRounding : nil))
    }
  }
}
