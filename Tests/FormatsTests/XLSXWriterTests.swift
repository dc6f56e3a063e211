import Formats
import TestSupport
import Testing

@Suite struct XLSXWriterTests {
  private func place(_ name: String) throws -> CellReference { try #require(CellReference(name)) }
  private func range(_ name: String) throws -> CellRange { try #require(CellRange(name)) }

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZIPArchive(bytes)
    let entry = try #require(archive.entry(named: name))
    return String(decoding: try archive.contents(of: entry), as: UTF8.self)
  }

  /// What changes while a formula holds is written where programs look for it, each look once, in the order of what counts first.
  @Test func looksThatCellsTakeOn() throws {
    var sheet = SheetOutput(name: "表")
    sheet.put(.number("1"), at: try place("A1"))
    let red = ConditionalFormat.Look(color: CellColor(0xC00000), fill: CellColor(0xFFE0E0), isBold: true)
    sheet.conditionalFormats = [
      ConditionalFormat(try range("A1:B9"), while: "$A1<2", red),
      ConditionalFormat(try range("C1"), while: "C1=\"待填\"", .init(fill: CellColor(0xFFFF00))),
      ConditionalFormat(try range("D1"), while: "D1>0", red),
    ]
    let bytes = try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))
    let text = try part("xl/worksheets/sheet1.xml", of: bytes)
    let rule = "<conditionalFormatting sqref=\"A1:B9\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\">"
    #expect(text.contains(rule + "<formula>$A1&lt;2</formula></cfRule></conditionalFormatting>"))
    #expect(text.contains("sqref=\"C1\"><cfRule type=\"expression\" dxfId=\"1\" priority=\"2\">"))
    #expect(text.contains("sqref=\"D1\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"3\">"))
    let styles = try part("xl/styles.xml", of: bytes)
    #expect(styles.contains("<dxfs count=\"2\"><dxf><font><b/><color rgb=\"FFC00000\"/></font><fill><patternFill>"))
    let tooLong = ConditionalFormat(try range("A1"), while: String(repeating: "1", count: 8193), red)
    #expect(error { $0.conditionalFormats = [tooLong] } == .tooLong(.formula, limit: 8192))
  }

  private func error(_ change: (inout SheetOutput) -> Void) -> XLSXWriterError.Kind? {
    var sheet = SheetOutput(name: "表")
    change(&sheet)
    do throws(XLSXWriterError) {
      _ = try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))
      return nil
    } catch {
      return error.kind
    }
  }

  @Test(arguments: [
    "=1+1", "+86", "-", "@a", " 前后 ", "\n", "换\n行", "\t", "a\rb", "\r\n", "_x000D_", "_x000D_x000D_", "_x005F_",
    "_x000D\u{1}", "\u{0}\u{1F}", "_x_", "<&>\"'", "]]>", "𠀀", "e\u{301}", "\u{FFFE}", "\u{FEFF}中", "_xd83d__xde00_",
    "",
  ])
  func textComesBackAsItWas(text: String) throws {
    var sheet = SheetOutput(name: "表")
    sheet.put(.text(text), at: CellReference(row: 1, column: 1))
    sheet.put(.formula("A1", cached: .text(text)), at: CellReference(row: 1, column: 2))
    let read = try ReadSheet(XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet])))
    for cell in try #require(read.rows.first).cells {
      guard case .text(let found) = cell.value else {
        Issue.record("\(cell) is no text")
        continue
      }
      #expect(Array(found.utf8) == Array(text.utf8))
    }
    #expect(read.rows.first?.cells.map(\.formula) == [nil, "A1"])
  }

  @Test func randomWorkbooksComeBack() throws {
    let pieces = ["a", "中", "𠀀", "&", "<", "\"", "\r", "\n", "_x000", "D_", "_", "\u{1}", " ", "=", "e\u{301}", "x"]
    let formats = ["General", "#,##0.00", "0.00%", "@", "0!.0,\"万\""]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      var sheet = SheetOutput(name: "表 '1")
      var expected: [String: XLSXValue] = [:]
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        let place = CellReference(
          row: Int.random(in: 1...30, using: &generator), column: Int.random(in: 1...60, using: &generator))
        let format = formats.randomElement(using: &generator) ?? ""
        var content = CellContent.blank
        var value: XLSXValue?
        switch Int.random(in: 0...4, using: &generator) {
        case 0:
          let text = (0..<5).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
          (content, value) = (.text(text), .text(text))
        case 1:
          let text = "\(Int64.random(in: -999_999...999_999, using: &generator))E-2"
          (content, value) = (.number(text), .number(try #require(DecimalSpelling(text)), NumberFormat(format)))
        case 2:
          let isTrue = Bool.random(using: &generator)
          (content, value) = (.boolean(isTrue), .boolean(isTrue))
        case 3: (content, value) = (.formula("1+1", cached: .boolean(true)), .boolean(true))
        default: break
        }
        sheet.put(content, at: place, style: CellStyle(numberFormat: format))
        expected[place.name] = value
      }
      let bytes = try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))
      #expect(try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet])) == bytes)
      #expect(try ReadSheet(bytes).values == expected)
    }
  }

  @Test func datesComeBack() throws {
    let date = WorkbookDate(year: 2024, month: 2, day: 29, second: 86_399)
    var sheet = SheetOutput(name: "表")
    sheet.put(.date(date), at: CellReference(row: 1, column: 1), style: CellStyle(numberFormat: "yyyy-mm-dd hh:mm:ss"))
    let read = try ReadSheet(XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet])))
    guard case .date(date, _)? = read.values["A1"] else {
      Issue.record("\(read.values)")
      return
    }
  }

  @Test func sheetIsWrittenInTheOrderOfTheSchema() throws {
    var sheet = SheetOutput(name: "支出")
    sheet.put(
      .text("标题"), across: try range("A1:C1"), style: CellStyle(font: CellFont(name: "黑体", isBold: true)),
      note: CellNote("说明", author: "甲"))
    sheet.columnWidths = [1: 20.25]
    sheet.hiddenColumns = [3]
    sheet.rowHeights = [1: 30]
    sheet.fittedRowHeights = [2: 45]
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...2
    sheet.tabColor = CellColor(0xFF)
    sheet.page = PageSetup(isLandscape: true, fitsPagesWide: 1, isCentered: true, footer: "&C&P")
    sheet.protection = SheetProtection()
    sheet.validations = [
      ListValidation(ranges: [try range("A2:A9")], source: .items(["是", "\"否\""])),
      ListValidation(ranges: [try range("B2:B9"), try range("C2")], source: .range(sheet: "O'k", try range("A1:A3"))),
    ]
    let bytes = try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet, SheetOutput(name: "O'k")]))
    let text = try part("xl/worksheets/sheet1.xml", of: bytes)
    let order = [
      "<sheetPr>", "<dimension ref=\"A1:C1\"", "<sheetViews>", "<pane ySplit=\"1\" topLeftCell=\"A2\"",
      "<sheetFormatPr", "<cols>", "width=\"20.25\"", "hidden=\"1\"", "<sheetData>",
      "<row r=\"1\" ht=\"30\" customHeight=\"1\">", "<row r=\"2\" ht=\"45\">", "<sheetProtection",
      "<mergeCell ref=\"A1:C1\"", "<dataValidations count=\"2\"", "\"是,\"\"否\"\"\"", "sqref=\"B2:B9 C2\"",
      "'O''k'!$A$1:$A$3", "<printOptions", "<pageMargins",
      "<pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\"",
      "<headerFooter><oddFooter>&amp;C&amp;P", "<legacyDrawing r:id=\"rId2\"",
    ]
    var rest = text[...]
    for piece in order {
      guard let found = rest.firstRange(of: piece) else {
        Issue.record("\(piece) is missing or in the wrong place")
        continue
      }
      rest = rest[found.upperBound...]
    }
    #expect(try part("xl/comments1.xml", of: bytes).contains("<comment ref=\"A1\" authorId=\"0\">"))
    #expect(try part("xl/drawings/vmlDrawing1.vml", of: bytes).contains("<x:Row>0</x:Row><x:Column>0</x:Column>"))
    #expect(try part("xl/workbook.xml", of: bytes).contains("localSheetId=\"0\">'支出'!$1:$2</definedName>"))
    #expect(try part("xl/styles.xml", of: bytes).contains("<b/><sz val=\"11\"/><name val=\"黑体\"/>"))
  }

  @Test func whatProgramsWouldRepairIsRefused() throws {
    let one = CellReference(row: 1, column: 1)
    let merged = [try range("A1:B2"), try range("B2:C3")]
    let cells = [try range("A1")]
    #expect(error { _ in } == nil)
    for name in ["", String(repeating: "长", count: 32), "a/b", "a:b", "a[b", "'a", "a'", "a\nb"] {
      #expect(error { $0.name = name } == .invalidSheetName)
    }
    #expect(error { $0.visibility = .hidden } == .noVisibleSheet)
    #expect(error { $0.put(.number("1,2"), at: one) } == .malformedNumber("1,2"))
    #expect(error { $0.put(.text(String(repeating: "x", count: 32_768)), at: one) } == .tooLong(.text, limit: 32_767))
    #expect(error { $0.put(.blank, at: CellReference(row: 0, column: 1)) } == .placeOutside)
    #expect(error { $0.put(.blank, at: CellReference(row: 1, column: 16_385)) } == .placeOutside)
    #expect(error { $0.put(.formula("A1", cached: .formula("B1", cached: .blank)), at: one) } == .nestedFormula)
    #expect(error { $0.mergedRanges = merged } == .overlappingMerge(merged[1]))
    #expect(error { $0.columnWidths = [1: 256] } == .measureOutside(256))
    #expect(error { $0.rowHeights = [1: -1] } == .measureOutside(-1))
    #expect(error { $0.columnWidths = [0: 1] } == .placeOutside)
    for items in [[], ["a,b"], [""]] {
      #expect(error { $0.validations = [ListValidation(ranges: cells, source: .items(items))] } == .invalidList)
    }
    let long = [String(repeating: "长", count: 256)]
    #expect(
      error { $0.validations = [ListValidation(ranges: cells, source: .items(long))] } == .tooLong(.list, limit: 255))
    #expect(throws: XLSXWriterError(.duplicateSheetName, sheet: "A")) {
      try XLSXWriter.bytes(of: WorkbookOutput(sheets: [SheetOutput(name: "a"), SheetOutput(name: "A")]))
    }
  }

  /// A filter stands before merged cells and a link behind lists, as their order is fixed; Excel names the filter's range.
  @Test func filtersAndLinksAreWritten() throws {
    var sheet = SheetOutput(name: "发 现")
    for column in 1...3 { sheet.put(.text("栏\(column)"), at: CellReference(row: 1, column: column)) }
    sheet.put(.text("甲"), across: try range("A2:B2"))
    sheet.filter = try range("A1:C2")
    sheet.links[try place("C2")] = CellLink(sheet: "发 现", cell: try place("A1"))
    let bytes = try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))
    let xml = try part("xl/worksheets/sheet1.xml", of: bytes)
    let filter = try #require(xml.firstRange(of: "<autoFilter ref=\"A1:C2\"/>"))
    let merge = try #require(xml.firstRange(of: "<mergeCells"))
    let link = try #require(
      xml.firstRange(of: "<hyperlinks><hyperlink ref=\"C2\" location=\"'发 现'!A1\"/></hyperlinks>"))
    #expect(filter.upperBound <= merge.lowerBound && merge.upperBound <= link.lowerBound)
    #expect(
      try part("xl/workbook.xml", of: bytes).contains(
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'发 现'!$A$1:$C$2</definedName>"))
    #expect(
      error { sheet in
        sheet.links[CellReference(row: 1, column: 1)] = CellLink(
          sheet: "没有", cell: CellReference(row: 1, column: 1))
      } == .placeOutside)
  }
}
