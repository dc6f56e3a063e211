import Accounts
import Evaluations
import Formats

/// The checks of the data table and the report of a whole department: each by itself, against each other, against the
/// score table, and against the ten tables of the disclosure.
struct OverallChecks {
  private let data: BasicData?
  private let stated: OverallReport?
  private let table: (number: Int, table: EvaluationTable)?
  private let tables: FiguresOfTables
  private let form: OverallForm
  private let rules: RuleCatalogue
  /// The decimals of the amounts of the data table, and of the report.
  private let places: (data: Int, report: Int)
  private(set) var report = CheckReport.empty

  init(
    _ overall: OverallEvaluation, _ evaluations: [EvaluationTable], tables: FiguresOfTables, form: OverallForm,
    rules: RuleCatalogue
  ) {
    data = overall.basicData
    stated = overall.report
    table = evaluations.firstIndex(where: \.layout.isOfWholeDepartment).map { ($0 + 1, evaluations[$0]) }
    self.tables = tables
    self.form = form
    self.rules = rules
    let amounts = data?.expenses.flatMap { row in ExpenseColumn.allCases.map { row[$0] } } ?? []
    let sums = stated?.sums.flatMap { [$0.whole] + $0.parts } ?? []
    let ofPeople = Set(form.sums.filter { $0.isExact }.flatMap { [$0.whole] + $0.parts })
    let statements =
      stated?.statements.filter { !$0.cell.text.ends(with: "%") && !ofPeople.contains($0.quantity) } ?? []
    places = (Self.decimals(amounts), Self.decimals(sums + statements.map(\.cell)))
  }

  private static func decimals(_ cells: [PrintedCell]) -> Int { cells.compactMap { $0.number?.decimals }.max() ?? 0 }

  mutating func check() {
    if let data {
      checkRates(of: data)
      checkSums(of: data)
      checkAgainstTables(data)
    }
    if let table { checkFunds(of: table.table, table.number) }
    if let data, let table { check(data, against: table.table, table.number) }
    if let stated {
      checkRatios(of: stated)
      checkSums(of: stated)
      if let data { check(stated, against: data) }
      if let table { check(stated, against: table.table, table.number) }
      checkDays(of: stated)
    }
  }

  // MARK: - Saying what was found

  private func operand(_ address: String, _ label: String, _ cell: PrintedCell) -> Finding.Operand {
    Finding.Operand(address: address, label: label, printed: cell.text, place: cell.place)
  }

  private func operand(_ row: String, _ column: String, in data: BasicData, _ cell: PrintedCell) -> Finding.Operand {
    operand(BasicData.address(row, column), "基础数据表\(row)\(column)", cell)
  }

  private func operand(_ quantity: String, _ cell: PrintedCell) -> Finding.Operand {
    operand(OverallReport.address(quantity), "报告所述\(quantity)", cell)
  }

  private mutating func violated(
    _ rule: RuleID, _ message: String, _ operands: [Finding.Operand], expected: String? = nil,
    residual: Rational? = nil, in one: RuleCase? = nil
  ) {
    let catalogued = rules[rule]
    report.violated(
      rule,
      Finding(
        rule: rule.rawValue, severity: catalogued.severity(one), message: message, operands: operands,
        expected: expected, residual: residual.map { $0.shortText() }, advice: catalogued.advice(one)))
  }

  /// Runs a check that computes; a number that does not fit leaves it not checked.
  private mutating func apply(
    _ rule: RuleID, at address: String, _ check: (inout OverallChecks) throws(NumberOverflow) -> Void
  ) {
    do {
      try check(&self)
    } catch {
      report.notChecked(rule, at: address, NumberOverflow.words)
    }
  }

  /// The number of a cell; nil, and said to be not checked, where nothing follows from what stands in it.
  private mutating func number(
    _ cell: PrintedCell, _ rule: RuleID, at address: String, blank: PrintedNumber? = nil
  ) -> PrintedNumber? {
    switch cell.reading {
    case .number(let number): return number
    case .blank: return blank
    case .unknown(let reason):
      report.notChecked(rule, at: address, reason)
      return nil
    }
  }

