import Accounts
import TestSupport
import Testing

@testable import Checks
@testable import Tables

/// The next round says what was mended, what is still there and what is new.
@Suite struct FindingsSinceTests {
  private func report(_ figures: [String: String]) throws -> CheckReport {
    var replaced: [FigureAddress: Figure] = [:]
    for (address, text) in figures {
      replaced[try #require(FigureAddress(address))] = Figure(printed: text, unit: .money(.wanyuan))
    }
    let checker = try Standard.checker
    let tables = try Example.datong.tables.replacing(replaced)
    return checker.diagnosed(checker.check(tables), of: checker.examination(of: tables)) { checker.check($0) }
  }

  private func earlier(_ report: CheckReport) -> [EarlierFinding] {
    zip(report.findings, report.findings.ids).map { finding, id in
      EarlierFinding(
        id: id, rule: finding.rule, message: finding.message, addresses: finding.operands.map(\.address),
        symptoms: finding.symptoms.map(\.rule))
    }
  }

  /// 2013801 was wrong and is right now, the total of 05 is wrong still though in another way, 01 is wrong newly.
  @Test func mendedStandingNew() throws {
    let first = try report(["03.2013801.1": "1347.89", "05.合计.1": "5032.02"])
    let second = try report(["05.合计.1": "5023.92", "01.58.2": "5033.02"])
    let since = FindingsSince(second, since: earlier(first), of: "上次.json")
    #expect(since.mended.map(\.id) == ["Q01@03.2013801.1"])
    #expect(since.standing.contains("Q01@05.合计.1"))
    #expect(!since.standing.contains("Q01@01.58.2") && second.findings.ids.contains("Q01@01.58.2"))
    #expect(since.new == 1)
    #expect(since.unknown.isEmpty)
    #expect(since.summary.hasPrefix("与上次（上次.json）比：已改正 1，仍在 "))
  }

  @Test func nothingOfTheSameReportIsNewOrMended() throws {
    let report = try report(["03.2013801.1": "1347.89"])
    let since = FindingsSince(report, since: earlier(report), of: "上次.json")
    #expect(since.mended.isEmpty && since.unknown.isEmpty && since.new == 0)
    #expect(since.standing.count == report.findings.count)
  }

  /// What was not read this time is not said to be mended.
  @Test func whatIsNotCheckedIsNotMended() throws {
    let checker = try Standard.checker
    let first = try report(["03.2013801.1": "1347.89"])
    let address = try #require(FigureAddress("03.2013801.1"))
    let second = checker.check(try Example.datong.tables.replacing([address: nil]))
    let since = FindingsSince(second, since: earlier(first), of: "上次.json")
    #expect(since.mended.isEmpty)
    #expect(since.unknown.map(\.id) == ["Q01@03.2013801.1"])
  }

  /// Ids do not change with the figures, and no two findings of a report have the same.
  @Test func idsAreStableAndUnique() throws {
    let first = try report(["03.2013801.1": "1347.89"]).findings.ids
    let second = try report(["03.2013801.1": "1874.89"]).findings.ids
    #expect(first == second)
    #expect(Set(first).count == first.count)
  }
}
