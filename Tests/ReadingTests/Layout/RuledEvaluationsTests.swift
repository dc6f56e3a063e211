import Accounts
import Testing

@testable import Reading

/// Which tables of a PDF are read by their ruling lines, and what is said of a self-evaluation that has none.
struct RuledEvaluationsTests {
  private typealias Page = PrintedPage

  /// Two rows of three cells from a height on, 30 points each.
  private func rules(from top: Int) -> PageRules {
    func rule(_ at: Int, _ from: Int, _ to: Int) -> PageRules.Rule {
      .init(at: at * 1000, from: from * 1000, to: to * 1000)
    }
    return PageRules(
      level: [0, 30, 60].map { rule(top + $0, 100, 400) },
      upright: [100, 200, 300, 400].map { rule($0, top, top + 60) })
  }

  private func row(_ texts: [String], y: Double) -> [PageWord] {
    zip([110.0, 210, 310], texts).map { Page.word($1, left: $0, y: y) }
  }

  private func page(_ number: Int, _ words: [PageWord]) -> WordPage { WordPage(number: number, words: words) }

  @Test func aTableWithTheHeadsOfOneIsTaken() {
    var pages = [page(1, row(["二级指标", "三级指标", "实际完成值"], y: 115) + row(["数量指标", "场次", "3场"], y: 145))]
    let taken = RuledEvaluations.taken(from: &pages, rules: [1: rules(from: 100)])
    #expect(taken[1]?.count == 1)
    #expect(pages[0].words == [])
  }

  @Test func aTableBelowATitleOfOneIsTakenAndGoesOnOnTheNextPage() {
    var pages = [
      page(1, [Page.word("项目支出绩效自评表", center: 250, y: 80)] + row(["项目名称", "古城墙", ""], y: 115)),
      page(2, [Page.word("第2页", center: 250, y: 20)] + row(["数量指标", "场次", "3场"], y: 115)),
    ]
    let taken = RuledEvaluations.taken(from: &pages, rules: [1: rules(from: 100), 2: rules(from: 100)])
    #expect(taken[1]?.map(\.parts.count) == [2])
    #expect(taken[2] == nil)
    #expect(pages.map { $0.words.map(\.text) } == [["项目支出绩效自评表"], ["第2页"]])
  }

  /// The ten tables have their own reader, ruled or not.
  @Test func otherTablesAreLeft() {
    let words = row(["科目编码", "科目名称", "合计"], y: 115) + row(["201", "一般公共服务支出", "9.00"], y: 145)
    var pages = [page(1, words)]
    #expect(RuledEvaluations.taken(from: &pages, rules: [1: rules(from: 100)]).isEmpty)
    #expect(pages[0].words == words)
  }

  @Test func pagesAreDrawnWhereATableMayStand() {
    func pages(_ texts: [String]) -> [WordPage] {
      texts.enumerated().map { page($0 + 1, [Page.word($1, left: 0, y: 0)]) }
    }
    let none = Array(repeating: "正文", count: 8)
    #expect(RuledEvaluations.pages(of: pages(none)).isEmpty)
    #expect(RuledEvaluations.pages(of: pages(none + ["三级指标"] + none)) == 8..<14)
    #expect(RuledEvaluations.pages(of: pages(["项目支出绩效自评表", "正文"])) == 1..<3)
    // 自评表 in the middle of a sentence is no title.
    #expect(RuledEvaluations.pages(of: pages(["自评表见附件", "正文"])).isEmpty)
  }

  /// Without lines nobody knows which line of which cell goes on: the table is said to be unread, and nothing is concluded.
  @Test func aTableWithoutLinesIsSaidToBeUnread() throws {
    var lines = EvaluationLines()
    lines.append("项目支出绩效自评表", at: 1, in: .page(3))
    for (index, texts) in [
      ["项目名称", "古城墙"], ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
      ["产出", "数量指", "加固险", "≥3处", "3处", "10", "10"], ["指标", "标", "情段"],
    ].enumerated() {
      var row = GridRow(line: index + 2)
      row.isPartedByGaps = true
      for text in texts { row.append(text, line: index + 2) }
      lines.append(row, in: .page(3))
    }
    let reading = try EvaluationReader().reading(lines, file: "公开.pdf")
    #expect(reading.tables.isEmpty)
    #expect(reading.unread.filter(\.isTable).map(\.reason) == ["自评表没有表线，各格的字分不清，这张表没有读"])
    #expect(reading.unread.first?.place.description == "公开.pdf:第 3 页第 1 行")
  }
}
