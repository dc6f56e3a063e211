import Accounts
import Checks
import Disclosing
import RandomDisclosures
import Reading
import Tables
import TestSupport
import Testing

/// Figures of a size that is hardly meant.
@Suite struct SizeTests {
  private func sizes(_ tables: TableSet, prior: TableSet? = nil) throws -> [Finding] {
    try Standard.checker.check(tables, prior: prior).findings.filter { $0.rule.hasPrefix("S") }
  }

  private func ledger(_ alter: (inout Ledger) -> Void) throws -> Ledger {
    var ledger = try Example.datong.ledger
    alter(&ledger)
    return ledger
  }

  /// The example's tables with every amount times a number over another.
  private func scaled(_ times: Int64, over divisor: Int64 = 1, year: Int = 2023) throws -> TableSet {
    var tables = try Example.datong.tables
    var figures: [FigureAddress: Figure] = [:]
    for figure in tables.tables.flatMap(\.figures) {
      guard case .number(let count, let decimals) = figure.figure.content, case .money(let unit) = figure.figure.unit,
        decimals == 2
      else { continue }
      let scaled = count * times / divisor
      let sign = scaled < 0 ? "-" : ""
      let text = "\(sign)\(abs(scaled) / 100).\(abs(scaled) % 100 / 10)\(abs(scaled) % 10)"
      figures[figure.address] = Figure(printed: text, unit: .money(unit))
    }
    tables = tables.replacing(figures)
    return TableSet(unitName: tables.unitName, year: year, scope: tables.scope, tables: tables.tables)
  }

  @Test(arguments: Example.allCases) func examplesAreOfTheirSize(example: Example) throws {
    #expect(try sizes(example.composed.tables) == [])
    #expect(try sizes(example.composed.tables, prior: example.tables).isEmpty)
  }

  // MARK: - Changes

  /// 5023.02 of expenditure: eleven times, nine times, a ninth and an eleventh of it last year.
  @Test(arguments: [(11, 1, true), (9, 1, false), (1, 9, false), (1, 11, true)])
  func aTenfoldChangeIsWarnedOf(times: Int64, divisor: Int64, isLarge: Bool) throws {
    let found = try sizes(Example.datong.tables, prior: scaled(times, over: divisor))
    #expect(found.map(\.rule) == (isLarge ? ["S01"] : []))
    guard let finding = found.first else { return }
    #expect(finding.severity == .warning && finding.message.contains("收入总计、支出总计") && finding.message.contains("十倍"))
    #expect(finding.operands.map(\.address).contains("上年 01.31.1"))
  }

  /// Last year's in 元, or this year's, in one unit of money by the label.
  @Test(arguments: [(10_000, 1), (1, 10_000)]) func anotherUnitOfMoneyIsNamed(times: Int64, divisor: Int64) throws {
    // A ten thousandth of 5023.02 is 0.50, of which little can be told: the made-up year is a thousand times larger.
    let now = try scaled(1_000, year: 2024)
    let found = try sizes(now, prior: scaled(1_000 * times, over: divisor))
    #expect(found.map(\.rule) == ["S02"])
    #expect(found.first?.message.contains("一个以元计，另一个以万元计") == true)
  }

  /// As the text states it: 5,029.36 and a decrease of 68.13 leave 5,097.49 of last year.
  @Test(arguments: [("68.13", []), ("4,600.00", ["S01"])]) func theChangeThatTheTextStates(
    text: String, rules: [String]
  ) throws {
    let tables = try Example.datong.composed.tables
    let figure = try #require(Figure(printed: text, unit: .money(.wanyuan)))
    let stated = tables.restating(FigureAddress(.prose, "收入总计", 2), as: figure, direction: .more)
    #expect(try sizes(stated).map(\.rule) == rules)
  }

  /// Of 三公经费 50.00 spent and 4.50 budgeted: eleven times, and too little to speak of; of 5,000.00 it is much.
  @Test(arguments: [("50.00", "4.50", []), ("5000.00", "450.00", ["S01"]), ("5000.00", "600.00", [])])
  func moreThanTenTimesTheBudget(actual: String, budget: String, rules: [String]) throws {
    var figures: [FigureAddress: Figure] = [:]
    for (column, text) in [(1, budget), (7, actual)] {
      figures[FigureAddress(.t09, "1", column)] = Figure(printed: text, unit: .money(.wanyuan))
    }
    #expect(try sizes(Example.datong.tables.replacing(figures)).map(\.rule) == rules)
  }

