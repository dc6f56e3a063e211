import Accounts
import Tables
import Testing

@Suite struct TableTests {
  @Test(
    arguments: [
      ("01.27.1", .t01, "27", 1), ("05.208.2", .t05, "208", 2), ("03.合计.1", .t03, "合计", 1),
      ("06.人员经费合计.1", .t06, "人员经费合计", 1), ("09.1.11", .t09, "1", 11),
    ] as [(String, TableID, String, Int)])
  func addressesAreReadAndWritten(text: String, table: TableID, row: String, column: Int) throws {
    let address = try #require(FigureAddress(text))
    #expect(address == FigureAddress(table, row, column))
    #expect(address.description == text)
  }

  @Test(arguments: [
    "", "01", "01.27", "01.27.1.1", "1.27.1", "11.27.1", "00.1.1", "01..1", "01.27.", "01.27.0", "01.27.-1", "01.27.x",
    ".27.1", "01.27.99999999999999999999",
  ])
  func othersAreNoAddresses(text: String) {
    #expect(FigureAddress(text) == nil)
  }

  @Test func figuresHaveTheWordsOfTheirRowAndColumn() throws {
    var small = try SmallLedger()
    try small.income("2080501", .generalBudget, fen: 1_000_000)
    try small.expenditure("2080501", .basic, .generalBudget, "30299", fen: 1_000_000)
    let tables = try small.tables()
    let words = [
      "01.27.1": "本年收入合计", "04.59.3": "本年支出合计·一般公共预算财政拨款", "05.208.2": "社会保障和就业支出·本年支出·基本支出",
      "03.合计.1": "合计·本年支出合计", "06.30299.1": "其他商品和服务支出",
      "09.1.11": "决算数·公务用车购置及运行维护费·公务用车运行维护费", "01.31.1": "收入总计", "01.62.2": "支出总计",
      "10.5.1": "(一) 行政单位",
    ]
    for (text, expected) in words {
      let address = try #require(FigureAddress(text))
      #expect(tables[address.table]?.words(at: address) == expected, "\(text)")
    }
    #expect(tables[.t05]?.words(at: FigureAddress(.t05, "999", 1)) == "")
    #expect(tables.figure(at: FigureAddress(.t05, "999", 1)) == nil)
  }

  @Test func headersFlattenToARow() throws {
    let tables = try SmallLedger().tables()
    #expect(
      tables[.t07]?.flatHeader == [
        "项目·科目代码", "项目·科目名称", "年初结转和结余", "本年收入", "本年支出·小计", "本年支出·基本支出", "本年支出·项目支出", "年末结转和结余",
      ])
    #expect(tables[.t01]?.flatHeader == ["收入·项目", "收入·行次", "收入·金额", "支出·项目", "支出·行次", "支出·金额"])
    #expect(tables[.t09]?.flatHeader[4] == "预算数·公务用车购置及运行维护费·公务用车运行维护费")
    #expect(tables[.t09]?.flatHeader[11] == "决算数·公务接待费")
    #expect(tables[.t07]?.columnNumbers == ["栏次", "", "1", "2", "3", "4", "5", "6"])
    #expect(tables[.t06]?.columnNumbers == nil)
    #expect(tables[.t09]?.columnNumbers == (1...12).map(String.init))
  }

  @Test func setsOfTermsHoldTheirTerms() {
    for source in IncomeSource.allCases {
      #expect(IncomeSources.all.contains(IncomeSources(source)))
      #expect(IncomeSources.fiscal.contains(IncomeSources(source)) == source.fund.isFiscal)
      for fund in Fund.allCases {
        #expect(IncomeSources.of(Funds(fund)).contains(IncomeSources(source)) == (source.fund == fund))
      }
    }
    for fund in Fund.allCases { #expect(Funds.fiscal.contains(Funds(fund)) == (fund != .other)) }
    #expect(Set(Fund.allCases.map { Funds($0).rawValue }) == [1, 2, 4, 8])
    #expect(Set(ExpenditureKind.allCases.map { ExpenditureKinds($0).rawValue }) == [1, 2, 4, 8, 16])
    #expect(Set(IncomeSource.allCases.map { IncomeSources($0).rawValue }) == [1, 2, 4, 8, 16, 32, 64, 128])
  }
}
