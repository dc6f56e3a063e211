import Accounts
import Evaluations
import Foundation
import Reading
import TestSupport
import Testing

/// Published self-evaluation tables (绩效自评表) as rows of a ledger, and back: of all cells at least 99.5 % are the same, and those that are
/// not are told of.
@Suite struct EvaluationRowsTests {
  /// The cells of a table with what they hold, by what they are.
  private static func cells(_ table: EvaluationTable) -> [String: String] {
    var cells: [String: String] = [
      "项目": table.project, "主管部门": table.department, "目标": table.goal.expected.text, "完成": table.goal.actual.text,
      "总分": table.totalScore.text, "等级": table.layout.showsGrade ? table.grade.text : "",
    ]
    for part in table.analysis { cells["分析\(part.title)"] = part.text.text }
    for row in table.fund {
      let amounts = [row.declared, row.initialBudget, row.fullYearBudget, row.executed].map {
        $0.number.map { "\($0.value)" } ?? $0.text
      }
      for (index, amount) in amounts.enumerated() { cells["资金\(row.name)\(index)"] = amount }
      cells["资金\(row.name)执行率"] = row.rate.text
      if row.role == .total { (cells["资金分值"], cells["资金得分"]) = (row.weight.text, row.score.text) }
    }
    for (index, one) in table.indicators.enumerated() {
      let texts = [
        one.level1, one.level2, PrintedCell(one.name), one.initialTarget, one.target, one.actual, one.description,
        one.weight,
        one.score,
        one.reason,
      ].map(\.text)
      for (column, text) in texts.enumerated() { cells["指标\(index).\(column)"] = text }
    }
    return cells.filter { !$0.value.isEmpty }
  }

  @Test(arguments: ["datong", "fengtai", "ningxia"].map { "\($0)-2024-project-selfevaluations.txt" })
  func tablesComeBackFromTheirRows(file: String) throws {
    let text = try String(contentsOf: Fixture.url(file), encoding: .utf8)
    let tables = try EvaluationReader().reading(text, file: file).tables
    #expect(!tables.isEmpty)
    let made = try EvaluationRows(of: tables)
    var ledger = try Example.datong.ledger
    ledger.evaluationProjects = (made.rows[.evaluationProjects] ?? []).compactMap(EvaluationProjectRow.init)
    ledger.evaluationFunds = (made.rows[.evaluationFunds] ?? []).compactMap(EvaluationFundRow.init)
    ledger.evaluationIndicators = (made.rows[.evaluationIndicators] ?? []).compactMap(EvaluationIndicatorRow.init)
    let back = try [EvaluationTable](of: ledger)
    #expect(back.count == tables.count)
    var (same, all) = (0, 0)
    for (one, other) in zip(tables, back) {
      let (cells, found) = (Self.cells(one), Self.cells(other))
      all += cells.count
      same += cells.count { found[$0.key] == $0.value }
    }
    #expect(same * 1000 >= all * 995, "\(same) / \(all)，没有写进 \(made.lost.count)")
  }
}
