import Accounts
import Evaluations

/// The check of cost indicators against the fund block (P-E11).
///
/// A cost target that is a budget figure of the total, or of the first source, stands for that money: what came of it
/// is what that row executed. Where several cost indicators divide the money, their sums do. All in 万元; a number
/// without a unit may be 元 or 万元, and counts as the one in which it is such a figure.
extension CheckedTable {
  mutating func checkCosts() {
    let rows = rows.filter(\.indicator.isCost)
    guard let first = rows.first else { return }
    apply(.costAndExecution, at: first.address(of: .actual)) { table throws(NumberOverflow) in
      try table.checkCosts(of: rows)
    }
  }

  /// A cost indicator in money: the target, and the actual where it is one.
  private struct Cost {
    let row: Row
    let target: Rational
    let actual: Rational?
    /// By how much rounding may have moved the actual.
    let rounding: Rational
  }

  private mutating func checkCosts(of rows: [Row]) throws(NumberOverflow) {
    if let damaged = rows.first(where: { $0.indicator.target.isDamaged || $0.indicator.actual.isDamaged }) {
      return notChecked(.costAndExecution, at: damaged.address(of: .actual), "原文残缺")
    }
    var readings: [[Cost]] = [[], []]
    for row in rows {
      if let cost = try cost(row, unitless: .one) { readings[0].append(cost) }
      if let cost = try cost(row, unitless: Rational(1, over: 10_000)) { readings[1].append(cost) }
    }
    var singled = false
    for costs in readings {
      for cost in costs {
        guard let fund = fundRow(budgeting: cost.target) else { continue }
        singled = true
        guard let actual = cost.actual else {
          notChecked(.costAndExecution, at: cost.row.address(of: .actual), "完成值不是金额")
          continue
        }
        try compare(actual, rounding: cost.rounding, costs: [cost], with: fund)
      }
      if singled { return }
    }
    // An indicator whose kind was lost may be another part of the sum.
    guard self.rows.allSatisfy({ !$0.indicator.level2.isDamaged }), !table.hasLostRows else {
      return notChecked(.costAndExecution, at: rows[0].address(of: .actual), "有的指标属于哪一级不明，或原文缺行")
    }
    for costs in readings where costs.count > 1 && costs.allSatisfy({ $0.actual != nil }) {
      if try checkSums(costs) { return }
    }
  }

  /// Sums of several cost indicators: the targets are the budget, or the actuals what was executed; then both are.
  private mutating func checkSums(_ costs: [Cost]) throws(NumberOverflow) -> Bool {
    var (target, actual, rounding) = (Rational.zero, Rational.zero, Rational.zero)
    for cost in costs {
      target = try target + cost.target
      actual = try actual + (cost.actual ?? .zero)
      rounding = try rounding + cost.rounding
    }
    if let fund = fundRow(budgeting: target) {
      try compare(actual, rounding: rounding, costs: costs, with: fund)
      return true
    }
    // Nothing spent is no sign that these are all the costs.
    guard actual > .zero, let fund = moneyRows.first(where: { $0.executed.number?.value == actual }),
      let budget = fund.fullYearBudget.number
    else { return false }
    violated(
      .costAndExecution, "各项成本指标的目标之和不等于全年预算数",
      costs.map { operand($0.row, .target) } + [operand(fund, .fullYearBudget)], expected: budget.value.shortText(),
      residual: try (target - budget.value).magnitude().shortText())
    return true
  }

  private mutating func compare(
    _ actual: Rational, rounding: Rational, costs: [Cost], with fund: FundRow
  ) throws(NumberOverflow) {
    guard let executed = fund.executed.number else {
      return notChecked(.costAndExecution, at: address.fund(fund, .executed), "全年执行数残缺或未填")
    }
    let allowed = try rounding + executed.halfOfLastPlace()
    let residual = try (actual - executed.value).magnitude()
    if residual <= allowed { return held(.costAndExecution) }
    violated(
      .costAndExecution,
      costs.count == 1 ? "“\(costs[0].row.name)”的完成值与全年执行数不符" : "各项成本指标的完成值之和与全年执行数不符",
      costs.map { operand($0.row, .actual) } + [operand(fund, .executed)], expected: executed.value.shortText(),
      residual: residual.shortText(), allowed: allowed.shortText(decimals: 8))
  }

  /// The total and the first source, which a cost target is set against.
  private var moneyRows: [FundRow] {
    [total, table.fund.first { $0.role == .source }].compactMap(\.self)
  }

  /// The row of which an amount is a budget figure.
  private func fundRow(budgeting amount: Rational) -> FundRow? {
    guard amount > .zero else { return nil }
    return moneyRows.first { row in
      [row.initialBudget, row.fullYearBudget, row.declared].contains { $0.number?.value == amount }
    }
  }

  /// A cost in 万元; nil where the target is none of money, or is money for something (元/批次).
  private func cost(_ row: Row, unitless: Rational) throws(NumberOverflow) -> Cost? {
    guard let target = row.target.quantity, let wanted = try wanyuan(target, unitless: unitless) else { return nil }
    guard let actual = row.actual.quantity else { return Cost(row: row, target: wanted, actual: nil, rounding: .zero) }
    // A unit missing here is that of the target.
    let reached = Quantity(
      comparison: nil, number: actual.number, unit: actual.unit.isEmpty ? target.unit : actual.unit)
    let value = try wanyuan(reached, unitless: unitless)
    // A whole number is taken for exact; decimals may have been rounded to.
    let half = Quantity(
      comparison: nil, number: PrintedNumber(value: try actual.number.halfOfLastPlace(), decimals: 0),
      unit: reached.unit)
    let rounding = actual.number.decimals == 0 ? nil : try wanyuan(half, unitless: unitless)
    return Cost(row: row, target: wanted, actual: value, rounding: rounding ?? .zero)
  }

  private func wanyuan(_ quantity: Quantity, unitless: Rational) throws(NumberOverflow) -> Rational? {
    quantity.unit.isEmpty ? try quantity.number.value * unitless : tools.reader.wanyuan(quantity)
  }
}
