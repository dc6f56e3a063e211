import Accounts
import Tables
import Testing

/// Ledgers that cannot be printed: every problem at its place, with the amounts.
@Suite struct DerivationProblemTests {
  // MARK: Codes without a line

  @Test func aCategoryTheFormLacksIsNamedOnceATable() throws {
    var small = try SmallLedger()
    for (code, name) in [("299", "甲"), ("29901", "乙"), ("2990101", "丙")] { small.name(.function, code, name) }
    try small.income("2990101", .generalBudget, fen: 300)
    try small.expenditure("2990101", .project, .generalBudget, fen: 100)
    try small.expenditure("2990101", .project, .generalBudget, fen: 200)
    let ending = "应是表样中列出的类。请核对编码；表样确应有此行时，用 --form 指定补了这一行的表样。"
    #expect(
      try small.problems() == [
        "支出.csv:2「功能科目编码」: 错误: 299 类在公开01表中没有对应的行，" + ending,
        "支出.csv:2「功能科目编码」: 错误: 299 类在公开04表中没有对应的行，" + ending,
      ])
  }

  @Test func moneyThatIsNotFiscalNeedsNoLineInTable04() throws {
    var small = try SmallLedger()
    for (code, name) in [("299", "甲"), ("29901", "乙"), ("2990101", "丙")] { small.name(.function, code, name) }
    try small.income("2013801", .other, fen: 300)
    try small.expenditure("2013801", .basic, .other, fen: 100)
    try small.expenditure("2990101", .basic, .other, fen: 200)
    let problems = try small.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("支出.csv:3「功能科目编码」: 错误: 299 类在公开01表中没有对应的行，") == true)
  }

  @Test func anEconomicCategoryTheFormLacksIsNamed() throws {
    var small = try SmallLedger()
    small.name(.economic, "398", "甲")
    small.name(.economic, "39801", "乙")
    try small.income("2013801", .generalBudget, fen: 300)
    try small.expenditure("2013801", .basic, .generalBudget, "39801", fen: 300)
    #expect(
      try small.problems() == [
        "支出.csv:2「经济科目编码」: 错误: 398 类在公开06表中没有对应的行，应是表样中列出的类。"
          + "请核对编码；表样确应有此行时，用 --form 指定补了这一行的表样。"
      ])
  }

  @Test func codesNobodyNamesAreProblemsAtEveryLevel() throws {
    var small = try SmallLedger()
    try small.income("2019866", .generalBudget, fen: 300)
    try small.expenditure("2013801", .basic, .generalBudget, "30298", fen: 300)
    let problems = try small.problems()
    try #require(problems.count == 3)
    #expect(problems[0].hasPrefix("收入.csv:2「功能科目编码」: 错误: 编码 20198（2019866 的上级）不在 2024 年度支出功能分类科目表中"))
    #expect(problems[1].hasPrefix("收入.csv:2「功能科目编码」: 错误: 编码 2019866 不在 2024 年度支出功能分类科目表中"))
    #expect(problems[2].hasPrefix("支出.csv:2「经济科目编码」: 错误: 编码 30298 不在 2024 年度部门预算支出经济分类科目表中"))
  }

  @Test func anEconomicCodeTheFormLacksGetsItsOwnRow() throws {
    var small = try SmallLedger()
    small.name(.economic, "30298", "甲")
    try small.income("2013801", .generalBudget, fen: 3_000_000)
    try small.expenditure("2013801", .basic, .generalBudget, "30298", fen: 3_000_000)
    #expect(try small.text("06.30298.1") == "3.00")
    #expect(try small.text("06.302.1") == "3.00")
    let rows = try #require(try small.tables()[.t06]).rows.map { $0.texts[3...5].joined(separator: " ") }
    try #require(rows.count == 30)
    // Behind 30240, before 30299, which the form has.
    #expect(rows[26...28] == ["30240 税金及附加费用 ", "30298 甲 3.00", "30299 其他商品和服务支出 "])
  }

  // MARK: Balances

  @Test func aStatedClosingBalanceMustAgree() throws {
    var small = try SmallLedger()
    try small.income("2013801", .generalBudget, fen: 10_000)
    try small.expenditure("2013801", .project, .generalBudget, fen: 4_000)
    try small.balance(.generalBudget, opening: 500, closing: 6_600)
    #expect(
      try small.problems() == [
        "结转结余.csv:2「年末结转和结余」: 错误: 填的是 66.00 元，按 年初 + 收入 + 使用结余 − 支出 − 结余分配 推算应为 65.00 元。"
          + "请核对这项资金的收入、支出和年初数，或留空由软件推算。"
      ])
    small.ledger.balances[0].closing = Amount(fen: 6_500)
    #expect(try small.problems() == [])
    #expect(try small.text("01.60.2") == "0.01")
  }

  @Test func aStatedClosingBalanceCountsSurplusUsedAndDistributed() throws {
    var small = try SmallLedger()
    try small.income("2013801", .undertaking, fen: 10_000)
    try small.expenditure("2013801", .basic, .other, fen: 14_000)
    try small.balance(.other, opening: 500, used: 7_000, distributed: 1_200, closing: 2_301)
    let problems = try small.problems()
    #expect(problems.count == 1)
    // 5 + 100 + 70 − 140 − 12 = 23.
    #expect(problems.first?.contains("填的是 23.01 元") == true)
    #expect(problems.first?.contains("推算应为 23.00 元") == true)
  }

  @Test func aNegativeClosingBalanceMustBeStated() throws {
    var small = try SmallLedger()
    try small.income("2013801", .generalBudget, fen: 10_000)
    try small.expenditure("2013801", .project, .other, fen: 1)
    try small.expenditure("2013801", .project, .generalBudget, fen: 10_500)
    let ending = "没有填写的年末数应不小于 0。请补填年初结转和结余；年末确为负数时，请把它填在“结转结余”中。"
    #expect(
      try small.problems() == [
        "支出.csv:3「金额」: 错误: 一般公共预算财政拨款的支出大于来源，推算的年末数是 -5.00 元，" + ending,
        "支出.csv:2「金额」: 错误: 其他资金的支出大于来源，推算的年末数是 -0.01 元，" + ending,
      ])
    try small.balance(.generalBudget, opening: 499)
    try small.balance(.other, closing: -1)
    #expect(
      try small.problems() == [
        "结转结余.csv:2「年末结转和结余」: 错误: 一般公共预算财政拨款的支出大于来源，推算的年末数是 -0.01 元，" + ending
      ])
    small.ledger.balances[0].closing = Amount(fen: -1)
    #expect(try small.problems() == [])
  }

  @Test func aNegativeClosingBalanceIsFoundItemByItem() throws {
    var small = try SmallLedger()
    try small.income("2120803", .governmentFund, fen: 10_000)
    try small.expenditure("2120803", .project, .governmentFund, fen: 4_000)
    try small.expenditure("2120801", .project, .governmentFund, fen: 5_000)
    // Nothing but a negative opening balance.
    try small.balance(.governmentFund, "2120802", opening: -7)
    let problems = try small.problems()
    try #require(problems.count == 2)
    #expect(
      problems[0].hasPrefix("支出.csv:3「金额」: 错误: 政府性基金预算财政拨款 2120801 的支出大于来源，推算的年末数是 -50.00 元"))
    #expect(problems[1].hasPrefix("结转结余.csv:2「年末结转和结余」: 错误: 政府性基金预算财政拨款 2120802 "))
    #expect(problems[1].contains("推算的年末数是 -0.07 元"))
  }

  @Test func moneyTakenBackIsPlacedAtTheIncome() throws {
    var small = try SmallLedger()
    try small.income("2013801", .generalBudget, fen: -10)
    let problems = try small.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("收入.csv:2「金额」: 错误: 一般公共预算财政拨款") == true)
  }

  // MARK: Grand totals

  @Test func anExpenditureAgainstANegativeBalancePrintsZeroOnBothSides() throws {
    var small = try SmallLedger()
    try small.expenditure("2013801", .project, .generalBudget, fen: 5_000_000)
    try small.balance(.generalBudget, closing: -5_000_000)
    for address in ["01.31.1", "01.62.2", "04.32.1", "04.64.2", "04.64.3"] {
      #expect(try small.text(address) == "0.00", "\(address)")
    }
    for address in ["01.27.1", "01.29.1", "04.27.1", "04.64.4"] { #expect(try small.text(address) == "", "\(address)") }
    #expect(try small.text("01.60.2") == "-5.00")
  }

  @Test func anEmptyLedgerPrintsBlanks() throws {
    let tables = try SmallLedger().tables()
    #expect(tables.tables.flatMap(\.figures).allSatisfy { $0.figure.text.isEmpty })
    for table in tables.tables {
      #expect(table.notes.contains("说明：本表无数据"), "\(table.id)")
    }
  }

  // MARK: Operating cost

  @Test func aUnitsStatedOperatingCostMustBeDerivable() throws {
    var small = try SmallLedger()
    try small.income("2013801", .generalBudget, fen: 5_000)
    try small.expenditure("2013801", .basic, .generalBudget, "30201", fen: 1_234)
    try small.expenditure("2013801", .basic, .generalBudget, "30101", fen: 3_766)
    small.other(.operatingCostOfAdministrativeUnits, .amount(Amount(fen: 1_233)))
    #expect(
      try small.problems() == [
        "其他信息.csv:2「数值」: 错误: 机关运行经费（行政单位）填的是 12.33 元，单位口径下它等于公用经费合计 12.34 元。请删去这一行，由软件得出。"
      ])
    small.ledger.other = []
    small.other(.operatingCostOfAdministrativeUnits, .amount(Amount(fen: 1_234)))
    #expect(try small.problems() == [])
    small.other(.operatingCostOfCivilServiceManagedUnits, .amount(Amount(fen: 1)))
    #expect(
      try small.problems() == [
        "其他信息.csv:3「数值」: 错误: 机关运行经费（参照公务员法管理事业单位）填的是 0.01 元，行政单位没有这一项。请删去这一行，由软件得出。"
      ])
  }

  @Test func aDepartmentStatesItsOperatingCost() throws {
    var small = try SmallLedger(scope: .department)
    try small.income("2013801", .generalBudget, fen: 5_000)
    try small.expenditure("2013801", .basic, .generalBudget, "30201", fen: 5_000)
    small.other(.operatingCostOfAdministrativeUnits, .amount(Amount(fen: 3_000_000)))
    #expect(try small.text("10.5.1") == "3.00")
    #expect(try small.text("10.6.1") == "")
  }

  // MARK: Everything at once

  @Test func allProblemsAreReportedTogether() throws {
    var small = try SmallLedger()
    try small.income("2013801", .generalBudget, fen: 100)
    try small.expenditure("2013801", .basic, .generalBudget, fen: 50)
    try small.expenditure("2013801", .operating, .generalBudget, fen: 50)
    try small.balance(.governmentFund, opening: 100)
    try small.balance(.generalBudget, used: 100, closing: 9)
    small.other(.operatingCostOfAdministrativeUnits, .amount(Amount(fen: 1)))
    let places = try small.problems().map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(
      places == [
        "支出.csv:2「经济科目编码」:", "支出.csv:3「资金性质」:", "结转结余.csv:2「功能科目编码」:", "结转结余.csv:3「使用非财政拨款结余」:",
        "结转结余.csv:3「年末结转和结余」:", "其他信息.csv:2「数值」:",
      ])
  }
}
