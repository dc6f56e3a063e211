import Accounts
import TestSupport
import Testing

@Suite struct FigureIntervalTests {
  /// An amount prints as a figure if and only if it lies in the figure's interval: every amount of a range is printed,
  /// and what prints alike is compared with the interval. The outermost figures, cut by the range, are left out.
  @Test(
    arguments: [
      (.yuan, 2, 300), (.yuan, 1, 500), (.yuan, 0, 1_250), (.wanyuan, 6, 300), (.wanyuan, 5, 500), (.wanyuan, 4, 1_250),
      (.wanyuan, 3, 4_500), (.wanyuan, 2, 45_000),
    ] as [(MoneyUnit, Int, Int64)])
  func intervalHoldsExactlyWhatPrintsSo(unit: MoneyUnit, decimals: Int, reach: Int64) {
    var amounts: [String: (least: Int64, greatest: Int64, count: Int64)] = [:]
    let dropped = (unit == .yuan ? 2 : 6) - decimals
    for fen in -reach...reach {
      let text = roundedOnPaper(fen: String(fen), dropping: dropped, decimals: decimals)
      let known = amounts[text]
      amounts[text] = (known?.least ?? fen, fen, (known?.count ?? 0) + 1)
    }
    let whole = amounts.filter { $0.value.least > -reach && $0.value.greatest < reach }
    #expect(whole.count >= 5)
    for (text, amounts) in whole {
      #expect(amounts.greatest - amounts.least + 1 == amounts.count)
      let interval = amounts.least...amounts.greatest
      #expect(Figure(printed: text, unit: .money(unit))?.interval == interval)
      #expect(Figure(Amount(fen: amounts.least), in: unit, decimals: decimals).interval == interval)
      #expect(Figure(Amount(fen: amounts.greatest), in: unit, decimals: decimals).interval == interval)
    }
  }

  @Test(
    arguments: [
      ("5023.02", 5_023_015_000...5_023_024_999), ("-5023.02", -5_023_024_999 ... -5_023_015_000),
      ("0.01", 5_000...14_999), ("-0.01", -14_999 ... -5_000), ("0.00", -4_999...4_999), ("-0.00", -4_999...4_999),
      ("5,023.02", 5_023_015_000...5_023_024_999), ("3", 2_500_000...3_499_999), ("0.5", 450_000...549_999),
      ("1.234567", 1_234_567...1_234_567),
    ] as [(String, ClosedRange<Int64>)])
  func intervalsOfPrintedWanyuan(text: String, interval: ClosedRange<Int64>) {
    #expect(Figure(printed: text, unit: .money(.wanyuan))?.interval == interval)
  }

  @Test func largeRandomAmountsLieInTheirInterval() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1_000 {
      let fen =
        Int64.random(in: -9_000_000_000_000_000_000...9_000_000_000_000_000_000, using: &generator)
        >> Int64.random(in: 0...40, using: &generator)
      let figure = Figure(Amount(fen: fen), in: .wanyuan, decimals: 2)
      let interval = try #require(figure.interval)
      #expect(interval.contains(fen))
      #expect(Figure(Amount(fen: interval.lowerBound), in: .wanyuan, decimals: 2) == figure)
      #expect(Figure(Amount(fen: interval.upperBound), in: .wanyuan, decimals: 2) == figure)
      #expect(Figure(Amount(fen: interval.lowerBound - 1), in: .wanyuan, decimals: 2) != figure)
      #expect(Figure(Amount(fen: interval.upperBound + 1), in: .wanyuan, decimals: 2) != figure)
    }
  }

  @Test func thereIsNoIntervalWhereNoneFits() {
    // Finer than a fen.
    #expect(Figure(printed: "1.234", unit: .money(.yuan))?.interval == nil)
    // Decimals where things are counted.
    #expect(Figure(printed: "1.0", unit: .things)?.interval == nil)
    // 9,223,372,036,854.775807 万元 is Int64.max fen; the interval of the next hundredth passes it.
    #expect(Figure(printed: "9223372036854.78", unit: .money(.wanyuan))?.interval == nil)
    #expect(Figure(printed: "-9223372036854.78", unit: .money(.wanyuan))?.interval == nil)
    #expect(Figure(Amount(fen: .max), in: .wanyuan, decimals: 2).interval == nil)
    #expect(Figure(Amount(fen: .min), in: .wanyuan, decimals: 2).interval == nil)
  }

  @Test func intervalsReachToTheLastFen() {
    #expect(
      Figure(printed: "9223372036854.76", unit: .money(.wanyuan))?.interval
        == 9_223_372_036_854_755_000...9_223_372_036_854_764_999)
    #expect(
      Figure(printed: "-9223372036854.76", unit: .money(.wanyuan))?.interval
        == -9_223_372_036_854_764_999 ... -9_223_372_036_854_755_000)
    #expect(Figure(Amount(fen: .max), in: .yuan, decimals: 2).interval == .max ... .max)
    #expect(Figure(Amount(fen: .min), in: .yuan, decimals: 2).interval == .min ... .min)
    #expect(Figure(things: .min).interval == .min ... .min)
  }
}
