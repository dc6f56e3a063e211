import Accounts
import Testing

@Suite struct CodeLinesTests {
  private static let table = """
    code,name,level,fund,evidence
    201,一般公共服务支出,类,一般公共预算,datong
    20101,人大事务,款,一般公共预算,recalled
    2010101,行政运行,项,,
    208, 社会保障和就业支出 ,类,一般公共预算,published

    """

  private func read(_ table: String) -> CodeBook? {
    CodeLines(table, group: "fund", evidence: .recalled).map { lines in
      var book = CodeBook(year: 2024)
      book.take(lines, of: .function)
      return book
    }
  }

  @Test func linesAreFoundByTheirCodes() throws {
    let book = try #require(read(Self.table))
    let entries = [
      CodeBook.Entry(code: "201", name: "一般公共服务支出", group: "一般公共预算", evidence: .datong),
      CodeBook.Entry(code: "20101", name: "人大事务", group: "一般公共预算", evidence: .recalled),
      CodeBook.Entry(code: "2010101", name: "行政运行", group: "", evidence: .recalled),
      CodeBook.Entry(code: "208", name: "社会保障和就业支出", group: "一般公共预算", evidence: .published),
    ]
    #expect(book.entries(.function) == entries)
    for entry in entries { #expect(book.entry(.function, entry.code) == entry) }
    for code in ["", "2", "20", "200", "2010", "2010102", "209", "999", "201,", "201,一般公共服务支出", "０"] {
      #expect(book.entry(.function, code) == nil, "\(code)")
    }
    #expect(book.entry(.economic, "201") == nil)
  }

  @Test func entriesOfOnesOwnComeFirst() throws {
    var book = try #require(read(Self.table))
    let own = CodeBook.Entry(code: "20101", name: "别的", group: "", evidence: .user)
    book.add(own, to: .function)
    #expect(book.entry(.function, "20101") == own)
    #expect(book.entries(.function).map(\.name) == ["一般公共服务支出", "别的", "行政运行", "社会保障和就业支出"])
  }

  /// Such tables are read whole instead, which says what is wrong with them.
  @Test(arguments: [
    "", "name,code\n甲,201\n", "code\n201\n", "code,name,year\n201,甲,2024\n", "code,name\n202,甲\n201,乙\n",
    "code,name\n201,甲\n201,乙\n", "code,name\n201,\"甲\"\n", "code,name\n201,甲,乙\n", "code,name\n201\n",
    "code,name\n2O1,甲\n", "code,name\n2011,甲\n", "code,name\n 201,甲\n", "code,name\r\n201,甲\r\n",
  ])
  func otherTablesAreNotReadByLines(table: String) {
    #expect(read(table) == nil)
  }
}
