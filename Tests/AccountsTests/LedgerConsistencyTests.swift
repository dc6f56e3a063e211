import Accounts
import TestSupport
import Testing

/// Ledgers whose cells are well formed and that are no ledgers all the same.
@Suite struct LedgerConsistencyTests {
  private var ledger: Ledger
  private var codes = CodeBook(year: 2024)

  init() throws {
    ledger = Ledger(
      unit: UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative), schema: try .standard())
    for (code, name) in [("201", "一般公共服务支出"), ("20138", "市场监督管理事务"), ("2013801", "行政运行")] {
      codes.add(CodeBook.Entry(code: code, name: name, group: "", evidence: .datong), to: .function)
    }
    for (code, name) in [("301", "工资福利支出"), ("30101", "基本工资")] {
      codes.add(CodeBook.Entry(code: code, name: name, group: "", evidence: .datong), to: .economic)
    }
  }

  private func income(_ code: String, _ name: String? = nil, line: Int) throws -> IncomeRow {
    IncomeRow(
      code: try #require(FunctionCode(code)), name: name, source: .generalBudget, amount: Amount(fen: 1),
      place: InputPlace(file: "收入.csv", line: line))
  }

  private func expenditure(
    _ kind: ExpenditureKind, _ fund: Fund, _ economicCode: String? = nil, line: Int
  ) throws -> ExpenditureRow {
    ExpenditureRow(
      code: try #require(FunctionCode("2013801")), kind: kind, fund: fund,
      economicCode: economicCode.flatMap { EconomicCode($0) }, amount: Amount(fen: 1),
      place: InputPlace(file: "支出.csv", line: line))
  }

  private func threePublic(_ item: ThreePublicItem, _ fen: Int64, line: Int) throws -> ThreePublicRow {
    try #require(
      ThreePublicRow(
        RowFields(
          [.item: .text(item.rawValue), .actual: .amount(Amount(fen: fen))],
          place: InputPlace(file: "三公经费.csv", line: line))
      ))
  }

  private var messages: [String] { ledger.problems(codes: codes).map(\.message) }

  @Test mutating func aSoundLedgerHasNoProblems() throws {
    ledger.income = [try income("2013801", line: 2), try income("2013801", "行政运行", line: 3)]
    ledger.expenditure = [
      try expenditure(.basic, .generalBudget, "30101", line: 2), try expenditure(.basic, .other, line: 3),
      try expenditure(.operating, .other, line: 4), try expenditure(.project, .stateCapital, line: 5),
    ]
    #expect(messages == [])
  }

  @Test mutating func unknownCodesAreReportedOnceEach() throws {
    ledger.income = [try income("2013877", line: 2), try income("2013877", line: 3), try income("2080501", line: 4)]
    codes.add(CodeBook.Withdrawn(code: "2080501", name: "旧", replacements: ["2080502", "2080503"], untilYear: 2023))
    let ending = "应是科目表中的编码，或在账中给出名称。请核对编码；确有此科目时，在“补充科目”中填写它的名称，或用 --codes 提供科目表。"
    #expect(
      messages == [
        "收入.csv:2「功能科目编码」: 错误: 编码 2013877 不在 2024 年度支出功能分类科目表中，" + ending,
        "收入.csv:4「功能科目编码」: 错误: 编码 208（2080501 的上级）不在 2024 年度支出功能分类科目表中，" + ending,
        "收入.csv:4「功能科目编码」: 错误: 编码 20805（2080501 的上级）不在 2024 年度支出功能分类科目表中，" + ending,
        "收入.csv:4「功能科目编码」: 错误: 编码 2080501 不在 2024 年度支出功能分类科目表中；"
          + "该编码自 2024 年起已停用，改用 2080502、2080503，" + ending,
      ])
  }

  @Test mutating func aNameGivenAnywhereServesEveryRow() throws {
    ledger.income = [try income("2013877", line: 2), try income("2013877", "专项（甲）", line: 3)]
    #expect(messages == [])
    ledger.income.append(try income("2013877", "专项(甲)", line: 4))
    #expect(messages == [])
    ledger.income.append(try income("2013877", "专项乙", line: 5))
    #expect(
      messages == [
        "收入.csv:5「功能科目编码」: 错误: 编码 2013877 的名称是“专项乙”，在 收入.csv:3 却是“专项（甲）”，同一编码应只有一个名称。"
      ])
  }

  @Test mutating func basicExpenditureOfTheGeneralBudgetNeedsItsEconomicCode() throws {
    ledger.expenditure = [
      try expenditure(.basic, .generalBudget, line: 2), try expenditure(.project, .generalBudget, line: 3),
    ]
    #expect(
      messages == [
        "支出.csv:2「经济科目编码」: 错误: 没有填写，一般公共预算财政拨款的基本支出应有五位的款级经济科目编码，如 30101。"
          + "请补填，否则公开06表无法列出这笔支出。"
      ])
  }

  @Test(arguments: [ExpenditureKind.remittanceToSuperior, .operating, .subsidyToAffiliate])
  mutating func fiscalMoneyPaysForBasicAndProjectExpenditureOnly(kind: ExpenditureKind) throws {
    ledger.expenditure = try Fund.allCases.enumerated().map { try expenditure(kind, $1, line: $0 + 2) }
    #expect(
      messages
        == ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"].enumerated().map { index, fund in
          "支出.csv:\(index + 2)「资金性质」: 错误: \(kind.rawValue)的资金性质是\(fund)，"
            + "财政拨款只用于基本支出和项目支出，\(kind.rawValue)应为其他资金。"
        })
  }

  @Test mutating func balancesAreWholeOrItemByItem() throws {
    let code = try #require(FunctionCode("2013801"))
    func row(_ fund: Fund, _ code: FunctionCode?, used: Amount? = nil, line: Int) -> BalanceRow {
      BalanceRow(fund: fund, code: code, surplusUsed: used, place: InputPlace(file: "结转结余.csv", line: line))
    }
    ledger.balances = [
      row(.governmentFund, nil, line: 2), row(.generalBudget, nil, line: 3), row(.generalBudget, code, line: 4),
      row(.other, code, used: Amount(fen: 1), line: 5), row(.stateCapital, code, used: Amount(fen: 1), line: 6),
      // Who fills everything in says so that there is none.
      row(.stateCapital, code, used: .zero, line: 7),
    ]
    #expect(
      messages == [
        "结转结余.csv:2「功能科目编码」: 错误: 没有填写，政府性基金预算财政拨款的结转结余应逐个项级科目填写。请按科目分行填写。",
        "结转结余.csv:4「功能科目编码」: 错误: 一般公共预算财政拨款在 结转结余.csv:3 没有填科目，这一行却有填，"
          + "同一资金应只填一行总数，或者全部逐项填写。",
        "结转结余.csv:6「使用非财政拨款结余」: 错误: 国有资本经营预算财政拨款填了使用非财政拨款结余，"
          + "使用非财政拨款结余只用于其他资金。财政拨款的这一栏请留空。",
      ])
  }

  @Test mutating func receptionIsTheSumOfItsParts() throws {
    ledger.threePublic = [
      try threePublic(.reception, 300, line: 2), try threePublic(.domesticReception, 200, line: 3),
      try threePublic(.receptionAbroad, 101, line: 4), try threePublic(.foreignGuestReception, 201, line: 5),
    ]
    #expect(
      messages == [
        "三公经费.csv:2「决算数」: 错误: 公务接待费 3.00 元，国内接待费与国（境）外接待费之和 3.01 元，两者应相等。"
          + "请填写或核对公务接待费的决算数。",
        "三公经费.csv:5「决算数」: 错误: 外事接待费 2.01 元大于国内接待费 2.00 元，外事接待费是国内接待费的其中项，不应更大。"
          + "请填写或核对国内接待费的决算数。",
      ])
    ledger.threePublic.removeFirst()
    #expect(
      messages.first == "三公经费.csv:3「决算数」: 错误: 公务接待费没有填写，国内接待费与国（境）外接待费之和 3.01 元，两者应相等。"
        + "请填写或核对公务接待费的决算数。")
    ledger.threePublic.insert(try threePublic(.reception, 300, line: 2), at: 0)
    ledger.threePublic[2].actual = Amount(fen: 100)
    ledger.threePublic[3].actual = Amount(fen: 200)
    #expect(messages == [])
  }
}
