import Documents
import Evaluations
import Formats

/// A self-evaluation table as data: every cell by the name that addresses use, exactly as printed.
enum EvaluationJSON {
  static func value(of sheet: EvaluationSheet) -> JSONOutput {
    let table = sheet.table
    return .object([
      ("number", .integer(Int64(sheet.number))),
      ("layout", .string(table.layout.id)),
      ("title", .string(sheet.title)),
      ("year", .integer(Int64(table.year))),
      ("项目名称", .string(table.project)),
      ("主管部门", .string(table.department)),
      ("实施单位", .string(table.unit)),
      ("项目资金", .array(table.fund.map { row in named(row.name, FundCell.allCases.map { ($0.rawValue, row[$0]) }) })),
      ("年度目标", .string(table.goal.expected.text)),
      ("实际完成情况", .string(table.goal.actual.text)),
      (
        "绩效指标",
        .array(
          table.indicators.map { row in
            .inline(.object(printedMembers(IndicatorCell.allCases.map { ($0.rawValue, row[$0]) })))
          }
        )
      ),
      ("总分分值", .string(table.totalWeight.text)),
      ("总分", .string(table.totalScore.text)),
      ("等级", .string(table.grade.text)),
      (
        "项目绩效分析",
        .array(
          table.analysis.map { .inline(.object([("title", .string($0.title)), ("text", .string($0.text.text))])) })
      ),
      ("computed", .inline(.array(sheet.grid.computed.map { .string($0) }))),
    ])
  }

  private static func named(_ name: String, _ values: [(String, PrintedCell)]) -> JSONOutput {
    .inline(.object([("name", .string(name))] + printedMembers(values)))
  }
}

/// The cells in which something is printed, by the names that addresses use.
func printedMembers(_ values: [(String, PrintedCell)]) -> [(String, JSONOutput)] {
  values.filter { !$0.1.text.isEmpty }.map { ($0.0, .string($0.1.text)) }
}
