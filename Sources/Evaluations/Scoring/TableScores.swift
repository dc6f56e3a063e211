/// A score (得分) and where it comes from.
package enum Score: Hashable, Sendable {
  /// A person gave it. Whether it is right, the checks say.
  case given(Rational)
  /// Left blank in a ledger and determined by the rules.
  case computed(Rational)
  /// Nothing stands there, which says that there are no points: a mark that the cell does not apply, or a blank in a
  /// publication whose layout counts blanks so.
  case nothing
  /// Blank, and so not known: a ledger that is not scored yet (尚未计分), or a layout that says nothing about blanks.
  case open
  /// Damaged, no number, or too large: why nothing follows from it.
  case unknown(String)

  /// The points; nil while they are not known.
  package var value: Rational? {
    switch self {
    case .given(let score), .computed(let score): score
    case .nothing: .zero
    case .open, .unknown: nil
    }
  }
}

/// The scores of one table, and what they add up to.
package struct TableScores: Hashable, Sendable {
  /// The score of the fund block.
  package let fund: Score
  /// The scores of the indicators, in their order; nothing for a placeholder.
  package let indicators: [Score]
  /// What the fund score, at most its 分值, and the scores of the indicators add up to; nil while one is not known.
  package let sum: Rational?
  /// 总分 as given, else what the scores add up to.
  package let total: Score
  /// The grade of the total; nil while that is not known.
  package let grade: Grade?

  init(
    fund: Score, indicators: [Score], sum: Rational?, printedTotal: PrintedCell, hasLostRows: Bool,
    rules: ScoringRules
  ) {
    self.fund = fund
    self.indicators = indicators
    self.sum = sum
    switch printedTotal.reading {
    case .number(let number): total = .given(number.value)
    case .unknown(let reason): total = .unknown(reason)
    case .blank: total = hasLostRows ? .open : sum.map(Score.computed) ?? .open
    }
    grade = total.value.flatMap(rules.grade)
  }
}
