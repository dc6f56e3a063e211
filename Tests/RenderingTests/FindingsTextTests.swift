import Accounts
import Checks
import Tables
import Testing

@testable import Rendering

@Suite struct FindingsTextTests {
  @Test func derivedFindingsBeginWithTheFormCode() throws {
    let tables = try FindingsSample.tables().altering(["01.31.1": "5,051.50"])
    let text = FindingsText.text(of: try FindingsSample.run(tables))
    #expect(
      text.contains(
        """
        公开01表: 错误[01-5] 收入总计与支出总计不一致
            01.31.1  收入总计  5,051.50
            01.62.2  支出总计   5029.36
            相差 22.14，四舍五入至多 0.00；应为 5029.36
            请核对所列各数，改正有误的一处。同时不符的有 01-3。

        """))
    #expect(text.hasSuffix("错误 2，警告 0，提示 1。\n"))
  }

  @Test func publishedFindingsBeginWithThePlaceAndNameTheOtherLines() throws {
    let tables = try FindingsSample.tables().altering(["01.31.1": "5,051.50"], placedIn: "决算.html")
    let lines = FindingsText.lines(of: try FindingsSample.report(tables), tables, input: "决算.html")
    #expect(lines[0].before == "决算.html:31: ")
    #expect(lines[0].severity == .error)
    #expect(lines[0].after.hasPrefix("[01-3] "))
    #expect(lines[1].text == "    01.31.1  收入总计        5,051.50")
    #expect(lines[2].text == "    01.27.1  本年收入合计     5023.02  (第 27 行)")
  }

  /// Every addend is given, however many there are.
  @Test func longSumsAreGivenWhole() throws {
    let tables = try FindingsSample.tables().altering(["06.30217.1": "9.99"])
    let report = try FindingsSample.report(tables)
    let finding = try #require(report.findings.first { $0.rule == "06-1" })
    #expect(finding.operands.count > 8)
    let lines = FindingsText.lines(of: report, tables, input: "账").map(\.text)
    let start = try #require(lines.firstIndex { $0.contains("[06-1]") })
    let addends = lines[(start + 1)...(start + finding.operands.count)]
    #expect(zip(addends, finding.operands).allSatisfy { $0.hasPrefix("    \($1.address)") })
    #expect(lines[start + 8].hasPrefix("    06.30213.1"))
    #expect(lines[start + finding.operands.count + 1] == "    相差 9.39，四舍五入至多 0.07；应为 260.03")
    #expect(!lines.contains { $0.contains(/等 [0-9]+ 个/) })
  }

  @Test func roundingIsListedOnlyOnRequest() throws {
    let tables = try FindingsSample.tables()
    let report = try FindingsSample.report(tables)
    let line = "提示[01-2] 舍入差异 01.58.2 本年支出合计 -0.01，至多 0.02"
    #expect(!FindingsText.lines(of: report, tables, input: "账").map(\.text).contains(line))
    let noted = FindingsText.lines(of: report, tables, input: "账", notes: true)
    #expect(noted.map(\.text).contains(line))
    #expect(noted.count { $0.text.contains("舍入差异 ") && $0.severity == .note } == report.residuals.count)
  }

  @Test func waivedFindingsAreListedWithTheirReason() throws {
    let tables = try FindingsSample.tables().altering(["01.31.1": "5,051.50"])
    let place = SourceLocation(file: "豁免.csv", line: 2)
    let run = try FindingsSample.run(
      tables,
      waivers: [
        Waiver(rule: "01-5", address: "01.62.2", reason: "已核实", place: place),
        Waiver(rule: "01-4", address: nil, reason: "已核实", place: place),
      ])
    let text = FindingsText.text(of: run)
    #expect(text.contains("公开01表: 已豁免[01-5] 收入总计与支出总计不一致（理由：已核实）\n"))
    #expect(!text.contains("错误[01-5]"))
    #expect(run.unusedWaivers.map(\.rule) == ["01-4"])
    #expect(run.verdict == .inconsistent)
  }

  /// The summary is one screen: of seven reasons five have their line, the rest one together.
  @Test func rareReasonsShareALine() throws {
    var text = FindingsText.text(
      of: try FindingsSample.run(
        FindingsSample.tables().without(.t02).without(.t03).without(.t05).without(.t06).without(.t07).without(.t08)
          .without(.t09).without(.t10), named: "账"))
    text = text.split(separator: "\n").filter { $0.hasPrefix("未核对") }.joined(separator: "\n")
    let lines = text.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.last?.contains("种原因：没有读到公开") == true)
    for table in ["02", "03", "05", "06", "07", "08", "09", "10"] { #expect(text.contains("公开\(table)表")) }
  }

  @Test func aMissingTableIsSaidToBeUnchecked() throws {
    let text = FindingsText.text(of: try FindingsSample.run(FindingsSample.tables().without(.t03), named: "账"))
    #expect(text.contains("账: 错误[D01] 没有公开03表"))
    #expect(text.contains("\n未核对 14 项：没有读到公开03表\n"))
  }

  @Test func severalInputsEndInASummary() throws {
    let tables = try FindingsSample.tables()
    let wrong = tables.altering(["01.31.1": "5,051.50"])
    let problem = Problem(at: SourceLocation(file: "丙"), "没有这个文件。")
    let run = CheckRun(inputs: [
      CheckedInput(name: "甲", outcome: .report(try FindingsSample.report(tables), tables)),
      CheckedInput(name: "乙", outcome: .report(try FindingsSample.report(wrong), wrong)),
      CheckedInput(name: "丙", outcome: .unusable([problem])),
    ])
    let lines = FindingsText.text(of: run).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("== ") } == ["== 甲", "== 乙", "== 丙"])
    #expect(lines.last?.hasPrefix("共 3 份：通过 1，不通过 1，读不懂 1。错误 2，警告 0，提示 2") == true)
    #expect(run.verdict == .unusable)
  }

  @Test func nothingMovesTheCursor() {
    let line = FindingLine("决算\u{1B}[2J.html: ", .error, "[D08] a\nb\u{202E}c")
    #expect(line.text == "决算\u{FFFD}[2J.html: 错误[D08] a b\u{FFFD}c")
  }

  @Test(arguments: [("", 0), ("05.208.2", 8), ("总计", 4), ("（一）", 6), ("“三公”经费", 10)])
  func widthOnATerminal(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }
}