  private static let nothing = PrintedNumber(value: .zero, decimals: 0)

  // MARK: - The data table

  private mutating func checkRates(of data: BasicData) {
    let staff = BasicData.staffing
    checkRate(
      (staff, "控制率", data.staffRate), part: (staff, "在职人数", data.inService), whole: (staff, "编制数", data.authorised),
      in: data)
    for (index, building) in data.buildings.enumerated() where building.cells.count == 6 {
      let row = "楼堂馆所.\(index + 1)"
      let cells = Array(zip(BasicData.buildingCells, building.cells)).map { (row, $0.0, $0.1) }
      checkRate(cells[2], part: cells[1], whole: cells[0], in: data)
      checkRate(cells[5], part: cells[4], whole: cells[3], in: data)
    }
  }

  private typealias NamedCell = (row: String, column: String, cell: PrintedCell)

  private mutating func checkRate(_ rate: NamedCell, part: NamedCell, whole: NamedCell, in data: BasicData) {
    let address = BasicData.address(rate.row, rate.column)
    apply(.basicRate, at: address) { checks throws(NumberOverflow) in
      guard let printed = checks.number(rate.cell, .basicRate, at: address),
        let over = checks.number(whole.cell, .basicRate, at: address),
        let under = checks.number(part.cell, .basicRate, at: address), over.value > .zero
      else { return }
      let expected = try under.value / over.value * Rational(100)
      if try expected.rounded(printed.decimals) == printed.value { return checks.report.held(.basicRate) }
      checks.violated(
        .basicRate, "基础数据表的\(rate.column)与其两数不符",
        [rate, part, whole].map { checks.operand($0.row, $0.column, in: data, $0.cell) },
        expected: try expected.text(decimals: printed.decimals) + "%")
    }
  }

  private mutating func checkSums(of data: BasicData) {
    for row in form.expenses.rows {
      guard let whole = data.expenses.first(where: { $0.name == row.name && !$0.isFund }) else { continue }
      let names = row.parts ?? row.among ?? []
      let parts = row.isHead ? data.expenses.filter(\.isFund) : data.expenses.filter { names.contains($0.name) }
      guard !parts.isEmpty else { continue }
      // The rest of the parts is no sum.
      let lacking = names.first { name in !parts.contains { $0.name == name } }
      let gap = data.hasLostRows ? "原文缺行" : lacking.map { "没有读到“\($0)”一行" }
      for column in ExpenseColumn.allCases {
        checkSum(of: whole, parts, column, isBound: row.among != nil, lacking: gap, in: data)
      }
    }
  }

  /// `gap` is why the parts are not all there; what is there may still be more than the whole.
  private mutating func checkSum(
    of whole: BasicData.Expense, _ parts: [BasicData.Expense], _ column: ExpenseColumn, isBound: Bool,
    lacking gap: String?, in data: BasicData
  ) {
    let rule = isBound ? RuleID.basicBound : .basicSum
    let address = BasicData.address(whole.name, column.rawValue)
    // A whole without any part is divided no further.
    guard parts.contains(where: { !$0[column].reading.isBlank }) else { return }
    apply(rule, at: address) { checks throws(NumberOverflow) in
      guard let printed = checks.number(whole[column], rule, at: address) else {
        if whole[column].reading.isBlank { checks.report.notChecked(rule, at: address, "合计未填") }
        return
      }
      var sum = try Approximation(.zero)
      for part in parts {
        let at = BasicData.address(part.name, column.rawValue)
        guard let number = checks.number(part[column], rule, at: at, blank: Self.nothing) else { return }
        sum = try sum + Approximation(number, places: checks.places.data)
      }
      let total = try Approximation(printed, places: checks.places.data)
      if let gap, !isBound || total.agrees(with: sum) || sum.value < total.value {
        return checks.report.notChecked(rule, at: address, gap)
      }
      if total.agrees(with: sum) || (isBound && sum.value < total.value) { return checks.report.held(rule) }
      checks.violated(
        rule, "基础数据表\(whole.name)的\(column.rawValue)\(isBound ? "小于其中各项之和" : "不等于各项之和")",
        [checks.operand(whole.name, column.rawValue, in: data, whole[column])]
          + parts.map { checks.operand($0.name, column.rawValue, in: data, $0[column]) },
        expected: (isBound ? "不小于 " : "") + sum.value.shortText(),
        residual: try (total.value - sum.value).magnitude())
    }
  }

