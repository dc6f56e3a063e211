import Accounts
import Disclosing
import Documents
import Rendering
import Tables
import TestSupport
import Testing

/// What charts show, worked out by hand from what the tables print.
@Suite struct ChartTests {
  private func shares(_ total: String, _ amounts: [(code: String, name: String, amount: String)]) throws -> Chart? {
    Chart.shares(of: ChartSample.tables(try ChartSample.expenditure(total, amounts)))
  }

  @Test func categoriesStandByTheirSize() throws {
    let chart = try #require(
      try shares(
        "1000.00",
        [
          ("201", "甲", "66.66"), ("20101", "款", "66.66"), ("205", "乙", ""), ("208", "丙", "600.00"),
          ("210", "丁", "333.34"),
        ]))
    #expect(chart.groups.flatMap(\.bars).map(\.label) == ["丙", "丁", "甲"])
    #expect(chart.groups.flatMap(\.bars).map(\.amount) == ["600.00", "333.34", "66.66"])
    #expect(chart.groups.flatMap(\.bars).map(\.share) == ["60.00%", "33.33%", "6.67%"])
    #expect(chart.groups.flatMap(\.bars).map(\.length) == [6000, 3333, 666])
    #expect(chart.rows.last?.figures == ["1000.00", "100.00%"])
    #expect(chart.summary == "2024年度本年支出合计1000.00万元。其中：丙600.00万元，占60.00%；丁333.34万元，占33.33%；甲66.66万元，占6.67%。")
  }

  @Test func halvesAreRoundedAwayFromNought() throws {
    let chart = try #require(
      try shares("800.00", [("201", "甲", "800.00"), ("205", "乙", "1.00"), ("208", "丙", "-1.00")]))
    // 1/800 is 0.125 %.
    #expect(chart.groups.flatMap(\.bars).map(\.share) == ["100.00%", "0.13%", "-0.13%"])
    #expect(chart.groups.flatMap(\.bars).map(\.length) == [10_000, 12, 0])
  }

  @Test func whatIsNotAboveNoughtHasNoBar() throws {
    let chart = try #require(
      try shares(
        "100000.00", [("201", "甲", "0.00"), ("205", "乙", "-0.05"), ("208", "丙", "0.01"), ("210", "丁", "100000.04")]))
    #expect(chart.groups.flatMap(\.bars).map(\.label) == ["丁", "丙", "甲", "乙"])
    #expect(chart.groups.flatMap(\.bars).map(\.length) == [10_000, 1, 0, 0])
    #expect(chart.groups.flatMap(\.bars).map(\.share) == ["100.00%", "0.00%", "0.00%", "0.00%"])
  }

  @Test func numbersPrintedOtherwiseAreTheSameNumbers() throws {
    let chart = try #require(try shares("2,000", [("201", "甲", "1,500.5"), ("205", "乙", "499.50")]))
    #expect(chart.groups.flatMap(\.bars).map(\.amount) == ["1,500.5", "499.50"])
    #expect(chart.groups.flatMap(\.bars).map(\.share) == ["75.03%", "24.98%"])
  }

  @Test func theSmallestOfMoreThanEightStandTogether() throws {
    let lines = (1...9).map { (code: "20\($0)", name: "第\($0)类", amount: "\($0)0.00") }
    let eight = try #require(try shares("360.00", Array(lines.prefix(8))))
    #expect(eight.groups.flatMap(\.bars).map(\.label).last == "第1类")
    #expect(eight.groups.flatMap(\.bars).count == 8)
    let nine = try #require(try shares("450.00", lines))
    let bars = nine.groups.flatMap(\.bars)
    #expect(bars.map(\.label) == ["第9类", "第8类", "第7类", "第6类", "第5类", "第4类", "第3类", "其余 2 类"])
    // 20 and 10 of 450.
    #expect(bars.last?.amount == "30.00")
    #expect(bars.last?.share == "6.67%")
    #expect(bars.last?.length == 666)
    #expect(nine.rows.map(\.label).suffix(2) == ["其余 2 类：第2类、第1类", "合计"])
  }

  @Test(arguments: ["", "0.00", "-3.00", "——"])
  func thereIsNothingToShareWithoutATotal(total: String) throws {
    #expect(try shares(total, [("201", "甲", "3.00")]) == nil)
  }

  @Test func nothingIsDrawnOfNothing() throws {
    let empty = try ComposedDisclosure.empty.tables
    #expect(Chart.shares(of: empty) == nil)
    #expect(Chart.incomeAndExpenditure(of: empty) == nil)
    #expect(Chart.threePublic(of: empty, prior: [:]) == nil)
    let none = ChartSample.tables()
    #expect(Chart.shares(of: none) == nil)
    #expect(Chart.incomeAndExpenditure(of: none) == nil)
    #expect(Chart.threePublic(of: none, prior: ["公务接待费": Figure(Amount(fen: 1), in: .wanyuan, decimals: 2)]) == nil)
  }

  /// The shares are those of the department's published text.
  @Test func sharesOfARealDepartment() throws {
    let chart = try #require(Chart.shares(of: Example.datong.composed.tables))
    #expect(
      chart.groups.flatMap(\.bars).map { "\($0.label) \($0.amount) \($0.share)" } == [
        "一般公共服务支出 3864.28 76.93%", "社会保障和就业支出 811.45 16.15%", "住房保障支出 227.51 4.53%", "卫生健康支出 119.79 2.38%",
      ])
    #expect(chart.title == "2024年度支出按功能分类的构成（万元）")
  }

  @Test func incomeAndExpenditureOfARealDepartment() throws {
    let chart = try #require(Chart.incomeAndExpenditure(of: Example.datong.composed.tables))
    #expect(chart.groups.map { "\($0.label) \($0.figure)" } == ["本年收入合计 5023.02", "本年支出合计 5023.02"])
    // Both kinds of expenditure were rounded up, so end to end they reach to 5023.03, and that is the scale.
    #expect(
      chart.groups.map { $0.bars.map { "\($0.label) \($0.amount) \($0.share) \($0.length)" } } == [
        ["一般公共预算财政拨款收入 5023.02 100.00% 9999"], ["基本支出 2963.86 59.01% 5900", "项目支出 2059.17 40.99% 4099"],
      ])
    #expect(
      chart.summary
        == "2024年度本年收入合计5023.02万元，其中一般公共预算财政拨款收入5023.02万元。"
        + "本年支出合计5023.02万元，其中基本支出2963.86万元、项目支出2059.17万元。")
    #expect(
      chart.rows.map(\.label) == ["本年收入合计", "一般公共预算财政拨款收入", "本年支出合计", "基本支出", "项目支出"])
  }

  /// Income of 40, of which 60 from the budget and -20 from elsewhere; expenditure of 80: one scale, up to 80.
  @Test func aSourceBelowNoughtIsListedAndNotDrawn() throws {
    let header = [HeaderRow([HeaderCell("收入"), HeaderCell("收入")]), HeaderRow([HeaderCell("项目"), HeaderCell("金额")])]
    let tables = ChartSample.tables(
      ChartSample.table(
        .t01, header: header,
        rows: [
          Row([Cell(.label("一、拨款")), try ChartSample.figure(.t01, "1", 1, "60.00")]),
          Row([Cell(.label("二、空白")), try ChartSample.figure(.t01, "2", 1, "")]),
          Row([Cell(.label("八、其他收入")), try ChartSample.figure(.t01, "8", 1, "-20.00")]),
          Row([Cell(.label("本年收入合计")), try ChartSample.figure(.t01, "27", 1, "40.00")]),
        ]),
      ChartSample.table(
        .t03, header: [HeaderRow([HeaderCell("项目"), HeaderCell("本年支出合计"), HeaderCell("基本支出")])],
        rows: [
          Row([
            Cell(.label("合计")), try ChartSample.figure(.t03, "合计", 1, "80.00"),
            try ChartSample.figure(.t03, "合计", 2, "80.00"),
          ])
        ]))
    let chart = try #require(Chart.incomeAndExpenditure(of: tables))
    #expect(
      chart.groups.map { $0.bars.map { "\($0.label) \($0.amount) \($0.share) \($0.length) \($0.tone)" } } == [
        ["拨款 60.00 150.00% 7500 1", "其他收入 -20.00 -50.00% 0 2"], ["基本支出 80.00 100.00% 10000 1"],
      ])
  }

  private func wanyuan(_ text: String) throws -> Figure {
    try #require(Figure(printed: text, unit: .money(.wanyuan)))
  }

  @Test func withoutLastYearTheBudgetStandsBesideTheSpending() throws {
    let chart = try #require(Chart.threePublic(of: Example.datong.composed.tables, prior: [:]))
    #expect(chart.columns == ["项目", "全年预算数", "决算数"])
    #expect(
      chart.rows.map { [$0.label] + $0.figures } == [
        ["公务用车运行维护费", "25.67", "25.67"], ["公务接待费", "0.59", "0.59"], ["合计", "26.26", "26.26"],
      ])
    // 0.59 of 25.67 is 2.298 %.
    #expect(chart.rows.map(\.lengths) == [[10_000, 10_000], [229, 229], []])
    #expect(chart.title == "财政拨款“三公”经费2024年度预算与决算对比（万元）")
    #expect(
      chart.summary
        == "财政拨款“三公”经费合计全年预算数26.26万元，决算数26.26万元。其中："
        + "公务用车运行维护费全年预算数25.67万元，决算数25.67万元；公务接待费全年预算数0.59万元，决算数0.59万元。")
  }

  @Test func lastYearStandsBesideThisYear() throws {
    let prior = [
      "公务用车运行维护费": try wanyuan("30.00"), "因公出国（境）费": try wanyuan("0.60"),
      "公务接待费": Figure(Amount(fen: 80_0000), in: .yuan, decimals: 2),
    ]
    let chart = try #require(Chart.threePublic(of: Example.datong.composed.tables, prior: prior))
    #expect(chart.columns == ["项目", "2023年度", "2024年度"])
    // What is in another unit is not used, and no total of last year was given.
    #expect(
      chart.rows.map { [$0.label] + $0.figures } == [
        ["因公出国（境）费", "0.60", ""], ["公务用车运行维护费", "30.00", "25.67"], ["公务接待费", "", "0.59"], ["合计", "", "26.26"],
      ])
    #expect(chart.rows.map(\.lengths) == [[200, 0], [10_000, 8556], [0, 196], []])
    #expect(
      chart.summary
        == "财政拨款“三公”经费合计2024年度26.26万元。其中：因公出国（境）费2023年度0.60万元；"
        + "公务用车运行维护费2023年度30.00万元，2024年度25.67万元；公务接待费2024年度0.59万元。")
  }

  @Test func noughtsAreNotDrawn() throws {
    let noughts = try ChartSample.threePublic(Array(repeating: "0.00", count: 12))
    #expect(Chart.threePublic(of: ChartSample.tables(noughts), prior: [:]) == nil)
    #expect(Chart.threePublic(of: ChartSample.tables(noughts), prior: ["公务接待费": try wanyuan("0.00")]) == nil)
    let chart = Chart.threePublic(of: ChartSample.tables(noughts), prior: ["公务接待费": try wanyuan("0.01")])
    #expect(chart?.rows.map(\.lengths) == [[0, 0], [0, 0], [0, 0], [10_000, 0], []])
  }
}
