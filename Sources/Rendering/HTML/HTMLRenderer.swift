import Accounts
package import Documents
package import Mustache
import Tables

/// Makes the one self-contained page of a document: style and script inside, nothing fetched; without the script
/// everything can be read, and only its controls are missing.
package struct HTMLRenderer: Sendable {
  private let templates: [String: Template]
  private let own: PageParts
  private let library: TemplateLibrary

  /// Parses the page's templates; throws the first syntax error.
  package init(_ library: TemplateLibrary) throws(TemplateSyntaxError) {
    templates = try library.templates(in: "html")
    own = PageParts(styles: [library.text("html/style.css")], scripts: [library.text("html/page.js")])
    self.library = library
  }

  /// The page as HTML, with parts of the caller's behind its own. With a review it is that of a draft, which bears a
  /// watermark, shows the findings on the figures they concern, and brings its own style and script.
  ///
  /// Throws when templates include one another without end, or when what a draft needs is damaged.
  package func page(
    of document: Document, reviewed review: Review? = nil, adding added: PageParts = PageParts()
  ) throws -> String {
    let draft = try draftParts(of: document, review)
    return try page(of: document, draft, with: added.behind(draft?.parts ?? PageParts()).behind(own), pages: [:])
  }

  /// The page for printing alone, without a script; its contents name the pages that places are given to stand on.
  func sheets(of document: Document, reviewed review: Review?, pages: [String: Int]) throws -> String {
    let draft = try draftParts(of: document, review)
    let styles = PageParts(styles: draft?.parts.styles ?? []).behind(PageParts(styles: own.styles))
    return try page(of: document, draft, with: styles, pages: pages)
  }

  private func draftParts(of document: Document, _ review: Review?) throws -> DraftParts? {
    try review.map { try DraftParts($0, of: document, library) }
  }

  private func page(
    of document: Document, _ draft: DraftParts?, with parts: PageParts, pages: [String: Int]
  ) throws(TemplateRenderError) -> String {
    guard let page = templates["page"] else { return "" }
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
      // Of a publication it may not be known.
      "year": document.unit.year > 0 ? .text(String(document.unit.year)) : .null,
      "scope": .text(document.unit.scope.rawValue),
      "publicationDate": document.unit.printedPublicationDate.map { .text($0) } ?? .null,
      "remark": document.unit.dataRemark.map { .text($0) } ?? .null,
      "review": draft?.panel ?? .null,
      "materials": draft?.materials ?? .null,
      "parts": .list(
        document.parts.map { part in
          .object([
            "id": .text(part.id),
            "title": .text(part.title),
            "page": pages[part.id].map { .text(String($0)) } ?? .null,
            "sections": .list(part.sections.map { section($0, draft, page: pages[$0.id]) }),
          ])
        }),
    ])
    return try page.render(context, escaping: htmlEscaped, partials: templates)
  }

  /// A run; what states a claim is marked with what it stands for, so that a reader sees when a page was altered by hand.
  private func run(_ run: Run, _ draft: DraftParts?, at place: DraftParts.RunPlace) -> MustacheValue {
    var values: [String: MustacheValue] = [
      "text": .text(run.text), "value": run.claim == nil ? .null : .text(run.text), "mark": .null,
    ]
    if let draft, let claim = run.claim {
      let address = claim.address.description
      values["address"] = .text(address)
      values["isAnchor"] = .bool(draft.isAnchor(address, at: place))
      if let mark = draft.marks[address] { values["mark"] = mark }
    }
    return .object(MustacheObject(values))
  }

  private func section(_ section: Document.Section, _ draft: DraftParts?, page: Int?) -> MustacheValue {
    .object([
      "id": .text(section.id),
      "title": .text(section.title),
      "page": page.map { .text(String($0)) } ?? .null,
      "blocks": .list(
        section.blocks.enumerated().map { number, block in
          switch block {
          case .subheading(let id, let title):
            .object(["subheading": .object(["id": .text(id), "title": .text(title)])])
          case .paragraph(let runs):
            .object([
              "paragraph": .object([
                "runs": .list(
                  runs.enumerated().map { position, one in
                    run(one, draft, at: DraftParts.RunPlace(section: section.id, block: number, run: position))
                  })
              ])
            ])
          case .terms(let entries):
            .object([
              "terms": .object([
                "entries": .list(
                  entries.map { .object(["term": .text($0.term), "definition": .text($0.definition)]) })
              ])
            ])
          case .chart(let chart): .object(["chart": HTMLChart.context(of: chart)])
          case .table(let table):
            .object([
              "table": HTMLGrid.context(
                of: table.printed, draft: draft, isFirst: section.id == "table-\(table.id.rawValue)")
            ])
          case .evaluation(let sheet):
            .object(["table": HTMLGrid.context(of: sheet.form.printed, draft: draft, isFirst: true)])
          case .basicData(let sheet):
            .object(["table": HTMLGrid.context(of: sheet.form.printed, draft: draft, isFirst: true)])
          }
        }),
    ])
  }
}
