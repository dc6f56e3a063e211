import Accounts
import Checks
import Disclosing
import Documents
import Foundation
import RandomDisclosures
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// This year's disclosure against last year's.
@Suite struct YearOnYearTests {
  private let checker: Checker

  init() throws { checker = try Standard.checker }

  /// Last year's accounts: this year's with more spent on one thing, paid for by the same fund.
  private func lastYear(more fen: Int64 = 1_000_000) throws -> Ledger {
    var ledger = try Example.datong.ledger
    ledger.unit.year = 2023
    let index = try #require(ledger.expenditure.firstIndex { $0.fund == .generalBudget && $0.kind == .project })
    let code = ledger.expenditure[index].code
    ledger.expenditure[index].amount = Amount(fen: ledger.expenditure[index].amount.fen + fen)
    let income = try #require(ledger.income.firstIndex { $0.code == code })
    ledger.income[income].amount = Amount(fen: ledger.income[income].amount.fen + fen)
    return ledger
  }

  private func tables(_ ledger: Ledger) throws -> TableSet {
    try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
  }

  /// This year's disclosure, its changes reckoned from last year's tables or from the ledger's own words.
  private func disclosure(from prior: TableSet?, _ alter: (inout Ledger) -> Void = { _ in }) throws -> TableSet {
    var ledger = try Example.datong.ledger
    alter(&ledger)
    return try ComposedDisclosure(ledger, prior: prior).tables
  }

  private func rules(_ now: TableSet, _ prior: TableSet, stated: [PriorRow] = []) -> [String: Finding.Severity] {
    var found: [String: Finding.Severity] = [:]
    for finding in checker.check(now, prior: prior, stated: stated).findings where finding.rule.hasPrefix("Y") {
      found[finding.rule] = min(found[finding.rule] ?? finding.severity, finding.severity)
    }
    return found
  }

  @Test func changesReckonedFromThePublishedYearAgree() throws {
    let prior = try tables(lastYear())
    let now = try disclosure(from: prior)
    #expect(rules(now, prior) == [:])
    let total = now.prose?.claims.first { $0.quantity == "支出总计" && $0.measure == .change }
    #expect(total?.direction == .less && total?.figure.text == "1.00")
    let report = checker.check(now, prior: prior)
    #expect(report.results.contains { $0.identity == "Y02" && $0.outcome == .equal })
    #expect(report.results.filter { $0.identity == "Y01" }.allSatisfy { $0.outcome == .equal })
  }

  @Test func changesReckonedFromOtherFiguresAreFound() throws {
    let prior = try tables(lastYear())
    let now = try disclosure(from: nil)
    #expect(rules(now, prior, stated: try Example.datong.ledger.prior) == ["Y02": .error, "Y04": .warning])
  }

  /// A sentence one last place off may have been reckoned from exact amounts; two last places off it is wrong.
  @Test(arguments: [(Int64(1), Finding.Severity.note), (Int64(2), Finding.Severity.error)])
  func aChangeMayBeOneLastPlaceOff(
    places: Int64, severity: Finding.Severity
  ) throws {
    let prior = try tables(lastYear())
    let now = try disclosure(from: prior)
    let address = try #require(FigureAddress("文.支出总计.2"))
    let figure = try #require(Figure(printed: decimalText(100 + places, decimals: 2), unit: .money(.wanyuan)))
    #expect(rules(now.restating(address, as: figure), prior) == ["Y02": severity])
  }

  @Test func anOpeningBalanceThatNobodyClosedWithIsFound() throws {
    let prior = try tables(lastYear())
    let now = try disclosure(from: prior) { ledger in
      for index in ledger.balances.indices where ledger.balances[index].fund == .other {
        ledger.balances[index].opening = Amount(fen: (ledger.balances[index].opening?.fen ?? 0) + 10_000)
        ledger.balances[index].closing = Amount(fen: (ledger.balances[index].closing?.fen ?? 0) + 10_000)
      }
    }
    let findings = checker.check(now, prior: prior).findings.filter { $0.rule == "Y01" }
    #expect(findings.map { $0.operands.map(\.printed) } == [["6.35", "6.34"]])
    #expect(findings.first?.operands.map(\.address) == ["01.29.1", "上年 01.60.2"])
  }

  @Test func anotherYearOrUnitIsNoComparison() throws {
    var ledger = try lastYear()
    ledger.unit.year = 2022
    ledger.unit.name = "别的单位"
    let findings = checker.check(try disclosure(from: nil), prior: try tables(ledger)).findings
      .filter { $0.rule == "Y03" }
    #expect(findings.count == 2 && findings.allSatisfy { $0.severity == .warning })
  }
}
