import Formats
import Foundation
import Tables
import TestSupport
import Testing

/// The tool as people run it: what it prints where, and how it ends.
@Suite struct RunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let files = [
    "data.json", "index.html", "index.md", "tables", "tables/01-收入支出决算总表.csv", "tables/02-收入决算表.csv",
    "tables/03-支出决算表.csv", "tables/04-财政拨款收入支出决算总表.csv", "tables/05-一般公共预算财政拨款支出决算表.csv",
    "tables/06-一般公共预算财政拨款基本支出决算明细表.csv", "tables/07-政府性基金预算财政拨款收入支出决算表.csv",
    "tables/08-国有资本经营预算财政拨款支出决算表.csv", "tables/09-财政拨款三公经费支出决算表.csv", "tables/10-部门决算公开相关信息统计表.csv", "决算公开.docx",
    "决算公开.xlsx",
  ]

  // MARK: Usage

  @Test func helpIsAResult() throws {
    let help = try Run("--help")
    #expect(help.status == 0 && help.text.hasPrefix("juesuan（决算）0.1.0：") && help.errors == "")
    let build = try Run("build", "--help")
    #expect(build.status == 0 && build.text.contains("例：\n  juesuan build ") && build.errors == "")
  }

  @Test func wrongUsageIsAMessageWithAHint() throws {
    let none = try Run()
    #expect(none.status == 2 && none.output == [])
    #expect(
      none.errors.hasPrefix(
        "juesuan: 错误: 没有命令，应为下列之一：serve、open、new、build、preview、check、season、consolidate、read、diff、explain、convert、rules、duties、places、codes、"
      ))
    #expect(none.errors.hasSuffix("。\n用法见 juesuan --help\n"))
    let option = try Run("build", Example.datong.folder, "--oops")
    #expect(option.status == 2 && option.output == [])
    #expect(option.errors == "juesuan: 错误: 没有选项 --oops。\n用法见 juesuan build --help\n")
    let output = try Run("build", Example.datong.folder)
    #expect(output.status == 2 && output.output == [])
    #expect(output.errors == "juesuan: 错误: 没有输出目录，应以 -o 给出，如 -o 决算公开。\n用法见 juesuan build --help\n")
    let operands = try Run("convert", "甲", "乙")
    #expect(operands.status == 2 && operands.output == [])
    #expect(operands.errors == "juesuan: 错误: 给了 2 个参数，应为：一个账（工作簿、目录或 JSON 文件）或一份公开文件。\n用法见 juesuan convert --help\n")
  }

  @Test func messagesAreColouredOnRequestOnly() throws {
    #expect(try Run("build", "没有", "-o", "x", environment: ["NO_COLOR": ""]).errors.hasPrefix("没有: 错误: 没有这个文件或目录"))
    for environment in [[:], ["NO_COLOR": "1"]] {
      let run = try Run("build", "没有", "-o", "x", "--color", environment: environment)
      #expect(run.errors.hasPrefix("没有: \u{1B}[1;31m错误:\u{1B}[0m 没有这个文件或目录"))
    }
    #expect(try !Run("build", "没有", "-o", "x", "--no-color").errors.contains("\u{1B}"))
  }

  // MARK: build

  /// Somebody's own words may hold numbers that no table tells of: they are named, to be looked at.
  @Test func numbersThatNobodyCanCompareAreTold() throws {
    let ledger = folder.path + "/账"
    try FileManager.default.copyItem(atPath: Example.datong.folder, toPath: ledger)
    let texts = try String(contentsOfFile: ledger + "/文字.csv", encoding: .utf8)
    try (texts + "其他说明,,本年购置电脑37台，花费88.88万元。\r\n").write(
      toFile: ledger + "/文字.csv", atomically: true, encoding: .utf8)
    let built = try Run("build", ledger, "-o", folder.path + "/数")
    let line = built.errors.split(separator: "\n").first { $0.contains("没有与表核对") }
    #expect(built.status == 0 && line?.contains("88.88万元") == true && line?.contains("37台") == true, "\(built.errors)")
  }

  @Test func buildWritesThePackage() throws {
    let built = try BuiltPackage.of(.datong)
    #expect(built.run.status == 0 && built.run.output == [])
    #expect(built.run.errors.hasPrefix("已写出 \(built.output)：10 张表，15 个文件。\n核对 "))
    #expect(built.run.errors.contains("不符 1；") && built.run.errors.contains("错误 0，警告 0，提示 2"))
    #expect(built.entries == ["公开"] && built.contents.keys.sorted() == Self.files)
    let output = try folder.package("公开")
    let quiet = try Run("build", Example.datong.folder, "-o", output, "-q", "--only", "html,json")
    #expect(quiet.status == 0 && quiet.output == [] && quiet.errors == "")
    #expect(try folder.contents("公开").keys.sorted() == ["data.json", "index.html"])
  }

  @Test func brokenLedgerLeavesTheOutputAsItWas() throws {
    let output = try folder.package("公开")
    let before = try folder.contents("公开")
    let ledger = try folder.ledger(
      "账",
      [
        "收入.csv": "功能科目编码,收入来源,金额\n2013801,事业收入,12.345\n2013801,捐款,1\n", "支出.csv": "功能科目编码,支出性质,资金性质,金额\n",
      ])
    let run = try Run("build", ledger, "-o", output)
    #expect(run.status == 2 && run.output == [])
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0] == "\(ledger)/收入.csv:2「金额」: 错误: 填的是“12.345”，应为最多 2 位小数的金额（单位元，准确到分）。若这一列以万元为单位，请把标题写成“金额（万元）”；否则请核对到分。")
    #expect(lines[1].hasPrefix("\(ledger)/收入.csv:3「收入来源」: 错误: 填的是“捐款”，应为下列之一："))
    #expect(lines[2] == "共 2 处错误，没有写出任何文件。")
    #expect(try folder.contents("公开") == before)
    #expect(try folder.entries == ["公开", "账"].sorted())
    #expect(try Run("build", ledger, "-o", folder.path + "/新").status == 2)
    #expect(try folder.entries == ["公开", "账"].sorted())
  }

  /// What contradicts itself is refused too, though every cell of it is well formed.
  @Test func contradictoryLedgerIsRefused() throws {
    let ledger = try folder.ledger("账", ["结转结余.csv": "资金性质,年初结转和结余,年末结转和结余\n其他资金,63366.23,63366.24\n"])
    let run = try Run("build", ledger, "-o", folder.path + "/公开")
    #expect(run.status == 2 && run.output == [])
    #expect(run.errors.hasPrefix("\(ledger)/结转结余.csv:2「年末结转和结余」: 错误: 填的是 63366.24 元，"))
    #expect(try folder.entries == ["账"])
  }

  @Test func foreignFolderIsRefused() throws {
    try folder.write("我的".utf8, to: "公开/笔记.txt")
    let run = try Run("build", Example.datong.folder, "-o", folder.path + "/公开")
    #expect(run.status == 2 && run.output == [])
    #expect(run.errors.hasPrefix("\(folder.path)/公开: 错误: 目录里有不是本软件写的文件（笔记.txt），"))
    #expect(try folder.contents("公开") == ["笔记.txt": Array("我的".utf8)])
  }

  @Test func templatesCodesAndFormsAreUsedOrRefused() throws {
    let output = folder.path + "/公开"
    try folder.write("<p>{{title}}</p>".utf8, to: "模板/html/page.mustache")
    #expect(
      try Run("build", Example.datong.folder, "-o", output, "--templates", folder.path + "/模板", "--only", "html").status
        == 0)
    #expect(try folder.contents("公开") == ["index.html": Array("<p>大同市市场监督管理局2024年度单位决算公开</p>".utf8)])
    try folder.write("{{#title}}".utf8, to: "模板/html/page.mustache")
    let template = try Run("build", Example.datong.folder, "-o", output, "--templates", folder.path + "/模板")
    #expect(template.status == 2 && template.errors.contains("模板「html/page.mustache」第 1 行第 1 列："))
    try folder.write("code,name\n2013801,另一名称\n".utf8, to: "科目.csv")
    #expect(
      try Run("build", Example.datong.folder, "-o", output, "--codes", folder.path + "/科目.csv", "--only", "md").status
        == 0)
    let markdown = try #require(try folder.contents("公开")["index.md"] ?? nil)
    #expect(String(decoding: markdown, as: UTF8.self).contains("| 2013801 | 另一名称 |"))
    try folder.write("code,name\n1,一\n".utf8, to: "科目.csv")
    let codes = try Run("build", Example.datong.folder, "-o", output, "--codes", folder.path + "/科目.csv")
    #expect(codes.status == 2 && codes.errors.hasPrefix("\(folder.path)/科目.csv:2: 错误: 编码是“1”，"))
    let form = try Run("build", Example.datong.folder, "-o", output, "--form", "没有")
    let known = Form.builtInNames.joined(separator: "、")
    #expect(form.status == 2 && form.errors == "juesuan: 错误: 没有名为“没有”的表样，现有：\(known)\n")
    #expect(try folder.contents("公开").keys.sorted() == ["index.md"])
  }

  @Test func yearWithoutAFormOfItsOwnIsWarnedOf() throws {
    let information = "项目,内容\n单位名称,某局\n年度,2023\n公开口径,单位\n单位性质,行政单位\n"
    let ledger = try folder.ledger("账", ["单位信息.csv": information])
    let run = try Run("build", ledger, "-o", folder.path + "/公开", "-q")
    #expect(run.status == 0)
    #expect(run.errors == "\(ledger): 提醒: 没有 2023 年度的表样，用的是 2024 年度的，请核对行次和项目名称。\n")
  }

  // MARK: explain

  @Test func explainPrintsTheRows() throws {
    let run = try Run("explain", "Examples/datong-2024", "05.20805.2", "01.9.1", "10.8.1")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.text.hasPrefix(
        """
        05.20805.2　一般公共预算财政拨款支出决算表　行政事业单位养老支出·本年支出·基本支出
              70225.58　2080501 基本支出 一般公共预算财政拨款 30299　Examples/datong-2024/支出.csv:23
             152667.03　2080501 基本支出 一般公共预算财政拨款 30301　Examples/datong-2024/支出.csv:24
            3658234.25　2080501 基本支出 一般公共预算财政拨款 30302　Examples/datong-2024/支出.csv:25
             587811.67　2080501 基本支出 一般公共预算财政拨款 30304　Examples/datong-2024/支出.csv:26
             344478.88　2080501 基本支出 一般公共预算财政拨款 30309　Examples/datong-2024/支出.csv:27
            2105464.27　2080505 基本支出 一般公共预算财政拨款 30108　Examples/datong-2024/支出.csv:28
             767766.84　2080506 基本支出 一般公共预算财政拨款 30109　Examples/datong-2024/支出.csv:29
            ----------
            7686648.52 元，7 行；表上印 768.66 万元

        """))
    #expect(run.text.contains("    账里没有构成这个数的行，所以是空白。\n"))
  }

  @Test func unknownAddressIsReportedAfterTheKnown() throws {
    let run = try Run("explain", Example.datong.folder, "05.999.1", "05.221.1")
    #expect(run.status == 2)
    #expect(run.text.hasPrefix("05.221.1　"))
    #expect(run.errors.hasPrefix("juesuan: 错误: 没有 05.999.1 这个数；公开05表的行有：合计、201、20138、2013801、"))
    let form = try Run("explain", Example.datong.folder, "5.208")
    #expect(form.status == 2 && form.output == [])
    #expect(
      form.errors == "juesuan: 错误: “5.208”不是数的地址，应为 表.行.栏，如 05.208.2、01.27.1、06.30217.1。\n用法见 juesuan explain --help\n")
  }

  // MARK: codes, schema

  @Test func codesAreFoundByNumberAndWord() throws {
    let number = try Run("codes", "2013801")
    #expect(number.status == 0 && number.text == "    2013801　行政运行　一般公共预算；见于公开的决算\n" && number.errors == "")
    let word = try Run("codes", "基本工资", "--format", "csv")
    #expect(word.status == 0 && word.text == "code,name,group,evidence\r\n30101,基本工资,人员经费,datong\r\n")
    let none = try Run("codes", "没有这样的科目")
    #expect(none.status == 1 && none.output == [] && none.errors == "2024 年度科目表中没有与“没有这样的科目”相符的科目。\n")
    let format = try Run("codes", "--format", "xml")
    #expect(format.status == 2 && format.output == [])
    #expect(format.errors == "juesuan: 错误: --format 的值是“xml”，应为下列之一：text、csv。\n用法见 juesuan codes --help\n")
    let withdrawn = try Run("codes", "2010308")
    #expect(withdrawn.status == 0 && withdrawn.text == "2010308　信访事务　自 2024 年起停用，改用 20140\n")
  }

  @Test func schemaIsPrintedForPeopleAndPrograms() throws {
    let text = try Run("schema")
    #expect(text.status == 0 && text.errors == "")
    for sheet in ["单位信息", "收入", "支出", "结转结余", "预算", "三公经费", "上年决算", "其他信息", "文字", "补充科目"] {
      #expect(text.text.contains("\n\(sheet)"))
    }
    let json = try Run("schema", "--format", "json")
    #expect(
      json.output
        == Array(try Data(contentsOf: Checkout.folder.appending(path: "Sources/Accounts/Data/ledger-schema.json"))))
  }

  // MARK: convert, standard input and output

  @Test func ledgerConvertedToJSONBuildsTheSamePackage() throws {
    let converted = try Run("convert", Example.datong.folder)
    #expect(converted.status == 0 && converted.errors == "")
    let file = folder.path + "/账.json"
    let toFile = try Run("convert", Example.datong.folder, "-o", file)
    #expect(toFile.status == 0 && toFile.output == [] && toFile.errors == "已写出 \(file)。\n")
    #expect(Array(try Data(contentsOf: folder.url("账.json"))) == converted.output)
    #expect(try Run("convert", file, "-o", "-").output == converted.output)
    try folder.package("目录")
    for (name, run) in [
      ("目录", try BuiltPackage.of(.datong).run),
      ("文件", try Run("build", file, "-o", folder.path + "/文件")),
      ("输入", try Run("build", "-", "-o", folder.path + "/输入", input: converted.output)),
    ] {
      #expect(run.status == 0)
      #expect(try folder.contents(name).keys.sorted() == Self.files)
      #expect(try folder.contents(name) == folder.contents("目录"))
    }
  }

  @Test func ledgerConvertedToAWorkbookIsTheSameLedger() throws {
    let json = try Run("convert", Example.datong.folder).output
    let file = folder.path + "/账.xlsx"
    #expect(try Run("convert", Example.datong.folder, "-o", file).errors == "已写出 \(file)。\n")
    let back = try Run("convert", file)
    #expect(back.status == 0 && back.errors == "" && back.output == json)
    #expect(try Run("convert", "-", input: Array(Data(contentsOf: folder.url("账.xlsx")))).output == json)
    let explained = try Run("explain", file, "05.20805.2")
    #expect(explained.text.contains("30299　\(file):支出!A23\n"))
    #expect(try Run("check", file, "-q").status == 0)
    #expect(try Run("diff", file, Example.datong.folder).status == 0)
  }

  /// Amounts up to 9·10¹⁵ 分 go through a workbook and come back as they were.
  @Test func largestAmountsComeBackFromAWorkbook() throws {
    let amounts = ["90071992547409.91", "90071992547409.90", "12345678901234.57", "-0.01"]
    let rows = amounts.enumerated().map { "20138\($0 + 10),事业收入,\($1)\n" }.joined()
    let ledger = try folder.ledger("账", ["收入.csv": "功能科目编码,收入来源,金额\n" + rows])
    let json = try Run("convert", ledger)
    #expect(json.status == 0)
    for amount in amounts { #expect(json.text.contains("\"\(amount)\"")) }
    #expect(try Run("convert", ledger, "-o", folder.path + "/账.xlsx").status == 0)
    #expect(try Run("convert", folder.path + "/账.xlsx").output == json.output)
  }

  // MARK: new

  @Test func newWorkbookLacksWhatIsToBeFilledIn() throws {
    let file = folder.path + "/填报.xlsx"
    let new = try Run("new", "2025", "-o", file)
    #expect(new.status == 0 && new.output == [])
    #expect(new.errors == "已写出 \(file)。\n填好后运行 juesuan check \(file) 核对。\n")
    let checked = try Run("check", file)
    #expect(checked.status == 2)
    let missing = "「内容」: 错误: 没有填写，应为"
    for cell in ["B2", "B5", "B6"] { #expect(checked.errors.contains("\(file):单位信息!\(cell)\(missing)")) }
    #expect(checked.errors.split(separator: "\n").filter { $0.contains("错误: ") }.count == 3)
    let blank = try Run("new", "2025")
    #expect(blank.status == 2 && blank.errors.contains("没有输出文件"))
    #expect(try Run("new", "25", "-o", file).status == 2)
    #expect(try Run("new", "-o", file).status == 2)
  }

  @Test func newWorkbookTakesOverLastYear() throws {
    let file = folder.path + "/填报.xlsx"
    #expect(try Run("new", "2025", "--from", Example.datong.folder, "-o", file, "-q").errors == "")
    let checked = try Run("check", file)
    #expect(checked.status == 2)
    #expect(checked.errors.hasPrefix("\(file):收入!D2「金额」: 错误: 没有填写，应为金额。"))
    #expect(!checked.errors.contains("单位信息!") && !checked.errors.contains("上年决算!"))
    let early = try Run("new", "2030", "--from", Example.datong.folder, "-o", file)
    #expect(early.status == 0 && early.errors.contains("是 2024 年度的账，不是 2029 年度的"))
  }

  /// What is set before the year is kept, what was done, paid and scored in it is not.
  @Test func newWorkbookKeepsTheFrameOfSelfEvaluations() throws {
    let file = folder.path + "/填报.xlsx"
    let ledger = Checkout.folder.appending(path: "Examples/yunxi-2024").path
    #expect(try Run("new", "2025", "--from", ledger, "-o", file, "-q").errors == "")
    let workbook = try XLSXWorkbook(Array(Data(contentsOf: URL(filePath: file))))
    func columns(_ sheet: String) throws -> [String: [String]] {
      var reader = try workbook.rows(ofSheet: sheet)
      var columns: [String: [String]] = [:]
      var headings: [Int: String] = [:]
      while let row = try reader.next() {
        for cell in row.cells {
          guard case .text(let text) = cell.value else { continue }
          if let heading = headings[cell.reference.column] {
            columns[heading, default: []].append(text)
          } else {
            headings[cell.reference.column] = text
          }
        }
      }
      return columns
    }
    let indicators = try String(contentsOfFile: ledger + "/绩效指标.csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
    let found = try columns("绩效指标")
    #expect(found["项目名称"]?.count == indicators.count)
    #expect(Set(found["项目名称"] ?? []).count == 7)
    #expect(found["三级指标"]?.first == "加固险情段" && found["年度指标值"]?.first == "≥3处" && found["分值"]?.first == "10")
    #expect(Set(found.keys).isDisjoint(with: ["实际完成值", "情况说明", "得分", "偏差原因"]))
    let projects = try columns("绩效项目")
    #expect(projects["年度目标"]?.isEmpty == false)
    #expect(Set(projects.keys).isDisjoint(with: ["实际完成情况", "总分", "等级", "产出情况及分析"]))
    #expect(try Set(columns("绩效资金").keys).isSubset(of: ["项目名称", "资金来源", "分值"]))
  }

  @Test func standardInputIsNamedInMessages() throws {
    let run = try Run("build", "-", "-o", folder.path + "/公开", input: Array("{".utf8))
    #expect(run.status == 2 && run.output == [])
    #expect(run.errors == "标准输入:1: 错误: 第 1 行第 2 个字符：文本到此就结束了，应有用英文双引号括起来的键。文件可能没有写完，请找回完整的文件，或补上缺少的部分。\n")
    #expect(try folder.entries == [])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDiskIsAnError() throws {
    for arguments in ["convert", "schema", "codes", "help", "--version"] {
      let run =
        arguments == "convert"
        ? try Run("convert", Example.datong.folder, outputPath: "/dev/full")
        : try Run(arguments, outputPath: "/dev/full")
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.hasPrefix("标准输出: 错误: 不能写入（") && run.errors.hasSuffix("），结果没有写完。\n"))
    }
  }
}
