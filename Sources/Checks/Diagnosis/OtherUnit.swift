import Accounts
import Tables

/// A table whose figures are in another unit of money (金额单位) than the one printed above it.
struct OtherUnit {
  let table: TableID
  /// The unit printed, and that of the figures.
  let printed: MoneyUnit
  let meant: MoneyUnit
  private let figures: [FigureAddress: Figure?]

  /// The tables that may be: those in another unit than most, and those that are said to be too large or too small.
  static func candidates(in tables: TableSet, _ findings: [Finding]) -> [OtherUnit] {
    let units = tables.tables.compactMap { table in table.moneyUnit.map { (table: table, unit: $0) } }
    let inYuan = units.count { $0.unit == .yuan }
    let most: MoneyUnit = inYuan * 2 > units.count ? .yuan : .wanyuan
    let isSuspected = findings.contains { $0.rule == RuleID.unitOfTable.rawValue }
    return units.filter { $0.unit != most || isSuspected }.map { OtherUnit($0.table, printed: $0.unit) }
  }

  private init(_ table: Table, printed: MoneyUnit) {
    self.table = table.id
    self.printed = printed
    meant = printed == .yuan ? .wanyuan : .yuan
    var figures: [FigureAddress: Figure?] = [:]
    for figure in table.figures where figure.figure.unit == .money(printed) {
      figures[figure.address] = .some(Figure(printed: figure.figure.text, unit: .money(meant)))
    }
    self.figures = figures
  }

  /// The tables with the figures in the unit that is meant.
  func applied(to tables: TableSet) -> TableSet { tables.replacing(figures) }

  /// One finding that names the unit.
  func finding(_ rule: Rule, _ tables: TableSet, explaining symptoms: [Finding]) -> Finding {
    let first = tables[table]?.figures.first { if case .number = $0.figure.content { true } else { false } }
    return Finding(
      rule: rule.id, severity: symptoms.map(\.severity).min() ?? rule.severity,
      message:
        "\(tables[table]?.name ?? "公开\(table.rawValue)表")的金额单位疑有误：印的是\(printed.rawValue)，按\(meant.rawValue)算，\(symptoms.count) 条发现都没有了",
      operands: first.map { [IdentityFinding.operand($0, tables)] } ?? [], expected: meant.rawValue,
      advice: rule.advice,
      symptoms: symptoms)
  }
}

extension Table {
  /// The unit of its amounts; nil where it has none.
  fileprivate var moneyUnit: MoneyUnit? {
    for figure in figures { if case .money(let unit) = figure.figure.unit { return unit } }
    return nil
  }
}
