import Formats
import TestSupport
import Testing

/// Workbooks made to mislead or to exhaust time or memory; each must end soon, in a plain error.
@Suite struct XLSXHostileTests {
  private static func row(_ cells: String) -> String { "<sheetData><row r='1'>\(cells)</row></sheetData>" }

  @Test(arguments: [
    (row("<c r='XFE1'><v>1</v></c>"), XLSXError.Kind.malformedReference("XFE1")),
    (row("<c r='A2'><v>1</v></c>"), .malformedReference("A2")),
    (row("<c r='A-1'><v>1</v></c>"), .malformedReference("A-1")),
    (row("<c r=''><v>1</v></c>"), .malformedReference("")),
    (row("<c r='XFD1'/><c><v>1</v></c>"), .malformedReference("")),
    (row("<c r='B1'/><c r='A1'/>"), .outOfOrder), (row("<c r='B1'/><c r='B1'/>"), .outOfOrder),
    ("<sheetData><row r='0'/></sheetData>", .malformedReference("0")),
    ("<sheetData><row r='1048577'/></sheetData>", .malformedReference("1048577")),
    ("<sheetData><row r='-1'/></sheetData>", .malformedReference("-1")),
    ("<sheetData><row r='1048576'/><row/></sheetData>", .malformedReference("")),
    ("<sheetData><row r='2'/><row r='1'/></sheetData>", .outOfOrder),
    ("<sheetData><row r='2'/></sheetData><sheetData><row r='2'/></sheetData>", .outOfOrder),
    ("<mergeCells><mergeCell ref='A1:XFE9'/></mergeCells>", .malformedReference("A1:XFE9")),
    (row("<c t='s'><v>0</v></c>"), .noSuchSharedString("0")),
    (row("<c t='s'><v>-1</v></c>"), .noSuchSharedString("-1")),
    (row("<c s='1'><v>0</v></c>"), .noSuchStyle("1")), (row("<c s='x'><v>0</v></c>"), .noSuchStyle("x")),
    (row("<c><v>1,2</v></c>"), .malformedNumber("1,2")), (row("<c><v>1E9999</v></c>"), .malformedNumber("1E9999")),
    (row("<c t='b'><v>2</v></c>"), .malformedBoolean("2")), (row("<c t='d'><v>x</v></c>"), .malformedDate("x")),
    (row("<c t='z'><v>x</v></c>"), .unknownCellType("z")),
  ])
  func wrongCellsAreNamed(sheet: String, kind: XLSXError.Kind) throws {
    let error = try #require(ReadSheet.error(WorkbookOfParts(sheet: sheet).bytes))
    #expect(error.kind == kind)
    #expect(error.sheet == "表")
    #expect(error.message.hasPrefix("工作表“表”"))
  }

