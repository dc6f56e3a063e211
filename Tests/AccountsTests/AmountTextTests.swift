import Accounts
import TestSupport
import Testing

@Suite struct AmountTextTests {
  @Test(
    arguments: [
      ("0", 0), ("0.00", 0), ("-0", 0), ("-0.00", 0), ("5", 500), ("5.1", 510), ("5.12", 512), ("-5.12", -512),
      ("+5.12", 512), ("0.01", 1), ("-0.05", -5), ("007.50", 750),
      ("1,234.50", 123_450), ("12,345", 1_234_500), ("123,456,789.01", 12_345_678_901), ("-1,000", -100_000),
      ("１２．５", 1_250), ("１，２３４．５６", 123_456), ("－５", -500), ("＋５", 500), ("\u{2212}5", -500),
      (" 5 ", 500), ("\u{3000}5\u{3000}", 500), ("\t5\u{A0}", 500),
      ("92233720368547758.07", .max), ("-92233720368547758.07", -.max), ("-92233720368547758.08", .min),
      ("92,233,720,368,547,758.07", .max), ("00092233720368547758.07", .max),
    ] as [(String, Int64)])
  func yuanAccepted(text: String, fen: Int64) throws {
    #expect(try Amount(parsing: text, unit: .yuan) == Amount(fen: fen))
  }

  @Test(
    arguments: [
      ("1", 1_000_000), ("0.000001", 1), ("-0.000001", -1), ("5023.02", 5_023_020_000), ("1.234567", 1_234_567),
      ("1,234.5", 1_234_500_000), ("9223372036854.775807", .max), ("-9223372036854.775808", .min),
    ] as [(String, Int64)])
  func wanyuanAccepted(text: String, fen: Int64) throws {
    #expect(try Amount(parsing: text, unit: .wanyuan) == Amount(fen: fen))
  }

  @Test(arguments: [
    "", " ", "-", "+", "——", "—", "无", "NaN", "nan", "inf", "1e3", "1E3", "0x10", "5元", "五", "￥5", "¥5", "5%",
    "(5)", "1.", ".5", "-.5", ".", ",", "--1", "+-1", "-+1", "++1", "5-", "- 5", "1 2", "1 234", "1. 5", "1.2.3",
    "1..2",
    "5,00", "1,2345", "1234,567", ",123", "123,", "1,,234", "1,23,456", "1,234.567,8", "1,234,56", "12,34.50",
    "1.234,50", "1\n2", "\n5", "5\u{301}", "٥", "५", "5\u{200B}", "1'234", "1_000", "=1+1",
  ])
  func noNumber(text: String) {
    #expect(throws: AmountTextError.notANumber) { try Amount(parsing: text, unit: .yuan) }
    #expect(throws: AmountTextError.notANumber) { try Amount(parsing: text, unit: .wanyuan) }
  }

  @Test(arguments: ["1.234", "0.001", "1.0001", "-5.121", "１．２３４", "1,234.567"])
  func aThirdDecimalOfYuanIsRefusedNotRounded(text: String) {
    #expect(throws: AmountTextError.tooManyDecimals(allowed: 2)) { try Amount(parsing: text, unit: .yuan) }
    #expect(throws: Never.self) { try Amount(parsing: text, unit: .wanyuan) }
  }

  /// Nothing is lost of an amount that a system exports with zeros past the fen.
  @Test(
    arguments: [
      ("1891320.000", .yuan, 189_132_000), ("1.000", .yuan, 100), ("-5.120", .yuan, -512), ("0.0000", .yuan, 0),
      ("1,891,320.0000", .yuan, 189_132_000), ("1.0000000", .wanyuan, 1_000_000),
      ("189.13200000", .wanyuan, 189_132_000),
    ] as [(String, MoneyUnit, Int64)])
  func zerosPastTheFenAreTaken(text: String, unit: MoneyUnit, fen: Int64) throws {
    #expect(try Amount(parsing: text, unit: unit) == Amount(fen: fen))
  }

  /// A figure printed so stands for the one exact amount.
  @Test func figuresWithZerosPastTheFenAreExact() throws {
    #expect(Figure(printed: "1891320.000", unit: .money(.yuan))?.interval == 189_132_000...189_132_000)
    #expect(Figure(printed: "1891320.001", unit: .money(.yuan))?.interval == nil)
  }

  @Test(arguments: ["0.0000001", "1.0000001"])
  func aSeventhDecimalOfWanyuanIsRefused(text: String) {
    #expect(throws: AmountTextError.tooManyDecimals(allowed: 6)) { try Amount(parsing: text, unit: .wanyuan) }
  }

  @Test(
    arguments: [
      ("92233720368547758.08", .yuan), ("-92233720368547758.09", .yuan), ("92233720368547759", .yuan),
      ("922337203685477580", .yuan), ("99999999999999999999999999999999", .yuan), ("-100,000,000,000,000,000", .yuan),
      ("9223372036854.775808", .wanyuan), ("-9223372036854.775809", .wanyuan), ("9223372036855", .wanyuan),
      ("92233720368547758.07", .wanyuan),
    ] as [(String, MoneyUnit)])
  func amountsPastTheLimitsAreRefused(text: String, unit: MoneyUnit) {
    #expect(throws: AmountTextError.tooLarge) { try Amount(parsing: text, unit: unit) }
  }

  @Test func everyWrittenAmountReadsBack() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let shift = Int64.random(in: 0...62, using: &generator)
      let fen = Int64.random(in: .min ... .max, using: &generator) >> shift
      #expect(try Amount(parsing: Amount(fen: fen).yuanText, unit: .yuan).fen == fen)
    }
  }

  @Test func substringsAreReadToo() throws {
    #expect(try Amount(parsing: "金额:12.50元".dropFirst(3).dropLast(), unit: .yuan) == Amount(fen: 1_250))
  }

  @Test func decimalTextKeepsWhatWasWritten() throws {
    let number = try DecimalText("-01,234.50")
    #expect(number.isNegative)
    #expect(number.isGrouped)
    #expect(number.whole == [0, 1, 2, 3, 4])
    #expect(number.fraction == [5, 0])
    #expect(try !DecimalText("1234.50").isGrouped)
  }
}
