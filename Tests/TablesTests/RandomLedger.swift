import Accounts
import Reading
import Tables
import TestSupport

/// Ledgers as no unit keeps them: any funds, kinds and sources, negative amounts, amounts that round to zero or stand
/// on a half, several 项 to a 款. The same seed gives the same ledger.
struct RandomLedger {
  private var generator: SeededGenerator
  private var ledger: Ledger
  private var line = 1

  /// The ledger of a seed. Closing balances are stated where they are negative, and here and there where not.
  static func make(seed: UInt64) throws -> Ledger {
    var random = try RandomLedger(seed: seed)
    try random.fill()
    return random.ledger
  }

  private init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    ledger = Ledger(
      unit: UnitInformation(
        name: "某局", year: 2024, scope: DisclosureScope.allCases.randomElement(using: &generator) ?? .unit,
        nature: UnitNature.allCases.randomElement(using: &generator) ?? .administrative), schema: try .standard())
    self.generator = generator
  }

  /// 项 of the 类 that 01 has lines for, by 类.
  private static let items: [String: [String]] = {
    let codes = (try? Standard.codes.entries(.function).map(\.code)) ?? []
    return Dictionary(grouping: codes.filter { $0.utf8.count == 7 }) { String($0.prefix(3)) }
      .filter { LedgerArithmetic.categories.contains($0.key) }
  }()
  /// 款 of the 类 that 06 has rows for.
  private static let economicSections: [String] = {
    let codes = (try? Standard.codes.entries(.economic).map(\.code)) ?? []
    let categories = LedgerArithmetic.personnel + LedgerArithmetic.operating
    return codes.filter { $0.utf8.count == 5 && categories.contains(String($0.prefix(3))) }
  }()

  // MARK: Dice

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  private mutating func pick<T>(_ choices: [T]) throws -> T {
    guard let choice = choices.randomElement(using: &generator) else { throw Empty() }
    return choice
  }

  private struct Empty: Error {}

  private mutating func amount() -> Amount {
    let fen: Int64
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: fen = 0
    case 1, 2: fen = Int64.random(in: -4_999...4_999, using: &generator)
    case 3: fen = 10_000 * Int64.random(in: -50...50, using: &generator) + 5_000
    case 4:
      fen = 10_000 * Int64.random(in: 0...50, using: &generator) + Int64.random(in: 4_998...5_002, using: &generator)
    case 5, 6: fen = Int64.random(in: 1...1_000_000, using: &generator)
    case 7, 8: fen = Int64.random(in: 1...10_000_000_000, using: &generator)
    default: fen = Int64.random(in: 1...1_000_000_000_000_000, using: &generator)
    }
    return Amount(fen: chance(10) ? -fen : fen)
  }

  private mutating func maybe(_ percent: Int) -> Amount? { chance(percent) ? amount() : nil }

  private mutating func place(_ file: String) -> InputPlace {
    line += 1
    return InputPlace(file: file, line: line)
  }

  // MARK: Rows

  private mutating func fill() throws {
    var codes: [FunctionCode] = []
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let category = try pick(Self.items.keys.sorted())
      let section = String(try pick(Self.items[category] ?? []).prefix(5))
      let items = (Self.items[category] ?? []).filter { chance(50) || $0.hasPrefix(section) }
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        if let code = FunctionCode(try pick(items)) { codes.append(code) }
      }
      if chance(20), let own = FunctionCode(section + "77") { codes.append(own) }
    }
    func name(_ code: FunctionCode) -> String? { code.digits.hasSuffix("77") ? "本单位专项\(code.digits)" : nil }

    // Few funds as often as all.
    let few = [try pick(Fund.allCases), try pick(Fund.allCases)]
    let funds = chance(50) ? Fund.allCases : Fund.allCases.filter(few.contains)
    let sources = IncomeSource.allCases.filter { funds.contains($0.fund) }
    let size = try pick([0, 1, 3, 10, 30, 60])
    for _ in 0..<Int.random(in: 0...size, using: &generator) {
      let code = try pick(codes)
      ledger.income.append(
        IncomeRow(code: code, name: name(code), source: try pick(sources), amount: amount(), place: place("收入.csv")))
    }
    for _ in 0..<Int.random(in: 0...size, using: &generator) {
      let code = try pick(codes)
      let fund = try pick(funds)
      let kind = try pick(fund.isFiscal ? [.basic, .project] : ExpenditureKind.allCases)
      let needsCode = kind == .basic && fund == .generalBudget
      let economic = needsCode || chance(30) ? EconomicCode(try pick(Self.economicSections)) : nil
      ledger.expenditure.append(
        ExpenditureRow(
          code: code, name: name(code), kind: kind, fund: fund, economicCode: economic, amount: amount(),
          place: place("支出.csv")))
    }
    for fund in funds where chance(60) { try addBalances(fund, codes) }
    for fund in Fund.allCases { stateClosings(fund) }
    try addOthers()
  }

  private mutating func addBalances(_ fund: Fund, _ codes: [FunctionCode]) throws {
    let isByCode = fund == .governmentFund || fund == .stateCapital || chance(30)
    let chosen: [FunctionCode?] = isByCode ? Set(codes).sorted().filter { _ in chance(60) } : [nil]
    for code in chosen {
      let name = code.flatMap { $0.digits.hasSuffix("77") ? "本单位专项\($0.digits)" : nil }
      ledger.balances.append(
        BalanceRow(
          fund: fund, code: code, name: name, opening: maybe(80), surplusUsed: fund == .other ? maybe(50) : nil,
          surplusDistributed: fund == .other ? maybe(50) : nil, place: place("结转结余.csv")))
    }
  }

  /// States every negative closing balance and some of the others, in the rows there are or in new ones.
  private mutating func stateClosings(_ fund: Fund) {
    let rows = ledger.balances.filter { $0.fund == fund }
    let isByCode = fund == .governmentFund || fund == .stateCapital || rows.contains { $0.code != nil }
    let used =
      ledger.income.filter { $0.source.fund == fund }.map(\.code)
      + ledger.expenditure.filter { $0.fund == fund }.map(\.code) + rows.compactMap(\.code)
    let codes: [FunctionCode?] = isByCode ? Set(used).sorted() : [nil]
    for code in codes {
      let left = LedgerArithmetic(ledger: ledger).left(fund, under: code?.digits ?? "")
      guard left < 0 || chance(30) else { continue }
      let closing = Amount(fen: Int64(left))
      if let index = ledger.balances.firstIndex(where: { $0.fund == fund && $0.code == code }) {
        ledger.balances[index].closing = closing
      } else {
        let name = code.flatMap { $0.digits.hasSuffix("77") ? "本单位专项\($0.digits)" : nil }
        ledger.balances.append(
          BalanceRow(fund: fund, code: code, name: name, closing: closing, place: place("结转结余.csv")))
      }
    }
  }

  private mutating func addOthers() throws {
    for item in [ThreePublicItem.abroad, .vehiclePurchase, .vehicleOperation, .reception] where chance(60) {
      var cells = RowFields([.item: .text(item.rawValue)], place: place("三公经费.csv"))
      for column in ThreePublicColumn.allCases { cells.set(column.id, maybe(60)) }
      if let row = ThreePublicRow(cells) { ledger.threePublic.append(row) }
    }
    for item in OtherItem.allCases where chance(50) {
      let value: FieldValue
      if LedgerArithmetic.vehicles.contains(item) || item == .largeEquipment {
        value = .count(Int64.random(in: 0...40, using: &generator))
      } else if [.operatingCostOfAdministrativeUnits, .operatingCostOfCivilServiceManagedUnits].contains(item) {
        // Only a department states it; for a unit it is derived.
        guard ledger.unit.scope == .department else { continue }
        value = .amount(amount())
      } else {
        value = .amount(amount())
      }
      let cells = RowFields([.item: .text(item.rawValue), .value: value], place: place("其他信息.csv"))
      if let row = OtherRow(cells) { ledger.other.append(row) }
    }
  }
}
