import Testing

@testable import Reading

/// The ink of a page tells where each text begins and ends, whatever is recognised in it.
@Suite struct InkSegmentTests {
  /// Letters of 14 by 14 dots as frames, each at a place.
  private static func letters(_ places: [(x: Int, y: Int)]) -> [(Range<Int>, Range<Int>)] {
    var sides: [(Range<Int>, Range<Int>)] = []
    for (x, y) in places {
      sides.append((x..<x + 14, y..<y + 2))
      sides.append((x..<x + 14, y + 12..<y + 14))
      sides.append((x..<x + 2, y..<y + 14))
      sides.append((x + 12..<x + 14, y..<y + 14))
    }
    return sides
  }

  private static func segments(_ dark: [(Range<Int>, Range<Int>)], rules: [Range<Int>] = []) -> [InkSegment] {
    let page = GreyPageTests.page(400, 100, dark: dark)
    var marks = [UInt8](repeating: 0, count: page.dots.count)
    for rule in rules { for y in 0..<100 { for x in rule { marks[y * 400 + x] = 2 } } }
    return page.segments(between: marks).segments
  }

  @Test func lettersStandTogetherUpToAWideGap() {
    let found = Self.segments(Self.letters([(20, 20), (36, 20), (52, 20), (90, 20), (106, 20)]))
    #expect(found.map(\.left) == [20, 90])
    #expect(found.map(\.right) == [66, 120])
    #expect(found.allSatisfy { $0.top == 20 && $0.bottom == 34 })
  }

  @Test func aRulePartsWhatStandsCloseTogether() {
    let letters = Self.letters([(20, 20), (36, 20), (54, 20), (70, 20)])
    #expect(Self.segments(letters).count == 1)
    #expect(Self.segments(letters, rules: [51..<53]).map(\.left) == [20, 54])
  }

  @Test func theStrokesOfOneLetterAreOne() {
    // 二 between two words.
    let found = Self.segments(
      Self.letters([(20, 20), (36, 20), (200, 20), (216, 20)]) + [(102..<112, 21..<23), (100..<114, 31..<33)])
    // From top to bottom: it begins a dot lower.
    #expect(found.map(\.left) == [20, 200, 100])
    #expect(found.map(\.height) == [14, 14, 12])
  }

  @Test func linesOneBelowTheOtherStayApart() {
    #expect(Self.segments(Self.letters([(20, 20), (36, 20), (20, 37), (36, 37)])).map(\.top) == [20, 37])
  }

  @Test func specksAreNoText() {
    #expect(Self.segments(Self.letters([(20, 20), (36, 20)]) + [(300..<301, 50..<51)]).count == 1)
  }

  @Test func aStrokeThatLiesIsADash() {
    #expect(InkSegment(left: 0, top: 0, right: 14, bottom: 2, ink: 28).isDash(letter: 14))
    #expect(!InkSegment(left: 0, top: 0, right: 7, bottom: 12, ink: 40).isDash(letter: 14))
    // A point.
    #expect(!InkSegment(left: 0, top: 0, right: 2, bottom: 2, ink: 4).isDash(letter: 14))
  }
}
