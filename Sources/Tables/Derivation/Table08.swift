import Accounts

/// 公开08 国有资本经营预算财政拨款支出决算表: expenditure of the state capital budget by function code.
extension Derivation {
  func table08(_ form: TableForm) throws -> Table { try fundTable(form, .stateCapital) }
}
