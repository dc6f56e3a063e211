import Accounts

/// 公开04 财政拨款收入支出决算总表: income and expenditure of the three fiscal funds.
extension Derivation {
  func table04(_ form: TableForm, _ sides: TableForm.TwoSided) throws -> Table {
    func sources(_ funds: Funds) -> [Selection] { [.income(.of(funds), under: ""), .opening(funds, under: "")] }
    func uses(_ funds: Funds) -> [Selection] { [.expenditure(.all, funds, under: ""), .closing(funds, under: "")] }
    return try twoSidedTable(
      form, sides,
      left: { line in
        switch FiscalIncomeLine(rawValue: line.item ?? "") {
        case .generalBudget: [.income(IncomeSources(.generalBudget), under: "")]
        case .governmentFund: [.income(IncomeSources(.governmentFund), under: "")]
        case .stateCapital: [.income(IncomeSources(.stateCapital), under: "")]
        case .sum: [.income(.fiscal, under: "")]
        case .opening: [.opening(.fiscal, under: "")]
        case .openingGeneralBudget: [.opening(Funds(.generalBudget), under: "")]
        case .openingGovernmentFund: [.opening(Funds(.governmentFund), under: "")]
        case .openingStateCapital: [.opening(Funds(.stateCapital), under: "")]
        case .total: try grandTotal(sources(.fiscal), balancing: uses(.fiscal))
        case nil: throw form.unknownItem(line.item)
        }
      },
      right: { line, column in
        let funds: Funds =
          switch column {
          case 3: Funds(.generalBudget)
          case 4: Funds(.governmentFund)
          case 5: Funds(.stateCapital)
          default: .fiscal
          }
        if let category = line.category { return [.expenditure(.all, funds, under: category)] }
        return switch FiscalExpenditureLine(rawValue: line.item ?? "") {
        case .sum: [.expenditure(.all, funds, under: "")]
        case .closing: [.closing(funds, under: "")]
        case .total: try grandTotal(uses(funds), balancing: sources(funds))
        case nil: throw form.unknownItem(line.item)
        }
      })
  }
}
