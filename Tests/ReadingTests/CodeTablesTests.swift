import Accounts
import Foundation
import Reading
import TestSupport
import Testing

@Suite struct CodeTablesTests {
  /// The book of a year with a user's table added; 账 stands for the folder in what is wrong with it.
  private func extended(_ table: String, year: Int = 2024) throws -> (book: CodeBook, messages: [String]) {
    let folder = try LedgerFolder(["科目.csv": table])
    var book = try CodeTables.standard(year: year)
    do {
      try CodeTables.extend(&book, withFileAt: folder.path + "/科目.csv")
      return (book, [])
    } catch {
      return (book, error.problems.map { folder.shortened($0.message) })
    }
  }

  @Test(arguments: [2019, 2023, 2024, 2025, 2031])
  func standardHasTheCodesOfDatong(year: Int) throws {
    let book = try CodeTables.standard(year: year)
    #expect(book.year == year)
    let names = ["201": "一般公共服务支出", "20138": "市场监督管理事务", "2013801": "行政运行", "2210201": "住房公积金"]
    for (digits, name) in names {
      let code = try #require(FunctionCode(digits))
      #expect(book.name(of: code) == name)
      #expect(book.entry(.function, digits)?.group == "一般公共预算")
    }
    #expect(book.name(of: try #require(EconomicCode("30101"))) == "基本工资")
    #expect(book.entry(.economic, "30101")?.group == "人员经费")
    #expect(book.entry(.economic, "30201")?.group == "公用经费")
  }

  /// 财预〔2025〕41号 added them for 2025, in May of that year.
  @Test(
    arguments: [
      ("2170404", "中央金融机构注资特别国债支出"), ("22911", "中央金融机构注资特别国债财务基金支出"),
      ("23107", "中央金融机构注资特别国债还本支出"),
    ])
  func anEditionAddsToTheOnesBeforeIt(code: String, name: String) throws {
    #expect(try CodeTables.standard(year: 2024).entry(.function, code) == nil)
    for year in [2025, 2027] {
      let book = try CodeTables.standard(year: year)
      let entry = try #require(book.entry(.function, code))
      #expect(entry.name == name && entry.group == "政府性基金" && entry.evidence == .public)
      #expect(book.shippedName(.function, code) == name)
    }
  }

  /// What a later edition says nothing of stays; what it says of a code takes the earlier's place, once.
  @Test func aLaterEditionKeepsTheRest() throws {
    let (earlier, later) = (try CodeTables.standard(year: 2024), try CodeTables.standard(year: 2025))
    #expect(later.entries(.economic) == earlier.entries(.economic))
    #expect(later.entries(.function).count == earlier.entries(.function).count + 3)
    #expect(earlier.entry(.function, "2110301")?.evidence == .public)
    #expect(later.entry(.function, "2110301")?.evidence == .published)
    #expect(later.entry(.function, "2110301")?.name == earlier.entry(.function, "2110301")?.name)
    #expect(later.formerNames(of: "2010305") == earlier.formerNames(of: "2010305"))
    #expect(later.withdrawnCodes == earlier.withdrawnCodes)
    #expect(later.doubt(about: "22911")?.contains("财预〔2025〕41号") == true)
    #expect(later.doubt(about: "2030605") == earlier.doubt(about: "2030605"))
  }

  @Test func namesCarryTheirEvidence() throws {
    let book = try CodeTables.standard(year: 2024)
    #expect(book.entry(.function, "2013801")?.evidence == .datong)
    #expect(book.entry(.function, "2013802")?.evidence == .published)
    #expect(book.entry(.function, "2010101")?.evidence == .recalled)
    #expect(book.entry(.function, "9999999") == nil)
    #expect(book.entry(.economic, "2013801") == nil && book.entry(.function, "30101") == nil)
  }

  /// The built-in tables, whose lines are read when asked for, say what they say when read as a user's tables are.
  @Test func standardIsWhatItsFilesSay() throws {
    let standard = try CodeTables.standard(year: 2024)
    var book = CodeBook(year: 2024)
    let folder = Checkout.folder.appending(path: "Sources/Reading/Data/codes/2024")
    for name in ["functional", "economic"] {
      try CodeTables.extend(&book, withFileAt: folder.appending(path: name + ".csv").path)
    }
    for classification in CodeBook.Classification.allCases {
      #expect(standard.entries(classification) == book.entries(classification))
      for entry in book.entries(classification) { #expect(standard.entry(classification, entry.code) == entry) }
    }
  }

  @Test func formerAndWithdrawnCodesAreKnown() throws {
    let book = try CodeTables.standard(year: 2024)
    #expect(book.formerNames(of: "2010305") == [CodeBook.FormerName(name: "专项业务活动", untilYear: 2019)])
    #expect(
      book.withdrawal(of: "20110")
        == CodeBook.Withdrawn(code: "20110", name: "人力资源事务", replacements: ["20801", "2013204"], untilYear: 2020))
    #expect(book.doubt(about: "2014050") == "未经证实")
  }

