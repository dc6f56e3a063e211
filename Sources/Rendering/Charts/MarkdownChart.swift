package import Documents
package import Mustache

/// A chart as GitHub-flavoured Markdown: its table, with every bar drawn in characters.
package enum MarkdownChart {
  /// How many characters the longest possible bar takes.
  private static let width = 20

  /// The context of a chart, to stand under `chart` in a block.
  package static func context(of chart: Chart) -> MustacheValue {
    .object(["lines": .list(lines(of: chart).map { .text($0) })])
  }

  /// The lines of a chart, everything in them escaped.
  package static func lines(of chart: Chart) -> [String] {
    let pictures = chart.series.count == 1 ? ["图示"] : chart.series.map { $0 + "图示" }
    let headings = chart.columns.map(markdownEscaped) + pictures.map(markdownEscaped)
    let alignment = chart.columns.indices.map { $0 == 0 ? "---" : "---:" } + pictures.map { _ in "---" }
    let rows = chart.rows.map { row in
      let bars = chart.series.indices.map { row.lengths.indices.contains($0) ? bar(row.lengths[$0]) : "" }
      // Figures are digits of our own making; escaping them would only make a minus hard to read.
      return [markdownEscaped(row.label)] + row.figures + bars
    }
    return ["**\(markdownEscaped(chart.title))**", ""] + ([headings, alignment] + rows).map(line)
  }

  private static func line(_ cells: [String]) -> String { "|" + cells.map { " \($0) |" }.joined() }

  /// A bar; the least amount above nought has a character, so that it is seen to be there.
  private static func bar(_ length: Int) -> String {
    String(repeating: "█", count: length > 0 ? max(1, (length * width + 5_000) / 10_000) : 0)
  }
}
