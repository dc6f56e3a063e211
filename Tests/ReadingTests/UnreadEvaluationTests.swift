import Accounts
import Checks
import Evaluations
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// Self-evaluation tables of which something cannot be read: it is said where, and nothing is concluded from what is left.
@Suite struct UnreadEvaluationTests {
  private let page: String

  init() throws { page = try Example.yunxi.text("index.html") }

  private func read(_ text: String, as name: String = "page.html") throws -> Publication {
    let folder = try TemporaryFolder([name: Array(text.utf8)])
    return try Standard.reader.publication(at: folder.path + "/" + name)
  }

  /// The page with words of one table replaced, the first of them behind a text.
  private func page(table: String, behind text: String, _ words: String, by other: String = "■■") throws -> String {
    let start = try #require(page.range(of: "data-table=\"\(table)\""))
    let behind = try #require(page.range(of: text, range: start.lowerBound..<page.endIndex))
    let found = try #require(page.range(of: words, range: behind.lowerBound..<page.endIndex))
    return page.replacingCharacters(in: found, with: other)
  }

  private func report(_ publication: Publication) throws -> CheckReport {
    let evaluations = try EvaluationInput(
      publication.evaluations.tables, overall: publication.evaluations.overall,
      unread: publication.evaluations.unread.count, lostTables: publication.evaluations.lostTables)
    return try Standard.checker.check(publication.tables, evaluations: evaluations)
  }

  /// A cell of the example that cannot be read, and what may not be checked for it.
  struct Lost: Sendable, CustomTestStringConvertible {
    let table: String
    let behind: String
    let words: String
    /// A rule that rests on it, as the form and the instructions define it.
    let rule: String
    var testDescription: String { "\(table) \(words)" }
  }

  static let lost: [Lost] = [
    // 产出指标 20、10、10、10: whether the four rows are what the form prescribes is not known without one label.
    .init(table: "绩效.1", behind: "三级指标</th>", words: "产出指标", rule: "P-E6"),
    .init(table: "绩效.1", behind: "三级指标</th>", words: "数量指标", rule: "P-X4"),
    .init(table: "绩效.1", behind: "得分</th>", words: "年度资金总额", rule: "P-S4"),
    .init(table: "绩效.1", behind: "得分</th>", words: "其中：当年财政拨款", rule: "P-E12"),
    .init(table: "绩效.2", behind: "项目资金（万元）", words: "全年执行数", rule: "P-E1"),
    .init(table: "绩效.1", behind: "总分</th>", words: "99.63※", rule: "P-E4"),
    .init(table: "绩效.1", behind: "加固险情段</td>", words: ">10<", rule: "P-E5"),
    .init(table: "绩效.7", behind: "按支出性质分", words: "其中：一般公共预算：9429.952503", rule: "P-E12"),
    .init(table: "绩效.1", behind: "<tbody>", words: "古城墙抢险加固</td>", rule: "P-S1"),
    .init(table: "基础数据表", behind: "三公经费</th>", words: "其中：公车购置", rule: "P-D2"),
    .init(table: "基础数据表", behind: "三公经费</th>", words: "古城墙抢险加固", rule: "P-D2"),
    .init(table: "基础数据表", behind: "三公经费</th>", words: "14.23865", rule: "P-D2"),
    .init(table: "基础数据表", behind: "公用经费</th>", words: "其中：办公经费", rule: "P-D3"),
    .init(table: "基础数据表", behind: "编制数", words: "128", rule: "P-D1"),
  ]

  @Test(arguments: lost) func whatRestsOnALostCellIsNotChecked(lost: Lost) throws {
    let tag = lost.words.hasPrefix(">") ? ">■■<" : "■■"
    let words = lost.words.hasSuffix("</td>") ? String(lost.words.dropLast(5)) : lost.words
    let publication = try read(page(table: lost.table, behind: lost.behind, words, by: tag))
    let report = try report(publication)
    let wrong = report.findings.filter { $0.severity != .note && $0.rule != "D08" }
    #expect(wrong.map(\.message) == [])
    #expect(report.notChecked.contains { $0.rule == lost.rule }, "\(lost.rule)")
    #expect(report.findings.filter { $0.rule == "D08" }.map(\.severity) == [.warning])
    #expect(publication.evaluations.tables.count == 7)
  }

  /// The page as it is says nothing of the kind.
  @Test func theSoundPageIsReadWhole() throws {
    let publication = try read(page)
    #expect(publication.evaluations.unread == [] && publication.tables.unread.isEmpty)
    let report = try report(publication)
    #expect(report.findings.filter { $0.severity != .note }.map(\.message) == [])
    for rule in ["P-E3", "P-E4", "P-E6", "P-E12", "P-D1", "P-D2", "P-D3", "P-S4"] {
      #expect(!report.notChecked.contains { $0.rule == rule }, "\(rule)")
    }
  }