  /// Every code has the level above it, and no code stands in both classifications.
  @Test func standardIsWhole() throws {
    let book = try CodeTables.standard(year: 2024)
    #expect(book.entries(.function).count == 1649)
    #expect(book.entries(.economic).count == 110)
    for entry in book.entries(.function) {
      let code = try #require(FunctionCode(entry.code))
      #expect(code.parent.map { book.name(of: $0) != nil } ?? true, "\(entry.code) 没有上级")
      #expect(!entry.name.isEmpty && entry.name == entry.name.trimmed)
    }
    for entry in book.entries(.economic) {
      let code = try #require(EconomicCode(entry.code))
      #expect(book.entry(.economic, code.category) != nil)
    }
  }

  @Test func userTableAddsAndReplaces() throws {
    let (book, messages) = try extended(
      "\u{FEFF}code,name,fund\r\n2013801,新的名称,一般公共预算\r\n２０１９９７７, 自定科目 ,\r\n39877,自定经济科目,公用经费\r\n３９８,自定类,\r\n")
    #expect(messages == [])
    #expect(
      book.entry(.function, "2013801")
        == CodeBook.Entry(code: "2013801", name: "新的名称", group: "一般公共预算", evidence: .user))
    #expect(
      book.entry(.function, "2019977") == CodeBook.Entry(code: "2019977", name: "自定科目", group: "", evidence: .user))
    #expect(book.entry(.economic, "39877")?.group == "公用经费")
    #expect(book.entry(.economic, "398")?.name == "自定类")
    #expect(book.entry(.function, "2013804")?.name == "市场主体管理")
  }

  @Test func chineseHeadingsInAnyOrder() throws {
    let (book, messages) = try extended("名称,备注,科目编码,依据\n自定,无,2019977,published\n")
    #expect(messages == [])
    #expect(
      book.entry(.function, "2019977") == CodeBook.Entry(code: "2019977", name: "自定", group: "", evidence: .published))
  }

  @Test(arguments: [(2024, "今年"), (2025, "明年"), (2026, "行政运行")])
  func rowsOfOtherYearsArePassedOver(year: Int, name: String) throws {
    let (book, messages) = try extended("年度,编码,名称\n2024,2013801,今年\n２０２５,2013801,明年\n,2019977,各年\n", year: year)
    #expect(messages == [])
    #expect(book.entry(.function, "2013801")?.name == name)
    #expect(book.entry(.function, "2019977")?.name == "各年")
  }

  @Test func wrongRowsAreAllReportedWithTheirLines() throws {
    let (book, messages) = try extended(
      "code,name,year\n2013801,新,\n20,太短,\n2019977,,\n3010101,太长,\n2019978,某,今年\n\n2019979,某\nabc,字母,\n")
    #expect(
      messages == [
        "账/科目.csv:3: 错误: 编码是“20”，名称是“太短”，编码应为三、五或七位数字，名称不应为空。",
        "账/科目.csv:4: 错误: 编码是“2019977”，名称是“”，编码应为三、五或七位数字，名称不应为空。",
        "账/科目.csv:5: 错误: 编码是“3010101”，名称是“太长”，编码应为三、五位数字，名称不应为空。",
        "账/科目.csv:6: 错误: 年度是“今年”，应为四位数字，如 2024；适用于各年度时留空。",
        "账/科目.csv:8: 错误: 有 2 列，应与标题一样有 3 列。请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来。",
        "账/科目.csv:9: 错误: 编码是“abc”，名称是“字母”，编码应为三、五或七位数字，名称不应为空。",
      ])
    #expect(book.entry(.function, "2013801")?.name == "新")
  }

  @Test func wrongTables() throws {
    #expect(try extended("").messages == ["账/科目.csv: 错误: 文件是空的，第一行应是标题 code,name。"])
    #expect(
      try extended("科目,称呼\n201,某\n").messages == [
        "账/科目.csv:1: 错误: 标题是“科目,称呼”，应有 code（编码）和 name（名称）两列。"
      ])
    #expect(
      try extended("code,name\n201,\"某\n").messages == [
        "账/科目.csv:2: 错误: 第 2 行第 2 列：英文双引号在此开始，到文件末尾也没有结束，应有一个结束的双引号。"
          + "请补上结束的双引号；此行及以后的内容没有读取。"
      ])
    var book = try CodeTables.standard(year: 2024)
    let missing = #expect(throws: UnusableInput.self) { try CodeTables.extend(&book, withFileAt: "/没有/科目.csv") }
    #expect(missing?.problems.map(\.message) == ["/没有/科目.csv: 错误: 没有这个文件，应是已有的文件。"])
  }
}
