package import Evaluations

/// A self-evaluation table as a document shows it.
package struct EvaluationSheet: Sendable {
  /// Its number among the tables published together, which findings use to name it.
  package let number: Int
  package let table: EvaluationTable
  /// The sentences below it.
  package let notes: [String]

  /// The table of a number; the layout's notes stand below the last table printed in it.
  package init(_ table: EvaluationTable, number: Int, isLastOfLayout: Bool) {
    self.number = number
    self.table = table
    let computed = EvaluationGrid(table, number: number).computed.isEmpty ? [] : [EvaluationGrid.computedNote]
    notes = computed + (isLastOfLayout ? table.layout.notes : [])
  }

  /// The sheets of tables published together.
  package static func sheets(of tables: [EvaluationTable]) -> [EvaluationSheet] {
    tables.enumerated().map { index, table in
      EvaluationSheet(
        table, number: index + 1,
        isLastOfLayout: !tables[(index + 1)...].contains { $0.layout.id == table.layout.id })
    }
  }

  package var grid: EvaluationGrid { EvaluationGrid(table, number: number) }

  /// 市场监管经费项目支出绩效自评表.
  package var title: String { table.layout.title(of: table.project) }

  /// （2024年度）.
  package var period: String { "（\(table.year)年度）" }

  /// What the section that holds it is called; no title of a table, so that a reader takes it for none.
  var heading: String { "“\(table.project)”绩效自评" }

  /// What a screen reader calls the table.
  var caption: String { "\(table.project)（\(table.year)年度，金额单位：万元）" }
}
