import Testing

@testable import Reading

/// What goes wrong with words on pages, each set by hand with the table a person sees.
struct PageLayoutTests {
  private typealias Page = PrintedPage

  private let headRow = ["0 科目编码", "1 科目名称", "2 合计", "3 基本支出", "4 项目支出"]
  private let first = ["0 201", "1 一般公共服务支出", "2 9.00", "3 4.00", "4 5.00"]
  private let second = ["0 20101", "1 人大事务", "2 7.00", "3 4.00", "4 3.00"]

  private var table: [PageWord] {
    Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 116)
      + Page.row("20101", "人大事务", ["7.00", "4.00", "3.00"], y: 132)
  }

  @Test func wordsBecomeRowsAndCells() {
    #expect(Page.rows(Page.blocks(table)) == [headRow, first, second])
  }

  @Test func theOrderOfTheWordsDoesNotMatter() {
    #expect(Page.rows(Page.blocks(table.reversed())) == [headRow, first, second])
  }

  @Test func boxesMayBeHigherThanTheRowsAreApart() {
    let words =
      Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 113.5, height: 20.8)
      + Page.row("20101", "人大事务", ["7.00", "4.00", "3.00"], y: 127, height: 20.8)
    #expect(Page.rows(Page.blocks(words)) == [headRow, first, second])
  }

  @Test(arguments: [true, false])
  func aPageThatLiesOnItsSideIsTurned(down: Bool) {
    let words = Page.turned(table, down: down)
    #expect(Page.rows(Page.blocks(words)) == [headRow, first, second])
  }

  @Test func aNameAboveAndBelowItsFiguresIsOne() {
    let words =
      Page.head(y: 100) + Page.row("208", "社会保障和就业支出", ["9.00", "4.00", "5.00"], y: 116) + [
        Page.word("机关事业单位基本养老保", left: 103, y: 130), Page.word("险缴费支出", left: 103, y: 142),
        Page.word("2080505", left: 43, y: 136), Page.word("7.00", right: 297, y: 136),
        Page.word("7.00", right: 377, y: 136),
      ] + Page.row("210", "卫生健康支出", ["2.00", nil, "2.00"], y: 156)
    #expect(
      Page.rows(Page.blocks(words)) == [
        headRow, ["0 208", "1 社会保障和就业支出", "2 9.00", "3 4.00", "4 5.00"],
        ["0 2080505", "1 机关事业单位基本养老保险缴费支出", "2 7.00", "3 7.00"], ["0 210", "1 卫生健康支出", "2 2.00", "4 2.00"],
      ])
  }

  @Test func theCodeMayStandOnTheFirstLineOfTheNameAndTheFiguresBelow() {
    let words =
      Page.head(y: 100) + Page.row("208", "社会保障和就业支出", ["9.00", "4.00", "5.00"], y: 116) + [
        Page.word("2080505", left: 43, y: 130), Page.word("机关事业单位基本养老保", left: 103, y: 130),
        Page.word("险缴费支出", left: 103, y: 142), Page.word("7.00", right: 297, y: 136),
        Page.word("7.00", right: 377, y: 136),
      ] + Page.row("210", "卫生健康支出", ["2.00", nil, "2.00"], y: 156)
    #expect(Page.rows(Page.blocks(words))[2] == ["0 2080505", "1 机关事业单位基本养老保险缴费支出", "2 7.00", "3 7.00"])
  }

  @Test func rowsOfNamesAloneStayRows() {
    // 外交支出 fills no line; 国防支出 has no figure either.
    let words =
      Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 116) + [
        Page.word("二、外交支出", left: 103, y: 132), Page.word("三、国防支出", left: 103, y: 148),
      ] + Page.row("204", "公共安全支出", ["2.00", nil, "2.00"], y: 164)
    #expect(Page.rows(Page.blocks(words))[2...3] == [["1 二、外交支出"], ["1 三、国防支出"]])
  }

  @Test func aTableGoesOnOverThePageWithItsHeadAgain() {
    let next = Page.head(y: 60) + Page.row("210", "卫生健康支出", ["2.00", nil, "2.00"], y: 76)
    #expect(
      Page.rows(Page.blocks(table, next)) == [headRow, first, second, ["0 210", "1 卫生健康支出", "2 2.00", "4 2.00"]])
  }

  @Test func aTableGoesOnOverThePageWithoutItsHead() {
    // The only row of the last page has one figure: the columns are those of the page before.
    let next = Page.row("210", "卫生健康支出", [nil, nil, "2.00"], y: 60)
    #expect(Page.rows(Page.blocks(table, next)) == [headRow, first, second, ["0 210", "1 卫生健康支出", "4 2.00"]])
  }

  @Test func aNewTitleBeginsANewTable() {
    func title(_ text: String) -> [PageWord] { [Page.word(text, center: 250, y: 40, size: 16)] }
    let blocks = Page.blocks(title("支出决算表") + table, title("政府支出决算表") + table)
    #expect(Page.grids(blocks) == [[headRow, first, second], [headRow, first, second]])
    #expect(Page.lines(blocks) == ["支出决算表", "政府支出决算表"])
  }

  @Test func aTitleThatIsPrintedOnEveryPageBeginsNoNewTable() {
    let title = [Page.word("支出决算表", center: 250, y: 40, size: 16)]
    let next = Page.head(y: 100) + Page.row("210", "卫生健康支出", ["2.00", nil, "2.00"], y: 116)
    let blocks = Page.blocks(title + table, title + next)
    #expect(Page.rows(blocks) == [headRow, first, second, ["0 210", "1 卫生健康支出", "2 2.00", "4 2.00"]])
    #expect(Page.lines(blocks) == ["支出决算表"])
  }

  @Test func aTableOfOneRowIsATable() {
    let words = Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 116)
    #expect(Page.rows(Page.blocks(words)) == [headRow, first])
  }

  @Test func whatStandsAboveATableIsNoHead() {
    let words = [
      Page.word("支出决算表", center: 250, y: 40, size: 16), Page.word("公开03表", right: 460, y: 60),
      Page.word("部门：某某局", left: 40, y: 76), Page.word("2024年度", center: 250, y: 76),
      Page.word("金额单位：万元", right: 460, y: 76),
    ]
    let blocks = Page.blocks(words + table + [Page.word("注：本表反映部门本年度各项支出情况。", left: 40, y: 150)])
    #expect(Page.rows(blocks) == [headRow, first, second])
    #expect(
      Page.lines(blocks) == ["支出决算表", "公开03表", "部门：某某局 2024年度 金额单位：万元", "注：本表反映部门本年度各项支出情况。"])
  }

  @Test func aHeadOverSeveralColumnsCoversThem() {
    let words =
      [
        Page.word("项目", center: 115, y: 92), Page.word("本年支出", center: 343, y: 92),
        Page.word("结转", center: 503, y: 100),
      ] + Page.head(y: 108) + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 124)
      + [Page.word("1.00", right: 537, y: 124)]
    let rows = Page.rows(Page.blocks(words))
    #expect(rows[0] == ["0-1 项目", "2-4 本年支出"])
    #expect(rows[1] == ["5 结转"])
    #expect(rows[2] == headRow)
    #expect(rows[3] == first + ["5 1.00"])
  }

  @Test func aHeadOverSeveralLinesIsOneCell() {
    let words =
      Page.head(y: 100) + [Page.word("年末结转", center: 503, y: 94), Page.word("和结余", center: 503, y: 106)]
      + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 124) + [Page.word("1.00", right: 537, y: 124)]
    #expect(Page.rows(Page.blocks(words))[0] == headRow + ["5 年末结转和结余"])
  }

  @Test func aColumnWithoutFiguresIsKnownByItsHead() {
    let words =
      Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", nil, "9.00"], y: 116)
      + Page.row("20101", "人大事务", ["9.00", nil, "9.00"], y: 132)
    #expect(Page.rows(Page.blocks(words))[1] == ["0 201", "1 一般公共服务支出", "2 9.00", "4 9.00"])
  }

  @Test func signsForNothingStandInTheirColumnWhereverTheyAre() {
    // The dashes stand in the middle of the column, the figures on its right.
    let words =
      Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", nil, "9.00"], y: 116)
      + Page.row("202", "外交支出", ["0.00", "5.00", nil], y: 132)
      + [Page.word("—", center: 343, y: 116), Page.word("—", center: 423, y: 132)]
    let rows = Page.rows(Page.blocks(words))
    #expect(rows[1] == ["0 201", "1 一般公共服务支出", "2 9.00", "3 —", "4 9.00"])
    #expect(rows[2] == ["0 202", "1 外交支出", "2 0.00", "3 5.00", "4 —"])
  }

  @Test func figuresInTheMiddleOfTheirColumnsAreRead() {
    let words =
      Page.head(y: 100) + [Page.word("201", left: 43, y: 116), Page.word("外交支出", left: 103, y: 116)]
      + [
        Page.word("1,234.00", center: 263, y: 116), Page.word("4.00", center: 343, y: 116),
        Page.word("1,230.00", center: 423, y: 116),
      ]
    #expect(Page.rows(Page.blocks(words))[1] == ["0 201", "1 外交支出", "2 1,234.00", "3 4.00", "4 1,230.00"])
  }

  @Test func codesInThreeColumnsUnderOneHead() {
    let words =
      [
        Page.word("科目编码", center: 66, y: 92), Page.word("科目名称", center: 190, y: 100),
        Page.word("合计", center: 290, y: 100),
      ]
      + zip(["类", "款", "项"], [46.0, 66, 86]).map { Page.word($0, center: $1, y: 108) }
      + zip(["204", "01", "02"], [46.0, 66, 86]).map { Page.word($0, center: $1, y: 124) }
      + [Page.word("一般行政管理事务", left: 103, y: 124), Page.word("8.00", right: 317, y: 124)]
      + zip(["204", "01", "03"], [46.0, 66, 86]).map { Page.word($0, center: $1, y: 140) }
      + [Page.word("机关服务", left: 103, y: 140), Page.word("2.00", right: 317, y: 140)]
    let rows = Page.rows(Page.blocks(words))
    #expect(rows.first == ["0-2 科目编码"])
    #expect(rows[2] == ["0 类", "1 款", "2 项"])
    #expect(rows[3] == ["0 204", "1 01", "2 02", "3 一般行政管理事务", "4 8.00"])
  }

  @Test func digitsThatAreWordsOfTheirOwnAreOneFigure() {
    let digits = "1234.56".enumerated().map { Page.word(String($1), left: 262 + Double($0) * 5, y: 148) }
    let rows = Page.rows(
      Page.blocks(table + [Page.word("202", left: 43, y: 148), Page.word("外交支出", left: 103, y: 148)] + digits))
    #expect(rows.last == ["0 202", "1 外交支出", "2 1234.56"])
  }

  @Test func anAmountTooLongForItsColumnIsOneOverTwoLines() {
    let words =
      Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 116) + [
        Page.word("202", left: 43, y: 138), Page.word("外交支出", left: 103, y: 138),
        Page.word("1,007,544,792.3", right: 297, y: 132),
        Page.word("6", right: 297, y: 144),
      ]
    #expect(Page.rows(Page.blocks(words)).last == ["0 202", "1 外交支出", "2 1,007,544,792.36"])
  }

  @Test func twoTextsAtOnePlaceAreDoubtful() {
    let words = table + [Page.word("8.00", right: 297, y: 116)]
    #expect(Page.rows(Page.blocks(words))[1].contains { $0.hasPrefix("2? ") })
  }

  @Test func whatIsPrintedTwiceToLookBoldIsOne() {
    let words = table + [Page.word("9.00", right: 297.3, y: 116)]
    #expect(Page.rows(Page.blocks(words)) == [headRow, first, second])
  }

  @Test func pagesOnTheRightOfACutSheetJoinThoseOnTheLeft() {
    let names = ["一般公共服务支出", "外交支出", "国防支出", "公共安全支出"]
    let codes = ["201", "202", "203", "204"]
    let left =
      [
        Page.word("单位：某某局", left: 40, y: 70), Page.word("科目编码", center: 70, y: 90),
        Page.word("科目名称", center: 160, y: 90),
      ]
      + zip(codes, names).enumerated().flatMap { Page.row($1.0, $1.1, [], y: 106 + Double($0) * 16) }
    // The heights differ by a little.
    let right =
      [Page.word("本年支出", center: 80, y: 90), Page.word("基本支出", center: 160, y: 90)]
      + ["9.00", "8.00", "7.00", "6.00"].enumerated().flatMap {
        [
          Page.word($1, right: 114, y: 106.4 + Double($0) * 16),
          Page.word("1.00", right: 194, y: 106.4 + Double($0) * 16),
        ]
      }
    let rows = Page.rows(Page.blocks(left, right))
    #expect(rows[0] == ["0 科目编码", "1 科目名称", "2 本年支出", "3 基本支出"])
    #expect(rows[1] == ["0 201", "1 一般公共服务支出", "2 9.00", "3 1.00"])
    #expect(rows[4] == ["0 204", "1 公共安全支出", "2 6.00", "3 1.00"])
  }

  @Test func aHeadThatWasCutWithItsSheetIsOneAgain() {
    // The page ends at 300 points: 本年支出 reaches over the cut, and its last letters are on both pages.
    let left =
      [
        Page.word("单位：某某局", left: 40, y: 70), Page.word("科目编码", center: 70, y: 106),
        Page.word("科目名称", center: 160, y: 106), Page.word("小计", center: 240, y: 106),
        Page.word("本年支出", center: 280, y: 90),
      ]
      + Page.row("201", "一般公共服务支出", ["9.00"], y: 122).dropLast() + [Page.word("9.00", right: 260, y: 122)]
      + Page.row("202", "外交支出", ["8.00"], y: 138).dropLast() + [Page.word("8.00", right: 260, y: 138)]
      + Page.row("203", "国防支出", ["7.00"], y: 154).dropLast() + [Page.word("7.00", right: 260, y: 154)]
    let right =
      [Page.word("支出", left: 2, y: 90), Page.word("项目支出", center: 60, y: 106)]
      + ["5.00", "4.00", "3.00"].enumerated().map { Page.word($1, right: 90, y: 122 + Double($0) * 16) }
    let rows = Page.rows(Page.blocks(left, right))
    #expect(rows[0].contains { $0.hasSuffix(" 本年支出") })
    #expect(!rows.joined().contains { $0.hasSuffix(" 支出") })
    #expect(rows.suffix(3).map { $0.last } == ["3 5.00", "3 4.00", "3 3.00"])
  }

  @Test func aPageOnTheRightIsKnownByTheHeadOfTheOneBeforeIt() {
    // Two pages of names and then the two beside them; of the last rows only one stands on the second.
    func left(_ rows: [(String, String)]) -> [PageWord] {
      [
        Page.word("单位：某某局", left: 40, y: 70), Page.word("科目编码", center: 70, y: 90),
        Page.word("科目名称", center: 160, y: 90),
      ] + rows.enumerated().flatMap { Page.row($1.0, $1.1, [], y: 106 + Double($0) * 16) }
    }
    func right(_ amounts: [String]) -> [PageWord] {
      [
        Page.word("公开03表", right: 194, y: 60), Page.word("金额单位：万元", right: 194, y: 76),
        Page.word("本年支出", center: 80, y: 90), Page.word("基本支出", center: 160, y: 90),
      ]
        + amounts.enumerated().flatMap {
          [
            Page.word($1, right: 114, y: 106 + Double($0) * 16),
            Page.word("1.00", right: 194, y: 106 + Double($0) * 16),
          ]
        }
    }
    let rows = Page.rows(
      Page.blocks(
        left([("201", "一般公共服务支出"), ("202", "外交支出"), ("203", "国防支出")]), left([("204", "公共安全支出")]),
        right(["9.00", "8.00", "7.00"]), right(["6.00"])))
    #expect(rows.first == ["0 科目编码", "1 科目名称", "2 本年支出", "3 基本支出"])
    #expect(rows.suffix(2) == [["0 203", "1 国防支出", "2 7.00", "3 1.00"], ["0 204", "1 公共安全支出", "2 6.00", "3 1.00"]])
  }

  @Test func aPageOfNothingButHeadsStandsBesideThoseOfTheNames() {
    // Nothing was spent on projects, whose column is on a page of its own.
    let rows = [("201", "一般公共服务支出"), ("202", "外交支出"), ("203", "国防支出")]
    let left =
      [
        Page.word("单位：某某局", left: 40, y: 70), Page.word("科目编码", center: 70, y: 90),
        Page.word("科目名称", center: 160, y: 90), Page.word("本年支出", center: 263, y: 90),
      ] + rows.enumerated().flatMap { Page.row($1.0, $1.1, ["9.00"], y: 106 + Double($0) * 16) }
    let right = [Page.word("公开03表", right: 194, y: 60), Page.word("项目支出", center: 80, y: 90)]
    let found = Page.rows(Page.blocks(left, right))
    #expect(found.first == ["0 科目编码", "1 科目名称", "2 本年支出", "3 项目支出"])
    #expect(found.last == ["0 203", "1 国防支出", "2 9.00"])
  }

  @Test func aCutTitleJoinsPagesWhoseRowsAreNotAllTheSame() {
    // Income has three lines and a total, expenditure six and the total; the title reaches over the cut at 300 points.
    let left =
      [
        Page.word("财政拨款收入支", left: 230, y: 70), Page.word("项目", center: 90, y: 90),
        Page.word("决算数", center: 250, y: 90),
      ]
      + ["一、甲", "二、乙", "三、丙"].enumerated().flatMap {
        [
          Page.word($1, left: 40, y: 106 + Double($0) * 16), Page.word("5.00", right: 265, y: 106 + Double($0) * 16),
        ]
      } + [Page.word("其中：丁", left: 40, y: 186), Page.word("1.00", right: 265, y: 186)]
      + [Page.word("戊", left: 40, y: 234), Page.word("1.00", right: 265, y: 234)]
      + [Page.word("总计", left: 40, y: 250), Page.word("15.00", right: 265, y: 250)]
    let right =
      [
        Page.word("收入支出决算总表", left: -26, y: 70), Page.word("项目", center: 90, y: 90),
        Page.word("合计", center: 250, y: 90),
      ]
      + ["一、子", "二、丑", "三、寅", "四、卯", "五、辰"].enumerated().flatMap {
        [
          Page.word($1, left: 40, y: 106 + Double($0) * 16), Page.word("3.00", right: 265, y: 106 + Double($0) * 16),
        ]
      } + [Page.word("总计", left: 40, y: 250), Page.word("15.00", right: 265, y: 250)]
    let rows = Page.rows(Page.blocks(left, right))
    #expect(rows.contains(["0 二、乙", "1 5.00", "2 二、丑", "3 3.00"]))
    #expect(rows.contains(["2 五、辰", "3 3.00"]))
    #expect(rows.last == ["0 总计", "1 15.00", "2 总计", "3 15.00"])
  }

  @Test func aHeadWithoutRowsBelowACaptionIsATable() {
    let words = [
      Page.word("部门：某某局", left: 40, y: 76), Page.word("金额单位：万元", right: 460, y: 76),
      Page.word("本年支出", center: 343, y: 92), Page.word("合计", center: 263, y: 108),
      Page.word("基本支出", center: 343, y: 108), Page.word("项目支出", center: 423, y: 108),
      Page.word("注：本表无数据。", left: 40, y: 124),
    ]
    #expect(Page.rows(Page.blocks(words)) == [["0-2 本年支出"], ["0 合计", "1 基本支出", "2 项目支出"]])
  }

  @Test func proseIsJoinedOverLinesAndPages() {
    // Lines of 20 letters between 40 and 240 points; a paragraph begins two letters further right.
    let first = [
      Page.word("2024", left: 60, y: 100), Page.word("年度收入总计307.82万元，与上", left: 82.5, y: 100),
      Page.word("年相比增加20.00万元，增长6.95%，主要", left: 40, y: 120),
    ]
    let second = [Page.word("原因是人员增加。", left: 40, y: 60), Page.word("二、收入决算情况说明", left: 60, y: 80)]
    #expect(
      Page.lines(Page.blocks(first, second)) == ["2024年度收入总计307.82万元，与上年相比增加20.00万元，增长6.95%，主要原因是人员增加。", "二、收入决算情况说明"])
  }

  /// Notes on a page that lies on its side are wider than the text, in letters of the same size.
  @Test func theTextOfAPageEndsWhereItsOwnLinesEnd() {
    let note = "注：本表反映单位本年度取得的各项收入情况，本表金额转换成万元时，因四舍五入可能存在尾差，请以明细为准，特此说明如上所述。"
    let notes = [100.0, 200, 300].map { Page.word(note, left: 40, y: $0) }
    // Twenty-two letters a line; the first line is set in by two.
    let text = [
      Page.word("本年度收入总计比上年减少，主要原因是退休", left: 60, y: 100),
      Page.word("人员增多，并按过紧日子的要求压减支出，各项工作", left: 40, y: 120), Page.word("照常开展。", left: 40, y: 140),
    ]
    let lines = Page.lines(Page.blocks(notes, text))
    #expect(lines.last == "本年度收入总计比上年减少，主要原因是退休人员增多，并按过紧日子的要求压减支出，各项工作照常开展。")
  }

  @Test func proseWithFiguresBelowEachOtherIsNoTable() {
    let words = (0..<4).flatMap { line in
      [
        Page.word("基本支出", left: 60, y: 100 + Double(line) * 20),
        Page.word("105.58", left: 102.5, y: 100 + Double(line) * 20),
        Page.word("万元，占", left: 135, y: 100 + Double(line) * 20),
        Page.word("34.30%。", left: 177.5, y: 100 + Double(line) * 20),
      ]
    }
    let blocks = Page.blocks(words)
    #expect(Page.grids(blocks).isEmpty)
    #expect(Page.lines(blocks).joined().hasPrefix("基本支出105.58万元，占34.30%。基本支出"))
  }

  @Test(arguments: [["- 1 -", "- 2 -", "- 3 -"], ["第1页", "第2页", "第3页"], ["7", "8", "9"], ["1/3", "2/3", "3/3"]])
  func pageNumbersAreDropped(numbers: [String]) {
    let texts = ["收入决算情况。", "支出决算情况。", "其他情况。"]
    let pages = zip(numbers, texts).map { number, text in
      [Page.word(text, left: 60, y: 100), Page.word(number, center: 250, y: 800)]
    }
    #expect(Page.lines(Page.blocks(pages[0], pages[1], pages[2])).joined() == texts.joined())
  }

  @Test func aRunningHeadIsReadOnce() {
    let pages = ["一", "二", "三"].map { number in
      [Page.word("部门决算公开", right: 460, y: 24), Page.word("第\(number)段说明。", left: 60, y: 50)]
    }
    #expect(Page.lines(Page.blocks(pages[0], pages[1], pages[2])) == ["部门决算公开", "第一段说明。", "第二段说明。", "第三段说明。"])
  }

  @Test func contentsAreNoTable() {
    let words =
      [Page.word("目录", center: 250, y: 60)]
      + ["一、收入支出决算总表", "二、收入决算表", "三、支出决算表"].enumerated().flatMap {
        [
          Page.word($1, left: 60, y: 90 + Double($0) * 20),
          Page.word(String(5 + $0), right: 460, y: 90 + Double($0) * 20),
        ]
      }
    let blocks = Page.blocks(words)
    #expect(Page.grids(blocks).isEmpty)
    #expect(Page.lines(blocks) == ["目录", "一、收入支出决算总表 5", "二、收入决算表 6", "三、支出决算表 7"])
  }

  @Test func aTextLaidOutWithSpacesIsReadByItsColumns() {
    // An ideograph takes two columns, as in an editor.
    let text = """
      科目编码  科目名称                合计  基本支出  项目支出
      201       一般公共服务支出        9.00      4.00      5.00
      20101     人大事务                7.00      4.00      3.00
      202       外交支出                1.00                1.00
      """
    #expect(
      Page.rows(PageLayout.blocks(ofText: Array(text.utf8))) == [
        headRow, first, second, ["0 202", "1 外交支出", "2 1.00", "4 1.00"],
      ])
  }

  @Test func aTextLaidOutByLettersIsReadByItsLetters() {
    // An ideograph takes one column, as a program counts letters.
    let text = """
      科目编码  科目名称          合计  基本支出  项目支出
      201   一般公共服务支出      9.00  4.00  5.00
      20101 人大事务          7.00  4.00  3.00
      202   外交支出          1.00        1.00
      """
    #expect(
      Page.rows(PageLayout.blocks(ofText: Array(text.utf8)))[1...] == [
        first, second, ["0 202", "1 外交支出", "2 1.00", "4 1.00"],
      ])
  }
}
