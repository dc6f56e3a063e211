import Formats
import TestSupport
import Testing

/// What stands on the pages of a written document besides its text: numbers on even and odd pages, watermarks, charts.
@Suite struct DOCXPagesTests {
  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZIPArchive(bytes)
    let entry = try #require(archive.entry(named: name), "\(name)")
    return String(decoding: try archive.contents(of: entry), as: UTF8.self)
  }

  private func names(of bytes: [UInt8]) throws -> [String] { try ZIPArchive(bytes).entries.map(\.name) }

  private func section(_ text: String) -> WordSectionOutput {
    WordSectionOutput([.paragraph(WordParagraphOutput(text))])
  }

  private func number(_ before: String) -> WordParagraphOutput {
    WordParagraphOutput([WordRunOutput(before), WordRunOutput(.pageNumber)], style: .pageNumber)
  }

  /// Pages of even numbers have their number at the other edge; those before the first page have none.
  @Test func evenPagesHaveFootersOfTheirOwn() throws {
    var text = section("正文")
    text.footer = [number("右 ")]
    text.evenFooter = [number("左 ")]
    text.firstPageNumber = 1
    let bytes = DOCXWriter.bytes(of: WordOutput(sections: [section("封面"), text, text]))
    #expect(try part("word/settings.xml", of: bytes).contains("<w:evenAndOddHeaders/>"))
    let body = try part("word/document.xml", of: bytes)
    let sections = body.split(separator: "</w:sectPr>").map(String.init)
    #expect(!sections[0].contains("footerReference"))
    for pages in ["default", "even"] { #expect(sections[1].contains("<w:footerReference w:type=\"\(pages)\"")) }
    // The third section has those of the second.
    #expect(!sections[2].contains("footerReference"))
    #expect(sections[1].contains("<w:pgNumType w:start=\"1\"/>"))
    let read = try WordDocument(bytes)
    #expect(read.paragraphs.filter { $0.story == .footer }.map(\.text) == ["右 1", "左 1"])
    // Without any, nothing says that pages differ.
    let plain = DOCXWriter.bytes(of: WordOutput(sections: [section("封面")]))
    #expect(try !part("word/settings.xml", of: plain).contains("evenAndOddHeaders"))
  }

  @Test func aWatermarkIsOnThePagesOfItsSections() throws {
    var (draft, even) = (section("稿"), section("稿的第二节"))
    for index in [0, 1] {
      var one = [draft, even][index]
      one.watermark = WordWatermark("草稿")
      if index == 0 { draft = one } else { even = one }
    }
    even.evenFooter = [number("左 ")]
    let bytes = DOCXWriter.bytes(of: WordOutput(sections: [draft, even, section("定稿")]))
    let body = try part("word/document.xml", of: bytes)
    let sections = body.split(separator: "</w:sectPr>").map(String.init)
    // On odd and on even pages; the second section has it of the first, the third takes it back.
    #expect(sections.prefix(3).map { $0.ranges(of: "<w:headerReference").count } == [2, 0, 2])
    let headers = try names(of: bytes).filter { $0.hasPrefix("word/header") }.map { try part($0, of: bytes) }
    #expect(headers.map { $0.contains("string=\"草稿\"") } == [true, true, false, false])
    #expect(headers[0].contains("rotation:315") && headers[0].contains("id=\"PowerPlusWaterMarkObject1\""))
    // It is none of the text.
    #expect(try WordDocument(bytes).texts.filter { !$0.isEmpty }.prefix(3) == ["稿", "稿的第二节", "定稿"])
  }

  /// The paragraph that ends a section is its last one; only a table needs another, which takes no room.
  @Test func aSectionEndsWithItsLastParagraph() throws {
    let table = WordTableOutput(columnWidths: [20], rows: [WordRowOutput([WordCellOutput("甲")])])
    let bytes = DOCXWriter.bytes(
      of: WordOutput(sections: [section("一"), WordSectionOutput([.table(table)]), section("三")]))
    let body = try part("word/document.xml", of: bytes)
    #expect(body.ranges(of: "<w:p>").count == 4)
    #expect(body.ranges(of: "w:line=\"20\" w:lineRule=\"exact\"").count == 1)
    #expect(body.ranges(of: "<w:sectPr>").count == 3)
  }

  @Test func fontsSizesAndPitchesAreThoseOfTheLook() throws {
    var document = WordOutput(sections: [section("正文")])
    document.look.text = WordStyleLook(
      WordFont("仿宋_GB2312", latin: "Times New Roman", alternatives: ["仿宋", "FangSong"], family: .modern), 16,
      pitch: .points(28.95), alignment: .both, isIndented: true)
    document.sections[0].page = WordPage(top: 37, bottom: 35, left: 28, right: 26)
    let bytes = DOCXWriter.bytes(of: document)
    let styles = try part("word/styles.xml", of: bytes)
    let body = try #require(
      styles.split(separator: "<w:style ").first { $0.contains("w:styleId=\"BodyText\"") })
    // 28.95 points are 579 twentieths, 16 points 32 halves, and two characters of them 640 twentieths.
    #expect(body.contains("w:line=\"579\" w:lineRule=\"exact\""))
    #expect(body.contains("<w:sz w:val=\"32\"/>") && body.contains("w:eastAsia=\"仿宋_GB2312\""))
    #expect(body.contains("w:firstLineChars=\"200\" w:firstLine=\"640\"") && body.contains("<w:jc w:val=\"both\"/>"))
    let fonts = try part("word/fontTable.xml", of: bytes)
    #expect(fonts.contains("<w:font w:name=\"仿宋_GB2312\"><w:altName w:val=\"仿宋,FangSong\"/>"))
    // Margins of an official document, in twentieths of a point.
    #expect(
      try part("word/document.xml", of: bytes).contains(
        "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""))
  }

  private static let chart = WordChartOutput(
    title: "收入与支出（万元）", summary: "收入 1234.50 万元，支出 -6.00 万元。", categories: ["收入", "支出", "其他"],
    series: [
      .init("2023年度", values: ["1234.50", "-6.00", nil], color: CellColor(0x1F4E79)),
      .init("2024年度", values: ["0.00", "7.00", "8.00"], color: CellColor(0xCFDCEC)),
    ], numberFormat: "0.00", width: 150, height: 60)

  /// A chart can be changed in Word: its figures stand in it, and in a workbook behind it.
  @Test func aChartHasItsFiguresAndTheirWorkbook() throws {
    let bytes = DOCXWriter.bytes(
      of: WordOutput(sections: [WordSectionOutput([.chart(Self.chart), .chart(Self.chart)])]))
    let names = try names(of: bytes)
    #expect(names.filter { $0.hasPrefix("word/charts/chart") } == ["word/charts/chart1.xml", "word/charts/chart2.xml"])
    let chart = try part("word/charts/chart1.xml", of: bytes)
    let values = chart.matches(of: /<c:v>([^<]*)<\/c:v>/).map { String($0.1) }
    #expect(
      values == [
        "2023年度", "收入", "支出", "其他", "1234.50", "-6.00", "2024年度", "收入", "支出", "其他", "0.00", "7.00", "8.00",
      ])
    // What has no figure has no bar; and where one is below nought bars need not begin at the edge.
    #expect(chart.contains("<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>1234.50</c:v></c:pt><c:pt idx=\"1\">"))
    #expect(!chart.contains("<c:min "))
    #expect(chart.contains("<c:f>Sheet1!$C$2:$C$4</c:f>"))
    let body = try part("word/document.xml", of: bytes)
    #expect(body.contains("descr=\"收入 1234.50 万元，支出 -6.00 万元。\""))
    #expect(body.contains("<wp:extent cx=\"5400000\" cy=\"2160000\"/>"))
    let types = try part("[Content_Types].xml", of: bytes)
    #expect(types.contains("/word/charts/chart2.xml") && types.contains("Extension=\"xlsx\""))
    // The ids by which the text calls for its charts are those of the list.
    let list = try part("word/_rels/document.xml.rels", of: bytes)
    for (number, id) in body.matches(of: /<c:chart [^>]*r:id="([^"]*)"/).map({ $0.1 }).enumerated() {
      #expect(
        list.contains(
          "Id=\"\(id)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart\" Target=\"charts/chart\(number + 1).xml\""
        ))
    }
    let archive = try ZIPArchive(bytes)
    let entry = try #require(archive.entry(named: "word/embeddings/chart1.xlsx"))
    let workbook = try XLSXWorkbook(try archive.contents(of: entry))
    var rows = try workbook.rows(of: try #require(workbook.sheets.first))
    var numbers: [String] = []
    while let row = try rows.next() {
      for cell in row.cells { if case .number(let digits, _) = cell.value { numbers.append("\(digits)") } }
    }
    #expect(numbers.count == 5)
    #expect(try part("word/charts/_rels/chart1.xml.rels", of: bytes).contains("../embeddings/chart1.xlsx"))
    // No reader takes it for text.
    #expect(try WordDocument(bytes).texts.allSatisfy(\.isEmpty))
  }

  @Test func barsAreAsLongAsWhatTheyStandFor() throws {
    var chart = Self.chart
    chart.series = [.init("2024年度", values: ["98.00", "99.00", "100.00"], color: CellColor(0))]
    let bytes = DOCXWriter.bytes(of: WordOutput(sections: [WordSectionOutput([.chart(chart)])]))
    let written = try part("word/charts/chart1.xml", of: bytes)
    #expect(written.contains("<c:min val=\"0\"/>"))
    // One colour needs no words that say whose it is.
    #expect(!written.contains("<c:legend>"))
  }

  /// Lines can be set in, and parted by stops.
  @Test func stopsAndIndentsAreWritten() throws {
    var line = WordParagraphOutput("单位\t年度\t万元")
    line.stops = [.init(85, .center), .init(170, .right)]
    line.indent = 18
    let bytes = DOCXWriter.bytes(of: WordOutput(sections: [WordSectionOutput([.paragraph(line)])]))
    let body = try part("word/document.xml", of: bytes)
    #expect(body.contains("<w:tab w:val=\"center\" w:pos=\"4819\"/><w:tab w:val=\"right\" w:pos=\"9638\"/>"))
    #expect(body.contains("<w:ind w:left=\"360\"/>"))
    #expect(try WordDocument(bytes).texts == ["单位\t年度\t万元"])
  }
}
