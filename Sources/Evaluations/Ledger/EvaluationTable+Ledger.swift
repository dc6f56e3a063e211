package import Accounts

extension [EvaluationTable] {
  /// The tables of a ledger's sheets 绩效项目, 绩效资金 and 绩效指标, in their order; none for a ledger without them.
  ///
  /// Rates, and scores left blank that the rules determine, are computed and marked as such. Throws
  /// ``UnusableInput`` with every row that is no part of a table, and whatever the built-in data throws.
  package init(of ledger: Ledger) throws {
    self = []
    guard
      !(ledger.evaluationProjects.isEmpty && ledger.evaluationFunds.isEmpty && ledger.evaluationIndicators.isEmpty)
    else { return }
    let layouts = try EvaluationLayouts.standard()
    let levels = try IndicatorLevels.standard()
    let scoring = try Scoring()
    let analysis = try AnalysisPart.standard()
    let funds = Dictionary(grouping: ledger.evaluationFunds) { $0.project.foldedForComparison }
    let indicators = Dictionary(grouping: ledger.evaluationIndicators) { $0.project.foldedForComparison }
    var problems = ledger.strayEvaluationRows
    for row in ledger.evaluationProjects {
      guard let layout = layouts.layout(named: row.layout) else { continue }
      // Its money comes from sums over the accounts, which rounded amounts do not come to.
      if layout.isOfWholeDepartment, ledger.given?.isExact == false {
        problems.append(
          Problem(
            at: ledger.schema.place(of: row, at: .layout), found: "给的公开表以万元为单位，是四舍五入过的数",
            expected: "\(row.name)的自评要由准确的数得出", advice: "请换成以元为单位的公开表"))
      }
      let name = row.name.foldedForComparison
      var source = EvaluationSource(
        row: row, layout: layout, analysis: analysis, schema: ledger.schema, year: ledger.unit.year,
        funds: funds[name] ?? [], indicators: indicators[name] ?? [],
        levels: levels, whole: layout.isOfWholeDepartment ? WholeOfLedger(ledger) : nil)
      var table = try source.table(scoring)
      problems += source.problems
      scoring.fill(&table)
      append(table)
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
  }
}

extension Ledger {
  /// Rows of 绩效资金 and 绩效指标 whose project 绩效项目 does not have.
  fileprivate var strayEvaluationRows: [Problem] {
    let known = Set(evaluationProjects.map(\.name.foldedForComparison))
    let (title, heading) = (schema.title(.evaluationProjects), schema.heading(.evaluationProjects, .project))
    func strays<Row: LedgerRow>(_ rows: [Row], _ project: (Row) -> String) -> [Problem] {
      rows.filter { !known.contains(project($0).foldedForComparison) }.map { row in
        Problem(
          at: schema.place(of: row, at: .project), found: "填的是\(Problem.quoted(project(row)))",
          expected: "应是“\(title)”里的\(heading)", advice: "请核对名称，或在“\(title)”里补上这个项目")
      }
    }
    return strays(evaluationFunds, \.project) + strays(evaluationIndicators, \.project)
  }
}

/// The rows of one table in a ledger, made into the table.
private struct EvaluationSource {
  let row: EvaluationProjectRow
  let layout: EvaluationLayout
  let analysis: [AnalysisPart]
  let schema: LedgerSchema
  let year: Int
  let funds: [EvaluationFundRow]
  let indicators: [EvaluationIndicatorRow]
  let levels: IndicatorLevels
  /// What the accounts have of the whole department; nil for a project.
  let whole: WholeOfLedger?
  var problems: [Problem] = []

  mutating func table(_ scoring: Scoring) throws -> EvaluationTable {
    var table = EvaluationTable(
      year: year, layout: layout, project: layout.isOfWholeDepartment ? layout.subject : row.name,
      department: row.department ?? "", unit: (layout.isOfWholeDepartment ? row.department : row.unit) ?? "",
      goal: .init(expected: cell(row.goal, .goal, of: row), actual: cell(row.achievement, .achievement, of: row)),
      origin: .ledger)
    table.fund = try fundRows(scoring)
    table.indicators = indicatorRows()
    table.totalScore = number(row.total, .totalScore, of: row)
    if layout.showsGrade { table.grade = cell(row.grade, .grade, of: row) }
    table.analysis = layout.analysis.map { title in
      let column = analysis.first { $0.title == title }?.column
      return .init(title: title, text: column.map { cell(row.analysis[$0], $0, of: row) } ?? .blank)
    }
    if layout.totalShowsWeight {
      var sum = scoring.rules.fundWeight
      for weight in table.indicators.compactMap(\.weight.number?.value) { sum = try sum + weight }
      table.totalWeight = PrintedCell(sum.shortText())
    }
    return table
  }

