import Foundation
import TestSupport
import Testing

/// While an error stands nothing publishable is written; the draft is, and says that it is one.
@Suite struct GateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A ledger whose basic expenditure holds capital construction (309), which 公开06 cannot rightly show.
  private func ledger() throws -> String {
    try folder.ledger(
      "账",
      [
        "收入.csv": "功能科目编码,收入来源,金额\n2013801,一般公共预算财政拨款,10000\n",
        "支出.csv": "功能科目编码,支出性质,资金性质,经济科目编码,金额\n2013801,基本支出,一般公共预算财政拨款,30901,10000\n",
      ])
  }

  @Test func errorKeepsThePackageFromBeingWritten() throws {
    let ledger = try ledger()
    let run = try Run("build", ledger, "-o", folder.path + "/公开")
    #expect(run.status == 1 && run.output == [])
    #expect(run.errors.contains("[06-5]") && run.errors.contains("没有写出公开文件"))
    #expect(try folder.entries == ["账"])
  }

  @Test func errorLeavesTheOldPackage() throws {
    let output = try folder.package("公开")
    let before = try folder.contents("公开")
    #expect(try Run("build", ledger(), "-o", output).status == 1)
    #expect(try folder.contents("公开") == before)
  }

  @Test func draftBearsTheWatermarkAndItsFindings() throws {
    let output = folder.path + "/草稿"
    #expect(try Run("build", ledger(), "-o", output, "--draft", "--only", "html,md,json").status == 0)
    let page = try String(contentsOfFile: output + "/index.html", encoding: .utf8)
    #expect(page.contains("<div class=\"watermark\"") && page.contains("仅供内部审核"))
    #expect(page.contains("data-cell=\"06.30901.1\" id=\"cell-06.30901.1\""))
    #expect(page.contains("href=\"#finding-1\""))
    let markdown = try String(contentsOfFile: output + "/index.md", encoding: .utf8)
    #expect(markdown.contains("**仅供内部审核**") && markdown.contains("`06-5`"))
    let data = try String(contentsOfFile: output + "/data.json", encoding: .utf8)
    #expect(data.contains("\"draft\": true"))
  }

  @Test func publishedPackageBearsNeither() throws {
    let built = try BuiltPackage.of(.datong)
    let page = try built.text("index.html")
    #expect(page.contains("data-cell=\"06.30101.1\""))
    #expect(!page.contains("仅供内部审核") && !page.contains("<section class=\"review\""))
    #expect(try built.text("data.json").contains("\"draft\": false"))
  }

  /// 尾数误差 is noted exactly where rounded parts miss their rounded total.
  @Test func roundingIsNotedWhereItShows() throws {
    let output = folder.path + "/公开"
    // Without fiscal money there is nothing of it for 三公经费.
    let expenses =
      "项目,全年预算数,决算数,团组数,批次,人次,辆数\n因公出国（境）费,0,0,0,,0,\n公务用车购置费,0,0,,,,0\n"
      + "公务用车运行维护费,0,0,,,,0\n公务接待费,0,0,,0,0,\n国内接待费,,0,,0,0,\n外事接待费,,0,,0,0,\n国（境）外接待费,,0,,0,0,\n"
    let even = try folder.ledger(
      "平",
      [
        "收入.csv": "功能科目编码,收入来源,金额\n2013801,事业收入,20000\n",
        "支出.csv": "功能科目编码,支出性质,资金性质,金额\n2013801,项目支出,其他资金,10000\n2013804,项目支出,其他资金,10000\n",
        "三公经费.csv": expenses,
      ])
    #expect(try Run("build", even, "-o", output, "--only", "md").status == 0)
    #expect(try !String(contentsOfFile: output + "/index.md", encoding: .utf8).contains("尾数误差"))
    // 0.505 + 0.505 万元 print as 0.51 each and as 1.01 together.
    let odd = try folder.ledger(
      "不平",
      [
        "收入.csv": "功能科目编码,收入来源,金额\n2013801,事业收入,10100\n",
        "支出.csv": "功能科目编码,支出性质,资金性质,金额\n2013801,项目支出,其他资金,5050\n2013804,项目支出,其他资金,5050\n",
        "三公经费.csv": expenses,
      ])
    #expect(try Run("build", odd, "-o", output, "--only", "md").status == 0)
    #expect(try String(contentsOfFile: output + "/index.md", encoding: .utf8).contains("尾数误差"))
  }
}