  private mutating func checkAgainstTables(_ data: BasicData) {
    for row in form.expenses.rows {
      guard let expense = data.expenses.first(where: { $0.name == row.name && !$0.isFund }) else { continue }
      let cell = operand(row.name, ExpenseColumn.actual.rawValue, in: data, expense.actual)
      compare(expense.actual, cell, places: places.data, with: row.printedAt ?? [], .basicAndTables)
    }
  }

  /// A cell has to repeat one of the figures that the ten tables print.
  private mutating func compare(
    _ cell: PrintedCell, _ operand: Finding.Operand, places: Int, with addresses: [String], _ rule: RuleID
  ) {
    let figures = addresses.compactMap { address in tables.printed[address].map { (address, $0) } }
    if figures.count < addresses.count, let reason = addresses.compactMap({ tables.unread[$0] }).first {
      report.notChecked(rule, at: operand.address, reason)
      return
    }
    guard let first = figures.first else { return }
    apply(rule, at: operand.address) { checks throws(NumberOverflow) in
      guard let number = checks.number(cell, rule, at: operand.address, blank: Self.nothing) else { return }
      let own = try Approximation(number, places: places)
      for (_, figure) in figures {
        guard let other = try figure.wanyuan else { continue }
        if own.agrees(with: other) { return checks.report.held(rule) }
      }
      guard let other = try first.1.wanyuan else {
        return checks.report.notChecked(rule, at: operand.address, "决算表的数残缺或不是金额")
      }
      checks.violated(
        rule, "\(operand.label)与决算表不一致",
        [operand, Finding.Operand(address: first.0, label: "决算表", printed: first.1.text, place: nil)],
        expected: other.value.shortText(), residual: try (own.value - other.value).magnitude())
    }
  }

  // MARK: - The score table

  private func fundOperand(_ row: FundRow, _ cell: FundCell, _ number: Int) -> Finding.Operand {
    operand(CellAddress(table: number).fund(row, cell), "自评表\(row.name)", row[cell])
  }

  private mutating func checkFunds(of table: EvaluationTable, _ number: Int) {
    let places = Self.decimals(table.fund.flatMap { [$0.executed, $0.fullYearBudget] })
    for row in table.fund {
      compare(
        row.executed, fundOperand(row, .executed, number), places: places, with: form.fundsPrintedAt[row.name] ?? [],
        .fundsAndTables)
    }
  }

  private mutating func check(_ data: BasicData, against table: EvaluationTable, _ number: Int) {
    guard let row = table.fund.first(where: { $0.name == "项目支出" }), let cell = data.cell("项目支出", "决算数") else { return }
    same(
      .basicAndScores, "基础数据表与自评表的项目支出不一致", (cell, operand("项目支出", "决算数", in: data, cell)),
      (row.executed, fundOperand(row, .executed, number)))
  }

