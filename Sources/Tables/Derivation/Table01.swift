import Accounts

/// 公开01 收入支出决算总表: all income, all expenditure, and what was brought and carried over.
extension Derivation {
  func table01(_ form: TableForm) throws -> Table {
    let sources: [Selection] = [.income(.all, under: ""), .surplusUsed, .opening(.all, under: "")]
    let uses: [Selection] = [.expenditure(.all, .all, under: ""), .surplusDistributed, .closing(.all, under: "")]
    return try twoSidedTable(
      form, rightColumns: 1,
      left: { line in
        switch line.item {
        case "一般公共预算财政拨款收入": [.income(IncomeSources(.generalBudget), under: "")]
        case "政府性基金预算财政拨款收入": [.income(IncomeSources(.governmentFund), under: "")]
        case "国有资本经营预算财政拨款收入": [.income(IncomeSources(.stateCapital), under: "")]
        case "上级补助收入": [.income(IncomeSources(.superiorSubsidy), under: "")]
        case "事业收入": [.income(IncomeSources(.undertaking), under: "")]
        case "经营收入": [.income(IncomeSources(.operating), under: "")]
        case "附属单位上缴收入": [.income(IncomeSources(.affiliateRemittance), under: "")]
        case "其他收入": [.income(IncomeSources(.other), under: "")]
        case "本年收入合计": [.income(.all, under: "")]
        case "使用非财政拨款结余": [.surplusUsed]
        case "年初结转和结余": [.opening(.all, under: "")]
        case "收入总计": try grandTotal(sources, balancing: uses)
        default: throw form.unknownItem(line.item)
        }
      },
      right: { line, _ in
        if let category = line.category { return [.expenditure(.all, .all, under: category)] }
        return switch line.item {
        case "本年支出合计": [.expenditure(.all, .all, under: "")]
        case "结余分配": [.surplusDistributed]
        case "年末结转和结余": [.closing(.all, under: "")]
        case "支出总计": try grandTotal(uses, balancing: sources)
        default: throw form.unknownItem(line.item)
        }
      })
  }
}
