import Formats
import Testing

/// Automatic numbers of paragraphs, as ECMA-376 (ISO/IEC 29500), 17.9, and Word have them.
@Suite struct WordNumberingTests {
  private typealias Parts = DocumentOfParts

  private func level(
    _ index: Int, _ format: String, _ text: String, start: Int = 1, _ more: String = ""
  ) -> String {
    "<w:lvl w:ilvl='\(index)'><w:start w:val='\(start)'/><w:numFmt w:val='\(format)'/><w:lvlText w:val='\(text)'/>\(more)</w:lvl>"
  }

  private func definition(_ id: Int, _ levels: String) -> String {
    "<w:abstractNum w:abstractNumId='\(id)'>\(levels)</w:abstractNum>"
  }

  private func list(_ id: Int, _ definition: Int, _ overrides: String = "") -> String {
    "<w:num w:numId='\(id)'><w:abstractNumId w:val='\(definition)'/>\(overrides)</w:num>"
  }

  private func numbered(_ list: Int, _ level: Int = 0, _ text: String = "文") -> String {
    Parts.paragraph(text, "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr>")
  }

  private func labels(_ body: String, _ numbering: String, styles: String = "") throws -> [String?] {
    try Parts(body).with("numbering", root: "numbering", numbering).with("styles", root: "styles", styles).read()
      .paragraphs.map(\.label)
  }

  /// 17.18.59, and for 100 what Word's own list of formats (MS-DOCX 2.4) shows.
  @Test(arguments: [
    ("decimal", [1: "1", 10: "10", 100: "100"]), ("decimalZero", [1: "01", 10: "10"]),
    ("decimalFullWidth", [1: "１", 12: "１２"]), ("upperRoman", [4: "IV", 9: "IX", 1994: "MCMXCIV"]),
    ("lowerRoman", [8: "viii"]), ("upperLetter", [1: "A", 26: "Z", 27: "AA", 53: "AAA"]),
    ("lowerLetter", [2: "b", 28: "bb"]),
    (
      "chineseCounting",
      [1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "一○○", 105: "一○五"]
    ),
    (
      "chineseCountingThousand",
      [
        1: "一", 10: "十", 11: "十一", 20: "二十", 100: "一百", 101: "一百零一", 110: "一百一十", 112: "一百一十二", 1000: "一千",
        1001: "一千零一", 1010: "一千零一十", 10000: "一万", 12345: "一万二千三百四十五", 10001: "一万零一",
      ]
    ),
    ("japaneseCounting", [3: "三", 10: "十", 12: "十二", 20: "二十", 100: "百"]),
    ("chineseLegalSimplified", [1: "壹", 2: "贰", 10: "壹拾", 100: "壹佰"]),
    ("ideographLegalTraditional", [3: "參", 20: "貳拾"]),
    ("ideographDigital", [1: "一", 10: "一〇", 100: "一〇〇"]),
    ("ideographTraditional", [1: "甲", 10: "癸", 11: "11"]), ("ideographZodiac", [1: "子", 12: "亥"]),
    ("decimalEnclosedCircle", [1: "①", 20: "⑳", 21: "21"]), ("decimalEnclosedCircleChinese", [3: "③"]),
    ("decimalEnclosedParen", [1: "⑴"]), ("decimalEnclosedFullstop", [2: "⒉"]), ("ideographEnclosedCircle", [1: "㈠"]),
    ("未知", [7: "7"]),
  ])
  func numbersAreSpelledByTheirFormat(format: String, numbers: [Int: String]) throws {
    for (number, spelling) in numbers {
      let numbering = definition(0, level(0, format, "%1", start: number)) + list(1, 0)
      #expect(try labels(numbered(1), numbering) == [spelling])
    }
  }

