import Accounts
import Testing

@Suite struct AmountTests {
  @Test func sumsAndDifferencesAreExact() throws {
    #expect(try Amount(fen: 1).adding(Amount(fen: 2)) == Amount(fen: 3))
    #expect(try Amount(fen: 1).subtracting(Amount(fen: 2)) == Amount(fen: -1))
    #expect(try Amount(fen: .max).adding(Amount(fen: .min)) == Amount(fen: -1))
    #expect(try Amount(fen: .max - 1).adding(Amount(fen: 1)) == Amount(fen: .max))
    #expect(try Amount(fen: .min + 1).subtracting(Amount(fen: 1)) == Amount(fen: .min))
    #expect(try Amount.zero.subtracting(Amount(fen: .max)) == Amount(fen: -.max))
  }

  @Test func resultsPastTheLimitsAreErrors() {
    #expect(throws: AmountOverflow()) { try Amount(fen: .max).adding(Amount(fen: 1)) }
    #expect(throws: AmountOverflow()) { try Amount(fen: .min).adding(Amount(fen: -1)) }
    #expect(throws: AmountOverflow()) { try Amount(fen: .max).adding(Amount(fen: .max)) }
    #expect(throws: AmountOverflow()) { try Amount(fen: .min).subtracting(Amount(fen: 1)) }
    #expect(throws: AmountOverflow()) { try Amount(fen: .max).subtracting(Amount(fen: -1)) }
    #expect(throws: AmountOverflow()) { try Amount.zero.subtracting(Amount(fen: .min)) }
  }

  @Test func amountsAreOrderedByValue() {
    #expect([5, -3, 0, .min, .max].map { Amount(fen: $0) }.sorted().map(\.fen) == [.min, -3, 0, 5, .max])
  }

  @Test(
    arguments: [
      (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (5, "0.05"), (99, "0.99"), (-99, "-0.99"), (100, "1.00"),
      (-100, "-1.00"), (123_456, "1234.56"), (-123_450, "-1234.50"), (.max, "92233720368547758.07"),
      (.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func yuanTextHasTwoDecimalsAndNoSeparators(fen: Int64, text: String) {
    #expect(Amount(fen: fen).yuanText == text)
  }

  @Test(
    arguments: [
      (-5, 2, "-0.05"), (5, 0, "5"), (-5, 0, "-5"), (0, 0, "0"), (0, 3, "0.000"), (1_234, 1, "123.4"),
      (1, 6, "0.000001"), (.min, 6, "-9223372036854.775808"), (.min, 0, "-9223372036854775808"),
    ] as [(Int64, Int, String)])
  func decimalTextPutsThePoint(count: Int64, decimals: Int, text: String) {
    #expect(decimalText(count, decimals: decimals) == text)
  }

  @Test func unitsKnowTheirFen() {
    #expect(MoneyUnit.yuan.fen == 100)
    #expect(MoneyUnit.wanyuan.fen == 1_000_000)
    #expect(MoneyUnit.yuan.exactDecimals == 2)
    #expect(MoneyUnit.wanyuan.exactDecimals == 6)
  }
}
