import Accounts
import Tables

extension ClaimCheck {
  /// N14: something no table prints, stated in two sentences.
  static let statedTwice = ClaimCheck(.statedTwice) { rule, input in
    var first: [FigureAddress: Claim] = [:]
    return input.prose.claims.compactMap { claim -> Result? in
      guard [.amount, .change, .changeRate].contains(claim.measure) else { return nil }
      // What a table prints is compared with the table, each time it is said.
      if claim.measure == .amount, input.isPrinted(claim.quantity) { return nil }
      let key = FigureAddress(.prose, claim.quantity + (claim.base ?? ""), claim.measure.column)
      guard let earlier = first[key] else {
        first[key] = claim
        return nil
      }
      let isSame = claim.direction == earlier.direction && claim.figure.isSameNumber(as: earlier.figure)
      return Result(
        claim, isSame ? .equal : .violated(residual: 0, allowed: 0), with: [earlier],
        finding: isSame
          ? nil : rule.finding("\(input.words(of: claim))，前后说法不一致", claim, input, with: [input.operand(earlier)]))
    }
  }
}

extension Figure {
  /// Whether two figures in one unit say the same number, trailing zeros aside.
  func isSameNumber(as other: Figure) -> Bool {
    guard unit == other.unit else { return interval == other.interval }
    guard case .number(var count, var decimals) = content,
      case .number(var otherCount, var otherDecimals) = other.content
    else { return content == other.content }
    while decimals > 0, count % 10 == 0 { (count, decimals) = (count / 10, decimals - 1) }
    while otherDecimals > 0, otherCount % 10 == 0 { (otherCount, otherDecimals) = (otherCount / 10, otherDecimals - 1) }
    return count == otherCount && decimals == otherDecimals
  }
}
