import Accounts
import Evaluations

/// The checks of the fund block (项目资金): rates, the fund score, sources, what is carried over.
extension CheckedTable {
  mutating func checkFunds() {
    for row in table.fund where row.role == .total || row.role == .source {
      apply(.rate, at: address.fund(row, .rate)) { table throws(NumberOverflow) in try table.checkRate(row) }
    }
    if let total {
      let score = address.fund(total, .score)
      apply(.fundScore, at: score) { table throws(NumberOverflow) in try table.checkFundScore(total) }
      apply(.rateAndScore, at: score) { table throws(NumberOverflow) in try table.checkRateAndScore(total) }
      apply(.budgetCutToExecution, at: address.fund(total, .fullYearBudget)) { $0.checkBudgetCut(total) }
      for cell in [FundCell.initialBudget, .fullYearBudget, .executed] {
        for role in [FundRow.Role.source, .byIncome, .byExpenditure] {
          apply(.sumOfSources, at: address.fund(total, cell)) { table throws(NumberOverflow) in
            try table.checkSources(total, cell, role)
          }
        }
      }
    }
    for row in table.fund {
      apply(.carriedOver, at: address.fund(row, .carriedOver)) { table throws(NumberOverflow) in
        try table.checkCarriedOver(row)
      }
    }
  }

  /// 执行率 as the amounts give it, to the decimals printed.
  private mutating func checkRate(_ row: FundRow) throws(NumberOverflow) {
    switch (row.rate.reading, row.fullYearBudget.reading, row.executed.reading) {
    case (.number(let printed), .number(let budget), .number):
      guard budget.value > .zero, let rate = try tools.scoring.rate(of: row, in: layout) else { return }
      if try rate.prints(as: printed) { return held(.rate) }
      violated(
        .rate, "\(row.name)的执行率与金额不符",
        [operand(row, .rate), operand(row, .fullYearBudget), operand(row, .executed)],
        expected: try rate.lowest.text(decimals: printed.decimals) + "%")
    case (.unknown(let reason), _, _), (_, .unknown(let reason), _), (_, _, .unknown(let reason)):
      notChecked(.rate, at: address.fund(row, .rate), reason)
    case (.blank, .number(let budget), _) where row.role == .total && budget.value > .zero:
      notChecked(.rate, at: address.fund(row, .rate), "执行率未填")
    default: return
    }
  }

  /// 资金得分 as the rate gives it.
  private mutating func checkFundScore(_ row: FundRow) throws(NumberOverflow) {
    switch (row.score.reading, row.fullYearBudget.reading, row.executed.reading) {
    case (.number(let printed), .number, .number):
      guard let rate = try tools.scoring.rate(of: row, in: layout) else { return }
      let tolerance = layout.scoring.tolerance
      let score = try tools.scoring.fundScore(rate, isRounded: tolerance == .zero)
      let (low, high) = (try score.lowerBound - tolerance, try score.upperBound + tolerance)
      if low <= printed.value && printed.value <= high { return held(.fundScore) }
      violated(
        .fundScore, "资金得分与执行率不符",
        [operand(row, .score), operand(row, .fullYearBudget), operand(row, .executed)],
        expected: score.lowerBound.shortText(decimals: tools.scoring.rules.decimals),
        residual: try (printed.value - score.lowerBound).magnitude().shortText(decimals: tools.scoring.rules.decimals),
        allowed: tolerance.shortText())
    case (.unknown(let reason), _, _), (_, .unknown(let reason), _), (_, _, .unknown(let reason)):
      notChecked(.fundScore, at: address.fund(row, .score), reason)
    default: notChecked(.fundScore, at: address.fund(row, .score), "资金得分或金额未填")
    }
  }

