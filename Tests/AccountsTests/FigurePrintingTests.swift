import Accounts
import TestSupport
import Testing

@Suite struct FigurePrintingTests {
  private func printed(_ fen: Int64) -> String { Figure(Amount(fen: fen), in: .wanyuan, decimals: 2).text }

  @Test(
    arguments: [
      (0, "0.00"), (4_999, "0.00"), (5_000, "0.01"), (5_001, "0.01"), (14_999, "0.01"), (15_000, "0.02"),
      (-4_999, "0.00"), (-5_000, "-0.01"), (-5_001, "-0.01"), (-14_999, "-0.01"), (-15_000, "-0.02"),
      (994_999, "0.99"), (995_000, "1.00"), (-995_000, "-1.00"), (999_999, "1.00"), (1_000_000, "1.00"),
      (5_023_024_999, "5023.02"), (5_023_025_000, "5023.03"), (5_023_015_000, "5023.02"), (5_023_014_999, "5023.01"),
      (9_999_995_000, "10000.00"), (-9_999_995_000, "-10000.00"),
      (.max, "9223372036854.78"), (.min, "-9223372036854.78"),
    ] as [(Int64, String)])
  func wanyuanRoundsHalfAwayFromZero(fen: Int64, text: String) {
    #expect(printed(fen) == text)
  }

  @Test(
    arguments: [
      (0, "0.00"), (999_995_000, "1,000.00"), (999_994_999, "999.99"), (-123_456_789_000, "-123,456.79"),
      (.max, "9,223,372,036,854.78"), (.min, "-9,223,372,036,854.78"), (100_000_000_000, "100,000.00"),
    ] as [(Int64, String)])
  func thousandsAreSetApart(fen: Int64, text: String) {
    let figure = Figure(Amount(fen: fen), in: .wanyuan, decimals: 2, grouped: true)
    #expect(figure.text == text)
    #expect(Figure(printed: text, unit: .money(.wanyuan)) == figure)
  }

  @Test(
    arguments: [
      (0, 2, "0.00"), (1, 2, "0.01"), (-1, 2, "-0.01"), (.max, 2, "92233720368547758.07"),
      (.min, 2, "-92233720368547758.08"), (-.max, 2, "-92233720368547758.07"),
      (49, 0, "0"), (50, 0, "1"), (-49, 0, "0"), (-50, 0, "-1"), (149, 0, "1"), (150, 0, "2"),
      (4, 1, "0.0"), (5, 1, "0.1"), (-5, 1, "-0.1"), (.min, 1, "-92233720368547758.1"), (.max, 0, "92233720368547758"),
    ] as [(Int64, Int, String)])
  func yuanRoundsHalfAwayFromZero(fen: Int64, decimals: Int, text: String) {
    #expect(Figure(Amount(fen: fen), in: .yuan, decimals: decimals).text == text)
  }

  @Test(
    arguments: [
      (0, "0.000000"), (1, "0.000001"), (.max, "9223372036854.775807"), (.min, "-9223372036854.775808"),
    ] as [(Int64, String)])
  func wanyuanWithSixDecimalsIsExact(fen: Int64, text: String) {
    let figure = Figure(Amount(fen: fen), in: .wanyuan, decimals: 6)
    #expect(figure.text == text)
    #expect(figure.interval == fen...fen)
  }

  @Test func everySmallAmountRoundsAsOnPaper() {
    var wrong: [Int64] = []
    for fen in Int64(-30_000)...30_000
    where printed(fen) != roundedOnPaper(fen: String(fen), dropping: 4, decimals: 2) { wrong.append(fen) }
    #expect(wrong == [])
  }

  @Test(
    arguments: [
      (.wanyuan, 0), (.wanyuan, 2), (.wanyuan, 4), (.wanyuan, 6), (.yuan, 0), (.yuan, 1), (.yuan, 2),
    ] as [(MoneyUnit, Int)])
  func largeAmountsRoundAsOnPaper(unit: MoneyUnit, decimals: Int) {
    let dropped = (unit == .yuan ? 2 : 6) - decimals
    var generator = SeededGenerator(seed: 42)
    var amounts: [Int64] = [.min, .min + 1, .max, .max - 1]
    for _ in 0..<1_000 {
      let fen = Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0...40, using: &generator)
      amounts.append(fen)
      // Beside a half, in the same region.
      for beside: Int64 in [4_999, 5_000, 5_001] where fen.magnitude < 9_000_000_000_000_000_000 {
        amounts.append(fen / 10_000 * 10_000 + (fen < 0 ? -beside : beside))
      }
    }
    let wrong = amounts.filter {
      Figure(Amount(fen: $0), in: unit, decimals: decimals).text
        != roundedOnPaper(fen: String($0), dropping: dropped, decimals: decimals)
    }
    #expect(wrong == [])
  }

  @Test func roundingOnPaperIsRight() {
    // The yardstick itself, by hand.
    #expect(roundedOnPaper(fen: "-15000", dropping: 4, decimals: 2) == "-0.02")
    #expect(roundedOnPaper(fen: "9999995000", dropping: 4, decimals: 2) == "10000.00")
    #expect(roundedOnPaper(fen: "-4999", dropping: 4, decimals: 2) == "0.00")
    #expect(roundedOnPaper(fen: "9995", dropping: 1, decimals: 1) == "100.0")
    #expect(roundedOnPaper(fen: "7", dropping: 0, decimals: 2) == "0.07")
    #expect(roundedOnPaper(fen: "950000", dropping: 6, decimals: 0) == "1")
  }

  @Test func blankZeroAndDashAreThreeThings() {
    let unit = Figure.Unit.money(.wanyuan)
    let blank = Figure.blank(unit)
    let dash = Figure.dash(unit)
    let zero = Figure(.zero, in: .wanyuan, decimals: 2)
    #expect(Set([blank, dash, zero]).count == 3)
    #expect([blank.text, dash.text, zero.text] == ["", "——", "0.00"])
    #expect(blank.content == .blank)
    #expect(dash.content == .dash)
    #expect(zero.content == .number(count: 0, decimals: 2))
    #expect(blank.interval == nil)
    #expect(dash.interval == nil)
    #expect(zero.interval == -4_999...4_999)
    #expect(Figure.blank(.things) != blank)
  }

  @Test(
    arguments: [
      (0, "0"), (17, "17"), (-3, "-3"), (1_234, "1234"), (.max, "9223372036854775807"),
    ] as [(Int64, String)])
  func thingsAreWholeAndExact(count: Int64, text: String) {
    let figure = Figure(things: count)
    #expect(figure.text == text)
    #expect(figure.unit == .things)
    #expect(figure.content == .number(count: count, decimals: 0))
    #expect(figure.interval == count...count)
  }
}
