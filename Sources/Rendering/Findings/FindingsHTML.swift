import Accounts
package import Checks
package import Documents
package import Mustache
import Tables

/// Findings as one self-contained page that prints on A4: how bad a finding is stands in a word and a sign.
package struct FindingsHTML: Sendable {
  private let template: Template?
  private let style: String

  /// Parses the page's template; throws its first syntax error.
  package init(_ library: TemplateLibrary) throws(TemplateSyntaxError) {
    template = try library.templates(in: "html")["findings"]
    style = library.text("html/findings.css")
  }

  /// The page of a run as HTML; throws when the template includes itself without end.
  package func page(of run: CheckRun) throws(TemplateRenderError) -> String {
    guard let template else { return "" }
    let names = run.inputs.map(\.name)
    let context: MustacheValue = .object([
      "title": .text(names.count == 1 ? "勾稽核对：\(names[0])" : "勾稽核对：\(names.count) 份公开文件"),
      "summary": .text(names.count == 1 ? "" : run.totals.summary),
      "style": .text(style),
      "inputs": .list(
        run.inputs.enumerated().map { offset, input in
          .object(self.input(input, number: offset + 1, of: run, isOne: names.count == 1))
        }),
    ])
    return try template.render(context, escaping: htmlEscaped)
  }

  private func input(_ input: CheckedInput, number: Int, of run: CheckRun, isOne: Bool) -> [String: MustacheValue] {
    let verdict = input.verdict(strict: run.isStrict)
    var values: [String: MustacheValue] = [
      "id": .text("input-\(number)"),
      "name": .text(isOne ? "" : input.name),
      "verdictClass": .text(verdict.rawValue),
      "verdictWord": .text(verdict.word),
    ]
    switch input.outcome {
    case .unusable(let problems): values["problems"] = .list(problems.map { .text($0.message) })
    case .report(let report, let tables):
      values["verdict"] = .text(report.verdict)
      let violated = report.violatedRules
      values["findings"] = .list(
        report.findings.map { .object(finding($0, tables, input.name, violated)) })
      values["isClean"] = .bool(report.findings.isEmpty)
      values.merge(report.context(input.name, tables)) { $1 }
      values.merge(report.dutiesContext) { $1 }
      let residuals = run.showsNotes ? report.printedResiduals(tables) : []
      values["hasResiduals"] = .bool(!residuals.isEmpty)
      values["residuals"] = .list(
        residuals.map {
          .object([
            "rule": .text($0.rule), "address": .text(addressInWords($0.address)), "label": .text($0.label),
            "residual": .text($0.residual), "allowed": .text($0.allowed),
          ])
        })
    }
    return values
  }

  private func finding(
    _ finding: Finding, _ tables: TableSet, _ input: String, _ violated: Set<String>
  ) -> [String: MustacheValue] {
    let shown = finding.operands.prefix(Finding.shownOperands)
    let values: [String: MustacheValue] = [
      "where": .text(finding.whereabouts(input, tables)),
      "hasOperands": .bool(!shown.isEmpty),
      "operands": .list(shown.map { .object($0.context(after: finding.firstPlace)) }),
      "hasPlaces": .bool(shown.contains { $0.place != nil }),
    ]
    return values.merging(finding.context(among: violated)) { $1 }
  }
}