  // MARK: - 项目资金

  private mutating func fundRows(_ scoring: Scoring) throws -> [FundRow] {
    for fund in funds where form(of: fund) == nil {
      problems.append(
        Problem(
          at: schema.place(of: fund, at: .fundSource), found: "填的是\(Problem.quoted(fund.source))",
          expected:
            "“\(layout.shortName)”版式的\(schema.heading(.evaluationFunds, .fundSource))应为：\(layout.fundRows.map(\.name).joined(separator: "、"))"
        ))
    }
    var rows: [FundRow] = []
    for form in layout.fundRows {
      let given = funds.first { self.form(of: $0) == form }
      guard given != nil || form.role != .source || layout.showsEverySource else { continue }
      var amounts = Amounts(given)
      if let whole {
        try amounts.fill(from: whole, form, besides: funds)
      } else if given == nil, form.role == .total {
        amounts = try Amounts(sumOf: sources)
      }
      rows.append(try fundRow(form, amounts, given, scoring))
    }
    return rows
  }

  private var sources: [EvaluationFundRow] { funds.filter { form(of: $0)?.role == .source } }

  private func form(of row: EvaluationFundRow) -> EvaluationLayout.FundRowForm? {
    layout.fundRows.first { form in form.name == row.source || (form.role == .total && row.source == "年度资金总额") }
  }

  private struct Amounts {
    var declared: Amount?
    var initialBudget: Amount?
    var fullYearBudget: Amount?
    var executed: Amount?

    init(_ row: EvaluationFundRow?) {
      declared = row?.declared
      initialBudget = row?.initialBudget
      fullYearBudget = row?.fullYearBudget
      executed = row?.executed
    }

    /// Fills what is left blank of a row of the whole department with what the accounts have of it.
    ///
    /// 纳入专户管理的非税收入拨款 no account tells from other money: where it is given, the rest is 其他资金.
    mutating func fill(
      from whole: WholeOfLedger, _ form: EvaluationLayout.FundRowForm, besides rows: [EvaluationFundRow]
    ) throws {
      switch (form.role, form.name) {
      case (.total, _):
        initialBudget = try initialBudget ?? whole.budget(\.initialBudget)
        fullYearBudget = try fullYearBudget ?? whole.budget(\.finalBudget)
        executed = try executed ?? whole.executed()
      case (_, "一般公共预算"): executed = try executed ?? whole.executed([.generalBudget])
      case (_, "政府性基金拨款"): executed = try executed ?? whole.executed([.governmentFund])
      case (_, "其他资金"):
        let special = rows.first { $0.source == "纳入专户管理的非税收入拨款" }?.executed ?? .zero
        executed = try executed ?? whole.executed([.stateCapital, .other]).subtracting(special)
      case (_, "基本支出"): executed = try executed ?? whole.executed(Fund.allCases, [.basic])
      case (_, "项目支出"): executed = try executed ?? whole.executed(Fund.allCases, [.project])
      default: break
      }
    }

    init(sumOf rows: [EvaluationFundRow]) throws(AmountOverflow) {
      func sum(_ amount: KeyPath<EvaluationFundRow, Amount?>) throws(AmountOverflow) -> Amount? {
        var sum: Amount?
        for row in rows {
          if let part = row[keyPath: amount] { sum = try (sum ?? .zero).adding(part) }
        }
        return sum
      }
      declared = try sum(\.declared)
      initialBudget = try sum(\.initialBudget)
      fullYearBudget = try sum(\.fullYearBudget)
      executed = try sum(\.executed)
    }
  }

