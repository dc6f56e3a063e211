import Testing

@testable import Reading

/// Pictures of pages are read and cleaned: seals and rules go, print stays.
@Suite struct GreyPageTests {
  /// A white page with dark rectangles.
  static func page(_ width: Int, _ height: Int, resolution: Int = 100, dark: [(Range<Int>, Range<Int>)]) -> GreyPage {
    var dots = [UInt8](repeating: 255, count: width * height)
    for (columns, rows) in dark {
      for y in rows { for x in columns { dots[y * width + x] = 0 } }
    }
    return GreyPage(width: width, height: height, resolution: resolution, dots: dots)
  }

  @Test func greyPicturesAreRead() throws {
    let page = try #require(GreyPage(netpbm: Array("P5 # by hand\n2 1\n255\n".utf8) + [7, 200], resolution: 100))
    #expect(page.dots == [7, 200])
    #expect(GreyPage(netpbm: page.pgm, resolution: 100) == page)
  }

  @Test func aSealIsAsLightAsThePaperAndPrintIsNot() throws {
    // Red, black, and grey.
    let dots: [UInt8] = [220, 20, 30, 10, 10, 10, 112, 105, 105]
    let page = try #require(GreyPage(netpbm: Array("P6\n3 1\n255\n".utf8) + dots, resolution: 100))
    #expect(page.dots == [255, 10, 112])
  }

  @Test func printUnderASealStaysDark() throws {
    // A seal of three quarters over black, the same on paper, and blue.
    let page = try #require(
      GreyPage(netpbm: Array("P6\n3 1\n255\n".utf8) + [128, 20, 28, 210, 80, 85, 20, 20, 200], resolution: 100))
    #expect(page.dots == [102, 255, 20])
  }

  @Test(arguments: [
    "", "P5", "P5 2", "P5\n2 2\n255\n", "P4\n1 1\n255\nx", "P5\n0 1\n255\n", "P5\n99999 99999\n255\nxx",
    "P5\n1 1\n65535\nxx",
  ])
  func whatIsNoPictureIsNone(_ text: String) {
    #expect(GreyPage(netpbm: Array(text.utf8), resolution: 100) == nil)
  }

  @Test func rulesGoWithTheirCrossingsAndLettersStay() {
    // A grid of two rules each way, with what may be a digit in it: 28 dots are 0.28 inch.
    let grid: [(Range<Int>, Range<Int>)] = [
      (10..<110, 10..<11), (10..<110, 50..<51), (10..<11, 10..<51), (109..<110, 10..<51),
    ]
    let letter = (50..<52, 24..<36)
    let (page, marks, rules) = Self.page(120, 60, dark: grid + [letter]).withoutRules()
    #expect(page == Self.page(120, 60, dark: [letter]))
    // Level, both, upright, none.
    #expect([marks[10 * 120 + 60], marks[10 * 120 + 10], marks[30 * 120 + 10], marks[30 * 120 + 51]] == [1, 3, 2, 0])
    // In thousandths of a point, of which a dot is 720.
    #expect(
      rules
        == PageRules(
          level: [.init(at: 7560, from: 7200, to: 79200), .init(at: 36360, from: 7200, to: 79200)],
          upright: [.init(at: 7560, from: 7200, to: 36720), .init(at: 78840, from: 7200, to: 36720)]))
  }

  @Test func theSidesOfALowRowGoToo() {
    // 20 dots between two rules are less than 0.28 inch.
    let page = Self.page(120, 60, dark: [(10..<110, 10..<11), (10..<110, 30..<31), (60..<61, 10..<31)])
    #expect(page.withoutRules().page == Self.page(120, 60, dark: []))
    // As long and not between rules, it is a stroke.
    let stroke = Self.page(120, 60, dark: [(60..<61, 10..<31)])
    #expect(stroke.withoutRules().page == stroke)
  }

  @Test func whereASealWasIsKnown() throws {
    // Red from the second square of eight dots on.
    let red: [UInt8] = [220, 20, 30]
    let dots = (0..<16 * 8).flatMap { $0 % 16 < 8 ? [200, 200, 200] : red }
    let page = try #require(GreyPage(netpbm: Array("P6\n16 8\n255\n".utf8) + dots, resolution: 100))
    #expect(page.hasSeal(8..<16, 0..<8))
    #expect(!page.hasSeal(0..<8, 0..<8))
    #expect(!Self.page(16, 8, dark: []).hasSeal(0..<16, 0..<8))
  }

  @Test func theSidesOfCellsGoOnWhereDirtHidesThem() throws {
    // A rule with a thick spot on it, which stays where only rules go.
    let grid: [(Range<Int>, Range<Int>)] = [
      (10..<310, 10..<11), (10..<310, 50..<51), (10..<310, 90..<91), (10..<11, 10..<91), (160..<161, 10..<91),
      (309..<310, 10..<91),
    ]
    let (page, marks, rules) = Self.page(320, 100, dark: grid + [(60..<64, 46..<51)]).withoutRules()
    let tables = RuledTable.tables(rules, page: 1)
    #expect(tables.first?.cells.count == 4)
    let (clean, parts) = page.without(tables, marks)
    #expect(clean.dots[50 * 320 + 62] == 255)
    #expect(parts[50 * 320 + 62] & GreyPage.sideMark != 0)
    #expect(parts[50 * 320 + 62] & GreyPage.uprightMark == 0)
  }

  @Test func whatIsThickIsNoRule() {
    let bar = Self.page(120, 60, dark: [(10..<110, 20..<30)])
    #expect(bar.withoutRules().page == bar)
  }

  @Test func anAskewPageIsStraightened() {
    // Lines that go down by one dot in a hundred.
    var dots = [UInt8](repeating: 255, count: 600 * 400)
    for line in stride(from: 40, to: 360, by: 40) {
      for x in 50..<550 { for y in line + x / 100..<line + x / 100 + 3 { dots[y * 600 + x] = 0 } }
    }
    let page = GreyPage(width: 600, height: 400, resolution: 100, dots: dots)
    #expect(abs(page.slope() - 0.01) < 0.001)
    #expect(abs(page.straightened().slope()) < 0.001)
    var lines: [(Range<Int>, Range<Int>)] = []
    for line in stride(from: 40, to: 360, by: 40) { lines.append((50..<550, line..<line + 3)) }
    let level = Self.page(600, 400, dark: lines)
    #expect(level.straightened() == level)
  }
}
