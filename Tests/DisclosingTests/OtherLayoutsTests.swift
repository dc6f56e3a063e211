import Accounts
import Checks
import Tables
import TestSupport
import Testing

/// The layouts inside a table that places differ in: codes, totals, blocks, money, breaks between pages and sheets, sets of
/// tables. Each is the example printed otherwise; all of it is read, and nothing is found wrong.
@Suite struct OtherLayoutsTests {
  private typealias Cell = OtherPrint.Cell

  private static func cells(_ texts: [String]) -> [Cell] { texts.map { Cell(text: $0) } }

  private static var example: OtherPrint { get throws { try OtherPrint.example.get() } }

  // MARK: Totals and names

  /// Where 合计 stands in its row.
  enum TotalPlace: String, CaseIterable { case inNames, inLastCode, inNamesLast, inLastCodeLast }

  @Test(arguments: TotalPlace.allCases)
  func theTotalStandsElsewhere(place: TotalPlace) throws {
    try Self.example.changing(OtherPrint.codeTables) { table in
      guard table.rows.count > 1 else { return }
      let isSplit = place == .inLastCode || place == .inLastCodeLast
      if isSplit { table.splitCodes() }
      let index = table.rows.firstIndex { $0[0].text == "合计" } ?? 0
      var total = Array(table.rows[index].dropFirst())
      total = Self.cells(isSplit ? ["", "", "合计", ""] : ["", "合计"]) + total
      table.rows[index] = total
      if place == .inNamesLast || place == .inLastCodeLast { table.rows.append(table.rows.remove(at: index)) }
    }.expectRead("\(place)")
  }

  @Test func subheadsStandInTheRowOfCodeHeads() throws {
    // 类 | 款 | 项 beside 合计 | 基本支出 | 项目支出.
    try Self.example.changing([.t05, .t07, .t08]) { table in
      table.splitCodes()
      let total = table.header[1].indices.first { ["小计", "合计"].contains(table.header[1][$0].text) }
      guard let total else { return }
      let moved = table.header[1][total...].map { Cell(text: $0.text == "小计" ? "合计" : $0.text) }
      table.header[1].removeSubrange(total...)
      for index in table.header[0].indices where table.header[0][index].text == "本年支出" {
        table.header[0][index].rows = 2
      }
      table.header[2] += moved
    }.expectRead()
  }

  /// How far names are set in where nothing else tells their level.
  @Test(arguments: ["&nbsp;", "　"])
  func namesWithoutCodes(indent: String) throws {
    // A unit has codes of its own in the other example, whose names nobody knows.
    try OtherPrint.datong.get().changing(OtherPrint.codeTables) { table in
      table.header[0][0].columns = 1
      table.header[1].removeFirst()
      table.header[1][0].text = "科目名称"
      if table.header.count > 2 { table.header[2][0].columns = 1 }
      table.rows = table.rows.map { row in
        if row[0].columns == 2 { return [Cell(text: row[0].text)] + row.dropFirst() }
        let level = (row[0].text.utf8.count - 3) / 2
        return [Cell(text: String(repeating: indent, count: 2 * level) + row[1].text)] + row.dropFirst(2)
      }
    }.expectRead()
  }

  @Test func codesAndNamesInOneCell() throws {
    // 310资本性支出, below heads of two columns.
    try Self.example.changing(OtherPrint.codeTables.union([.t06])) { table in
      table.rows = table.rows.map { row in
        var cells: [Cell] = []
        for cell in row {
          if let last = cells.last, last.columns == 1, [3, 5, 7].contains(last.text.utf8.count), Int(last.text) != nil {
            cells[cells.count - 1] = Cell(text: last.text + cell.text, columns: 2)
          } else {
            cells.append(cell)
          }
        }
        return cells
      }
    }.expectRead()
  }

  @Test func namesSayTheirLevel() throws {
    try Self.example.changing(OtherPrint.codeTables) { table in
      table.rows = table.rows.map { row in
        guard row[0].columns == 1, !row[0].text.isEmpty else { return row }
        var row = row
        row[1].text += ["（类）", "（款）", "（项）"][(row[0].text.utf8.count - 3) / 2]
        return row
      }
    }.expectRead()
  }

  // MARK: Basic expenditure

