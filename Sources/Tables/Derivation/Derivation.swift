import Accounts

/// What the ten derivations share: the ledger's totals, the names of codes, the form, and how a figure is made.
struct Derivation {
  let unit: UnitInformation
  let totals: LedgerTotals
  /// The code book, with the ledger's own names for the codes it lacks.
  let codes: CodeBook
  let form: Form
  /// The tables that the ledger brings, whose figures are printed as given; nil where all is derived.
  let given: GivenTables?
  /// Whether given figures stay in the unit and with the decimals they are given in.
  var keepsGivenUnits = false

  /// What is printed at an address of a table that is given; nil for one that is derived.
  private func given(_ address: FigureAddress) -> TableFigure? {
    guard let given, given.has(address.table) else { return nil }
    let cell = given[address]
    if keepsGivenUnits, let cell { return TableFigure(address, cell.figure, place: cell.place) }
    // What the form cannot print was found before anything is derived.
    let (figure, exact) = given.figure(at: address, in: form) ?? (.blank(.money(form.unit)), nil)
    return TableFigure(address, figure, exact: exact, place: cell?.place)
  }

  /// The figure of an address: the exact sum of what the selections pick, rounded once.
  ///
  /// Where they pick no row, or nothing is left and the unit leaves zeros blank, it is a blank, or with `zeros` 0.00.
  func money(
    _ address: FigureAddress, _ selections: [Selection], zeros: Bool = false
  ) throws(AmountOverflow) -> TableFigure {
    if let printed = given(address) {
      guard zeros, given?[address] == nil else { return printed }
      return TableFigure(address, Figure(.zero, in: form.unit, decimals: form.decimals, grouped: form.thousands))
    }
    let tally = try totals.tally(selections)
    guard tally.rows > 0 || zeros else {
      return TableFigure(address, .blank(.money(form.unit)), composition: selections)
    }
    let exact = Amount(fen: tally.total)
    guard unit.printsZeros || zeros || exact != .zero else {
      return TableFigure(address, .blank(.money(form.unit)), composition: selections)
    }
    let figure = Figure(exact, in: form.unit, decimals: form.decimals, grouped: form.thousands)
    return TableFigure(address, figure, exact: exact, composition: selections)
  }

  /// The number of things at an address.
  func things(_ address: FigureAddress, _ selections: [Selection]) throws(AmountOverflow) -> TableFigure {
    if given?.has(address.table) == true, given?[address] == nil { return TableFigure(address, .blank(.things)) }
    if let given = given(address) { return given }
    let tally = try totals.tally(selections)
    let isBlank = tally.rows == 0 || tally.total == 0 && !unit.printsZeros
    let figure = isBlank ? Figure.blank(.things) : Figure(things: tally.total)
    return TableFigure(address, figure, composition: selections)
  }

  /// A table of the form with its heading lines, header and notes; one without a number says so.
  func table(_ form: TableForm, rows: [Row]) -> Table {
    var notes = ["注：" + form.note]
    let isEmpty = !rows.contains { row in
      row.cells.contains { cell in
        guard case .figure(let figure) = cell.content, case .number = figure.figure.content else { return false }
        return true
      }
    }
    if isEmpty, let note = form.emptyNote { notes.append("说明：" + note) }
    let isCaptioned = !form.unitCaption.isEmpty
    return Table(
      id: form.id, title: form.title, formCode: form.formCode,
      unitLine: isCaptioned ? "\(form.unitCaption)：\(unit.name)" : "",
      period: isCaptioned ? "\(unit.year)年度" : "", currency: form.currency, isWide: form.wide, header: form.headerRows,
      rows: rows,
      notes: notes)
  }
}

extension TableForm {
  /// The error of a form whose line or column says something the table does not know.
  func unknownItem(_ item: String?) -> FormError {
    FormError("表样 \(name) 中“\(item ?? "（空）")”不是这张表认识的项目")
  }
}
