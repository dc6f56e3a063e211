import Accounts
package import Mustache
import Narrative
import Tables

/// Makes the one self-contained page of a document: style and script inside, nothing fetched; without the script
/// everything can be read, and only its controls are missing.
package struct HTMLRenderer: Sendable {
  private let templates: [String: Template]
  private let own: PageParts

  /// Parses the page's templates; throws the first syntax error.
  package init(_ library: TemplateLibrary) throws(TemplateSyntaxError) {
    templates = try library.templates(in: "html")
    own = PageParts(styles: [library.text("html/style.css")], scripts: [library.text("html/page.js")])
  }

  /// The page as HTML, with parts of the caller's behind its own; throws when templates include one another without
  /// end.
  package func page(
    of document: Document, adding added: PageParts = PageParts()
  ) throws(TemplateRenderError) -> String {
    try page(of: document, with: added.behind(own), pages: [:])
  }

  /// The page for printing alone, without a script; its contents name the pages that places are given to stand on.
  func sheets(of document: Document, pages: [String: Int]) throws(TemplateRenderError) -> String {
    try page(of: document, with: PageParts(styles: own.styles), pages: pages)
  }

  private func page(
    of document: Document, with parts: PageParts, pages: [String: Int]
  ) throws(TemplateRenderError) -> String {
    guard let page = templates["page"] else { return "" }
    let marks = document.review.map { HTMLReview($0).marks } ?? [:]
    let parts = parts.withPlainLineEnds()
    let context: MustacheValue = .object([
      "policy": .text(parts.policy),
      "styles": .list(parts.styles.map { .text($0) }),
      "scripts": .list(parts.scripts.map { .text($0) }),
      "data": .list(
        parts.data.map { data in
          .object([
            "id": .text(data.id), "type": .text(data.type), "text": .text(data.text),
            "file": data.file.map { .text($0) } ?? .null,
          ])
        }),
      "title": .text(document.title),
      "unitName": .text(document.unit.name),
      "year": .text(String(document.unit.year)),
      "scope": .text(document.unit.scope.rawValue),
      "publicationDate": document.unit.publicationDate.map { .text($0) } ?? .null,
      "remark": document.unit.dataRemark.map { .text($0) } ?? .null,
      "review": document.review.map { HTMLReview($0).context } ?? .null,
      "parts": .list(
        document.parts.map { part in
          .object([
            "id": .text(part.id),
            "title": .text(part.title),
            "page": pages[part.id].map { .text(String($0)) } ?? .null,
            "sections": .list(part.sections.map { section($0, marks, page: pages[$0.id]) }),
          ])
        }),
    ])
    return try page.render(context, escaping: htmlEscaped, partials: templates)
  }

  /// A run; what states a claim is marked with what it stands for, so that a reader sees when a page was altered by hand.
  private func run(_ run: Run) -> MustacheValue {
    .object(["text": .text(run.text), "value": run.claim == nil ? .null : .text(run.text)])
  }

  private func section(
    _ section: Document.Section, _ marks: [String: MustacheValue], page: Int?
  ) -> MustacheValue {
    .object([
      "id": .text(section.id),
      "title": .text(section.title),
      "page": page.map { .text(String($0)) } ?? .null,
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
          case .evaluation(let sheet): .object(["evaluation": HTMLEvaluation.context(of: sheet, marks: marks)])
          }
        }),
    ])
  }
}
