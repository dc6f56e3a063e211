import Formats
import TestSupport
import Testing

/// The text of documents, as ECMA-376 (ISO/IEC 29500) has it printed.
@Suite struct WordDocumentTests {
  private typealias Parts = DocumentOfParts

  private func texts(_ body: String) throws -> [String] {
    try DocumentOfParts(body).read().texts
  }

  private func inRun(_ content: String) throws -> String? {
    try texts("<w:p><w:r>\(content)</w:r></w:p>").first
  }

  // MARK: Runs

  @Test func runsMakeParagraphsInOrder() throws {
    let document = try Parts(
      "<w:p>\(Parts.run("一般"))\(Parts.run("公共"))</w:p><w:p/>\(Parts.paragraph("预算"))"
    ).read()
    #expect(document.texts == ["一般公共", "", "预算"])
    #expect(document.paragraphs.map(\.number) == [1, 2, 3])
    #expect(document.paragraphs.allSatisfy { $0.story == .body && $0.level == nil && $0.label == nil })
    #expect(document.notices == [])
  }

  /// 17.3.3: what stands for a character in a run.
  @Test(arguments: [
    ("<w:t>收入</w:t><w:tab/><w:t>1</w:t>", "收入\t1"), ("<w:t>收入</w:t><w:ptab w:alignment='right'/><w:t>1</w:t>", "收入\t1"),
    ("<w:t>单位</w:t><w:br/><w:t>万元</w:t>", "单位\n万元"), ("<w:t>a</w:t><w:br w:type='textWrapping'/><w:t>b</w:t>", "a\nb"),
    ("<w:t>a</w:t><w:cr/><w:t>b</w:t>", "a\nb"), ("<w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t>", "ab"),
    ("<w:t>a</w:t><w:br w:type='column'/><w:t>b</w:t>", "ab"),
    ("<w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t>", "ab"),
    ("<w:noBreakHyphen/><w:t>1.20</w:t>", "-1.20"), ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "ab"),
    // Space at the ends counts only when it is said to (2.10 of XML), and a line end is a space.
    ("<w:t> a </w:t>", "a"), ("<w:t xml:space='preserve'> a </w:t>", " a "), ("<w:t>a\nb</w:t>", "a b"),
    ("<w:t>&lt;收入&gt;</w:t>", "<收入>"), ("<w:t><![CDATA[1<2]]></w:t>", "1<2"),
    ("<w:sym w:font='Wingdings' w:char='F0FE'/>", "☑"), ("<w:sym w:font='Wingdings 2' w:char='F0A3'/>", "☐"),
    ("<w:sym w:font='Wingdings' w:char='FC'/>", "✓"), ("<w:sym w:font='Symbol' w:char='F0B1'/>", "±"),
    ("<w:sym w:font='Symbol' w:char='F032'/>", "2"), ("<w:sym w:font='宋体' w:char='2460'/>", "①"),
    ("<w:sym w:font='Webdings' w:char='F061'/>", "\u{F061}"), ("<w:sym w:font='宋体' w:char='xx'/>", ""),
    ("<w:sym w:font='宋体' w:char='D800'/>", ""),
    (
      "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>yi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>亿</w:t></w:r></w:rubyBase></w:ruby>",
      "亿"
    ),
  ])
  func charactersOfRuns(content: String, text: String) throws {
    #expect(try inRun(content) == text)
  }

  /// Hyperlinks, content controls, smart tags, custom XML, bookmarks, simple fields and inserted runs hold runs.
  @Test(arguments: [
    "<w:hyperlink r:id='r9'>RUN</w:hyperlink>", "<w:smartTag w:element='date'><w:smartTagPr/>RUN</w:smartTag>",
    "<w:sdt><w:sdtPr><w:alias w:val='x'/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>RUN</w:sdtContent></w:sdt>",
    "<w:customXml w:element='x'><w:customXmlPr/>RUN</w:customXml>",
    "<w:bookmarkStart w:id='0' w:name='x'/>RUN<w:bookmarkEnd w:id='0'/>",
    "<w:fldSimple w:instr=' PAGE '>RUN</w:fldSimple>", "<w:ins w:id='1' w:author='x'>RUN</w:ins>",
    "<w:moveTo w:id='1'>RUN</w:moveTo>", "<w:dir w:val='ltr'>RUN</w:dir>",
  ])
  func runsStandInOtherElements(frame: String) throws {
    let framed = frame.replacing("RUN", with: Parts.run("中"))
    #expect(try texts("<w:p>\(Parts.run("前"))\(framed)\(Parts.run("后"))</w:p>") == ["前中后"])
  }

  @Test func paragraphsStandInContentControlsAndCustomXML() throws {
    let inner = Parts.paragraph("甲")
    let body = """
      <w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>\(inner)</w:sdtContent></w:sdt>
      <w:customXml w:element='x'>\(Parts.paragraph("乙"))</w:customXml>
      <w:ins w:id='1'>\(Parts.paragraph("丙"))</w:ins>
      """
    #expect(try texts(body) == ["甲", "乙", "丙"])
  }

  /// A fraction must not become one number.
  @Test func formulasAreTheirText() throws {
    func math(_ text: String) -> String { "<m:r><m:t>\(text)</m:t></m:r>" }
    let body =
      "<w:p><m:oMath>\(math("x="))<m:f><m:num>\(math("1"))</m:num><m:den>\(math("2"))</m:den></m:f></m:oMath></w:p>"
    #expect(try texts(body) == ["x=1/2"])
  }

  // MARK: Fields

  private func field(_ code: String, _ result: String?) -> String {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType='\(type)'/></w:r>" }
    let separated = result.map { mark("separate") + $0 } ?? ""
    return mark("begin") + code + separated + mark("end")
  }

  private func code(_ text: String) -> String { "<w:r><w:instrText xml:space='preserve'> \(text) </w:instrText></w:r>" }

  @Test func fieldsAreTheirResults() throws {
    let page = field(code("PAGE \\* MERGEFORMAT"), Parts.run("3"))
    #expect(try texts("<w:p>\(Parts.run("第"))\(page)\(Parts.run("页"))</w:p>") == ["第3页"])
    // One without a result shows nothing.
    #expect(try texts("<w:p>\(Parts.run("a"))\(field(code("XE x"), nil))\(Parts.run("b"))</w:p>") == ["ab"])
    // One within the code of another is code, one within its result is printed.
    let condition = field(
      code("IF") + field(code("MERGEFIELD x"), Parts.run("内码")) + code("= 1"),
      Parts.run("本") + field(code("DATE"), Parts.run("年")))
    #expect(try texts("<w:p>\(condition)\(Parts.run("度"))</w:p>") == ["本年度"])
  }

  @Test func fieldsGoOnOverParagraphs() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType='\(type)'/></w:r>" }
    let body = """
      <w:p>\(mark("begin"))\(code("TOC \\o"))\(mark("separate"))\(Parts.run("一、部门概况"))<w:r><w:tab/></w:r>\(Parts.run("1"))</w:p>
      <w:p>\(Parts.run("二、部门决算"))<w:r><w:tab/></w:r>\(field(code("PAGEREF _Toc1"), Parts.run("2")))</w:p>
      <w:p>\(mark("end"))\(Parts.run("一、部门概况"))</w:p>
      """
    let paragraphs = try DocumentOfParts(body).read().paragraphs
    #expect(paragraphs.map(\.text) == ["一、部门概况\t1", "二、部门决算\t2", "一、部门概况"])
    #expect(paragraphs.map(\.isContents) == [true, true, false])
  }

  /// A field that is never ended takes no text with it.
  @Test func damagedFieldsLoseNothing() throws {
    let begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    let end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    let body =
      "<w:p>\(end)\(begin)\(begin)\(code("PAGE"))</w:p>\(Parts.paragraph("后"))<w:p>\(end)\(end)\(end)\(Parts.run("末"))</w:p>"
    #expect(try texts(body) == ["", "后", "末"])
  }

  // MARK: Tracked changes

  @Test func changesAreAccepted() throws {
    let deleted = "<w:del w:id='1'><w:r><w:delText>旧</w:delText></w:r></w:del>"
    let moved = "<w:moveFrom w:id='2'>\(Parts.run("移"))</w:moveFrom>"
    let inserted = "<w:ins w:id='3'>\(Parts.run("新"))<w:del w:id='4'>\(Parts.run("又删"))</w:del></w:ins>"
    let document = try Parts("<w:p>\(Parts.run("a"))\(deleted)\(moved)\(inserted)\(Parts.run("b"))</w:p>").read()
    #expect(document.texts == ["a新b"])
    #expect(document.notices == [.trackedChanges])
    // How it was formatted before a change says nothing of how it is now.
    let formatted = """
      <w:p><w:pPr><w:outlineLvl w:val='1'/><w:pPrChange w:id='1'><w:pPr><w:outlineLvl w:val='4'/></w:pPr></w:pPrChange></w:pPr>
      <w:r><w:rPr><w:rPrChange w:id='2'><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>显</w:t></w:r></w:p>
      """
    let paragraph = try #require(try Parts(formatted).read().paragraphs.first)
    #expect(paragraph.text == "显" && paragraph.level == 2)
  }

  /// 17.13.5.15: a deleted paragraph mark joins the paragraph with the next, whose properties count.
  @Test func deletedMarksJoinParagraphs() throws {
    let mark = "<w:outlineLvl w:val='0'/><w:rPr><w:del w:id='1'/></w:rPr>"
    let body = Parts.paragraph("一、", mark) + Parts.paragraph("部门", mark) + Parts.paragraph("概况") + Parts.paragraph("末")
    let document = try Parts(body).read()
    #expect(document.texts == ["一、部门概况", "末"])
    #expect(document.paragraphs.map(\.number) == [1, 2])
    #expect(document.paragraphs.map(\.level) == [nil, nil])
    #expect(document.notices == [.trackedChanges])
    // At the end, and before a table, there is nothing to join with.
    let moved = "<w:rPr><w:moveFrom w:id='1'/></w:rPr>"
    let table = Parts.table(Parts.row(Parts.cell(Parts.paragraph("格"))))
    let alone = try Parts(
      Parts.paragraph("前", moved) + table + Parts.paragraph("", moved) + table + Parts.paragraph("后", moved)
    ).read()
    #expect(alone.texts == ["前", "后"])
    #expect(alone.tables.count == 2)
  }

  // MARK: Hidden text

  @Test func hiddenTextIsToldOfAndNotRead() throws {
    let document = try Parts(
      "<w:p>\(Parts.run("显"))\(Parts.run("隐藏的数", "<w:vanish/>"))\(Parts.run("出", "<w:vanish w:val='0'/>"))</w:p>"
    ).read()
    #expect(document.texts == ["显出"])
    #expect(document.notices == [.hiddenText("隐藏的数")])
    #expect(document.notices.first?.message.contains("“隐藏的数”") == true)
  }

  /// 17.7.3: what a character style and a paragraph style both say cancels out.
  @Test func stylesHideText() throws {
    let styles = """
      <w:style w:type='paragraph' w:styleId='P'><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type='character' w:styleId='C'><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type='character' w:styleId='D'><w:basedOn w:val='C'/></w:style>
      """
    let body = """
      <w:p>\(Parts.run("甲", "<w:rStyle w:val='D'/>"))\(Parts.run("乙"))</w:p>
      <w:p><w:pPr><w:pStyle w:val='P'/></w:pPr>\(Parts.run("丙", "<w:rStyle w:val='C'/>"))<w:r><w:t>丁</w:t></w:r></w:p>
      """
    let document = try Parts(body).with("styles", root: "styles", styles).read()
    #expect(document.texts == ["乙", "丙"])
    #expect(document.notices == [.hiddenText("甲")])
  }

  /// The empty paragraphs that programs hide between two tables are no paragraphs.
  @Test func hiddenMarksLeaveNoParagraph() throws {
    let hidden = "<w:rPr><w:vanish/></w:rPr>"
    let table = Parts.table(Parts.row(Parts.cell(Parts.paragraph("格"))))
    let document = try Parts(
      table + Parts.paragraph("", hidden) + table + Parts.paragraph("甲", hidden) + Parts.paragraph("乙")
    ).read()
    #expect(document.texts == ["甲乙"])
    #expect(document.tables.map(\.number) == [1, 2])
    #expect(document.notices == [])
  }

  // MARK: Headings

  @Test func headingsComeFromStylesAndOutlineLevels() throws {
    let styles = """
      <w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>
      <w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='x'><w:name w:val='我的标题'/><w:basedOn w:val='1'/></w:style>
      <w:style w:type='paragraph' w:styleId='y'><w:name w:val='正文标题'/><w:basedOn w:val='x'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='3'><w:name w:val='heading 3'/></w:style>
      <w:style w:type='paragraph' w:styleId='t'><w:name w:val='toc 2'/></w:style>
      """
    func styled(_ id: String, _ more: String = "") -> String { Parts.paragraph(id, "<w:pStyle w:val='\(id)'/>\(more)") }
    let body =
      styled("1") + styled("x") + styled("y") + styled("3") + styled("没有") + Parts.paragraph("直")
      + Parts.paragraph("直", "<w:outlineLvl w:val='1'/>") + styled("1", "<w:outlineLvl w:val='9'/>") + styled("t")
    let paragraphs = try Parts(body).with("styles", root: "styles", styles).read().paragraphs
    #expect(paragraphs.map(\.level) == [1, 1, nil, 3, nil, nil, 2, nil, nil])
    #expect(paragraphs.map(\.isContents) == [false, false, false, false, false, false, false, false, true])
  }

  // MARK: Text boxes

  /// A shape with text, as Word writes it: for itself, and for older programs.
  private func box(_ content: String) -> String {
    """
    <mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphic><wps:wsp><wps:txbx><w:txbxContent>\(content)\
    </w:txbxContent></wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\
    <w:txbxContent>\(content)</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>
    """
  }

  @Test func textBoxesComeOnceBehindTheirParagraph() throws {
    let inner =
      Parts.paragraph("框一") + Parts.table(Parts.row(Parts.cell(Parts.paragraph("框中格")))) + Parts.paragraph("框二")
    let document = try Parts(
      "<w:p>\(Parts.run("前"))<w:r>\(box(inner))</w:r>\(Parts.run("后"))</w:p>\(Parts.paragraph("末"))"
    ).read()
    #expect(document.texts == ["前后", "框一", "框二", "末"])
    #expect(document.paragraphs.map(\.story) == [.body, .textBox, .textBox, .body])
    #expect(document.paragraphs.map(\.number) == [1, 1, 2, 2])
    #expect(document.tables.map(\.texts) == [[["框中格"]]])
    #expect(document.tables.first?.story == .textBox)
  }

  @Test func textBoxesOfOldDrawingsAndHiddenOnes() throws {
    let old =
      "<w:pict><v:shape><v:textbox><w:txbxContent>\(Parts.paragraph("框"))</w:txbxContent></v:textbox></v:shape></w:pict>"
    #expect(try texts("<w:p><w:r>\(old)</w:r></w:p>") == ["", "框"])
    let hidden = try Parts("<w:p><w:r><w:rPr><w:vanish/></w:rPr>\(old)</w:r></w:p>").read()
    #expect(hidden.texts == [""] && hidden.notices == [.hiddenText("文本框")])
  }

  /// Part 3, 9.3: the first branch that is understood, otherwise the fallback, never two.
  @Test func choicesAreMadeOnce() throws {
    func choice(_ branches: String) -> String { "<w:p><mc:AlternateContent>\(branches)</mc:AlternateContent></w:p>" }
    func branch(_ requires: String, _ text: String) -> String {
      "<mc:Choice Requires='\(requires)'>\(Parts.run(text))</mc:Choice>"
    }
    let fallback = "<mc:Fallback>\(Parts.run("旧"))</mc:Fallback>"
    #expect(try texts(choice(branch("w14 wps", "新") + branch("w15", "更新") + fallback)) == ["新"])
    #expect(try texts(choice(branch("未知", "新") + fallback)) == ["旧"])
    #expect(try texts(choice(branch("未知", "新") + branch("w14", "次") + fallback)) == ["次"])
    #expect(try texts(choice(branch("未知", "新"))) == [""])
  }

  @Test func textBoxesInTablesComeBehindTheTable() throws {
    let cell = Parts.cell("<w:p>\(Parts.run("格"))<w:r>\(box(Parts.paragraph("框")))</w:r></w:p>")
    let document = try Parts(Parts.table(Parts.row(cell)) + Parts.paragraph("末")).read()
    #expect(document.tables.map(\.texts) == [[["格"]]])
    #expect(document.texts == ["框", "末"])
    guard case .table = document.blocks.first else { throw DOCXError(.notDocument) }
  }

  // MARK: Notes, headers and footers

  @Test func notesAreReadOnceAndOnlyThoseReferredTo() throws {
    let notes = """
      <w:footnote w:type='separator' w:id='-1'>\(Parts.paragraph("线"))</w:footnote>
      <w:footnote w:id='1'>\(Parts.paragraph("注一"))\(Parts.paragraph("注一续"))</w:footnote>
      <w:footnote w:id='2'>\(Parts.paragraph("没有引用"))</w:footnote>
      <w:footnote w:id='3'>\(Parts.paragraph("删去的"))</w:footnote>
      """
    let endnotes = "<w:endnote w:id='1'>\(Parts.paragraph("尾"))</w:endnote>"
    let body = """
      <w:p>\(Parts.run("支出"))<w:r><w:footnoteReference w:id='1'/></w:r>\(Parts.run("合计"))<w:r><w:endnoteReference w:id='1'/></w:r>\
      <w:del w:id='9'><w:r><w:footnoteReference w:id='3'/></w:r></w:del></w:p>
      """
    let document = try Parts(body).with("footnotes", root: "footnotes", notes).with(
      "endnotes", root: "endnotes", endnotes
    ).read()
    #expect(document.texts == ["支出合计", "注一", "注一续", "尾"])
    #expect(document.paragraphs.map(\.story) == [.body, .footnote, .footnote, .endnote])
    #expect(document.paragraphs.map(\.number) == [1, 1, 2, 1])
  }

  /// 17.10: a section without a header of its own has that of the one before; first and even pages only when asked for.
  @Test func headersAndFootersAreToldApart() throws {
    func reference(_ kind: String, _ type: String, _ id: Int) -> String {
      "<w:\(kind)Reference w:type='\(type)' r:id='r\(id)'/>"
    }
    let first = """
      <w:p><w:pPr><w:sectPr>\(reference("header", "default", 0))\(reference("header", "first", 1))\
      \(reference("header", "even", 2))\(reference("footer", "default", 3))</w:sectPr></w:pPr>\(Parts.run("一"))</w:p>
      """
    let second = "<w:p><w:pPr><w:sectPr><w:type w:val='nextPage'/></w:sectPr></w:pPr>\(Parts.run("二"))</w:p>"
    func document(_ third: String, settings: String = "") throws -> WordDocument {
      try Parts(first + second + Parts.paragraph("三") + "<w:sectPr>\(third)</w:sectPr>")
        .with("header", root: "hdr", Parts.paragraph("页眉")).with("header", root: "hdr", Parts.paragraph("首页页眉"))
        .with("header", root: "hdr", Parts.paragraph("偶页页眉"))
        .with("footer", root: "ftr", "<w:p><w:fldSimple w:instr='PAGE'>\(Parts.run("1"))</w:fldSimple></w:p>")
        .with("settings", root: "settings", settings).read()
    }
    let plain = try document("")
    #expect(plain.texts == ["一", "二", "三", "页眉", "1"])
    #expect(plain.paragraphs.map(\.story) == [.body, .body, .body, .header, .footer])
    #expect(plain.paragraphs.map(\.number) == [1, 2, 3, 1, 1])
    #expect(try document("<w:titlePg/>").texts == ["一", "二", "三", "页眉", "首页页眉", "1"])
    #expect(try document("", settings: "<w:evenAndOddHeaders/>").texts == ["一", "二", "三", "页眉", "偶页页眉", "1"])
    #expect(try document(reference("header", "default", 1)).texts == ["一", "二", "三", "页眉", "首页页眉", "1"])
  }

  // MARK: Whole documents

  /// ISO/IEC 29500 has other namespaces in its strict form.
  @Test func strictDocumentsAreTheSame() throws {
    var parts = Parts(
      Parts.paragraph("甲", "<w:outlineLvl w:val='0'/>") + Parts.table(Parts.row(Parts.cell(Parts.paragraph("格")))))
    for name in ["_rels/.rels", "word/document.xml"] {
      parts[name] = parts[name]?
        .replacing(Parts.main, with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replacing(Parts.relationships, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    let document = try parts.read()
    #expect(document.texts == ["甲"] && document.paragraphs.first?.level == 1)
    #expect(document.tables.map(\.texts) == [[["格"]]])
  }

  @Test func whatIsPassedOverIsToldOf() throws {
    let body = """
      <w:p><w:r><w:object/></w:r><w:r><w:commentReference w:id='1'/></w:r><w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r></w:p>
      <w:altChunk r:id='r9'/>
      """
    var parts = Parts(body)
    parts["word/vbaProject.bin"] = "x"
    let notices = try parts.read().notices
    #expect(notices == [.macros, .comments, .embeddedObjects, .importedFiles, .pictures(count: 1)])
    #expect(notices.allSatisfy { !$0.message.isEmpty })
  }

  /// One written by python-docx 1.2, and what LibreOffice 7.4 made of it; parts without text are left out.
  @Test(arguments: ["libreoffice.docx", "python-docx.docx"])
  func documentsOfOtherProgramsAreRead(name: String) throws {
    let document = try WordDocument(Fixture.bytes(name))
    #expect(document.texts == ["第一部分 部门概况", "一、部门职责", "贯彻执行有关法律法规。", "单位：万元", "页眉文字"])
    #expect(document.paragraphs.map(\.level) == [1, 2, nil, nil, nil])
    #expect(document.paragraphs.map(\.story) == [.body, .body, .body, .body, .header])
    let table = try #require(document.tables.first)
    #expect(document.tables.count == 1 && table.columnCount == 3)
    #expect(table.texts == [["项目", "金额"], ["", "基本支出", "项目支出"], ["合计", "1,234.50", "-0.30"]])
    #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
    #expect(table.rows[0].cells.map(\.rowSpan) == [2, 1])
    #expect(document.notices == [])
  }
}
