import Evaluations
package import Tables

/// A table of the self-evaluations as renderers take it: as it is printed, and what holds it is called.
package struct EvaluationForm: Sendable {
  /// What the section that holds it is called; no title of a table, so that a reader takes it for none.
  package let heading: String
  /// The name of its sheet in a workbook: 绩效03, 基础数据表.
  package let sheetName: String
  /// The table as it is printed.
  package let printed: PrintedGrid
}

extension EvaluationSheet {
  /// The table as renderers take it.
  package var form: EvaluationForm {
    let grid = grid
    return EvaluationForm(
      heading: heading, sheetName: "绩效\(twoDigits(number))",
      printed: PrintedGrid(
        name: "绩效.\(number)", fileName: "\(twoDigits(number))-\(Documents.fileName(ofProject: table.project))",
        layout: table.layout.id, title: title, period: period, caption: caption, isWide: table.layout.isWide,
        evaluation: grid.blocks, notes: notes, width: grid.width))
  }
}

extension BasicDataSheet {
  /// The table as renderers take it.
  package var form: EvaluationForm {
    let grid = BasicDataGrid(data, form: overall)
    return EvaluationForm(
      heading: heading, sheetName: "基础数据表",
      printed: PrintedGrid(
        name: "基础数据表", fileName: "00-\(overall.title)", layout: "", title: overall.title,
        period: "（\(data.year)年度）", caption: "\(overall.title)（\(data.year)年度，金额单位：万元）", isWide: false,
        evaluation: grid.blocks, notes: overall.notes, width: grid.width))
  }
}

extension PrintedGrid {
  /// The print of a self-evaluation, whose headings stand among its rows.
  fileprivate init(
    name: String, fileName: String, layout: String, title: String, period: String, caption: String, isWide: Bool,
    evaluation blocks: [[[EvaluationGrid.Cell]]], notes: [String], width: Int
  ) {
    self.init(
      name: name, fileName: fileName, layout: layout, title: title, period: period, caption: caption, isWide: isWide,
      header: [], blocks: blocks.map { $0.map { Row($0.map(\.printed)) } }, notes: notes, width: width)
  }
}

extension EvaluationGrid.Cell {
  fileprivate var printed: PrintedGrid.Cell {
    let content: PrintedGrid.Cell.Content =
      switch role {
      case .columnHeading: .columnHeading(text)
      case .rowHeading: .rowHeading(text)
      case .value: .entry(text, address: address, isNumber: isNumber)
      }
    return PrintedGrid.Cell(content, columns: columns, rows: rows, isOfEachRow: isOfEachRow)
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
