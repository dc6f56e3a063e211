import Accounts
import Tables

/// This year's figures by quantity: as the tables print them, and what only the ledger knows.
struct NarrativeFigures {
  private let printed: [FigureAddress: Figure]
  private var stated: [String: Figure] = [:]
  /// The budgets of which some are asked for.
  private var awaitedBudgets: Set<String> = []
  private let catalogue: QuantityCatalogue
  let form: Form

  /// `unprinted` are the figures that the form has no table for; `gaps` what the ledger has yet to say.
  init(
    _ ledger: Ledger, _ tables: TableSet, unprinted: [TableFigure], gaps: LedgerGaps, catalogue: QuantityCatalogue,
    form: Form
  ) throws(AmountOverflow) {
    self.catalogue = catalogue
    self.form = form
    var printed: [FigureAddress: Figure] = [:]
    for figure in tables.tables.flatMap(\.figures) + unprinted { printed[figure.address] = figure.figure }
    self.printed = printed
    try addBudgets(ledger)
    for row in ledger.threePublic { addThreePublic(row) }
    addAwaited(gaps)
    for row in ledger.other {
      switch row.value {
      case .amount(let amount): stated[row.item.rawValue] = money(amount)
      case .count(let count): stated[row.item.rawValue] = Figure(things: count)
      case .text: break
      }
    }
  }

  /// A quantity as printed; a blank where the table has none, nil where neither table nor ledger knows of it.
  func figure(of quantity: String) -> Figure? {
    let figures = catalogue.addresses(of: quantity).compactMap { printed[$0] }
    if let awaited = figures.first(where: \.isAwaited) { return awaited }
    // Of several lines one is filled.
    let numbers = figures.filter(\.isNumber)
    if numbers.count > 1 { return numbers.dropFirst().reduce(numbers[0]) { $0.adding($1) } }
    return numbers.first ?? stated[quantity] ?? figures.first
  }

  /// Whether a quantity is printed and is not zero.
  func hasAmount(_ quantity: String) -> Bool { figure(of: quantity)?.isZero == false }

  /// Takes in a quantity that only the self-evaluations know.
  mutating func state(_ quantity: String, _ figure: Figure?) { stated[quantity] = figure }

  func money(_ amount: Amount) -> Figure { Figure(amount, in: form.unit, decimals: form.decimals) }

  /// The budgets of every code, and of all together; what is not known where others are is awaited.
  private mutating func addBudgets(_ ledger: Ledger) throws(AmountOverflow) {
    let budget = try GeneralBudget(ledger)
    for kind in GeneralBudget.Kind.allCases {
      let name = kind.rawValue
      for (code, amount) in budget.amounts[kind] ?? [:] { stated["\(name)/\(code)"] = money(amount) }
      stated[name] = budget.totals[kind].map(money)
      if budget.awaits(kind) {
        stated[name] = .awaited(.money(form.unit))
        awaitedBudgets.insert(name)
      }
    }
  }

  /// The budget of a code; awaited for a 类 of which it is not known where some are asked for.
  func budget(_ quantity: String) -> Figure? {
    if let figure = figure(of: quantity) { return figure }
    let parts = quantity.split(separator: "/")
    guard parts.count == 2, parts[1].utf8.count == 3, awaitedBudgets.contains(String(parts[0])) else { return nil }
    return .awaited(.money(form.unit))
  }

  /// What the ledger has yet to say of 三公经费 and 其他信息 is neither nothing nor none.
  private mutating func addAwaited(_ gaps: LedgerGaps) {
    for item in ThreePublicItem.allCases {
      if gaps.awaits(item, .actual) { stated[item.rawValue] = .awaited(.money(form.unit)) }
      for column in [ColumnID.groups, .batches, .people, .vehicles] where gaps.awaits(item, column) {
        if let name = Self.count(column, of: item) { stated[name] = .awaited(.things) }
      }
    }
    for item in OtherItem.allCases where gaps.awaits(item) {
      stated[item.rawValue] = .awaited(.things)
    }
  }

  private mutating func addThreePublic(_ row: ThreePublicRow) {
    if let budget = row.initialBudget { stated[row.item.rawValue + "年初预算"] = money(budget) }
    if let actual = row.actual { stated[row.item.rawValue] = money(actual) }
    let counts: [(ColumnID, Int64?)] = [
      (.groups, row.groups), (.batches, row.batches), (.people, row.people), (.vehicles, row.vehicles),
    ]
    for (column, count) in counts {
      if let count, let name = Self.count(column, of: row.item) { stated[name] = Figure(things: count) }
    }
  }

  /// What the things that a column counts are called for an item; nil where it counts none.
  private static func count(_ column: ColumnID, of item: ThreePublicItem) -> String? {
    let received: String? =
      switch item {
      case .reception: "接待"
      case .domesticReception: "国内接待"
      case .foreignGuestReception: "外事接待"
      case .receptionAbroad: "国（境）外接待"
      case .abroad, .vehiclePurchase, .vehicleOperation: nil
      }
    return switch (column, item) {
    case (.groups, .abroad): "出国（境）团组"
    case (.people, .abroad): "出国（境）人次"
    case (.vehicles, .vehiclePurchase): "购置公务用车"
    case (.vehicles, .vehicleOperation): "公务用车保有量"
    case (.batches, _): received.map { $0 + "批次" }
    case (.people, _): received.map { $0 + "人次" }
    default: nil
    }
  }
}

extension Figure {
  /// The sum of two figures printed alike; the figure itself where they are not.
  func adding(_ other: Figure) -> Figure {
    guard case .number(let one, let decimals) = content, case .number(let two, decimals) = other.content else {
      return self
    }
    let (sum, overflow) = one.addingReportingOverflow(two)
    return overflow ? self : Figure(printed: decimalText(sum, decimals: decimals), unit: unit) ?? self
  }

  /// Whether the ledger has yet to say it.
  var isAwaited: Bool { content == .awaited }

  /// Whether it is a number at all.
  var isNumber: Bool { if case .number = content { true } else { false } }

  /// Whether it is 0; nil when it is no number.
  var isZero: Bool? { if case .number(let count, _) = content { count == 0 } else { nil } }
}
