import Accounts
import Disclosing
import Documents
import Formats
import Foundation
import Rendering
import Tables
import Testing

/// A text made to be taken for something else, and how it is written where it must not be.
struct HostileText: CustomTestStringConvertible {
  let text: String
  let html: String
  /// In a cell, or after other words.
  let markdown: String
  /// At the start of a paragraph.
  let paragraph: String
  let csv: String

  init(_ text: String, html: String? = nil, markdown: String? = nil, paragraph: String? = nil, csv: String? = nil) {
    self.text = text
    self.html = html ?? text
    self.markdown = markdown ?? text
    self.paragraph = paragraph ?? markdown ?? text
    self.csv = csv ?? text
  }

  var testDescription: String { text }

  static let all = [
    HostileText(
      "<script>alert(1)</script>", html: "&lt;script&gt;alert(1)&lt;/script&gt;",
      markdown: "&lt;script&gt;alert(1)&lt;/script&gt;"),
    HostileText("</style>", html: "&lt;/style&gt;", markdown: "&lt;/style&gt;"),
    HostileText(
      "</title></td></table>", html: "&lt;/title&gt;&lt;/td&gt;&lt;/table&gt;",
      markdown: "&lt;/title&gt;&lt;/td&gt;&lt;/table&gt;"),
    HostileText("<!-- x", html: "&lt;!-- x", markdown: "&lt;!-- x"),
    HostileText(
      "\"><img src=x onerror=alert(1)>", html: "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;",
      markdown: "\"&gt;&lt;img src=x onerror=alert(1)&gt;"),
    HostileText("' onclick='x", html: "&#39; onclick=&#39;x"),
    HostileText("| a | b |", markdown: "\\| a \\| b \\|"),
    HostileText("a\\|b", markdown: "a\\\\\\|b"),
    HostileText(
      "=HYPERLINK(\"x\")", html: "=HYPERLINK(&quot;x&quot;)", paragraph: "\\=HYPERLINK(\"x\")",
      csv: "'=HYPERLINK(\"x\")"),
    HostileText("+1", paragraph: "\\+1", csv: "'+1"),
    HostileText("-1+1", paragraph: "\\-1+1", csv: "'-1+1"),
    HostileText("@SUM", markdown: "&#64;SUM", csv: "'@SUM"),
    HostileText("'=1", html: "&#39;=1", csv: "''=1"),
    HostileText("[x](javascript:1)", markdown: "\\[x\\](javascript:1)"),
    HostileText("![x](y)", markdown: "!\\[x\\](y)"),
    HostileText("{{title}}"),
    HostileText("{{{style}}}"),
    HostileText("# h", markdown: "\\# h"),
    HostileText("1. x", paragraph: "1\\. x"),
    HostileText("2) x", paragraph: "2\\) x"),
    HostileText("- x", paragraph: "\\- x", csv: "'- x"),
    HostileText("---", paragraph: "\\---", csv: "'---"),
    HostileText("```x`", markdown: "\\`\\`\\`x\\`"),
    HostileText("~~~ *a* _b_", markdown: "\\~\\~\\~ \\*a\\* \\_b\\_"),
    HostileText("$x$", markdown: "\\$x\\$"),
    HostileText("&lt;", html: "&amp;lt;", markdown: "&amp;lt;"),
    HostileText("http://a.cn https://b.cn", markdown: "http&#58;//a.cn https&#58;//b.cn"),
    HostileText("HTTPS://a.cn ftp://b.cn", markdown: "HTTPS&#58;//a.cn ftp&#58;//b.cn"),
    HostileText("www.a.cn 和Www.b.cn", markdown: "www\\.a.cn 和Www\\.b.cn"),
    HostileText("时间：9:30，x.y"),
    HostileText("😀👨‍👩‍👧e\u{301}𠮷"),
  ]
}

/// Whatever stands in a text of the ledger arrives as that text.
@Suite struct HostileTextTests {
  /// The page and the lines of Markdown with a text in which nothing is hostile.
  private static let harmless = Result {
    let disclosure = try ComposedDisclosure.datong(with: "某")
    return (
      census: try HTMLPage(disclosure.html()).census,
      lines: try disclosure.markdown().split(separator: "\n", omittingEmptySubsequences: false).count
    )
  }

  /// The disclosure with each of the texts, composed once for all tests.
  private static let disclosures = Result {
    try Dictionary(
      uniqueKeysWithValues: HostileText.all.map { ($0.text, try ComposedDisclosure.datong(with: $0.text)) })
  }

