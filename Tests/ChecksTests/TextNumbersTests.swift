import Accounts
import Checks
import Tables
import TestSupport
import Testing

/// What became of the numbers of a text, and what is said of a text that was not read.
@Suite struct TextNumbersTests {
  private let place = SourceLocation(file: "决算.txt", line: 7)

  private func line(_ text: String, section: String?) -> Prose.Line {
    Prose.Line(.paragraph, text, part: 3, section: section, place: place)
  }

  private func money(_ text: String) throws -> Figure { try #require(Figure(printed: text, unit: .money(.wanyuan))) }

  private func check(_ prose: Prose?) throws -> CheckReport {
    try Standard.checker.check(Example.datong.tables.with(prose))
  }

  /// 收入总计 is in table 01; 年初预算 is told by the text alone, once with the share that is spent of it; 授予中小企业合同金额
  /// is in no table.
  @Test func aNumberIsComparedOrUnderstoodOrNeither() throws {
    let claims = [
      Claim("收入总计", .amount, figure: try money("5,029.36")),
      Claim("年初预算", .amount, figure: try money("5294.60")),
      Claim(
        "一般公共预算财政拨款支出", .completion, of: "年初预算", figure: Figure(printed: "94.87", unit: .percent) ?? .blank(.percent)),
      Claim("国内接待费", .amount, figure: try money("0.59")),
      Claim("因公出国（境）费", .change, of: Claim.lastYear, direction: .equal, figure: .blank(.money(.wanyuan))),
    ]
    let prose = Prose(
      lines: [line("……", section: "收支总体")], claims: claims,
      unattributed: [Prose.Unattributed(text: "34个", line: 0)])
    let numbers = try #require(try check(prose).numbers)
    #expect(numbers.compared == 3 && numbers.understood == 1 && numbers.count == 5)
    #expect(numbers.unknown.map(\.text) == ["34个"] && numbers.unknown.first?.place == place)
    #expect(numbers.summary == "文字中的数 5 个：核对 3，读懂而没有可比的数 1，没有读懂 1。")
  }

  @Test func aTextThatWasNotLookedAtHasNoNumbers() throws {
    let report = try check(nil)
    #expect(report.numbers == nil)
    #expect(!report.findings.contains { $0.rule == "D31" })
  }

  @Test func tablesWithoutATextAreAWarning() throws {
    let found = try check(Prose(lines: [])).findings.filter { $0.rule == "D31" }
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.message) == ["只有表，没有情况说明的文字，文字没有核对"])
  }

  @Test func aTextWithoutASectionIsAWarning() throws {
    let prose = Prose(
      lines: [line("2024年度收入总计5,029.36万元。", section: nil)],
      unattributed: [Prose.Unattributed(text: "5,029.36万元", line: 0)])
    let found = try check(prose).findings.filter { $0.rule == "D31" }
    #expect(found.map(\.severity) == [.warning] && found.first?.place == place)
  }

  @Test func aTextOfWhichNoNumberIsUnderstoodIsAWarning() throws {
    let lines = [line("某数1万元，某数2万元。", section: "收支总体")]
    let unknown = [Prose.Unattributed(text: "1万元", line: 0), Prose.Unattributed(text: "2万元", line: 0)]
    let found = try check(Prose(lines: lines, unattributed: unknown)).findings.filter { $0.rule == "D31" }
    #expect(found.map(\.message) == ["情况说明里的 2 个数没有一个读懂，没有核对"])
    let one = Claim("收入总计", .amount, figure: try money("5,029.36"))
    #expect(
      try !check(Prose(lines: lines, claims: [one], unattributed: unknown)).findings.contains { $0.rule == "D31" })
  }

  /// Messages say in words what stands at an address of the text.
  @Test func aCodeIsCalledByItsName() throws {
    let claim = Claim(
      "一般公共预算财政拨款支出/208", .change, of: Claim.lastYear, direction: .less, figure: try money("63.12"))
    let names = ["208": "社会保障和就业支出"]
    #expect(claim.words(naming: names) == "社会保障和就业支出比上年增减")
    #expect(claim.address.description == "文.一般公共预算财政拨款支出/208.2")
    #expect(Claim.words(for: "年初预算/208", naming: names) == "社会保障和就业支出年初预算")
    #expect(Claim.words(for: "政府性基金预算财政拨款支出/208", naming: names) == "政府性基金预算财政拨款支出中的社会保障和就业支出")
    let amount = Claim("一般公共预算财政拨款支出/208", .amount, figure: try money("1.00"))
    let prose = Prose(lines: [line("……", section: "一般公共预算支出具体")], claims: [amount], codeNames: names)
    let finding = try #require(try check(prose).findings.first { $0.rule == "N01" })
    #expect(finding.message == "文字中的社会保障和就业支出与表中的数不一致")
    #expect(finding.operands.first?.label == "社会保障和就业支出")
    #expect(finding.operands.first?.address == "文.一般公共预算财政拨款支出/208.1")
  }
}
