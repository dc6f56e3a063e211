import Accounts
import Tables

/// The exact accounts of a made-up unit and year, from which a disclosure is made in two independent ways.
struct RandomFacts {
  struct Income {
    let code: Int
    let source: IncomeSource
    let fen: Int64
  }

  struct Expenditure {
    let code: Int
    let kind: ExpenditureKind
    let fund: Fund
    /// The 款 of the economic classification; nil where the form shows none.
    let economicCode: Int?
    let fen: Int64
  }

  struct Balance {
    let fund: Fund
    /// The 项; nil when the row speaks for the whole fund.
    let code: Int?
    let opening: Int64
    var surplusUsed: Int64 = 0
    var surplusDistributed: Int64 = 0
    let closing: Int64
  }

  /// An item of 三公经费, with at least as much budgeted as spent.
  struct Expense {
    let item: ThreePublicItem
    let budget: Int64
    let actual: Int64
  }

  let scope: DisclosureScope
  let nature: UnitNature
  let income: [Income]
  let expenditure: [Expenditure]
  let balances: [Balance]
  let expenses: [Expense]
  let procurement: [(item: OtherItem, fen: Int64)]
  let vehicles: [(item: OtherItem, count: Int64)]
  let equipment: Int64?
  /// 机关运行经费 of a department's units; a single unit's follows from its 公用经费.
  let operatingCost: [(item: OtherItem, fen: Int64)]

  /// Facts over the 类 and economic codes of a form; about a third of the disclosures have one to three 项.
  init(_ random: inout SplitMix64, form: Form, items mostItems: Int) {
    let style = AmountStyle(&random)
    scope = random.pick(DisclosureScope.allCases)
    nature = random.pick(UnitNature.allCases)
    let codes = Self.codes(&random, form: form, mostItems)
    let economicCodes = Self.economicCodes(&random, form: form)
    let funds = Fund.allCases.filter { _ in random.happens(0.5) }
    let active = funds.isEmpty ? [random.pick(Fund.allCases)] : funds

    var expenditure: [Expenditure] = []
    var income: [Income] = []
    let incomeFollows = random.pick([0.0, 0.5, 1.0])
    for code in codes {
      for fund in active where random.happens(active.count == 1 ? 1 : 0.6) {
        let rows = Self.expenditure(&random, style, code, fund, economicCodes)
        expenditure += rows
        if random.happens(incomeFollows) {
          let sources = IncomeSource.allCases.filter { $0.fund == fund }
          income.append(
            Income(code: code, source: random.pick(sources), fen: rows.reduce(0) { $0 + $1.fen }))
        }
        for source in IncomeSource.allCases where source.fund == fund && random.happens(0.3) {
          income.append(Income(code: code, source: source, fen: style.amount(&random)))
        }
      }
    }
    // What is taken back is never more than what 公用经费 there is.
    let takenBack = -Self.operation(of: expenditure)
    if takenBack > 0, let code = codes.first {
      expenditure.append(
        Expenditure(code: code, kind: .basic, fund: .generalBudget, economicCode: 30201, fen: takenBack))
      income.append(Income(code: code, source: .generalBudget, fen: takenBack))
    }
    balances = Self.balances(&random, style, income, expenditure)

    let shown: [(ThreePublicItem, [Int])] = [
      (.abroad, [30212]), (.vehiclePurchase, [31013, 30913]), (.vehicleOperation, [30231]), (.reception, [30217]),
    ]
    var expenses: [Expense] = []
    for (item, economic) in shown {
      let basic = expenditure.filter {
        $0.fund == .generalBudget && $0.kind == .basic && economic.contains($0.economicCode ?? 0)
      }
      if basic.isEmpty, random.happens(0.5) { continue }
      let ofProjects = random.happens(0.5) ? abs(style.amount(&random)) : 0
      let actual = basic.reduce(0) { $0 + $1.fen } + ofProjects
      // A budget ten thousand times what was spent of it would be one in another unit of money.
      let unspent = random.happens(0.5) ? min(abs(style.amount(&random)), abs(actual) * 100) : 0
      expenses.append(Expense(item: item, budget: actual + unspent, actual: actual))
    }
    self.expenses = expenses
    // 三公经费 is a part of what is spent of fiscal money, and no unit has less than 1 万元 in all.
    let spent = expenditure.reduce(0) { $0 + ($1.fund.isFiscal ? $1.fen : 0) }
    let others = expenditure.reduce(0) { $0 + ($1.fund.isFiscal ? 0 : $1.fen) }
    let received = income.reduce(0) { $0 + $1.fen }
    // What was carried over may be less than nothing.
    let carriedOver = balances.reduce(0) { $0 + $1.opening + $1.surplusUsed }
    let missing = max(
      0, expenses.reduce(0) { $0 + $1.actual } - spent, 2_000_000 - spent - others, 2_000_000 - received,
      2_000_000 - received - carriedOver)
    if missing > 0, let code = codes.first {
      expenditure.append(
        Expenditure(code: code, kind: .project, fund: .generalBudget, economicCode: nil, fen: missing))
      income.append(Income(code: code, source: .generalBudget, fen: missing))
    }
    self.expenditure = expenditure
    self.income = income
    // What is bought by contracts may be more than what is spent in the year, and not many times as much.
    let most = max(0, spent + others + missing)
    procurement = OtherItem.procurement.filter { _ in random.happens(0.5) }.map {
      ($0, min(style.amount(&random), most))
    }
    vehicles = OtherItem.vehicles.filter { _ in random.happens(0.4) }
      .map { ($0, Int64.random(in: 0...40, using: &random)) }
    equipment = random.happens(0.5) ? Int64.random(in: 0...9, using: &random) : nil
    let natures: [OtherItem] = [.operatingCostOfAdministrativeUnits, .operatingCostOfCivilServiceManagedUnits]
    // 机关运行经费 is a part of 公用经费, at most half of it for each kind of unit.
    let operation = Self.operation(of: expenditure)
    operatingCost =
      scope == .department && operation > 1
      ? natures.filter { _ in random.happens(0.5) }.map { ($0, Int64.random(in: 0...operation / 2, using: &random)) }
      : []
  }

