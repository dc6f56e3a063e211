import Accounts
import Checks
import Formats
import Foundation
import Reading
import Tables
import TestSupport
import Testing

@testable import Rendering

/// The working papers hold what the report for programs holds, in a form that people sign.
@Suite struct WorkingPaperTests {
  /// A run with everything there is to tell: a diagnosis with symptoms, long sums, waived findings, what was not checked,
  /// what was not read, an earlier report, a file that could not be read.
  private static let full = Once { () throws -> CheckRun in
    let checker = try Standard.checker
    var tables = try FindingsSample.tables().altering(
      ["03.2013801.1": "1347.89", "06.30217.1": "9.99", "01.31.1": "5,051.50"], placedIn: "公开/决算.html"
    ).without(.t09)
    tables.prose = Prose(
      lines: [Prose.Line(.paragraph, "……", part: 3, section: "", place: SourceLocation(file: "公开/决算.html", line: 777))],
      claims: [], unattributed: [Prose.Unattributed(text: "34个", line: 0)], codeNames: [:])
    let found = checker.diagnosed(checker.check(tables), of: checker.examination(of: tables)) { checker.check($0) }
    let waiver = Waiver(rule: "D01", address: nil, reason: "没有“三公”经费", place: SourceLocation(file: "豁免.csv", line: 2))
    let (report, _) = found.waiving([waiver], in: "公开")
    let earlier = [EarlierFinding(id: "X04@01.1.1", rule: "X04", message: "上次有而这次没有的")]
    let unused = Waiver(rule: "08-1", address: "08.合计.1", reason: "从前的", place: SourceLocation(file: "豁免.csv", line: 3))
    return CheckRun(
      inputs: [
        CheckedInput(
          name: "公开", outcome: .report(report.comparing(with: earlier, of: "上次.json"), tables),
          files: [CheckedFile("公开/决算.html", Array("abc".utf8))],
          form: FormUsed(try Standard.form, isOfLedger: false)),
        CheckedInput(
          name: "丙", outcome: .unusable([Problem(at: SourceLocation(file: "丙", line: 3), "读不懂这个文件。")])),
      ], unusedWaivers: [unused],
      record: CheckRecord(
        tool: "juesuan 9.9.9 (abc)", rules: try RuleCatalogue.standard().rules, date: "2025-08-20",
        files: [CheckedFile("豁免.csv", [], for: .waivers)]))
  }

  private static let workbook = Once { try WorkingPaperWorkbook.bytes(of: full.get()) }
  private static let document = Once { WorkingPaperDocument.bytes(of: try full.get()) }

  /// The texts of the cells of a workbook's sheets.
  private func sheets(_ bytes: [UInt8]) throws -> [(name: String, rows: [[String]])] {
    let workbook = try XLSXWorkbook(bytes)
    return try workbook.sheets.map { sheet in
      var rows: [[String]] = []
      var reader = try workbook.rows(of: sheet)
      while let row = try reader.next() {
        rows.append(
          row.cells.map { cell in if case .text(let text) = cell.value { text } else { "\(cell.value)" } })
      }
      return (sheet.name, rows)
    }
  }

  /// All the text of a Word file.
  private func text(of bytes: [UInt8]) throws -> String {
    try WordDocument(bytes).flattened.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.rows.flatMap(\.cells).map(\.text).joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }

  /// Every text of the JSON that tells a figure, an id, a place or a reason, as a paper must have it.
  private func told(_ value: Any, key: String = "", into texts: inout Set<String>) {
    switch value {
    case let object as [String: Any]:
      if let file = object["file"] as? String {
        texts.insert(file)
        if let line = object["line"] as? Int { texts.insert("\(file):\(line)") }
        return
      }
      for (key, value) in object where key != "since" || value is [String: Any] { told(value, key: key, into: &texts) }
    case let list as [Any]: for element in list { told(element, key: key, into: &texts) }
    case let text as String:
      let keys: Set = [
        "id", "rule", "message", "addresses", "address", "labels", "printed", "expected", "residual", "allowed",
        "advice", "reason", "subject", "text", "unit", "name", "sha256", "tool", "date", "source", "title",
        "words", "basis", "group",
      ]
      guard keys.contains(key) else { return }
      // A difference has no sign for people: what should stand there says which way.
      texts.insert(key == "residual" && text.hasPrefix("-") ? String(text.dropFirst()) : text)
    default: break
    }
  }

