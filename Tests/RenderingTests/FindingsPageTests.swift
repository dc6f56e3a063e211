import Accounts
import Checks
import Documents
import Foundation
import Tables
import TestSupport
import Testing

@testable import Rendering

@Suite struct FindingsPageTests {
  private func wrong(named name: String, notes: Bool = false) throws -> CheckRun {
    let tables = try FindingsSample.tables().altering(["01.31.1": "5,051.50"], placedIn: name)
    return try FindingsSample.run(tables, named: name, notes: notes)
  }

  @Test func thePageSaysHowBadAFindingIsInAWordAndASign() throws {
    let page = try FindingsHTML(Standard.library).page(of: wrong(named: "决算.html", notes: true))
    #expect(page.contains("<article class=\"finding error\">"))
    #expect(
      page.contains("<span class=\"sign\" aria-hidden=\"true\">✕</span>错误</span> <span class=\"rule\">01-5</span>"))
    #expect(page.contains("<strong>不通过</strong>"))
    #expect(page.contains("<h3 id=\"input-1-residuals\">舍入差异</h3>"))
    #expect(page.contains("相差 22.14，四舍五入至多 0.00；应为 5029.36"))
    #expect(!page.contains("{{"))
    #expect(!page.contains("http"))
  }

  /// The duties are a part of the page, and a page of their own.
  @Test func theDutiesAreListed() throws {
    let run = try FindingsSample.run(FindingsSample.tables())
    guard case .report(let report, _) = run.inputs[0].outcome else { return }
    try #require(!report.duties.isEmpty)
    for page in [try FindingsHTML(Standard.library).page(of: run), try DutiesHTML(Standard.library).page(of: run)] {
      #expect(page.contains("公开义务对照"))
      for duty in report.duties { #expect(page.contains("<td>\(duty.rule)</td>"), "\(duty.rule)") }
    }
  }

  @Test func namesFromFilesStayText() throws {
    let page = try FindingsHTML(Standard.library).page(of: wrong(named: "<script>alert(1)</script>.html"))
    #expect(!page.contains("<script"))
    let text = FindingsMarkdown.text(of: try wrong(named: "<b>|a*b*"))
    #expect(text.contains("&lt;b&gt;\\|a\\*b\\*"))
  }

  @Test func aSoundDisclosurePasses() throws {
    let run = try FindingsSample.run(FindingsSample.tables())
    #expect(try FindingsHTML(Standard.library).page(of: run).contains("<strong>通过</strong>"))
  }

  @Test func markdownHasATableAndTheDetails() throws {
    let text = FindingsMarkdown.text(of: try wrong(named: "决算.html"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.contains("| 序号 | 级别 | 规则 | 位置 | 说明 | 相差 | 至多 |"))
    #expect(
      lines.contains("| 2 | 错误 | 01-5 | 决算.html:31 | 收入总计与支出总计不一致 | 22.14 | 0.00 |"))
    #expect(lines.contains("| 01.31.1 | 收入总计 | 5,051.50 | 第 31 行 |"))
    // Every row of a table has as many cells as its header.
    var width: Int?
    for line in lines {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(width == nil || width == cells)
      width = cells
    }
  }
}
