import Accounts
import Checks
import Disclosing
import Tables
import TestSupport
import Testing

/// A department's tables held against its units' (U rules). The department's ledger is all rows of the units' ledgers one behind
/// another: what it must say is then plain.
@Suite struct UnitCheckTests {
  private let ledgers: [Ledger]
  private let department: TableSet
  private let check: UnitCheck

  init() throws {
    check = try UnitCheck(national: Standard.form)
    // Units of different sizes, whose amounts leave other fractions of 万元 each.
    ledgers = try (1...7).map { number in
      var ledger = try Example.datong.ledger
      ledger.unit.name = "第\(number)所"
      ledger.income = ledger.income.map { row in
        var row = row
        row.amount = Amount(fen: row.amount.fen * Int64(number) + 1)
        return row
      }
      ledger.expenditure = ledger.expenditure.map { row in
        var row = row
        row.amount = Amount(fen: row.amount.fen * Int64(number) / 3)
        return row
      }
      ledger.balances = ledger.balances.map { row in
        var row = row
        row.closing = nil
        return row
      }
      ledger.threePublic = []
      ledger.other = []
      return ledger
    }
    var whole = ledgers[0]
    whole.unit.name = "某局"
    whole.income = ledgers.flatMap(\.income)
    whole.expenditure = ledgers.flatMap(\.expenditure)
    whole.balances = whole.balances.map { row in
      var row = row
      row.opening = row.opening.map { Amount(fen: $0.fen * 7) }
      return row
    }
    department = try Self.tables(whole)
  }

  private static func tables(_ ledger: Ledger) throws -> TableSet {
    let all = try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
    // What 09 and 10 say stands in other sheets, which the units here do not have.
    return all.with(all.tables.filter { $0.id < .t09 })
  }

  /// The tables as they are once they are read from a page: printed figures and nothing behind them.
  private static func printed(_ tables: TableSet) -> TableSet {
    tables.with(
      tables.tables.map { table in
        table.with(
          table.rows.map { row in
            Row(
              row.cells.map { cell in
                guard case .figure(let figure) = cell.content else { return cell }
                return Cell(.figure(TableFigure(figure.address, figure.figure)), columns: cell.columns)
              }, isTotal: row.isTotal)
          })
      })
  }

  private func units(asPublished isPublished: Bool) throws -> [UnitTables] {
    try ledgers.map { ledger in
      let tables = try Self.tables(ledger)
      return UnitTables(
        name: ledger.unit.name, tables: isPublished ? Self.printed(tables) : tables, ledger: isPublished ? nil : ledger)
    }
  }

  /// A report that nothing else was found for, with what came of the units.
  private func report(_ department: TableSet, _ units: [UnitTables]) -> CheckReport {
    var report = CheckReport.empty
    report.add(check.report(on: department, units: units))
    return report
  }

  @Test(arguments: [true, false]) func sumsRaiseNothing(isPublished: Bool) throws {
    let found = report(Self.printed(department), try units(asPublished: isPublished))
    #expect(found.findings.map(\.message) == [])
    #expect(found.counts.notChecked == 0 && found.counts.checked > 150)
    // Seven rounded figures do not add up to the last place, and need not.
    #expect((found.counts.withinRounding > 20) || !isPublished)
  }

  @Test(arguments: [true, false]) func everyAlteredFigureIsFoundAndNothingElse(isPublished: Bool) throws {
    let units = try units(asPublished: isPublished)
    let printed = Self.printed(department)
    var altered = 0
    for figure in printed.tables.flatMap(\.figures) {
      guard case .number(let count, _) = figure.figure.content, count != 0, altered < 60 || figure.address.table == .t01
      else { continue }
      altered += 1
      let other = Figure(Amount(fen: (count + 30) * 10_000), in: .wanyuan, decimals: 2)
      let found = report(printed.replacing(other, at: figure.address), units).findings
      #expect(found.map(\.subject) == [figure.address.description], "\(figure.address)")
    }
    #expect(altered >= 60)
  }

  /// A figure of one unit that could not be read: nothing is said of its sum, and why is.
  @Test func whatWasNotReadIsNotChecked() throws {
    var units = try units(asPublished: true)
    let address = FigureAddress(.t05, "201", 1)
    units[3] = UnitTables(
      name: units[3].name, tables: units[3].tables.replacing([address: Figure?.none]), ledger: nil)
    let altered = Self.printed(department).replacing(
      Figure(Amount(fen: 100), in: .wanyuan, decimals: 2), at: address)
    let found = report(altered, units)
    #expect(found.findings.isEmpty)
    let reasons = found.results.compactMap { result in
      if case .notChecked(let reason) = result.outcome { "\(result.subject) \(reason)" } else { nil }
    }
    #expect(reasons == ["05.201.1 第4所：没有读懂 05.201.1"])
  }

  /// A code that only a unit has is one finding, however many columns of it differ.
  @Test func aRowThatIsMissingIsOneFinding() throws {
    let printed = Self.printed(department)
    let lacking = printed.with(
      printed.tables.map { table in
        guard table.id == .t05 else { return table }
        return Table(
          id: table.id, title: table.title, formCode: table.formCode, unitLine: table.unitLine, period: table.period,
          currency: table.currency, isWide: table.isWide, header: table.header,
          rows: table.rows.filter { row in !row.cells.contains { $0.text == "2080505" } }, notes: table.notes)
      })
    let found = report(lacking, try units(asPublished: true)).findings
    #expect(found.map(\.rule) == ["U07"] && found[0].subject.hasPrefix("05.2080505."))
  }

  @Test func otherYearsAndUnitsGivenTwiceAreToldAndNothingIsCompared() throws {
    var units = try units(asPublished: true)
    units.append(units[0])
    let found = report(Self.printed(department), units)
    #expect(found.findings.map(\.rule) == ["U01"] && found.findings[0].message.contains("第1所"))
    #expect(found.counts.checked == 0)
    let lacking = check.report(on: department, included: ["第1所", "第八所"], units: try self.units(asPublished: true))
    var report = CheckReport.empty
    report.add(lacking)
    #expect(report.findings.map(\.rule) == ["U01"] && report.findings[0].message.contains("第八所"))
  }
}
