/// One self-evaluation table (绩效自评表): of a project, or of the whole department.
///
/// One model serves every layout; what a layout does not print is blank. Amounts are in 万元, rates in percent points.
package struct EvaluationTable: Hashable, Sendable {
  /// 年度: 2024.
  package var year: Int
  /// The layout it is printed in.
  package var layout: EvaluationLayout
  /// 项目名称; for the whole department what the table is about (部门整体支出).
  package var project: String
  /// 主管部门.
  package var department: String
  /// 实施单位 or 预算单位.
  package var unit: String
  /// The fund block (项目资金), the total first.
  package var fund: [FundRow]
  /// 年度总体目标.
  package var goal: Goal
  /// The indicator block (绩效指标), in the order printed.
  package var indicators: [Indicator]
  /// What the 总分 row prints under 分值.
  package var totalWeight: PrintedCell
  /// 总分.
  package var totalScore: PrintedCell
  /// 优, 良, 中 or 差, where the layout prints it.
  package var grade: PrintedCell
  /// 项目绩效分析, where the layout has it.
  package var analysis: [AnalysisPart]
  /// Whether rows of the indicator block were lost in extraction.
  package var hasLostRows: Bool
  /// Where it comes from, which decides what a blank 得分 means.
  package var origin: Origin

  /// Where a table comes from.
  package enum Origin: Hashable, Sendable {
    /// A ledger (账), in which a blank was not filled in yet.
    case ledger
    /// A publication (公开文件), in which a blank is what was published.
    case publication
  }

  /// A table of one's own, or as read from a source.
  package init(
    year: Int, layout: EvaluationLayout, project: String, department: String = "", unit: String = "",
    fund: [FundRow] = [],
    goal: Goal = Goal(expected: .blank, actual: .blank), indicators: [Indicator] = [],
    totalWeight: PrintedCell = .blank, totalScore: PrintedCell = .blank, grade: PrintedCell = .blank,
    analysis: [AnalysisPart] = [], hasLostRows: Bool = false, origin: Origin = .publication
  ) {
    self.year = year
    self.layout = layout
    self.project = project
    self.department = department
    self.unit = unit
    self.fund = fund
    self.goal = goal
    self.indicators = indicators
    self.totalWeight = totalWeight
    self.totalScore = totalScore
    self.grade = grade
    self.analysis = analysis
    self.hasLostRows = hasLostRows
    self.origin = origin
  }

  /// 年度总体目标: what was planned and what came of it.
  package struct Goal: Hashable, Sendable {
    /// 预期目标 or 年度目标.
    package var expected: PrintedCell
    /// 实际完成情况.
    package var actual: PrintedCell

    package init(expected: PrintedCell, actual: PrintedCell) {
      self.expected = expected
      self.actual = actual
    }
  }

  /// A titled part of 项目绩效分析.
  package struct AnalysisPart: Hashable, Sendable {
    /// 主要经验做法.
    package var title: String
    package var text: PrintedCell

    package init(title: String, text: PrintedCell) {
      self.title = title
      self.text = text
    }
  }
}
