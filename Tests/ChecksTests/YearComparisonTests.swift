import Accounts
import Checks
import Tables
import Testing

/// This year's figures beside last year's, on figures made up for the purpose.
@Suite struct YearComparisonTests {
  private func tables(_ figures: [(String, String)], prose: Prose? = nil) throws -> TableSet {
    let rows = try figures.map { code, text in
      Row([
        Cell(.number(code)), Cell(.label("科目\(code)"), isRowHeading: true),
        Cell(
          .figure(
            TableFigure(FigureAddress(.t05, code, 1), try #require(Figure(printed: text, unit: .money(.wanyuan)))))),
      ])
    }
    return TableSet(
      unitName: "某局", year: 2024, scope: .unit,
      tables: [
        Table(
          id: .t05, title: "一般公共预算财政拨款支出决算表", formCode: "公开05表", unitLine: "", period: "", currency: "",
          isWide: false, header: [], rows: rows, notes: [])
      ], prose: prose)
  }

  private func change(_ code: String, line: Int) throws -> Claim {
    Claim(
      "一般公共预算财政拨款支出/\(code)", .change, of: Claim.lastYear, direction: .more,
      figure: try #require(Figure(printed: "1.00", unit: .money(.wanyuan))), line: line)
  }

  @Test func changesAreListedBySizeAndThoseWithoutAReasonFirst() throws {
    let prose = Prose(
      lines: [
        Prose.Line(.paragraph, "教育支出比上年增加1.00万元，主要原因是学生增加。其余不变。", section: "一般公共预算支出具体"),
        Prose.Line(.paragraph, "卫生健康支出比上年增加0.50万元。", section: "一般公共预算支出具体"),
      ], claims: [try change("205", line: 0), try change("210", line: 1)])
    let now = try tables(
      [("201", "100.00"), ("205", "41.00"), ("208", "7.00"), ("210", "9.50"), ("213", "3.00"), ("221", "5.00")],
      prose: prose)
    let before = try tables([
      ("合计", "141.005"), ("201", "80.00"), ("205", "40.00"), ("208", "7.00"), ("210", "9.00"), ("221", "5.005"),
    ])
    let comparison = YearComparison(now, before, catalogue: try .standard())
    // 80 → 100 is +25%, 40 → 41 +2.5%, 9 → 9.5 +5.56% (0.5/9 = 0.05555…), 5.005 → 5 −0.0999% = −0.10%.
    #expect(comparison.changed.map(\.address.row) == ["210", "201", "213", "205", "221"])
    #expect(comparison.changed.map(\.change) == ["+0.50", "+20.00", "+3.00", "+1.00", "-0.005"])
    #expect(comparison.changed.map(\.rate) == ["+5.56%", "+25.00%", nil, "+2.50%", "-0.10%"])
    #expect(
      comparison.changed.map(\.reason) == [
        .missing, .notMentioned, .notMentioned, .given("教育支出比上年增加1.00万元，主要原因是学生增加。"), .notMentioned,
      ])
    #expect(comparison.before[FigureAddress(.t05, "201", 1)] == "80.00")
    #expect(comparison.before[FigureAddress(.t05, "213", 1)] == nil)
  }

  /// What last year's disclosure does not print as a table is not known, and so did not change.
  @Test func tableThatLastYearLacksIsNotCompared() throws {
    let none = TableSet(unitName: nil, year: 2023, scope: nil, tables: [])
    #expect(YearComparison(try tables([("201", "1.00")]), none, catalogue: try .standard()).changed.isEmpty)
  }
}
