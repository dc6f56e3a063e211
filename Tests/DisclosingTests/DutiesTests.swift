import Accounts
import Checks
import Disclosing
import Foundation
import Tables
import TestSupport
import Testing

/// What a disclosure must contain (公开义务): what is cut out of an example in order is missed under its own duty, and nothing
/// else is.
@Suite struct DutiesTests {
  private func report(_ text: String, dates: DisclosureDates = DisclosureDates()) throws -> CheckReport {
    let folder = try TemporaryFolder(["公开.md": Array(text.utf8)])
    var choices = Choices()
    choices.dates = dates
    var disclosures = Disclosures(choices) { _ in }
    return try disclosures.report(on: disclosures.disclosure(at: folder.path + "/公开.md"))
  }

  private func missed(_ report: CheckReport) -> [String] {
    report.findings.filter { $0.rule.hasPrefix("G") }.map { "\($0.severity.word) \($0.rule)" }
  }

  @Test(arguments: Example.allCases) func anExampleInOrderMissesNothing(example: Example) throws {
    let report = try report(example.text("index.md"))
    #expect(missed(report).isEmpty)
    #expect(report.duties.count == (try RuleCatalogue.standard().rules.count { $0.duty != nil }))
    #expect(report.duties.filter { $0.state == .notMet }.isEmpty)
    // Nobody can tell when it was approved.
    #expect(report.duties.filter { $0.state == .unknown }.map(\.words).allSatisfy { $0.hasPrefix("不知道") })
  }

  /// What is cut out, and the duty that misses it: the particulars that inspections name, one at a time.
  static let cuts: [(String, with: String, missed: [String])] = [
    ("安排出国（境）团组2个、5人次。赴境外开展旅游推介和友好城市文化交流，团组 2 个，累计 5 人次。", "共5人次。", ["警告 G19"]),
    ("安排出国（境）团组2个、5人次。赴境外开展旅游推介和友好城市文化交流，团组 2 个，累计 5 人次。", "安排出国（境）团组2个。", ["警告 G20"]),
    ("年末使用财政拨款负担费用的公务用车保有量12辆。", "", ["警告 G22"]),
    (
      "公务接待费支出2.85万元，接待21批次、186人次。其中：国内接待费2.85万元，接待21批次、186人次，", "公务接待费支出2.85万元，共186人次。其中：国内接待费2.85万元，接待186人次，",
      ["警告 G23"]
    ),
    (
      "公务接待费支出2.85万元，接待21批次、186人次。其中：国内接待费2.85万元，接待21批次、186人次，", "公务接待费支出2.85万元，接待21批次。其中：国内接待费2.85万元，接待21批次，",
      ["警告 G24"]
    ),
  ]

  @Test(arguments: cuts) func whatIsCutOutIsMissed(_ old: String, with new: String, missed expected: [String]) throws {
    let text = try Example.yunxi.text("index.md")
    let altered = text.replacing(old, with: new)
    try #require(altered != text)
    #expect(missed(try report(altered)) == expected)
  }

  /// What is said in another sentence of the section is said.
  @Test func whatAnotherSentenceSaysIsSaid() throws {
    let text = try Example.yunxi.text("index.md")
    let once = text.replacing("购置公务用车1辆。更新到期报废的执法执勤用车 1 辆。", with: "")
    try #require(once != text)
    #expect(missed(try report(once)).isEmpty)
    #expect(missed(try report(once.replacing("，并更新执法车辆 1 辆", with: ""))) == ["警告 G21"])
  }

  @Test func dutiesOfTheBodyAreMissed() throws {
    let text = try Example.yunxi.text("index.md")
    let start = try #require(text.range(of: "### 一、部门职责"))
    let end = try #require(text.range(of: "### 二、机构设置情况"))
    #expect(missed(try report(text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""))) == ["警告 G08"])
  }

  /// Where nothing was spent there is little to state: that it is not said is a note, and that there was none is enough.
  @Test func whatNothingWasSpentOnIsANote() throws {
    let text = try Example.datong.text("index.md")
    let stated = "安排出国（境）团组0个、0人次。本年没有因公出国（境）。"
    try #require(text.contains(stated))
    #expect(missed(try report(text.replacing(stated, with: ""))) == ["提示 G19", "提示 G20"])
    #expect(missed(try report(text.replacing(stated, with: "本年没有因公出国（境）。"))).isEmpty)
  }

  @Test func amountsForSmallEnterprisesAreMissed() throws {
    let text = try Example.datong.text("index.md")
    let altered = text.replacing(/授予中小企业合同金额.*\n/, with: "\n")
    try #require(altered != text)
    #expect(missed(try report(altered)) == ["警告 G31", "提示 G32", "提示 G33"])
  }

