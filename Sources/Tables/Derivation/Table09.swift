import Accounts

/// 公开09 财政拨款“三公”经费支出决算表: the three public expenses, budgeted and spent, in one row.
extension Derivation {
  func table09(_ form: TableForm, _ columns: [TableForm.Column]) throws -> Table {
    let cells = try columns.map { column in
      guard let side = ThreePublicColumn(rawValue: column.side ?? "") else { throw form.unknownItem(column.side) }
      guard let items = ThreePublicTotal(rawValue: column.item)?.items else { throw form.unknownItem(column.item) }
      let address = FigureAddress(form.id, "1", column.column)
      return Cell(.figure(try money(address, items.map { .threePublic($0, side) })))
    }
    return table(form, rows: [Row(cells)])
  }
}