  /// A title, or a heading of the indicators: the table is not read, and how many there are is not known.
  @Test(arguments: [
    ("项目支出绩效自评表</p>", "绩效.1", "是自评表的表头，上方却没有认得的标题，这张表没有读"),
    ("实际完成值", "绩效.3", "自评表的表头不是认得的版式，不知道怎样计分，这张表没有读"),
  ])
  func aTableThatIsLostIsCounted(words: String, table: String, reason: String) throws {
    let start = try #require(page.range(of: "data-table=\"\(table)\""))
    let options: String.CompareOptions = words.hasSuffix("</p>") ? .backwards : []
    let range = options.isEmpty ? start.lowerBound..<page.endIndex : page.startIndex..<start.lowerBound
    let found = try #require(page.range(of: words, options: options, range: range))
    let publication = try read(
      page.replacingCharacters(in: found, with: words.hasSuffix("</p>") ? "■■</p>" : "■■"))
    #expect(publication.evaluations.tables.count == 6)
    #expect(publication.evaluations.lostTables == 1)
    #expect(publication.tables.unread.contains { $0.reason == reason })
    let report = try report(publication)
    #expect(report.findings.filter { $0.severity != .note && $0.rule != "D08" }.map(\.message) == [])
    // The text says six projects and their money and grades; five tables were read.
    for rule in ["P-S3", "P-S4", "P-S5"] { #expect(report.notChecked.contains { $0.rule == rule }, "\(rule)") }
  }

  /// The data table (基础数据表) is found by its headings, and said to be unread, where its title is lost.
  @Test func theDataTableWithoutItsTitleIsSaidToBeUnread() throws {
    let table = try #require(page.range(of: "data-table=\"基础数据表\""))
    let title = try #require(
      page.range(of: "部门整体支出绩效评价基础数据表</p>", options: .backwards, range: page.startIndex..<table.lowerBound))
    let publication = try read(page.replacingCharacters(in: title, with: "■■</p>"))
    #expect(publication.evaluations.overall.basicData == nil)
    #expect(publication.tables.unread.map(\.reason) == ["是绩效评价基础数据表的表头，上方却没有认得的标题，这张表没有读"])
    #expect(try report(publication).findings.filter { $0.severity != .note && $0.rule != "D08" }.map(\.message) == [])
  }

  /// Signs that people write into cells are read; lost characters and what a workbook shows for an error are not.
  @Test(arguments: [
    ("—", true), ("/", true), ("≥", true), ("√", true), ("……", true), ("■■", false), ("□", false), ("???", false),
    ("？", false), ("#REF!", false), ("#N/A", false), ("4\u{FFFD}台", false), ("\u{E000}", false),
  ])
  func signsAreReadAndLostCharactersAreNot(text: String, isRead: Bool) throws {
    let publication = try read(page(table: "绩效.1", behind: "加固险情段", ">3处<", by: ">\(text)<"))
    let actual = try #require(publication.evaluations.tables.first?.indicators.first?.actual)
    #expect(actual.isDamaged != isRead)
    #expect(actual.text == text)
    #expect(publication.evaluations.unread.map(\.text) == (isRead ? [] : [text]))
  }

  /// What should be a number and has only digits of one is said, as among the ten tables.
  @Test func aBrokenNumberIsSaid() throws {
    let publication = try read(page(table: "绩效.1", behind: "年度资金总额", ">790<", by: ">79O.5<"))
    #expect(publication.tables.unread.map(\.reason) == ["这里应是一个数，却不是数"])
    #expect(try report(publication).findings.filter { $0.severity != .note }.map(\.rule) == ["D08"])
  }

  // MARK: - Text, whose cells have slipped

  /// Rows of a made-up table in order, each cell behind a tab.
  private static let rows = [
    "年度资金总额\t20\t20\t20\t10\t100.00%\t10", "其中：当年财政拨款\t20\t20\t20\t—\t100.00%\t—", "上年结转资金\t\t\t\t—\t\t—",
    "其他资金\t\t\t\t—\t\t—",
  ]
  private static let indicators = [
    "产出指标\t数量指标\t抽检批次\t≥100批次\t120批次\t10\t10\t", "\t质量指标\t合格率\t≥95%\t96%\t10\t10\t",
    "\t时效指标\t完成时间\t2024年12月底前\t2024年11月30日\t10\t10\t", "\t成本指标\t抽检成本\t≤20万元\t20万元\t10\t10\t",
    "效益指标\t社会效益指标\t覆盖率\t≥3%\t3%\t40\t40\t", "满意度指标\t服务对象满意度指标\t满意度\t≥95%\t96%\t10\t10\t",
  ]

