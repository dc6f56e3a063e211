import Accounts
import Checks
package import Documents
import Evaluations
package import Mustache
package import Tables

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
      "publicationDate": document.unit.publicationDate.map { .text($0) } ?? .null,
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
          case .table(let table): .object(["table": self.table(table)])
          case .evaluation(let sheet): .object(["evaluation": evaluation(sheet.form)])
          case .basicData(let sheet): .object(["evaluation": evaluation(sheet.form)])
          }
        }),
    ])
  }

  private func table(_ table: Table) -> MustacheValue {
    let isAmount = table.figureColumns
    return .object([
      "formCode": .text(table.formCode),
      "unitLine": .text(table.unitLine),
      "period": .text(table.period),
      "currency": .text(table.currency),
      "header": .list(table.flatHeader.map { .text($0) }),
      "alignment": .list(isAmount.map { .text($0 ? "---:" : "---") }),
      "columnNumbers": table.columnNumbers.map { .object(["cells": .list($0.map { .text($0) })]) } ?? .null,
      "rows": .list(
        table.rows.map { row in
          // Figures are digits of our own making; escaping them would only make a minus hard to read.
          .object(["cells": .list(row.texts.map { .text(markdownCell($0.text, $0.cell)) })])
        }),
      "notes": .list(table.notes.map { .text($0) }),
    ])
  }

  /// A self-evaluation table; its first row, which names the project, is what Markdown takes for the header.
  private func evaluation(_ form: EvaluationForm) -> MustacheValue {
    let rows = form.rows.flat.map { row in row.map { MustacheValue.text(markdownEscaped($0)) } }
    return .object([
      "title": .text(form.title), "period": .text(form.period), "header": .list(rows.first ?? []),
      "rows": .list(rows.dropFirst().map { .object(["cells": .list($0)]) }),
      "notes": .list(form.notes.map { .text($0) }),
    ])
  }

  private func markdownCell(_ text: String, _ cell: Cell?) -> String {
    if case .figure = cell?.content { text } else { markdownEscaped(text) }
  }
}

extension Table {
  /// For every column whether figures stand in it, and so whether it is set to the right.
  package var figureColumns: [Bool] {
    var isFigure = Array(repeating: false, count: width)
    for row in rows {
      for (column, text) in row.texts.enumerated() where column < width {
        if case .figure = text.cell?.content { isFigure[column] = true }
      }
    }
    return isFigure
  }
}
