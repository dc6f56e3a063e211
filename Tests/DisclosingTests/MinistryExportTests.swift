import Accounts
import Checks
import Disclosing
import Formats
import Reading
import Tables
import TestSupport
import Testing

/// The Ministry's own export (财决各表): a workbook with a sheet a table, named like “Z01 收入支出决算总表(财决01表)”, amounts in 元,
/// budget columns beside those of final accounts, “—” where no amount can be.
///
/// The workbook is invented: it has the example's figures, in the layout of the export. What the national form has no place for
/// is passed over, and nothing is read wrong.
@Suite struct MinistryExportTests {
  private typealias Cell = OtherPrint.Cell

  private static func cells(_ texts: [String]) -> [Cell] { texts.map { Cell(text: $0) } }

  private static func wide(_ text: String, _ columns: Int, rows: Int = 1) -> Cell {
    Cell(text: text, columns: columns, rows: rows)
  }

  private static func blank(_ count: Int, _ sign: String = "") -> [Cell] { cells(Array(repeating: sign, count: count)) }

  /// An amount as the export prints it, in 元 with separators.
  private static func yuan(_ cell: OtherPrint.Cell) -> OtherPrint.Cell {
    var cell = cell
    if let exact = cell.exact, !cell.text.isEmpty {
      cell.text = Figure(exact, in: .yuan, decimals: 2, grouped: true).text
    }
    return cell
  }

  private static let export = Once {
    var print = try OtherPrint.example.get()
    print.tables = print.tables.filter { ![.t06, .t09].contains($0.id) }.map { table in
      var table = table
      table.rows = table.rows.map { $0.map(yuan) }
      table.captions = [table.captions[0], "编制单位：\(print.unit)", "2024年度", "金额单位：元"]
      table.notes = []
      switch table.id {
      case .t01: threeBlocks(&table)
      case .t04: funds(&table)
      case .t02, .t03: codes(&table, balances: false)
      case .t05, .t07, .t08: codes(&table, balances: true)
      case .t10: operations(&table)
      default: break
      }
      return table
    }
    return print
  }

  /// Z01: income, expenditure by function, expenditure by nature, each with 行次 and three amounts.
  private static func threeBlocks(_ table: inout OtherPrint.Table) {
    table.title = "收入支出决算总表"
    table.captions[0] = "财决01表"
    let amounts = ["年初预算数", "全年预算数", "决算数"]
    table.header = [
      [wide("收入", 5), wide("支出", 10)],
      cells(["项目", "行次"] + amounts + ["项目（按功能分类）", "行次"] + amounts + ["项目（按支出性质和经济分类）", "行次"] + amounts),
      cells(["栏次", "", "1", "2", "3", "栏次", "", "4", "5", "6", "栏次", "", "7", "8", "9"]),
    ]
    table.rows = table.rows.enumerated().map { index, row in
      row[0...1] + blank(2, "—") + [row[2]] + row[3...4] + blank(2, "—") + [row[5]]
        + cells([index == 0 ? "一、基本支出" : "", String(63 + index), "—", "—", index == 0 ? "1.00" : ""])
    }
  }

