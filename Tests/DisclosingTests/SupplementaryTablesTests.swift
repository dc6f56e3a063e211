import Accounts
import Checks
import Tables
import TestSupport
import Testing

/// The tables that only some places publish: their figures have addresses of their own, what ties them to the others holds in
/// a right disclosure, and a figure altered in one is found with its place.
///
/// The tables are invented from the example's figures; their layouts follow those that places print.
@Suite struct SupplementaryTablesTests {
  private typealias Cell = OtherPrint.Cell

  private static var example: OtherPrint { get throws { try OtherPrint.example.get() } }

  private static func cells(_ texts: [String]) -> [Cell] { texts.map { Cell(text: $0) } }

  /// The figure of the example at an address, printed once more at another.
  private static func same(_ print: OtherPrint, _ address: FigureAddress, at other: FigureAddress) -> Cell {
    Cell(text: print.printed[address] ?? "", address: other)
  }

  private static func table(
    _ id: TableID, _ title: String, header: [[OtherPrint.Cell]], rows: [[OtherPrint.Cell]]
  ) -> OtherPrint.Table {
    OtherPrint.Table(
      id: id, title: title, captions: ["", "", "", "金额单位：万元"], header: header, rows: rows, notes: [])
  }

  /// The rows of a table of function codes: code, name, and cells by their code or 合计.
  private static func rows(of table: OtherPrint.Table, _ figures: (String) -> [OtherPrint.Cell]) -> [[OtherPrint.Cell]]
  {
    table.rows.map { row in
      row[0].columns == 2
        ? [Cell(text: "合计", columns: 2)] + figures("合计") : [row[0], row[1]] + figures(row[0].text)
    }
  }

  private static let codeHeads = ["支出功能分类科目编码", "科目名称"]

  /// A print with a table more, and what a wrong figure in it breaks.
  enum Kind: String, CaseIterable {
    case projects, generalProjects, details, fiscalDetails, balances, projectBalances, procurement, assets, fundBasics
    case services
  }

  private static func wan(_ text: String) -> Int { Int(text.filter { $0 != "." }) ?? 0 }