  /// The lines of 06 as a list: code, name and figure, those of 人员经费 before those of 公用经费, and the two totals.
  private static func lines(of table: OtherPrint.Table) -> (codes: [[Cell]], totals: [[Cell]]) {
    var codes: [[Cell]] = []
    var totals: [[Cell]] = []
    for row in table.rows {
      var column = 0
      for (index, cell) in row.enumerated() {
        if cell.text.hasSuffix("合计") {
          totals.append([Cell(text: cell.text, columns: 2), row[index + 1]])
        } else if column % 3 == 0, Int(cell.text) != nil, index + 2 < row.count {
          codes.append(Array(row[index...(index + 2)]))
        }
        column += cell.columns
      }
    }
    codes.sort { $0[0].text < $1[0].text }
    let people = codes.filter { ["301", "303"].contains($0[0].text.prefix(3)) }
    return (people + codes.filter { !["301", "303"].contains($0[0].text.prefix(3)) }, totals)
  }

  private func expectBasic(
    _ comment: Comment? = nil, _ put: (inout OtherPrint.Table, [[OtherPrint.Cell]], [[OtherPrint.Cell]]) -> Void
  ) throws {
    try Self.example.changing([.t06]) { table in
      let (codes, totals) = Self.lines(of: table)
      put(&table, codes, totals)
    }.expectRead(comment)
  }

  @Test(arguments: [2, 3])
  func economicCodesInBlocks(count: Int) throws {
    try expectBasic("\(count)") { table, codes, totals in
      let people = codes.filter { ["301", "303"].contains($0[0].text.prefix(3)) }
      let office = codes.filter { !["301", "303"].contains($0[0].text.prefix(3)) }
      let height = count == 2 ? office.count : (office.count + 1) / 2
      var blocks = [people, Array(office.prefix(height))]
      if count == 3 { blocks.append(Array(office.dropFirst(height))) }
      table.header = [
        [Cell(text: "人员经费", columns: 3), Cell(text: "公用经费", columns: 3 * (count - 1))],
        blocks.flatMap { _ in Self.cells(["科目编码", "科目名称", "金额"]) },
      ]
      table.rows = (0..<(blocks.map(\.count).max() ?? 0)).map { index in
        blocks.flatMap { $0.indices.contains(index) ? $0[index] : Self.cells(["", "", ""]) }
      }
      var office2 = totals[1]
      office2[0].columns = 3 * (count - 1) - 1
      table.rows.append(totals[0] + office2)
    }
  }

  @Test func economicCodesUnderTheirTotals() throws {
    try expectBasic { table, codes, totals in
      let people = codes.filter { ["301", "303"].contains($0[0].text.prefix(3)) }
      table.header = [Self.cells(["经济分类科目编码", "经济分类科目名称", "决算数"])]
      table.rows =
        [Self.cells(["", "人员经费"]) + totals[0].dropFirst()] + people
        + [Self.cells(["", "公用经费"]) + totals[1].dropFirst()] + codes.dropFirst(people.count)
    }
  }

  @Test func economicCodesInTwoColumns() throws {
    // 301 | 01
    try expectBasic { table, codes, totals in
      table.header = [
        [Cell(text: "经济分类科目编码", columns: 2), Cell(text: "科目名称", rows: 2), Cell(text: "决算数", rows: 2)],
        Self.cells(["类", "款"]),
      ]
      table.rows =
        codes.map { row in
          Self.cells([String(row[0].text.prefix(3)), String(row[0].text.dropFirst(3))]) + row.dropFirst()
        }
        + totals.map { [Cell(text: $0[0].text, columns: 3), $0[1]] }
    }
  }

  @Test func economicNamesWithoutCodes() throws {
    try expectBasic { table, codes, totals in
      table.header = [Self.cells(["科目名称", "决算数"])]
      table.rows = codes.map { Array($0.dropFirst()) } + totals.map { [Cell(text: $0[0].text), $0[1]] }
    }
  }

  // MARK: The three public expenses

  @Test func threePublicAsAListWithLineNumbers() throws {
    let labels = ["“三公”经费合计", "一、因公出国（境）费", "二、公务用车购置及运行维护费", "其中：公务用车购置费", "公务用车运行维护费", "三、公务接待费"]
    try Self.example.changing([.t09]) { table in
      let figures = table.rows[0]
      table.header = [Self.cells(["项目", "行次", "预算数", "决算数"]), Self.cells(["栏次", "", "1", "2"])]
      table.rows = labels.indices.map {
        Self.cells([labels[$0], String($0 + 1)]) + [figures[$0], figures[$0 + 6]]
      }
    }.expectRead()
  }

  // MARK: Money

  @Test func moneyInYuan() throws {
    try Self.inYuan().expectRead()
  }

  private static func inYuan() throws -> OtherPrint {
    try example.changingCells { cell in
      if let exact = cell.exact, !cell.text.isEmpty {
        cell.text = Figure(exact, in: .yuan, decimals: 2, grouped: true).text
      }
    }.changing(Set(TableID.allCases)) { table in
      table.captions = table.captions.map { $0.hasPrefix("金额单位") ? "单位：元" : $0 }
    }
  }

