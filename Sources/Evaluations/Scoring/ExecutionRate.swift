/// The execution rate (执行率) of a fund row: 全年执行数 over 全年预算数, in percent points.
///
/// Where a layout computes from exact amounts and prints rounded ones, the rate is known only between two bounds;
/// elsewhere they are one.
package struct ExecutionRate: Hashable, Sendable {
  package let lowest: Rational
  package let highest: Rational

  /// The rate from the amounts; throws when it cannot be computed exactly. Nothing of nothing is 0.
  ///
  /// - Parameter roundedTo: The decimals to which the amounts were rounded; nil when they are exact.
  package init(executed: Rational, budget: Rational, roundedTo decimals: Int? = nil) throws(NumberOverflow) {
    guard budget != .zero else {
      (lowest, highest) = (.zero, .zero)
      return
    }
    let percent = Rational(100)
    guard let decimals else {
      lowest = try executed / budget * percent
      highest = lowest
      return
    }
    // Equal amounts are printed from one and the same; their rate is 100 whatever was rounded away.
    guard executed != budget else {
      (lowest, highest) = (percent, percent)
      return
    }
    let half = try Rational(1, over: Rational.powerOfTen(decimals)) / Rational(2)
    lowest = try (executed - half) / (budget + half) * percent
    highest = try (executed + half) / (budget - half) * percent
  }

  /// Whether a printed rate is this one rounded 四舍五入 to the decimals printed.
  package func prints(as printed: PrintedNumber) throws(NumberOverflow) -> Bool {
    let (low, high) = (try lowest.rounded(printed.decimals), try highest.rounded(printed.decimals))
    return (low...max(low, high)).contains(printed.value)
  }

  /// The fund score: the rate, at most 1, of the 分值; rounded where decimals are given.
  package func score(of weight: Rational, decimals: Int?) throws(NumberOverflow) -> ClosedRange<Rational> {
    let bounds = [lowest, highest]
    var scores: [Rational] = []
    for bound in bounds {
      let score = try min(max(bound, .zero), Rational(100)) / Rational(100) * weight
      scores.append(try decimals.map { decimals throws(NumberOverflow) in try score.rounded(decimals) } ?? score)
    }
    return scores[0]...max(scores[0], scores[1])
  }
}
