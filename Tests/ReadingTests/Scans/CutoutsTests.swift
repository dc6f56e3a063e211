import Testing

@testable import Reading

/// Pieces of a page are pages of one picture.
@Suite struct CutoutsTests {
  private static func word(_ text: String, at left: Int = 10) -> RecognisedLine.Word {
    RecognisedLine.Word(text: text, left: left, top: 10, right: left + 20, bottom: 20, confidence: 9)
  }

  @Test func eachPieceIsAPage() {
    let page = GreyPageTests.page(300, 200, dark: [(10..<50, 10..<20), (200..<280, 150..<160)])
    let cutouts = Cutouts(
      [InkSegment(left: 10, top: 10, right: 50, bottom: 20), InkSegment(left: 200, top: 150, right: 280, bottom: 160)],
      of: page, letter: 10, hasWords: false, sixths: 6)
    let words = cutouts.words([
      RecognisedLine(words: [Self.word("一")], page: 1), RecognisedLine(words: [Self.word("二")], page: 2),
      RecognisedLine(words: [Self.word("三")], page: 3),
    ])
    #expect(words.map { $0.map(\.text) } == [["一"], ["二"]])
    // Half as large again, they stand at the same place.
    let large = Cutouts(
      [InkSegment(left: 10, top: 10, right: 50, bottom: 20)], of: page, letter: 10, hasWords: true, sixths: 9)
    #expect(large.words([RecognisedLine(words: [Self.word("一", at: 15)], page: 1)])[0].map(\.left) == [14])
    // Four dots of margin, two of the page around.
    #expect(words.map { $0[0].left } == [10 - 4 + 8, 10 - 4 + 198])
    // The picture begins as a TIFF does, and has all dark dots.
    #expect(cutouts.tiff.prefix(4) == [0x49, 0x49, 42, 0])
    // Samples as wide as the first page, 52, by as high, 22.
    #expect(cutouts.tiff[8..<8 + 52 * 22].count { $0 == 0 } == 40 * 10)
  }

  @Test func aNarrowDigitIsReadThreeTimes() {
    let page = GreyPageTests.page(100, 40, dark: [(10..<14, 10..<20)])
    let cutouts = Cutouts(
      [InkSegment(left: 10, top: 10, right: 14, bottom: 20)], of: page, letter: 10, hasWords: false, sixths: 6)
    #expect(cutouts.tiff.prefix(8 + 30 * 22).count { $0 == 0 } >= 3 * 40)
    // Two letters are a word that is short, and no number that is.
    let word = [InkSegment(left: 10, top: 10, right: 30, bottom: 20)]
    let sizes = [true, false].map { hasWords in
      Cutouts(word, of: page, letter: 10, hasWords: hasWords, sixths: 6).tiff.count
    }
    #expect(sizes[0] > 2 * sizes[1])
    let readings = [
      ("222", "2"), ("2Z2", "2"), ("101010", "10"), ("12", "12"), ("123", "123"), ("555-", "5"), ("合计:合计“合计", "合计"),
      ("文出=支出支山", "支出"),
    ]
    for (read, once) in readings {
      #expect(
        cutouts.words([RecognisedLine(words: [Self.word(read)])]).map { $0.map(\.text) } == [[once]])
    }
  }

  @Test func aResizedPageKeepsItsInk() {
    let page = GreyPageTests.page(60, 40, dark: [(12..<24, 12..<24)])
    let large = page.resized(sixths: 9)
    #expect([large.width, large.height, large.resolution] == [90, 60, 150])
    // The square is now from 18 to 36; its edge is grey.
    func dots(_ places: [(x: Int, y: Int)]) -> [UInt8] { places.map { large.dots[$0.y * 90 + $0.x] } }
    let inside = dots([(20, 20), (34, 34), (34, 20)])
    let outside = dots([(16, 16), (38, 38), (38, 20)])
    #expect(inside == [0, 0, 0])
    #expect(outside == [255, 255, 255])
    #expect(page.resized(sixths: 4).width == 40)
    let same = page.resized(sixths: 6) == page
    #expect(same)
  }
}
