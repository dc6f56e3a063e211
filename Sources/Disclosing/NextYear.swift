package import Accounts
package import Tables

/// What of last year's ledger goes into the workbook for the next: the unit, the codes without their amounts, the
/// texts, the opening balances, the comparatives, and the projects with their goals and indicators.
package struct NextYear {
  /// What of a self-evaluation is set before the year: the projects, their goals, their indicators with targets and
  /// points. What was done, scored and explained is of its year, and so is the money.
  private static let evaluationFrame: [String: Set<String>] = [
    EvaluationProjectRow.sheet: ["项目名称", "版式", "主管部门", "实施单位", "年度目标"],
    EvaluationFundRow.sheet: ["项目名称", "资金来源", "分值"],
    EvaluationIndicatorRow.sheet: ["项目名称", "一级指标", "二级指标", "三级指标", "年初指标值", "年度指标值", "分值"],
  ]

  private let year: Int
  private let schema: LedgerSchema

  /// For the workbook of a year.
  package init(_ year: Int, schema: LedgerSchema) {
    self.year = year
    self.schema = schema
  }

  /// The rows of a workbook that knows nothing but its year.
  package var blankRows: [String: [RowFields]] { ["单位信息": [item("年度", String(year))]] }

  /// The rows taken over from last year's ledger, whose tables are derived from it; throws when a sum does not fit.
  package func rows(
    from ledger: Ledger, tables: TableSet, catalogue: QuantityCatalogue
  ) throws -> [String: [RowFields]] {
    let totals = try LedgerTotals(ledger)
    var unit = ledger.unit
    unit.year = year
    unit.publicationDate = nil
    unit.dataRemark = nil
    let evaluations = Self.evaluationFrame.map { ($0.key, rows(of: ledger, $0.key, keeping: $0.value)) }
    return [
      "单位信息": unit.items.map { item($0.name, $0.content) },
      IncomeRow.sheet: withoutAmounts(ledger, IncomeRow.sheet),
      ExpenditureRow.sheet: withoutAmounts(ledger, ExpenditureRow.sheet),
      BalanceRow.sheet: try openingBalances(ledger, totals),
      BudgetRow.sheet: withoutAmounts(ledger, BudgetRow.sheet),
      PriorRow.sheet: try comparatives(tables, totals, catalogue),
      TextRow.sheet: ledger.rows(ofSheet: TextRow.sheet),
      OwnCodeRow.sheet: ledger.rows(ofSheet: OwnCodeRow.sheet),
    ].merging(evaluations) { first, _ in first }
  }

  private func item(_ name: String, _ content: String) -> RowFields {
    RowFields(["项目": .text(name), "内容": .text(content)], place: SourceLocation(file: ""))
  }

  /// The codes and kinds of a sheet's rows; amounts and reasons are of their year.
  private func withoutAmounts(_ ledger: Ledger, _ title: String) -> [RowFields] {
    let columns = schema.sheet(title)?.columns.filter { ![.amount, .count, .longText].contains($0.type) } ?? []
    return rows(of: ledger, title, keeping: Set(columns.map(\.heading)))
  }

  private func rows(of ledger: Ledger, _ title: String, keeping headings: Set<String>) -> [RowFields] {
    ledger.rows(ofSheet: title).map { RowFields($0.values.only(headings), place: $0.place) }
  }

  /// What each row of 结转结余 left at the year's end is what the next begins with.
  private func openingBalances(_ ledger: Ledger, _ totals: LedgerTotals) throws -> [RowFields] {
    try ledger.balances.map { row in
      let closing = try totals.tally(.closing(Funds(row.fund), under: row.code?.digits ?? ""))
      return BalanceRow(
        fund: row.fund, code: row.code, name: row.name,
        opening: closing.rows > 0 ? Amount(fen: closing.total) : nil, place: row.place
      ).fields
    }
  }

  /// The figures the text compares with, exact: those that the catalogue knows by the names of 上年决算.
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
      fields.set("项目", item)
      fields.set("功能科目编码", code)
      fields.set("金额", Amount(fen: tally.total))
      return fields
    }
    return try (schema.sheet(PriorRow.sheet)?.items ?? []).flatMap { item -> [RowFields] in
      let family = item.name + "/"
      let categories = byName.keys.filter { $0.hasPrefix(family) && $0.utf8.count == family.utf8.count + 3 }.sorted()
      guard categories.isEmpty else {
        return try categories.compactMap {
          try row(item.name, byName[$0] ?? [], code: String($0.dropFirst(family.count)))
        }
      }
      return try byName[item.name].flatMap { try row(item.name, $0) }.map { [$0] } ?? []
    }
  }
}
