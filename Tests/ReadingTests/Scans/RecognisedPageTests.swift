import Testing

@testable import Reading

/// What an engine says is taken for what it is worth: a number counts where two readings agree.
@Suite struct RecognisedPageTests {
  private static let tsv = """
    level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
    1\t1\t0\t0\t0\t0\t0\t0\t400\t100\t-1\t
    5\t1\t1\t1\t1\t2\t60\t10\t30\t14\t91.5\t46.63
    5\t1\t1\t1\t1\t1\t10\t10\t90\t14\t96.1\t预算
    5\t3\t1\t1\t1\t1\t10\t40\t30\t14\t0\t项目
    5\t1\t1\t1\t3\t1\t-5\t40\t30\t14\t90\tx
    5\t1\t1
    """

  @Test func theTableOfAnEngineIsReadByLines() {
    let lines = RecognisedLine.lines(ofTSV: Array(Self.tsv.utf8), within: 400)
    #expect(lines.map(\.page) == [1, 3])
    #expect(lines.map { $0.words.map(\.text) } == [["预算", "46.63"], ["项目"]])
    // The box of the first reached over the second.
    #expect(lines[0].words.map(\.right) == [60, 90])
    #expect(lines[0].words.map(\.confidence) == [96, 91])
  }

  @Test(arguments: [
    ("1,234.56", "1234.56"), ("1.234.56", "1234.56"), ("1，234。56", "1234.56"), ("-12.30", "-12.30"),
    ("0.00", "0.00"), ("2010301", "2010301"), ("1,234,567", "1234567"), ("12.30.", "12.30"), ("95.02%", "95.02"),
    ("１２．３４", "12.34"),
  ])
  func theLastMarkBeforeTwoDigitsIsThePoint(_ read: String, _ number: String) {
    #expect(RecognisedFigure(read)?.text == number)
  }

  @Test(arguments: ["", "-", ".", "1A.20", "12,3", "1,2345", "12 34", "收入", "12.345.6"])
  func whatIsNoNumberIsNone(_ read: String) {
    #expect(RecognisedFigure(read) == nil)
  }

  private static func word(_ text: String) -> [RecognisedLine.Word] {
    [RecognisedLine.Word(text: text, left: 0, top: 0, right: 10, bottom: 10, confidence: 90)]
  }

  /// What comes of segments side by side, by what is read in each the first and the second time.
  private static func page(_ readings: [(first: String, second: String, shape: FigureShape?)]) -> RecognisedPage {
    let segments = readings.indices.map {
      InkSegment(left: $0 * 100, top: 0, right: $0 * 100 + 40, bottom: 20, ink: 400)
    }
    let first = readings.map { $0.first.isEmpty ? [] : word($0.first) }
    let shapes = readings.map(\.shape)
    let pieces = PageReading.pieces(segments, first, shapes, letter: 20)
    return PageReading.page(
      segments, first: first, pieces: pieces,
      second: pieces.map { readings[$0.segment].second.split(separator: "|").map(String.init) }, shapes: shapes,
      letter: 20, resolution: 72)
  }

  private static func page(_ readings: [(first: String, second: String)]) -> RecognisedPage {
    page(readings.map { ($0.first, $0.second, nil) })
  }

  @Test func aNumberIsTakenWhereBothReadingsSayTheSame() {
    let page = Self.page([("1,234.56", "1234.56"), ("1.234.56", "1,234.56"), ("合计", "")])
    #expect(page.words.map(\.text) == ["1234.56", "1234.56", "合计"])
    #expect((page.accepted, page.doubtful) == (2, 0))
    #expect(page.words.map(\.left) == [0, 100_000, 200_000])
  }

  @Test func aNumberThatIsReadInTwoWaysIsDoubtful() {
    // 3 and 8, a lost point, one reading that is no number, and ink in which nothing was read.
    let page = Self.page([("13.00", "18.00"), ("1300", "13.00"), ("1A.00", "14.00"), ("", ""), ("", "7.00")])
    #expect(page.words.map(\.text) == ["18.00⯑13.00⯑", "13.00⯑1300⯑", "14.00⯑", "-⯑", "7.00⯑"])
    #expect((page.accepted, page.doubtful) == (0, 5))
    #expect(page.words.allSatisfy { RecognisedFigure($0.text) == nil })
  }

  @Test func twoReadingsOfDigitsAloneCountToo() {
    let page = Self.page([("1A.00", "14.00|14.00"), ("13.00", "18.00|13.00"), ("13.00", "18.00|15.00")])
    #expect(page.words.map(\.text) == ["14.00", "13.00", "18.00⯑13.00⯑15.00⯑"])
  }

