package import Evaluations

/// The data table (基础数据表) beside the evaluation of a whole department, as a document shows it.
package struct BasicDataSheet: Sendable {
  package let data: BasicData
  let overall: OverallForm

  /// The sheet of data; throws when the built-in form is damaged.
  package init(_ data: BasicData) throws {
    self.data = data
    overall = try .standard()
  }

  /// What the section that holds it is called; no title of a table, so that a reader takes it for none.
  package var heading: String { "整体支出基础数据" }
}