  @Test(
    arguments: [
      ("_rels/.rels", nil, XLSXError.Kind.notWorkbook),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "xl/workbook.bin")]), .binaryWorkbook),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "word/document.xml")]), .otherDocument("Word 文档")),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "/ppt/presentation.xml")]), .otherDocument("演示文稿")),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "../../etc/passwd")]), .partOutside("../../etc/passwd")),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "file.xml")]), .partMissing("file.xml")),
      ("xl/worksheets/sheet1.xml", nil, .partMissing("xl/worksheets/sheet1.xml")),
      ("xl/workbook.xml", WorkbookOfParts.workbook(""), .noSheets),
      (
        "xl/workbook.xml", WorkbookOfParts.workbook("<sheets><sheet name='a' r:id='r9'/></sheets>"),
        .relationshipMissing("r9")
      ),
      (
        "xl/workbook.xml",
        WorkbookOfParts.workbook("<sheets><sheet name='a' r:id='r0'/><sheet name='A' r:id='r0'/></sheets>"),
        .duplicateSheet
      ),
      ("xl/workbook.xml", "<workbook/>", .unexpectedRoot(found: "workbook", expected: "workbook")),
      ("xl/worksheets/sheet1.xml", "<html/>", .unexpectedRoot(found: "html", expected: "worksheet")),
    ] as [(String, String?, XLSXError.Kind)])
  func wrongPartsAreNamed(part: String, content: String?, kind: XLSXError.Kind) throws {
    var parts = WorkbookOfParts(sheet: "<sheetData/>")
    parts[part] = content
    let error = try #require(ReadSheet.error(parts.bytes))
    #expect(error.kind == kind)
    #expect(error.message.contains("请"))
  }

  @Test func billionLaughsAreRefused() throws {
    var parts = WorkbookOfParts(sheet: "", sharedStrings: "")
    let entities = (1..<10).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
    parts["xl/sharedStrings.xml"] =
      "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY l0 \"lol\">\(entities.joined())]><sst><si><t>&l9;</t></si></sst>"
    let error = try #require(ReadSheet.error(parts.bytes))
    #expect(error.part == "xl/sharedStrings.xml")
    #expect(error.kind == .xml(XMLError(offset: 21, kind: .documentType)))
  }

  @Test func millionSheetsAreRefused() {
    var parts = WorkbookOfParts(sheet: "<sheetData/>")
    let sheets = (0..<1_000_000).map { "<sheet name='\($0)' r:id='r0'/>" }.joined()
    parts["xl/workbook.xml"] = WorkbookOfParts.workbook("<sheets>\(sheets)</sheets>")
    #expect(ReadSheet.error(parts.storedBytes)?.kind == .tooMany(.sheets, limit: 1000))
  }

  @Test func limitsHold() {
    let sheet = """
      <sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c t='s'><v>0</v></c></row></sheetData>
      <mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>
      """
    let bytes = WorkbookOfParts(
      sheet: sheet, sharedStrings: "<si><t>文字</t></si><si><t/></si>",
      styles: "<cellXfs><xf/><xf/><xf/><xf/></cellXfs>"
    ).bytes
    func kind(_ limits: XLSXLimits) -> XLSXError.Kind? { ReadSheet.error(bytes, limits: limits)?.kind }
    #expect(kind(XLSXLimits()) == nil)
    #expect(kind(XLSXLimits(sheets: 0)) == .tooMany(.sheets, limit: 0))
    #expect(kind(XLSXLimits(rows: 1)) == .tooMany(.rows, limit: 1))
    #expect(kind(XLSXLimits(columns: 1)) == .tooMany(.columns, limit: 1))
    #expect(kind(XLSXLimits(cells: 2)) == .tooMany(.cells, limit: 2))
    #expect(kind(XLSXLimits(sharedStrings: 1)) == .tooMany(.sharedStrings, limit: 1))
    #expect(kind(XLSXLimits(sharedStringBytes: 5)) == .tooMany(.sharedStringBytes, limit: 5))
    #expect(kind(XLSXLimits(textBytes: 5)) == .tooMany(.textBytes, limit: 5))
    #expect(kind(XLSXLimits(listEntries: 3)) == .tooMany(.styles, limit: 3))
    #expect(kind(XLSXLimits(mergedRanges: 1)) == .tooMany(.mergedRanges, limit: 1))
    #expect(kind(XLSXLimits(archive: ZIPLimits(entries: 1))) == .archive(ZIPError(.tooManyEntries(count: 6, limit: 1))))
  }

  /// Whoever formats whole columns leaves rows with nothing in them, a million at most, which are no rows.
  @Test func formattedRowsAreNoRows() throws {
    let formatted = (3...5000).map {
      "<row r='\($0)' s='1' customFormat='1'><c r='A\($0)' s='1'/></row>"
    }
    let sheet =
      "<sheetData><row r='1'><c><v>1</v></c><c s='1'/></row><row r='2' ht='20'/>\(formatted.joined())</sheetData>"
    let parts = WorkbookOfParts(sheet: sheet, styles: "<cellXfs><xf/><xf/></cellXfs>")
    let workbook = try XLSXWorkbook(parts.storedBytes, limits: XLSXLimits(rows: 1, cells: 1))
    var rows = try workbook.rows(ofSheet: "表")
    var read: [XLSXRow] = []
    while let row = try rows.next() { if !row.cells.isEmpty { read.append(row) } }
    #expect(read.map(\.number) == [1] && read.first?.cells.count == 1)
  }

  @Test func longFormatsAreRefused() {
    let code = String(repeating: ",", count: 100_000)
    let bytes = WorkbookOfParts(
      sheet: "", styles: "<numFmts><numFmt numFmtId='164' formatCode='\(code)'/></numFmts>"
    ).bytes
    #expect(ReadSheet.error(bytes)?.kind == .formatTooLong(limit: 1024))
  }

  /// A damaged sheet never gives rows and then ends as if it were whole.
  @Test func damageInTheMiddleIsNotMissed() throws {
    let cells = (1...20_000).map { "<row><c><v>\($0 &* 7919)</v></c></row>" }.joined()
    let bytes = WorkbookOfParts(sheet: "<sheetData>\(cells)</sheetData>").bytes
    let entry = try #require(ZIPArchive(bytes).entry(named: "xl/worksheets/sheet1.xml"))
    var damaged = bytes
    damaged[entry.packedBytes.upperBound - 2000] ^= 0x10
    let error = try #require(ReadSheet.error(damaged))
    #expect(error.sheet == "表")
  }

  @Test func alteredWorkbooksNeverTrap() throws {
    var generator = SeededGenerator(seed: 77)
    for name in ["openpyxl.xlsx", "libreoffice.xlsx"] {
      let archive = try ZIPArchive(Fixture.bytes(name))
      let parts = try archive.entries.map { ($0.name, try archive.contents(of: $0)) }
      for _ in 0..<150 {
        var altered = parts
        let index = Int.random(in: altered.indices, using: &generator)
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !altered[index].1.isEmpty {
          let offset = Int.random(in: altered[index].1.indices, using: &generator)
          switch Int.random(in: 0...2, using: &generator) {
          case 0: altered[index].1[offset] = UInt8.random(in: 0...255, using: &generator)
          case 1: altered[index].1.remove(at: offset)
          default: altered[index].1.removeLast(altered[index].1.count - offset)
          }
        }
        let bytes = HandMadeArchive(entries: altered.map { .init($0.0, $0.1) }).bytes
        #expect(ReadSheet.error(bytes)?.message.isEmpty != true)
      }
    }
  }
}
