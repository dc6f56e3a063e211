import Testing

@testable import Reading

/// Tables whose cells ruling lines part: what they are is drawn here, in points.
struct RuledTableTests {
  private typealias Page = PrintedPage

  private static func rule(_ at: Int, _ from: Int, _ to: Int) -> PageRules.Rule {
    .init(at: at * 1000, from: from * 1000, to: to * 1000)
  }

  /// Three columns from 100 to 400 and three rows from 100 to 190; the first cell goes over the two lower rows, the last
  /// row's other two cells are one.
  private static let rules = PageRules(
    level: [rule(100, 100, 400), rule(130, 100, 400), rule(160, 200, 400), rule(190, 100, 400)],
    upright: [rule(100, 100, 190), rule(200, 100, 190), rule(300, 100, 160), rule(400, 100, 190)])

  private static func rows(_ table: RuledTable) -> [[String]] { Page.grids([.grid(RuledTable.rows([table]))])[0] }

  private func filled(_ table: RuledTable, _ words: [PageWord]) -> (table: RuledTable, left: [PageWord]) {
    var (table, left) = (table, words)
    table.take(&left, lines: PageLine.lines(of: WordPage(number: 1, words: words)))
    return (table, left)
  }

  @Test func cellsCoverWhatNoLineParts() throws {
    let tables = RuledTable.tables(Self.rules, page: 1)
    let table = try #require(tables.first)
    #expect(tables.count == 1)
    #expect(Self.rows(table) == [["0 ", "1 ", "2 "], ["0 ", "1 ", "2 "], ["1-2 "]])
  }

  /// The same table as programs draw it that give every cell its own lines.
  @Test func linesMayBeDrawnCellByCell() {
    let rules = PageRules(
      level: [100, 130].flatMap { y in [100, 200, 300].map { Self.rule(y, $0, $0 + 100) } }
        + [Self.rule(160, 200, 300), Self.rule(160, 300, 400), Self.rule(190, 100, 200), Self.rule(190, 200, 400)],
      upright: [Self.rule(100, 130, 190), Self.rule(100, 100, 130), Self.rule(200, 100, 130), Self.rule(200, 130, 190)]
        + [Self.rule(300, 100, 130), Self.rule(300, 130, 160), Self.rule(400, 100, 190)])
    #expect(RuledTable.tables(rules, page: 1) == RuledTable.tables(Self.rules, page: 1))
  }

  /// A title over all columns: the lines under its middle meet no upright ones.
  @Test func aCellOverManyColumnsHasLinesOfEach() throws {
    let rules = PageRules(
      level: [Self.rule(100, 100, 400)] + [100, 200, 300].map { Self.rule(130, $0, $0 + 100) }
        + [Self.rule(160, 100, 400), Self.rule(190, 100, 400)],
      upright: [Self.rule(100, 100, 190), Self.rule(400, 100, 190), Self.rule(200, 160, 190), Self.rule(300, 160, 190)])
    let table = try #require(RuledTable.tables(rules, page: 1).first)
    #expect(Self.rows(table) == [["0-2 "], ["0-2 "], ["0 ", "1 ", "2 "]])
  }

  @Test func aTextOfManyLinesIsOne() throws {
    let table = try #require(RuledTable.tables(Self.rules, page: 1).first)
    let (filled, left) = filled(
      table,
      [
        Page.word("一级指标", left: 110, y: 115), Page.word("产出", left: 110, y: 150), Page.word("指标", left: 110, y: 164),
        // 430.6 in the middle of its cell, broken by the edge of the column.
        Page.word("430.", left: 310, y: 140), Page.word("6", left: 310, y: 152), Page.word("Wi", left: 210, y: 139),
        Page.word("Fi", left: 210, y: 151), Page.word("总分", left: 210, y: 175), Page.word("注", left: 110, y: 205),
      ])
    #expect(Self.rows(filled) == [["0 一级指标", "1 ", "2 "], ["0 产出指标", "1 Wi Fi", "2 430.6"], ["1-2 总分"]])
    #expect(left.map(\.text) == ["注"])
  }

  @Test func aWordAcrossALineIsDoubtful() throws {
    let table = try #require(RuledTable.tables(Self.rules, page: 1).first)
    let (filled, _) = filled(table, [Page.word("分值得分12", left: 270, y: 115)])
    #expect(Self.rows(filled)[0] == ["0 ", "1 ", "2? 分值得分12"] || Self.rows(filled)[0] == ["0 ", "1? 分值得分12", "2 "])
  }

