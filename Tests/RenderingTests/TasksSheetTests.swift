import Accounts
import Disclosing
import Documents
import Formats
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// 待办 of the workbook for filling in: what must still be filled in, where, and how far it is.
@Suite struct TasksSheetTests {
  /// A line of the sheet.
  private struct Line {
    let sheet: String
    let title: String
    let place: String
    let state: String
    let formula: String
  }

  private func bytes(of rows: [SheetID: [RowFields]]) throws -> [UInt8] {
    try LedgerWorkbook(
      schema: Standard.schema, codes: Standard.codes, library: Standard.library, form: Standard.form
    ).bytes(of: rows, title: "填报")
  }

  /// The lines, and what stands above them.
  private func lines(of rows: [SheetID: [RowFields]]) throws -> (summary: String, lines: [Line]) {
    var read = try XLSXWorkbook(bytes(of: rows)).rows(ofSheet: "待办")
    var summary = ""
    var lines: [Line] = []
    while let row = try read.next() {
      func text(_ column: Int) -> String {
        let cell = row.cells.first { $0.reference.column == column }
        return if case .text(let text) = cell?.value { text } else { "" }
      }
      let number = row.cells.first?.reference.row ?? 0
      if number == 2 { summary = text(1) }
      guard number > 4 else { continue }
      let formula = row.cells.first { $0.reference.column == 7 }?.formula ?? ""
      lines.append(Line(sheet: text(2), title: text(3), place: text(5), state: text(7), formula: formula))
    }
    return (summary, lines)
  }

  private func unit(_ item: UnitItem, _ content: String) -> RowFields { item.row(content) }

  @Test func aBlankWorkbookListsWhatAUnitMustSay() throws {
    let (summary, lines) = try lines(of: [.unit: [unit(.year, "2025")]])
    func state(_ title: String, _ sheet: String) -> String? {
      lines.first { $0.title == title && $0.sheet == sheet }?.state
    }
    #expect(state("年度", "单位信息") == "已填" && state("单位名称", "单位信息") == "待填")
    #expect(state("公务接待费", "三公经费") == "待填" && state("国内接待费", "三公经费") == "不需填")
    #expect(state("机关运行经费（行政单位）", "其他信息") == "不需填")
    #expect(state("单位职责", "文字") == "待填" && state("收入支出变动原因", "文字") == "建议填")
    #expect(lines.first { $0.title == "公务接待费" }?.place == "三公经费!C5")
    #expect(summary == "还有 \(lines.count { $0.state == "待填" }) 项待填")
    #expect(lines.allSatisfy { $0.formula.hasPrefix("IF(") })
  }

  /// What a department alone must say is asked for once the scope is that of a department.
  @Test func whatIsAskedForFollowsTheKindOfUnit() throws {
    let department = try lines(of: [.unit: [unit(.year, "2025"), unit(.scope, "部门")]]).lines
    #expect(department.first { $0.title == "机关运行经费（行政单位）" }?.state == "待填")
    let institution = try lines(of: [.unit: [unit(.year, "2025"), unit(.nature, "其他事业单位")]]).lines
    #expect(institution.first { $0.title == "机关运行经费变动原因" }?.state == "不需填")
    let office = try lines(of: [.unit: [unit(.year, "2025"), unit(.nature, "行政单位")]]).lines
    #expect(office.first { $0.title == "机关运行经费变动原因" }?.state == "建议填")
  }

  @Test(arguments: Example.allCases)
  func aWholeLedgerLacksNothing(example: Example) throws {
    let (summary, lines) = try lines(of: example.ledger.rows)
    #expect(lines.filter { $0.state == "待填" }.map(\.title) == [])
    #expect(summary.hasPrefix("必填的都填了"))
  }

  /// Whatever row is taken away, 待办 asks for what `build` would ask for.
  @Test(arguments: [SheetID.balances, .budget, .threePublic, .other, .texts])
  func whatIsMissingIsWhatABuildAsksFor(sheet: SheetID) throws {
    let schema = try Standard.schema
    let ledger = try Example.yunxi.ledger
    let tasks = try LedgerTasks(schema, sides: Standard.form.sidesOfThreePublic)
    let count = ledger.rows(of: sheet).count
    var asked = 0
    for index in 0..<count {
      var less = ledger
      switch sheet {
      case .balances: less.balances.remove(at: index)
      case .budget: less.budget.remove(at: index)
      case .threePublic: less.threePublic.remove(at: index)
      case .other: less.other.remove(at: index)
      // A section may have several rows.
      default: less.texts.removeAll { $0.section == ledger.texts[index].section }
      }
      let gaps = try LedgerGaps(less, form: Standard.form, codes: Standard.codes).all
      let missing = tasks.all.filter { $0.state(in: less.rows) == .missing }
      asked += gaps.count
      if sheet == .budget {
        #expect(missing.isEmpty == gaps.isEmpty, "\(index)")
        #expect(missing.allSatisfy { $0.sheet == .budget })
      } else {
        #expect(missing.map(\.title) == gaps.map(\.row), "\(index)")
      }
    }
    #expect(asked > 0)
  }

  /// A row that was taken over without its amount is asked for, and red where it stands.
  @Test func rowsWithoutAmountsAreAskedFor() throws {
    var rows = try Example.datong.ledger.rows
    rows[.income]?[0].values[.amount] = nil
    let (_, lines) = try lines(of: rows)
    #expect(lines.first { $0.sheet == "收入" }?.state == "待填")
    #expect(lines.first { $0.sheet == "支出" }?.state == "已填")
    let archive = try ZIPArchive(bytes(of: rows))
    // The sheets stand in their order: 说明, 待办, 单位信息, 收入.
    let entry = try #require(archive.entry(named: "xl/worksheets/sheet4.xml"))
    let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
    #expect(text.contains("<conditionalFormatting sqref=\"D2:D20000\">"))
    #expect(text.contains("AND(ISBLANK(D2),OR("))
  }

  @Test func damagedTasksSayWhere() throws {
    let schema = try Standard.schema
    let error = #expect(throws: DamagedData.self) { try LedgerTasks(json: "{}", schema, sides: []) }
    #expect(error?.message.contains("应有“sheet”一项") == true, "\(error?.message ?? "")")
  }
}
