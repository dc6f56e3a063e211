import Accounts

/// 公开02 收入决算表: income by function code and source.
extension Derivation {
  func table02(_ form: TableForm) throws -> Table {
    try functionTable(form) { item, code throws(FormError) in
      let sources: IncomeSources =
        switch item {
        case "本年收入合计": .all
        case "财政拨款收入": .fiscal
        case "上级补助收入": IncomeSources(.superiorSubsidy)
        case "事业收入": IncomeSources(.undertaking)
        case "经营收入": IncomeSources(.operating)
        case "附属单位上缴收入": IncomeSources(.affiliateRemittance)
        case "其他收入": IncomeSources(.other)
        default: throw form.unknownItem(item)
        }
      return [.income(sources, under: code)]
    }
  }
}
