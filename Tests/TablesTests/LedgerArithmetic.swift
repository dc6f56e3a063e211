import Accounts
import Tables

/// What the tables of the national form should print for a ledger, straight from its rows: every figure is one pass
/// over the rows with the words of its line or column, summed in 128 bits and rounded by its own rule.
struct LedgerArithmetic {
  /// A sum and how many rows gave it; no rows print as a blank.
  struct Sum {
    var total: Int128 = 0
    var rows = 0

    static func + (left: Sum, right: Sum) -> Sum { Sum(total: left.total + right.total, rows: left.rows + right.rows) }
  }

  let ledger: Ledger

  // MARK: Sums of rows

  static let categories = [
    "201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217",
    "219", "220", "221", "222", "223", "224", "229", "231", "232", "234",
  ]
  static let sources: [IncomeSource] = [
    .generalBudget, .governmentFund, .stateCapital, .superiorSubsidy, .undertaking, .operating, .affiliateRemittance,
    .other,
  ]
  static let kinds: [ExpenditureKind] = [.basic, .project, .remittanceToSuperior, .operating, .subsidyToAffiliate]
  static let fiscal: [Fund] = [.generalBudget, .governmentFund, .stateCapital]
  static let personnel = ["301", "303"]
  static let operating = ["302", "307", "309", "310", "311", "312", "313", "399"]
  static let vehicles: [OtherItem] = [
    .leaderVehicles, .principalVehicles, .confidentialVehicles, .emergencyVehicles, .enforcementVehicles,
    .specialVehicles, .retireeVehicles, .otherVehicles,
  ]

  func income(_ sources: [IncomeSource] = sources, under code: String = "") -> Sum {
    var sum = Sum()
    for row in ledger.income where sources.contains(row.source) && row.code.digits.hasPrefix(code) {
      sum.total += Int128(row.amount.fen)
      sum.rows += 1
    }
    return sum
  }

  func expenditure(
    _ kinds: [ExpenditureKind] = kinds, _ funds: [Fund] = Fund.allCases, under code: String = ""
  ) -> Sum {
    var sum = Sum()
    for row in ledger.expenditure
    where kinds.contains(row.kind) && funds.contains(row.fund) && row.code.digits.hasPrefix(code) {
      sum.total += Int128(row.amount.fen)
      sum.rows += 1
    }
    return sum
  }

  func basic(_ code: String) -> Sum {
    var sum = Sum()
    for row in ledger.expenditure where row.kind == .basic && row.fund == .generalBudget {
      guard let economic = row.economicCode?.digits, economic.hasPrefix(code) else { continue }
      sum.total += Int128(row.amount.fen)
      sum.rows += 1
    }
    return sum
  }

  func balances(_ funds: [Fund], under code: String = "", _ cell: (BalanceRow) -> Amount?) -> Sum {
    var sum = Sum()
    for row in ledger.balances where funds.contains(row.fund) && (row.code?.digits ?? "").hasPrefix(code) {
      guard let amount = cell(row) else { continue }
      sum.total += Int128(amount.fen)
      sum.rows += 1
    }
    return sum
  }

  /// Opening + income + surplus used − expenditure − surplus distributed.
  func left(_ fund: Fund, under code: String = "") -> Int128 {
    let sources = Self.sources.filter { source in
      switch source {
      case .generalBudget: fund == .generalBudget
      case .governmentFund: fund == .governmentFund
      case .stateCapital: fund == .stateCapital
      default: fund == .other
      }
    }
    return balances([fund], under: code) { $0.opening }.total + income(sources, under: code).total
      + balances([fund], under: code) { $0.surplusUsed }.total
      - expenditure(Self.kinds, [fund], under: code).total
      - balances([fund], under: code) { $0.surplusDistributed }.total
  }

  /// What is left at the year's end; nothing at all where nothing is left and nobody stated a closing balance.
  func closing(_ funds: [Fund], under code: String = "") -> Sum {
    var sum = Sum()
    for fund in funds {
      let left = left(fund, under: code)
      let isStated = balances([fund], under: code) { $0.closing }.rows > 0
      if left != 0 || isStated { sum = sum + Sum(total: left, rows: 1) }
    }
    return sum
  }

