import Accounts
package import Mustache
import Narrative
import Tables

/// Makes the one self-contained page of a document: styles inside, nothing fetched, no script needed.
package struct HTMLRenderer: Sendable {
  private let templates: [String: Template]
  private let style: String

  /// Parses the page's templates; throws the first syntax error.
  package init(_ library: TemplateLibrary) throws(TemplateSyntaxError) {
    templates = try library.templates(in: "html")
    style = library.text("html/style.css")
  }

  /// The page as HTML; throws when templates include one another without end.
  package func page(of document: Document) throws(TemplateRenderError) -> String {
    guard let page = templates["page"] else { return "" }
    let marks = document.review.map { HTMLReview($0).marks } ?? [:]
    let context: MustacheValue = .object([
      "title": .text(document.title),
      "unitName": .text(document.unit.name),
      "year": .text(String(document.unit.year)),
      "scope": .text(document.unit.scope.rawValue),
      "publicationDate": document.unit.publicationDate.map { .text($0) } ?? .null,
      "remark": document.unit.dataRemark.map { .text($0) } ?? .null,
      "style": .text(style),
      "review": document.review.map { HTMLReview($0).context } ?? .null,
      "parts": .list(
        document.parts.map { part in
          .object([
            "id": .text(part.id),
            "title": .text(part.title),
            "sections": .list(part.sections.map { section($0, marks) }),
          ])
        }),
    ])
    return try page.render(context, escaping: htmlEscaped, partials: templates)
  }

  /// A run; what states a claim is marked with what it stands for, so that a reader sees when a page was altered by hand.
  private func run(_ run: Run) -> MustacheValue {
    .object(["text": .text(run.text), "value": run.claim == nil ? .null : .text(run.text)])
  }

  private func section(_ section: Document.Section, _ marks: [String: MustacheValue]) -> MustacheValue {
    .object([
      "id": .text(section.id),
      "title": .text(section.title),
      "blocks": .list(
        section.blocks.map { block in
          switch block {
          case .subheading(let id, let title):
            .object(["subheading": .object(["id": .text(id), "title": .text(title)])])
          case .paragraph(let runs): .object(["paragraph": .object(["runs": .list(runs.map(run))])])
          case .terms(let entries):
            .object([
              "terms": .object([
                "entries": .list(
                  entries.map { .object(["term": .text($0.term), "definition": .text($0.definition)]) })
              ])
            ])
          case .chart(let chart): .object(["chart": HTMLChart.context(of: chart)])
          case .table(let table): .object(["table": HTMLTable.context(of: table, marks: marks)])
          case .evaluation(let sheet): .object(["evaluation": HTMLEvaluation.context(of: sheet.form, marks: marks)])
          case .basicData(let sheet): .object(["evaluation": HTMLEvaluation.context(of: sheet.form, marks: marks)])
          }
        }),
    ])
  }
}
