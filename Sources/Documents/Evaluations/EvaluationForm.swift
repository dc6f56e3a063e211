package import Evaluations

/// A table of the self-evaluations as renderers take it: what stands above it, its rows, what stands below.
package struct EvaluationForm: Sendable {
  /// The name by which the page marks it: 绩效.3, 基础数据表.
  package let name: String
  /// What the section that holds it is called; no title of a table, so that a reader takes it for none.
  package let heading: String
  /// The name of its sheet in a workbook: 绩效03, 基础数据表.
  package let sheetName: String
  /// What the name of its file begins with: 03-古城墙抢险加固.
  package let fileName: String
  /// The layout's id; empty for the data table.
  package let layout: String
  package let title: String
  /// （2024年度）.
  package let period: String
  /// What a screen reader calls it.
  package let caption: String
  /// Whether it is too wide for an upright page.
  package let isWide: Bool
  package let rows: EvaluationRows
  /// The sentences below it.
  package let notes: [String]
}

extension EvaluationSheet {
  /// The table as renderers take it.
  package var form: EvaluationForm {
    EvaluationForm(
      name: "绩效.\(number)", heading: heading, sheetName: "绩效\(twoDigits(number))",
      fileName: "\(twoDigits(number))-\(Documents.fileName(ofProject: table.project))",
      layout: table.layout.id, title: title, period: period, caption: caption,
      isWide: table.layout.isWide, rows: grid.rows, notes: notes)
  }
}

/// The data table (基础数据表) beside the evaluation of a whole department, as a document shows it.
package struct BasicDataSheet: Sendable {
  package let data: BasicData
  private let overall: OverallForm

  /// The sheet of data; throws when the built-in form is damaged.
  package init(_ data: BasicData) throws {
    self.data = data
    overall = try .standard()
  }

  /// What the section that holds it is called; no title of a table, so that a reader takes it for none.
  package var heading: String { "整体支出基础数据" }

  /// The table as renderers take it.
  package var form: EvaluationForm {
    EvaluationForm(
      name: "基础数据表", heading: heading, sheetName: "基础数据表", fileName: "00-\(overall.title)", layout: "",
      title: overall.title, period: "（\(data.year)年度）",
      caption: "\(overall.title)（\(data.year)年度，金额单位：万元）", isWide: false,
      rows: BasicDataGrid(data, form: overall).rows, notes: overall.notes)
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
