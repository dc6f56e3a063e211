import Accounts
import Checks
import Formats
import Foundation
import Tables
import TestSupport
import Testing

@testable import Rendering

/// Every output of findings says what became of the numbers of the text, and names them by words.
@Suite struct TextNumbersTests {
  private static let summary = "文字中的数 2 个：核对 1，读懂而没有可比的数 0，没有读懂 1。"

  /// 收入总计 told as another amount than the table's, and a number that is not understood.
  private func run() throws -> CheckRun {
    let place = SourceLocation(file: "决算.txt", line: 7)
    let figure = try #require(Figure(printed: "811.46", unit: .money(.wanyuan)))
    var tables = try FindingsSample.tables()
    tables.prose = Prose(
      lines: [Prose.Line(.paragraph, "……", part: 3, section: "一般公共预算支出具体", place: place)],
      claims: [Claim("一般公共预算财政拨款支出/208", .amount, figure: figure)],
      unattributed: [Prose.Unattributed(text: "34个", line: 0)], codeNames: ["208": "社会保障和就业支出"])
    return try FindingsSample.run(tables, named: "决算.txt")
  }

  @Test func textMarkdownAndPageSayIt() throws {
    let run = try run()
    let text = FindingsText.text(of: run)
    #expect(text.contains("\n\(Self.summary)\n"))
    #expect(text.contains("错误[N01] 文字中的社会保障和就业支出与表中的数不一致"))
    #expect(!text.contains("文.一般公共预算"))
    #expect(FindingsMarkdown.text(of: run).contains("\n\(Self.summary)\n"))
    #expect(!FindingsMarkdown.text(of: run).contains("文.一般公共预算"))
    let page = try FindingsHTML(Standard.library).page(of: run)
    #expect(page.contains("<p class=\"numbers\">\(Self.summary)</p>"))
    #expect(!page.contains("文.一般公共预算"))
  }

  @Test func csvHasARowOfIt() throws {
    let (records, _) = CSVDocument.parse(FindingsCSV.bytes(of: try run()))
    let last = records.last { $0.fields[1] != "依据" }
    #expect(last?.fields[1] == "统计" && last?.fields[4] == Self.summary)
    #expect(records.allSatisfy { !$0.fields[5].contains("文.一般公共预算") })
  }

  @Test func jsonListsWhatIsNotUnderstoodWithItsPlaceAndKeepsAddresses() throws {
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(FindingsJSON.bytes(of: try run()))) as? [String: Any])
    let numbers = try #require(json["numbersOfText"] as? [String: Any])
    #expect(numbers["count"] as? Int == 2 && numbers["compared"] as? Int == 1)
    #expect(numbers["understood"] as? Int == 0 && numbers["notUnderstood"] as? Int == 1)
    let unknown = try #require((numbers["unknown"] as? [[String: Any]])?.first)
    #expect(unknown["text"] as? String == "34个")
    #expect((unknown["place"] as? [String: Any])?["line"] as? Int == 7)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.contains { ($0["addresses"] as? [String])?.contains("文.一般公共预算财政拨款支出/208.1") == true })
  }

  @Test func sarifHasANotificationOfIt() throws {
    let bytes = FindingsSARIF.bytes(of: try run(), toolVersion: "1")
    let log = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    var violations: [String] = []
    SARIFShape.check(log, as: "log", at: "$", &violations)
    #expect(violations == [])
    let invocation = ((log["runs"] as? [[String: Any]])?.first?["invocations"] as? [[String: Any]])?.first
    let notes = try #require(invocation?["toolExecutionNotifications"] as? [[String: Any]])
    #expect(notes.map { $0["level"] as? String } == ["note"])
    #expect((notes.first?["message"] as? [String: Any])?["text"] as? String == Self.summary)
    #expect(invocation?["executionSuccessful"] as? Bool == true)
  }

  /// So is which form a publication was read in, and how well it fits.
  @Test func everyOutputNamesTheForm() throws {
    let tables = try FindingsSample.tables()
    var report = try FindingsSample.report(tables)
    report.form = ReadForm(try Standard.form, tables)
    let summary = "表样：全国格式（2024 年度），national。10 张表读到 10 张，其中标题与表样相同的 10 张，"
    let run = CheckRun(
      inputs: [CheckedInput(name: "决算.pdf", outcome: .report(report, tables))], unusedWaivers: [], showsNotes: false)
    let sarif = FindingsSARIF.bytes(of: run, toolVersion: "1")
    for output in [
      FindingsText.text(of: run), FindingsMarkdown.text(of: run), try FindingsHTML(Standard.library).page(of: run),
      String(decoding: FindingsCSV.bytes(of: run), as: UTF8.self), String(decoding: sarif, as: UTF8.self),
    ] {
      #expect(output.components(separatedBy: summary).count == 2, "\(output.prefix(40))")
    }
  }
}
