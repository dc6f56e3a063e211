import Accounts

/// 公开05 一般公共预算财政拨款支出决算表: expenditure of the general budget by function code.
extension Derivation {
  func table05(_ form: TableForm, _ codeTable: TableForm.CodeTable) throws -> Table {
    try functionTable(form, codeTable) { item, code throws(FormError) in
      [.expenditure(try form.kinds(item), Funds(.generalBudget), under: code)]
    }
  }
}