  /// 得分 against the rate as printed. A score above the 分值 is E5's to say.
  private mutating func checkRateAndScore(_ row: FundRow) throws(NumberOverflow) {
    guard case .number(let rate) = row.rate.reading, case .number(let score) = row.score.reading,
      score.value <= tools.scoring.rules.fundWeight
    else { return }
    let expected = try min(max(rate.value, .zero), Rational(100)) / Rational(100) * tools.scoring.rules.fundWeight
    // The printed rate is itself rounded, to hundredths of a point at the least.
    let allowed = try max(layout.scoring.tolerance, Rational(1, over: 100))
    if try (score.value - expected).magnitude() <= allowed { return held(.rateAndScore) }
    violated(
      .rateAndScore, "资金得分与所印的执行率不符", [operand(row, .score), operand(row, .rate)],
      expected: expected.shortText(decimals: 2))
  }

  /// 全年预算数 that is exactly what was spent, and less than at the year's start.
  private mutating func checkBudgetCut(_ row: FundRow) {
    guard case .number(let initial) = row.initialBudget.reading, case .number(let budget) = row.fullYearBudget.reading,
      case .number(let executed) = row.executed.reading
    else { return }
    guard budget.value == executed.value, initial.value > budget.value else { return held(.budgetCutToExecution) }
    violated(
      .budgetCutToExecution, "全年预算数调减后恰等于全年执行数",
      [operand(row, .fullYearBudget), operand(row, .initialBudget), operand(row, .executed)])
  }

  /// The total against its sources, blank being nothing.
  private mutating func checkSources(
    _ total: FundRow, _ cell: FundCell, _ role: FundRow.Role
  ) throws(NumberOverflow) {
    let parts = table.fund.filter { $0.role == role }
    // 按收入性质 and 按支出性质 the layout divides only what was executed.
    guard !parts.isEmpty, role == .source || cell == .executed else { return }
    let at = address.fund(total, cell)
    if case .blank = total[cell].reading, parts.allSatisfy({ $0[cell].isBlank }) { return }
    guard let whole = total[cell].reading.valueOrZero else {
      return notChecked(.sumOfSources, at: at, "资金总额残缺或不是数字")
    }
    var sum = Rational.zero
    for part in parts {
      guard let value = part[cell].reading.valueOrZero else {
        return notChecked(.sumOfSources, at: at, "“\(part.name)”残缺或不是数字")
      }
      sum = try sum + value
    }
    let residual = try (whole - sum).magnitude()
    if try residual <= roundingAllowance(of: parts.count) { return held(.sumOfSources) }
    violated(
      .sumOfSources, "\(cell.rawValue)的资金总额不等于各来源之和",
      [operand(total, cell)] + parts.map { operand($0, cell) }, expected: sum.shortText(),
      residual: residual.shortText())
  }

  /// 资金结（转）余 against the two amounts it is the difference of.
  private mutating func checkCarriedOver(_ row: FundRow) throws(NumberOverflow) {
    if row.carriedOver.isBlank && row.fullYearBudget.isBlank { return }
    guard let carried = row.carriedOver.reading.valueOrZero, let budget = row.fullYearBudget.reading.valueOrZero,
      let executed = row.executed.reading.valueOrZero
    else { return notChecked(.carriedOver, at: address.fund(row, .carriedOver), "金额残缺或不是数字") }
    let expected = try budget - executed
    let residual = try (carried - expected).magnitude()
    if try residual <= roundingAllowance(of: 3) { return held(.carriedOver) }
    violated(
      .carriedOver, "\(row.name)的结（转）余不等于全年预算数减全年执行数",
      [operand(row, .carriedOver), operand(row, .fullYearBudget), operand(row, .executed)],
      expected: expected.shortText(), residual: residual.shortText())
  }

  /// By how much so many rounded amounts may miss their sum; nothing where amounts are printed exactly.
  private func roundingAllowance(of terms: Int) throws(NumberOverflow) -> Rational {
    guard let decimals = layout.scoring.roundedAmountDecimals else { return .zero }
    return try Rational(Int64(terms / 2), over: Rational.powerOfTen(decimals))
  }
}
