import Accounts
import Checks
import Disclosing
import Foundation
import TestSupport
import Testing

/// The small inputs of `shared/failing`, each with what its README says is right.
@Suite(.enabled(if: SharedFiles.url("failing") != nil, "\(SharedFiles.absence(of: "failing"))"))
struct FailingFilesTests {
  private func report(_ name: String) throws -> CheckReport {
    var disclosures = Disclosures(Choices()) { _ in }
    let path = try #require(SharedFiles.url("failing/\(name)")).path
    return try disclosures.report(on: disclosures.disclosure(at: path))
  }

  private func findings(_ name: String, _ severity: Finding.Severity) throws -> [Finding] {
    try report(name).findings.filter { $0.severity == severity }
  }

  @Test func aSecondTotalThatContradictsTheFirst() throws {
    let errors = try findings("second-total-row.json", .error)
    #expect(errors.map(\.rule) == ["D25"])
    // The row says 123.45, and stands on this line of the file.
    #expect(errors.first?.place?.line == 4146)
    #expect(errors.first?.operands.map(\.printed) == ["5023.02", "123.45"])
  }

  /// The 项 that its 款 is left without is named, with what the other tables print of it.
  @Test(arguments: [("07", "07.2121301.2", "86.00"), ("08", "08.2239999.1", "18.64")])
  func theOnlyItemLeftOut(table: String, row: String, amount: String) throws {
    let errors = try findings("dropped-only-item-\(table).json", .error)
    #expect(errors.map(\.rule) == ["Q03"])
    #expect(errors.first?.operands.first?.address == row && errors.first?.expected == amount)
    let symptoms = errors.flatMap(\.symptoms)
    #expect(symptoms.count == 2 && Set(symptoms.map(\.rule)) == [table + "-leaf"])
    #expect(symptoms.allSatisfy { $0.message.contains("不等于") })
    #expect(try findings("dropped-only-item-\(table).json", .warning).isEmpty)
  }

  @Test(arguments: [
    ("03", ["C06"], "05.2070112.1"), ("05", ["C06"], "05.2070111.1"), ("07", ["C06", "C07"], "07.2296004.1"),
    ("08", ["C06"], "08.2230103.1"),
  ]) func aCodeThatTheWholeLacks(table: String, rules: [String], address: String) throws {
    let errors = try findings("sibling-code-\(table).json", .error)
    #expect(errors.map(\.rule) == rules)
    #expect(errors.allSatisfy { $0.operands.map(\.address) == [address] })
    // It is said once: that it is more than the whole is no finding of its own.
    #expect(try report("sibling-code-\(table).json").findings.allSatisfy { !["X14", "X25", "C08"].contains($0.rule) })
  }

  @Test func incomeUnderASibling() throws {
    #expect(try findings("sibling-code-02.json", .error).isEmpty)
    let warnings = try findings("sibling-code-02.json", .warning)
    // The file has no text, which is said too.
    #expect(warnings.map(\.rule) == ["C08", "D31"])
    #expect(warnings.first?.operands.map(\.address) == ["05.2070112.1", "04.29.1"])
  }

  @Test func table09InYuan() throws {
    let report = try report("table09-in-yuan.json")
    let one = try #require(report.findings.first { $0.rule == "Q04" })
    #expect(one.severity == .error && one.message.contains("公开09表") && one.expected == "元")
    let bound = try #require(one.symptoms.first { $0.rule == "X26" })
    #expect(bound.severity == .error && bound.operands.map(\.printed) == ["629200.00", "11595.89"])
    let cause = try #require(one.symptoms.first { $0.rule == "S04" })
    #expect(cause.severity == .warning && cause.message.contains("公开09表") && cause.message.contains("以元填列"))
  }

  @Test func anExactAmountAltered() throws {
    let errors = try findings("data-fen-altered.html", .error)
    // 5023.02 of fourteen cells has 99 fen behind it.
    #expect(errors.count == 14 && errors.allSatisfy { $0.rule == "D28" && $0.message.contains("0.99 元") })
    var disclosures = Disclosures(Choices()) { _ in }
    let path = try #require(SharedFiles.url("failing/data-fen-altered.html")).path
    let difference = try TableDifference(
      from: disclosures.disclosure(at: Example.datong.folder).tables, to: disclosures.disclosure(at: path).tables)
    #expect(difference.entries.count == 14)
    #expect(difference.entries.allSatisfy { $0.first?.text == "50230240.80" && $0.second?.text == "0.99" })
  }

  @Test(arguments: [
    ("form-header-cell-missing.json", ["1656: ", "公开08表", "没有盖住第 4 列"]),
    ("form-line-int64max.json", ["1: ", "1 至 999 的整数"]),
  ]) func aFormThatLacksSomething(name: String, says: [String]) throws {
    var choices = Choices()
    choices.form = try #require(SharedFiles.url("failing/\(name)")).path
    var disclosures = Disclosures(choices) { _ in }
    let error = try #require(throws: UnusableInput.self) {
      _ = try disclosures.disclosure(at: Example.datong.folder + "/disclosure")
    }
    for words in says { #expect(error.problems.contains { $0.message.contains(words) }, "\(error.problems)") }
  }
}
