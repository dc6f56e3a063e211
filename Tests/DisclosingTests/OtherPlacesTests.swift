import Accounts
import Checks
import Disclosing
import Reading
import Tables
import TestSupport
import Testing

/// Tables as thirty places print them are read to the same figures, and a right disclosure stays without a finding.
///
/// The variants are those seen in real publications; the figures are the example's own, so that what has to be read is known
/// before anything is read.
@Suite struct OtherPlacesTests {
  private static let sound = Once {
    OtherPrint(try Standard.reader.disclosure(at: Checkout.path("Examples/yunxi-2024/disclosure/data.json")))
  }

  /// Reads a print in the form that fits best, and expects every figure printed, no other, and no error or warning that
  /// concerns figures.
  private func expectRead(_ print: OtherPrint, _ comment: Comment? = nil) throws {
    let folder = try TemporaryFolder(["公开.html": Array(print.page.utf8)])
    var disclosures = Disclosures(Choices()) { _ in }
    let disclosure = try disclosures.disclosure(at: folder.path + "/公开.html")
    var read: [FigureAddress: String] = [:]
    for figure in disclosure.tables.tables.flatMap(\.figures) where !figure.figure.text.isEmpty {
      read[figure.address] = figure.figure.text
    }
    let printed = print.printed
    let differing = Set(printed.keys).union(read.keys).filter { printed[$0] != read[$0] }
    #expect(differing.isEmpty, comment)
    #expect(disclosure.tables.unread.filter { $0.reach != .words }.isEmpty, comment)
    let found = try disclosures.report(on: disclosure).findings.filter {
      $0.severity != .note && !["D09", "D10", "D31"].contains($0.rule)
    }
    #expect(found.map { "\($0.rule) \($0.message)" } == [], comment)
  }

  @Test func theExampleItself() throws { try expectRead(Self.sound.get()) }

  // MARK: Titles

  static let titles: [(TableID, String)] = [
    (.t01, "收入支出决算表"), (.t01, "表一：收入支出决算总表"), (.t01, "附表1"), (.t01, "2024年度部门收入支出决算总表"),
    (.t02, "收入决算总表"), (.t02, "表2：收入决算表"), (.t03, "支出决算总表"), (.t03, "部门支出决算表"),
    (.t03, "支出决算表（公开03表）"), (.t04, "财政拨款收入支出决算表"), (.t04, "《财政拨款收入支出决算总表》"),
    (.t05, "一般公共预算财政拨款收入支出决算表"), (.t06, "一般公共预算财政拨款基本支出决算表"),
    (.t08, "国有资本经营预算财政拨款收入支出决算表"), (.t09, "一般公共预算财政拨款“三公”经费支出决算表"),
    (.t09, "财政拨款安排的“三公”经费支出决算表"), (.t09, "一般公共预算及政府性基金财政拨款“三公”经费支出决算表"),
    (.t09, "“三公”经费、行政参公单位机关运行经费情况表"), (.t10, "机构运行信息表"),
  ]

  @Test(arguments: titles)
  func aTitleOfAnotherPlace(table: TableID, title: String) throws {
    // 附表1 alone names no table: the real title stands below it.
    let print = try Self.sound.get().changing([table]) { table in
      if title == "附表1" { table.captions[0] = title } else { table.title = title }
    }
    try expectRead(print, "\(title)")
  }

  @Test func theCodesOfTheTablesAreNumberedOtherwise() throws {
    var number = 0
    try expectRead(
      Self.sound.get().changing(Set(TableID.allCases)) { table in
        number += 1
        table.captions[0] = "表\(11 - number)"
      })
  }

  // MARK: Codes

  /// The code in columns of its own, 类 | 款 | 项: each part by itself, or one code over all three, or in the first.
  enum CodeColumns: String, CaseIterable { case parts, merged, first }

  @Test(arguments: CodeColumns.allCases)
  func codesInThreeColumns(columns: CodeColumns) throws {
    try expectRead(
      Self.sound.get().changing(OtherPrint.codeTables) { table in
        table.header = Self.splitHeader(table.header)
        table.rows = table.rows.map { row in
          if row[0].columns == 2 { return [Self.wide(row[0], 4)] + row.dropFirst() }
          let code = row[0].text
          let cells: [OtherPrint.Cell] =
            switch columns {
            case .merged: [OtherPrint.Cell(text: code, columns: 3)]
            case .first: [code, "", ""].map { OtherPrint.Cell(text: $0) }
            case .parts:
              [code.prefix(3), code.dropFirst(3).prefix(2), code.dropFirst(5)].map { OtherPrint.Cell(text: String($0)) }
            }
          return cells + row.dropFirst()
        }
      }, "\(columns)")
  }

