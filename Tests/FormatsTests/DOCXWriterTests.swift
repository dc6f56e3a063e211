import Formats
import TestSupport
import Testing

/// Documents that are written, read back by the reader that was made for those of other programs.
@Suite struct DOCXWriterTests {
  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZIPArchive(bytes)
    let entry = try #require(archive.entry(named: name))
    return String(decoding: try archive.contents(of: entry), as: UTF8.self)
  }

  private func read(_ blocks: [WordBlockOutput]) throws -> WordDocument {
    try WordDocument(DOCXWriter.bytes(of: WordOutput(sections: [WordSectionOutput(blocks)])))
  }

  @Test(arguments: [
    ("收入总计", "收入总计"), ("", ""), (" 前后 ", " 前后 "), ("一\n二", "一\n二"), ("一\t二", "一\t二"), ("<&>\"'", "<&>\"'"),
    // What XML does not allow cannot be kept, and the escapes of workbooks mean nothing here.
    ("a\u{1}b", "a\u{FFFD}b"), ("\u{FFFE}", "\u{FFFD}"), ("_x000D_", "_x000D_"), ("一\r\n二", "一\n二"), ("]]>", "]]>"),
    ("𠀀e\u{301}", "𠀀e\u{301}"),
  ])
  func textComesBack(text: String, expected: String) throws {
    let document = try read([.paragraph(WordParagraphOutput(text)), .paragraph(WordParagraphOutput("完"))])
    #expect(document.texts.map { Array($0.utf8) } == [expected, "完"].map { Array($0.utf8) })
  }

  /// Headings have real levels, and the contents list them.
  @Test func headingsHaveLevelsAndAreListed() throws {
    let headings = [("一、汇总", 1), ("（一）文件", 2), ("1. 网页", 3), ("二、发现", 1)]
    let document = try read(
      [.paragraph(WordParagraphOutput("工作底稿", style: .title)), .contents(levels: 2)]
        + headings.map { .paragraph(WordParagraphOutput($0.0, style: .heading($0.1))) }
        + [.paragraph(WordParagraphOutput("正文"))])
    let body = document.paragraphs
    #expect(body.filter { $0.level != nil }.map(\.text) == headings.map(\.0))
    #expect(body.compactMap(\.level) == headings.map(\.1))
    // Their pages are not known to whoever writes a document.
    #expect(body.filter(\.isContents).map(\.text) == ["一、汇总", "（一）文件", "二、发现"])
    #expect(document.texts.first == "工作底稿" && document.texts.last == "正文")
    #expect(document.notices == [])
  }

  @Test func everyPageHasItsHeaderAndFooter() throws {
    let footer = WordParagraphOutput([WordRunOutput("第 "), WordRunOutput(.pageNumber), WordRunOutput(" 页")])
    func section(_ text: String, _ header: String, isLandscape: Bool) -> WordSectionOutput {
      WordSectionOutput(
        [.paragraph(WordParagraphOutput(text))], page: WordPage(isLandscape: isLandscape),
        header: [WordParagraphOutput(header)], footer: [footer])
    }
    let bytes = DOCXWriter.bytes(
      of: WordOutput(sections: [
        section("甲", "稿", isLandscape: false), section("乙", "稿", isLandscape: true),
        section("丙", "定稿", isLandscape: false),
      ]))
    let document = try WordDocument(bytes)
    #expect(document.paragraphs.filter { $0.story == .header }.map(\.text) == ["稿", "定稿"])
    #expect(document.paragraphs.filter { $0.story == .footer }.map(\.text) == ["第 1 页"])
    let body = try part("word/document.xml", of: bytes)
    // A4 is 11,906 by 16,838 twentieths of a point.
    #expect(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
    #expect(body.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"))
    #expect(body.components(of: "<w:sectPr>") == 3)
  }

  @Test func tablesHaveHeadsThatAreRepeatedAndMergedCells() throws {
    func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> WordCellOutput {
      WordCellOutput(text, columns: columns, rows: rows)
    }
    let table = WordTableOutput(
      columnWidths: [20, 30, 40], headerRows: 2,
      rows: [
        WordRowOutput([cell("项目", rows: 2), cell("金额", columns: 2)]), WordRowOutput([cell("上年"), cell("本年")]),
        WordRowOutput([cell("合计"), cell("1.00"), cell("2.00")]), WordRowOutput([cell("注", columns: 3)]),
      ])
    let document = try read([.table(table), .table(table), .paragraph(WordParagraphOutput("完"))])
    #expect(document.tables.count == 2)
    let read = try #require(document.tables.first)
    #expect(read.texts == [["项目", "金额"], ["", "上年", "本年"], ["合计", "1.00", "2.00"], ["注"]])
    #expect(read.rows.map(\.isHeader) == [true, true, false, false])
    #expect(read.columnCount == 3)
    #expect(read.rows[0].cells.map(\.rowSpan) == [2, 1] && read.rows[0].cells.map(\.columnSpan) == [1, 2])
    #expect(read.rows[1].cells.map(\.isContinuation) == [true, false, false])
    #expect(read.rows[3].cells.map(\.columnSpan) == [3])
  }

  /// Grids cut at random into merged cells come back as they were cut.
  @Test func randomTablesComeBack() throws {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<40 {
      let (rows, columns) = (
        Int.random(in: 1...6, using: &generator), Int.random(in: 1...5, using: &generator)
      )
      var taken = Array(repeating: Array(repeating: false, count: columns), count: rows)
      var expected: [String: [Int]] = [:]
      var written: [WordRowOutput] = []
      for row in 0..<rows {
        var cells: [WordCellOutput] = []
        for column in 0..<columns where !taken[row][column] {
          let free = (column..<columns).prefix { !taken[row][$0] }.count
          // A row that only goes on those above would have no cell of its own.
          let width = Int.random(in: 1...free, using: &generator)
          let height = column == 0 ? 1 : Int.random(in: 1...(rows - row), using: &generator)
          for y in row..<(row + height) { for x in column..<(column + width) { taken[y][x] = true } }
          let text = "\(row).\(column)"
          expected[text] = [column, width, height]
          cells.append(WordCellOutput(text, columns: width, rows: height))
        }
        written.append(WordRowOutput(cells))
      }
      let table = WordTableOutput(columnWidths: Array(repeating: 20, count: columns), rows: written)
      let read = try #require(try self.read([.table(table)]).tables.first)
      var found: [String: [Int]] = [:]
      for cell in read.rows.flatMap(\.cells) where !cell.isContinuation {
        found[cell.text] = [cell.column, cell.columnSpan, cell.rowSpan]
      }
      #expect(found == expected)
    }
  }

  /// What reaches too far, and rows that say too little, make a table of whole rows.
  @Test func unevenRowsAreFilledUp() throws {
    let table = WordTableOutput(
      columnWidths: [20], headerRows: 1,
      rows: [
        WordRowOutput([WordCellOutput("甲", rows: 9), WordCellOutput("乙", columns: 2)]), WordRowOutput([]),
        WordRowOutput([WordCellOutput("丙")]), WordRowOutput([WordCellOutput("丁")]),
      ])
    let read = try #require(try self.read([.table(table)]).tables.first)
    #expect(read.rows.count == 3 && read.columnCount == 3)
    #expect(read.rows.allSatisfy { $0.cells.reduce(0) { $0 + $1.columnSpan } == 3 })
    #expect(read.rows[0].cells.first?.rowSpan == 3)
    #expect(read.texts == [["甲", "乙"], ["", "丙", ""], ["", "丁", ""]])
  }

  @Test func linksLeadOnlyToWhatIsThere() throws {
    let bytes = DOCXWriter.bytes(
      of: WordOutput(sections: [
        WordSectionOutput([
          .paragraph(WordParagraphOutput([WordRunOutput("见下", link: "f1"), WordRunOutput("无", link: "f2")])),
          .paragraph(WordParagraphOutput("发现", bookmark: "f1")),
        ])
      ]))
    let body = try part("word/document.xml", of: bytes)
    #expect(body.contains("<w:hyperlink w:anchor=\"f1\"") && !body.contains("w:anchor=\"f2\""))
    #expect(body.contains("<w:bookmarkStart w:id=\"1\" w:name=\"f1\"/>"))
    #expect(try WordDocument(bytes).texts == ["见下无", "发现"])
  }

  /// Fonts that may be missing have others named for them; nothing in the file hangs on when it was written.
  @Test func theSameDocumentGivesTheSameBytes() throws {
    var document = WordOutput(sections: [WordSectionOutput([.paragraph(WordParagraphOutput("甲"))])])
    document.properties.title = "底稿"
    let bytes = DOCXWriter.bytes(of: document)
    #expect(bytes == DOCXWriter.bytes(of: document))
    #expect(try part("word/fontTable.xml", of: bytes).contains("<w:altName w:val=\"FangSong,"))
    #expect(try part("docProps/core.xml", of: bytes).contains("<dc:title>底稿</dc:title>"))
    #expect(try part("word/styles.xml", of: bytes).contains("<w:name w:val=\"heading 1\"/>"))
  }

  @Test func aDocumentOfNothingIsOne() throws {
    #expect(try read([]).blocks.isEmpty)
    #expect(try read([.contents(levels: 3)]).texts == [""])
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
