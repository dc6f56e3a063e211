import Evaluations
import Testing

/// A made-up table in which everything is in order, in any of the layouts.
enum SoundTable {
  static func make(layout id: String, project: String = "抽检经费") throws -> EvaluationTable {
    let layout = try #require(EvaluationLayouts.standard()[id])
    var weights = layout.scoring.level1Weights.compactMapValues(Int.init)
    let output = try #require(weights["产出指标"])
    weights["产出指标"] = nil
    let quantity = output - 30
    var table = EvaluationTable(year: 2024, layout: layout, project: project)
    table.fund = layout.fundRows.enumerated().map { index, form in
      var row = FundRow(name: form.name, role: form.role)
      guard index < 2 || form.name == "项目支出" else { return row }
      row.initialBudget = PrintedCell("20")
      row.fullYearBudget = PrintedCell("20")
      row.executed = PrintedCell("20")
      if form.role == .total || form.role == .source { row.rate = PrintedCell("100.00%") }
      if id == "B" { row.carriedOver = PrintedCell("0") }
      if form.role == .total { row.score = PrintedCell("10") }
      return row
    }
    table.indicators = [
      row("产出指标", "数量指标", "抽检批次", "≥100批次", "120批次", quantity),
      row("产出指标", "质量指标", "规范程度", "规范", "规范", 10),
      row("产出指标", "时效指标", "完成时间", "2024年12月底前", "2024年11月30日", 10),
      row("产出指标", "成本指标", "抽检成本", "≤20万元", "200000元", 10),
      row("效益指标", "社会效益指标", "问题发现率", "=3%", "3%", weights["效益指标"] ?? 0),
      row("满意度指标", "服务对象满意度指标", "满意度", "≥95%", "96%", weights["满意度指标"] ?? 0),
    ]
    table.goal.actual = PrintedCell("各项绩效指标均已完成，问题发现率3%")
    table.totalWeight = PrintedCell("100")
    table.totalScore = PrintedCell("100")
    if layout.showsGrade { table.grade = PrintedCell("优") }
    return table
  }

  private static func row(
    _ level1: String, _ level2: String, _ level3: String, _ target: String, _ actual: String, _ weight: Int
  ) -> Indicator {
    Indicator(
      level1: PrintedCell(level1), level2: PrintedCell(level2), level3: PrintedCell(level3),
      target: PrintedCell(target), actual: PrintedCell(actual), weight: PrintedCell("\(weight)"),
      score: PrintedCell("\(weight)"))
  }
}
