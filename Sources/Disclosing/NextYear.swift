package import Accounts
package import Tables

/// What of last year's ledger goes into the workbook for the next: the unit, the codes without their amounts, the
/// texts, the opening balances, the comparatives, and the projects with their goals and indicators.
package struct NextYear {
  /// What of a self-evaluation is set before the year: the projects, their goals, their indicators with targets and
  /// points. What was done, scored and explained is of its year, and so is the money.
  private static let evaluationFrame: [SheetID: Set<ColumnID>] = [
    EvaluationProjectRow.sheet: [.project, .layout, .department, .implementer, .goal],
    EvaluationFundRow.sheet: [.project, .fundSource, .weight],
    EvaluationIndicatorRow.sheet: [.project, .level1, .level2, .level3, .initialTarget, .target, .weight],
  ]

  let year: Int
  private let schema: LedgerSchema

  /// For the workbook of a year.
  package init(_ year: Int, schema: LedgerSchema) {
    self.year = year
    self.schema = schema
  }

  /// The rows of a workbook that knows nothing but its year.
  package var blankRows: [SheetID: [RowFields]] { [.unit: [UnitItem.year.row(String(year))]] }

  /// The rows taken over from last year's ledger, whose tables are derived from it; throws when a sum does not fit.
  package func rows(
    from ledger: Ledger, tables: TableSet, catalogue: QuantityCatalogue
  ) throws -> [SheetID: [RowFields]] {
    let totals = try LedgerTotals(ledger)
    return [
      .unit: unitRows(of: ledger),
      IncomeRow.sheet: withoutAmounts(ledger, IncomeRow.sheet),
      ExpenditureRow.sheet: withoutAmounts(ledger, ExpenditureRow.sheet),
      BalanceRow.sheet: try openingBalances(ledger, totals),
      BudgetRow.sheet: withoutAmounts(ledger, BudgetRow.sheet),
      PriorRow.sheet: try comparatives(tables, totals, catalogue),
      TextRow.sheet: ledger.rows(of: TextRow.sheet),
      OwnCodeRow.sheet: ledger.rows(of: OwnCodeRow.sheet),
    ].merging(framesOfEvaluations(of: ledger)) { first, _ in first }
  }

  /// The unit of last year's ledger as it is this year: without its dates and its remark.
  func unitRows(of ledger: Ledger) -> [RowFields] {
    var unit = ledger.unit
    unit.year = year
    unit.approvalDate = nil
    unit.publicationDate = nil
    unit.dataRemark = nil
    return unit.rows
  }

  /// What of a ledger's self-evaluations is set before the year.
  func framesOfEvaluations(of ledger: Ledger) -> [SheetID: [RowFields]] {
    Dictionary(
      uniqueKeysWithValues: Self.evaluationFrame.map { ($0.key, rows(of: ledger, $0.key, keeping: $0.value)) })
  }

  /// The codes and kinds of a sheet's rows; amounts and reasons are of their year.
  private func withoutAmounts(_ ledger: Ledger, _ sheet: SheetID) -> [RowFields] {
    let columns = schema.sheet(sheet)?.columns.filter { ![.amount, .count, .longText].contains($0.type) } ?? []
    return rows(of: ledger, sheet, keeping: Set(columns.map(\.id)))
  }

  private func rows(of ledger: Ledger, _ sheet: SheetID, keeping columns: Set<ColumnID>) -> [RowFields] {
    // What was taken away of a department's last year is no row of its next.
    ledger.rows(of: sheet).filter { $0.text(.unit) != InternalTransfer.eliminating }
      .map { RowFields($0.values.only(columns), place: $0.place) }
  }

  /// What each row of 结转结余 left at the year's end is what the next begins with; a department's units together.
  private func openingBalances(_ ledger: Ledger, _ totals: LedgerTotals) throws -> [RowFields] {
    var seen: Set<String> = []
    return try ledger.balances.filter { seen.insert($0.fund.rawValue + ($0.code?.digits ?? "")).inserted }.map { row in
      let closing = try totals.tally(.closing(Funds(row.fund), under: row.code?.digits ?? ""))
      return BalanceRow(
        fund: row.fund, code: row.code, name: row.name,
        opening: Amount(fen: closing.total), place: row.place
      ).fields
    }
  }

  /// The figures the text compares with, exact: those that the catalogue knows by the ids of the items of 上年决算.
  private func comparatives(
    _ tables: TableSet, _ totals: LedgerTotals, _ catalogue: QuantityCatalogue
  ) throws -> [RowFields] {
    let figures = tables.tables.flatMap(\.figures)
    var byName: [String: [TableFigure]] = [:]
    for figure in figures { catalogue.name(of: figure.address).map { byName[$0, default: []].append(figure) } }
    func row(_ item: String, _ figures: [TableFigure], code: String? = nil) throws -> RowFields? {
      let tally = try totals.tally(figures.flatMap(\.composition))
      let isExpense = figures.first?.address.table == .t09
      guard tally.rows > 0 || isExpense else { return nil }
      var fields = RowFields(place: SourceLocation(file: ""))
      fields.set(.item, item)
      fields.set(.functionCode, code)
      fields.set(.amount, Amount(fen: tally.total))
      return fields
    }
    return try (schema.sheet(PriorRow.sheet)?.items ?? []).flatMap { item -> [RowFields] in
      let family = item.id + "/"
      let categories = byName.keys.filter { $0.hasPrefix(family) && $0.utf8.count == family.utf8.count + 3 }.sorted()
      guard categories.isEmpty else {
        return try categories.compactMap {
          try row(item.id, byName[$0] ?? [], code: String($0.dropFirst(family.count)))
        }
      }
      return try byName[item.id].flatMap { try row(item.id, $0) }.map { [$0] } ?? []
    }
  }
}
