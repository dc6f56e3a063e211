import Accounts

/// 公开09 财政拨款“三公”经费支出决算表: the three public expenses, budgeted and spent, in one row.
extension Derivation {
  func table09(_ form: TableForm) throws -> Table {
    let cells = try (form.columns ?? []).map { column in
      guard let side = ThreePublicColumn(rawValue: column.side ?? "") else { throw form.unknownItem(column.side) }
      let items: [ThreePublicItem] =
        switch column.item {
        case "“三公”经费合计": [.abroad, .vehiclePurchase, .vehicleOperation, .reception]
        case "因公出国（境）费": [.abroad]
        case "公务用车购置及运行维护费": [.vehiclePurchase, .vehicleOperation]
        case "公务用车购置费": [.vehiclePurchase]
        case "公务用车运行维护费": [.vehicleOperation]
        case "公务接待费": [.reception]
        default: throw form.unknownItem(column.item)
        }
      let address = FigureAddress(form.id, "1", column.column)
      return Cell(.figure(try money(address, items.map { .threePublic($0, side) })))
    }
    return table(form, rows: [Row(cells)])
  }
}
