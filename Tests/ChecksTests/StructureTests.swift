import Accounts
import Checks
import Disclosing
import Formats
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// What no sum sees: rows, codes, titles and copies that contradict one another, in the packages of the examples altered
/// in one place.
@Suite struct StructureTests {
  private func read(_ bytes: [UInt8], named name: String) throws -> TableSet {
    let folder = try TemporaryFolder([name: bytes])
    defer { withExtendedLifetime(folder) {} }
    return try Standard.reader.disclosure(at: folder.path + "/" + name)
  }

  private func read(_ text: String, named name: String = "公开") throws -> TableSet {
    try read(Array(text.utf8), named: name)
  }

  private func findings(_ tables: TableSet) throws -> [Finding] {
    try Standard.checker.check(tables).findings
  }

  private func alarms(_ tables: TableSet) throws -> [String] {
    try findings(tables).filter { $0.severity < .note }.map(\.rule)
  }

  // MARK: - A second 合计

  /// The first row of totals of a page once more, right behind itself, as it is or with another amount.
  private func repeatingTotals(_ page: String, _ alter: (Substring) -> String) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      line.contains(".合计.1\"") ? [String(line), alter(line)] : [String(line)]
    }.joined(separator: "\n")
  }

  /// 合计 that says the same is repeated by tables over several pages.
  @Test(arguments: Example.allCases) func aTotalRepeatedIsNoMistake(example: Example) throws {
    let page = try example.text("index.html")
    let repeated = repeatingTotals(page) { String($0) }
    #expect(repeated != page)
    #expect(try alarms(read(repeated)) == [])
  }

  /// In each of the five tables, whatever the file: 合计 with another first amount.
  @Test func aTotalThatContradictsIsFound() throws {
    for table in ["02", "03", "05", "07", "08"] {
      let id = try #require(TableID(rawValue: table))
      let figure = try #require(try Example.yunxi.tables.figure(at: FigureAddress(id, "合计", 1))).figure.text
      for file in ["index.html", "index.md", "data.json"] {
        let text = try Example.yunxi.text(file)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.contains("公开\(table)表") })
        let totals = [">合计<", "| 合计 |", "\"\(table).合计.1\""]
        let index = try #require(
          lines[start...].firstIndex { line in totals.contains { line.contains($0) } && line.contains(figure) },
          "\(table) \(file)")
        // The other amount has nothing behind it, so that it is no other fault too.
        let second = lines[index].replacing(figure, with: "1.23").replacing(#/ data-fen="[-0-9]*"/#, with: "")
        lines.insert(Substring(second), at: index + 1)
        let altered = lines.joined(separator: "\n")
        let found = try findings(read(altered, named: file)).filter { $0.rule == "D25" }
        #expect(found.map(\.severity) == [.error], "\(table) \(file)")
        #expect(found.first?.operands.map(\.printed) == [figure, "1.23"], "\(table) \(file)")
      }
    }
  }

  @Test func aTotalThatContradictsIsFoundInCSVAndWorkbook() throws {
    let name = try #require(try Example.datong.files.keys.first { $0.contains("03-") && $0.hasSuffix(".csv") })
    let text = try Example.datong.text(name)
    let lines = text.split(whereSeparator: \.isNewline)
    let total = try #require(lines.first { $0.contains("合计") && $0.contains("5023.02") })
    let file = String(try #require(name.split(separator: "/").last))
    let second = total.replacing("5023.02", with: "123.45") + "\n"
    let found = try findings(read(text + second, named: file)).filter { $0.rule == "D25" }
    #expect(found.map { $0.place?.line } == [lines.count + 1])
    #expect(try !findings(read(text, named: file)).contains { $0.rule == "D25" })

    // The same rows as a workbook, by way of the text of its sheet.
    let sheet = SheetOutput(name: "公开03")
    var workbook = WorkbookOutput(sheets: [sheet])
    for (row, line) in (lines + [Substring(second)]).enumerated() {
      for (column, text) in line.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
        let place = CellReference(row: row + 2, column: column + 1)
        workbook.sheets[0].put(.text(text.trimmed.replacing("\u{FEFF}", with: "")), at: place)
      }
    }
    workbook.sheets[0].put(.text("支出决算表"), at: CellReference(row: 1, column: 1))
    let inWorkbook = try findings(read(XLSXWriter.bytes(of: workbook), named: "a.xlsx")).filter { $0.rule == "D25" }
    #expect(inWorkbook.map { $0.place?.line } == [lines.count + 2])
  }

  // MARK: - Codes

  /// A page with a code that stands in one table only under another name.
  private func recoded(_ table: String, _ code: String, as other: String) throws -> TableSet {
    let tables = try Example.yunxi.tables
    let id = try #require(TableID(rawValue: table))
    return tables.with(
      tables.tables.map { table in
        guard table.id == id else { return table }
        return Table(
          id: table.id, title: table.title, formCode: table.formCode, unitLine: table.unitLine, period: table.period,
          currency: table.currency, isWide: table.isWide, header: table.header,
          rows: table.rows.map { row in
            Row(
              row.cells.map { cell in
                switch cell.content {
                case .number(code): return Cell(.number(other), columns: cell.columns)
                case .figure(let figure) where figure.address.row == code:
                  let address = FigureAddress(figure.address.table, other, figure.address.column)
                  return Cell(.figure(TableFigure(address, figure.figure)), columns: cell.columns)
                default: return cell
                }
              }, isTotal: row.isTotal)
          }, notes: table.notes)
      })
  }

  @Test func everyCodeWithExpenditureStandsIn03() throws {
    // 2070113 旅游宣传 was spent on from the general budget: under 2070114 it stands in one table only.
    for (table, rules) in [("03", ["C06"]), ("05", ["C06"])] {
      let found = try findings(recoded(table, "2070113", as: "2070114")).filter {
        ["C06", "C07", "C08"].contains($0.rule)
      }
      #expect(found.map(\.rule) == rules, "\(table)")
    }
    // 2296010 had no income of its own, but 62.40 carried over.
    #expect(try alarms(Example.yunxi.tables) == [])
  }

  /// What was not read may hold the code.
  @Test func whereTheWholeWasNotReadNothingIsMissing() throws {
    let tables = try recoded("05", "2070113", as: "2070114")
    for table in [TableID.t03, nil] {
      let part = UnreadPart(table: table, place: InputPlace(file: "公开"), text: "2070114", reason: "没有读", reach: .rows)
      let unread = TableSet(
        unitName: tables.unitName, year: tables.year, scope: tables.scope, tables: tables.tables, unread: [part])
      // That 02 has no income under the code either is known where 02 was read.
      let found = try findings(unread).filter { ["C06", "C07", "C08"].contains($0.rule) }
      #expect(found.map(\.rule) == (table == nil ? [] : ["C08"]))
    }
    #expect(ListedCodes(tables, in: .t03, Coverage(tables)).lists("2070114") == false)
    #expect(ListedCodes(tables, in: .t03, Coverage(tables)).lists("2070113") == true)
    // 03 has no code of two digits, so that one may not stand in it.
    #expect(ListedCodes(tables, in: .t03, Coverage(tables)).lists("20") == nil)
  }

  /// 884.57 under a sibling is more than the 321.56 carried over; 44.07 is less, and may have been.
  @Test func incomeUnderASiblingIsFoundWhereNothingCarriedOverCouldPay() throws {
    for (code, sibling, rules) in [("2070112", "2070111", ["C08"]), ("2050803", "2050802", [])] {
      let found = try findings(recoded("02", code, as: sibling)).filter { ["C06", "C07", "C08"].contains($0.rule) }
      #expect(found.map(\.rule) == rules)
    }
  }

  /// Where a fund's income was taken back, it may have cancelled another's under the 项.
  @Test func incomeTakenBackMayCancelAnothers() throws {
    let tables = try recoded("02", "2070112", as: "2070111")
    let line = FigureAddress(.t04, "2", 1)
    let figure = try #require(Figure(printed: "-884.57", unit: .money(.wanyuan)))
    let takenBack = tables.replacing(figure, at: line)
    #expect(try findings(takenBack).filter { $0.rule == "C08" }.isEmpty)
  }

  // MARK: - Titles and order

  private static let heading = "部门名称：某某局\t2024年度\t金额单位：万元"
  private static let table02 = """
    项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入
    科目代码\t科目名称\t\t\t\t\t\t\t
    合计\t\t1.00\t1.00\t\t\t\t\t
    """

  @Test func aTitleWithoutItsTableIsFound() throws {
    let text = "收入决算表\n\(Self.heading)\n\(Self.table02)\n支出决算表\n\(Self.heading)\n一般公共预算财政拨款支出决算表\n"
    let found = try findings(read(text)).filter { ["D01", "D26"].contains($0.rule) }
    let title = try #require(found.first { $0.rule == "D26" })
    #expect(title.severity == .error && title.place?.line == 6 && title.message.contains("支出决算表"))
    // The last title has nothing under it, as in the contents: that table is missing and no more is said of it.
    #expect(
      found.count { $0.rule == "D26" } == 1 && !found.contains { $0.rule == "D01" && $0.message.contains("公开03表") })
    #expect(found.contains { $0.rule == "D01" && $0.message.contains("公开05表") })
  }

  /// Titles in the contents, in running text and before their tables are none.
  @Test func titlesElsewhereAreNone() throws {
    let text =
      "目录\n收入决算表\n支出决算表\n见《收入决算表》\n收入决算表\n\(Self.heading)\n收入决算表\n\(Self.table02)\n附件\n支出决算表\n"
    #expect(try !findings(read(text)).contains { $0.rule == "D26" })
  }

  @Test func aTitleWhoseTableStandsElsewhereIsWarnedOf() throws {
    let text = "收入决算表\n\(Self.heading)\n支出决算表\n\(Self.heading)\n收入决算表\n\(Self.heading)\n\(Self.table02)\n"
    let found = try findings(read(text)).filter { $0.rule == "D26" }
    #expect(found.map(\.severity) == [.error, .warning])
  }

  @Test func tablesInAnotherOrderAreNoted() throws {
    let page = try Example.datong.text("index.md")
    let tables = try read(page, named: "a.md")
    #expect(try !findings(tables).contains { $0.rule == "D27" })
    let moved = tables.with([tables.tables[1], tables.tables[0]] + tables.tables[2...])
    let found = try findings(moved).filter { $0.rule == "D27" }
    #expect(found.map(\.severity) == [.note])
    #expect(found.first?.message.contains("公开01表排在公开02表之后") == true)
  }

  // MARK: - What stands behind a page

  @Test(arguments: Example.allCases) func exactAmountsAndWorkbookOfAPageAgree(example: Example) throws {
    let tables = try read(example.text("index.html"))
    #expect(try alarms(tables) == [])
    #expect(tables.tables.flatMap(\.figures).contains { $0.exact != nil })
    // The page has the workbook with the same tables in it.
    let copy = try #require(tables.copies.first)
    #expect(tables.copies.count == 1 && copy.tables?.tables.count == 10 && copy.tables?.unread == [])
  }

  /// The least exact amount that does not print as 5023.02 is 50230250.00 元, of which half a place more is rounded up.
  @Test(arguments: [("5023024999", 0), ("5023025000", 1), ("5023015000", 0), ("5023014999", 1)])
  func anExactAmountThatPrintsOtherwiseIsFound(fen: String, errors: Int) throws {
    let page = try Example.datong.text("index.html")
    let altered = page.replacing(
      "data-fen=\"5023024080\" data-cell=\"01.1.1\"", with: "data-fen=\"\(fen)\" data-cell=\"01.1.1\"")
    #expect(altered.contains(fen))
    let found = try findings(read(altered)).filter { $0.rule == "D28" }
    #expect(found.count == errors && found.allSatisfy { $0.severity == .error && $0.operands[0].address == "01.1.1" })
  }

  /// A figure of the page altered with the exact amount behind it: only the workbook still knows.
  @Test func aPageThatIsNotItsWorkbookIsFound() throws {
    let page = try Example.datong.text("index.html")
    let altered = page.replacing(
      "data-fen=\"5023024080\" data-cell=\"01.1.1\">5023.02",
      with: "data-fen=\"5024024080\" data-cell=\"01.1.1\">5024.02")
    #expect(altered != page)
    let found = try findings(read(altered)).filter { $0.rule == "D29" }
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.operands.map(\.printed) == ["5024.02", "5023.02"])
    #expect(found.first?.operands.last?.place?.cell != nil)
  }

  @Test func aWorkbookInAPageThatCannotBeReadIsWarnedOf() throws {
    let page = try Example.datong.text("index.html")
    let start = try #require(page.range(of: "data-file=\"决算公开.xlsx\">")).upperBound
    let end = try #require(page[start...].range(of: "</script>")).lowerBound
    for content in ["", "AAAA", "<"] {
      let found = try findings(read(String(page[..<start]) + content + page[end...])).filter { $0.rule == "D29" }
      #expect(found.map(\.severity) == [.warning], "\(content)")
    }
    // A page without one lacks nothing.
    let without = page.replacing("data-file=\"决算公开.xlsx\"", with: "")
    #expect(try alarms(read(without)) == [])
  }

  // MARK: - A name of another code

  /// A name that is not the code's is found, unless the rest of it stands unread in the table: then it was broken over lines.
  @Test func aNameThatIsCutIsFoundUnlessItsRestIsThere() throws {
    let text = try Example.datong.text("index.md")
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| 2080505 |") })
    let cut = row.replacing("缴费支出", with: "缴费")
    #expect(cut != row)
    func found(_ rest: String) throws -> Int {
      let altered = text.replacing(row, with: cut + rest, maxReplacements: 1)
      return try findings(read(altered, named: "index.md")).count { $0.rule == "C02" }
    }
    #expect(try found("") == 1)
    #expect(try found("\n|  | 支取 |  |  |  |  |  |  |  |") == 1)
    #expect(try found("\n|  | 支出 |  |  |  |  |  |  |  |") == 0)
  }
}
