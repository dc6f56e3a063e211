/// A row of the fund block (项目资金): the total, or the money from one source.
package struct FundRow: Hashable, Sendable {
  /// 年度资金总额, 当年财政拨款, 中央财政资金….
  package var name: String
  /// What the row is part of (see ``EvaluationLayout/FundRowForm``).
  package var role: Role
  /// 年初预算数; of two such columns 预算编制数.
  package var initialBudget: PrintedCell
  /// 目标申报数, where the layout has it.
  package var declared: PrintedCell
  /// 全年预算数.
  package var fullYearBudget: PrintedCell
  /// 全年执行数.
  package var executed: PrintedCell
  /// 资金结(转)余, where the layout has it.
  package var carriedOver: PrintedCell
  /// 分值.
  package var weight: PrintedCell
  /// 执行率.
  package var rate: PrintedCell
  /// 得分.
  package var score: PrintedCell
  /// 偏差原因, where the layout has it in the fund block.
  package var reason: PrintedCell

  /// What a row of the fund block is part of.
  package enum Role: String, Hashable, Sendable {
    /// 资金总额.
    case total
    /// A source of the total.
    case source
    /// A part of the total 按收入性质分.
    case byIncome
    /// A part of the total 按支出性质分.
    case byExpenditure
  }

  package init(
    name: String, role: Role, initialBudget: PrintedCell = .blank, declared: PrintedCell = .blank,
    fullYearBudget: PrintedCell = .blank, executed: PrintedCell = .blank, carriedOver: PrintedCell = .blank,
    weight: PrintedCell = .blank, rate: PrintedCell = .blank, score: PrintedCell = .blank,
    reason: PrintedCell = .blank
  ) {
    self.name = name
    self.role = role
    self.initialBudget = initialBudget
    self.declared = declared
    self.fullYearBudget = fullYearBudget
    self.executed = executed
    self.carriedOver = carriedOver
    self.weight = weight
    self.rate = rate
    self.score = score
    self.reason = reason
  }
}