  /// A line that ends in the middle of a cell parts no rectangles.
  @Test func cellsThatAreNoRectanglesAreNone() {
    var rules = Self.rules
    rules.level[2] = Self.rule(160, 250, 400)
    rules.upright[2] = Self.rule(250, 100, 160)
    rules.upright.append(Self.rule(300, 160, 190))
    rules.level.append(Self.rule(145, 250, 330))
    #expect(RuledTable.tables(rules, page: 1) == [])
  }

  @Test func linesThatMeetNoOthersAreNoTable() {
    // A line under a title, and the long strokes of large letters.
    let rules = PageRules(
      level: [Self.rule(50, 100, 400), Self.rule(500, 100, 140)],
      upright: [Self.rule(120, 480, 520), Self.rule(300, 600, 640)])
    #expect(RuledTable.tables(rules, page: 1) == [])
  }

  /// The next page has fewer columns, at the same places: its cells are of the columns that they stand in.
  @Test func aTableGoesOnOverPages() throws {
    let first = try #require(RuledTable.tables(Self.rules, page: 1).first)
    let next = try #require(
      RuledTable.tables(
        PageRules(
          level: [Self.rule(60, 100, 400), Self.rule(90, 100, 400)],
          upright: [Self.rule(100, 60, 90), Self.rule(300, 60, 90), Self.rule(400, 60, 90)]), page: 2
      ).first)
    #expect(first.mayGoOn(in: next))
    #expect(Page.grids([.grid(RuledTable.rows([first, next]))])[0].last == ["0-1 ", "2 "])
    let other = try #require(
      RuledTable.tables(
        PageRules(
          level: [Self.rule(60, 100, 400), Self.rule(90, 100, 400)],
          upright: [Self.rule(100, 60, 90), Self.rule(260, 60, 90), Self.rule(400, 60, 90)]), page: 2
      ).first)
    #expect(!first.mayGoOn(in: other))
  }

  /// A page of an inch and a half at 100 dots an inch: a table of two by two, two dots thick above, in light grey below.
  @Test func linesAreFoundOnADrawnPage() {
    let side = 150
    var dots = [UInt8](repeating: 255, count: side * side)
    func draw(_ columns: Range<Int>, _ rows: Range<Int>, _ grey: UInt8 = 0) {
      for y in rows { for x in columns { dots[y * side + x] = grey } }
    }
    draw(10..<140, 10..<12)
    draw(10..<140, 50..<51)
    draw(10..<140, 90..<91, 150)
    for x in [10, 75, 139] { draw(x..<x + 1, 10..<91) }
    // A bar, and a stroke of a letter.
    draw(10..<140, 110..<130)
    draw(20..<40, 30..<31)
    let rules = PageRules(GreyPage(width: side, height: side, resolution: 100, dots: dots))
    // A dot is 720 thousandths of a point.
    #expect(rules.level.map(\.at) == [11 * 720, 50 * 720 + 360, 90 * 720 + 360])
    #expect(rules.level.map(\.from) == [7200, 7200, 7200])
    #expect(rules.level.map(\.to) == [100_800, 100_800, 100_800])
    #expect(rules.upright.map(\.at).sorted() == [10 * 720 + 360, 75 * 720 + 360, 139 * 720 + 360])
  }

  /// A table printed on its side: words and lines turn alike.
  @Test(arguments: [PageTurn.downwards, .upwards]) func aPageThatIsTurned(turn: PageTurn) throws {
    // The table above, turned the other way.
    let back: PageTurn = turn == .downwards ? .upwards : .downwards
    let words = ["项目名称", "年度资金", "全年执行"].enumerated().map { Page.word($1, left: 110 + Double($0) * 100, y: 115) }
    let turned = back.applied(to: words)
    #expect(PageTurn(of: turned) == turn)
    let rules = turn.applied(to: back.applied(to: Self.rules))
    #expect(Set(rules.level.map(\.at)) == Set(Self.rules.level.map(\.at)))
    let table = try #require(RuledTable.tables(rules, page: 1).first)
    let (filled, left) = filled(table, turn.applied(to: turned))
    #expect(Self.rows(filled)[0] == ["0 项目名称", "1 年度资金", "2 全年执行"])
    #expect(left == [])
  }
}
