import Accounts
import Disclosing
import Tables
import TestSupport
import Testing

/// Tables as thirty places print them are read to the same figures, and a right disclosure stays without a finding.
///
/// The variants are those seen in real publications; the figures are the example's own, so that what has to be read is known
/// before anything is read.
@Suite struct OtherPlacesTests {
  private func expectRead(_ print: OtherPrint, _ comment: Comment? = nil) throws { try print.expectRead(comment) }

  @Test func theExampleItself() throws { try expectRead(OtherPrint.example.get()) }

  // MARK: Titles

  static let titles: [(TableID, String)] = [
    (.t01, "收入支出决算表"), (.t01, "表一：收入支出决算总表"), (.t01, "附表1"), (.t01, "2024年度部门收入支出决算总表"),
    (.t02, "收入决算总表"), (.t02, "表2：收入决算表"), (.t03, "支出决算总表"), (.t03, "部门支出决算表"),
    (.t03, "支出决算表（公开03表）"), (.t04, "财政拨款收入支出决算表"), (.t04, "《财政拨款收入支出决算总表》"),
    (.t05, "一般公共预算财政拨款收入支出决算表"), (.t06, "一般公共预算财政拨款基本支出决算表"),
    (.t08, "国有资本经营预算财政拨款收入支出决算表"), (.t09, "一般公共预算财政拨款“三公”经费支出决算表"),
    (.t09, "财政拨款安排的“三公”经费支出决算表"), (.t09, "一般公共预算及政府性基金财政拨款“三公”经费支出决算表"),
    (.t09, "“三公”经费、行政参公单位机关运行经费情况表"), (.t10, "机构运行信息表"),
    (.t09, "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"), (.t02, "单位收入决算表"), (.t01, "附表1：收入支出决算总表"),
    (.t01, "附表1 收入支出决算总表"), (.t01, "（公开01表）收入支出决算总表"), (.t01, "公开01表：收入支出决算总表"),
    (.t03, "2024年度支出决算表"), (.t05, "一般公共预算财政拨款支出决算总表"), (.t06, "一般公共预算基本支出决算表"),
    (.t07, "政府性基金预算收入支出决算表"), (.t07, "政府性基金预算财政拨款支出决算表"), (.t08, "国有资本经营预算支出决算表"),
    (.t04, "某单位2024年度部门财政拨款收入支出决算总表"),
  ]

  /// The titles in rounds, in each of which a table has one of its titles: reading all of them costs ten prints and not forty.
  static let roundsOfTitles: [[TableID: String]] = rounds(titles)

  /// Pairs in rounds, each of which has a key once.
  private static func rounds<Key: Hashable>(_ pairs: [(Key, String)]) -> [[Key: String]] {
    var rounds: [[Key: String]] = []
    for (key, value) in pairs {
      if let round = rounds.firstIndex(where: { $0[key] == nil }) {
        rounds[round][key] = value
      } else {
        rounds.append([key: value])
      }
    }
    return rounds
  }

  @Test(arguments: roundsOfTitles)
  func titlesOfOtherPlaces(titles: [TableID: String]) throws {
    let print = try OtherPrint.example.get().changing(Set(titles.keys)) { table in
      guard let title = titles[table.id] else { return }
      // 附表1 alone names no table: the real title stands below it.
      if title == "附表1" { table.captions[0] = title } else { table.title = title }
    }
    try expectRead(print, "\(titles)")
  }

  @Test func theCodesOfTheTablesAreNumberedOtherwise() throws {
    var number = 0
    try expectRead(
      OtherPrint.example.get().changing(Set(TableID.allCases)) { table in
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
      OtherPrint.example.get().changing(OtherPrint.codeTables) { table in
        table.splitCodes()
        table.rows = table.rows.map { row in
          let code = row[0...2].map(\.text).joined()
          return switch columns {
          case _ where row[0].columns == 4, .parts: row
          case .merged: [OtherPrint.Cell(text: code, columns: 3)] + row.dropFirst(3)
          case .first: [code, "", ""].map { OtherPrint.Cell(text: $0) } + row.dropFirst(3)
          }
        }
      }, "\(columns)")
  }

  @Test func codeAndNameInOneCell() throws {
    try expectRead(
      OtherPrint.example.get().changing(OtherPrint.codeTables) { table in
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
      OtherPrint.example.get().changing(OtherPrint.codeTables) { table in
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
    ("统计数", "决算数"), ("科目代码", "支出功能分类"), ("科目代码", "项目"), ("公务用车购置费", "公务用车购置"),
    ("公务用车购置及运行维护费", "公务用车购置和运行维护费"), ("科目名称", "支出功能分类科目名称"), ("行次", "序号"),
  ]

  static let roundsOfHeads: [[String: String]] = rounds(heads)

  @Test(arguments: roundsOfHeads)
  func headsOfOtherPlaces(heads: [String: String]) throws {
    try expectRead(
      OtherPrint.example.get().changing(Set(TableID.allCases)) { table in
        for row in table.header.indices {
          for column in table.header[row].indices {
            if let other = heads[table.header[row][column].text] { table.header[row][column].text = other }
          }
        }
      }, "\(heads)")
  }

  @Test func withoutColumnNumbers() throws {
    try expectRead(
      OtherPrint.example.get().changing(Set(TableID.allCases)) { table in
        if table.header.count > 1, table.header.last?.contains(where: { $0.text == "1" }) == true {
          table.header.removeLast()
        }
      })
  }

  @Test func withoutLineNumbers() throws {
    try expectRead(
      OtherPrint.example.get().changing([.t01, .t04]) { table in
        table.dropLineNumbers()
      })
  }

  @Test func theTotalStandsLast() throws {
    try expectRead(
      OtherPrint.example.get().changing(OtherPrint.codeTables) { table in
        guard table.rows.count > 1 else { return }
        table.rows = table.rows.dropFirst() + [table.rows[0]]
      })
  }

  @Test func theHeaderStandsAgainOnEveryPage() throws {
    try expectRead(
      OtherPrint.example.get().changing([.t02, .t03, .t05]) { table in
        table.rows.insert(contentsOf: table.header, at: min(5, table.rows.count))
      })
  }

  @Test(arguments: ["-", "—", "——", "/", "－"])
  func nothingIsPrintedAs(sign: String) throws {
    var print = try OtherPrint.example.get()
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
    for (address, text) in try OtherPrint.example.get().printed {
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
      OtherPrint.example.get().changing([.t09]) { table in
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
      OtherPrint.example.get().changing([.t06]) { table in
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
