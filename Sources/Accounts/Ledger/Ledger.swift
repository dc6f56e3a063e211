/// The exact accounts of one unit and one year, from which everything is derived.
package struct Ledger: Sendable {
  /// The schema by which it is written: what messages call its sheets and columns.
  package let schema: LedgerSchema
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
  /// The tables that it brings instead of 收入, 支出 and 结转结余; nil where it has those.
  package var given: GivenTables?

  /// A ledger without a row.
  package init(unit: UnitInformation, schema: LedgerSchema) {
    self.unit = unit
    self.schema = schema
  }

  /// All rows of a sheet as cells, in order; for 单位信息, an item a row.
  package func rows(of sheet: SheetID) -> [RowFields] {
    switch sheet {
    case .unit: unit.rows
    case .income: income.map(\.fields)
    case .expenditure: expenditure.map(\.fields)
    case .balances: balances.map(\.fields)
    case .budget: budget.map(\.fields)
    case .threePublic: threePublic.map(\.fields)
    case .prior: prior.map(\.fields)
    case .other: other.map(\.fields)
    case .texts: texts.map(\.fields)
    case .ownCodes: ownCodes.map(\.fields)
    case .evaluationProjects: evaluationProjects.map(\.fields)
    case .evaluationFunds: evaluationFunds.map(\.fields)
    case .evaluationIndicators: evaluationIndicators.map(\.fields)
    case .evaluationBasics: evaluationBasics.map(\.fields)
    }
  }

  /// All rows by their sheets.
  package var rows: [SheetID: [RowFields]] {
    Dictionary(uniqueKeysWithValues: SheetID.allCases.map { ($0, rows(of: $0)) })
  }
}
