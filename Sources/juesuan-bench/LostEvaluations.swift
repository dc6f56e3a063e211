import Evaluations

/// How the self-evaluation tables (自评表) among the files of a publication are told, and what stands in them.
enum LostEvaluations {
  /// What a page's table of a self-evaluation bears.
  static let tableMarks = ["data-table=\"绩效.", "data-table=\"基础数据表"]

  /// Whether a line entitles a table.
  static func isTitle(_ line: String) -> Bool { line.hasSuffix("绩效自评表") || line.hasSuffix("绩效评价基础数据表") }

  /// Whether a sheet of a workbook holds such a table.
  static func isSheet(_ name: String) -> Bool { name.hasPrefix("绩效") || name == "基础数据表" }

  /// Whether a cell holds a number, or a score that was computed; percentages are lost as words are.
  static func isFigure(_ text: String) -> Bool {
    let digits = text.hasSuffix(EvaluationGrid.computedMark) ? String(text.dropLast()) : text
    return !digits.contains("%") && PrintedNumber(digits) != nil
  }

  /// Whether a cell says no more than that nothing applies, so that nothing is lost with it.
  static func isMark(_ text: String) -> Bool { ["—", "-", "/"].contains(text) }

  /// Whether a cell is a heading of some layout.
  static func isHeading(_ text: String) -> Bool { headings.contains(text) }

  private static let headings: Set<String> = {
    var words: Set<String> = [EvaluationGrid.indicatorCaption, EvaluationGrid.analysisCaption]
    for layout in (try? EvaluationLayouts.standard().layouts) ?? [] {
      words.formUnion(layout.header.flatMap(\.self))
      words.formUnion([layout.fundCaption, layout.goalCaption, layout.totalLabel])
      words.formUnion(layout.fundColumns.flatMap { [$0.title, $0.group ?? $0.title] })
      words.formUnion(layout.goalColumns + layout.indicatorColumns.map(\.title) + layout.analysis)
    }
    return words
  }()
}
