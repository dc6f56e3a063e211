import Accounts
import Disclosing
import Documents
import Mustache
import Rendering
import Tables
import TestSupport
import Testing

/// Charts as they stand in a page and in Markdown.
@Suite struct ChartPictureTests {
  /// Every chart of a disclosure, the one of the three public expenses in both its kinds.
  private static func charts(of tables: TableSet) throws -> [Chart] {
    let prior = ["公务用车运行维护费": try #require(Figure(printed: "123456789.12", unit: .money(.wanyuan)))]
    return [
      Chart.shares(of: tables), Chart.incomeAndExpenditure(of: tables), Chart.threePublic(of: tables, prior: [:]),
      Chart.threePublic(of: tables, prior: prior),
    ].compactMap { $0 }
  }

  private static func charts() throws -> [Chart] {
    let long = String(repeating: "很长的科目名称", count: 30)
    let amounts = ["9223372036854.77", "-0.05", "12345678.90", "0.00"]
    let lines = (0..<12).map { (code: "2\(10 + $0)", name: "\($0)\(long)", amount: amounts[$0 % 4]) }
    let wide = ChartSample.tables(
      try ChartSample.expenditure("0.01", lines),
      try ChartSample.threePublic(Array(repeating: "-9999999.99", count: 12)))
    return try charts(of: Example.datong.composed.tables) + charts(of: ComposedDisclosure.datong(with: long).tables)
      + charts(of: wide)
  }

  private struct Extent {
    let start: Int
    let end: Int
  }

  /// A number of units in hundredths.
  private func hundredths(_ text: String?) throws -> Int {
    let parts = try #require(text).split(separator: ".")
    let fraction = parts.count > 1 ? (parts[1] + "00").prefix(2) : "00"
    return try #require(Int(parts[0] + fraction))
  }

  /// Where a text of 20 units runs: Chinese as wide as high, all else at most six tenths of it.
  private func extent(_ element: HTMLPage.Element) throws -> Extent {
    let narrow = element.text.filter { "0123456789.,-".contains($0) }.count
    let width = (narrow * 60 + (element.text.count - narrow) * 100) * 20
    let x = try hundredths(element.attributes["x"])
    switch element.attributes["text-anchor"] {
    case "start": return Extent(start: x, end: x + width)
    case "middle": return Extent(start: x - width / 2, end: x + width / 2)
    default: return Extent(start: x - width, end: x)
    }
  }

  @Test func labelsStayInThePictureAndApart() throws {
    let charts = try Self.charts()
    #expect(charts.count >= 10)
    for chart in charts {
      let page = try HTMLPage(ChartSample.html(chart))
      let box = try #require(page.elements.first { $0.name == "svg" }?.attributes["viewBox"]).split(separator: " ")
      #expect(box.prefix(3) == ["0", "0", "680"])
      let height = try hundredths(String(box[3]))
      var lines: [Int: [Extent]] = [:]
      for text in page.elements where text.name == "text" {
        let extent = try extent(text)
        let baseline = try hundredths(text.attributes["y"])
        #expect(extent.start >= 0 && extent.end <= 680_00, "\(chart.id) \(text.text)")
        #expect(baseline >= 20_00 && baseline <= height)
        lines[baseline, default: []].append(extent)
      }
      #expect(!lines.isEmpty)
      for line in lines.values {
        let sorted = line.sorted { $0.start < $1.start }
        for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(left.end <= right.start, "\(chart.id)") }
      }
      for bar in page.elements where bar.name == "rect" {
        let end = try hundredths(bar.attributes["x"]) + hundredths(bar.attributes["width"])
        #expect(end <= 680_00)
        #expect(try hundredths(bar.attributes["y"]) + hundredths(bar.attributes["height"]) <= height)
      }
    }
  }

  @Test func thePictureHasItsWordsAndItsTable() throws {
    for chart in try Self.charts() {
      let page = try HTMLPage(ChartSample.html(chart))
      let picture = try #require(page.elements.first { $0.name == "svg" })
      #expect(picture.attributes["role"] == "img")
      let named = try #require(picture.attributes["aria-labelledby"]).split(separator: " ").map { id in
        page.elements.first { $0.attributes["id"] == String(id) }?.text
      }
      #expect(named == [chart.title, chart.summary])
      #expect(page.elements.first?.attributes["data-chart"] == chart.id)
      #expect(!page.elements.contains { $0.attributes["data-cell"] != nil })
      let cells = page.elements.filter { ["td", "th"].contains($0.name) }.map(\.text)
      #expect(cells == chart.columns + chart.rows.flatMap { [$0.label] + $0.figures })
      #expect(chart.rows.allSatisfy { $0.figures.count + 1 == chart.columns.count })
    }
  }

  @Test func aBarIsAsLongAsItsPart() throws {
    let chart = try #require(Chart.incomeAndExpenditure(of: Example.datong.composed.tables))
    let page = try HTMLPage(ChartSample.html(chart))
    let drawn = page.elements.filter { $0.name == "rect" && $0.attributes["height"] == "36" }
    // 9999, 5900 and 4099 ten-thousandths of 680, each but 1.5 for the gap after it.
    #expect(drawn.map { $0.attributes["width"] } == ["678.43", "399.7", "277.23"])
    #expect(drawn.map { $0.attributes["x"] } == ["0", "0", "401.2"])
  }

  @Test func aTextOfTheLedgerIsOnlyText() throws {
    let hostile = "</svg><script>|\"&'"
    let tables = ChartSample.tables(try ChartSample.expenditure("3.00", [("201", hostile, "3.00")]))
    let chart = try #require(Chart.shares(of: tables))
    let html = try ChartSample.html(chart)
    #expect(!html.contains("<script"))
    #expect(!html.contains("url("))
    #expect(try HTMLPage(html).elements.contains { $0.name == "text" && $0.text == hostile })
    #expect(MarkdownChart.lines(of: chart)[4].hasPrefix("| &lt;/svg&gt;&lt;script&gt;\\|\"&amp;' | 3.00 |"))
  }

  @Test func markdownDrawsBarsInCharacters() throws {
    let chart = try #require(Chart.shares(of: Example.datong.composed.tables))
    #expect(
      MarkdownChart.lines(of: chart) == [
        "**2024年度支出按功能分类的构成（万元）**", "", "| 科目名称 | 决算数 | 占比 | 图示 |", "| --- | ---: | ---: | --- |",
        // 76.93 % of twenty characters is 15.4 of them; 2.38 % is less than one.
        "| 一般公共服务支出 | 3864.28 | 76.93% | ███████████████ |", "| 社会保障和就业支出 | 811.45 | 16.15% | ███ |",
        "| 住房保障支出 | 227.51 | 4.53% | █ |", "| 卫生健康支出 | 119.79 | 2.38% | █ |", "| 合计 | 5023.02 | 100.00% |  |",
      ])
    let compared = try #require(Chart.threePublic(of: Example.datong.composed.tables, prior: [:]))
    #expect(
      MarkdownChart.lines(of: compared).dropFirst(2).first == "| 项目 | 全年预算数 | 决算数 | 全年预算数图示 | 决算数图示 |")
  }
}
