import Accounts
import Tables
import Testing

@testable import Checks

/// How the text is written: what is left in it, left out of it, written twice, or left to be chosen.
@Suite struct WordingTests {
  private let bench: ReadinessBench

  init() throws { bench = try ReadinessBench() }

  /// What is found in one paragraph of the explanation, by rule.
  private func rules(_ text: String, _ kind: Prose.Line.Kind = .paragraph) -> [String] {
    bench.findings(inParagraph: text, kind).map(\.rule)
  }

  @Test(
    arguments: [
      "一、收入支出决算总体情况说明PAGEREF _Toc180012345 \\h 31", "见错误！未定义书签。", "见错误! 未找到引用源。", "HYPERLINK \\l \"_Toc1\"",
      "自评表 \\* MERGEFORMAT",
      "支出#REF!万元。", "Error! Bookmark not defined.",
    ])
  func whatAWordProcessorLeavesIsAWarning(_ text: String) {
    for kind in [Prose.Line.Kind.paragraph, .row, .contents] {
      let findings = bench.findings(inParagraph: text, kind).filter { $0.rule == "T16" }
      #expect(findings.map(\.severity) == [.warning], "\(text)")
    }
  }

  @Test(arguments: [
    ("图表标题", Finding.Severity.warning), ("系列1", .warning), ("系列1 系列2 系列3", .warning), ("收入决算构成（饼状图）", .warning),
    ("（图1：收入决算结构）", .note), ("（图 2：支出决算结构）", .note),
  ])
  func whereAChartWasMeantToStand(_ text: String, _ severity: Finding.Severity) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == ["T17"] && findings.map(\.severity) == [severity], "\(findings.map(\.message))")
  }

  @Test(
    arguments: [
      ("主要原因是新增新增口袋公园项目。", "新增"), ("主要原因是是项目增加。", "是"), ("主要用于用于培训。", "用于"), ("比上年减少减少3.20万元。", "减少"),
      ("占占79.77%。", "占"),
      ("经费的的使用。", "的"),
    ])
  func aWordWrittenTwiceIsAWarning(_ text: String, _ word: String) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == ["T18"], "\(findings.map(\.message))")
    #expect(findings.first?.message.hasSuffix("中“\(word)”重复") == true)
  }

  /// What stands twice rightly, or where two words meet.
  @Test(
    arguments: [
      "层层压实责任，各各尽责。", "以提高效益为目的的项目。", "作为标的的资产。", "主要看的是是否按期完成。", "辨明是是非非。", "因人员增加增加支出。", "2024年年初预算。", "对对口帮扶单位的补助。",
      "年年考核、处处节约，常常检查。",
      "一般公共服务支出支出决算数。", "为了了解情况。", "针对对象不同。", "其中中央资金10万元。", "总和和上年相同。", "以及及时公开。", "人人有责，天天检查。", "为为民办事项目。",
    ])
  func whatIsDoubledRightly(_ text: String) {
    #expect(rules(text).isEmpty)
  }

  @Test(arguments: [
    ("收入总计增加（减少）68.13万元。", "没有选定一个词"), ("比上年下降（增长）1.34%。", "没有选定一个词"), ("决算数大于（小于）预算数。", "没有选定一个词"),
    ("比上年增加/减少5万元。", "没有选定一个词"), ("比上年增加（或减少）5万元。", "没有选定一个词"), ("比上年减增加5万元。", "方向相反"), ("较上年下降增长5.00%。", "方向相反"),
  ])
  func wordsOfWhichOneWasToBeChosen(_ text: String, _ words: String) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == ["T19"] && findings.map(\.severity) == [.warning], "\(findings.map(\.message))")
    #expect(findings.first?.message.contains(words) == true)
  }

  @Test func bodyOrUnitWasToBeChosen() {
    let findings = bench.findings(inParagraph: "截至2024年12月31日，本部门（单位）车辆共17辆。")
    #expect(findings.map(\.rule) == ["T19"] && findings.map(\.severity) == [.note])
  }

  @Test(
    arguments: [
      "收支增减变动情况。", "增加（含上年结转）5万元。", "因人员减少增加补助支出。", "减少（单位合并）3人。", "核减增加数后为5万元。", "各部门（单位）应当公开。", "超过（含）100万元。",
    ])
  func bracketsThatAreNoChoice(_ text: String) {
    #expect(rules(text).isEmpty)
  }

  @Test func halfWidthCommasAreOneNote() throws {
    let lines = ["货物,工程和服务。", "人员,公用经费,项目。", "12,504.89万元；Wi-Fi, 5G；阅读, 第二期。"].map {
      Prose.Line(.paragraph, $0, part: 3, section: "其他")
    }
    let findings = bench.findings(bench.tables.with(Prose(lines: lines))).filter { $0.rule.hasPrefix("T") }
    #expect(findings.map(\.rule) == ["T20"] && findings.map(\.severity) == [.note])
    #expect(findings.first?.message.hasSuffix("全文共 3 处") == true, "\(findings.map(\.message))")
  }

  @Test(arguments: [
    ("占，88.00%；", true), ("占比,8.84%。", true), ("比上年增加，5.00万元，增长20%。", true), ("占，88%的单位完成。", false),
    ("收入稳步增长，5%以上来自服务。", false),
    ("增加，主要原因是调入2人。", false), ("12,504.89万元，占88%。", false),
  ])
  func aCommaBeforeItsNumber(_ text: String, _ isWrong: Bool) {
    #expect(rules(text) == (isWrong ? ["T21"] : []))
  }

  @Test(arguments: [
    ("支出决算9,429.95，完成年初预算的95.00%。", true), ("占本年支出合计的79.77。", true), ("增长21.11，主要原因是项目增加。", true), ("占比0.47；", true),
    ("支出决算44.07完成年初预算的95.80%。", true),
    ("支出决算9,429.95万元。", false), ("下降0.35个百分点。", false), ("增长2.50倍。", false), ("支出合计 1234.56 1200.00", false),
    ("支出决算9,429.95", false), ("基本支出1.00、2.00万元。", false), ("版本2.01，第3.02条。", false), ("自评得分98.50。", false),
  ])
  func aNumberWithoutItsUnit(_ text: String, _ isWrong: Bool) {
    #expect(rules(text) == (isWrong ? ["T22"] : []))
  }

  @Test func theBodyCallsItselfInOneWay() throws {
    func findings(_ texts: [String]) -> [String] {
      let lines = texts.map { Prose.Line(.paragraph, $0, part: 3, section: "其他") }
      return bench.findings(bench.tables.with(Prose(lines: lines))).map(\.rule).filter { $0 == "T23" }
    }
    #expect(findings(["本部门2024年度支出5万元。", "本单位共有车辆2辆。"]) == ["T23"])
    #expect(findings(["本部门2024年度支出5万元。", "本部门共有车辆2辆。"]).isEmpty)
    #expect(findings(["本部门2024年度支出5万元。", "本单位所属的学校2所。", "由本单位职工承担。"]).isEmpty)
  }

  @Test(arguments: [
    ("设5个内设科室，分别是：办公室、人事科、法规科、计量科。", 4), ("内设办公室、人事科、法规科和计量科5个科室。", 4), ("内设机构5个，分别为办公室、人事科、法规科、计量科。", 4),
    ("下设三个所属单位：图书馆（事业单位）、执法支队（参照公务员法管理）、群众艺术馆、体育馆。", 4), ("设十二个科室：办公室、人事科。", 2),
    ("设2个科室，包括办公室、人事科、法规科等。", 3),
  ])
  func aNumberAndTheListOfThem(_ text: String, _ listed: Int) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == ["T24"], "\(findings.map(\.message))")
    #expect(findings.first?.expected == "\(listed)个")
  }

  /// Lists that agree, go on, or whose things are not told apart for sure.
  @Test(
    arguments: [
      "设4个内设科室，分别是：办公室、人事科、法规科、消费者权益保护和市场交易管理科。", "下设2个单位：图书馆和群众艺术馆。", "和三个所属单位：执法支队、图书馆和群众艺术馆（均为事业单位）。",
      "设8个科室，包括办公室、人事科等。",
      "设8个科室：办公室、人事科，另设机关党委。", "设3个科室：办公室、法规、规划与标准科、人事科。", "内设 34 个科室。", "2个项目、3个单位、5个部门。", "设3个科室：办公室、人事科、",
      "内设机构8个，下属单位2个，包括图书馆、体育馆。", "纳入公开的有5个单位，其中：行政单位2个、事业单位3个。",
    ])
  func listsThatMayBeRight(_ text: String) {
    #expect(!rules(text).contains("T24"))
  }

  private func repeated(_ purposes: [String]) -> Int {
    let lines = purposes.enumerated().map { number, text in
      Prose.Line(.paragraph, "科目\(number)支出决算1.00万元。主要用于\(text)。", part: 3, section: "一般公共预算支出具体")
    }
    return bench.findings(bench.tables.with(Prose(lines: lines))).count { $0.rule == "T25" }
  }

  @Test func aPurposeCopiedFromTheItemAbove() {
    let (wages, insurance, housing) = ("离休人员的离休费和抚恤金", "事业单位医疗保险缴费支出", "住房公积金和提租补贴")
    #expect(repeated([wages, insurance, insurance]) == 1)
    #expect(repeated([wages, insurance, housing]) == 0)
    // What is said of all items, or of any, is said on purpose.
    #expect(repeated([insurance, insurance, insurance, insurance]) == 0)
    #expect(repeated([wages, "单位人员经费和日常公用经费", "单位人员经费和日常公用经费"]) == 0)
    #expect(repeated([insurance, insurance]) == 0)
  }

  @Test(arguments: [
    ("2024年9月12日", 0, true), ("二〇二四年八月", 0, true), ("2024-09-12", 0, true), ("公开日期：2024年9月12日", 3, true),
    ("2025年9月12日", 0, false),
    ("二〇二五年八月十二日", 0, false), ("2024年12月31日", 0, false), ("2024年度", 0, false), ("截至2024年6月30日", 3, false),
    ("2024年9月12日", 3, false),
    ("预算批复日期：2024年2月1日", 3, false), ("编制日期：2024年1月5日", 5, false),
  ])
  func aDayBeforeTheYearsEnd(_ text: String, _ part: Int, _ isWrong: Bool) {
    let lines = [Prose.Line(.paragraph, text, part: part)]
    let findings = bench.findings(bench.tables.with(Prose(lines: lines))).filter { $0.rule == "T26" }
    #expect(findings.count == (isWrong ? 1 : 0))
  }

  /// 1.00 + 2.00 + 3.00 = 6.00, each printed to 0.01.
  @Test(arguments: [
    ("公用经费6.00万元，主要包括：办公费1.00万元、水费2.00万元、电费3.00万元。", nil), ("公用经费6.01万元，主要包括：办公费1.00万元、水费2.00万元、电费3.00万元。", nil),
    ("公用经费7.00万元，主要包括：办公费1.00万元、水费2.00万元、电费3.00万元。", Finding.Severity.note),
    ("公用经费5.00万元，主要包括办公费1.00万元，水费2.00万元，电费3.00万元；", .warning),
    ("公用经费7.00万元，主要包括：办公费1.00万元、水费2.00万元等。", nil), ("公用经费7.00万元，主要包括：办公费、水费、电费。", nil),
    ("公用经费7.00万元，包括办公费1.00万元、其中会议3.00万元、水费5.00万元。", nil),
  ])
  func amountsListedAddUp(_ text: String, _ severity: Finding.Severity?) {
    let findings = bench.findings(inParagraph: text).filter { $0.rule == "N30" }
    #expect(findings.map(\.severity) == (severity.map { [$0] } ?? []), "\(findings.map(\.message))")
  }

  @Test(arguments: [
    ("公用经费支出比上年增加5.00万元，增长2.00%，主要原因是会议次数下降，相应减少支出。", true), ("公务接待费比上年减少5.00万元，主要原因是年中追加经费。", true),
    ("公用经费支出比上年增加5.00万元，主要原因是上年压缩经费减少支出。", false), ("公用经费支出比上年增加5.00万元，主要原因是人员增加，经费减少的项目较少。", false),
    ("结转和结余比上年增加5.00万元，主要原因是支出减少。", false), ("支出总计比上年减少5.00万元，主要原因是支出减少。", false),
    ("公务接待费比上年减少5.00万元，主要原因是来访批次减少，支出增加的是外事接待。", false), ("办公费支出增加5.00万元，水费支出减少6.00万元，主要原因是支出减少。", false),
  ])
  func aReasonThatSaysTheContrary(_ text: String, _ isWrong: Bool) {
    #expect(rules(text).contains("N31") == isWrong)
  }

  @Test(arguments: [
    ("202 年度机关运行经费支出5.00万元。", "2024年度"), ("20244年度支出。", "2024年度"), ("截至2023年12月31日，本部门共有车辆2辆。", "2024年"),
  ])
  func anotherYearThanThatOfTheAccounts(_ text: String, _ expected: String) {
    let findings = bench.findings(inParagraph: text).filter { $0.rule == "D13" }
    #expect(findings.map(\.expected) == [expected])
  }

  @Test(
    arguments: [
      "建馆200年，年度预算5万元。", "截至2023年12月31日，累计完成投资的80%。", "截至2024年12月31日共有车辆2辆，截至2023年12月31日共有车辆3辆。", "截至2024年底资产总额5万元。",
    ])
  func yearsThatAreRight(_ text: String) {
    #expect(!rules(text).contains("D13"))
  }

  @Test(arguments: [
    ("二、2023年度收入决算情况说明", true), ("（二）2023年政府采购情况说明", true), ("二、2023年度绩效评价结果应用情况", false), ("三、与2023年度决算对比情况", false),
    ("四、2023年度结转资金使用情况", false), ("二、2024年度收入决算情况说明", false),
  ])
  func aHeadingOfLastYear(_ text: String, _ isWrong: Bool) {
    #expect(rules(text, .heading(level: 2)).contains("D13") == isWrong)
  }

  /// 大同's tables: 201 > 20138 > 2013801, 208 > 20805 > 2080505.
  @Test(arguments: [
    ("一般公共服务支出（类）市场监督管理事务（款）行政运行（项）5.00万元。", false), ("社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。", false),
    ("社会保障和就业支出（类）市场监督管理事务（款）行政运行（项）。", true), ("一般公共服务支出（类）市场监督管理事务（款）住房公积金（项）。", true),
    ("一般公共服务支出（类）、社会保障和就业支出（类）、住房公积金（项）。", false),
  ])
  func aCodeStandsBelowTheOneNamedBefore(_ text: String, _ isWrong: Bool) {
    let findings = bench.findings(inParagraph: text).filter { $0.rule == "D24" }
    #expect(findings.count == (isWrong ? 1 : 0), "\(findings.map(\.message))")
    #expect(findings.allSatisfy { $0.message.contains("之下") })
  }

  /// A short form is made of what the words of the name begin with.
  @Test(arguments: [
    ("云溪市文化广电旅游体育局", "云溪市文广旅体局", true), ("云溪市文化广电旅游体育局", "市文旅局", true), ("云溪市文化广电旅游体育局", "云溪市文电游局", false),
    ("大同市市场监督管理局", "大同市市场监管局", true), ("大同市市场监督管理局", "大同市督管局", false), ("云溪市发展和改革委员会", "云溪市发改委", true),
    ("云溪经济开发区管理委员会", "云溪开发区管委会", true), ("云溪市高级人民法院", "云溪市高院", true), ("云溪市住房和城乡建设局", "云溪市住建局", true),
    ("云溪市人力资源和社会保障局", "云溪市人社局", true), ("中国共产党云溪市委员会组织部", "中共云溪市委组织部", true), ("上海市某区规划局", "上海市规划局", false),
  ])
  func shortFormsOfAName(_ name: String, _ short: String, _ isForm: Bool) {
    let lines = [Prose.Line(.heading(level: 1), "第一部分 \(short)概况", part: 1)]
    let findings = bench.findings(bench.tables.with(Prose(lines: lines), unitName: name)).filter { $0.rule == "D14" }
    #expect(findings.isEmpty == isForm, "\(findings.map(\.message))")
  }

  /// 大同 has nothing in 07 and 08.
  @Test(arguments: [
    ("本年度无国有资本经营预算财政拨款收支。", "说的却是另一项资金"), ("详见公开表。", "没有说无此项收支"), ("本年度无政府性基金预算财政拨款收支。", nil), ("本年度无此项收支。", nil),
  ])
  func anEmptyTableIsSpokenOfByItsName(_ text: String, _ words: String?) {
    // Its own words say that a sentence is of another section.
    let section = text.contains("国有资本") ? "国有资本" : "政府性基金"
    let lines = [
      Prose.Line(.heading(level: 2), "七、政府性基金预算财政拨款收支决算情况说明", part: 3, section: "政府性基金"),
      Prose.Line(.paragraph, text, part: 3, section: section),
      Prose.Line(.heading(level: 2), "八、国有资本经营预算财政拨款支出决算情况说明", part: 3, section: "国有资本"),
      Prose.Line(.paragraph, "本年度无此项支出。", part: 3, section: "国有资本"),
    ]
    let findings = bench.findings(bench.tables.with(Prose(lines: lines))).filter { $0.rule == "D12" }
    #expect(findings.map { $0.message.hasSuffix(words ?? "") } == (words == nil ? [] : [true]))
  }
}
