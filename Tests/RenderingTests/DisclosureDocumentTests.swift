import Accounts
import Checks
import Disclosing
import Documents
import Formats
import Foundation
import Tables
import TestSupport
import Testing

@testable import Rendering

/// The Word file says what the document says, in an official text's shape.
@Suite struct DisclosureDocumentTests {
  private func document(_ example: Example) throws -> WordDocument {
    try WordDocument(try #require(example.files["决算公开.docx"]))
  }

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZIPArchive(bytes)
    let entry = try #require(archive.entry(named: name), "\(name)")
    return String(decoding: try archive.contents(of: entry), as: UTF8.self)
  }

  /// The tables of a document as they are printed, in the order in which they stand.
  private func grids(of document: Documents.Document) -> [PrintedGrid] {
    document.parts.flatMap(\.sections).flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table): table.printed
      case .evaluation(let sheet): sheet.form.printed
      case .basicData(let sheet): sheet.form.printed
      case .subheading, .paragraph, .terms, .chart: nil
      }
    }
  }

  private func tables(of document: WordDocument) -> [WordTable] {
    document.flattened.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func paragraphs(of document: WordDocument) -> [WordParagraph] {
    document.flattened.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  @Test(arguments: Example.allCases)
  func everyTableIsAWordTable(example: Example) throws {
    let grids = try grids(of: example.composed.document)
    let tables = tables(of: try document(example))
    #expect(tables.count == grids.count)
    for (table, grid) in zip(tables, grids) {
      // Its cells in their order, with what they cover; and its head on every page.
      let header = grid.header.map { $0.cells.map { "\($0.text) \($0.columns)×\($0.rows)" } }
      let body = grid.blocks.joined().map { $0.cells.map { "\($0.text) \($0.columns)×\($0.rows)" } }
      let read = table.rows.map { row in
        row.cells.filter { !$0.isContinuation }.map { "\($0.text) \($0.columnSpan)×\($0.rowSpan)" }
      }
      #expect(read == header + body, "\(grid.name)")
      #expect(table.rows.map(\.isHeader) == header.map { _ in true } + body.map { _ in false }, "\(grid.name)")
      #expect(table.columnCount == grid.width, "\(grid.name)")
    }
  }

  /// Wide tables lie on their long side, the others stand, and none is wider than its page.
  @Test(arguments: Example.allCases)
  func wideTablesLieOnTheirLongSide(example: Example) throws {
    let body = try part("word/document.xml", of: try #require(example.files["决算公开.docx"]))
    var isLandscape: [Bool] = []
    var waiting: [Int] = []
    for match in body.matches(of: /<w:tblGrid>(.*?)<\/w:tblGrid>|<w:sectPr>(.*?)<\/w:sectPr>/) {
      if let columns = match.1 {
        waiting.append(columns.matches(of: /w:w="([0-9]+)"/).reduce(0) { $0 + (Int($1.1) ?? 0) })
      } else if let page = match.2 {
        let lies = page.contains("w:orient=\"landscape\"")
        func length(_ name: String) throws -> Int {
          try #require(Int(try #require(page.firstMatch(of: try Regex(" w:\(name)=\"([0-9]+)\""))?[1].substring ?? "")))
        }
        let room = try length("w") - length("left") - length("right")
        for width in waiting {
          // A twentieth of a point a column is lost in rounding.
          #expect((room - 200...room + 20).contains(width), "\(width) of \(room)")
          isLandscape.append(lies)
        }
        waiting = []
      }
    }
    #expect(waiting.isEmpty)
    #expect(try isLandscape == grids(of: example.composed.document).map(\.isWide))
    #expect(isLandscape.contains(true) && isLandscape.contains(false))
  }

  @Test(arguments: Example.allCases)
  func partsSectionsAndSubsectionsAreHeadingsAndStandInTheContents(example: Example) throws {
    let composed = try example.composed.document
    var headings: [String] = []
    for part in composed.parts {
      headings.append("1 \(part.title)")
      for section in part.sections {
        if !section.title.isEmpty { headings.append("2 \(section.title)") }
        for case .subheading(_, let title) in section.blocks { headings.append("3 \(title)") }
      }
    }
    let paragraphs = paragraphs(of: try document(example))
    #expect(paragraphs.compactMap { one in one.level.map { "\($0) \(one.text)" } } == headings)
    let listed = headings.filter { !$0.hasPrefix("3 ") }.map { String($0.dropFirst(2)) }
    #expect(paragraphs.filter(\.isContents).map(\.text) == listed)
    #expect(listed.count > 20)
  }

  /// Every sentence of the document stands in it, in its order.
  @Test(arguments: Example.allCases)
  func theTextIsThatOfTheDocument(example: Example) throws {
    let composed = try example.composed.document
    let lines = paragraphs(of: try document(example)).filter { $0.story == .body && !$0.isContents }.map(\.text)
    var rest = lines[...]
    for line in composed.textLines.dropFirst() {
      let place = try #require(rest.firstIndex(of: line), "\(line)")
      rest = rest[(place + 1)...]
    }
    #expect(lines[0] == "\(composed.unit.name)\n2024年度\(composed.unit.scope.rawValue)决算公开")
    for grid in grids(of: composed) {
      for note in grid.notes { #expect(lines.contains(note)) }
      #expect(lines.contains(grid.title))
    }
  }

  /// A4 with the margins of an official document, its fonts and its line pitch (GB/T 9704—2012, 5.2).
  @Test func textIsSetAsOfficialTextsAre() throws {
    let bytes = try #require(try Example.datong.files["决算公开.docx"])
    let body = try part("word/document.xml", of: bytes)
    // 37, 26, 35 and 28 millimetres; the page is 210 by 297.
    #expect(
      body.contains(
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""
      ))
    let styles = try part("word/styles.xml", of: bytes)
    func style(_ id: String) throws -> String {
      String(try #require(styles.split(separator: "<w:style ").first { $0.contains("w:styleId=\"\(id)\"") }))
    }
    // 二号 is 22 points, 三号 16.
    for (id, font, size) in [
      ("Title", "方正小标宋简体", "44"), ("Heading2", "黑体", "32"), ("Heading3", "楷体_GB2312", "32"),
      ("BodyText", "仿宋_GB2312", "32"),
    ] {
      let style = try style(id)
      #expect(style.contains("w:eastAsia=\"\(font)\"") && style.contains("<w:sz w:val=\"\(size)\"/>"), "\(id)")
    }
    #expect(try style("BodyText").contains("w:line=\"579\" w:lineRule=\"exact\""))
    // Twenty-eight characters fill a line of 156 millimetres, which letters of 16 points are a little too wide for; tables
    // are not drawn together.
    #expect(try style("BodyText").contains("<w:spacing w:val=\"-5\"/>"))
    #expect(styles.ranges(of: "<w:spacing w:val=\"-5\"/>").count == 1)
    #expect(body.ranges(of: "<w:tblCaption w:val=").count == 10)
    let footers = try WordDocument(bytes).flattened.compactMap { block -> String? in
      guard case .paragraph(let paragraph) = block, paragraph.story == .footer else { return nil }
      return paragraph.text
    }
    #expect(footers == ["— 1 —　", "　— 1 —"])
  }

  /// Charts are Word's own, with the figures printed beside them elsewhere.
  @Test(arguments: Example.allCases)
  func chartsHaveThePrintedFigures(example: Example) throws {
    let bytes = try #require(example.files["决算公开.docx"])
    var charts: [Chart] = []
    for block in try example.composed.document.parts.flatMap(\.sections).flatMap(\.blocks) {
      if case .chart(let chart) = block { charts.append(chart) }
    }
    #expect(charts.count == 3)
    for (number, chart) in charts.enumerated() {
      let written = try part("word/charts/chart\(number + 1).xml", of: bytes)
      let values = written.matches(of: /<c:v>([^<]*)<\/c:v>/).map { String($0.1) }
      for bar in chart.groups.flatMap(\.bars) where bar.amount != "——" { #expect(values.contains(bar.amount)) }
      #expect(written.contains("<a:t>\(chart.title)</a:t>"))
    }
  }

  @Test func everyPageOfADraftSaysSo() throws {
    let composed = try Example.datong.composed
    let review = Review(composed.report(), of: composed.tables, input: "账")
    let bytes = try DisclosureDocument.bytes(of: composed.document, reviewed: review, Standard.library)
    let headers = try ZIPArchive(bytes).entries.map(\.name).filter { $0.hasPrefix("word/header") }
    // Those of odd and of even pages, which every section has.
    #expect(headers.count == 2)
    for header in headers { #expect(try part(header, of: bytes).contains("string=\"仅供内部审核\"")) }
    let body = try part("word/document.xml", of: bytes)
    #expect(body.firstRange(of: "<w:sectPr><w:headerReference w:type=\"default\"") != nil)
    let lines = paragraphs(of: try WordDocument(bytes)).map(\.text)
    #expect(lines.contains(review.report.verdict))
    for finding in review.report.findings { #expect(lines.contains { $0.hasSuffix(finding.message) }) }
    // Each figure that a finding concerns has its colour, and a link to it.
    let addresses = review.report.findings.flatMap(\.operands).map(\.address)
    let cells = Set(grids(of: composed.document).flatMap { $0.blocks.joined().flatMap(\.cells) }.compactMap(\.address))
    #expect(addresses.contains { cells.contains($0) })
    #expect(body.contains("w:fill=\"CFE2F3\""))
    let links = body.matches(of: /<w:hyperlink w:anchor="(figure[0-9]+)"/).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in links { #expect(body.ranges(of: "w:name=\"\(link)\"/>").count == 1) }
    // What is published has neither.
    let published = try #require(try Example.datong.files["决算公开.docx"])
    #expect(try !ZIPArchive(published).entries.contains { $0.name.hasPrefix("word/header") })
    #expect(!paragraphs(of: try WordDocument(published)).contains { $0.text.contains("仅供内部审核") })
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    let document = try Example.yunxi.composed.document
    let bytes = try DisclosureDocument.bytes(of: document, Standard.library)
    #expect(try bytes == DisclosureDocument.bytes(of: document, Standard.library))
    #expect(try bytes == Example.yunxi.files["决算公开.docx"])
  }

  /// Fonts, sizes and margins are one file, which an office may have otherwise.
  @Test func anotherLookIsUsed() throws {
    let folder = try TemporaryFolder()
    let look = try Standard.library.text("word/look.json")
    try folder.write(
      look.replacing("\"top\": 37", with: "\"top\": 30").replacing("楷体_GB2312", with: "某楷体").utf8, to: "word/look.json")
    let library = try TemplateLibrary(overriddenBy: folder.path)
    let bytes = try DisclosureDocument.bytes(of: Example.datong.composed.document, library)
    #expect(try part("word/document.xml", of: bytes).contains("<w:pgMar w:top=\"1701\""))
    #expect(try part("word/styles.xml", of: bytes).contains("w:eastAsia=\"某楷体\""))
  }

  @Test(arguments: [
    ("{", "word/look.json: 错误: "), ("\"top\": 37", "应是 0.0 至 90.0 的数"),
    ("\"font\": \"仿宋\", \"size\": 16, \"pitch\": 28.95, \"spacing\"", "应是 fonts 里的名字"),
    ("\"#1f4e79\"", "应是颜色，如 #1f4e79"), ("\"draftMark\"", "应有“draftMark”一项"),
  ])
  func aWrongLookIsToldInWords(words: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let look = try Standard.library.text("word/look.json")
    let wrong =
      switch words {
      case "{": String(look.dropFirst(2))
      case "\"top\": 37": look.replacing(words, with: "\"top\": 370")
      case "\"#1f4e79\"": look.replacing(words, with: "\"red\"")
      case "\"draftMark\"": look.replacing(words, with: "\"mark\"")
      default: look.replacing("{ \"font\": \"仿宋\"", with: "{ \"font\": \"没有\"")
      }
    #expect(wrong != look)
    try folder.write(wrong.utf8, to: "word/look.json")
    let library = try TemplateLibrary(overriddenBy: folder.path)
    let error = #expect(throws: WordLookError.self) { try WordDisclosureLook(library) }
    #expect(error?.message.hasPrefix("word/look.json: 错误: ") == true && error?.message.contains(expected) == true)
  }

  /// A long name has a line of its own above the table, instead of running into what stands beside it.
  @Test(arguments: [("某局", 1), (String(repeating: "某某", count: 20), 2)])
  func aLongNameHasALineOfItsOwn(name: String, lines: Int) throws {
    var ledger = try Example.datong.ledger
    ledger.unit.name = name
    let document = try ComposedDisclosure(ledger).document
    let output = DisclosureDocument.output(of: document, reviewed: nil, try WordDisclosureLook(Standard.library))
    let tabbed = output.sections.flatMap(\.blocks).compactMap { block -> WordParagraphOutput? in
      if case .paragraph(let paragraph) = block, !paragraph.stops.isEmpty { paragraph } else { nil }
    }
    #expect(tabbed.count == 10 && tabbed.allSatisfy { $0.stops.count == 3 - lines })
  }

  /// Whatever a text is, the file opens and its text comes back.
  @Test(arguments: HostileText.all)
  func anyTextComesBack(sample: HostileText) throws {
    let document = try ComposedDisclosure.datong(with: sample.text).document
    let read = try WordDocument(DisclosureDocument.bytes(of: document, Standard.library))
    let text = paragraphs(of: read).map(\.text).joined(separator: "\n")
    #expect(text.contains(sample.text.replacing("\r\n", with: "\n").replacing("\u{1}", with: "\u{FFFD}")))
  }

  @Test func aUnitThatHasNothingHasAFile() throws {
    let read = try WordDocument(
      DisclosureDocument.bytes(of: ComposedDisclosure.empty.document, Standard.library))
    #expect(tables(of: read).count == 10)
  }
}