  @Test func twoAmountsCloseTogetherAreParted() {
    let words = [("17.31", 0), ("30.20", 60)].map {
      RecognisedLine.Word(text: $0.0, left: $0.1, top: 0, right: $0.1 + 50, bottom: 20, confidence: 90)
    }
    let segment = InkSegment(left: 0, top: 0, right: 110, bottom: 20, ink: 400)
    let (parts, texts) = PageReading.parted([segment], [words])
    #expect(parts.map { [$0.left, $0.right] } == [[0, 55], [55, 110]])
    #expect(texts.map { $0.map(\.text) } == [["17.31"], ["30.20"]])
    #expect(PageReading.parted([segment], [[words[0]]]).0 == [segment])
    // An amount before the name of the next column; and one in a sentence.
    for (name, count) in [("一、一般公共服务支出", 2), ("万元", 1)] {
      var next = words[1]
      next.text = name
      #expect(PageReading.parted([segment], [[words[0], next]]).0.count == count)
    }
  }

  @Test(arguments: [
    ("6316.73一、一般公共服务支出", ["6316.73", "一、一般公共服务支出"]), ("一一三、国防支出", ["-", "三、国防支出"]),
    ("一一年末结转和结余", ["-", "年末结转和结余"]), ("0.00年末结转和结余", ["0.00", "年末结转和结余"]),
    ("一、一般公共服务支出", ["一、一般公共服务支出"]), ("一般公共服务支出", ["一般公共服务支出"]), ("12.30万元", ["12.30万元"]),
  ])
  func anAmountThatTouchesTheNextNameIsParted(_ read: String, _ parts: [String]) {
    let word = RecognisedLine.Word(text: read, left: 0, top: 0, right: 300, bottom: 20, confidence: 90)
    let segment = InkSegment(left: 0, top: 0, right: 300, bottom: 20, ink: 400)
    let (segments, texts) = PageReading.parted([segment], [[word]])
    #expect(texts.map { $0.map(\.text).joined() } == parts)
    #expect(segments.count == parts.count)
    #expect(segments.first?.left == 0 && segments.last?.right == 300)
  }

  @Test func theInkTellsWhatTwoReadingsLostTogether() {
    let two = FigureShape(groups: [1...1, 2...2], isNegative: false)
    // The point, a digit; and what the ink shows is taken.
    let page = Self.page([
      ("232", "232", two), ("12.32", "12.32", two), ("2.32", "2.32", two), ("2A.3", "2.32|2.32", two),
    ])
    #expect(page.words.map(\.text) == ["232⯑", "12.32⯑", "2.32", "2.32"])
  }

  @Test func whatASealTouchesIsDoubtful() {
    var segment = InkSegment(left: 0, top: 0, right: 40, bottom: 20, ink: 400)
    segment.isSealed = true
    let pieces = PageReading.pieces([segment], [Self.word("8.30")], [nil], letter: 20)
    let page = PageReading.page(
      [segment], first: [Self.word("8.30")], pieces: pieces, second: [["8.30"]], shapes: [nil], letter: 20,
      resolution: 72)
    #expect(page.words.map(\.text) == ["8.30⯑"])
  }

  @Test func aDoubtfulNumberStandsInItsColumnAllTheSame() {
    #expect(LetterSurvey("18.00⯑").form == .decimal)
    #expect(LetterSurvey("-⯑").form == .dash)
    #expect(LetterSurvey("18.00⯑").narrow == 5)
    #expect(LetterSurvey("18.00⯑13.00⯑").form == .decimal)
  }

  @Test func aStrokeIsADashWhateverWasReadInIt() {
    let stroke = InkSegment(left: 0, top: 9, right: 20, bottom: 11, ink: 40)
    let page = PageReading.page(
      [stroke], first: [Self.word("一")], pieces: [], second: [], shapes: [nil], letter: 20, resolution: 72)
    #expect(page.words.map(\.text) == ["-"])
  }

  @Test func numbersInATextAreReadTwiceToo() {
    let words = [("收入", 0), ("46.63", 40), ("万元", 90)].map {
      RecognisedLine.Word(text: $0.0, left: $0.1, top: 0, right: $0.1 + 40, bottom: 20, confidence: 90)
    }
    let segments = [InkSegment(left: 0, top: 0, right: 140, bottom: 20, ink: 900)]
    let pieces = PageReading.pieces(segments, [words], [nil], letter: 20)
    #expect(pieces == [PageReading.Piece(segment: 0, isLine: true)])
    for (second, text) in [("收人46.63万元", "收入46.63万元"), ("收入46.68万元", "收入46.63⯑万元")] {
      let page = PageReading.page(
        segments, first: [words], pieces: pieces, second: [[second]], shapes: [nil], letter: 20, resolution: 72)
      #expect(page.words.map(\.text) == [text])
    }
  }
}
