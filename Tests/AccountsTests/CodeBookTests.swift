import Accounts
import TestSupport
import Testing

@Suite struct CodeBookTests {
  private func entry(_ code: String, _ name: String, _ evidence: CodeBook.Evidence = .datong) -> CodeBook.Entry {
    CodeBook.Entry(code: code, name: name, group: "", evidence: evidence)
  }

  @Test func entriesAreAddedAndReplaced() throws {
    var book = CodeBook(year: 2024)
    #expect(book.entry(.function, "201") == nil)
    book.add(entry("201", "旧名", .recalled), to: .function)
    book.add(entry("201", "一般公共服务支出"), to: .function)
    #expect(book.entries(.function) == [entry("201", "一般公共服务支出")])
    #expect(book.name(of: try #require(FunctionCode("201"))) == "一般公共服务支出")
    #expect(book.year == 2024)
  }

  @Test func theTwoClassificationsAreApart() throws {
    var book = CodeBook(year: 2024)
    book.add(entry("301", "工资福利支出"), to: .economic)
    #expect(book.entry(.function, "301") == nil)
    #expect(book.name(of: try #require(FunctionCode("301"))) == nil)
    #expect(book.name(of: try #require(EconomicCode("301"))) == "工资福利支出")
    book.add(entry("301", "别的"), to: .function)
    #expect(book.entry(.economic, "301")?.name == "工资福利支出")
  }

  @Test func entriesStandInTheOrderOfTheirCodes() {
    var book = CodeBook(year: 2024)
    for code in ["208", "2013801", "201", "20138", "001"] { book.add(entry(code, "名"), to: .function) }
    #expect(book.entries(.function).map(\.code) == ["001", "201", "20138", "2013801", "208"])
    #expect(book.entries(.economic).isEmpty)
  }

  @Test func leadingZerosMakeAnotherCode() {
    var book = CodeBook(year: 2024)
    book.add(entry("003", "甲"), to: .economic)
    #expect(book.entry(.economic, "3") == nil)
    #expect(book.entry(.economic, "003")?.name == "甲")
  }

  @Test func formerNamesWithdrawalsAndDoubtsAreKept() {
    var book = CodeBook(year: 2024)
    book.add(CodeBook.FormerName(name: "食品和药品监督管理事务", untilYear: 2018), of: "20138")
    book.add(CodeBook.FormerName(name: "工商行政管理事务", untilYear: nil), of: "20138")
    book.add(CodeBook.Withdrawn(code: "21015", name: "医疗保障", replacements: ["21016", "21017"], untilYear: 2020))
    book.add(CodeBook.Withdrawn(code: "20115", name: "工商", replacements: [], untilYear: nil))
    book.add(doubt: "名称未证实", about: "21016")
    #expect(book.formerNames(of: "20138").map(\.untilYear) == [2018, nil])
    #expect(book.formerNames(of: "201").isEmpty)
    #expect(book.withdrawal(of: "21015")?.replacements == ["21016", "21017"])
    #expect(book.withdrawal(of: "201") == nil)
    #expect(book.withdrawnCodes.map(\.code) == ["20115", "21015"])
    #expect(book.doubt(about: "21016") == "名称未证实")
    #expect(book.doubt(about: "201") == nil)
  }

  @Test func onlyRecalledNamesAndTheLedgersOwnAreUnconfirmed() {
    #expect(CodeBook.Evidence.allCases.filter { !$0.isConfirmed } == [.recalled, .ledger])
  }

  @Test func theLedgersNamesFillWhatTheBookLacks() throws {
    var book = CodeBook(year: 2024)
    book.add(entry("2013801", "行政运行"), to: .function)
    var ledger = try Ledger(
      unit: UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative), schema: .standard())
    let place = InputPlace(file: "账.json")
    func row(_ code: String, _ name: String?) throws -> IncomeRow {
      IncomeRow(code: try #require(FunctionCode(code)), name: name, source: .other, amount: .zero, place: place)
    }
    ledger.income = [try row("2013801", "别名"), try row("2013877", "专项检查"), try row("2013878", nil)]
    let full = book.including(ledger)
    #expect(full.entry(.function, "2013801")?.name == "行政运行")
    #expect(full.entry(.function, "2013877") == entry("2013877", "专项检查", .ledger))
    #expect(full.entry(.function, "2013878") == nil)
  }
}
