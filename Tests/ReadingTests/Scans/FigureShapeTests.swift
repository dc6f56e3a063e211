import Testing

@testable import Reading

/// The ink of a number shows how many digits stand between its marks.
@Suite struct FigureShapeTests {
  /// What the ink of parts in a row shows: d a digit, m a mark, w what is too wide for a digit, t what is wide for one, b a broken one, s a stroke.
  private static func shape(_ parts: String) -> FigureShape? {
    var dark: [(Range<Int>, Range<Int>)] = []
    var x = 10
    for part in parts {
      switch part {
      case "d": dark.append((x..<x + 8, 20..<34))
      case "m": dark.append((x..<x + 3, 31..<34))
      case "b":
        // The foot of a digit that is broken off.
        dark += [(x..<x + 8, 20..<32), (x + 2..<x + 5, 33..<34)]
      case "s": dark.append((x..<x + 6, 26..<28))
      case "t": dark.append((x..<x + 9, 20..<34))
      default: dark.append((x..<x + 14, 20..<34))
      }
      x += part == "w" ? 17 : 11
    }
    let page = GreyPageTests.page(300, 50, dark: dark)
    return page.figureShape(of: InkSegment(left: 10, top: 20, right: x, bottom: 34, ink: 1), dark: page.threshold)
  }

  @Test func digitsStandBetweenMarks() {
    #expect(Self.shape("dmdddmdd") == FigureShape(groups: [1...1, 3...3, 2...2], isNegative: false))
    #expect(Self.shape("sddmdd") == FigureShape(groups: [2...2, 2...2], isNegative: true))
    #expect(Self.shape("ddd") == FigureShape(groups: [3...3], isNegative: false))
    #expect(Self.shape("dbmdd") == FigureShape(groups: [2...2, 2...2], isNegative: false))
    // Two narrow digits that touch.
    #expect(Self.shape("tdmdd") == FigureShape(groups: [2...3, 2...2], isNegative: false))
  }

  @Test(arguments: ["w", "dwd", "md", "dm", "dmmd", "dsd"]) func whatIsNoNumberShowsNothing(_ parts: String) {
    #expect(Self.shape(parts) == nil)
  }

  @Test func aNumberFitsItsInk() throws {
    let shape = FigureShape(groups: [1...1, 3...3, 2...2], isNegative: false)
    let numbers = [
      ("1,234.56", true), ("234.56", false), ("123456", false), ("-1234.56", false), ("1.234,56", true),
    ]
    for (text, fits) in numbers { #expect(shape.fits(try #require(RecognisedFigure(text))) == fits) }
    let whole = FigureShape(groups: [1...1, 3...3], isNegative: false)
    #expect(whole.fits(try #require(RecognisedFigure("1,234"))))
    #expect(!whole.fits(try #require(RecognisedFigure("12.34"))))
    // Its point touches a digit.
    #expect(FigureShape(groups: [4...4], isNegative: false).fits(try #require(RecognisedFigure("12.34"))))
  }
}