  @Test func separatorsInAmounts() throws {
    try Self.example.changingCells { cell in
      if let exact = cell.exact, !cell.text.isEmpty {
        cell.text = Figure(exact, in: .wanyuan, decimals: 2, grouped: true).text
      }
    }.expectRead()
  }

  @Test(arguments: ["0.00", "0"])
  func nothingIsPrintedAs(sign: String) throws {
    // That a table of nothing is not said to be empty is another matter, and a code without amounts too.
    try Self.example.changingCells { cell in
      if cell.address != nil, cell.text.isEmpty { cell.text = sign }
    }.expectRead(besides: ["D30"])
  }

  // MARK: What is not known

  @Test func aHeadNobodyKnowsLeavesItsColumnUnread() throws {
    let (tables, report) = try Self.example.changing([.t02]) { table in
      for cell in table.header[0].indices where table.header[0][cell].text == "附属单位上缴收入" {
        table.header[0][cell].text = "某种没有听说过的收入"
      }
    }.reading()
    let column = tables.tables.flatMap(\.figures).filter { $0.address.table == .t02 && $0.address.column == 6 }
    #expect(column.isEmpty)
    #expect(tables.figure(at: FigureAddress(.t02, "合计", 1))?.figure.text == "11627.12")
    #expect(tables.figure(at: FigureAddress(.t02, "合计", 7))?.figure.text == "23.31")
    #expect(tables.unread.map(\.table) == [.t02])
    #expect(report.findings.filter { $0.severity == .error }.isEmpty)
  }

  // MARK: Pages, lines and notes

  @Test func aCellsTextStandsOnSeveralLines() throws {
    try Self.example.changing(Set(TableID.allCases)) { table in
      for row in table.rows.indices {
        for cell in table.rows[row].indices where table.rows[row][cell].address == nil {
          let text = table.rows[row][cell].text
          guard text.count > 6, Int(text) == nil else { continue }
          table.rows[row][cell].text = String(text.prefix(4)) + "<br/>" + text.dropFirst(4)
        }
      }
      for row in table.header.indices {
        for cell in table.header[row].indices where table.header[row][cell].text.count > 4 {
          let text = table.header[row][cell].text
          table.header[row][cell].text = String(text.prefix(2)) + "<br>\n" + text.dropFirst(2)
        }
      }
    }.expectRead()
  }

  /// What stands between the two parts of a table that goes on.
  enum Break: String, CaseIterable {
    case nothing, pageNumber, header, title, note, continued
  }

  @Test(arguments: Break.allCases)
  func aTableGoesOn(after: Break) throws {
    try Self.example.changing([.t01, .t02, .t03, .t05, .t06]) { table in
      let row = table.rows.count / 2
      let between: String =
        switch after {
        case .nothing, .header: ""
        case .pageNumber: "<p>- 5 -</p>\n"
        case .title: "<p>\(table.title)</p>\n<p>\(table.captions[3])</p>\n"
        case .continued: "<p>\(table.title)（续表）</p>\n"
        case .note: "<p>注：本表金额转换为万元时，因四舍五入可能存在尾差。</p>\n"
        }
      table.breaks = [(row, between)]
      if after == .header || after == .title || after == .continued {
        table.rows.insert(contentsOf: table.header, at: row)
      }
    }.expectRead("\(after)")
  }

  @Test func aLineOfTextStandsAboveTheHeaderOrTheBody() throws {
    try Self.example.changing([.t02, .t03, .t05]) { table in
      let width = table.header[0].reduce(0) { $0 + $1.columns }
      table.rows.insert([Cell(text: "（本页金额保留两位小数）", columns: width)], at: 0)
    }.expectRead("above the body")
    try Self.example.changing([.t02, .t03, .t05]) { table in
      let width = table.header[0].reduce(0) { $0 + $1.columns }
      table.header.insert([Cell(text: table.title, columns: width)], at: 0)
      table.header.insert([Cell(text: table.captions[3], columns: width)], at: 1)
    }.expectRead("above the header")
  }

  // MARK: Lines of income and expenditure