  private static func wide(_ cell: OtherPrint.Cell, _ columns: Int) -> OtherPrint.Cell {
    OtherPrint.Cell(text: cell.text, columns: columns, rows: cell.rows, address: cell.address)
  }

  /// A header whose code column is three, with 类, 款 and 项 in a row of their own.
  private static func splitHeader(_ header: [[OtherPrint.Cell]]) -> [[OtherPrint.Cell]] {
    var header = header
    header[0] = header[0].enumerated().map { index, cell in
      index == 0
        ? wide(cell, 4)
        : OtherPrint.Cell(text: cell.text, columns: cell.columns, rows: cell.rows + (cell.rows > 1 ? 1 : 0))
    }
    header[1] = header[1].enumerated().map { index, cell in
      index == 0
        ? wide(cell, 3) : OtherPrint.Cell(text: cell.text, columns: cell.columns, rows: cell.rows + 1)
    }
    header.insert(["类", "款", "项"].map { OtherPrint.Cell(text: $0) }, at: 2)
    if header.count > 3 { header[3][0].columns = 4 }
    return header
  }

  @Test func codeAndNameInOneCell() throws {
    try expectRead(
      Self.sound.get().changing(OtherPrint.codeTables) { table in
        table.header[0][0].columns = 1
        table.header[1] = [OtherPrint.Cell(text: "科目编码及名称")] + table.header[1].dropFirst(2)
        if table.header.count > 2 { table.header[2][0].columns = 1 }
        table.rows = table.rows.map { row in
          row[0].columns == 2
            ? [OtherPrint.Cell(text: row[0].text)] + row.dropFirst()
            : [OtherPrint.Cell(text: row[0].text + " " + row[1].text)] + row.dropFirst(2)
        }
      })
  }

  @Test func theCodeIsRepeatedBeforeTheName() throws {
    try expectRead(
      Self.sound.get().changing(OtherPrint.codeTables) { table in
        table.rows = table.rows.map { row in
          guard row[0].columns == 1 else { return row }
          var row = row
          row[1].text = row[0].text + row[1].text
          return row
        }
      })
  }

  // MARK: Heads and rows

  static let heads: [(String, String)] = [
    ("科目代码", "功能分类科目编码"), ("科目代码", "支出功能分类科目编码"), ("科目代码", "科目编码"), ("科目名称", "功能科目名称"),
    ("小计", "合计"), ("本年支出合计", "合计"), ("本年收入合计", "合计"), ("财政拨款收入", "财政拨款"), ("金额", "决算数"),
    ("决算数", "金额"), ("公务用车购置及运行维护费", "公务用车购置及运行费"), ("公务用车运行维护费", "公务用车运行费"),
    ("统计数", "决算数"),
  ]

  @Test(arguments: heads)
  func aHeadOfAnotherPlace(word: String, other: String) throws {
    try expectRead(
      Self.sound.get().changing(Set(TableID.allCases)) { table in
        for row in table.header.indices {
          for column in table.header[row].indices where table.header[row][column].text == word {
            table.header[row][column].text = other
          }
        }
      }, "\(word) → \(other)")
  }

  @Test func withoutColumnNumbers() throws {
    try expectRead(
      Self.sound.get().changing(Set(TableID.allCases)) { table in
        if table.header.count > 1, table.header.last?.contains(where: { $0.text == "1" }) == true {
          table.header.removeLast()
        }
      })
  }

  @Test func withoutLineNumbers() throws {
    try expectRead(
      Self.sound.get().changing([.t01, .t04]) { table in
        table.header[0] = table.header[0].map { Self.wide($0, $0.columns - 1) }
        for row in 1..<table.header.count { table.header[row] = Self.without([1, 4], table.header[row]) }
        table.rows = table.rows.map { Self.without([1, 4], $0) }
      })
  }

  private static func without(_ columns: [Int], _ row: [OtherPrint.Cell]) -> [OtherPrint.Cell] {
    row.enumerated().filter { !columns.contains($0.offset) }.map(\.element)
  }

  @Test func theTotalStandsLast() throws {
    try expectRead(
      Self.sound.get().changing(OtherPrint.codeTables) { table in
        guard table.rows.count > 1 else { return }
        table.rows = table.rows.dropFirst() + [table.rows[0]]
      })
  }

