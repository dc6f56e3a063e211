import Accounts

/// 公开07 政府性基金预算财政拨款收入支出决算表: income, expenditure and balances of the government funds.
extension Derivation {
  func table07(_ form: TableForm) throws -> Table { try fundTable(form, .governmentFund) }

  /// A table of one fund by function code, with its balances where the form has columns for them.
  func fundTable(_ form: TableForm, _ fund: Fund) throws -> Table {
    let funds = Funds(fund)
    return try functionTable(form) { item, code throws(FormError) in
      switch item {
      case "年初结转和结余": [.opening(funds, under: code)]
      case "本年收入": [.income(.of(funds), under: code)]
      case "年末结转和结余": [.closing(funds, under: code)]
      default: [.expenditure(try form.kinds(item), funds, under: code)]
      }
    }
  }
}
