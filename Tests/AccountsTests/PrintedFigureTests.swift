import Accounts
import TestSupport
import Testing

@Suite struct PrintedFigureTests {
  @Test(
    arguments: [
      ("5023.02", 502_302, 2), ("0.00", 0, 2), ("0", 0, 0), ("-0.01", -1, 2), ("5,023.02", 502_302, 2),
      ("1,234,567", 1_234_567, 0), ("12.5", 125, 1), ("1.234567", 1_234_567, 6), ("１２．５０", 1_250, 2),
      ("\u{2212}3.10", -310, 2), ("9223372036854775807", .max, 0), ("0012.00", 1_200, 2),
    ] as [(String, Int64, Int)])
  func numbersAreTaken(text: String, count: Int64, decimals: Int) throws {
    let figure = try #require(Figure(printed: text, unit: .money(.wanyuan)))
    #expect(figure.content == .number(count: count, decimals: decimals))
    #expect(figure.text == text)
    #expect(figure.unit == .money(.wanyuan))
  }

  @Test func spacesAroundANumberAreNoPartOfIt() throws {
    let figure = try #require(Figure(printed: " 5023.02\u{3000}\n", unit: .money(.wanyuan)))
    #expect(figure.text == "5023.02")
    #expect(figure == Figure(Amount(fen: 5_023_020_000), in: .wanyuan, decimals: 2))
  }

  @Test(arguments: ["", " ", "\u{3000}", "\n"])
  func nothingIsABlank(text: String) {
    #expect(Figure(printed: text, unit: .things) == .blank(.things))
  }

  @Test(arguments: ["—", "——", "-", "--", "－", "―", " —— ", "/", "／"])
  func dashesAreDashes(text: String) throws {
    let figure = try #require(Figure(printed: text, unit: .money(.wanyuan)))
    #expect(figure.content == .dash)
    #expect(figure.interval == nil)
  }

  @Test(arguments: [
    "无", "N/A", "5%", "1.", ".5", "5,00", "1,2345", "1 2", "--1", "1.2345678", "9223372036854775808",
    "99999999999999999999", "5023.02万元", "(5)", "１２。５",
  ])
  func othersAreNoFigures(text: String) {
    #expect(Figure(printed: text, unit: .money(.wanyuan)) == nil)
  }

  @Test func everyPrintedAmountReadsBackAsTheSameFigure() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<1_000 {
      let fen = Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0...62, using: &generator)
      let figure = Figure(Amount(fen: fen), in: .wanyuan, decimals: 2)
      #expect(Figure(printed: figure.text, unit: .money(.wanyuan)) == figure)
    }
  }
}
