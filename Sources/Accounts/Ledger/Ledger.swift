/// The exact accounts of one unit and one year, from which everything is derived.
package struct Ledger: Sendable {
  package var unit: UnitInformation
  package var income: [IncomeRow] = []
  package var expenditure: [ExpenditureRow] = []
  package var balances: [BalanceRow] = []
  package var budget: [BudgetRow] = []
  package var threePublic: [ThreePublicRow] = []
  package var prior: [PriorRow] = []
  package var other: [OtherRow] = []
  package var texts: [TextRow] = []
  package var ownCodes: [OwnCodeRow] = []
  package var evaluationProjects: [EvaluationProjectRow] = []
  package var evaluationFunds: [EvaluationFundRow] = []
  package var evaluationIndicators: [EvaluationIndicatorRow] = []
  package var evaluationBasics: [EvaluationBasicRow] = []

  /// A ledger without a row.
  package init(unit: UnitInformation) { self.unit = unit }

  /// All rows of a sheet as cells, in order; for 单位信息, an item a row. Empty for a sheet the ledger does not know.
  package func rows(ofSheet title: String) -> [RowFields] {
    switch title {
    case "单位信息":
      unit.items.map {
        RowFields(["项目": .text($0.name), "内容": .text($0.content)], place: SourceLocation(file: "", sheet: title))
      }
    case IncomeRow.sheet: income.map(\.fields)
    case ExpenditureRow.sheet: expenditure.map(\.fields)
    case BalanceRow.sheet: balances.map(\.fields)
    case BudgetRow.sheet: budget.map(\.fields)
    case ThreePublicRow.sheet: threePublic.map(\.fields)
    case PriorRow.sheet: prior.map(\.fields)
    case OtherRow.sheet: other.map(\.fields)
    case TextRow.sheet: texts.map(\.fields)
    case OwnCodeRow.sheet: ownCodes.map(\.fields)
    case EvaluationProjectRow.sheet: evaluationProjects.map(\.fields)
    case EvaluationFundRow.sheet: evaluationFunds.map(\.fields)
    case EvaluationIndicatorRow.sheet: evaluationIndicators.map(\.fields)
    case EvaluationBasicRow.sheet: evaluationBasics.map(\.fields)
    default: []
    }
  }
}
