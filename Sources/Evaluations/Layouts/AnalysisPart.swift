package import Accounts
package import Formats

/// A part of 项目绩效分析: the column of a ledger that holds it, and the title by which it is printed.
package struct AnalysisPart: Sendable {
  /// The column of 绩效项目.
  package let column: ColumnID
  /// What layouts and templates call it: 产出情况及分析.
  package let title: String
  /// The 一级指标 it speaks of; nil where it speaks of all.
  package let level1: String?

  /// The parts that ship with the tool (`Data/analysis.json`), in their order; throws ``DamagedData`` when they are
  /// damaged.
  package static func standard() throws(DamagedData) -> [AnalysisPart] {
    try JSONText.builtIn("analysis.json", of: embeddedFiles) { node throws(JSONFieldError) in
      try node.field("parts").array().map { node throws(JSONFieldError) in
        AnalysisPart(
          column: try node.field("column").word(ColumnID.self), title: try node.field("title").string(),
          level1: try node.optional("level1")?.string())
      }
    }
  }
}
