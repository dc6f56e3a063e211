import Accounts
package import Checks
package import Documents
package import Mustache

/// What came of the duties (公开义务对照) as one self-contained page that prints on A4.
package struct DutiesHTML: Sendable {
  /// All page templates by their names: the page's own, and those it includes.
  private let templates: [String: Template]
  private let style: String

  /// Parses the page's template; throws its first syntax error.
  package init(_ library: TemplateLibrary) throws(TemplateSyntaxError) {
    templates = try library.templates(in: "html")
    style = library.text("html/findings.css")
  }

  /// The page of a run as HTML; throws when the template includes itself without end.
  package func page(of run: CheckRun) throws(TemplateRenderError) -> String {
    guard let template = templates["duties-page"] else { return "" }
    let names = run.inputs.map(\.name)
    let context: MustacheValue = .object([
      "title": .text(names.count == 1 ? "公开义务对照：\(names[0])" : "公开义务对照：\(names.count) 份公开文件"),
      "style": .text(style),
      "inputs": .list(
        run.inputs.map { input in
          var values: [String: MustacheValue] = ["name": .text(names.count == 1 ? "" : input.name)]
          switch input.outcome {
          case .report(let report, _): values.merge(report.dutiesContext) { $1 }
          case .unusable(let problems): values["problems"] = .list(problems.map { .text($0.message) })
          }
          return .object(MustacheObject(values))
        }),
    ])
    return try template.render(context, escaping: htmlEscaped, partials: templates)
  }
}

extension CheckReport {
  /// What templates are given of the duties.
  var dutiesContext: [String: MustacheValue] {
    // Where all of it stands in one file the page's title names it.
    let isOneFile = Set(duties.compactMap { $0.place?.file }).count <= 1
    func words(_ place: SourceLocation?) -> String {
      guard let place else { return "" }
      return (isOneFile ? place.lineWords : nil) ?? place.description
    }
    return [
      "hasDuties": .bool(!duties.isEmpty),
      "dutiesSummary": .text(dutiesSummary ?? ""),
      "duties": .list(
        duties.map { result in
          .object([
            "rule": .text(result.rule), "group": .text(result.group), "title": .text(result.title),
            "state": .text(result.state.rawValue), "word": .text(result.state.word), "words": .text(result.words),
            "place": .text(words(result.place)), "basis": .text(result.basis),
          ])
        }),
    ]
  }
}
