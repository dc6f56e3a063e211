import Foundation
import TestSupport
import Testing

/// A department's ledger from its units' (汇总), typed as people type it. `.ci/units.py` holds twelve units against sums of its own.
@Suite final class ConsolidateCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A unit's ledger: what it receives from the budget and spends, and what it remits or is remitted.
  @discardableResult
  private func unit(
    _ name: String, year: Int = 2024, receives: String = "", remits: String = "", closing: String = ""
  ) throws -> String {
    let file = "\(name).json"
    try folder.write(
      """
      {"单位信息": [
        {"项目": "单位名称", "内容": "\(name)"}, {"项目": "年度", "内容": "\(year)"}, {"项目": "公开口径", "内容": "单位"},
        {"项目": "单位性质", "内容": "其他事业单位"}, {"项目": "主管部门", "内容": "虚构局"}],
       "收入": [{"功能科目编码": "2013850", "收入来源": "一般公共预算财政拨款", "金额": "100000.00"},
        {"功能科目编码": "2013850", "收入来源": "事业收入", "金额": "50000.00"}\(receives)],
       "支出": [{"功能科目编码": "2013850", "支出性质": "基本支出", "资金性质": "一般公共预算财政拨款", "经济科目编码": "30101",
        "金额": "100000.00"}\(remits)],
       "结转结余": [{"资金性质": "一般公共预算财政拨款", "年初结转和结余": "0"},
        {"资金性质": "其他资金", "年初结转和结余": "0"\(closing)}]}
      """, to: file)
    return folder.path + "/" + file
  }

  private func remitted(_ amount: String, by name: String) -> String {
    #", {"功能科目编码": "2013850", "收入来源": "附属单位上缴收入", "金额": "\#(amount)", "往来单位": "\#(name)"}"#
  }

  private func remits(_ amount: String, to name: String) -> String {
    #", {"功能科目编码": "2013850", "支出性质": "上缴上级支出", "资金性质": "其他资金", "金额": "\#(amount)", "往来单位": "\#(name)"}"#
  }

  private var output: String { folder.path + "/部门.json" }

  @Test func transfersAreTakenAwayAndSeen() throws {
    let paths = [
      try unit("机关", receives: remitted("2000.00", by: "一所")), try unit("一所", remits: remits("2000.00", to: "机关")),
    ]
    let run = try Run(list: ["consolidate"] + paths + ["-o", output])
    #expect(run.status == 0)
    #expect(run.errors.contains("汇总了 2 个单位：机关、一所。") && run.errors.contains("抵销 2000.00 元"))
    let income = try Run("explain", output, "02.合计.6").text
    #expect(income.contains(" 2000.00　2013850 附属单位上缴收入 机关 一所　"))
    #expect(income.contains("-2000.00　2013850 附属单位上缴收入 内部往来抵销 一所上缴机关　"))
    #expect(income.contains("表上印 空白"))
    // 2 × 150,000.00 of income; nothing of the transfer is in it.
    #expect(try Run("explain", output, "01.27.1").text.contains("300000.00 元"))
    #expect(try Run("check", output, "--units", paths[0], paths[1]).text.contains("[U") == false)
  }

  @Test func whatDoesNotAgreeIsToldWithBothSides() throws {
    let paths = [
      try unit("机关", receives: remitted("2000.00", by: "一所")), try unit("一所", remits: remits("1999.00", to: "机关")),
    ]
    let run = try Run(list: ["consolidate"] + paths + ["-o", output])
    #expect(run.status == 1 && FileManager.default.fileExists(atPath: output))
    let line = try #require(run.errors.split(separator: "\n").first { $0.contains("没有抵销") })
    for part in ["一所 1999.00", "机关 2000.00", "一所.json:", "机关.json:", "两边对不上"] { #expect(line.contains(part)) }
    // The row stands as the unit has it.
    #expect(try Run("explain", output, "03.合计.4").text.contains("1999.00 元，1 行"))
  }

  /// Everything that is wrong is told at once, each with its place, and nothing is written.
  @Test func whatCannotBeOneDepartmentIsToldAtOnce() throws {
    let paths = [
      try unit("机关"), try unit("一所", year: 2023), try unit("二所", closing: #", "年末结转和结余": "1.00""#),
    ]
    let run = try Run(list: ["consolidate"] + paths + [paths[0], "-o", output])
    #expect(run.status == 2 && !FileManager.default.fileExists(atPath: output))
    let lines = run.errors.split(separator: "\n").map { $0.replacing(folder.path + "/", with: "") }
    #expect(
      lines.contains { $0.hasPrefix("一所.json 单位信息「年度」: 错误: 是 2023 年度的账，汇总的各单位应是同一年度，其余的是 2024 年度") })
    #expect(lines.contains { $0.hasPrefix("机关.json 单位信息「单位名称」: 错误: “机关”在 机关.json 已经有了，每个单位只能汇总一次") })
    #expect(lines.contains { $0.hasPrefix("二所.json:") && $0.contains("填的是 1.00 元") && $0.contains("50000.00") })
  }

  /// A publication is rounded, and no ledger.
  @Test func publicationsAreNoLedgers() throws {
    let page = try folder.write(Example.datong.text("index.md"), to: "公开.md")
    let run = try Run(list: ["consolidate", page, "-o", output])
    #expect(run.status == 2 && run.errors.contains("不是账") && run.errors.contains("--units"))
  }

  @Test func nothingOfTheUsersIsOverwritten() throws {
    let path = try unit("机关")
    let before = try folder.contents()
    #expect(try Run("consolidate", path, "-o", path, "--force").status == 2)
    let stranger = try folder.write("别人的", to: "账本/支出.csv")
    #expect(try Run("consolidate", path, "-o", folder.path + "/账本").status == 2)
    #expect(try String(contentsOfFile: stranger, encoding: .utf8) == "别人的")
    #expect(try folder.contents()["机关.json"] == before["机关.json"])
  }

  @Test func theThreeFormatsSayTheSame() throws {
    let path = try unit("机关")
    for name in ["部门.json", "部门.xlsx", "部门"] {
      #expect(try Run("consolidate", "-q", path, "-o", folder.path + "/" + name).status == 0)
    }
    let texts = try ["部门.json", "部门.xlsx", "部门"].map { try Run("convert", folder.path + "/" + $0).text }
    #expect(Set(texts).count == 1 && texts[0].contains("\"单位\": \"机关\""))
    // What was written may be written anew.
    #expect(try Run("consolidate", "-q", path, "-o", folder.path + "/部门").status == 0)
  }

  @Test func textsAreToBeWrittenAnew() throws {
    let run = try Run("consolidate", try unit("机关"), "--name", "某某局", "-o", output)
    #expect(run.errors.contains("文字要按部门重写 4 段"))
    let built = try Run("build", output, "-o", folder.path + "/公开")
    #expect(built.status == 1 && built.errors.contains("[D15] “待填写”中有没填的空位"))
    let draft = try Run("build", output, "--draft", "--only", "md", "-o", folder.path + "/草稿")
    #expect(draft.status == 0)
    let page = try String(contentsOfFile: folder.path + "/草稿/index.md", encoding: .utf8)
    #expect(page.contains("某某局") && page.contains("编制范围的单位有：机关。"))
  }

  /// The units of the example, which were made by taking its accounts apart: together they print what it has published.
  @Test func theExamplesUnitsAddUpToIt() throws {
    let units = ["本级", "执法支队", "图书馆", "群众艺术馆"].map { Example.yunxi.folder + "/units/\($0).json" }
    let run = try Run(list: ["consolidate", "-q"] + units + ["-o", output])
    #expect(run.status == 0)
    let difference = try Run("diff", output, Example.yunxi.folder)
    #expect(difference.status == 0 && difference.text.contains("变动 0，只在前者 0，只在后者 0"))
    let check = try Run(list: ["check", Example.yunxi.folder + "/disclosure", "--units"] + units)
    #expect(check.status == 0 && !check.text.contains("[U"))
  }

  /// One department and its units: what stands before the option is the department.
  @Test func unitsBelongToOneDepartment() throws {
    let paths = [try unit("机关"), try unit("一所")]
    let two = try Run(list: ["check"] + paths + ["--units", paths[0]])
    #expect(two.status == 2 && two.errors.contains("应是一份"))
    #expect(try Run(list: ["check", "--units"] + paths).status == 2)
  }
}
