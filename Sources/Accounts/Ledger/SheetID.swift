/// The sheets of a ledger, as the schema's `id` names them, whatever their titles are.
package enum SheetID: String, Sendable, CaseIterable {
  /// 单位信息: whose accounts these are, and of which year.
  case unit
  /// 收入.
  case income
  /// 支出.
  case expenditure
  /// 结转结余.
  case balances
  /// 预算.
  case budget
  /// 三公经费.
  case threePublic
  /// 上年决算.
  case prior
  /// 其他信息.
  case other
  /// 文字.
  case texts
  /// 补充科目.
  case ownCodes
  /// 绩效项目.
  case evaluationProjects
  /// 绩效资金.
  case evaluationFunds
  /// 绩效指标.
  case evaluationIndicators
  /// 绩效基础数据.
  case evaluationBasics

  /// The columns that a row of the sheet is made of; the schema says in which order they stand.
  package var columns: [ColumnID] {
    switch self {
    case .unit: [.item, .content]
    case .income: IncomeRow.columns
    case .expenditure: ExpenditureRow.columns
    case .balances: BalanceRow.columns
    case .budget: BudgetRow.columns
    case .threePublic: ThreePublicRow.columns
    case .prior: PriorRow.columns
    case .other: OtherRow.columns
    case .texts: TextRow.columns
    case .ownCodes: OwnCodeRow.columns
    case .evaluationProjects: EvaluationProjectRow.columns
    case .evaluationFunds: EvaluationFundRow.columns
    case .evaluationIndicators: EvaluationIndicatorRow.columns
    case .evaluationBasics: EvaluationBasicRow.columns
    }
  }
}

extension SheetID {
  /// Whether given tables say what the sheet does, so that a ledger that brings them has no such sheet.
  package var isGivenByTables: Bool { [.income, .expenditure, .balances].contains(self) }
}
