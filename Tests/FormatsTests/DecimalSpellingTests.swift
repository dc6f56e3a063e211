import Formats
import TestSupport
import Testing

@Suite struct DecimalSpellingTests {
  /// Worked out by hand on the digits; the spellings with 16 and 17 digits are those of binary fractions.
  @Test(arguments: [
    ("1234.56", 2, "123456", RoundedDecimal.Residue.none),
    ("1234.5600000000001", 2, "123456", .noise),
    ("1234.5599999999999", 2, "123456", .noise),
    ("0.30000000000000004", 2, "30", .noise),
    ("0.1", 2, "10", .none),
    ("1234.565", 2, "123457", .significant),
    ("-1234.565", 2, "-123457", .significant),
    ("1234.564", 2, "123456", .significant),
    ("0.005", 2, "1", .significant),
    ("-0.005", 2, "-1", .significant),
    ("0.004", 2, "0", .significant),
    ("-0.004", 2, "0", .significant),
    ("999.999", 2, "100000", .significant),
    ("1E+3", 2, "100000", .none),
    ("1.5e300", 0, "15" + String(repeating: "0", count: 299), .none),
    ("1E-7", 2, "0", .significant),
    ("5.5511151231257827E-17", 2, "0", .noise),
    ("1.1641532182693481E-10", 2, "0", .noise),
    ("9.9999999976716936E-2", 2, "10", .noise),
    ("123456789012.34501", 2, "12345678901235", .significant),
    ("123456789012.34001", 2, "12345678901234", .noise),
    ("1234.560000001", 2, "123456", .significant),
    ("0.33333333333333331", 4, "3333", .significant),
    ("12345678.5701099", 2, "1234567857", .significant),
    ("12345678.5700009", 2, "1234567857", .noise),
    ("1.0049999999999999", 2, "100", .significant),
    ("0.5", 0, "1", .significant),
    ("12", 0, "12", .none),
    (".5", 1, "5", .none),
    ("+7.", 1, "70", .none),
    ("-0", 2, "0", .none),
    ("0000012.3400", 2, "1234", .none),
    ("1234.5600000000000000000", 2, "123456", .none),
  ])
  func roundsHalfAwayFromZero(
    spelling: String, decimals: Int, expected: String, residue: RoundedDecimal.Residue
  ) throws {
    let rounded = try #require(DecimalSpelling(spelling)).rounded(toDecimals: decimals)
    #expect((rounded.isNegative ? "-" : "") + rounded.digits == expected)
    #expect(rounded.residue == residue)
    #expect(rounded.units == Int64(expected))
  }

  @Test(arguments: [
    "", "-", ".", "+.", "1.2.3", "1e", "1e+", "e5", "1,234", "0x10", "NaN", "INF", " 1", "1 ", "--1", "1-2", "１２",
    "1e801", "1e-801", "1e99999999999999999999", String(repeating: "1", count: 401),
  ])
  func otherTextIsNoNumber(text: String) {
    #expect(DecimalSpelling(text) == nil)
  }

  @Test(arguments: [
    ("1.5E+3", "1500"), ("-1E-7", "-0.0000001"), ("1234.50", "1234.5"), ("0.0", "0"), ("-0", "0"), ("007", "7"),
    ("12E0", "12"), (".25", "0.25"),
  ])
  func plainTextHasNoExponent(spelling: String, plain: String) {
    #expect(DecimalSpelling(spelling)?.plainText == plain)
  }

  /// Of all short spellings, those that need no taking apart are those that are written as they are.
  @Test func plainSpellingsAreTheirOwnText() {
    var spellings = [""]
    for _ in 0..<5 { spellings = [""] + spellings.flatMap { start in "-0.1+E".map { start + String($0) } } }
    for number in spellings.compactMap({ DecimalSpelling($0) }) {
      let isExact = number.rounded(toDecimals: 2).residue == .none
      #expect(number.isPlain(toDecimals: 2) == (number.plainText == number.text && isExact), "\(number.text)")
    }
    #expect(DecimalSpelling("12345678901234.5")?.isPlain(toDecimals: 2) == false)
  }

  @Test(arguments: [
    ("1.0049999999999999", "1.005"), ("0.30000000000000004", "0.3"), ("99999999999999995", "100000000000000000"),
    ("-1234.5600000000001", "-1234.56"), ("1234.565", "1234.565"), ("123456789012345", "123456789012345"),
  ])
  func binaryTailsAreTakenOffAtFifteenDigits(spelling: String, tidied: String) {
    #expect(DecimalSpelling(spelling)?.withoutBinaryTail.plainText == tidied)
  }

  /// 9·10¹⁵ 分 have sixteen digits; what a program keeps of them as a binary fraction has seventeen, or fewer than it had.
  @Test(arguments: [
    ("90071992547409.91", 2, "90071992547409.91"), ("9.007199254740991E13", 2, "90071992547409.91"),
    ("90071992547409.906", 2, "90071992547409.91"), ("-70368744177663.984", 2, "-70368744177663.98"),
    ("10000000000000.010", 2, "10000000000000.01"), ("9007199254.740991", 6, "9007199254.740991"),
    // Either of two amounts: nobody can tell.
    ("90071992547409.125", 2, "90071992547409.125"),
  ])
  func sixteenDigitsOfMoneyAreKept(spelling: String, decimals: Int, tidied: String) {
    #expect(DecimalSpelling(spelling)?.withoutBinaryTail(behindDecimals: decimals).plainText == tidied)
  }

  @Test func scalingMovesThePointOnly() {
    #expect(DecimalSpelling("123.4567")?.scaled(byPowerOfTen: 4).plainText == "1234567")
    #expect(DecimalSpelling("-5")?.scaled(byPowerOfTen: -4).plainText == "-0.0005")
    #expect(DecimalSpelling("0")?.scaled(byPowerOfTen: 4).isZero == true)
  }

  /// Whatever whole number of 分 there is, its binary fraction as programs spell it comes back as that number.
  @Test func everyAmountComesBackFromItsBinaryFraction() throws {
    var generator = SeededGenerator(seed: 2024)
    for _ in 0..<20_000 {
      let fen = Int64.random(in: -99_999_999_999_999...99_999_999_999_999, using: &generator)
      // Added up so as to have a tail.
      let binary = Double(fen) / 100 + 0.1 - 0.1
      let rounded = try #require(DecimalSpelling("\(binary)")).rounded(toDecimals: 2)
      #expect(rounded.units == fen)
      #expect(rounded.isClean, "\(binary)")
    }
  }
}
