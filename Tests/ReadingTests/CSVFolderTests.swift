import Accounts
import Foundation
import TestSupport
import Testing

/// The ways in which people write a CSV ledger, all of which are the same ledger.
@Suite struct CSVFolderTests {
  private let income = "功能科目编码,收入来源,金额\n2013801,事业收入,1234.5\n2013899,其他收入,-0.05\n"

  private func income(_ text: String) throws -> [String] { try income(LedgerFolder(["收入.csv": text])) }

  private func income(_ folder: LedgerFolder) throws -> [String] {
    try folder.ledger().income.map { "\($0.code.digits) \($0.source.rawValue) \($0.amount.fen)" }
  }

  @Test func placesAreThoseOfTheFile() throws {
    let folder = try LedgerFolder(["收入.csv": "功能科目编码,收入来源,金额\n\n2013801,事业收入,\"1,234.5\"\n"])
    let row = try #require(try folder.ledger().income.first)
    #expect(row.place == SourceLocation(file: folder.path + "/收入.csv", line: 3))
    #expect(
      try LedgerFolder().ledger().unit == UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative)
    )
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func lineEndsAndByteOrderMarkMakeNoDifference(lineEnd: String, mark: [UInt8]) throws {
    let folder = try LedgerFolder()
    try folder.write(mark + Array(income.replacing("\n", with: lineEnd).utf8), to: "收入.csv")
    #expect(try income(folder) == ["2013801 事业收入 123450", "2013899 其他收入 -5"])
  }

  @Test func lastLineNeedsNoLineEnd() throws {
    #expect(try income("功能科目编码,收入来源,金额\n2013801,事业收入,1") == ["2013801 事业收入 100"])
  }

  /// 㐀, 镕 and 𠮷 stand in GB18030 with four, two and four bytes.
  @Test func gb18030IsReadAsWritten() throws {
    let folder = try LedgerFolder()
    try folder.write(
      bytes(
        hex: """
          cfeec4bf2cc4dac8dd0d0ab5a5cebbc3fbb3c62cc4b3cad08139ee39bed60d0ac4eab6c82ca3b2a3b0a3b2a3b40d0ab9abbf
          aabfdabeb62cb2bfc3c50d0ab5a5cebbd0d4d6ca2cb2ceb9abcac2d2b5b5a5cebb0d0a
          """), to: "单位信息.csv")
    try folder.write(
      bytes(
        hex: """
          b9a6c4dcbfc6c4bfb1e0c2eb2ccad5c8ebc0b4d4b42cbdf0b6ee0d0a323031333830312ccac2d2b5cad5c8eb2c3130302e30
          300d0a
          """), to: "收入.csv")
    try folder.write(
      bytes(
        hex: """
          b9a6c4dcbfc6c4bfb1e0c2eb2cd6a7b3f6d0d4d6ca2cd7cabdf0d0d4d6ca2ccfeec4bfc3fbb3c62cbdf0b6ee0d0a32303133
          3830312ccfeec4bfd6a7b3f62cc6e4cbfbd7cabdf02ce946bbf99534b235b9a4b3cc2c3130302e30300d0a
          """), to: "支出.csv")
    let ledger = try folder.ledger()
    #expect(ledger.unit == UnitInformation(name: "某市㐀局", year: 2024, scope: .department, nature: .civilServiceManaged))
    #expect(ledger.income.map(\.amount.fen) == [10000])
    #expect(ledger.expenditure.map(\.project) == ["镕基𠮷工程"])
  }

  @Test func quotedFieldsKeepCommasQuotesAndLineEnds() throws {
    let ledger = try LedgerFolder([
      "文字.csv": "章节,内容\n单位职责,\"一、负责\"\"三定\"\"，\n二、a,b\"\n机构设置,x\n"
    ]).ledger()
    #expect(ledger.texts.map(\.text) == ["一、负责\"三定\"，\n二、a,b", "x"])
    #expect(ledger.texts.map(\.section) == ["单位职责", "机构设置"])
    #expect(ledger.texts.map(\.place.line) == [2, 4])
  }

  @Test func columnsMayStandInAnyOrder() throws {
    #expect(try income("金额,功能科目编码,收入来源\n7,2013801,事业收入\n") == ["2013801 事业收入 700"])
  }

  @Test(
    arguments: [
      ("金额", "12.34", 1234), ("金额（元）", "12.34", 1234), ("金额(元)", "12.34", 1234), ("金额（万元）", "12.345678", 12_345_678),
      ("金额(万元)", "12.345678", 12_345_678), ("金 额 （ 万元 ）", "0.01", 10_000), ("金额（万元）", "-1", -1_000_000),
    ] as [(String, String, Int64)])
  func headingMayNameTheUnit(heading: String, amount: String, fen: Int64) throws {
    let ledger = try LedgerFolder(["收入.csv": "功能科目编码,收入来源,\(heading)\n2013801,事业收入,\(amount)\n"]).ledger()
    #expect(ledger.income.map(\.amount.fen) == [fen])
  }

  @Test func unitOfTheLedgerHoldsWhereNoHeadingNamesOne() throws {
    let ledger = try LedgerFolder([
      "单位信息.csv": LedgerFolder.sound["单位信息.csv", default: ""] + "金额单位,万元\n",
      "收入.csv": "功能科目编码,收入来源,金额\n2013801,事业收入,1.000001\n",
      "支出.csv": "功能科目编码,支出性质,资金性质,金额（元）\n2013801,项目支出,其他资金,1.01\n",
      "其他信息.csv": "项目,数值\n政府采购货物支出,2\n其他用车,2\n",
    ]).ledger()
    #expect(ledger.income.map(\.amount.fen) == [1_000_001])
    #expect(ledger.expenditure.map(\.amount.fen) == [101])
    #expect(ledger.other.map(\.value) == [.amount(Amount(fen: 2_000_000)), .count(2)])
  }

  @Test(
    arguments: [
      ("１２３４．５０", 123_450), ("－１，２３４．５", -123_450), ("\"1,234,567.89\"", 123_456_789), (" 12 ", 1200),
      ("+3", 300), ("0", 0), ("-0.00", 0), ("\u{2212}5", -500), ("007", 700),
      ("92233720368547758.07", .max), ("-92233720368547758.08", .min),
    ] as [(String, Int64)])
  func amountsMayBeWrittenInManyWays(written: String, fen: Int64) throws {
    let ledger = try LedgerFolder(["收入.csv": "功能科目编码,收入来源,金额\n２０１３８０１,事业收入,\(written)\n"]).ledger()
    #expect(ledger.income.map(\.amount.fen) == [fen])
    #expect(ledger.income.map(\.code.digits) == ["2013801"])
  }

  @Test(arguments: [
    ("一般公共预算", Fund.generalBudget), ("政府性基金", .governmentFund), ("政府性基金预算", .governmentFund),
    ("国有资本经营预算", .stateCapital), ("非财政拨款", .other), ("其他资金", .other), ("一般公共预算 财政拨款", .generalBudget),
  ])
  func otherNamesOfAChoiceAreTaken(written: String, fund: Fund) throws {
    let ledger = try LedgerFolder([
      "支出.csv": "功能科目编码,支出性质,资金性质,金额\n2013801,项目支出,\(written),1\n",
      "预算.csv": "功能科目编码,资金性质,年初预算数\n201,\(written),1\n208,,2\n",
    ]).ledger()
    #expect(ledger.expenditure.map(\.fund) == [fund])
    #expect(ledger.budget.map(\.fund) == [fund, .generalBudget])
  }

  @Test func itemsAreKnownHoweverTheirBracketsAreTyped() throws {
    let ledger = try LedgerFolder(["三公经费.csv": "项目,决算数\n因公出国(境)费,1\n国（境) 外接待费,0\n"]).ledger()
    #expect(ledger.threePublic.map(\.item) == [.abroad, .receptionAbroad])
    #expect(ledger.threePublic.map(\.actual) == [Amount(fen: 100), Amount(fen: 0)])
  }

  @Test(arguments: [
    ("2025-09-10", "2025-09-10"), ("2025/9/1", "2025-09-01"), ("2025.9.10", "2025-09-10"), ("2025年9月10日", "2025-09-10"),
    ("２０２４－０２－２９", "2024-02-29"),
  ])
  func datesMayBeWrittenInManyWays(written: String, date: String) throws {
    let information = LedgerFolder.sound["单位信息.csv", default: ""] + "公开日期,\(written)\n"
    #expect(try LedgerFolder(["单位信息.csv": information]).ledger().unit.publicationDate == date)
  }

  @Test func blankRowsAndBlankColumnsAreNothing() throws {
    #expect(
      try income(",功能科目编码,收入来源,金额,\n,,,,\n\n ,　, ,,\n , ,\n,2013801,事业收入,1,\n,,,,\n") == ["2013801 事业收入 100"])
  }

  @Test func blankIsNotZero() throws {
    let ledger = try LedgerFolder(["三公经费.csv": "项目,年初预算数,决算数,人次\n公务接待费,,0.00,0\n公务用车购置费, ,　,\n"]).ledger()
    #expect(ledger.threePublic.map(\.actual) == [.zero, nil])
    #expect(ledger.threePublic.map(\.initialBudget) == [nil, nil])
    #expect(ledger.threePublic.map(\.people) == [0, nil])
  }

  @Test func filesOfOtherKindsAreIgnored() throws {
    let folder = try LedgerFolder(["说明.txt": "x", "收入.xlsx": "x", ".支出.csv": "x", "支出.csv.bak": "x"])
    try folder.makeFolder("附件")
    #expect(try folder.messages() == [])
  }

  @Test func fileNamesMayDifferInCaseAndWidth() throws {
    let folder = try LedgerFolder(["支 出.CSV": LedgerFolder.sound["支出.csv", default: ""]], without: ["支出.csv"])
    #expect(try folder.ledger().expenditure.count == 1)
  }

  @Test func repeatableItemsKeepTheirOrder() throws {
    let information = LedgerFolder.sound["单位信息.csv", default: ""] + "所属单位,乙\n所属单位,甲\n单位代码,007\n"
    let unit = try LedgerFolder(["单位信息.csv": information]).ledger().unit
    #expect(unit.subordinates == ["乙", "甲"])
    #expect(unit.code == "007")
  }

  @Test func ledgerWithoutRowsIsALedger() throws {
    let ledger = try LedgerFolder(["收入.csv": "功能科目编码,收入来源,金额\n", "支出.csv": "功能科目编码,支出性质,资金性质,金额"]).ledger()
    #expect(ledger.income.isEmpty && ledger.expenditure.isEmpty)
  }

  @Test func datongIsReadWhole() throws {
    let ledger = try Example.datong.ledger
    #expect(ledger.unit.name == "大同市市场监督管理局")
    #expect(ledger.income.count == 18)
    #expect(ledger.expenditure.count == 42)
    #expect(ledger.income.reduce(0) { $0 + $1.amount.fen } == 5_023_024_080)
    #expect(ledger.expenditure.reduce(0) { $0 + $1.amount.fen } == 5_023_024_080)
    #expect(ledger.threePublic.count == 7 && ledger.budget.count == 4)
    #expect(ledger.texts.count == 22 && ledger.texts.count { $0.section == "单位职责" } == 2)
  }
}
