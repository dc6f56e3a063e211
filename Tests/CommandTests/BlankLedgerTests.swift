import Foundation
import TestSupport
import Testing

/// What the built tool says of a ledger that leaves something out, and of cells to be mended.
@Suite struct BlankLedgerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func example(_ file: String) throws -> String {
    try String(contentsOfFile: Example.datong.folder + "/" + file, encoding: .utf8)
  }

  @Test func aPackageIsRefusedWithTheRowsAskedFor() throws {
    let other = try example("其他信息.csv").replacing("其他用车,0\n", with: "").replacing("政府采购工程支出,0.00\n", with: "")
    let ledger = try folder.ledger("账", ["其他信息.csv": other])
    let out = folder.path + "/公开"
    let run = try Run("build", ledger, "-o", out)
    #expect(run.status == 1)
    #expect(run.errors.contains("\(ledger)/其他信息.csv: 错误[L01] “其他信息”没有“政府采购工程支出”这一行\n"))
    #expect(run.errors.contains("\(ledger)/其他信息.csv: 错误[L01] “其他信息”没有“其他用车”这一行\n"))
    #expect(run.errors.contains("没有这一项的，金额和数量填 0"))
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try Run("check", ledger, "-q").status == 1)

    let draft = try Run("build", ledger, "-o", out, "--draft", "-q", "--only", "md")
    #expect(draft.status == 0)
    let page = try String(contentsOfFile: out + "/index.md", encoding: .utf8)
    #expect(page.contains("（待补）") && page.contains("| 3. 工程 | 3 | 待补 |") == false && page.contains("待补 |"))
    #expect(!page.contains("政府采购工程支出0.00万元") && !page.contains("其他用车0辆") && !page.contains("没有政府采购支出"))
  }

  @Test func aBlankCellIsAskedForInItsPlace() throws {
    let expenses = try example("三公经费.csv").replacing(
      "公务接待费,,5928.22,5928.22,,9,68,", with: "公务接待费,,5928.22,5928.22,,,68,")
    let ledger = try folder.ledger("账", ["三公经费.csv": expenses])
    let run = try Run("check", ledger)
    #expect(run.status == 1)
    #expect(run.text.contains("\(ledger)/三公经费.csv:5「批次」: 错误[L01] “三公经费”的“公务接待费”没有填批次\n"))
  }

  /// 公务接待费 is the 决算数 of line 5 of 三公经费.csv.
  @Test func aFindingNamesTheCellsBehindAFigure() throws {
    let texts = try example("文字.csv").replacing("本年没有外事接待和国（境）外接待", with: "公务接待费支出 9.99 万元")
    let ledger = try folder.ledger("账", ["文字.csv": texts])
    let run = try Run("check", ledger)
    #expect(run.status == 1)
    #expect(run.text.contains("三公经费.csv 第5行 决算数"))
    let workbook = folder.path + "/账.xlsx"
    #expect(try Run("convert", ledger, "-o", workbook, "-q").status == 0)
    #expect(try Run("check", workbook).text.contains("三公经费 第5行 决算数（D5）"))
    let json = try Run("check", ledger, "--format", "json").text
    #expect(json.contains("\"cells\"") && json.contains("三公经费.csv:5「决算数」"))
  }

  @Test func theReminderOfAYearComesOnceWithItsFile() throws {
    let unit = try example("单位信息.csv").replacing("年度,2024", with: "年度,2026")
    let first = try folder.ledger("甲", ["单位信息.csv": unit])
    let second = try folder.ledger("乙", ["单位信息.csv": unit])
    let run = try Run("check", first, second)
    let reminders = run.errors.split(separator: "\n").filter { $0.contains("没有 2026 年度的表样") }
    #expect(reminders.count == 1)
    #expect(reminders.first?.hasPrefix("\(first): 提醒: ") == true)
  }

  @Test(arguments: ["2026-09-10", "2026/9/10", "2026.9.10", "2026年9月10日"])
  func theCoverShowsTheDate(written: String) throws {
    let unit = try example("单位信息.csv") + "公开日期,\(written)\n"
    let ledger = try folder.ledger("账", ["单位信息.csv": unit])
    let out = folder.path + "/公开"
    #expect(try Run("build", ledger, "-o", out, "-q", "--only", "md,json").status == 0)
    #expect(try String(contentsOfFile: out + "/index.md", encoding: .utf8).contains("\n2026年9月10日\n"))
    // A cell of a workbook that holds a date.
    let workbook = folder.path + "/账.xlsx"
    #expect(try Run("convert", ledger, "-o", workbook, "-q").status == 0)
    #expect(try Run("build", workbook, "-o", folder.path + "/二", "-q", "--only", "md,json").status == 0)
    #expect(try String(contentsOfFile: folder.path + "/二/index.md", encoding: .utf8).contains("\n2026年9月10日\n"))
  }
}
