import Testing

@testable import Reading

/// Tables of recognised pages are read by their ruling lines, whatever gaps say.
@Suite struct RecognisedTablesTests {
  /// A page with a table at a place: rows of three cells, 100 points wide and 20 high.
  private static func page(
    _ number: Int, left: Int = 100, captions: [String] = [], _ rows: [[String]]
  ) -> (words: WordPage, rules: PageRules) {
    var words = captions.enumerated().map { PrintedPage.word($1, left: 150, y: Double(20 + 20 * $0)) }
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        words.append(PrintedPage.word(text, left: Double(left + 5 + 100 * column), y: Double(110 + 20 * row)))
      }
    }
    let bottom = 100 + 20 * rows.count
    return (
      WordPage(number: number, words: words),
      PageRules(
        level: (0...rows.count).map {
          .init(at: (100 + 20 * $0) * 1000, from: left * 1000, to: (left + 300) * 1000)
        },
        upright: (0...3).map { .init(at: (left + 100 * $0) * 1000, from: 100_000, to: bottom * 1000) })
    )
  }

  private static func read(_ all: [(words: WordPage, rules: PageRules)]) -> (tables: [[[String]]], left: [[String]]) {
    var pages = all.map(\.words)
    let found = RecognisedTables.taken(
      from: &pages, rules: Dictionary(uniqueKeysWithValues: all.map { ($0.words.number, $0.rules) }))
    let tables = found.sorted { $0.key < $1.key }.flatMap(\.value).map { $0.rows.map { $0.cells.map(\.text) } }
    return (tables, pages.map { $0.words.map(\.text) })
  }

  private static let head = ["科目编码", "科目名称", "本年收入合计"]

  @Test func aTableGoesOnWhereItsColumnsDo() {
    // The paper lay ten points further right, the head was recognised a little otherwise, and the title stands again.
    let read = Self.read([
      Self.page(1, captions: ["收入决算表"], [Self.head, ["208", "社会保障和就业支出", "1.50"]]),
      Self.page(2, left: 110, captions: ["收入决算表"], [["科目编码", "科目各称", "本年收入合计"], ["210", "卫生健康支出", "2.50"]]),
    ])
    #expect(read.tables == [[Self.head, ["208", "社会保障和就业支出", "1.50"], ["210", "卫生健康支出", "2.50"]]])
    #expect(read.left == [["收入决算表"], []])
  }

  @Test func aTableUnderAnotherTitleIsAnother() {
    let read = Self.read([
      Self.page(1, captions: ["收入决算表"], [Self.head, ["208", "社会保障和就业支出", "1.50"]]),
      Self.page(2, captions: ["支出决算表"], [Self.head, ["208", "社会保障和就业支出", "1.50"]]),
    ])
    #expect(read.tables.count == 2)
    #expect(read.left == [["收入决算表"], ["支出决算表"]])
  }

  @Test func columnNumbersCountFromOne() {
    let read = Self.read([
      Self.page(1, [["项目", "决算数", "决算数"], ["栏次", "8⯑", "2"], ["合计", "1.00", "2.00"]]),
      Self.page(2, captions: ["别的表"], [["项目", "决算数", "决算数"], ["合计", "7", "2"]]),
    ])
    #expect(read.tables[0][1] == ["栏次", "1", "2"])
    #expect(read.tables[1][1] == ["合计", "7", "2"])
  }

  @Test func lineNumbersCountOneByOne() {
    let numbers = ["行次", "7⯑", "2", "8⯑", "4", "5", "6", "7", "8", "目"]
    let read = Self.read([Self.page(1, numbers.map { [$0 == "行次" ? "项目" : "其他支出", $0, "3.00"] })])
    #expect(read.tables[0].map { $0[1] } == ["行次", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
    // Digits are never made others, and parts of codes are no numbers of lines.
    for others in [["行次", "1", "2", "3", "4", "5", "8", "7"], ["项", "01", "02", "03", "04", "05", "9⯑", "99"]] {
      #expect(Self.read([Self.page(1, others.map { ["项目", $0, "3.00"] })]).tables[0].map { $0[1] } == others)
    }
    // Figures do not.
    let figures = ["决算数", "1", "2", "8", "3", "9", "4", "7"]
    #expect(Self.read([Self.page(1, figures.map { ["项目", $0, "3.00"] })]).tables[0].map { $0[1] } == figures)
  }

  @Test func headsThatWereTakenForNumbersAreKnownByWhatStandsBelow() {
    // 栏次 and 行次, each read as digits; the head of a page that goes on is none of the lines.
    let first = [["项目", "17⯑", "决算数"], ["8⯑", "1", "2"]] + (1...6).map { ["其他支出", String($0), "3.00"] }
    let rows = Self.read([Self.page(1, first)]).tables[0]
    #expect(rows[0] == ["项目", "行次", "决算数"])
    #expect(rows[1] == ["8⯑", "1", "2"])
    #expect(
      Self.read([Self.page(1, [["项目", "合计", "小计"], ["-⯑", "1", "2"], ["其他支出", "7.00", "2.00"]])]).tables[0][1] == [
        "-⯑", "1", "2",
      ])
    var wide = Self.page(1, [["8⯑", "1", "2"], ["其他支出", "7.00", "2.00"]])
    wide.words.words[0] = PrintedPage.word("栏次", left: 105, y: 110)
    #expect(Self.read([wide]).tables[0][0] == ["栏次", "1", "2"])
  }

  @Test func theHeadOfAColumnWithoutCodesIsKnownByThatOfNames() {
    let rows = Self.read([Self.page(1, [["切力岂六", "科目名称", "合计"], ["", "", ""], ["", "", ""]])]).tables
    #expect(rows.first?[0] == ["科目编码", "科目名称", "合计"])
  }

  @Test func headsOfCodesAreKnownByTheOthersAndByTheCodes() {
    let parts = Self.read([Self.page(1, [["关", "款", "项"], ["208", "05", "01"]])])
    #expect(parts.tables[0][0] == ["类", "款", "项"])
    let codes = Self.read([
      Self.page(1, [["切取", "名称", "决算数"], ["208", "甲", "1.00"], ["20805", "乙", "1.00"], ["2080501", "丙", "1.00"]])
    ])
    #expect(codes.tables[0][0] == ["科目编码", "名称", "决算数"])
  }

  @Test func theRowOverCodesAndNamesIsTheTotal() {
    var page = Self.page(
      1,
      [
        ["科目编码", "科目名称", "决算数"], ["大于", "", "6.00"], ["208", "甲", "1.00"], ["210", "乙", "2.00"], ["213", "丙", "3.00"],
      ])
    #expect(Self.read([page]).tables[0][1][0] == "大于")
    // The line between both columns does not go through it.
    page.rules.upright[1].from = 140_000
    page.rules.upright.append(.init(at: 200_000, from: 100_000, to: 120_000))
    #expect(Self.read([page]).tables[0][1] == ["合计", "6.00"])
  }

  @Test(arguments: [
    // 30211 is 差旅费; 行政运行 is the name of many, and 杂项 of none; there is no 2210277.
    (["302", "10", "差旅费", "0.00"], ["302⯑", "10", "差旅费", "0.00"]), (["302", "11", "差旅费"], ["302", "11", "差旅费"]),
    (["2010301", "行政运行"], ["2010301", "行政运行"]), (["302", "11", "杂项"], ["302", "11", "杂项"]),
    (["2210277", "住房公职金"], ["2210277⯑", "住房公职金"]), (["合计", "", "12"], ["合计", "", "12"]),
    // No other code has this name; of 行政运行 many have.
    (["208", "05⯑", "06", "机关事业单位职业年金缴费支出"], ["208", "05", "06", "机关事业单位职业年金缴费支出"]),
    // Letters where a part of the code stands.
    (["210", "lilll", "行政事业单位医疗", "24.89"], ["210⯑", "lilll", "行政事业单位医疗", "24.89"]),
    (["208", "01⯑", "01", "行政运行"], ["208", "01⯑", "01", "行政运行"]),
  ])
  func aCodeThatIsAnothersIsDoubtful(_ row: [String], _ doubted: [String]) {
    #expect(CodesOfNames.standard.doubted(row) == doubted)
  }

  @Test func aCodeOfWhichAPartIsDoubtfulNamesNoRow() {
    #expect(CodedName(["208", "05⯑", "06", "机关事业单位职业年金缴费支出"]) == nil)
    #expect(CodedName(["208⯑", "社会保障和就业支出"]) == nil)
    #expect(CodedName(["208", "05", "06", "机关事业单位职业年金缴费支出"])?.code == "2080506")
  }

  @Test func numbersOfTwoRowsInOneCellAreDoubtful() {
    var page = Self.page(1, [["项目", "决算数", "决算数"], ["甲", "1.00", "2.00"], ["乙", "3.00", "4.00"]])
    // The line between two cells was not seen.
    page.rules.level[2] = .init(at: 140_000, from: 200_000, to: 400_000)
    page.rules.level.append(.init(at: 140_000, from: 100_000, to: 200_000))
    page.rules.level[2].to = 300_000
    var pages = [page.words]
    let found = RecognisedTables.taken(from: &pages, rules: [1: page.rules])
    // One in six cells is too much for a table that lines part.
    #expect(found.isEmpty)
    #expect(pages == [page.words])
  }

  @Test func aStrokeBesideLettersIsDirt() {
    var page = Self.page(1, [["项目", "决算数", "决算数"], ["甲", "1.00", "2.00"]])
    page.words.words.append(PrintedPage.word("-", left: 230, y: 130))
    var pages = [page.words]
    let found = RecognisedTables.taken(from: &pages, rules: [1: page.rules])
    #expect(found[1]?[0].rows[1].cells.map(\.text) == ["甲", "1.00", "2.00"])
  }
}
