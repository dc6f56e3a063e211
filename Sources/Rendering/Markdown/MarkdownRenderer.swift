import Accounts
import Checks
package import Documents
import Evaluations
package import Mustache
import Tables

/// Makes the GitHub-flavoured Markdown of a document; a header of several rows becomes one, joined with `·`.
package struct MarkdownRenderer: Sendable {
  private let templates: [String: Template]

  /// Parses the page's templates; throws the first syntax error.
  package init(_ library: TemplateLibrary) throws(TemplateSyntaxError) {
    templates = try library.templates(in: "markdown")
  }

  /// The page as Markdown, with a review that of a draft; throws when templates include one another without end.
  package func page(of document: Document, reviewed review: Review? = nil) throws(TemplateRenderError) -> String {
    guard let page = templates["page"] else { return "" }
    let context: MustacheValue = .object([
      "title": .text(document.title),
      "publicationDate": document.unit.printedPublicationDate.map { .text($0) } ?? .null,
      "remark": document.unit.dataRemark.map { .text(markdownParagraph($0)) } ?? .null,
      "review": (review?.report).map { report in
        .object([
          "verdict": .text(report.verdict),
          "findings": .list(
            report.findings.map { finding in
              .object([
                "word": .text(finding.severity.word), "rule": .text(finding.rule), "message": .text(finding.message),
                "operands": .list(
                  finding.operands.map {
                    .text("\($0.address) \($0.label) \($0.printed.isEmpty ? "（空白）" : $0.printed)")
                  }),
              ])
            }),
        ])
      } ?? .null,
      "parts": .list(
        document.parts.map { part in
          .object(["title": .text(part.title), "sections": .list(part.sections.map(section))])
        }),
    ])
    return try page.render(context, escaping: markdownEscaped, partials: templates)
  }

  private func section(_ section: Document.Section) -> MustacheValue {
    .object([
      "title": .text(section.title),
      "blocks": .list(
        section.blocks.map { block in
          switch block {
          case .subheading(_, let title): .object(["subheading": .text(title)])
          case .paragraph(let runs): .object(["paragraph": .text(markdownParagraph(runs.text))])
          case .terms(let entries):
            .object([
              "paragraphs": .list(
                entries.map { .text("**\(markdownEscaped($0.term))**：\(markdownEscaped($0.definition))") })
            ])
          case .chart(let chart): .object(["chart": MarkdownChart.context(of: chart)])
          case .table(let table): .object(["table": self.table(table.printed)])
          case .evaluation(let sheet): .object(["table": self.table(sheet.form.printed)])
          case .basicData(let sheet): .object(["table": self.table(sheet.form.printed)])
          }
        }),
    ])
  }

  private func table(_ grid: PrintedGrid) -> MustacheValue {
    let rows = grid.flatRows
    var texts = rows.map { row in row.map { MustacheValue.text(markdownCell($0)) } }
    if let numbers = grid.columnNumbers { texts.insert(numbers.map { .text(markdownEscaped($0)) }, at: 0) }
    // Without a header the first row, which names the project, is what Markdown takes for it.
    let header = grid.flatHeader?.map { .text(markdownEscaped($0)) } ?? (texts.isEmpty ? [] : texts.removeFirst())
    // A self-evaluation is known by its title, a table of the accounts by the section it stands in.
    let lines =
      grid.layout != nil
      ? [grid.title, grid.period]
      : [[grid.formCode, grid.unitLine, grid.period, grid.currency].filter { !$0.isEmpty }.joined(separator: "　")]
    return .object([
      "lines": .list(lines.map { .text($0) }),
      "header": .list(header),
      "alignment": .list(Self.isFigureColumn(rows, width: grid.width).map { $0 ? "---:" : "---" }),
      "rows": .list(texts.map { .object(["cells": .list($0)]) }),
      "notes": .list(grid.notes.map { .text($0) }),
    ])
  }

  private func markdownCell(_ cell: PrintedGrid.Cell?) -> String {
    guard let cell else { return "" }
    // Figures are digits of our own making; escaping them would only make a minus hard to read.
    return if case .figure = cell.content { cell.text } else { markdownEscaped(cell.text) }
  }

  /// For every column whether figures stand in it, and so whether it is set to the right.
  private static func isFigureColumn(_ rows: [[PrintedGrid.Cell?]], width: Int) -> [Bool] {
    var isFigure = Array(repeating: false, count: width)
    for row in rows {
      for (column, cell) in row.enumerated() { if case .figure = cell?.content { isFigure[column] = true } }
    }
    return isFigure
  }
}
