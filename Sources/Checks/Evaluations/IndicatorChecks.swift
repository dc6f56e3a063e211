import Accounts
import Evaluations

/// The checks of each indicator: its score against its 分值, its attainment and the reason given.
extension CheckedTable {
  mutating func checkIndicators() {
    if let total {
      apply(.scoreWithinWeight, at: address.fund(total, .score)) { $0.checkFundScoreWithinWeight(total) }
    }
    for row in rows { checkScore(of: row) }
  }

  /// The fund score against 10, whatever its 分值 reads.
  private mutating func checkFundScoreWithinWeight(_ row: FundRow) {
    switch row.score.reading {
    case .number(let score) where score.value > tools.scoring.rules.fundWeight:
      violated(
        .scoreWithinWeight, "资金得分超过分值", [operand(row, .score), operand(row, .weight)],
        expected: "不超过 \(tools.scoring.rules.fundWeight.shortText())")
    case .number: held(.scoreWithinWeight)
    case .blank: return
    case .unknown(let reason): notChecked(.scoreWithinWeight, at: address.fund(row, .score), reason)
    }
  }

  private mutating func checkScore(of row: Row) {
    let at = row.address(of: .score)
    // A row without a 分值 whose name cannot be read may say that there is no such indicator.
    if row.indicator.score.isBlank, row.indicator.level3.isDamaged, row.indicator.weight.number == nil {
      if applies(.blankScore) { notChecked(.blankScore, at: at, "三级指标残缺") }
    } else if row.indicator.score.isBlank {
      if applies(.blankScore) {
        let judgement = tools.scoring.judgement(of: row.indicator, year: table.year)?.rawValue
        let why = row.score == .open ? "，\(judgement ?? layout.scoring.leftToPeople)" : ""
        violated(.blankScore, "“\(row.name)”得分未填\(why)", [operand(row, .score), operand(row, .level3)])
      }
    } else if applies(.blankScore) {
      held(.blankScore)
    }
    guard case .number(let weight) = row.indicator.weight.reading, let score = row.score.value else {
      // Of a score that is open nothing follows, least of all that points were lost.
      let reason = row.score == .open ? "得分未填" : "分值或得分残缺或不是数字"
      for rule in [RuleID.scoreWithinWeight, .missedWithFullScore, .pointsLostWithoutReason] where applies(rule) {
        notChecked(rule, at: at, reason)
      }
      return
    }
    if score > weight.value {
      violated(
        .scoreWithinWeight, "“\(row.name)”得分超过分值", [operand(row, .score), operand(row, .weight)],
        expected: "不超过 \(weight.value.shortText())")
    } else {
      held(.scoreWithinWeight)
    }
    checkReason(row, score: score, weight: weight.value)
    checkAttainment(row, score: score, weight: weight.value)
    apply(.overAchievement, at: at) { table throws(NumberOverflow) in
      try table.checkByRule(row, score: score, weight: weight.value)
    }
  }

  /// Points lost need a reason; so does a full score of what was missed.
  private mutating func checkReason(_ row: Row, score: Rational, weight: Rational) {
    let at = row.address(of: .reason)
    let operands = [operand(row, .score), operand(row, .weight), operand(row, .reason)]
    if score < weight {
      switch row.indicator.reason.givesReason {
      case true?: held(.pointsLostWithoutReason)
      case false?: violated(.pointsLostWithoutReason, "“\(row.name)”扣了分而没有说明原因", operands)
      case nil: notChecked(.pointsLostWithoutReason, at: at, "偏差原因残缺")
      }
    } else {
      held(.pointsLostWithoutReason)
    }
    switch row.attainment {
    case .met: held(.missedWithFullScore)
    case .notComparable(let reason): notChecked(.missedWithFullScore, at: at, reason.rawValue)
    case .missed where score != weight: held(.missedWithFullScore)
    case .missed:
      switch row.indicator.reason.givesReason {
      case true?: held(.missedWithFullScore)
      case false?:
        violated(
          .missedWithFullScore, "“\(row.name)”未达目标而得满分，也没有说明",
          [operand(row, .score), operand(row, .target), operand(row, .actual)],
          expected: "低于 \(weight.shortText())")
      case nil: notChecked(.missedWithFullScore, at: at, "偏差原因残缺")
      }
    }
  }

  /// What is worth a look: met with points lost, words for a figure, = missed on the better side.
  private mutating func checkAttainment(_ row: Row, score: Rational, weight: Rational) {
    if row.attainment == .met {
      if score < weight, !isDeducted(row, weight: weight) {
        violated(
          .metWithPointsLost, "“\(row.name)”达到目标却扣了分",
          [operand(row, .score), operand(row, .weight), operand(row, .target), operand(row, .actual)],
          expected: weight.shortText())
      } else {
        held(.metWithPointsLost)
      }
    }
    if row.target.quantity != nil, row.attainment != .notComparable(.damaged) {
      if case .words = row.actual, score == weight {
        violated(
          .wordsForFigure, "“\(row.name)”的目标是数字，完成值是文字，得满分",
          [operand(row, .actual), operand(row, .target)])
      } else {
        held(.wordsForFigure)
      }
    }
    if let target = row.target.quantity, target.comparison == .equal, row.attainment == .met,
      let actual = row.actual.quantity, let (wanted, reached) = tools.reader.comparable(target, actual)
    {
      if wanted == reached {
        held(.favourableDeviation)
      } else {
        violated(
          .favourableDeviation, "“\(row.name)”的目标是等于，完成值偏离而有利",
          [operand(row, .actual), operand(row, .target)])
      }
    }
  }

  /// Whether the rules themselves deduct points from a target that was met.
  private func isDeducted(_ row: Row, weight: Rational) -> Bool {
    guard let score = try? scoreByRule(row, weight: weight) else { return false }
    return score.deducted > .zero
  }

  private func scoreByRule(_ row: Row, weight: Rational) throws(NumberOverflow) -> IndicatorScore? {
    try IndicatorScore(
      target: row.target, actual: row.actual, weight: weight, isCost: row.indicator.isCost, by: tools.scoring)
  }

  /// The score the rules determine: deductions for what was exceeded by far, proportions for what was missed.
  private mutating func checkByRule(_ row: Row, score: Rational, weight: Rational) throws(NumberOverflow) {
    guard row.attainment == .met || row.attainment == .missed,
      let byRule = try scoreByRule(row, weight: weight)
    else { return }
    let operands = [operand(row, .score), operand(row, .target), operand(row, .actual)]
    if let excess = byRule.excess {
      if byRule.deducted > .zero, score > byRule.score {
        violated(
          .overAchievement,
          "“\(row.name)”超过目标 \(excess.shortText(decimals: 2))%，应扣分值的 \(byRule.deducted.shortText())%",
          operands, expected: byRule.score.shortText())
      } else {
        held(.overAchievement)
      }
    }
    guard row.attainment == .missed, applies(.proportionalScore) else { return }
    let residual = try (score - byRule.score).magnitude()
    let tolerance = layout.scoring.tolerance
    if residual <= tolerance { return held(.proportionalScore) }
    violated(
      .proportionalScore, "“\(row.name)”未达目标，得分与按比例计算的不符", operands,
      expected: byRule.score.shortText(decimals: tools.scoring.rules.decimals),
      residual: residual.shortText(decimals: tools.scoring.rules.decimals), allowed: tolerance.shortText())
  }
}