  /// What is missing as a whole is said once, by the rule that knows it.
  @Test func aSectionThatIsMissingIsSaidOnce() throws {
    let text = try Example.datong.text("index.md")
    let start = try #require(text.range(of: "### 九、财政拨款“三公”经费支出决算情况说明"))
    let end = try #require(text.range(of: "### 十、其他重要事项"))
    let report = try report(text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""))
    #expect(report.findings.filter { $0.severity < .note }.map(\.rule) == ["D10"])
    let states = Dictionary(uniqueKeysWithValues: report.duties.map { ($0.rule, $0.state) })
    for duty in ["G17", "G18", "G19", "G20", "G21", "G22", "G23", "G24"] { #expect(states[duty] == .notMet, "\(duty)") }
  }

  /// Twenty days: the last of them is in time, the one after it is not; the days of February count.
  @Test(arguments: [
    ("2025-09-01", "2025-09-21", DutyResult.State.met), ("2025-09-01", "2025-09-22", .notMet),
    ("2024-02-20", "2024-03-11", .met), ("2025-02-20", "2025-03-13", .notMet), ("2025-12-31", "2026-01-20", .met),
    ("2025-09-10", "2025-09-09", .notMet),
  ])
  func twentyDaysAreCounted(approved: String, published: String, state: DutyResult.State) throws {
    let dates = DisclosureDates(approved: CalendarDay(written: approved), published: CalendarDay(written: published))
    let report = try report(Example.datong.text("index.md"), dates: dates)
    #expect(report.duties.last?.state == state)
    #expect(missed(report) == (state == .met ? [] : ["警告 G42"]))
  }

  @Test func datesAreReadFromThePublication() throws {
    let text = try Example.datong.text("index.md")
    let report = try report("批复日期：2025年8月20日　发布时间：2025-09-12 10:24\n\n" + text)
    #expect(missed(report) == ["警告 G42"])
    #expect(report.duties.last?.words == "2025-08-20 批复，2025-09-12 公开，隔了 23 日")
  }

  private static let contents = [
    "目录", "第一部分 概况", "一、单位职责", "二、机构设置情况", "第二部分 2024年度单位决算表", "一、收入支出决算总表", "二、收入决算表", "三、支出决算表",
    "四、财政拨款收入支出决算总表", "五、一般公共预算财政拨款支出决算表", "六、一般公共预算财政拨款基本支出决算明细表", "七、政府性基金预算财政拨款收入支出决算表",
    "八、国有资本经营预算财政拨款支出决算表", "九、财政拨款“三公”经费支出决算表", "十、部门决算公开相关信息统计表", "第三部分 情况说明", "一、收入支出决算总体情况说明", "二、收入决算情况说明",
    "三、支出决算情况说明", "四、财政拨款收支决算总体情况说明", "五、一般公共预算财政拨款支出决算情况说明", "六、一般公共预算财政拨款基本支出决算情况说明",
    "七、政府性基金预算财政拨款收支决算情况说明", "八、国有资本经营预算财政拨款支出决算情况说明", "九、财政拨款“三公”经费支出决算情况说明", "十、其他重要事项情况说明", "第四部分 名词解释",
  ]

  private func withContents(_ contents: [String]) throws -> String {
    let text = try Example.datong.text("index.md")
    let start = try #require(text.range(of: "## 第一部分"))
    return text.replacingCharacters(
      in: start.lowerBound..<start.lowerBound, with: contents.map { $0 + "\n\n" }.joined())
  }

  @Test func contentsThatAgreeAreInOrder() throws {
    let report = try report(withContents(Self.contents))
    #expect(missed(report).isEmpty)
    #expect(report.duties.first { $0.rule == "G40" }?.state == .met)
  }

  /// A page that could not be read, as one of a scan, may have what the contents name.
  @Test func whatMayStandOnAPageThatWasNotReadIsNotMissed() throws {
    var more = Self.contents
    more.insert("十一、其他需要说明的问题", at: 25)
    let folder = try TemporaryFolder(["公开.md": Array(try withContents(more).utf8)])
    var disclosures = Disclosures(Choices()) { _ in }
    var disclosure = try disclosures.disclosure(at: folder.path + "/公开.md")
    disclosure.tables.unread.append(
      UnreadPart(
        table: nil, place: SourceLocation(file: "公开.pdf", line: 1, within: .page(9)), text: "整页", reason: "没有读",
        reach: .table))
    let report = try disclosures.report(on: disclosure)
    #expect(report.duties.first { $0.rule == "G40" }?.state == .unknown)
    #expect(!missed(report).contains("警告 G40"))
  }

  @Test func contentsThatDifferAreFound() throws {
    var more = Self.contents
    more.insert("十一、其他需要说明的问题", at: 25)
    var fewer = Self.contents
    fewer.remove(at: 18)
    for (contents, words) in [
      (more, "目录有“十一、其他需要说明的问题”，正文没有"), (fewer, "正文有“三、支出决算情况说明”，目录没有"),
    ] {
      let report = try report(withContents(contents))
      #expect(missed(report) == ["警告 G40"])
      #expect(report.duties.first { $0.rule == "G40" }?.words == words)
    }
  }
}
