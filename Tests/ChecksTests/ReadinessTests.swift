import Accounts
import Foundation
import Tables
import TestSupport
import Testing

@testable import Checks

/// The text of a whole disclosure: its parts and sections, the year and the unit it names.
@Suite struct ReadinessTests {
  private let bench: ReadinessBench

  init() throws { bench = try ReadinessBench() }

  @Test func withoutATextNothingIsSaid() throws {
    #expect(bench.findings(bench.tables).isEmpty)
    #expect(bench.findings(bench.tables.with(Prose(lines: []))).isEmpty)
  }

  /// The exported self-evaluations bear the watermark of an internal review, in the published text too; it says
  /// 本部门（单位）, and what 公用经费 is made of leaves an item out.
  @Test func theTextHasNothingWrongButItsWatermark() throws {
    try expectNothingButTheWatermark(in: ReadinessBench.text("datong-2024-text"), times: 4)
  }

  private static let datong = "published/datong-2024-final-accounts.txt"

  @Test(.enabled(if: SharedFiles.url(datong) != nil, "\(SharedFiles.absence(of: datong))"))
  func thePublishedTextHasNothingWrongButItsWatermark() throws {
    let text = try String(contentsOf: #require(SharedFiles.url(Self.datong)), encoding: .utf8)
    try expectNothingButTheWatermark(in: text, times: text.ranges(of: "仅供内部审核").count)
  }

  private func expectNothingButTheWatermark(in text: String, times: Int) throws {
    let findings = bench.findings(bench.tables.with(Prose(written: text)))
    #expect(findings.map(\.rule) == ["D23", "T19", "N30"], "\(findings.map(\.message))")
    #expect(findings.dropFirst().allSatisfy { $0.severity == .note })
    #expect(findings.first?.message == "文中留有“仅供内部审核”字样，共 \(times) 处")
  }

  /// The text of another place leaves two sentences of its template in, as the published one does, and says of 住房公积金 what
  /// it says of the item above.
  @Test func theOtherTextHasTwoSentencesOfItsTemplate() throws {
    try expectTwoSentencesOfTheTemplate(in: ReadinessBench.text("putuo-2024-text"), and: ["T25"])
  }

  private static let putuo = "published/putuo-shegongbu-2024-final-accounts.txt"

  @Test(.enabled(if: SharedFiles.url(putuo) != nil, "\(SharedFiles.absence(of: putuo))"))
  func theOtherPublishedTextHasTwoSentencesOfItsTemplate() throws {
    let text = try String(contentsOf: #require(SharedFiles.url(Self.putuo)), encoding: .utf8)
    try expectTwoSentencesOfTheTemplate(in: Self.paragraphs(of: text))
  }

  /// The paragraphs of a text as it was taken from pages: the first line of each is indented, the others are not.
  private static func paragraphs(of text: String) -> String {
    var paragraphs: [String] = []
    for line in text.split(whereSeparator: \.isNewline).map(String.init) where !line.allSatisfy(\.isWhitespace) {
      if line.first?.isWhitespace == true || paragraphs.isEmpty {
        paragraphs.append(line)
      } else {
        paragraphs[paragraphs.count - 1] += line
      }
    }
    return paragraphs.joined(separator: "\n")
  }

  private func expectTwoSentencesOfTheTemplate(in text: String, and others: [String] = []) throws {
    let names = [
      ("201", "一般公共服务支出"), ("20139", "社会工作事务"), ("2013901", "行政运行"), ("2013950", "事业运行"),
      ("2013999", "其他社会工作事务支出"), ("208", "社会保障和就业支出"), ("20805", "行政事业单位养老支出"),
      ("2080505", "机关事业单位基本养老保险缴费支出"), ("2080506", "机关事业单位职业年金缴费支出"), ("210", "卫生健康支出"),
      ("21011", "行政事业单位医疗"), ("2101101", "行政单位医疗"), ("2101102", "事业单位医疗"), ("221", "住房保障支出"),
      ("22102", "住房改革支出"), ("2210201", "住房公积金"), ("2210203", "购房补贴"),
    ]
    let rows = names.map { Row([Cell(.number($0.0)), Cell(.label($0.1))]) }
    let table = Table(
      id: .t03, title: "支出决算表", formCode: "", unitLine: "", period: "", currency: "", isWide: false, header: [],
      rows: rows, notes: [])
    let tables = TableSet(
      unitName: "中共上海市普陀区委社会工作部", year: 2024, scope: .department, tables: [table],
      prose: Prose(written: text))
    let findings = bench.findings(tables)
    #expect(findings.map(\.rule) == ["D16", "D16"] + others, "\(findings.map(\.message))")
  }

  @Test func whatATableSaysBelowItselfIsReadToo() throws {
    let note = "无收支的，仍保留该表格式，并在本表下方作下述说明："
    let table = Table(
      id: .t07, title: "", formCode: "", unitLine: "", period: "", currency: "", isWide: false, header: [], rows: [],
      notes: [note])
    let line = Prose.Line(.paragraph, "其他 说明", part: 2)
    func rules(_ lines: [Prose.Line]) -> [String] {
      bench.findings(TableSet(unitName: nil, year: nil, scope: nil, tables: [table], prose: Prose(lines: lines)))
        .map(\.rule)
    }
    #expect(rules([line]) == ["D16"])
    #expect(rules([line, Prose.Line(.paragraph, " " + note, part: 2)]) == ["D16"])
  }

  @Test(
    arguments: [
      ("第一部分 概况\n一、本部门（单位）职责\n", "第一部分 前言\n", "D09", "没有“概况”这一部分"),
      ("第四部分 名词解释\n", "", "D09", "没有“名词解释”这一部分"),
      ("七、政府性基金预算财政拨款收支决算情况说明\n本年度无此项收支。\n", "", "D10", "没有“政府性基金预算财政拨款收入支出决算情况说明”一节"),
      ("（二）政府采购情况说明\n2024年度政府采购支出总额", "本年支出", "D10", "没有“政府采购情况说明”一节"),
      ("本年度无此项收支。\n", "", "D11", "“七、政府性基金预算财政拨款收支决算情况说明”下面没有内容"),
      ("本年度无此项支出。", "本年度支出见附表。", "D12", "《国有资本经营预算财政拨款支出决算表》没有一个数"),
      ("本年度无此项收支。", "2024年度收入、支出各10万元。", "D12", "《政府性基金预算财政拨款收入支出决算表》没有一个数"),
    ] as [(String, String, String, String)])
  func whatIsMissingIsNamed(_ old: String, _ new: String, _ rule: String, _ message: String) throws {
    let findings = try bench.findings(replacing: old, with: new)
    #expect(findings.map(\.rule) == [rule], "\(findings.map(\.message))")
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.message.contains(message) == true, "\(findings.map(\.message))")
  }

  /// Other words for the same part, statement or section.
  @Test(
    arguments: [
      ("第四部分 名词解释", "第四部分 专业名词说明"), ("第一部分 概况", "第一部分 部门基本情况"),
      ("本年度无此项支出。", "2024年度没有国有资本经营预算财政拨款支出。"), ("本年度无此项支出。", "本年支出0.00万元。"),
      ("本年度无此项支出。", "本单位不涉及。"), ("第二部分 2024年部门决算表\n", ""),
    ] as [(String, String)])
  func whatIsThereInOtherWordsIsNotMissing(_ old: String, _ new: String) throws {
    #expect(try bench.findings(replacing: old, with: new).isEmpty)
  }

  @Test func aTextWithoutPartsAndSectionsLacksNone() {
    let lines = ["大同市市场监督管理局2024年度单位决算公开", "收入支出决算总表见附件。"].map { Prose.Line(.paragraph, $0) }
    #expect(bench.findings(bench.tables.with(Prose(lines: lines))).isEmpty)
  }

  @Test(
    arguments: [
      ("2024年度单位决算公开", "2023年度单位决算公开"), ("第二部分 2024年部门决算表\t7", "第二部分 2023年部门决算表7"),
      ("2024年度收入合计5,023.02万元", "2022年度收入合计5,023.02万元"),
      ("2024年度收入合计5,023.02万元", "2023年度收入合计5,023.02万元"),
      ("2024年度财政拨款收入总计", "大同市市场监督管理局２０２１ 年度财政拨款收入总计"),
      ("2024年机关运行经费支出252.49万元，比2023年", "2023年机关运行经费支出252.49万元，比上年"),
      ("2024年度“三公”经费财政拨款", "2026年度“三公”经费财政拨款"),
    ] as [(String, String)])
  func anotherYearsTextIsWrong(_ old: String, _ new: String) throws {
    let findings = try bench.findings(replacing: old, with: new)
    #expect(findings.map(\.rule) == ["D13"], "\(findings.map(\.message))")
    #expect(findings.first?.expected == "2024年")
  }

  @Test(
    arguments: [
      "2023年度收入总计5,097.49万元，支出总计5,097.49万元，2024年度各减少68.13万元。", "与2023年度收入总计相比减少68.13万元。",
      "2023年度收入总计5,097.49万元。", "2022年政府性基金预算结转资金10万元在本年支出。", "根据《市财政局关于批复2023年度部门决算的通知》执行。",
      "根据同财〔2021〕15号文件，2025年预算收入按进度编制。", "单位于2019年成立。", "截至2024年12月31日共有车辆17辆。", "2023年支出合计与2024年持平。",
      "2025年度预算绩效目标已经编制。", "（2023-2025年）规划期内，支出合计逐年下降。",
    ])
  func otherYearsMayBeNamed(_ sentence: String) {
    #expect(bench.findings(inParagraph: sentence).isEmpty)
  }

  @Test func withoutTheTablesYearNoYearIsWrong() throws {
    let text = try ReadinessBench.text("datong-2024-text").replacing("2024年度", with: "2019年度")
    #expect(!bench.findings(bench.tables.with(Prose(written: text), year: .some(nil))).contains { $0.rule == "D13" })
  }

  @Test(
    arguments: [
      ("第三部分 情况说明\n一", "第三部分 大同市财政局2024年度部门决算情况说明\n一"), ("大同市市场监督管理局\n2024年度单位", "大同市商务局\n2024年度单位"),
      ("2024年度收入合计5,023.02万元", "大同市统计局2024年度收入合计5,023.02万元"), ("第一部分 概况\n", "第一部分 大同市统计局概况\n"),
    ] as [(String, String)])
  func anotherUnitsTextIsWrong(_ old: String, _ new: String) throws {
    let findings = try bench.findings(replacing: old, with: new)
    #expect(findings.map(\.rule) == ["D14"], "\(findings.map(\.message))")
    #expect(findings.first?.expected == "大同市市场监督管理局")
  }

  /// The unit of a whole city is another than that of one of its districts, though all characters of its name stand in the
  /// other's; a title counts without the number of a part too.
  @Test(
    arguments: [
      ("第三部分 上海市规划局2024年度部门决算情况说明", true), ("上海市规划局2024年度部门决算表", true), ("第三部分 上海市某区规划局2024年度部门决算情况说明", false),
      ("第三部分 某区规划局2024年度部门决算情况说明", false), ("第三部分 市某区规划局2024年度部门决算情况说明", false),
    ] as [(String, Bool)])
  func aCitysUnitIsNoDistricts(_ title: String, _ isAnother: Bool) {
    let lines = [
      Prose.Line(.paragraph, "封面", part: 0),
      Prose.Line(title.hasPrefix("第") ? .heading(level: 1) : .paragraph, title, part: 2),
    ]
    let tables = TableSet(
      unitName: "上海市某区规划局", year: 2024, scope: .department, tables: bench.tables.tables, prose: Prose(lines: lines))
    #expect(bench.findings(tables).contains { $0.rule == "D14" } == isAnother)
  }

  /// The unit itself by its short names, general words, and a unit that part 1 names.
  @Test(
    arguments: [
      ("2024年度收入合计5,023.02万元", "大同市市场监督管理局（本级）2024年度收入合计5,023.02万元"),
      ("2024年度收入合计5,023.02万元", "市市场监管局2024年度收入合计5,023.02万元"), ("2024年度收入合计5,023.02万元", "我局2024年度收入合计5,023.02万元"),
      ("2024年度收入合计5,023.02万元", "各所属事业单位2024年度收入合计5,023.02万元"), ("第一部分 概况\n", "第一部分 部门概况\n"),
      ("第三部分 情况说明\n一", "第三部分 2024年度部门决算情况说明\n一"), ("2024年度收入合计5,023.02万元", "按照市财政局2024年度部门决算批复，收入合计5,023.02万元"),
      ("2024年度收入合计5,023.02万元", "市农业农村局2024年度收入合计5,023.02万元"),
    ] as [(String, String)])
  func theUnitsOwnNamesAreRight(_ old: String, _ new: String) throws {
    let findings = try bench.findings(replacing: old, with: new)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test(
    arguments: [
      ("一般公共服务支出(类)3,864.28万元", "国防支出(类)3,864.28万元", "国防支出（类）"),
      ("用于单位人员的工资", "教育支出（类）用于单位人员的工资", "教育支出（类）"),
      ("用于缴纳养老保险等", "社会保障和就业支出（类）行政事业单位养老（款）事业单位离退休（项）", "事业单位离退休（项）"),
      ("用于缴纳医疗保险等", "1.卫生健康支出（类）疾病预防控制（款）用于防疫", "疾病预防控制（款）"),
      ("用于单位人员的工资", "“三西”农业建设专项补助（项）用于单位人员的工资", "““三西”农业建设专项补助（项）"),
    ] as [(String, String, String)])
  func aCategoryOfNoTableIsNamed(_ old: String, _ new: String, _ name: String) throws {
    let findings = try bench.findings(replacing: old, with: new)
    #expect(findings.map(\.rule) == ["D24"], "\(findings.map(\.message))")
    #expect(findings.first?.message.contains(name) == true)
  }

  @Test(
    arguments: [
      "主要用于一般公共服务（类）市场监督管理事务（款）行政运行（项）等支出。", "1、社会保障和就业支出(类) 就业补助(款) 其他就业补助支出(项)。",
      "国防支出（类）年初预算10万元，支出决算0万元。", "按支出功能分类科目（类）列示。", "工资福利支出（类）基本工资（款）731.94万元。",
      "（一）住房保障支出（类）住房改革支出（款）提租补贴（项）21.25万元。",
    ])
  func categoriesOfTheTablesAreRight(_ sentence: String) {
    let findings = bench.findings(inParagraph: sentence)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }
}