  /// Two cells have to state one amount.
  private mutating func same(
    _ rule: RuleID, _ message: String, _ one: (cell: PrintedCell, operand: Finding.Operand),
    _ other: (cell: PrintedCell, operand: Finding.Operand), isExact: Bool = false
  ) {
    let places = max(places.data, places.report)
    apply(rule, at: one.operand.address) { checks throws(NumberOverflow) in
      guard let first = checks.number(one.cell, rule, at: one.operand.address),
        let second = checks.number(other.cell, rule, at: other.operand.address)
      else { return }
      let agrees =
        isExact
        ? first.value == second.value
        : try Approximation(first, places: places).agrees(with: Approximation(second, places: places))
      if agrees { return checks.report.held(rule) }
      checks.violated(
        rule, message, [one.operand, other.operand], expected: second.value.shortText(),
        residual: try (first.value - second.value).magnitude())
    }
  }

  // MARK: - The report

  private mutating func check(_ stated: OverallReport, against data: BasicData) {
    for (quantity, place) in form.inBasicData.sorted(by: { $0.key < $1.key }) {
      guard place.count == 2, let cell = stated.cell(of: quantity), let other = data.cell(place[0], place[1]) else {
        continue
      }
      same(
        .reportAndBasic, "报告所述的\(quantity)与基础数据表不一致", (cell, operand(quantity, cell)),
        (other, operand(place[0], place[1], in: data, other)),
        isExact: place[0] == BasicData.staffing)
    }
  }

  private mutating func check(_ stated: OverallReport, against table: EvaluationTable, _ number: Int) {
    for (quantity, place) in form.inFunds.sorted(by: { $0.key < $1.key }) {
      guard place.count == 2, let cell = stated.cell(of: quantity),
        let row = table.fund.first(where: { $0.name == place[0] }), let column = FundCell(rawValue: place[1])
      else { continue }
      same(
        .reportAndScores, "报告所述的\(quantity)与自评表不一致", (cell, operand(quantity, cell)),
        (row[column], fundOperand(row, column, number)))
    }
    if let cell = stated.cell(of: "总分") {
      same(
        .reportAndScores, "报告所述的总分与自评表不一致", (cell, operand("总分", cell)),
        (table.totalScore, operand(CellAddress(table: number).single("总分"), "自评表总分", table.totalScore)), isExact: true)
    }
  }

  private mutating func checkRatios(of stated: OverallReport) {
    for ratio in form.ratios {
      checkRatio(ratio.ratio, [ratio.part, ratio.whole], in: stated) { part, whole throws(NumberOverflow) in
        try part.percent(of: whole)
      }
    }
    for change in form.changes {
      checkRatio(change.rate, [change.now, change.before], in: stated) { now, before throws(NumberOverflow) in
        guard let rates = try now.percent(of: before) else { return nil }
        let (low, high) = (try rates.lowerBound - Rational(100), try rates.upperBound - Rational(100))
        let (one, other) = (try low.magnitude(), try high.magnitude())
        return low < .zero && high > .zero ? .zero...max(one, other) : min(one, other)...max(one, other)
      }
    }
  }

  private mutating func checkRatio(
    _ ratio: String, _ quantities: [String], in stated: OverallReport,
    _ expected: (Approximation, Approximation) throws(NumberOverflow) -> ClosedRange<Rational>?
  ) {
    let cells = quantities.compactMap { stated.cell(of: $0) }
    let address = OverallReport.address(ratio)
    guard cells.count == 2, let cell = stated.cell(of: ratio) else { return }
    let isExact = form.sums.contains { $0.isExact && ($0.whole == quantities[1] || $0.parts.contains(quantities[1])) }
    apply(.reportRatio, at: address) { checks throws(NumberOverflow) in
      guard let printed = checks.number(cell, .reportRatio, at: address),
        let one = checks.number(cells[0], .reportRatio, at: address),
        let other = checks.number(cells[1], .reportRatio, at: address)
      else { return }
      let places = isExact ? 6 : checks.places.report
      guard
        let rates = try expected(
          Approximation(one, places: places), Approximation(other, places: places))
      else { return }
      let (low, high) = (try rates.lowerBound.rounded(printed.decimals), try rates.upperBound.rounded(printed.decimals))
      if (low...max(low, high)).contains(printed.value) { return checks.report.held(.reportRatio) }
      let middle = try (rates.lowerBound + rates.upperBound) / Rational(2)
      checks.violated(
        .reportRatio, "报告所述的\(ratio)与其两数不符",
        [checks.operand(ratio, cell)] + zip(quantities, cells).map { checks.operand($0, $1) },
        expected: try middle.text(decimals: printed.decimals) + "%")
    }
  }