  @Test func theHeaderStandsAgainOnEveryPage() throws {
    try expectRead(
      Self.sound.get().changing([.t02, .t03, .t05]) { table in
        table.rows.insert(contentsOf: table.header, at: min(5, table.rows.count))
      })
  }

  @Test(arguments: ["-", "—", "——", "/", "－"])
  func nothingIsPrintedAs(sign: String) throws {
    var print = try Self.sound.get()
    for table in print.tables.indices {
      for row in print.tables[table].rows.indices {
        for cell in print.tables[table].rows[row].indices where print.tables[table].rows[row][cell].address != nil {
          if print.tables[table].rows[row][cell].text.isEmpty { print.tables[table].rows[row][cell].text = sign }
        }
      }
    }
    let folder = try TemporaryFolder(["公开.html": Array(print.page.utf8)])
    var disclosures = Disclosures(Choices()) { _ in }
    let read = try disclosures.disclosure(at: folder.path + "/公开.html").tables
    #expect(read.unread.filter { $0.reach != .words }.isEmpty)
    for (address, text) in try Self.sound.get().printed {
      #expect(read.figure(at: address)?.figure.text == text)
    }
  }

  // MARK: The three public expenses

  /// The twelve figures of the example by what is spent on, in the order of the form.
  private static let items = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]

  private func expectThreePublic(_ header: [[OtherPrint.Cell]], _ rows: ([OtherPrint.Cell]) -> [[OtherPrint.Cell]])
    throws
  {
    try expectRead(
      Self.sound.get().changing([.t09]) { table in
        table.header = header
        table.rows = rows(table.rows[0])
      })
  }

  @Test func threePublicAsAList() throws {
    let labels = ["“三公”经费合计", "1. 因公出国（境）费", "2. 公务用车购置及运行维护费", "（1）公务用车购置费", "（2）公务用车运行维护费", "3. 公务接待费"]
    try expectThreePublic([["项目", "预算数", "决算数"].map { OtherPrint.Cell(text: $0) }]) { figures in
      labels.indices.map { [OtherPrint.Cell(text: labels[$0]), figures[$0], figures[$0 + 6]] }
    }
  }

  private static var itemHeads: [[OtherPrint.Cell]] {
    [
      [
        OtherPrint.Cell(text: "项目", rows: 2), OtherPrint.Cell(text: "合计", rows: 2),
        OtherPrint.Cell(text: "因公出国（境）费", rows: 2), OtherPrint.Cell(text: "公务用车购置及运行维护费", columns: 3),
        OtherPrint.Cell(text: "公务接待费", rows: 2),
      ],
      ["小计", "公务用车购置费", "公务用车运行维护费"].map { OtherPrint.Cell(text: $0) },
    ]
  }

  @Test func threePublicInTwoRows() throws {
    try expectThreePublic(Self.itemHeads) { figures in
      [
        [OtherPrint.Cell(text: "预算数")] + figures[0..<6], [OtherPrint.Cell(text: "决算数")] + figures[6..<12],
      ]
    }
  }

  @Test func threePublicInPairs() throws {
    let heads = Self.itemHeads
    let wide = heads.map { row in
      row.filter { $0.text != "项目" }.map { OtherPrint.Cell(text: $0.text, columns: $0.columns * 2, rows: $0.rows) }
    }
    let sides = (0..<6).flatMap { _ in ["预算数", "决算数"].map { OtherPrint.Cell(text: $0) } }
    try expectThreePublic(wide + [sides]) { figures in [(0..<6).flatMap { [figures[$0], figures[$0 + 6]] }] }
  }

  // MARK: Basic expenditure

  @Test func economicCodesInOneList() throws {
    try expectRead(
      Self.sound.get().changing([.t06]) { table in
        let cells = table.rows.flatMap { row in
          stride(from: 0, to: row.count - 2, by: 3).map { Array(row[$0..<min($0 + 3, row.count)]) }
        }
        let codes = cells.filter {
          $0.count == 3 && $0[0].columns == 1 && $0[0].text.utf8.count >= 3 && Int($0[0].text) != nil
        }
        let totals = table.rows.filter { $0.contains { $0.text.hasSuffix("合计") } }.flatMap { row in
          row.indices.filter { row[$0].text.hasSuffix("合计") }.map { index in
            [OtherPrint.Cell(text: row[index].text, columns: 2), row[index + 1]]
          }
        }
        table.header = [["经济分类科目编码", "科目名称", "决算数"].map { OtherPrint.Cell(text: $0) }]
        table.rows = codes + totals
      })
  }
}
