import Formats
import TestSupport
import Testing

@Suite struct XLSXWorkbookTests {
  private func number(_ text: String, _ code: String = "General") throws -> XLSXValue {
    .number(try #require(DecimalSpelling(text)), NumberFormat(code))
  }

  /// The same workbook saved by openpyxl, and by LibreOffice after that; what differs is theirs.
  @Test(arguments: [
    ("openpyxl.xlsx", "1e-07", XLSXSheet.Visibility.veryHidden), ("libreoffice.xlsx", "1E-007", .hidden),
  ])
  func workbooksOfOthersAreRead(name: String, small: String, last: XLSXSheet.Visibility) throws {
    let bytes = try Fixture.bytes(name)
    let workbook = try XLSXWorkbook(bytes)
    #expect(workbook.sheets.map(\.name) == ["支出", "隐藏", "深藏"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, last])
    #expect(workbook.notices == [.hiddenSheet(name: "隐藏"), .hiddenSheet(name: "深藏")])
    let sheet = try ReadSheet(bytes)
    let values = sheet.values
    #expect(values["A1"] == .text("科目"))
    #expect(values["B1"] == (try number("1234.56")))
    #expect(values["C1"] == .date(WorkbookDate(year: 2024, month: 12, day: 31), serial: DecimalSpelling("45657")))
    #expect(values["D1"] == .boolean(true))
    #expect(values["E1"] == (name == "openpyxl.xlsx" ? .blank : try number("2469.12")))
    #expect(values["F1"] == (try number("0.1234", "0.00%")))
    #expect(values["A2"] == .text("富文本完"))
    #expect(values["B2"] == (try number(small)))
    #expect(
      values["C2"]
        == .date(
          WorkbookDate(year: 2024, month: 2, day: 29, second: 47_655), serial: DecimalSpelling("45351.5515625")))
    #expect(values["D2"] == .error("#REF!"))
    #expect(values["A3"] == .text(" 空格 "))
    #expect(sheet.rows.map(\.isHidden) == [false, false, true, false, false])
    #expect(sheet.rows[0].cells[4].formula == "B1*2")
    #expect(sheet.mergedRanges.map(\.name) == ["A4:C5"])
    #expect(sheet.hiddenColumns == [4...4])
  }

  @Test func everyKindOfCellIsRead() throws {
    let sheet = try ReadSheet(
      WorkbookOfParts(
        sheet: """
          <sheetData><row><c t='s'><v>1</v></c><c t='s'><v> 0 </v></c><c><v/></c><c s='1'/></row>
          <row r='7' hidden='1'><c r='B7' t='inlineStr'><is><r><t>甲</t></r><rPh sb='0' eb='1'><t>jia</t></rPh><r>
          <rPr><b/></rPr><t xml:space='preserve'> 乙_x000A_</t></r></is></c><c t='str'><f>A1&amp;"x"</f><v>文_x005F_</v></c>
          <c t='b'><v>1</v></c><c t='b'><v>false</v></c><c t='e'><v>#DIV/0!</v></c><c t='d'><v>2024-12-31</v></c>
          <c s='1'><v>0.5</v></c><c s='2'><v>12345678</v></c><c s='3'><v>1</v></c><c s='3'><v>-1</v></c>
          <c><f>SUM(A1)</f></c><c><f t='shared' si='0'/><v>3</v></c><c><v>1.7976931348623157E308</v></c></row></sheetData>
          """,
        sharedStrings: "<si><t>零</t><rPh><t>ling</t></rPh></si><si><r><t>一</t></r><r><t>二</t></r></si>",
        styles: """
          <numFmts count='1'><numFmt numFmtId='164' formatCode='0!.0,&quot;万&quot;'/></numFmts>
          <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
          <cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs>
          """
      ).bytes)
    #expect(sheet.rows.map(\.number) == [1, 7])
    #expect(sheet.rows.map(\.isHidden) == [false, true])
    #expect(sheet.rows[0].cells.map(\.value) == [.text("一二"), .text("零")])
    let values = sheet.values
    #expect(values["B7"] == .text("甲 乙\n"))
    #expect(values["C7"] == .text("文_"))
    #expect(values["D7"] == .boolean(true))
    #expect(values["E7"] == .boolean(false))
    #expect(values["F7"] == .error("#DIV/0!"))
    #expect(values["G7"] == .date(WorkbookDate(year: 2024, month: 12, day: 31), serial: nil))
    #expect(values["H7"] == (try number("0.5", "0%")))
    #expect(values["I7"] == (try number("12345678", "0!.0,\"万\"")))
    #expect(values["J7"] == .date(WorkbookDate(year: 1900, month: 1, day: 1), serial: DecimalSpelling("1")))
    #expect(values["K7"] == (try number("-1", "yyyy/m/d")))
    #expect(values["L7"] == .blank)
    #expect(values["M7"] == (try number("3")))
    #expect(values["N7"] == (try number("1.7976931348623157E308")))
    #expect(sheet.rows[1].cells.map(\.formula)[10...11] == ["SUM(A1)", ""])
    #expect(sheet.rows[1][column: 4] == .boolean(true))
    #expect(sheet.rows[1][column: 1] == .blank)
  }