  func threePublic(_ items: [ThreePublicItem], _ cell: (ThreePublicRow) -> Amount?) -> Sum {
    var sum = Sum()
    for row in ledger.threePublic where items.contains(row.item) {
      guard let amount = cell(row) else { continue }
      sum.total += Int128(amount.fen)
      sum.rows += 1
    }
    return sum
  }

  func other(_ items: [OtherItem]) -> Sum {
    var sum = Sum()
    for row in ledger.other where items.contains(row.item) {
      switch row.value {
      case .amount(let amount): sum = sum + Sum(total: Int128(amount.fen), rows: 1)
      case .count(let count): sum = sum + Sum(total: Int128(count), rows: 1)
      case .text: break
      }
    }
    return sum
  }

  // MARK: Printing

  /// 万元 with two decimals, rounded half away from zero.
  static func wanyuan(_ sum: Sum) -> String {
    guard sum.rows > 0 else { return "" }
    let magnitude = sum.total < 0 ? -sum.total : sum.total
    let hundredths = (2 * magnitude + 10_000) / 20_000
    let cents = String(hundredths % 100)
    let sign = sum.total < 0 && hundredths > 0 ? "-" : ""
    return sign + String(hundredths / 100) + "." + (cents.count == 1 ? "0" + cents : cents)
  }

  // MARK: Tables

