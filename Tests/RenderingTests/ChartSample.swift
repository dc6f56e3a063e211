import Accounts
import Documents
import Mustache
import Rendering
import Tables
import TestSupport
import Testing

/// Tables with nothing but the figures that a chart is made from.
enum ChartSample {
  static func tables(_ tables: Table...) -> TableSet {
    TableSet(unitName: "某局", year: 2024, scope: .unit, tables: tables)
  }

  /// 公开03 with a total and lines of code, name and amount, all in the first column.
  static func expenditure(_ total: String, _ lines: [(code: String, name: String, amount: String)]) throws -> Table {
    table(
      .t03,
      rows: [Row([Cell(.label("合计")), try figure(.t03, "合计", 1, total)], isTotal: true)]
        + (try lines.map { line in
          Row([Cell(.number(line.code)), Cell(.label(line.name)), try figure(.t03, line.code, 1, line.amount)])
        }))
  }

  /// 公开09 with its twelve figures.
  static func threePublic(_ amounts: [String]) throws -> Table {
    table(.t09, rows: [Row(try amounts.enumerated().map { try figure(.t09, "1", $0 + 1, $1) })])
  }

  static func table(_ id: TableID, header: [HeaderRow] = [], rows: [Row]) -> Table {
    Table(
      id: id, title: "", formCode: "", unitLine: "", period: "", currency: "", isWide: false, header: header,
      rows: rows, notes: [])
  }

  static func figure(_ id: TableID, _ row: String, _ column: Int, _ text: String) throws -> Cell {
    let figure = try #require(Figure(printed: text, unit: .money(.wanyuan)))
    return Cell(.figure(TableFigure(FigureAddress(id, row, column), figure)))
  }

  /// The chart as it stands in the page.
  static func html(_ chart: Chart) throws -> String {
    let template = try #require(try Standard.library.templates(in: "html")["chart"])
    return try template.render(HTMLChart.context(of: chart), escaping: htmlEscaped)
  }
}
