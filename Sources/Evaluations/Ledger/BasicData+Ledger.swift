package import Accounts
import Formats

extension BasicData {
  /// The data table of a ledger that evaluates the whole department: what the accounts have from them, the rest from the
  /// sheet 绩效基础数据; nil where that sheet is empty.
  ///
  /// Throws ``UnusableInput`` with every row that contradicts the accounts or belongs nowhere, and whatever the built-in
  /// data throws.
  package init?(of ledger: Ledger) throws {
    guard !ledger.evaluationBasics.isEmpty else { return nil }
    var source = BasicDataSource(ledger: ledger, form: try .standard())
    self = try source.data()
    guard source.problems.isEmpty else { throw UnusableInput(source.problems) }
  }
}

/// The rows of a ledger that the data table is made of.
private struct BasicDataSource {
  typealias Item = EvaluationBasicRow.Item
  let ledger: Ledger
  let form: OverallForm
  var problems: [Problem] = []

  mutating func data() throws -> BasicData {
    var data = BasicData(year: ledger.unit.year)
    data.authorised = PrintedCell(count(.authorised).map(String.init) ?? "")
    data.inService = PrintedCell(count(.inService).map(String.init) ?? "")
    if let whole = count(.authorised), whole > 0, let part = count(.inService) {
      data.staffRate = PrintedCell(try percent(Rational(part), of: Rational(whole)))
    }
    data.thrift = PrintedCell(rows(.thrift).first?.text ?? "")
    data.buildings = try rows(.building).map { try building($0) }
    if data.buildings.isEmpty { data.buildings = [.init(Array(repeating: .blank, count: 6))] }
    let amounts = try amounts()
    for row in form.expenses.rows {
      data.expenses.append(try expense(row.name, isFund: false, amounts.named[row.name]))
      guard row.isHead else { continue }
      for fund in amounts.funds { data.expenses.append(try expense(fund.name, isFund: true, fund.amounts)) }
    }
    return data
  }

  private func rows(_ item: Item) -> [EvaluationBasicRow] { ledger.evaluationBasics.filter { $0.item == item } }

  private func place(of row: EvaluationBasicRow, _ column: ColumnID) -> SourceLocation {
    ledger.schema.place(of: row, at: column)
  }

  private func count(_ item: Item) -> Int64? { rows(item).first?.count }

  private func percent(_ part: Rational, of whole: Rational) throws -> String {
    try (part / whole * Rational(100)).text(decimals: 2) + "%"
  }

  // MARK: - Buildings

  private mutating func building(_ row: EvaluationBasicRow) throws -> BasicData.Building {
    var cells = [number(row.approvedArea, .approvedArea, row), number(row.actualArea, .actualArea, row)]
    cells.append(try rate(cells[1], of: cells[0]))
    cells += [try money(row.budget), try money(row.actual)]
    cells.append(try rate(cells[4], of: cells[3]))
    return .init(cells)
  }

  private mutating func number(_ text: String?, _ column: ColumnID, _ row: EvaluationBasicRow) -> PrintedCell {
    if let text, PrintedNumber(text) == nil {
      problems.append(
        Problem(
          at: place(of: row, column), found: "填的是\(Problem.quoted(text))", expected: "应为数字，单位是平方米"))
    }
    return PrintedCell(text ?? "")
  }

  private func rate(_ part: PrintedCell, of whole: PrintedCell) throws -> PrintedCell {
    guard let part = part.number?.value, let whole = whole.number?.value, whole > .zero else { return .blank }
    return PrintedCell(try percent(part, of: whole))
  }

  // MARK: - Expenses

  private struct Amounts {
    var prior: Amount?
    var budget: Amount?
    var actual: Amount?
  }

  private func expense(_ name: String, isFund: Bool, _ amounts: Amounts?) throws -> BasicData.Expense {
    var expense = BasicData.Expense(name: name, isFund: isFund)
    expense.prior = try money(amounts?.prior)
    expense.budget = try money(amounts?.budget)
    expense.actual = try money(amounts?.actual)
    return expense
  }

  /// An amount in 万元, exact to the fen; empty where the ledger has no amount.
  private func money(_ amount: Amount?) throws -> PrintedCell {
    guard let amount else { return .blank }
    return PrintedCell(try Rational(amount.fen, over: 1_000_000).shortText())
  }

  private mutating func amounts() throws -> (named: [String: Amounts], funds: [(name: String, amounts: Amounts)]) {
    var named = try threePublic()
    var funds: [(name: String, amounts: Amounts)] = []
    var spent = Amount.zero
    for item in [Item.operations, .maintenance] {
      for row in rows(item) {
        let one = try project(row)
        spent = try spent.adding(one.actual ?? .zero)
        named[item.rawValue] = try sum([named[item.rawValue], one])
      }
    }
    for row in rows(.special) {
      let one = try project(row)
      spent = try spent.adding(one.actual ?? .zero)
      if form.row(labelled: row.name ?? "") != nil || row.name == Item.otherProjects.rawValue {
        problems.append(
          Problem(
            at: place(of: row, .project), found: "填的是\(Problem.quoted(row.name ?? ""))",
            expected: "不应与基础数据表自有的行同名"))
      }
      funds.append((row.name ?? "", one))
    }
    let whole = try executed { $0.kind == .project }
    let rest = try whole.subtracting(spent)
    let other = rows(.otherProjects).first
    if rest != .zero || other != nil {
      funds.append(
        (Item.otherProjects.rawValue, Amounts(prior: other?.prior, budget: other?.budget, actual: rest)))
    }
    named[Item.special.rawValue] = try sum(funds.map(\.amounts))
    var projects = try sum([Item.operations, .maintenance, .special].map { named[$0.rawValue] })
    projects?.actual = whole
    named["项目支出"] = projects
    for item in [Item.running, .office, .utilities, .meetings, .procurement, .adjustment] {
      let row = rows(item).first
      let actual = try known(item)
      if let row { check(row, actual) }
      guard row != nil || actual != nil else { continue }
      named[item.rawValue] = Amounts(prior: row?.prior, budget: row?.budget, actual: actual ?? row?.actual)
    }
    return (named, funds)
  }