  private mutating func fundRow(
    _ form: EvaluationLayout.FundRowForm, _ amounts: Amounts, _ given: EvaluationFundRow?, _ scoring: Scoring
  ) throws -> FundRow {
    var row = FundRow(name: form.name, role: form.role, executed: try money(amounts.executed))
    guard form.role == .total || form.role == .source else { return row }
    let has = Set(layout.fundColumns.map(\.cell))
    row.initialBudget = try money(amounts.initialBudget)
    row.fullYearBudget = try money(amounts.fullYearBudget)
    if has.contains(.declared) { row.declared = try money(amounts.declared) }
    if has.contains(.carriedOver), let budget = amounts.fullYearBudget {
      row.carriedOver = try money(budget.subtracting(amounts.executed ?? .zero))
    }
    if has.contains(.reason) { row.reason = given.map { cell($0.reason, .deviationReason, of: $0) } ?? .blank }
    let notApplicable = PrintedCell(layout.notApplicable)
    guard !funds.isEmpty || whole != nil else { return row }
    if form.role == .total {
      if has.contains(.weight) {
        row.weight =
          given?.weight == nil
          ? PrintedCell(scoring.rules.fundWeight.shortText()) : number(given?.weight, .weight, of: given)
      }
      row.score = number(given?.score, .score, of: given)
    } else {
      if has.contains(.weight) { row.weight = notApplicable }
      row.score = notApplicable
    }
    if let rate = given?.rate {
      row.rate = PrintedCell(rate)
    } else if form.role == .source, !layout.sourcesShowRate {
      row.rate = notApplicable
    } else if let budget = amounts.fullYearBudget {
      let rate = try ExecutionRate(
        executed: Rational((amounts.executed ?? .zero).fen), budget: Rational(budget.fen))
      row.rate = PrintedCell(rate.lowest.shortText(decimals: scoring.rules.decimals) + layout.rateSuffix)
      if form.role == .total, row.score.isBlank {
        // From the exact amounts: what some layouts print of them is rounded.
        row.score = .computed(try scoring.fundScore(rate).lowerBound.shortText())
      }
    }
    return row
  }

  /// An amount in 万元, exact to the fen, or as finely as the layout prints.
  private func money(_ amount: Amount?) throws -> PrintedCell {
    guard let amount else { return .blank }
    return PrintedCell(
      try Rational(amount.fen, over: 1_000_000).shortText(decimals: layout.scoring.roundedAmountDecimals ?? 6))
  }

  // MARK: - 绩效指标

  private mutating func indicatorRows() -> [Indicator] {
    var rows: [Indicator] = []
    var ordinals: [String: Int] = [:]
    for indicator in indicators {
      let level2 = levels.level2(indicator.level2) ?? indicator.level2
      guard let level1 = indicator.level1.map({ levels.level1($0) ?? $0 }) ?? levels.level1(of: level2) else {
        problems.append(
          Problem(
            at: schema.place(of: indicator, at: .level1), found: "没有填写",
            expected: "“\(indicator.level2)”不是通用的二级指标，应填写它属于哪个一级指标"))
        continue
      }
      ordinals[level2, default: 0] += 1
      rows.append(
        Indicator(
          level1: PrintedCell(level1), level2: PrintedCell(level2),
          level3: cell(level3(indicator.level3, ordinal: ordinals[level2] ?? 1), .level3, of: indicator),
          initialTarget: layout.heading(of: .initialTarget) == nil
            ? .blank : cell(indicator.initialTarget, .initialTarget, of: indicator),
          target: cell(indicator.target, .target, of: indicator),
          actual: cell(indicator.actual, .attained, of: indicator),
          description: layout.heading(of: .description) == nil
            ? .blank : cell(indicator.description, .explanation, of: indicator),
          weight: number(indicator.weight, .weight, of: indicator),
          score: number(indicator.score, .score, of: indicator),
          reason: cell(indicator.reason, .deviationReason, of: indicator)))
    }
    return rows
  }

  /// A 三级指标 with the number the layout puts in front of it, unless it has one already.
  private func level3(_ text: String, ordinal: Int) -> String {
    guard !layout.level3Prefix.isEmpty else { return text }
    let numbered = Indicator(
      level1: .blank, level2: .blank, level3: PrintedCell(text), target: .blank, actual: .blank, weight: .blank,
      score: .blank)
    guard numbered.name == text.foldedForComparison else { return text }
    return layout.level3Prefix.replacing("{序号}", with: String(ordinal)) + text
  }

  // MARK: - Cells

  /// A cell with its place in the ledger.
  private func cell<Row: LedgerRow>(_ text: String?, _ column: ColumnID, of row: Row) -> PrintedCell {
    text.map { PrintedCell($0, place: schema.place(of: row, at: column)) } ?? .blank
  }

  /// A cell that has to hold a number where it holds anything.
  private mutating func number<Row: LedgerRow>(_ text: String?, _ column: ColumnID, of row: Row?) -> PrintedCell {
    guard let row, let text else { return .blank }
    if PrintedNumber(text) == nil {
      problems.append(
        Problem(
          at: schema.place(of: row, at: column), found: "填的是\(Problem.quoted(text))", expected: "应为数字，如 10 或 9.5",
          advice: column == .weight ? "" : "不填由软件按规则计算"))
    }
    return cell(text, column, of: row)
  }
}
