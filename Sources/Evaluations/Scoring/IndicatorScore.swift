/// What the scoring rules make of one quantitative indicator (填报注意事项 3 and 5).
package struct IndicatorScore: Hashable, Sendable {
  /// The score, not rounded.
  package let score: Rational
  /// By how many percent the target was exceeded; nil where that does not count (反向指标, =, a target of nothing).
  package let excess: Rational?
  /// How many percent of the 分值 are deducted for it.
  package let deducted: Rational

  /// The score of an indicator; nil where the rules do not determine it: words, days, units that differ.
  ///
  /// More is better: B/A of the 分值, at most all of it, less a deduction where the target was set too low. Less is
  /// better: A/B of it, all of it when B is nothing. Throws when it cannot be computed exactly.
  package init?(
    target: Target, actual: Target, weight: Rational, isCost: Bool, by scoring: Scoring
  ) throws(NumberOverflow) {
    let (reader, rules) = (scoring.reader, scoring.rules)
    guard let wanted = target.quantity, let reached = actual.quantity,
      let (goal, done) = reader.comparable(wanted, reached)
    else { return nil }
    let attainment = reader.attainment(of: target, by: actual, isCost: isCost)
    let comparison = wanted.comparison(isCost: isCost)
    let isLessBetter = comparison.isLimit || (comparison == .equal && isCost)
    switch attainment {
    case .met:
      excess =
        comparison == .equal || isLessBetter || goal <= .zero ? nil : try (done - goal) / goal * Rational(100)
      let over = excess ?? .zero
      deducted = rules.overAchievement.first { over >= $0.from }?.deducted ?? .zero
      score = try weight * (Rational(100) - deducted) / Rational(100)
    case .missed:
      (excess, deducted) = (nil, .zero)
      if isLessBetter {
        guard done > .zero, goal >= .zero else { return nil }
        score = try min(weight, weight * goal / done)
      } else {
        guard goal > .zero else { return nil }
        score = try min(weight, max(.zero, weight * done / goal))
      }
    case .notComparable: return nil
    }
  }
}
