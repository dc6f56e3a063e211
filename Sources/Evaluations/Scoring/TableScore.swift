/// The scores of one table: given by a person where printed, computed where blank and determined by the rules.
package struct TableScore: Hashable, Sendable {
  /// A score and where it comes from.
  package enum Value: Hashable, Sendable {
    /// Printed: a person gave it. Whether it is right, the checks say.
    case given(Rational)
    /// Blank, and computed by the rules.
    case computed(Rational)
    /// Blank, damaged, or not a number, and left to a person.
    case undetermined

    /// The score; nil when it is undetermined.
    package var score: Rational? {
      switch self {
      case .given(let score), .computed(let score): score
      case .undetermined: nil
      }
    }
  }

  /// The score of the fund block.
  package let fund: Value
  /// The scores of the indicators, in their order; nothing for a placeholder.
  package let indicators: [Value]
  /// 总分.
  package let total: Value
  /// The grade of the total; nil while that is undetermined.
  package let grade: Grade?

  /// Scores a table; throws when a number cannot be computed exactly.
  package init(_ table: EvaluationTable, reader: TargetReader, rules: ScoringRules) throws {
    let fund = try TableScore.fund(table, rules: rules)
    let indicators = try table.indicators.map { row in
      row.isPlaceholder
        ? .computed(.zero) : try TableScore.indicator(row, of: table, reader: reader, rules: rules)
    }
    self.fund = fund
    self.indicators = indicators
    total =
      try TableScore.given(table.totalScore)
      ?? TableScore.sum([fund] + indicators, isComplete: !table.hasLostRows && !table.totalScore.isDamaged)
    grade = total.score.flatMap(rules.grade)
  }

  private static func fund(
    _ table: EvaluationTable, rules: ScoringRules
  ) throws -> Value {
    guard let row = table.fund.first(where: { $0.role == .total }) else { return .undetermined }
    if let given = given(row.score) { return given }
    guard row.score.isBlank, let budget = row.fullYearBudget.number, let executed = row.executed.number else {
      return .undetermined
    }
    let rate = try ExecutionRate(executed: executed.value, budget: budget.value)
    return .computed(try rate.score(of: rules.fundWeight, decimals: rules.decimals).lowerBound)
  }

  private static func indicator(
    _ row: Indicator, of table: EvaluationTable, reader: TargetReader, rules: ScoringRules
  ) throws -> Value {
    if let given = given(row.score) { return given }
    if table.layout.scoring.blankScoreIsZero, row.score.isBlank { return .computed(.zero) }
    guard table.layout.scoring.isProportional, row.score.isBlank, !row.target.isDamaged, !row.actual.isDamaged,
      let weight = row.weight.number,
      let score = try IndicatorScore(
        target: reader.target(row.target.text, initial: row.initialTarget.text, year: table.year),
        actual: reader.target(row.actual.text, year: table.year), weight: weight.value, isCost: row.isCost,
        reader: reader, rules: rules)
    else { return .undetermined }
    return .computed(try score.score.rounded(rules.decimals))
  }

  private static func given(_ cell: PrintedCell) -> Value? { cell.number.map { .given($0.value) } }

  private static func sum(_ parts: [Value], isComplete: Bool) throws -> Value {
    guard isComplete else { return .undetermined }
    var sum = Rational.zero
    for part in parts {
      guard let score = part.score else { return .undetermined }
      sum = try sum + score
    }
    return .computed(sum)
  }
}