  /// Z01-1: the funds under each kind of amount.
  private static func funds(_ table: inout OtherPrint.Table) {
    table.title = "财政拨款收入支出决算总表"
    table.captions[0] = "财决01-1表"
    let funds = ["小计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
    table.header = [
      [wide("收入", 5), wide("支出", 14)],
      [
        wide("项目", 1, rows: 2), wide("行次", 1, rows: 2), wide("年初预算数", 1, rows: 2), wide("全年预算数", 1, rows: 2),
        wide("决算数", 1, rows: 2), wide("项目（按功能分类）", 1, rows: 2), wide("行次", 1, rows: 2), wide("年初预算数", 4),
        wide("全年预算数", 4), wide("决算数", 4),
      ],
      cells(funds + funds + funds),
    ]
    table.rows = table.rows.map { row in
      row[0...1] + blank(2, "—") + [row[2]] + row[3...4] + blank(8, "—") + row[5...]
    }
  }

  /// Z03, Z04, Z07, Z09, Z11: 类, 款 and 项 over one merged cell of three columns; with balances, where a table has them,
  /// parted by basic and project expenditure.
  private static func codes(_ table: inout OtherPrint.Table, balances: Bool) {
    let titles: [TableID: (String, String)] = [
      .t02: ("收入决算表", "财决03表"), .t03: ("支出决算表", "财决04表"), .t05: ("一般公共预算财政拨款收入支出决算表", "财决07表"),
      .t07: ("政府性基金预算财政拨款收入支出决算表", "财决09表"), .t08: ("国有资本经营预算财政拨款收入支出决算表", "财决11表"),
    ]
    (table.title, table.captions[0]) = titles[table.id] ?? ("", "")
    let heads = table.header
    table.header = [
      [wide("项目", 4)], [wide("支出功能分类科目编码", 3, rows: 2), wide("科目名称", 1, rows: 2)], [],
    ]
    if balances {
      for group in ["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"] {
        table.header[0].append(wide(group, 3))
        table.header[1] += ["合计", "基本支出", "项目支出"].map {
          wide(group == "年初结转和结余" && $0 != "合计" ? $0 + "结转" : $0, 1, rows: 2)
        }
      }
    } else {
      for head in heads[0].dropFirst() { table.header[0].append(wide(head.text, 1, rows: 3)) }
    }
    table.rows = table.rows.map { row in
      let isTotal = row[0].columns == 2
      let labels = isTotal ? [wide("合计", 4)] : [wide(row[0].text, 3), row[1]]
      let figures = Array(row[(isTotal ? 1 : 2)...])
      guard balances else { return labels + figures }
      let none = blank(2, "—")
      // The example knows the balances of 07 alone.
      return figures.count == 6
        ? labels + [figures[0]] + none + [figures[1]] + none + figures[2...4] + [figures[5]] + none
        : labels + blank(6) + figures + blank(3)
    }
  }

  /// F03: what is spent and counted, in two blocks, of which one is that of the national table 10.
  private static func operations(_ table: inout OtherPrint.Table) {
    let lines = table.rows.filter { $0.count == 3 }
    let three = (try? OtherPrint.example.get().tables.first { $0.id == .t09 })?.rows[0] ?? []
    func own(_ item: String, _ column: Int) -> Cell {
      var cell = yuan(three[column - 1])
      cell.address = FigureAddress(.operations, item, 3)
      return cell
    }
    let left: [(String, Cell)] = [
      ("一、“三公”经费支出", Cell(text: "—")), ("（一）支出合计", own("“三公”经费", 7)), ("1. 因公出国（境）费", own("因公出国（境）费", 8)),
      ("2. 公务用车购置及运行维护费", own("公务用车购置及运行维护费", 9)), ("（1）公务用车购置费", own("公务用车购置费", 10)),
      ("（2）公务用车运行维护费", own("公务用车运行维护费", 11)), ("3. 公务接待费", own("公务接待费", 12)),
      ("（二）相关统计数", Cell(text: "—")),
      ("1. 公务用车保有量（辆）", Cell(text: "3", address: FigureAddress(.operations, "公务用车保有量", 3))),
    ]
    table.title = "机构运行信息表"
    table.captions[0] = "财决附03表"
    table.header = [
      cells(["项目", "行次", "年初预算数", "全年预算数", "统计数", "项目", "行次", "统计数"]),
      cells(["栏次", "", "1", "2", "3", "栏次", "", "4"]),
    ]
    table.rows = (0..<max(left.count, lines.count)).map { index in
      let first =
        left.indices.contains(index)
        ? cells([left[index].0, String(index + 1), "—", "—"]) + [left[index].1] : blank(5)
      return first + (lines.indices.contains(index) ? lines[index] : blank(3))
    }
  }

  @Test func theWorkbookIsReadWithTheSameEyes() throws {
    let print = try Self.export.get()
    let names: [String: String] = [
      "财决01表": "Z01 收入支出决算总表(财决01表)", "财决01-1表": "Z01_1 财政拨款收入支出决算总表(财决01-1表)", "财决03表": "Z03 收入决算表(财决03表)",
      "财决04表": "Z04 支出决算表(财决04表)", "财决07表": "Z07 一般公共预算收支(财决07表)", "财决09表": "Z09 政府性基金收支(财决09表)",
      "财决11表": "Z11 国有资本经营收支(财决11表)", "财决附03表": "F03 机构运行信息表(财决附03表)",
    ]
    let bytes = try print.workbook(names: names)
    // The national tables 06 and 09 are not in the export, and its own codes and order are not the form's.
    let (tables, report) = try print.expectRead(besides: ["D01", "D28"], as: ("财决.xlsx", bytes))
    #expect(tables.tables.map(\.formCode) == print.tables.map { $0.captions[0] })
    #expect(tables.supplementary.map(\.id) == [.operations])
    #expect(report.results.filter { $0.outcome.isChecked }.count > 500)
  }

  /// What the export tells of 三公经费 is filled in, exact; what it does not tell stays to be filled in.
  @Test func whatItTellsOfTheThreePublicExpensesIsFilledIn() throws {
    let folder = try TemporaryFolder(["财决.xlsx": Self.export.get().workbook()])
    let tables = try Standard.reader.disclosure(at: folder.path + "/财决.xlsx")
    let rows = try NextYear(2024, schema: Standard.schema).rows([:], besideTables: tables)
    let ledger = try Example.yunxi.ledger
    let filled = try #require(rows[.threePublic])
    for item in [ThreePublicItem.abroad, .vehiclePurchase, .vehicleOperation, .reception] {
      let own = filled.first { $0.text(.item) == item.rawValue }
      let spent = ledger.threePublic.first { $0.item == item }?.actual
      #expect(own?.amount(.actual) == spent, "\(item.rawValue)")
      #expect(own?.amount(.finalBudget) == nil)
    }
    #expect(filled.first { $0.text(.item) == ThreePublicItem.vehicleOperation.rawValue }?.count(.vehicles) == 3)
    #expect(rows[.income] == nil && rows[.expenditure] == nil && rows[.balances] == nil)
    #expect(
      Set(rows[.budget]?.compactMap { $0.text(.functionCode) } ?? [])
        == Set(ledger.expenditure.filter { $0.fund == .generalBudget }.map(\.code.category)))
  }
}