  @Test func levelsCountOnAndBeginAnew() throws {
    let levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
    let numbering = definition(0, levels) + list(1, 0)
    let body = [0, 1, 1, 2, 2, 1, 0, 1, 2].map { numbered(1, $0) }.joined()
    #expect(
      try labels(body, numbering) == ["一、", "（一）", "（二）", "1.", "2.", "（三）", "二、", "（一）", "1."])
  }

  /// “WD: Heading 1 Style Starts with 2 When Numbered” (Microsoft, Q110380): what comes before its heading counts as one.
  @Test func levelsPassedOverHaveBegun() throws {
    let numbering = definition(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) + list(1, 0)
    let body = [1, 1, 1, 1, 0, 1].map { numbered(1, $0) }.joined()
    #expect(try labels(body, numbering) == ["1.1", "1.2", "1.3", "1.4", "2", "2.1"])
  }

  /// 17.3.1.19: the list and the level are taken over from other styles each by itself.
  @Test func styleTakesOverListAndLevelApart() throws {
    let levels = level(0, "decimal", "%1", "<w:pStyle w:val='1'/>") + level(1, "decimal", "%1.%2")
    let styles = """
      <w:style w:type='paragraph' w:styleId='1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='2'><w:basedOn w:val='1'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='s'><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>
      """
    let body = ["1", "2", "2", "s", "1"].map { Parts.paragraph("文", "<w:pStyle w:val='\($0)'/>") }.joined()
    #expect(try labels(body, definition(0, levels) + list(1, 0), styles: styles) == ["1", "1.1", "1.2", nil, "2"])
  }

  /// Some programs leave out the numbers of the levels.
  @Test func levelsWithoutNumbersStandInOrder() throws {
    let levels = (level(0, "decimal", "%1") + level(1, "lowerLetter", "%2)")).replacing(#/ w:ilvl='\d'/#, with: "")
    #expect(try labels(numbered(1, 0) + numbered(1, 1), definition(0, levels) + list(1, 0)) == ["1", "a)"])
  }

  @Test func labelsHoldTheNumbersAbove() throws {
    let levels =
      level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
      + level(2, "lowerLetter", "%1-%2-%3 100%")
    let numbering = definition(0, levels) + list(1, 0)
    let body = [0, 0, 1, 2, 2].map { numbered(1, $0) }.joined()
    #expect(try labels(body, numbering) == ["第一章", "第二章", "2.1", "二-1-a 100%", "二-1-b 100%"])
  }

  /// 17.9.10: when a level begins anew.
  @Test func restartsAreAsAskedFor() throws {
    func labels(_ restart: String) throws -> [String?] {
      let levels = level(0, "decimal", "%1") + level(1, "decimal", "%2") + level(2, "decimal", "%3", restart)
      return try self.labels(
        [0, 1, 2, 2, 1, 2, 0, 2].map { numbered(1, $0) }.joined(), definition(0, levels) + list(1, 0))
    }
    #expect(try labels("") == ["1", "1", "1", "2", "2", "1", "2", "1"])
    #expect(try labels("<w:lvlRestart w:val='0'/>") == ["1", "1", "1", "2", "2", "3", "2", "4"])
    #expect(try labels("<w:lvlRestart w:val='1'/>") == ["1", "1", "1", "2", "2", "3", "2", "1"])
  }

  /// 17.9.15 and 17.9.27: lists that share a definition count on, unless one says where it begins.
  @Test func listsOfOneDefinitionCountOn() throws {
    let start = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"
    let other = "<w:lvlOverride w:ilvl='0'>\(level(0, "upperLetter", "%1)", start: 3))</w:lvlOverride>"
    let numbering =
      definition(0, level(0, "decimal", "%1.")) + definition(7, "") + list(1, 0) + list(2, 0) + list(3, 0, start)
      + list(4, 0, other)
    let body = [1, 1, 2, 3, 3, 1, 4, 9].map { numbered($0) }.joined()
    #expect(try labels(body, numbering) == ["1.", "2.", "3.", "5.", "6.", "7.", "H)", nil])
  }

  @Test func bulletsAndEmptyLabelsAreNone() throws {
    let numbering =
      definition(0, level(0, "bullet", "\u{F0B7}") + level(1, "decimal", "") + level(2, "none", "注：")) + list(1, 0)
    #expect(
      try labels(numbered(1) + numbered(1, 1) + numbered(1, 2) + numbered(1, 3) + numbered(0), numbering) == [
        nil, nil, "注：", nil, nil,
      ])
  }

  @Test func labelsStandBeforeTheText() throws {
    func text(_ label: String, _ more: String = "", _ text: String = "2024年") throws -> String? {
      try Parts(numbered(1, 0, text)).with(
        "numbering", root: "numbering", definition(0, level(0, "decimal", label, more)) + list(1, 0)
      )
      .read().texts.first
    }
    #expect(try text("（%1）") == "（1）2024年")
    #expect(try text("%1、") == "1、2024年")
    // A number is never joined with one that follows.
    #expect(try text("%1") == "1 2024年")
    #expect(try text("%1.") == "1. 2024年")
    #expect(try text("%1.", "<w:suff w:val='nothing'/>") == "1.2024年")
    #expect(try text("%1、", "<w:suff w:val='space'/>") == "1、 2024年")
    #expect(try text("%1", "", "") == "1")
  }

  @Test func stylesNumberParagraphs() throws {
    let linked =
      level(0, "chineseCounting", "%1、", "<w:pStyle w:val='1'/>")
      + level(1, "chineseCounting", "（%2）", "<w:pStyle w:val='2'/>")
    let numbering = definition(0, linked) + list(1, 0)
    let styles = """
      <w:style w:type='paragraph' w:styleId='1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='2'><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='x'><w:basedOn w:val='2'/></w:style>
      <w:style w:type='paragraph' w:styleId='n'><w:basedOn w:val='1'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr></w:style>
      """
    func styled(_ id: String, _ more: String = "") -> String {
      Parts.paragraph("文", "<w:pStyle w:val='\(id)'/>\(more)")
    }
    let body =
      styled("1") + styled("2") + styled("x") + styled("n") + styled("1", "<w:numPr><w:numId w:val='0'/></w:numPr>")
      + styled("1")
      + styled("2")
    #expect(try labels(body, numbering, styles: styles) == ["一、", "（一）", "（二）", nil, nil, "二、", "（一）"])
  }

  /// 17.9.21: a definition may be that of a style of lists.
  @Test func definitionsAreLinkedByStyle() throws {
    let numbering =
      definition(0, "<w:styleLink w:val='L'/>" + level(0, "decimal", "%1)"))
      + definition(1, "<w:numStyleLink w:val='L'/>") + list(1, 1)
    #expect(try labels(numbered(1) + numbered(1), numbering) == ["1)", "2)"])
  }

  @Test func cellsAndOtherStoriesAreNumbered() throws {
    let numbering = definition(0, level(0, "decimal", "%1")) + list(1, 0)
    let rows =
      Parts.row(Parts.cell(numbered(1, 0, "")) + Parts.cell(Parts.paragraph("甲")))
      + Parts.row(Parts.cell(numbered(1, 0, "")))
    var parts = Parts(
      Parts.table(rows) + numbered(1) + "<w:sectPr><w:headerReference w:type='default' r:id='r1'/></w:sectPr>")
    parts.add("numbering", root: "numbering", numbering)
    parts.add("header", root: "hdr", numbered(1))
    let document = try parts.read()
    #expect(document.tables.map(\.texts) == [[["1", "甲"], ["2"]]])
    #expect(document.paragraphs.map(\.label) == ["3", "1"])
  }

  /// A paragraph that is joined with the next has no number of its own.
  @Test func joinedParagraphsCountOnce() throws {
    let numbering = definition(0, level(0, "decimal", "%1、")) + list(1, 0)
    let joined = Parts.paragraph(
      "甲", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del w:id='1'/></w:rPr>")
    let document = try Parts(joined + numbered(1, 0, "乙") + numbered(1, 0, "丙")).with(
      "numbering", root: "numbering", numbering
    ).read()
    #expect(document.texts == ["1、甲乙", "2、丙"])
  }
}
