import Formats
import TestSupport
import Testing

/// Documents made to mislead or to exhaust time or memory; each must end soon, in a plain error or in what it holds.
@Suite struct DOCXHostileTests {
  private typealias Parts = DocumentOfParts

  @Test(
    arguments: [
      ("_rels/.rels", nil, DOCXError.Kind.notDocument),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "xl/workbook.xml")]), .otherFile("工作簿")),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "/ppt/presentation.xml")]), .otherFile("演示文稿")),
      ("_rels/.rels", WorkbookOfParts.list([("officeDocument", "../../etc/passwd")]), .partOutside("../../etc/passwd")),
      ("word/document.xml", nil, .partMissing("word/document.xml")),
      ("word/document.xml", "<html/>", .unexpectedRoot(found: "html", expected: "document")),
      ("word/document.xml", "<document/>", .unexpectedRoot(found: "document", expected: "document")),
      ("word/document.xml", "<!DOCTYPE x>", .xml(XMLError(offset: 0, kind: .documentType))),
      ("word/document.xml", "", .xml(XMLError(offset: 0, kind: .endsTooEarly))),
    ] as [(String, String?, DOCXError.Kind)])
  func wrongPartsAreNamed(part: String, content: String?, kind: DOCXError.Kind) throws {
    var parts = Parts(Parts.paragraph("甲"))
    parts[part] = content
    let error = try #require(Parts.error(parts.bytes))
    #expect(error.kind == kind)
    #expect(error.message.contains("请"))
    #expect(!error.message.contains("Excel") && !error.message.contains(".xlsx"))
  }

  @Test func otherFilesAreCalledWhatTheyAre() throws {
    let protected = try #require(
      Parts.error([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)))
    #expect(protected.kind == .archive(ZIPError(.compoundFile)))
    #expect(
      protected.message
        == "文件是旧的 .doc 文档，或是加了打开密码的文档，应是没有打开密码的 .docx 文件。请在 Word 或 WPS 中打开，去掉密码，另存为“Word 文档 (.docx)”后再试。")
    let text = try #require(Parts.error(Array("公开01表".utf8)))
    #expect(text.kind == .archive(ZIPError(.notArchive)))
    #expect(text.message.hasPrefix("文件不是 .docx 文档"))
    #expect(Parts.error([]) != nil)
  }

  @Test func limitsHold() {
    let cells = Parts.cell(Parts.paragraph("甲")) + Parts.cell(Parts.paragraph("乙"), "<w:gridSpan w:val='2'/>")
    let nested = Parts.cell(Parts.table(Parts.row(Parts.cell(Parts.paragraph("内")))))
    var parts = Parts(Parts.paragraph("一二") + Parts.table(Parts.row(cells) + Parts.row(nested)))
    parts.add("styles", root: "styles", "<w:style w:styleId='a'/><w:style w:styleId='b'/>")
    parts.add(
      "numbering", root: "numbering", "<w:abstractNum w:abstractNumId='0'/><w:num w:numId='1'/><w:num w:numId='2'/>")
    func kind(_ limits: DOCXLimits) -> DOCXError.Kind? { parts.error(limits: limits)?.kind }
    #expect(kind(DOCXLimits()) == nil)
    #expect(kind(DOCXLimits(paragraphs: 3)) == .tooMany(.paragraphs, limit: 3))
    #expect(kind(DOCXLimits(cells: 3)) == .tooMany(.cells, limit: 3))
    #expect(kind(DOCXLimits(columns: 2)) == .tooMany(.columns, limit: 2))
    #expect(kind(DOCXLimits(textBytes: 11)) == .tooMany(.textBytes, limit: 11))
    #expect(kind(DOCXLimits(nesting: 1)) == .tooMany(.nesting, limit: 1))
    #expect(kind(DOCXLimits(listEntries: 1)) == .tooMany(.relationships, limit: 1))
    #expect(kind(DOCXLimits(archive: ZIPLimits(entries: 1))) == .archive(ZIPError(.tooManyEntries(count: 5, limit: 1))))
    parts["word/_rels/document.xml.rels"] = WorkbookOfParts.list([("styles", "styles0.xml")])
    #expect(kind(DOCXLimits(listEntries: 1)) == .tooMany(.styles, limit: 1))
    parts["word/_rels/document.xml.rels"] = WorkbookOfParts.list([("numbering", "numbering1.xml")])
    #expect(kind(DOCXLimits(listEntries: 1)) == .tooMany(.numberings, limit: 1))
  }

  @Test func widthsOutOfAllMeasureAreRefused() {
    func kind(_ cell: String, _ row: String = "") -> DOCXError.Kind? {
      Parts(Parts.table(Parts.row(Parts.cell("<w:p/>", cell), row))).error()?.kind
    }
    #expect(kind("<w:gridSpan w:val='9223372036854775807'/>") == .tooMany(.columns, limit: 1024))
    #expect(kind("", "<w:gridBefore w:val='9223372036854775807'/>") == .tooMany(.columns, limit: 1024))
    #expect(kind("<w:gridSpan w:val='-5'/>", "<w:gridBefore w:val='-1'/>") == nil)
    #expect(kind("<w:gridSpan w:val='99999999999999999999'/>") == nil)
  }

  @Test func depthIsBounded() {
    let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 100_000)
    #expect(Parts(open).error()?.kind == .tooMany(.nesting, limit: 32))
    let boxes = String(repeating: "<w:p><w:r><w:txbxContent>", count: 100_000)
    #expect(Parts(boxes).error()?.kind == .tooMany(.nesting, limit: 32))
    guard case .xml(let error) = Parts(String(repeating: "<w:sdt>", count: 100_000)).error()?.kind else {
      Issue.record("not refused")
      return
    }
    #expect(error.kind == .tooDeep(limit: 512))
  }

  /// Elements where they do not belong neither trap nor take away what stands beside them.
  @Test(arguments: [
    "<w:tr><w:tc><w:p/></w:tc></w:tr>", "<w:tc><w:p/></w:tc>", "<w:tbl><w:tc><w:p/></w:tc></w:tbl>",
    "<w:tbl><w:p/></w:tbl>",
    "<w:tbl><w:tr><w:p/></w:tr></w:tbl>", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:pPr/>", "<w:rPr/>",
    "<w:trPr><w:del/></w:trPr>",
    "<w:tcPr><w:cellDel/></w:tcPr>", "<w:r><w:t>x</w:t></w:r>", "<w:txbxContent><w:p/></w:txbxContent>",
    "<w:footnote w:id='1'><w:p/></w:footnote>",
    "<mc:Choice Requires='wps'/>", "<mc:Fallback/>", "<mc:AlternateContent/>", "<w:fldChar w:fldCharType='end'/>",
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>", "<w:instrText>x</w:instrText>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='-1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>",
    "<w:p><w:pPr><w:outlineLvl w:val='-7'/></w:pPr></w:p>", "<w:p><w:pPr><w:pPr/></w:pPr></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr></w:tc></w:tr></w:tbl>",
    "<w:sectPr><w:headerReference r:id='r9'/></w:sectPr>",
    "<w:tbl><w:tr><w:tc/><w:trPr><w:del/></w:trPr></w:tr></w:tbl>",
  ])
  func misplacedElementsDoNoHarm(element: String) throws {
    let numbering =
      "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'/></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    let document = try Parts(Parts.paragraph("前") + element + Parts.paragraph("后")).with(
      "numbering", root: "numbering", numbering
    ).read()
    #expect(document.texts.first == "前" && document.texts.last == "后")
  }

  /// Styles based on one another in a circle.
  @Test func circlesOfStylesEnd() throws {
    let styles = """
      <w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='c'/></w:style>
      <w:style w:styleId='c'><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>
      """
    let document = try Parts(Parts.paragraph("甲", "<w:pStyle w:val='a'/>")).with("styles", root: "styles", styles)
      .read()
    #expect(document.paragraphs.first?.level == 3)
  }

  /// A long label before each of many paragraphs would be many times the file.
  @Test func labelsCountAsText() {
    let long = String(repeating: "编", count: 80)
    let level = "<w:lvl w:ilvl='0'><w:numFmt w:val='none'/><w:lvlText w:val='\(long)'/></w:lvl>"
    let numbering =
      "<w:abstractNum w:abstractNumId='0'>\(level)</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    let body = String(repeating: "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>", count: 100)
    let parts = Parts(body).with("numbering", root: "numbering", numbering)
    #expect(parts.error() == nil)
    #expect(parts.error(limits: DOCXLimits(textBytes: 20_000))?.kind == .tooMany(.textBytes, limit: 20_000))
  }

  /// What would take time that grows with the square of the length.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>x</w:t></w:r></w:p>", count: 10_000),
      "<w:p>" + String(repeating: "<w:r><w:fldChar w:fldCharType='begin'/><w:t>x</w:t></w:r>", count: 10_000)
        + "</w:p>",
      String(repeating: "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>字</w:t></w:r></w:p>", count: 10_000),
      "<w:tbl>" + String(repeating: "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>", count: 10_000)
        + "</w:tbl>",
      "<w:p>" + String(repeating: "<w:r><w:txbxContent><w:p/></w:txbxContent></w:r>", count: 10_000) + "</w:p>",
    ])
  func timeGrowsWithTheLength(body: String) throws {
    let document = try WordDocument(Parts(body + Parts.paragraph("末")).storedBytes)
    #expect(document.texts.last?.hasSuffix("末") == true)
  }

  /// A damaged document never gives paragraphs and then ends as if it were whole.
  @Test func damageInTheMiddleIsNotMissed() throws {
    let body = (1...20_000).map { Parts.paragraph(String($0 &* 7919)) }.joined()
    let bytes = Parts(body).bytes
    let entry = try #require(ZIPArchive(bytes).entry(named: "word/document.xml"))
    var damaged = bytes
    damaged[entry.packedBytes.upperBound - 2000] ^= 0x10
    #expect(Parts.error(damaged)?.part == "word/document.xml")
  }

  @Test func alteredDocumentsNeverTrap() throws {
    var generator = SeededGenerator(seed: 78)
    for name in ["python-docx.docx", "libreoffice.docx"] {
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
        #expect(Parts.error(bytes)?.message.isEmpty != true)
      }
    }
  }

  /// The tags of a document in any order at all.
  @Test func shuffledElementsNeverTrap() throws {
    let names = [
      "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "trPr", "tcPr", "del", "ins", "vMerge", "hMerge", "txbxContent",
      "sdt", "vanish",
      "fldChar", "instrText", "sectPr", "numPr", "numId", "hidden", "cellDel", "footnoteReference", "moveFrom", "sym",
      "br",
    ]
    var generator = SeededGenerator(seed: 79)
    for _ in 0..<2000 {
      var body = ""
      var open: [String] = []
      for _ in 0..<60 {
        if open.isEmpty || open.count < 20 && Bool.random(using: &generator) {
          let name = names.randomElement(using: &generator) ?? "p"
          let type = ["begin", "separate", "end"].randomElement(using: &generator) ?? "end"
          body += "<w:\(name) w:val='1' w:fldCharType='\(type)' w:char='41' w:id='1'>"
          if name == "t" { body += "字" }
          open.append(name)
        } else if let name = open.popLast() {
          body += "</w:\(name)>"
        }
      }
      body += open.reversed().map { "</w:\($0)>" }.joined()
      let document = try WordDocument(Parts(body + Parts.paragraph("末")).storedBytes)
      #expect(document.texts.last?.hasSuffix("末") == true)
    }
  }
}
