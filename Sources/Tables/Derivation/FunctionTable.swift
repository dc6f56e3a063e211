import Accounts

extension Derivation {
  /// A table with a row for every function code that has an amount, 类, 款 and 项 under a row of totals, or over it
  /// where the form wants that (02, 03, 05, 07, 08).
  ///
  /// `selections` gives what a column holds below a code; the empty code stands for everything.
  func functionTable(
    _ form: TableForm, _ codeTable: TableForm.CodeTable,
    selections: (_ item: String, _ code: String) throws(FormError) -> [Selection]
  ) throws -> Table {
    let columns = codeTable.columns
    for column in columns { _ = try selections(column.item, "") }
    let listed = given.flatMap { $0.has(form.id) ? $0.codes(of: form.id) : nil }
    let found =
      try listed?.map(\.digits)
      ?? totals.functionCodes { code in columns.flatMap { column in (try? selections(column.item, code)) ?? [] } }
    func figures(_ row: String, under code: String) throws -> [Cell] {
      try columns.map { column in
        let address = FigureAddress(form.id, row, column.column)
        return Cell(.figure(try money(address, selections(column.item, code))))
      }
    }
    let total = Row(
      [Cell(.label("合计"), columns: 2, isRowHeading: true)] + (try figures("合计", under: "")), isTotal: true)
    var rows = codeTable.totalLast ? [] : [total]
    for digits in found {
      guard let code = FunctionCode(digits) else { continue }
      let indent = (code.level.rawValue - 3) / 2
      let given = listed?.first { $0.digits == digits }?.name
      let named = given.flatMap { $0.isEmpty ? nil : $0 } ?? codes.name(of: code) ?? ""
      let name = Cell(.label(named), isRowHeading: true, indent: indent)
      rows.append(Row([Cell(.number(digits)), name] + (try figures(digits, under: digits))))
    }
    if codeTable.totalLast { rows.append(total) }
    return table(form, rows: rows)
  }
}