  private mutating func checkSums(of stated: OverallReport) {
    for sum in form.sums {
      let cells = sum.parts.map { ($0, stated.cell(of: $0)) }
      guard let whole = stated.cell(of: sum.whole), cells.allSatisfy({ $0.1 != nil }) else { continue }
      checkSum(
        operand(sum.whole, whole), whole, cells.compactMap { name, cell in cell.map { (operand(name, $0), $0) } },
        isComplete: true, isExact: sum.isExact)
    }
    for sum in stated.sums {
      let name = sum.words.isEmpty ? "合计" : sum.words
      checkSum(
        operand(name, sum.whole), sum.whole,
        sum.parts.enumerated().map { index, part in (operand("\(name).\(index + 1)", part), part) },
        isComplete: sum.isComplete, isExact: false)
    }
  }

  private mutating func checkSum(
    _ total: Finding.Operand, _ whole: PrintedCell, _ parts: [(operand: Finding.Operand, cell: PrintedCell)],
    isComplete: Bool, isExact: Bool
  ) {
    apply(.reportSum, at: total.address) { checks throws(NumberOverflow) in
      let places = isExact ? 6 : checks.places.report
      guard let printed = checks.number(whole, .reportSum, at: total.address) else { return }
      var sum = try Approximation(.zero)
      for part in parts {
        guard let number = checks.number(part.cell, .reportSum, at: part.operand.address, blank: Self.nothing) else {
          return
        }
        sum = try sum + Approximation(number, places: places)
      }
      let own = try Approximation(printed, places: places)
      if own.agrees(with: sum) { return checks.report.held(.reportSum) }
      // Words may list only some of the parts; more than the whole they cannot be.
      let isLess = sum.value < own.value && !isComplete
      checks.violated(
        .reportSum, "报告所述的\(total.label.replacing("报告所述", with: ""))\(isLess ? "大于所列各项之和" : "不等于所列各项之和")",
        [total] + parts.map(\.operand), expected: sum.value.shortText(),
        residual: try (own.value - sum.value).magnitude(), in: isLess ? .partsMissing : nil)
    }
  }

  private mutating func checkDays(of stated: OverallReport) {
    guard let day = stated.day, let published = stated.published else { return }
    if day <= published { return report.held(.reportDays) }
    violated(
      .reportDays, "报告所述的公开日期早于报告的日期",
      [("公开日期", published), ("报告日期", day)].map { name, day in
        Finding.Operand(
          address: OverallReport.address(name), label: name, printed: day.text, place: day.place)
      }, expected: "不早于 \(day.text)")
  }
}

extension OverallForm {
  /// The figures of the ten tables that the evaluation of a whole department repeats.
  package var printedFigures: [String] {
    expenses.rows.flatMap { $0.printedAt ?? [] } + fundsPrintedAt.values.flatMap(\.self)
  }
}

extension CellReading {
  /// Whether nothing stands in the cell.
  fileprivate var isBlank: Bool { if case .blank = self { true } else { false } }
}

extension Figure {
  /// The amounts in 万元 that print as the figure; nothing is none, and what is no amount nil.
  fileprivate var wanyuan: Approximation? {
    get throws(NumberOverflow) {
      switch (content, unit) {
      case (.blank, _), (.dash, _): return try Approximation(.zero)
      case (.number(let count, let decimals), .money(let unit)):
        let scale = try Rational.powerOfTen(decimals + (unit == .yuan ? 4 : 0))
        return try Approximation(
          Rational(count, over: scale), half: Rational(1, over: scale) / Rational(2))
      default: return nil
      }
    }
  }
}
