package import Accounts

/// The numbers of the report on a whole department, all of them from the accounts, the data table and the score table.
package struct ReportFigures: Sendable {
  /// The digits by quantity, those of amounts in 万元 and exact; what is not known, or is none, is left out.
  package let numbers: [String: String]
  /// 基本支出 by class: its name and amount.
  package let classes: [(name: String, amount: String)]
  /// The funds of the data table: name, what was spent, and what was budgeted where that is known.
  package let funds: [(name: String, actual: String, budget: String)]
  /// The quantities that went up from what they are compared with; the others went down.
  package let risen: Set<String>

  /// The numbers of a ledger; nil where no table evaluates the whole department.
  ///
  /// Throws when a number cannot be computed exactly, and what is wrong with the sheets.
  package init?(of ledger: Ledger, _ tables: [EvaluationTable]) throws {
    guard let table = tables.first(where: \.layout.isOfWholeDepartment) else { return nil }
    var source = ReportSource(ledger: ledger)
    try source.addStaff()
    try source.addAccounts()
    try source.addScores(of: table)
    let data = try BasicData(of: ledger)
    if let data { try source.addExpenses(of: data) }
    numbers = source.numbers
    risen = source.risen
    classes = try source.classes()
    funds = (data?.expenses ?? []).filter { $0.isFund && !$0.actual.isBlank }.map {
      ($0.name, $0.actual.text, $0.budget.text)
    }
  }
}

private struct ReportSource {
  let ledger: Ledger
  var numbers: [String: String] = [:]
  var risen: Set<String> = []

  private var whole: WholeOfLedger { WholeOfLedger(ledger) }

  private func money(_ amount: Amount) throws -> String { try Rational(amount.fen, over: 1_000_000).shortText() }

  /// One number in percent of another, to two decimals; nil where the other is not above 0.
  private func percent(_ part: String?, of whole: String?) throws -> String? {
    guard let part = part.flatMap({ PrintedNumber($0)?.value }),
      let whole = whole.flatMap({ PrintedNumber($0)?.value }),
      whole > .zero
    else { return nil }
    return try (part / whole * Rational(100)).text(decimals: 2)
  }

  /// A change in percent, without its sign.
  private mutating func addChange(_ name: String, _ now: String, _ before: String) throws {
    guard let new = numbers[now].flatMap({ PrintedNumber($0)?.value }),
      let old = numbers[before].flatMap({ PrintedNumber($0)?.value }), old > .zero
    else { return }
    let change = try new - old
    if change > .zero { risen.insert(name) }
    numbers[name] = try (change.magnitude() / old * Rational(100)).text(decimals: 2)
  }

  mutating func addStaff() throws {
    let items: [(EvaluationBasicRow.Item, String)] = [
      (.authorised, "编制数"), (.administrativePosts, "行政编制"), (.institutionPosts, "事业编制"), (.workerPosts, "工勤编制"),
      (.inService, "在职人数"), (.retired, "离退休人数"),
    ]
    for (item, name) in items {
      numbers[name] = ledger.evaluationBasics.first { $0.item == item }?.count.map(String.init)
    }
    numbers["在职人员控制率"] = try percent(numbers["在职人数"], of: numbers["编制数"])
  }

  mutating func addAccounts() throws {
    let opening = try whole.opening(of: .generalBudget)
    let income = try whole.income(of: .generalBudget)
    let spent = try whole.executed([.generalBudget])
    numbers["一般公共预算收入"] = try money(income)
    numbers["一般公共预算支出"] = try money(spent)
    numbers["一般公共预算基本支出"] = try money(try whole.executed([.generalBudget], [.basic]))
    numbers["一般公共预算项目支出"] = try money(try whole.executed([.generalBudget], [.project]))
    let all = try whole.executed([.generalBudget], ExpenditureKind.allCases)
    if let opening {
      numbers["年初结转和结余"] = try money(opening)
      numbers["年末结转和结余"] = try money(opening.adding(income).subtracting(all))
      try addChange("结转结余变动率", "年末结转和结余", "年初结转和结余")
    }
    for (fund, name) in [(Fund.governmentFund, "政府性基金"), (.stateCapital, "国有资本经营")] {
      let (income, spent) = (try whole.income(of: fund), try whole.executed([fund]))
      guard income != .zero || spent != .zero else { continue }
      numbers[name + "收入"] = try money(income)
      numbers[name + "支出"] = try money(spent)
    }
    let other = try whole.executed([.other])
    if other != .zero { numbers["其他资金支出"] = try money(other) }
  }

  mutating func addScores(of table: EvaluationTable) throws {
    if let total = table.fund.first(where: { $0.role == .total }) {
      numbers["全年预算数"] = total.fullYearBudget.number == nil ? nil : total.fullYearBudget.text
      numbers["全年执行数"] = total.executed.number == nil ? nil : total.executed.text
      numbers["预算完成率"] = try percent(numbers["全年执行数"], of: numbers["全年预算数"])
    }
    if let score = table.totalScore.number {
      numbers["总分"] = table.totalScore.text
      numbers["等级"] = try ScoringRules().grade(of: score.value)?.rawValue
    }
  }

  mutating func addExpenses(of data: BasicData) throws {
    for (quantity, place) in try OverallForm.standard().inBasicData where place[0] != BasicData.staffing {
      guard let cell = data.cell(place[0], place[1]), cell.number != nil else { continue }
      numbers[quantity] = cell.text
    }
    for ratio in try OverallForm.standard().ratios where numbers[ratio.ratio] == nil {
      numbers[ratio.ratio] = try percent(numbers[ratio.part], of: numbers[ratio.whole])
    }
    try addChange("“三公”经费变动率", "“三公”经费决算数", "“三公”经费上年决算数")
  }

  /// 基本支出 of the general budget by class, in the order of the codes.
  func classes() throws -> [(name: String, amount: String)] {
    let names = [("301", "工资福利支出"), ("302", "商品和服务支出"), ("303", "对个人和家庭的补助")]
    var sums: [String: Amount] = [:]
    if let given = ledger.given {
      for code in given.basicCategories {
        let name = names.first { $0.0 == code }?.1 ?? "其他各类"
        sums[name] = try (sums[name] ?? .zero).adding(given.basicExpenditure(of: [code]) ?? .zero)
      }
    }
    for row in ledger.expenditure where ledger.given == nil && row.kind == .basic && row.fund == .generalBudget {
      let code = row.economicCode?.category ?? ""
      let name = names.first { $0.0 == code }?.1 ?? "其他各类"
      sums[name] = try (sums[name] ?? .zero).adding(row.amount)
    }
    return try (names.map(\.1) + ["其他各类"]).compactMap { name in
      guard let amount = sums[name], amount != .zero else { return nil }
      return (name, try money(amount))
    }
  }
}
