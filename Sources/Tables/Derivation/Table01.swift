import Accounts

/// 公开01 收入支出决算总表: all income, all expenditure, and what was brought and carried over.
extension Derivation {
  func table01(_ form: TableForm, _ sides: TableForm.TwoSided) throws -> Table {
    let sources: [Selection] = [.income(.all, under: ""), .surplusUsed, .opening(.all, under: "")]
    let uses: [Selection] = [.expenditure(.all, .all, under: ""), .surplusDistributed, .closing(.all, under: "")]
    return try twoSidedTable(
      form, sides,
      left: { line in
        switch IncomeLine(rawValue: line.item ?? "") {
        case .generalBudget: [.income(IncomeSources(.generalBudget), under: "")]
        case .governmentFund: [.income(IncomeSources(.governmentFund), under: "")]
        case .stateCapital: [.income(IncomeSources(.stateCapital), under: "")]
        case .superiorSubsidy: [.income(IncomeSources(.superiorSubsidy), under: "")]
        case .undertaking: [.income(IncomeSources(.undertaking), under: "")]
        case .operating: [.income(IncomeSources(.operating), under: "")]
        case .affiliateRemittance: [.income(IncomeSources(.affiliateRemittance), under: "")]
        case .other: [.income(IncomeSources(.other), under: "")]
        case .sum: [.income(.all, under: "")]
        case .surplusUsed: [.surplusUsed]
        case .opening: [.opening(.all, under: "")]
        case .total: try grandTotal(sources, balancing: uses)
        case nil: throw form.unknownItem(line.item)
        }
      },
      right: { line, _ in
        if let category = line.category { return [.expenditure(.all, .all, under: category)] }
        return switch ExpenditureLine(rawValue: line.item ?? "") {
        case .sum: [.expenditure(.all, .all, under: "")]
        case .surplusDistributed: [.surplusDistributed]
        case .closing: [.closing(.all, under: "")]
        case .total: try grandTotal(uses, balancing: sources)
        case nil: throw form.unknownItem(line.item)
        }
      })
  }
}