  /// Some places do not print 债务还本支出 and 债务付息支出 where there are none; the list is complete all the same.
  @Test(arguments: [true, false])
  func linesOfNothingAreLeftOut(isNumbered: Bool) throws {
    let left = ["债务还本支出", "债务付息支出"]
    let (_, report) = try Self.example.changing([.t01, .t04]) { table in
      let labels = isNumbered ? 3 : 2
      if !isNumbered { table.dropLineNumbers() }
      var right = table.rows.map { Array($0[labels...]) }
      right.removeAll { row in left.contains { row[0].text.hasSuffix($0) } }
      let blank = (table.rows[0].count - labels)
      right += Array(
        repeating: Array(repeating: Cell(text: ""), count: blank), count: table.rows.count - right.count)
      table.rows = zip(table.rows, right).map { Array($0[..<labels]) + $1 }
      if isNumbered {
        // The lines are numbered on without a gap.
        var number = Int(table.rows[0][4].text) ?? 0
        for row in table.rows.indices where !table.rows[row][4].text.isEmpty {
          table.rows[row][4].text = String(number)
          number += 1
        }
      }
    }.expectRead("\(isNumbered)")
    for identity in ["01-2", "04-2"] {
      let outcomes = report.results.filter { $0.identity == identity }.map(\.outcome)
      #expect(!outcomes.isEmpty && outcomes.allSatisfy(\.isChecked), "\(identity): \(outcomes)")
    }
  }

  // MARK: Sets of tables

  @Test func theSetOfShanghai() throws {
    let order: [TableID] = [.t01, .t02, .t03, .t04, .t05, .t06, .t09, .t07, .t08]
    var print = try Self.example.changing(OtherPrint.codeTables) { $0.splitCodes() }
      .changing([.t01, .t04]) { $0.dropLineNumbers() }
      .changing([.t06]) { $0.title = "一般公共预算财政拨款基本支出决算表" }
    print.tables = order.compactMap { id in print.tables.first { $0.id == id } }
    for index in print.tables.indices { print.tables[index].captions[0] = "" }
    try print.expectRead(besides: ["D01"])
  }

  @Test(arguments: [TableID.t09, .t10])
  func aSetWithoutATable(table: TableID) throws {
    var print = try Self.example
    print.tables.removeAll { $0.id == table }
    try print.expectRead("\(table)", besides: ["D01"])
  }

  @Test func theGeneralBudgetIsPrintedTwice() throws {
    // 北京: once with income, once with expenditure alone; where they differ it is told.
    var print = try Self.example
    let index = print.tables.firstIndex { $0.id == .t05 } ?? 0
    var other = print.tables[index]
    other.title = "一般公共预算财政拨款收入支出决算表"
    print.tables.insert(other, at: index)
    try print.expectRead()
    let last = print.tables[index].rows[0].count - 1
    print.tables[index].rows[0][last].text = "4768.96"
    #expect(try print.reading().report.findings.contains { $0.rule == "D02" })
  }

  @Test func stateCapitalIsPrintedTwice() throws {
    // 四川: once with income and balances, once with expenditure alone.
    var print = try Self.example
    let index = print.tables.firstIndex { $0.id == .t08 } ?? 0
    var other = print.tables[index]
    other.title = "国有资本经营预算财政拨款收入支出决算表"
    other.captions[0] = "公开11表"
    print.tables.insert(other, at: index)
    try print.expectRead()
  }
}

extension OtherPrint.Table {
  /// Puts the code into three columns, 类, 款 and 项, under a head of their own.
  mutating func splitCodes() {
    typealias Cell = OtherPrint.Cell
    header[0] = header[0].enumerated().map { index, cell in
      index == 0
        ? Cell(text: cell.text, columns: 4)
        : Cell(text: cell.text, columns: cell.columns, rows: cell.rows + (cell.rows > 1 ? 1 : 0))
    }
    header[1] = header[1].enumerated().map { index, cell in
      index == 0 ? Cell(text: cell.text, columns: 3) : Cell(text: cell.text, columns: cell.columns, rows: cell.rows + 1)
    }
    header.insert(["类", "款", "项"].map { Cell(text: $0) }, at: 2)
    if header.count > 3 { header[3][0].columns = 4 }
    rows = rows.map { row in
      if row[0].columns == 2 {
        var total = row
        total[0].columns = 4
        return total
      }
      let code = row[0].text
      let parts = [code.prefix(3), code.dropFirst(3).prefix(2), code.dropFirst(5)]
      return parts.map { Cell(text: String($0)) } + row.dropFirst()
    }
  }

  /// Takes the columns of 行次 out of a table of two sides.
  mutating func dropLineNumbers() {
    header[0] = header[0].map { OtherPrint.Cell(text: $0.text, columns: $0.columns - 1, rows: $0.rows) }
    func without(_ row: [OtherPrint.Cell]) -> [OtherPrint.Cell] {
      row.enumerated().filter { ![1, 4].contains($0.offset) }.map(\.element)
    }
    for row in 1..<header.count { header[row] = without(header[row]) }
    rows = rows.map(without)
  }
}
