import Accounts
import Checks
import RandomDisclosures
import Tables
import TestSupport
import Testing

/// Disclosures in order, whatever they look like, raise no alarm. `juesuan-bench soundness` checks many more, and with
/// `--items=3` many more small ones, both before a change lands.
@Suite struct SoundnessTests {
  /// Two hundred small ones and eight large ones, half of them of either making.
  @Test(arguments: RandomDisclosure.Making.allCases, 0..<4 as Range<UInt64>)
  func disclosuresInOrderRaiseNoAlarm(making: RandomDisclosure.Making, part: UInt64) throws {
    let checker = try Standard.checker
    for (items, seeds) in [(3, part * 25..<part * 25 + 25), (60, part..<part + 1)] {
      for seed in seeds {
        let report = checker.check(try RandomDisclosure.tables(seed, making, items: items))
        #expect(report.findings.filter { $0.severity < .note }.isEmpty, "种子 \(seed)")
        #expect(report.joint == .consistent, "种子 \(seed)")
        #expect(report.counts.violated == report.findings.count { $0.rule.hasPrefix("X") }, "种子 \(seed)")
      }
    }
  }

  /// The two makings share nothing but the accounts, so where both print in 万元 with two decimals they agree.
  @Test func derivationAgreesWithSumsOfItsOwn() throws {
    var compared = 0
    for seed in 0..<40 as Range<UInt64> {
      let derived = try RandomDisclosure.tables(seed, .derived)
      let printed = try RandomDisclosure.tables(seed, .printed)
      let style = printed.tables.flatMap(\.figures).lazy.compactMap { figure -> Int? in
        guard figure.figure.unit == .money(.wanyuan), case .number(_, let decimals) = figure.figure.content else {
          return nil
        }
        return decimals
      }
      guard style.first == 2 else { continue }
      var counts: [FigureAddress: Int64] = [:]
      for figure in derived.tables.flatMap(\.figures) {
        if case .number(let count, _) = figure.figure.content { counts[figure.address] = count }
      }
      for figure in printed.tables.flatMap(\.figures) {
        var count: Int64 = 0
        if case .number(let printed, _) = figure.figure.content { count = printed }
        #expect(counts.removeValue(forKey: figure.address) ?? 0 == count, "种子 \(seed) \(figure.address)")
        compared += 1
      }
      #expect(counts.values.allSatisfy { $0 == 0 }, "种子 \(seed)")
    }
    #expect(compared > 1_000)
  }

  @Test func exampleRaisesNoAlarm() throws {
    let report = try Standard.checker.check(Example.datong.tables)
    // The form's own 行次 jump, which is worth a note and no more.
    #expect(report.findings.map(\.rule) == ["D07"])
    #expect(report.joint == .consistent)
  }

  /// Of a row or a table that is printed twice the first is checked, and the second reported.
  @Test func firstOfARowPrintedTwiceIsChecked() throws {
    let checker = try Standard.checker
    let tables = try Example.datong.tables
    let doubled = TableSet(
      unitName: tables.unitName, year: tables.year, scope: tables.scope,
      tables: tables.tables.map { table in
        guard table.id == .t05 else { return table }
        return Table(
          id: table.id, title: table.title, formCode: table.formCode, unitLine: table.unitLine, period: table.period,
          currency: table.currency, isWide: table.isWide, header: table.header, rows: table.rows + [table.rows[3]],
          notes: table.notes)
      } + [tables.tables[0]])
    let before = checker.check(tables)
    let report = checker.check(doubled)
    #expect(report.findings.map(\.rule) == ["D02", "C04", "D07"])
    #expect(report.counts == before.counts)
    #expect(report.narrowed == before.narrowed)
  }

  /// Two in which income taken back cancels that of another fund under one 项, so that 02 prints nothing there.
  @Test(arguments: [UInt64(14_876), 25_672]) func incomeThatCancelsAnothersRaisesNoAlarm(seed: UInt64) throws {
    let tables = try RandomDisclosure.tables(seed, .printed)
    #expect(try Standard.checker.check(tables).findings.filter { $0.severity < .note }.isEmpty)
  }
}
