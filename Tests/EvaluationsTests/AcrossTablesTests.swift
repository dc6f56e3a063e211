import Accounts
import Checks
import Evaluations
import TestSupport
import Testing

/// The checks that concern all tables together.
@Suite struct AcrossTablesTests {
  private func rules(_ tables: [EvaluationTable], _ accounts: AccountsOfProjects) throws -> [String] {
    try EvaluationChecker().report(on: tables, accounts: accounts).findings.map(\.rule)
  }

  private func project(_ name: String, budget: Int64? = nil, executed: Int64? = nil) -> AccountsOfProjects.Project {
    .init(name: name, budget: budget.map { Amount(fen: $0) }, executed: executed.map { Amount(fen: $0) })
  }

  @Test func everyProjectHasOneTable() throws {
    let (first, second) = (
      try SoundTable.make(layout: "C", project: "甲"), try SoundTable.make(layout: "C", project: "乙 ")
    )
    let both = [project("甲"), project("乙")]
    #expect(try rules([first, second], .init(projects: both)) == [])
    #expect(try rules([first], .init(projects: both)) == ["P-S1"])
    #expect(try rules([first, second], .init(projects: [project("甲")])) == ["P-S1"])
    #expect(try rules([first, first], .init()) == ["P-S1"])
    #expect(try rules([first, second], .init()) == [])
  }

  /// 20 万元 is printed: exactly 2,000,000.00 元 to a whole 万元, so that half a 万元 either way prints so too.
  @Test func amountsAreThoseOfTheAccounts() throws {
    let table = try SoundTable.make(layout: "C", project: "甲")
    #expect(try rules([table], .init(projects: [project("甲", budget: 20_000_000, executed: 20_000_000)])) == [])
    #expect(try rules([table], .init(projects: [project("甲", budget: 20_499_999)])) == [])
    #expect(try rules([table], .init(projects: [project("甲", budget: 20_500_000)])) == ["P-S2"])
    #expect(try rules([table], .init(projects: [project("甲", executed: 19_499_999)])) == ["P-S2"])
    var damaged = table
    damaged.fund[0].executed = .damaged("2")
    let report = try EvaluationChecker().report(
      on: [damaged], accounts: .init(projects: [project("甲", executed: 1)]))
    #expect(report.findings == [])
    #expect(report.rules["P-S2"]?.notChecked == 1)
  }

  @Test func proseSaysWhatTheTablesSay() throws {
    let tables = [try SoundTable.make(layout: "B", project: "甲"), try SoundTable.make(layout: "B", project: "乙")]
    let forty = try #require(PrintedNumber("40.00"))
    let right = AccountsOfProjects(
      statedNumber: 2, statedFunds: [.fullYearBudget: forty, .executed: forty], statedGrades: [.excellent: 2, .poor: 0])
    #expect(try rules(tables, right) == [])
    #expect(try rules(tables, .init(statedNumber: 3)) == ["P-S3"])
    // Tables may be published elsewhere; more of them than projects cannot be.
    for (number, severity) in [(3, Finding.Severity.warning), (1, .error)] {
      let report = try EvaluationChecker().report(on: tables, accounts: .init(statedNumber: number))
      #expect(report.findings.map(\.severity) == [severity])
    }
    #expect(try rules(tables, .init(statedFunds: [.executed: #require(PrintedNumber("40.01"))])) == ["P-S4"])
    #expect(try rules(tables, .init(statedGrades: [.excellent: 1, .good: 1])) == ["P-S5", "P-S5"])
  }

  /// Of three projects stated, two tables were read and one was not: it may be any project, of any grade, with any money.
  /// What two alone contradict is said all the same.
  @Test func tablesThatWereNotReadAreNoneThatAreMissing() throws {
    let tables = [try SoundTable.make(layout: "B", project: "甲"), try SoundTable.make(layout: "B", project: "乙")]
    func report(_ accounts: AccountsOfProjects) throws -> CheckReport {
      try EvaluationChecker().report(on: tables, lost: 1, accounts: accounts)
    }
    let stated = try report(
      .init(
        projects: [project("甲"), project("乙"), project("丙")], statedNumber: 3,
        statedFunds: [.executed: #require(PrintedNumber("60.00"))], statedGrades: [.excellent: 2, .poor: 1]))
    #expect(stated.findings.map(\.message) == [])
    for rule in ["P-S1", "P-S3", "P-S4", "P-S5"] {
      #expect(stated.notChecked.contains { $0.rule == rule }, "\(rule)")
    }
    #expect(try report(.init(statedNumber: 1)).findings.map(\.rule) == ["P-S3"])
    #expect(try report(.init(statedGrades: [.excellent: 1])).findings.map(\.rule) == ["P-S5"])
  }

  /// Two names that cannot be read are not one name.
  @Test func namesThatCannotBeReadAreNotTheSame() throws {
    let tables = try (0..<2).map { _ in try SoundTable.make(layout: "B", project: "■■") }
    let report = try EvaluationChecker().report(on: tables, accounts: .init(projects: [project("甲")]))
    #expect(report.findings.map(\.message) == [])
    #expect(report.notChecked.count { $0.rule == "P-S1" } == 3)
  }

  /// What 丰台 and 宁夏 print altogether, against sums made by other means.
  @Test(arguments: [("fengtai", 24), ("ningxia", 12)]) func sumsOfTranscribedTables(source: String, count: Int) throws {
    let published = TranscribedTables.all.filter { $0.source == source }
    var micros: Int64 = 0
    for table in published {
      let parts = try #require(table.fund[0].fullYear?.value).split(separator: ".")
      let fraction = parts.count > 1 ? String(parts[1]) : ""
      micros += try #require(Int64(parts[0])) * 1_000_000
      micros += try #require(Int64((fraction + "000000").prefix(6)))
    }
    let stated = PrintedNumber(value: try Rational(micros, over: 1_000_000), decimals: 6)
    let report = try EvaluationChecker().report(
      on: published.map { try $0.evaluationTable() },
      accounts: .init(statedNumber: count, statedFunds: [.fullYearBudget: stated]))
    #expect(report.rules["P-S3"]?.held == 1)
    #expect(report.rules["P-S4"]?.held == 1)
  }
}