  private func text(funds: [String] = rows, indicators: [String] = indicators, total: String = "100\t100") -> String {
    (["项目支出绩效自评表", "（2024年度）", "项目名称\t抽检", "主管部门\t某局\t实施单位\t某科"]
      + ["项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分"] + funds + ["年度总体目标\t预期目标\t实际完成情况", "\t抽检\t完成"]
      + ["一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施"] + indicators + ["总分\t\(total)"])
      .joined(separator: "\n") + "\n"
  }

  private func textReport(_ text: String) throws -> (CheckReport, EvaluationReading) {
    let reading = try EvaluationReader().reading(text, file: "自评.txt")
    return (try EvaluationChecker().report(on: reading.tables, lost: reading.lostTables), reading)
  }

  @Test func aRowOfATextThatCannotBeReadIsLost() throws {
    #expect(try textReport(text()).0.findings.map(\.message) == [])
    for index in Self.indicators.indices {
      for lost in [
        "■■\t■■\t■■", Self.indicators[index].replacing("指标\t", with: "■\t", maxReplacements: 1) + "■■",
      ] {
        var rows = Self.indicators
        rows[index] = lost
        let (report, reading) = try textReport(text(indicators: rows))
        #expect(reading.tables.first?.hasLostRows == true)
        #expect(reading.unread.count == 1)
        #expect(report.findings.map(\.message) == [], "\(lost)")
        for rule in ["P-E3", "P-E4", "P-E6"] { #expect(report.notChecked.contains { $0.rule == rule }, "\(rule)") }
      }
    }
  }

  @Test func aSourceOfATextThatCannotBeReadIsNoneThatIsMissing() throws {
    var rows = Self.rows
    rows[1] = rows[1].replacing("其中：当年财政拨款", with: "■■")
    let (report, reading) = try textReport(text(funds: rows))
    #expect(report.findings.map(\.message) == [])
    #expect(report.notChecked.contains { $0.rule == "P-E12" })
    #expect(reading.tables.first?.fund.contains { $0.role == .source && $0.executed.isDamaged } == true)
  }

  /// Where 得分 cannot be read, the 分值 beside it is not the score.
  @Test func aWeightIsNoScore() throws {
    let (report, reading) = try textReport(text(total: "100\t■■"))
    #expect(reading.tables.first?.totalScore.isDamaged == true)
    #expect(report.findings.map(\.message) == [])
  }

  // MARK: - The report on a whole department

  private func sums(_ body: String) throws -> [OverallReport.Sum] {
    let page = "<!DOCTYPE html><html><body><p>某局2024年度整体支出绩效自评报告</p><p>年末编制数5名。</p>\(body)</body></html>"
    return try read(page).evaluations.overall.report?.sums ?? []
  }

  /// 4 and what cannot be read are no sum of 10.
  @Test func partsThatCannotBeReadAreParts() throws {
    func table(_ part: String) -> String {
      "<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>4.00</td></tr><tr><td>乙</td><td>\(part)</td></tr>"
        + "<tr><td>丙</td><td>1.00</td></tr><tr><td>合计</td><td>10.00</td></tr></table>"
    }
    for (part, rules) in [("5.00", []), ("5.01", []), ("5.03", ["P-D9"]), ("■■", []), ("￥5.00", []), ("", ["P-D9"])] {
      let page = "<!DOCTYPE html><html><body><p>某局2024年度整体支出绩效自评报告</p><p>年末编制数5名。</p>\(table(part))</body></html>"
      let overall = try read(page).evaluations.overall
      let report = try EvaluationChecker().report(on: [], overall: overall)
      #expect(report.findings.map(\.rule) == rules, "\(part)")
      #expect(report.notChecked.contains { $0.rule == "P-D9" } == ["■■", "￥5.00"].contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    ("专项资金10万元，其中甲4万元、乙6万元。", 2, false), ("专项资金10万元，其中甲4万元、乙1万元、丙■■万元。", 3, true),
    ("专项资金10万元，其中甲4万元、乙1万元、丙万元。", 3, true), ("专项资金10万元，其中甲4万元、乙1万元、□□。", 3, true),
  ])
  func partsOfWordsThatCannotBeReadAreParts(words: String, parts: Int, isUnread: Bool) throws {
    let sum = try #require(try sums("<p>\(words)</p>").first)
    #expect(sum.parts.count == parts)
    #expect(sum.parts.contains(where: \.isDamaged) == isUnread)
  }
}
