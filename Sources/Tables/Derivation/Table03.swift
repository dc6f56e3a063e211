import Accounts

/// 公开03 支出决算表: expenditure by function code and kind, from all funds.
extension Derivation {
  func table03(_ form: TableForm, _ codeTable: TableForm.CodeTable) throws -> Table {
    try functionTable(form, codeTable) { item, code throws(FormError) in
      [.expenditure(try form.kinds(item), .all, under: code)]
    }
  }
}

extension TableForm {
  /// The kinds of expenditure a column of 03, 05, 07 or 08 holds; throws for an unknown word.
  func kinds(_ item: String) throws(FormError) -> ExpenditureKinds {
    guard let column = ExpenditureColumn(rawValue: item) else { throw unknownItem(item) }
    return column.kinds
  }
}