  /// Prefixed names, absolute targets, ISO 29500 Strict, UTF-16 and the epoch of 1904, each as some program writes it.
  @Test func otherSpellingsOfTheSameAreRead() throws {
    var parts = WorkbookOfParts(sheet: "", styles: "<cellXfs><xf numFmtId='14'/></cellXfs>")
    parts["_rels/.rels"] = WorkbookOfParts.list([("officeDocument", "/xl/../xl/workbook.xml")])
    parts["xl/_rels/workbook.xml.rels"] = WorkbookOfParts.list([
      ("worksheet", "/xl/Worksheets/./SHEET1.xml"), ("styles", "/xl/styles.xml"),
    ])
    parts["xl/workbook.xml"] = WorkbookOfParts.workbook(
      "<workbookPr date1904='true'/><mc:AlternateContent xmlns:mc='x'><sheets/></mc:AlternateContent>"
        + "<sheets><sheet name='a_x0041_' sheetId='9' state='hidden' r:id='r0'/></sheets>"
        + "<definedNames><definedName name='n' localSheetId='0'>a!$A$1</definedName></definedNames>")
    let sheet = """
      <?xml version="1.0" encoding="utf-16"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">
      <x:cols><x:col min="2" max="4" hidden="1"/></x:cols><x:sheetData><x:row r="3"><x:c r="C3"><x:v>0</x:v></x:c></x:row>
      </x:sheetData><x:mergeCells><x:mergeCell ref="C3:D4"/></x:mergeCells><x:oleObjects/></x:worksheet>
      """
    parts.put(
      [0xFF, 0xFE] + sheet.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] },
      as: "xl/worksheets/sheet1.xml")
    parts["xl/vbaProject.bin"] = "x"
    parts["xl/externalLinks/externalLink1.xml"] = "x"
    parts["xl/embeddings/a.bin"] = "x"
    let workbook = try XLSXWorkbook(parts.bytes)
    #expect(workbook.epoch == .year1904)
    #expect(workbook.sheets.map(\.name) == ["aA"])
    #expect(workbook.definedNames == [DefinedName(name: "n", formula: "a!$A$1", sheet: 0)])
    #expect(workbook.notices == [.macros, .externalLinks, .embeddedObjects, .hiddenSheet(name: "aA")])
    let read = try ReadSheet(parts.bytes)
    #expect(
      read.values
        == ["C3": .date(WorkbookDate(year: 1904, month: 1, day: 1), serial: DecimalSpelling("0"))])
    #expect(read.mergedRanges.map(\.name) == ["C3:D4"])
    #expect(read.hiddenColumns == [2...4])
    #expect(read.notices == [.embeddedObjects])
  }

  @Test func chartsAreListedAndNotRead() throws {
    var parts = WorkbookOfParts(sheet: "<sheetData/>")
    parts["xl/_rels/workbook.xml.rels"] = WorkbookOfParts.list([
      ("worksheet", "worksheets/sheet1.xml"), ("chartsheet", "chartsheets/sheet1.xml"),
    ])
    parts["xl/workbook.xml"] = WorkbookOfParts.workbook(
      "<sheets><sheet name='表' sheetId='1' r:id='r0'/><sheet name='图' sheetId='2' r:id='r1'/></sheets>")
    let workbook = try XLSXWorkbook(parts.bytes)
    #expect(workbook.notices == [.sheetWithoutCells(name: "图")])
    for name in ["图", "无"] {
      do throws(XLSXError) {
        _ = try workbook.rows(ofSheet: name)
        Issue.record("\(name) was read")
      } catch {
        #expect(error.kind == .noSuchSheet)
      }
    }
  }
}
