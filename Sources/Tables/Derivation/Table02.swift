import Accounts

/// 公开02 收入决算表: income by function code and source.
extension Derivation {
  func table02(_ form: TableForm, _ codeTable: TableForm.CodeTable) throws -> Table {
    try functionTable(form, codeTable) { item, code throws(FormError) in
      guard let column = IncomeColumn(rawValue: item) else { throw form.unknownItem(item) }
      let sources: IncomeSources =
        switch column {
        case .sum: .all
        case .fiscal: .fiscal
        case .superiorSubsidy: IncomeSources(.superiorSubsidy)
        case .undertaking: IncomeSources(.undertaking)
        case .operating: IncomeSources(.operating)
        case .affiliateRemittance: IncomeSources(.affiliateRemittance)
        case .other: IncomeSources(.other)
        }
      return [.income(sources, under: code)]
    }
  }
}
