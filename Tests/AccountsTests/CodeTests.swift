import Accounts
import Testing

@Suite struct CodeTests {
  @Test(
    arguments: [
      ("201", .category), ("20138", .section), ("2013801", .item), ("001", .category), ("00100", .section),
      ("0010001", .item),
    ] as [(String, FunctionCode.Level)])
  func functionLevelIsTheNumberOfDigits(text: String, level: FunctionCode.Level) throws {
    let code = try #require(FunctionCode(text))
    #expect(code.digits == text)
    #expect(code.level == level)
    #expect(code.category == String(text.prefix(3)))
  }

  @Test(
    arguments: [
      ("301", .category), ("30101", .section), ("003", .category), ("00301", .section),
    ] as [(String, EconomicCode.Level)])
  func economicLevelIsTheNumberOfDigits(text: String, level: EconomicCode.Level) throws {
    let code = try #require(EconomicCode(text))
    #expect(code.digits == text)
    #expect(code.level == level)
    #expect(code.category == String(text.prefix(3)))
  }

  @Test func functionCodesKnowTheirParents() throws {
    let item = try #require(FunctionCode("2013801"))
    #expect(item.parent?.digits == "20138")
    #expect(item.parent?.parent?.digits == "201")
    #expect(item.parent?.parent?.parent == nil)
  }

  @Test(arguments: ["２０１３８０１", " 2013801 ", "\u{3000}2013801\n", "20１3801"])
  func fullWidthDigitsAndSpacesAroundAreFolded(text: String) {
    #expect(FunctionCode(text)?.digits == "2013801")
  }

  @Test(arguments: [
    "", " ", "2", "20", "2013", "201380", "20138011", "201380101", "20a", "2O1", "20-38", "201.38", "2013 801", "-20",
    "+2013",
    "٢٠١", "二〇一", "201\u{301}", "Ⅲ01",
  ])
  func othersAreNoFunctionCodes(text: String) {
    #expect(FunctionCode(text) == nil)
  }

  @Test(arguments: ["", "3", "30", "3010", "301011", "3010101", "3O1", "301 01", "30101款"])
  func othersAreNoEconomicCodes(text: String) {
    #expect(EconomicCode(text) == nil)
  }

  @Test func codesSortAsPrinted() {
    let printed = ["001", "201", "20138", "2013801", "20139", "208"]
    #expect(printed.reversed().compactMap { FunctionCode($0) }.sorted().map(\.digits) == printed)
    let economic = ["301", "30101", "30199", "302"]
    #expect(economic.reversed().compactMap { EconomicCode($0) }.sorted().map(\.digits) == economic)
  }

  @Test func levelsHaveTheirWords() {
    #expect(FunctionCode.Level.allCases.map(\.word) == ["类", "款", "项"])
    #expect(EconomicCode.Level.allCases.map(\.word) == ["类", "款"])
  }
}