  /// 公用经费: what is no 人员经费 (301, 303) of the basic expenditure.
  private static func operation(of expenditure: [Expenditure]) -> Int64 {
    expenditure.reduce(0) { sum, row in
      guard let code = row.economicCode, ![301, 303].contains(code / 100) else { return sum }
      return sum + row.fen
    }
  }

  /// One 项 or more of 类 for which the form has a line, several of them below one 款 or 类.
  private static func codes(_ random: inout SplitMix64, form: Form, _ mostItems: Int) -> [Int] {
    let categories = (form[.t01]?.expenditureLines ?? []).compactMap { $0.category.flatMap { Int($0) } }
    let chosen = (0..<random.pick([1, 2, 4, 8])).map { _ in random.pick(categories) }
    let count =
      random.happens(0.35) ? Int.random(in: 1...3, using: &random) : Int.random(in: 1...mostItems, using: &random)
    let sections = random.pick([[1], [1, 5, 38], Array(1...12) + [99]])
    let items = random.pick([[1, 2, 3], Array(1...30) + [50, 99]])
    var codes: Set<Int> = []
    for _ in 0..<count {
      codes.insert((random.pick(chosen) * 100 + random.pick(sections)) * 100 + random.pick(items))
    }
    return codes.sorted()
  }

  /// A few 款 of the form's, without those of 基本建设; sometimes one that the form lacks.
  private static func economicCodes(_ random: inout SplitMix64, form: Form) -> [Int] {
    let lines = (form[.t06]?.economicCodes ?? []).compactMap { Int($0.code) }
    let sections = lines.filter { $0 > 10_000 && ![309, 311].contains($0 / 100) }
    var codes = (0..<random.pick([1, 3, 10, 40])).map { _ in random.pick(sections) }
    if random.happens(0.1) { codes += [30210, 30198] }
    if random.happens(0.5) { codes += [30212, 30217, 30231, 31013] }
    return codes
  }

  /// What is spent under one 项 from one fund; basic expenditure of the general budget over several economic codes.
  private static func expenditure(
    _ random: inout SplitMix64, _ style: AmountStyle, _ code: Int, _ fund: Fund, _ economicCodes: [Int]
  ) -> [Expenditure] {
    var rows: [Expenditure] = []
    for kind in fund.isFiscal ? [.basic, .project] : ExpenditureKind.allCases where random.happens(0.6) {
      let isDetailed = fund == .generalBudget && kind == .basic
      for _ in 0..<(isDetailed ? Int.random(in: 1...6, using: &random) : Int.random(in: 1...2, using: &random)) {
        rows.append(
          Expenditure(
            code: code, kind: kind, fund: fund, economicCode: isDetailed ? random.pick(economicCodes) : nil,
            fen: style.amount(&random)))
      }
    }
    return rows
  }

  /// Opening and closing balances that make every fund, and every 项 of a fund kept by 项, balance.
  private static func balances(
    _ random: inout SplitMix64, _ style: AmountStyle, _ income: [Income], _ expenditure: [Expenditure]
  ) -> [Balance] {
    var balances: [Balance] = []
    let mayBeNegative = random.happens(0.3)
    for fund in Fund.allCases {
      let isByCode = [.governmentFund, .stateCapital].contains(fund) || random.happens(0.3)
      let codes = Set(
        income.filter { $0.source.fund == fund }.map(\.code) + expenditure.filter { $0.fund == fund }.map(\.code))
      if codes.isEmpty, random.happens(0.8) || isByCode { continue }
      for code in isByCode ? codes.sorted().map({ Int?($0) }) : [nil] {
        let received = income.reduce(0) {
          $0 + ($1.source.fund == fund && (code == nil || $1.code == code) ? $1.fen : 0)
        }
        let spent = expenditure.reduce(0) {
          $0 + ($1.fund == fund && (code == nil || $1.code == code) ? $1.fen : 0)
        }
        let used = fund == .other && random.happens(0.3) ? abs(style.amount(&random)) : 0
        let distributed = fund == .other && random.happens(0.3) ? abs(style.amount(&random)) : 0
        let change = received + used - spent - distributed
        // Either nothing is left, or something is, or whatever comes; what fiscal money is spent on without income of its
        // own was carried over.
        var opening =
          random.happens(0.4)
          ? -change : mayBeNegative ? style.amount(&random) : max(0, -change) + abs(style.amount(&random))
        if [.generalBudget, .stateCapital].contains(fund) {
          let needed = (code.map { [$0] } ?? codes.sorted()).reduce(Int64(0)) { sum, one in
            let spent = expenditure.reduce(0) { $0 + ($1.fund == fund && $1.code == one ? $1.fen : 0) }
            let received = income.reduce(0) { $0 + ($1.source.fund == fund && $1.code == one ? $1.fen : 0) }
            return sum + max(0, spent - received)
          }
          opening = max(opening, needed)
        }
        balances.append(
          Balance(
            fund: fund, code: code, opening: opening, surplusUsed: used, surplusDistributed: distributed,
            closing: opening + change))
      }
    }
    return balances
  }
}
