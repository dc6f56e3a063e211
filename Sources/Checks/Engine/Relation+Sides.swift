import Accounts

extension Relation {
  /// The terms that stand on the left.
  package var left: [Term] { terms.filter { $0.weight > 0 } }
  /// The terms that stand on the right, their weights below zero.
  package var right: [Term] { terms.filter { $0.weight < 0 } }

  /// The most decimals with which any of its figures is printed.
  package var decimals: Int { terms.map(\.content.decimals).max() ?? 0 }

  /// What each side comes to as printed, in units of the last place of its ``decimals``; nil when it does not fit.
  package var sums: (left: Int64?, right: Int64?) { (sum(of: left, sign: 1), sum(of: right, sign: -1)) }

  private func sum(of side: [Term], sign: Int64) -> Int64? {
    let decimals = decimals
    var sum: Int64 = 0
    for term in side {
      guard case .number(let number, let own) = term.content else { continue }
      var factor = term.weight * sign
      for _ in own..<decimals { factor *= 10 }
      let (product, overflowed) = factor.multipliedReportingOverflow(by: number)
      let (next, carried) = sum.addingReportingOverflow(product)
      guard !overflowed, !carried else { return nil }
      sum = next
    }
    return sum
  }
}

extension Figure.Content {
  /// How many decimals are printed; none for a blank or a dash.
  fileprivate var decimals: Int { if case .number(_, let decimals) = self { decimals } else { 0 } }
}