  private static func text(_ wan: Int) -> String {
    let (whole, rest) = abs(wan).quotientAndRemainder(dividingBy: 100)
    return wan == 0 ? "" : "\(wan < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Expenditure by function and economic class: every 项 is put into one 款, what is above them is the sum of the exact
  /// amounts.
  private static func details(_ id: TableID, of tables: [OtherPrint.Table], _ column: (TableID) -> Int) -> [[Cell]] {
    let economic = [301, 30101, 30102, 302, 30201, 303, 30301]
    var amounts: [String: [Int: Int64]] = [:]
    var names: [(String, String)] = []
    for table in tables {
      for row in table.rows where row[0].columns == 1 {
        let code = row[0].text
        if !names.contains(where: { $0.0 == code }) { names.append((code, row[1].text)) }
        guard code.utf8.count == 7,
          let exact = row.first(where: { $0.address?.column == column(table.id) })?.exact
        else { continue }
        let section = [30101, 30102, 30201, 30301][(Int(code) ?? 0) % 4]
        for above in [code, String(code.prefix(5)), String(code.prefix(3)), "合计"] {
          for one in [1, section / 100, section] { amounts[above, default: [:]][one, default: 0] += exact.fen }
        }
      }
    }
    func figures(_ code: String) -> [Cell] {
      ([1] + economic).map {
        let fen = amounts[code]?[$0] ?? 0
        let text = fen == 0 ? "" : Figure(Amount(fen: fen), in: .wanyuan, decimals: 2).text
        return Cell(text: text, address: FigureAddress(id, code, $0))
      }
    }
    return [[Cell(text: "合计", columns: 2)] + figures("合计")]
      + names.sorted { $0.0 < $1.0 }.map { cells([$0.0, $0.1]) + figures($0.0) }
  }

  private static let detailHeader: [[Cell]] = [
    [
      Cell(text: "项目", columns: 2), Cell(text: "合计", rows: 2), Cell(text: "工资福利支出", columns: 3),
      Cell(text: "商品和服务支出", columns: 2), Cell(text: "对个人和家庭的补助", columns: 2),
    ],
    cells(codeHeads + ["小计", "基本工资", "津贴补贴", "小计", "办公费", "小计", "离休费"]),
  ]

  private static func print(with kind: Kind) throws -> (print: OtherPrint, rule: String) {
    var print = try example
    func standard(_ id: TableID) -> OtherPrint.Table { print.tables.first { $0.id == id } ?? print.tables[0] }
    let added: OtherPrint.Table
    let rule: String
    switch kind {
    case .projects, .generalProjects:
      let isGeneral = kind == .generalProjects
      let (id, from): (TableID, TableID) = isGeneral ? (.generalProjects, .t05) : (.projects, .t03)
      let spent = rows(of: standard(from)) {
        [same(print, FigureAddress(from, $0, 3), at: FigureAddress(id, $0, 1))]
      }
      added = table(
        id, isGeneral ? "一般公共预算财政拨款项目支出决算表" : "项目支出决算表", header: [cells(codeHeads + ["金额"])],
        rows: spent.filter { !($0.last?.text.isEmpty ?? true) })
      rule = "T03"
    case .details:
      added = table(
        .generalDetails, "一般公共预算财政拨款支出决算明细表", header: detailHeader,
        rows: details(.generalDetails, of: [standard(.t05)]) { _ in 1 })
      rule = "T02"
    case .fiscalDetails:
      added = table(
        .fiscalDetails, "财政拨款支出决算明细表", header: detailHeader,
        rows: details(.fiscalDetails, of: [standard(.t05), standard(.t07), standard(.t08)]) { $0 == .t07 ? 3 : 1 })
      rule = "T02"
    case .balances:
      // 一般公共预算财政拨款收入支出决算表: nothing at the beginning but what 04 says, and income as spent but for the total.
      return (balances(print), "T08")
    case .projectBalances:
      // What the projects brought in is what they spent, and nothing was carried over.
      let heads = ["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"]
      added = table(
        .projectBalances, "项目收入支出决算表", header: [cells(codeHeads + heads)],
        rows: rows(of: standard(.t03)) { code in
          let spent = print.printed[FigureAddress(.t03, code, 3)] ?? ""
          return [("", 1), (spent, 2), (spent, 3), ("", 4)].map {
            Cell(text: $0.0, address: FigureAddress(.projectBalances, code, $0.1))
          }
        })
      rule = "T01"
    case .services:
      added = table(
        .purchasedServices, "政府购买服务支出情况表", header: [cells(codeHeads + ["金额", "备注"])],
        rows: [("合计", "30.00"), ("205", "30.00"), ("20508", "30.00"), ("2050803", "30.00")].map { code, amount in
          let figure = Cell(text: amount, address: FigureAddress(.purchasedServices, code, 1))
          return code == "合计"
            ? [Cell(text: code, columns: 2), figure, Cell(text: "")] : cells([code, "培训"]) + [figure, Cell(text: "")]
        })
      rule = "T01"
    case .procurement:
      let lines = [("一、政府采购支出合计", "合计", "1"), ("（一）货物", "货物", "2"), ("（二）工程", "工程", "3"), ("（三）服务", "服务", "4")]
      added = table(
        .procurement, "政府采购情况表", header: [cells(["项目", "行次", "金额"])],
        rows: lines.map { label, item, line in
          cells([label, line])
            + [same(print, FigureAddress(.t10, line, 1), at: FigureAddress(.procurement, item, 1))]
        })
      rule = "T13"
    case .assets:
      let items = ["资产总额", "流动资产", "固定资产", "房屋", "车辆", "设备", "其他固定资产", "对外投资", "在建工程", "无形资产", "其他资产"]
      let amounts = [
        "1000.50", "200.25", "700.00", "400.00", "100.00", "150.00", "50.00", "0.00", "100.25", "0.00", "0.00",
      ]
      added = table(
        .stateAssets, "国有资产使用情况表",
        header: [
          [
            Cell(text: "项目", rows: 2), Cell(text: "行次", rows: 2), Cell(text: "资产总额", rows: 2),
            Cell(text: "流动资产", rows: 2),
            Cell(text: "固定资产", columns: 5), Cell(text: "对外投资/有价证券", rows: 2), Cell(text: "在建工程", rows: 2),
            Cell(text: "无形资产", rows: 2), Cell(text: "其他资产", rows: 2),
          ],
          cells(["小计", "房屋构筑物", "车辆", "单价200万元以上大型设备", "其他固定资产"]),
          cells(["栏次", ""] + (1...11).map(String.init)),
        ],
        rows: [
          cells(["合计", "1"])
            + zip(items, amounts).map { Cell(text: $1, address: FigureAddress(.stateAssets, $0, 1)) }
        ])
      rule = "T15"
    case .fundBasics:
      let basic = print.printed[FigureAddress(.t07, "合计", 4)] ?? ""
      func row(_ code: String, _ name: String) -> [Cell] {
        cells([code, name]) + [Cell(text: basic, address: FigureAddress(.fundBasics, code, 1))]
      }
      added = table(
        .fundBasics, "政府性基金预算财政拨款基本支出决算表", header: [cells(["经济分类科目编码", "科目名称", "决算数"])],
        rows: [
          [Cell(text: "合计", columns: 2), Cell(text: basic, address: FigureAddress(.fundBasics, "合计", 1))],
          row("302", "商品和服务支出"), row("30201", "办公费"),
        ])
      rule = "T07"
    }
    print.tables.append(added)
    return (print, rule)
  }

  /// 05 with opening balances, income and closing balances beside the expenditure.
  private static func balances(_ print: OtherPrint) -> OtherPrint {
    let (opening, income, closing) = (
      wan(print.printed[FigureAddress(.t04, "29", 1)] ?? ""), wan(print.printed[FigureAddress(.t04, "1", 1)] ?? ""),
      wan(print.printed[FigureAddress(.t04, "60", 3)] ?? "")
    )
    return print.changing([.t05]) { table in
      table.title = "一般公共预算财政拨款收入支出决算表"
      table.header = [
        [
          Cell(text: "项目", columns: 2), Cell(text: "年初结转和结余", rows: 2), Cell(text: "本年收入", rows: 2),
          Cell(text: "本年支出", columns: 3), Cell(text: "年末结转和结余", rows: 2),
        ],
        cells(codeHeads + ["合计", "基本支出", "项目支出"]),
      ]
      // All that was carried over is that of the first 项, and above it.
      let first = table.rows.first { $0[0].text.utf8.count == 7 }?[0].text ?? ""
      table.rows = table.rows.map { row in
        let code = row[0].columns == 2 ? "合计" : row[0].text
        let labels = row[0].columns == 2 ? 1 : 2
        let spent = wan(row[labels].text)
        let carries = code == "合计" || first.hasPrefix(code)
        let (before, after) = carries ? (opening, closing) : (0, 0)
        let earned = code == "合计" ? income : spent + after - before
        func cell(_ amount: Int, _ column: Int) -> Cell {
          Cell(text: text(amount), address: FigureAddress(.generalBalances, code, column))
        }
        return Array(row[..<labels]) + [cell(before, 1), cell(earned, 2)] + row[labels...] + [cell(after, 4)]
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func aRightTableIsReadAndHolds(kind: Kind) throws {
    let (print, _) = try Self.print(with: kind)
    let (tables, report) = try print.expectRead("\(kind)")
    #expect(tables.supplementary.count == 1)
    let own = report.results.filter { $0.identity.hasPrefix("T") && $0.outcome.isChecked }
    #expect(!own.isEmpty, "\(kind)")
  }

  @Test(arguments: Kind.allCases)
  func anAlteredFigureIsFoundWithItsPlace(kind: Kind) throws {
    var (print, rule) = try Self.print(with: kind)
    let index = kind == .balances ? 4 : print.tables.count - 1
    let id = kind == .balances ? TableID.generalBalances : print.tables[index].id
    let row = print.tables[index].rows.firstIndex { $0.contains { $0.address?.table == id && Self.wan($0.text) > 0 } }
    let found = try #require(row)
    let cell = try #require(
      print.tables[index].rows[found].lastIndex { $0.address?.table == id && Self.wan($0.text) > 0 })
    let altered = Self.text(Self.wan(print.tables[index].rows[found][cell].text) + 1000)
    print.tables[index].rows[found][cell].text = altered
    let report = try print.reading().report
    let errors = report.allFindings.filter { $0.severity == .error }
    #expect(errors.contains { $0.rule == rule }, "\(kind): \(errors.map(\.message))")
    let address = try #require(print.tables[index].rows[found][cell].address)
    let operands = errors.flatMap(\.operands).filter { $0.address == address.description }
    #expect(!operands.isEmpty && operands.allSatisfy { $0.place?.line != nil }, "\(kind)")
  }

  @Test func whatOfATableIsNotReadLeavesItsTiesUnchecked() throws {
    var (print, _) = try Self.print(with: .projects)
    let last = print.tables.count - 1
    print.tables[last].rows[1][0].text = "二〇五"
    let report = try print.reading().report
    #expect(report.findings.filter { $0.severity == .error }.isEmpty)
    let sums = report.results.filter { $0.identity == "T01" }.map(\.outcome)
    #expect(sums.contains { !$0.isChecked } && !sums.contains(.equal))
  }

  @Test func aCodeThatStandsForSeveralProjectsIsNotCompared() throws {
    var (print, _) = try Self.print(with: .projects)
    let last = print.tables.count - 1
    let row = try #require(print.tables[last].rows.firstIndex { $0[0].text.utf8.count == 7 })
    print.tables[last].rows[row][1].text = "第一个项目"
    print.tables[last].rows[row][2].text = "1.00"
    print.tables[last].rows.insert(print.tables[last].rows[row], at: row)
    let (tables, report) = try print.reading()
    let code = print.tables[last].rows[row][0].text
    #expect(tables.figure(at: FigureAddress(.projects, code, 1)) == nil)
    #expect(report.findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func columnsThatAreNotKnownLeaveTheTableUnread() throws {
    var (print, _) = try Self.print(with: .projects)
    let last = print.tables.count - 1
    print.tables[last].header[0].append(Cell(text: "某种别的数"))
    print.tables[last].rows = print.tables[last].rows.map { $0 + [Cell(text: "1.00")] }
    let tables = try print.reading().tables
    #expect(tables.supplementary.isEmpty)
    #expect(tables.unread.map(\.table) == [.projects])
    #expect(tables.unread.allSatisfy { $0.reach == .table })
  }

  // MARK: The three public expenses with meetings and training

  private static let meetingHeads: [[Cell]] = [
    [
      Cell(text: "项目", rows: 2), Cell(text: "合计", rows: 2), Cell(text: "“三公”经费", columns: 6),
      Cell(text: "会议费", rows: 2), Cell(text: "培训费", rows: 2),
    ],
    cells(["小计", "因公出国（境）费用", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]),
  ]

  private static func meetings(total: Int = 0) throws -> OtherPrint {
    try example.changing([.t09]) { table in
      let figures = table.rows[0]
      table.title = "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"
      table.header = meetingHeads
      func figure(_ wan: Int, _ item: String, _ column: Int) -> Cell {
        Cell(text: text(wan), address: FigureAddress(.meetings, item, column))
      }
      let whole = wan(figures[6].text) + 2000 + 8000 + total
      table.rows = [
        cells(["预算数", ""]) + figures[0..<6] + cells(["", ""]),
        [Cell(text: "决算数"), figure(whole, "合计", 2)] + figures[6..<12]
          + [figure(2000, "会议费", 2), figure(8000, "培训费", 2)],
      ]
    }
  }

  @Test func meetingsAndTraining() throws {
    let (_, report) = try Self.meetings().expectRead()
    #expect(report.results.contains { $0.identity == "T09" && $0.outcome == .equal })
    let wrong = try Self.meetings(total: 10).reading().report.findings.filter { $0.severity == .error }
    #expect(wrong.map(\.rule) == ["T09"])
  }
}