  /// Every figure the ten tables should have, by address: its exact sum and how it prints.
  func figures(standardEconomicCodes: [String]) -> [String: (sum: Sum, text: String)] {
    var figures: [String: (sum: Sum, text: String)] = [:]
    func money(_ address: String, _ sum: Sum) { figures[address] = (sum, Self.wanyuan(sum)) }
    func things(_ address: String, _ sum: Sum) { figures[address] = (sum, sum.rows == 0 ? "" : String(sum.total)) }

    // 01 and 04: every line has its cell, whether or not the form gives it a name.
    for line in 1...31 { money("01.\(line).1", Sum()) }
    for line in 32...62 { money("01.\(line).2", Sum()) }
    for line in 1...32 { money("04.\(line).1", Sum()) }
    for line in 33...64 { for column in 2...5 { money("04.\(line).\(column)", Sum()) } }

    for (index, source) in Self.sources.enumerated() { money("01.\(index + 1).1", income([source])) }
    let opening = balances(Fund.allCases) { $0.opening }
    let used = balances(Fund.allCases) { $0.surplusUsed }
    let distributed = balances(Fund.allCases) { $0.surplusDistributed }
    money("01.27.1", income())
    money("01.28.1", used)
    money("01.29.1", opening)
    for (index, category) in Self.categories.enumerated() {
      money("01.\(32 + index).2", expenditure(under: category))
    }
    money("01.58.2", expenditure())
    money("01.59.2", distributed)
    money("01.60.2", closing(Fund.allCases))
    let sides = [income() + used + opening, expenditure() + distributed + closing(Fund.allCases)]
    for (address, sum) in zip(["01.31.1", "01.62.2"], Self.grandTotals(sides)) { money(address, sum) }

    for (index, fund) in Self.fiscal.enumerated() {
      money("04.\(index + 1).1", income([Self.sources[index]]))
      money("04.\(index + 29).1", balances([fund]) { $0.opening })
    }
    let fiscalIncome = income(Array(Self.sources.prefix(3)))
    let fiscalOpening = balances(Self.fiscal) { $0.opening }
    money("04.27.1", fiscalIncome)
    money("04.28.1", fiscalOpening)
    for (column, funds) in [(2, Self.fiscal), (3, [.generalBudget]), (4, [.governmentFund]), (5, [.stateCapital])] {
      for (index, category) in Self.categories.enumerated() {
        money("04.\(33 + index).\(column)", expenditure(Self.kinds, funds, under: category))
      }
      money("04.59.\(column)", expenditure(Self.kinds, funds))
      money("04.60.\(column)", closing(funds))
      let sources = Self.sources.prefix(3).enumerated().filter { funds.contains(Self.fiscal[$0.offset]) }.map(\.element)
      let sides = Self.grandTotals([
        income(sources) + balances(funds) { $0.opening }, expenditure(Self.kinds, funds) + closing(funds),
      ])
      money("04.64.\(column)", sides[1])
      if column == 2 { money("04.32.1", sides[0]) }
    }

    functionTable("02") { code in
      [income(under: code), income(Array(Self.sources.prefix(3)), under: code)]
        + Self.sources.dropFirst(3).map { income([$0], under: code) }
    }
    functionTable("03") { code in
      [expenditure(under: code)] + Self.kinds.map { expenditure([$0], under: code) }
    }
    functionTable("05") { code in
      [Self.kinds, [.basic], [.project]].map { expenditure($0, [.generalBudget], under: code) }
    }
    functionTable("07") { code in
      [balances([.governmentFund], under: code) { $0.opening }, income([.governmentFund], under: code)]
        + [Self.kinds, [.basic], [.project]].map { expenditure($0, [.governmentFund], under: code) }
        + [closing([.governmentFund], under: code)]
    }
    functionTable("08") { code in
      [Self.kinds, [.basic], [.project]].map { expenditure($0, [.stateCapital], under: code) }
    }
    /// A row of totals, and one for every code under which a column has a row.
    func functionTable(_ table: String, _ columns: (String) -> [Sum]) {
      for code in [""] + functionCodes {
        let sums = columns(code)
        guard code.isEmpty || sums.contains(where: { $0.rows > 0 }) else { continue }
        for (index, sum) in sums.enumerated() { money("\(table).\(code.isEmpty ? "合计" : code).\(index + 1)", sum) }
      }
    }

    let used06 = ledger.expenditure.filter { $0.kind == .basic && $0.fund == .generalBudget }
      .compactMap(\.economicCode?.digits)
    for code in Set(standardEconomicCodes + ["30299"] + used06) { money("06.\(code).1", basic(code)) }
    let operatingCost = Self.operating.map(basic).reduce(Sum(), +)
    money("06.人员经费合计.1", Self.personnel.map(basic).reduce(Sum(), +))
    money("06.公用经费合计.1", operatingCost)

    let cells: [(shift: Int, cell: (ThreePublicRow) -> Amount?)] = [(0, { $0.finalBudget }), (6, { $0.actual })]
    for (shift, cell) in cells {
      money(
        "09.1.\(shift + 1)", threePublic([.abroad, .vehiclePurchase, .vehicleOperation, .reception], cell))
      money("09.1.\(shift + 2)", threePublic([.abroad], cell))
      money("09.1.\(shift + 3)", threePublic([.vehiclePurchase, .vehicleOperation], cell))
      money("09.1.\(shift + 4)", threePublic([.vehiclePurchase], cell))
      money("09.1.\(shift + 5)", threePublic([.vehicleOperation], cell))
      money("09.1.\(shift + 6)", threePublic([.reception], cell))
    }

    money("10.1.1", other([.procuredGoods, .procuredWorks, .procuredServices]))
    money("10.2.1", other([.procuredGoods]))
    money("10.3.1", other([.procuredWorks]))
    money("10.4.1", other([.procuredServices]))
    let isUnit = ledger.unit.scope == .unit
    money(
      "10.5.1",
      isUnit && ledger.unit.nature == .administrative ? operatingCost : other([.operatingCostOfAdministrativeUnits]))
    money(
      "10.6.1",
      isUnit && ledger.unit.nature == .civilServiceManaged
        ? operatingCost : other([.operatingCostOfCivilServiceManagedUnits]))
    things("10.7.1", other(Self.vehicles))
    for (index, item) in Self.vehicles.enumerated() { things("10.\(index + 8).1", other([item])) }
    things("10.17.1", other([.largeEquipment]))
    return figures
  }

  /// The two sides of a balance print alike: neither is blank unless both are.
  private static func grandTotals(_ sides: [Sum]) -> [Sum] {
    let rows = sides.reduce(0) { $0 + $1.rows }
    return sides.map { Sum(total: $0.total, rows: rows) }
  }

  /// All 类, 款 and 项 that occur in any row.
  private var functionCodes: [String] {
    let items =
      ledger.income.map(\.code.digits) + ledger.expenditure.map(\.code.digits)
      + ledger.balances.compactMap(\.code?.digits)
    return Set(items.flatMap { [String($0.prefix(3)), String($0.prefix(5)), $0] }).sorted()
  }
}
