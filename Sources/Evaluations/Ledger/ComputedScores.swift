import Accounts

/// Fills the scores that a ledger leaves blank, where the rules determine them.
struct ComputedScores {
  let rules: ScoringRules
  private let reader: TargetReader

  init() throws {
    rules = try ScoringRules()
    reader = try TargetReader()
  }

  /// Fills what is blank: the indicators' scores, 总分, the grade. What the rules leave to a person stays blank, and with
  /// it the total.
  func fill(_ table: inout EvaluationTable) throws {
    for index in table.indicators.indices {
      let row = table.indicators[index]
      guard !row.isPlaceholder, row.score.isBlank, let score = try score(of: row, in: table) else { continue }
      table.indicators[index].score = .computed(score.shortText(decimals: rules.decimals))
    }
    if table.totalScore.isBlank, let total = try total(of: table) {
      table.totalScore = .computed(total.shortText())
    }
    if table.layout.showsGrade, table.grade.isBlank, let grade = grade(of: table) {
      table.grade = .computed(grade.rawValue)
    }
  }

  /// The grade that follows from the total; nil while that is not known.
  private func grade(of table: EvaluationTable) -> Grade? {
    (table.totalScore.number?.value).flatMap(rules.grade)
  }

  /// The score of an indicator; nil where the rules do not determine it.
  ///
  /// Proportions and deductions are prescribed by one layout only, so that others leave what was missed to a person; that
  /// what meets its target has all its points is common to all. Words that repeat the target meet it, and the closed
  /// words of a layout are worth what it says.
  private func score(of row: Indicator, in table: EvaluationTable) throws -> Rational? {
    guard let weight = row.weight.number?.value, !row.actual.isBlank else { return nil }
    let target = reader.target(row.target.text, initial: row.initialTarget.text, year: table.year)
    let actual = reader.target(row.actual.text, year: table.year)
    if table.layout.scoring.isProportional,
      let score = try IndicatorScore(
        target: target, actual: actual, weight: weight, isCost: row.isCost, reader: reader, rules: rules)
    {
      return try score.score.rounded(rules.decimals)
    }
    if let part = table.layout.scoring.verdicts[row.actual.text.foldedForComparison].flatMap({ Rational(decimal: $0) })
    {
      return try weight * part
    }
    if reader.attainment(of: target, by: actual, isCost: row.isCost) == .met { return weight }
    if case .words(let words) = target, words == row.actual.text.foldedForComparison { return weight }
    return nil
  }

  private func total(of table: EvaluationTable) throws -> Rational? {
    guard var sum = table.fund.first(where: { $0.role == .total })?.score.number?.value else { return nil }
    for row in table.indicators where !row.isPlaceholder {
      guard let score = row.score.number?.value else { return nil }
      sum = try sum + score
    }
    return sum
  }
}
