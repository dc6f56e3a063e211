import Accounts
package import Formats

/// The scoring (计分) of self-evaluation tables: what each score is, or by the rules has to be.
///
/// A ledger's blanks are filled by it and every check asks it, so that none of them has a rule of its own.
package struct Scoring: Sendable {
  package let rules: ScoringRules
  package let reader: TargetReader
  /// What says that something was not done.
  package let undone: UndoneWords

  /// The built-in rules and words; throws ``DamagedData`` when a file does not say what it has to.
  package init() throws(DamagedData) {
    rules = try ScoringRules()
    reader = try TargetReader()
    undone = try UndoneWords()
  }

  // MARK: - What a table says

  /// The scores of a table.
  ///
  /// A blank (空白) in a ledger is what the rules determine, and open where they leave it to a person. A blank in a
  /// publication counts as its layout says: no points, or open.
  package func scores(of table: EvaluationTable) -> TableScores {
    let fund =
      table.fund.first { $0.role == .total }.map { row in
        score(row.score, of: table) { () throws(NumberOverflow) in try fundScore(of: row, in: table.layout) }
      } ?? .unknown("没有资金总额一行")
    let indicators = table.indicators.map { row -> Score in
      row.isPlaceholder
        ? .nothing
        : score(row.score, of: table) { () throws(NumberOverflow) in try score(of: row, in: table) }
    }
    return TableScores(
      fund: fund, indicators: indicators, sum: sum(fund, indicators), printedTotal: table.totalScore,
      hasLostRows: table.hasLostRows, rules: rules)
  }

  private func score(
    _ cell: PrintedCell, of table: EvaluationTable, byRule: () throws(NumberOverflow) -> Rational?
  ) -> Score {
    switch cell.reading {
    case .number(let number): return .given(number.value)
    case .unknown(let reason): return .unknown(reason)
    // A mark that the cell does not apply.
    case .blank where !cell.isBlank: return .nothing
    case .blank:
      switch table.origin {
      case .publication: return table.layout.scoring.blankScoreIsZero ? .nothing : .open
      case .ledger:
        do throws(NumberOverflow) {
          guard let score = try byRule() else { return .open }
          return .computed(try score.rounded(rules.decimals))
        } catch {
          return .unknown(NumberOverflow.words)
        }
      }
    }
  }

  /// The fund score, at most its 分值, and the scores of the indicators together; nil while one of them is not known,
  /// or where they are too large.
  private func sum(_ fund: Score, _ indicators: [Score]) -> Rational? {
    guard let fund = fund.value else { return nil }
    var sum = min(fund, rules.fundWeight)
    for score in indicators {
      guard let value = score.value, let next = try? sum + value else { return nil }
      sum = next
    }
    return sum
  }

  // MARK: - What the rules determine

  /// The 执行率 of a row by its printed amounts; nil where one of them is not known.
  package func rate(of row: FundRow, in layout: EvaluationLayout) throws(NumberOverflow) -> ExecutionRate? {
    guard let budget = row.fullYearBudget.number, let executed = row.executed.number else { return nil }
    return try ExecutionRate(
      executed: executed.value, budget: budget.value, roundedTo: layout.scoring.roundedAmountDecimals)
  }

  /// The fund score (资金得分) of a rate, rounded as scores are printed unless `isRounded` is false.
  package func fundScore(
    _ rate: ExecutionRate, isRounded: Bool = true
  ) throws(NumberOverflow) -> ClosedRange<Rational> {
    try rate.score(of: rules.fundWeight, decimals: isRounded ? rules.decimals : nil)
  }

  /// The fund score of a row's printed amounts; nil where these do not determine it.
  private func fundScore(of row: FundRow, in layout: EvaluationLayout) throws(NumberOverflow) -> Rational? {
    guard let rate = try rate(of: row, in: layout) else { return nil }
    let score = try fundScore(rate)
    return score.lowerBound == score.upperBound ? score.lowerBound : nil
  }

  /// Why a person has to give the score of an indicator, whatever its figures say; nil where the rules may.
  package func judgement(of row: Indicator, year: Int) -> Judgement? {
    if [row.reason, row.description, row.actual].contains(where: { undone.occur(in: $0.text) }) { return .notDone }
    let target = reader.target(row.target.text, initial: row.initialTarget.text, year: year)
    let actual = reader.target(row.actual.text, year: year)
    guard row.isCost, let wanted = target.quantity, let reached = actual.quantity, reached.number.value == .zero,
      wanted.number.value > .zero, wanted.comparison(isCost: true) != .atLeast,
      wanted.comparison(isCost: true) != .moreThan, ![wanted.unit, reached.unit].contains(where: reader.isShare)
    else { return nil }
    return .nothingSpent
  }

  /// The score of an indicator; nil where the rules do not determine it.
  ///
  /// Proportions and deductions are prescribed by one layout only, so that others leave what was missed to a person; that
  /// what meets its target has all its points is common to all. Words that repeat the target meet it, and the closed
  /// words of a layout are worth what it says.
  private func score(of row: Indicator, in table: EvaluationTable) throws(NumberOverflow) -> Rational? {
    guard let weight = row.weight.number?.value, !row.target.isDamaged, !row.actual.isDamaged, !row.actual.isBlank,
      judgement(of: row, year: table.year) == nil
    else { return nil }
    let target = reader.target(row.target.text, initial: row.initialTarget.text, year: table.year)
    let actual = reader.target(row.actual.text, year: table.year)
    if table.layout.scoring.isProportional,
      let score = try IndicatorScore(target: target, actual: actual, weight: weight, isCost: row.isCost, by: self)
    {
      return score.score
    }
    if let part = table.layout.scoring.verdicts[row.actual.text.foldedForComparison] { return try weight * part }
    if reader.attainment(of: target, by: actual, isCost: row.isCost) == .met { return weight }
    if case .words(let words) = target, words == row.actual.text.foldedForComparison { return weight }
    return nil
  }

  // MARK: - Filling in

  /// Fills the blanks of a ledger's table that the rules determine, and marks them as computed: scores, 总分, the grade.
  /// What they leave to a person stays blank, and with it the total.
  func fill(_ table: inout EvaluationTable) {
    let scores = scores(of: table)
    func cell(_ score: Score) -> PrintedCell? {
      guard case .computed(let value) = score else { return nil }
      return .computed(value.shortText(decimals: rules.decimals))
    }
    if let row = table.fund.firstIndex(where: { $0.role == .total }), let filled = cell(scores.fund) {
      table.fund[row].score = filled
    }
    for (index, score) in scores.indicators.enumerated() {
      if let filled = cell(score) { table.indicators[index].score = filled }
    }
    if case .computed(let total) = scores.total { table.totalScore = .computed(total.shortText()) }
    if table.layout.showsGrade, table.grade.isBlank, let grade = scores.grade {
      table.grade = .computed(grade.rawValue)
    }
  }
}