  /// What is added up where it is given; nil where nothing is.
  private func sum(_ parts: [Amounts?]) throws -> Amounts? {
    func sum(_ amount: KeyPath<Amounts, Amount?>) throws -> Amount? {
      var sum: Amount?
      for part in parts {
        if let one = part?[keyPath: amount] { sum = try (sum ?? .zero).adding(one) }
      }
      return sum
    }
    let whole = Amounts(prior: try sum(\.prior), budget: try sum(\.budget), actual: try sum(\.actual))
    return whole.prior == nil && whole.budget == nil && whole.actual == nil ? nil : whole
  }

  private func threePublic() throws -> [String: Amounts] {
    let items: [(String, ThreePublicItem)] = [
      ("公车购置", .vehiclePurchase), ("公车运行维护", .vehicleOperation), ("出国经费", .abroad), ("公务接待", .reception),
    ]
    var named: [String: Amounts] = [:]
    for (name, item) in items {
      let row = ledger.threePublic.first { $0.item == item }
      named[name] = Amounts(
        prior: ledger.prior.first { $0.item == item.rawValue }?.amount, budget: row?.initialBudget,
        actual: row?.actual)
    }
    func whole(_ parts: [String]) throws -> Amounts? {
      var whole = try sum(parts.map { named[$0] })
      // What is not known of one is not nothing: the rest is no total.
      for amount in [\Amounts.prior, \.budget, \.actual]
      where parts.contains(where: { named[$0]?[keyPath: amount] == nil }) {
        whole?[keyPath: amount] = nil
      }
      return whole
    }
    named["公务用车购置和维护经费"] = try whole(["公车购置", "公车运行维护"])
    named["三公经费"] = try whole(items.map(\.0))
    return named
  }

  private func executed(_ isMeant: (ExpenditureRow) -> Bool) throws(AmountOverflow) -> Amount {
    var sum = Amount.zero
    for row in ledger.expenditure where isMeant(row) { sum = try sum.adding(row.amount) }
    return sum
  }

  /// A project's amounts, what was spent from the accounts.
  private mutating func project(_ row: EvaluationBasicRow) throws -> Amounts {
    var amounts = Amounts(prior: row.prior, budget: row.budget, actual: row.actual)
    guard let name = row.name else {
      problems.append(
        Problem(
          at: place(of: row, .project), found: "没有填写",
          expected: "“\(row.item.rawValue)”应填写\(ledger.schema.heading(.evaluationBasics, .project))"))
      return amounts
    }
    // Given tables name no project.
    guard ledger.given == nil else {
      if row.actual == nil {
        problems.append(
          Problem(
            at: place(of: row, .actual), found: "没有填写", expected: "账里带的是公开表，没有各项目的支出，这里应有\(Problem.quoted(name))的决算数"))
      }
      return amounts
    }
    let folded = name.foldedForComparison
    let isKnown = ledger.expenditure.contains { $0.kind == .project && $0.project?.foldedForComparison == folded }
    guard isKnown else {
      problems.append(
        Problem(
          at: place(of: row, .project), found: "填的是\(Problem.quoted(name))",
          expected: "应是“\(ledger.schema.title(.expenditure))”里的\(ledger.schema.heading(.expenditure, .project))",
          advice: "请核对名称"))
      return amounts
    }
    let actual = try executed { $0.kind == .project && $0.project?.foldedForComparison == folded }
    check(row, actual)
    amounts.actual = actual
    return amounts
  }

  /// What the accounts have of an item; nil where they have none of it.
  private func known(_ item: Item) throws -> Amount? {
    func basic(_ codes: [String]) throws -> Amount? {
      if let given = ledger.given { return try given.basicExpenditure(of: codes) }
      let amount = try executed { row in
        row.kind == .basic && row.fund == .generalBudget
          && codes.contains { row.economicCode?.digits.begins(with: $0) ?? false }
      }
      return amount == .zero ? nil : amount
    }
    switch item {
    case .running: return try basic(["302"])
    case .utilities: return try basic(["30205", "30206", "30211"])
    case .meetings: return try basic(["30215", "30216"])
    case .procurement:
      var sum = Amount.zero
      for item in OtherItem.procurement {
        // Goods, works and services together; without one of them the rest is no total.
        guard case .amount(let amount)? = ledger.other.first(where: { $0.item == item })?.value else { return nil }
        sum = try sum.adding(amount)
      }
      return sum
    default: return nil
    }
  }

  /// A stated 决算数 has to be that of the accounts.
  private mutating func check(_ row: EvaluationBasicRow, _ actual: Amount?) {
    guard let stated = row.actual, let actual, stated != actual else { return }
    problems.append(
      Problem(
        at: place(of: row, .actual), found: "填的是\(stated.yuanText)", expected: "账里是 \(actual.yuanText)",
        advice: "不填由软件从账里取出"))
  }
}
