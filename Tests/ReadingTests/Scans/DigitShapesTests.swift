import Testing

@testable import Reading

/// A digit that looks like the others of its page that are another one makes its figure doubtful, however often it was read so.
@Suite struct DigitShapesTests {
  /// A page with digits as squares of dark parts, three by four: each digit has a pattern of its own.
  private static func page(_ figures: [String]) -> (page: GreyPage, segments: [InkSegment]) {
    let patterns: [Character: [Int]] = [
      "3": [0, 1, 2, 5, 7, 8, 11, 9, 10], "8": [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11], "1": [1, 4, 7, 10],
    ]
    var dark: [(Range<Int>, Range<Int>)] = []
    var segments: [InkSegment] = []
    for (row, figure) in figures.enumerated() {
      var x = 10
      let top = 10 + row * 30
      for digit in figure {
        for part in patterns[digit] ?? [] {
          dark.append((x + part % 3 * 3..<x + part % 3 * 3 + 3, top + part / 3 * 4..<top + part / 3 * 4 + 4))
        }
        x += 12
      }
      segments.append(InkSegment(left: 10, top: top, right: x, bottom: top + 16, ink: 1))
    }
    return (GreyPageTests.page(120, 10 + figures.count * 30, dark: dark), segments)
  }

  /// Whether each figure is contradicted, by what is printed and what was read.
  private static func contradicted(_ printed: [String], read: [String]) -> [Bool] {
    let (page, segments) = page(printed)
    let glyphs = segments.map { page.glyphs(of: $0, dark: page.threshold) }
    let shapes = DigitShapes(Array(zip(read, glyphs)).map { (text: $0, glyphs: $1) })
    return zip(read, glyphs).map { shapes.other(than: $0, $1) != nil }
  }

  @Test func aDigitReadAsAnotherTwiceIsSeen() {
    let printed = ["333", "888", "383", "833", "388"]
    #expect(Self.contradicted(printed, read: printed) == [false, false, false, false, false])
    #expect(
      Self.contradicted(printed, read: ["333", "888", "383", "833", "888"]) == [false, false, false, false, true])
  }

  @Test func aDigitThatNoOtherOfThePageIsToo() {
    // The only 8 of the page looks just like each 3.
    #expect(Self.contradicted(["333", "333", "33"], read: ["333", "333", "38"]) == [false, false, true])
    // It looks like none of them.
    #expect(Self.contradicted(["333", "333", "38"], read: ["333", "333", "38"]) == [false, false, false])
  }

  @Test func figuresWhoseDigitsCannotBeToldApartSayNothing() {
    #expect(Self.contradicted(["333", "333", "388"], read: ["333", "333", "3888"]) == [false, false, false])
  }
}
