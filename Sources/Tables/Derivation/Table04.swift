import Accounts

/// 公开04 财政拨款收入支出决算总表: income and expenditure of the three fiscal funds.
extension Derivation {
  func table04(_ form: TableForm) throws -> Table {
    func sources(_ funds: Funds) -> [Selection] { [.income(.of(funds), under: ""), .opening(funds, under: "")] }
    func uses(_ funds: Funds) -> [Selection] { [.expenditure(.all, funds, under: ""), .closing(funds, under: "")] }
    return try twoSidedTable(
      form, rightColumns: 4,
      left: { line in
        switch line.item {
        case "一般公共预算财政拨款收入": [.income(IncomeSources(.generalBudget), under: "")]
        case "政府性基金预算财政拨款收入": [.income(IncomeSources(.governmentFund), under: "")]
        case "国有资本经营预算财政拨款收入": [.income(IncomeSources(.stateCapital), under: "")]
        case "本年收入合计": [.income(.fiscal, under: "")]
        case "年初财政拨款结转和结余": [.opening(.fiscal, under: "")]
        case "年初一般公共预算财政拨款结转和结余": [.opening(Funds(.generalBudget), under: "")]
        case "年初政府性基金预算财政拨款结转和结余": [.opening(Funds(.governmentFund), under: "")]
        case "年初国有资本经营预算财政拨款结转和结余": [.opening(Funds(.stateCapital), under: "")]
        case "收入总计": try grandTotal(sources(.fiscal), balancing: uses(.fiscal))
        default: throw form.unknownItem(line.item)
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
        return switch line.item {
        case "本年支出合计": [.expenditure(.all, funds, under: "")]
        case "年末财政拨款结转和结余": [.closing(funds, under: "")]
        case "支出总计": try grandTotal(uses(funds), balancing: sources(funds))
        default: throw form.unknownItem(line.item)
        }
      })
  }
}
