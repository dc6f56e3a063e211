import Accounts

/// 公开03 支出决算表: expenditure by function code and kind, from all funds.
extension Derivation {
  func table03(_ form: TableForm) throws -> Table {
    try functionTable(form) { item, code throws(FormError) in
      [.expenditure(try form.kinds(item), .all, under: code)]
    }
  }
}

extension TableForm {
  /// The kinds of expenditure a column of 03, 05, 07 or 08 holds; throws for a word that is none.
  func kinds(_ item: String) throws(FormError) -> ExpenditureKinds {
    switch item {
    case "本年支出合计": .all
    case "基本支出": .basic
    case "项目支出": .project
    case "上缴上级支出": ExpenditureKinds(.remittanceToSuperior)
    case "经营支出": ExpenditureKinds(.operating)
    case "对附属单位补助支出": ExpenditureKinds(.subsidyToAffiliate)
    default: throw unknownItem(item)
    }
  }
}
