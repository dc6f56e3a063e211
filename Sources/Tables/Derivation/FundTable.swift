import Accounts

/// 公开07 政府性基金预算财政拨款收入支出决算表 and 公开08 国有资本经营预算财政拨款支出决算表: expenditure of one fund, with its income
/// and balances where the form has columns for them.
extension Derivation {
  func fundTable(_ form: TableForm, _ codeTable: TableForm.CodeTable, _ fund: Fund) throws -> Table {
    let funds = Funds(fund)
    return try functionTable(form, codeTable) { item, code throws(FormError) in
      switch FundColumn(rawValue: item) {
      case .opening: [.opening(funds, under: code)]
      case .income: [.income(.of(funds), under: code)]
      case .closing: [.closing(funds, under: code)]
      case nil: [.expenditure(try form.kinds(item), funds, under: code)]
      }
    }
  }
}