  private func missing(in paper: String) throws -> [String] {
    let json = try JSONSerialization.jsonObject(with: Data(FindingsJSON.bytes(of: try Self.full.get())))
    var texts: Set<String> = []
    told(json, into: &texts)
    #expect(texts.count > 500)
    return texts.filter { !$0.isEmpty && !paper.contains($0) }.sorted()
  }

  @Test func theWorkbookHoldsEveryFigureOfTheJSON() throws {
    let sheets = try sheets(Self.workbook.get())
    let missing = try missing(in: sheets.flatMap { $0.rows.flatMap(\.self) }.joined(separator: "\n"))
    #expect(missing == [])
  }

  @Test func theWordFileHoldsEveryFigureOfTheJSON() throws {
    let missing = try missing(in: text(of: Self.document.get()))
    #expect(missing == [])
  }

  @Test func theWorkbookHasASheetForEachThing() throws {
    let sheets = try sheets(Self.workbook.get())
    #expect(
      sheets.map(\.name) == [
        "汇总", "发现", "症状", "涉及的数", "已豁免", "公开义务", "未核对", "读不懂的数", "舍入差异", "与上次比", "没有用上的豁免", "规则", "说明",
      ])
    let rows = Dictionary(uniqueKeysWithValues: sheets.map { ($0.name, $0.rows) })
    let findings = try #require(rows["发现"])
    let heads = findings[0]
    for head in ["来源", "序号", "级别", "编号", "规则", "规则内容", "位置", "印出", "应为", "核实情况", "处理意见", "核实人"] {
      #expect(heads.contains(head))
    }
    guard case .report(let report, _) = try Self.full.get().inputs[0].outcome else { return }
    #expect(findings.count == 1 + report.findings.count)
    let symptoms = report.findings.reduce(0) { $0 + $1.symptoms.count }
    #expect(symptoms > 0 && rows["症状"]?.count == 1 + symptoms)
    #expect(rows["未核对"]?.count == 1 + report.notChecked.count)
    let all = report.allFindings + report.waived.map(\.finding)
    #expect(rows["涉及的数"]?.count == 1 + all.reduce(0) { $0 + $1.operands.count })
    // Nothing is cut short.
    #expect(!rows.values.joined().joined().contains { $0.contains(/等 [0-9]+ 个/) })
  }

  /// A sheet is printed on its long side, one page wide, its heads on every page; findings lead to their symptoms.
  @Test func sheetsAreSetUpForWork() throws {
    let archive = try ZIPArchive(try Self.workbook.get())
    let entry = try #require(archive.entry(named: "xl/worksheets/sheet2.xml"))
    let sheet = String(decoding: try archive.contents(of: entry), as: UTF8.self)
    #expect(sheet.contains("orientation=\"landscape\"") && sheet.contains("fitToWidth=\"1\" fitToHeight=\"0\""))
    #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:"))
    #expect(sheet.contains("location=\"'症状'!A2\"") && sheet.contains("location=\"'涉及的数'!A2\""))
    let list = try #require(archive.entry(named: "xl/workbook.xml"))
    #expect(String(decoding: try archive.contents(of: list), as: UTF8.self).contains("'发现'!$1:$1"))
  }

  /// Headings by number, every finding a heading of its own, tables with heads on every page.
  @Test func theWordFileIsInOrder() throws {
    let document = try WordDocument(try Self.document.get())
    let headings = document.blocks.compactMap { block -> (Int, String)? in
      guard case .paragraph(let paragraph) = block, let level = paragraph.level else { return nil }
      return (level, paragraph.text)
    }
    #expect(headings.filter { $0.0 == 1 }.map(\.1).prefix(3) == ["一、汇总：公开", "二、汇总：丙", "三、发现"])
    guard case .report(let report, _) = try Self.full.get().inputs[0].outcome else { return }
    #expect(headings.count { $0.0 == 2 } == report.findings.count)
    #expect(headings.last?.1.hasSuffix("、说明") == true)
    #expect(document.notices == [])
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    #expect(try WorkingPaperWorkbook.bytes(of: Self.full.get()) == Self.workbook.get())
    #expect(WorkingPaperDocument.bytes(of: try Self.full.get()) == (try Self.document.get()))
  }

  /// Names and labels of files that may be hostile stay text, and long ones fit.
  @Test func hostileTextIsText() throws {
    let name = "=1+1&\"<b>\u{1}" + String(repeating: "长", count: 40_000)
    let tables = try FindingsSample.tables().altering(["01.31.1": "1"], placedIn: name)
    let run = try FindingsSample.run(tables, named: name)
    let sheets = try sheets(WorkingPaperWorkbook.bytes(of: run))
    #expect(sheets[0].rows.joined().contains { $0.hasPrefix("=1+1&\"<b>") })
    #expect(try text(of: WorkingPaperDocument.bytes(of: run)).contains("=1+1&\"<b>\u{FFFD}长"))
  }

  /// Nothing found is a paper too.
  @Test func aSoundDisclosureHasAPaper() throws {
    let run = CheckRun(inputs: [CheckedInput(name: "空", outcome: .report(.empty, try FindingsSample.tables()))])
    let sheets = try sheets(WorkingPaperWorkbook.bytes(of: run))
    #expect(sheets.map(\.name) == ["汇总", "发现", "症状", "未核对", "读不懂的数", "说明"])
    #expect(sheets[1].rows.last == ["没有。"])
    #expect(try text(of: WorkingPaperDocument.bytes(of: run)).contains("没有。"))
  }

  // MARK: Every report

  /// Whose it is, the files with their digests, the version and the rules: in every format.
  @Test func everyReportSaysWhatItRestsOn() throws {
    let run = try Self.full.get()
    let html = try FindingsHTML(Standard.library).page(of: run)
    let texts = [
      FindingsText.text(of: run), FindingsMarkdown.text(of: run), html,
      String(decoding: FindingsCSV.bytes(of: run), as: UTF8.self),
      String(decoding: FindingsJSON.bytes(of: run), as: UTF8.self),
      String(decoding: FindingsSARIF.bytes(of: run, toolVersion: "9.9.9"), as: UTF8.self),
    ]
    for text in texts {
      for said in [
        "大同市市场监督管理局", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "juesuan 9.9.9", "规则",
      ] where !(said == "规则" && text.hasPrefix("{")) {
        #expect(text.contains(said))
      }
    }
    #expect(texts[4].contains("\"rules\": [") && texts[5].contains("\"rules\": ["))
  }

  /// Contents first, then the files; a finding leads to its symptoms, each of which is there once.
  @Test func thePageHasContentsAndLinks() throws {
    let page = try FindingsHTML(Standard.library).page(of: Self.full.get())
    let contents = try #require(page.firstRange(of: "<nav class=\"contents\""))
    let files = try #require(page.firstRange(of: "<table class=\"files\">"))
    let verdict = try #require(page.firstRange(of: "<p class=\"verdict"))
    #expect(contents.lowerBound < files.lowerBound && files.lowerBound < verdict.lowerBound)
    let ids = page.matches(of: /id="([^"]+)"/).map { String($0.output.1) }
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(links.contains("input-1-symptom-1-1") && Set(links).isSubset(of: Set(ids)))
  }
}