  // MARK: - Wholes, tables, balances

  /// 5029.36 元 of all that a unit has is less than 1 万元; 1.00 万元 is not.
  @Test func aUnitWithLessThanTenThousandYuan() throws {
    var figures: [FigureAddress: Figure] = [:]
    for figure in try Example.datong.tables.tables.flatMap(\.figures) {
      guard case .money = figure.figure.unit, case .number = figure.figure.content else { continue }
      figures[figure.address] = Figure(printed: figure.figure.text, unit: .money(.yuan))
    }
    let found = try sizes(Example.datong.tables.replacing(figures))
    #expect(found.map(\.rule) == ["S03"])
    #expect(found.first?.severity == .warning && found.first?.message.contains("应是万元") == true)
    #expect(try sizes(scaled(1, over: 5_029, year: 2024)).isEmpty)
    #expect(try sizes(scaled(1, over: 5_100, year: 2024)).map(\.rule) == ["S03"])
  }

  /// Table 05 in 元, the others in 万元: one warning beside the errors, naming the table.
  @Test func aTableInYuan() throws {
    var figures: [FigureAddress: Figure] = [:]
    for figure in try #require(try Example.datong.tables[.t05]).figures {
      guard case .number(let count, _) = figure.figure.content else { continue }
      figures[figure.address] = Figure(printed: "\(count * 100).00", unit: .money(.wanyuan))
    }
    let found = try sizes(Example.datong.tables.replacing(figures))
    #expect(found.map(\.rule) == ["S04"])
    #expect(found.first?.message.contains("公开05表") == true)
  }

  /// 10.5.1 is the same as 公用经费 252.49; in 元 it is more than it ever can be.
  @Test func operatingCostInYuan() throws {
    let figure = try #require(Figure(printed: "2524900.00", unit: .money(.wanyuan)))
    let tables = try Example.datong.tables.replacing(figure, at: FigureAddress(.t10, "5", 1))
    let report = try Standard.checker.check(tables)
    #expect(report.findings.contains { $0.rule == "S04" && $0.message.contains("公开10表") })
  }

  /// 机关运行经费 of a department is a part of 公用经费 too.
  @Test func operatingCostOfADepartment() throws {
    let tables = try Example.yunxi.tables
    let operation = try #require(tables.figure(at: FigureAddress(.t06, "公用经费合计", 1)))
    guard case .number(let count, _) = operation.figure.content else { return }
    for (more, isError) in [(Int64(0), false), (1, true)] {
      let sum = count + more
      let printed = try #require(Figure(printed: "\(sum / 100).\(sum % 100 / 10)\(sum % 10)", unit: .money(.wanyuan)))
      let altered = tables.replacing([
        FigureAddress(.t10, "5", 1): printed, FigureAddress(.t10, "6", 1): .blank(.money(.wanyuan)),
      ])
      let found = try Standard.checker.check(altered).findings.filter { $0.rule == "X27" }
      #expect(found.map(\.severity) == (isError ? [.error] : []))
    }
  }

  /// The ledger's expenditure without its largest project: what it took stays in the balance, which nobody stated.
  @Test func aBalanceThatIsOnlyComputed() throws {
    func alarms(stating isStated: Bool) throws -> [Finding] {
      let ledger = try ledger { ledger in
        ledger.expenditure.removeAll { $0.fund == .generalBudget && $0.kind == .project }
        guard isStated, let totals = try? LedgerTotals(ledger) else { return }
        let left = try? totals.tally(.closing(Funds(.generalBudget), under: ""))
        ledger.balances.removeAll { $0.fund == .generalBudget }
        let opening = try? totals.tally(.opening(Funds(.generalBudget), under: ""))
        ledger.balances.append(
          BalanceRow(
            fund: .generalBudget, code: nil, opening: opening.map { Amount(fen: $0.total) },
            closing: left.map { Amount(fen: $0.total) }, place: InputPlace(file: "账")))
      }
      let tables = try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
      return try sizes(tables)
    }
    // 2059.17 of 5023.02 are projects: 41 %.
    let found = try alarms(stating: false)
    #expect(found.map(\.rule) == ["S05"])
    #expect(found.first?.message.contains("没有填报") == true)
    #expect(try alarms(stating: true) == [])
  }
}