  private func disclosure(with hostile: HostileText) throws -> ComposedDisclosure {
    try #require(Self.disclosures.get()[hostile.text])
  }

  @Test(arguments: HostileText.all)
  func htmlShowsTheTextAndNothingElse(hostile: HostileText) throws {
    let html = try disclosure(with: hostile).html()
    let page = try HTMLPage(html)
    #expect(page.census == (try Self.harmless.get().census))
    #expect(page.elements.count { $0.name == "script" } == 1)
    #expect(
      page.elements.contains {
        $0.name == "title" && Array($0.text.utf8) == Array((hostile.text + "2024年度单位决算公开").utf8)
      })
    #expect(page.elements.contains { $0.name == "p" && $0.text == hostile.text })
    #expect(page.elements.contains { $0.text == "说明：" + hostile.text })
    #expect(page.elements.contains { ["th", "td"].contains($0.name) && $0.text == hostile.text })
    #expect(html.contains(">\(hostile.html)</p>"))
    #expect(html.contains("部门名称：\(hostile.html)</"))
    #expect(html.contains(">\(hostile.html)</th>"))
  }

  @Test(arguments: HostileText.all)
  func markdownShowsTheTextAndNothingElse(hostile: HostileText) throws {
    let markdown = try disclosure(with: hostile).markdown()
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "# \(hostile.markdown)2024年度单位决算公开")
    #expect(lines.contains("> 说明：\(hostile.markdown)"))
    // 单位职责 twice, 机构设置, 预算绩效情况 and 其他说明; the other texts stand inside sentences.
    #expect(lines.filter { $0 == hostile.paragraph }.count == 5)
    #expect(lines.contains("公开01表　部门名称：\(hostile.markdown)　2024年度　金额单位：万元"))
    #expect(lines.contains { $0.hasPrefix("| 2019977 | \(hostile.markdown) | 1.00 |") })
    #expect(lines.contains { $0.contains("| 30198 | \(hostile.markdown) | 1.00 |") })
    #expect(lines.count == (try Self.harmless.get().lines))
  }

  @Test(arguments: HostileText.all)
  func csvHoldsNoFormula(hostile: HostileText) throws {
    let disclosure = try disclosure(with: hostile)
    for table in disclosure.tables.tables {
      let (records, problems) = CSVDocument.parse(GridCSV.bytes(of: table.printed))
      #expect(problems.isEmpty)
      let figures = Set(table.figures.map(\.figure.text))
      for field in records.flatMap(\.fields) where !figures.contains(field) {
        #expect(field.first.map { "=+-@\t\r".contains($0) } != true)
      }
      if [.t03, .t05].contains(table.id) {
        #expect(records.contains { $0.fields.prefix(2) == ["2019977", hostile.csv] })
      }
      if table.id == .t06 { #expect(records.contains { $0.fields.contains(hostile.csv) }) }
    }
  }

  @Test(arguments: HostileText.all)
  func jsonHoldsTheVeryText(hostile: HostileText) throws {
    let disclosure = try disclosure(with: hostile)
    let bytes = DisclosureJSON.bytes(of: disclosure.document, form: disclosure.form)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((json["unit"] as? String).map { Array($0.utf8) } == Array(hostile.text.utf8))
    #expect(json["title"] as? String == hostile.text + "2024年度单位决算公开")
    #expect(json["remark"] as? String == "说明：" + hostile.text)
    let tables = try #require(json["tables"] as? [[String: Any]])
    let labels = tables.compactMap { $0["rows"] as? [[[String: Any]]] }.flatMap { $0 }.flatMap { $0 }
      .compactMap { $0["label"] as? String }
    #expect(labels.filter { Array($0.utf8) == Array(hostile.text.utf8) }.count >= 3)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("</"))
  }

  @Test func paragraphsOfSeveralLinesAreSeveralParagraphs() throws {
    let disclosure = try ComposedDisclosure.datong(with: "甲\n1. 乙\r\n\n- 丙")
    let lines = try disclosure.markdown().split(separator: "\n")
    #expect(["甲", "1\\. 乙", "\\- 丙"].allSatisfy { line in lines.contains { $0 == line } })
    let page = try HTMLPage(disclosure.html())
    #expect(["甲", "1. 乙", "- 丙"].allSatisfy { line in page.elements.contains { $0.name == "p" && $0.text == line } })
  }
}
