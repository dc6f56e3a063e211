import Accounts
import Tables

/// This year's figures by quantity: as the tables print them, and what only the ledger knows.
struct NarrativeFigures {
  private let printed: [FigureAddress: Figure]
  private var stated: [String: Figure] = [:]
  private let catalogue: QuantityCatalogue
  let form: Form

  /// `unprinted` are the figures that the form has no table for.
  init(
    _ ledger: Ledger, _ tables: TableSet, unprinted: [TableFigure], catalogue: QuantityCatalogue, form: Form
  ) throws(AmountOverflow) {
    self.catalogue = catalogue
    self.form = form
    var printed: [FigureAddress: Figure] = [:]
    for figure in tables.tables.flatMap(\.figures) + unprinted { printed[figure.address] = figure.figure }
    self.printed = printed
    try addBudgets(ledger)
    for row in ledger.threePublic { addThreePublic(row) }
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

  /// The budgets of every code, and of all together where every one is known.
  private mutating func addBudgets(_ ledger: Ledger) throws(AmountOverflow) {
    let rows = ledger.budget.filter { $0.fund == .generalBudget }
    for (name, amount) in [("年初预算", \BudgetRow.initialBudget), ("全年预算", \BudgetRow.finalBudget)] {
      var exact: [String: Amount] = [:]
      for row in rows {
        guard let amount = row[keyPath: amount] else { continue }
        exact[row.code.digits] = try (exact[row.code.digits] ?? .zero).adding(amount)
      }
      // A 类 whose own budget is not given has that of the codes below it.
      for code in exact.keys.sorted() where code.utf8.count > 3 {
        let category = String(code.prefix(3))
        guard !rows.contains(where: { $0.code.digits == category && $0[keyPath: amount] != nil }) else { continue }
        let isBelowAnother = exact.keys.contains { $0 != code && $0.utf8.count > 3 && code.hasPrefix($0) }
        if !isBelowAnother { exact[category] = try (exact[category] ?? .zero).adding(exact[code] ?? .zero) }
      }
      guard !exact.isEmpty else { continue }
      var total = Amount.zero
      for (code, amount) in exact where code.utf8.count == 3 { total = try total.adding(amount) }
      stated[name] = money(total)
      for (code, amount) in exact { stated["\(name)/\(code)"] = money(amount) }
    }
  }

  private mutating func addThreePublic(_ row: ThreePublicRow) {
    if let budget = row.initialBudget { stated[row.item.rawValue + "年初预算"] = money(budget) }
    if let actual = row.actual { stated[row.item.rawValue] = money(actual) }
    func add(_ name: String, _ count: Int64?) { if let count { stated[name] = Figure(things: count) } }
    switch row.item {
    case .abroad:
      add("出国（境）团组", row.groups)
      add("出国（境）人次", row.people)
    case .vehiclePurchase: add("购置公务用车", row.vehicles)
    case .vehicleOperation: add("公务用车保有量", row.vehicles)
    case .reception, .domesticReception, .foreignGuestReception, .receptionAbroad:
      let name = ["公务接待费": "接待", "国内接待费": "国内接待", "外事接待费": "外事接待"][row.item.rawValue] ?? "国（境）外接待"
      add(name + "批次", row.batches)
      add(name + "人次", row.people)
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

  /// Whether it is a number at all.
  var isNumber: Bool { if case .number = content { true } else { false } }

  /// Whether it is 0; nil when it is no number.
  var isZero: Bool? { if case .number(let count, _) = content { count == 0 } else { nil } }
}
