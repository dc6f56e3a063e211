import Accounts
package import Checks
package import Documents
import Formats
package import Mustache
import Tables

/// Findings as one self-contained page that prints on A4: how bad a finding is stands in a word and a sign.
package struct FindingsHTML: Sendable {
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
    guard let template = templates["findings"] else { return "" }
    let names = run.inputs.map(\.name)
    let context: MustacheValue = .object([
      "title": .text(names.count == 1 ? "勾稽核对：\(names[0])" : "勾稽核对：\(names.count) 份公开文件"),
      "summary": .text(run.isOfSeveral ? run.summary : ""),
      "style": .text(style),
      "isOfSeveral": .bool(run.isOfSeveral),
      "listHeadings": ListedInput.headingsContext,
      "inputs": .list(
        run.inputs.enumerated().map { offset, input in
          .object(MustacheObject(self.input(input, number: offset + 1, of: run, isOne: names.count == 1)))
        }),
    ])
    return try template.render(context, escaping: htmlEscaped, partials: templates)
  }

  private func input(_ input: CheckedInput, number: Int, of run: CheckRun, isOne: Bool) -> [String: MustacheValue] {
    let verdict = input.verdict(strict: run.isStrict)
    let basis = CheckBasis(of: input, in: run)
    let id = "input-\(number)"
    var values: [String: MustacheValue] = [
      "id": .text(id),
      "name": .text(isOne ? "" : input.name),
      "contentsName": .text(input.name),
      "hasFiles": .bool(!basis.files.isEmpty),
      "files": .list(
        basis.files.map {
          .object([
            "file": .text($0.name), "use": .text($0.use.word), "size": .text(String($0.size)),
            "digest": .text($0.digest.hexadecimal),
          ])
        }),
      "hasParticulars": .bool(!basis.particulars.isEmpty),
      "particulars": .list(
        basis.particulars.map { .object(["key": .text($0.name), "text": .text($0.text)]) }),
      "rulesUsed": .text(basis.rules.map(\.rule.id).joined(separator: "、")),
      "contents": .list([]),
      "listCells": ListedInput(input, isStrict: run.isStrict).context,
      "verdictClass": .text(verdict.rawValue),
      "verdictWord": .text(verdict.word),
    ]
    switch input.outcome {
    case .unusable(let problems): values["problems"] = .list(problems.map { .text($0.message) })
    case .report(let report, let tables):
      values["verdict"] = .text(report.verdict)
      let violated = report.violatedRules
      values["hasFindings"] = .bool(!report.findings.isEmpty)
      values["findings"] = .list(
        report.findings.enumerated().map { offset, one in
          let own = Self.numbers(of: one, number: offset + 1, in: id)
          return .object(MustacheObject(finding(one, tables, input.name, violated).merging(own) { $1 }))
        })
      let symptoms = report.findings.enumerated().flatMap { offset, one in
        Self.symptoms(of: one, number: offset + 1, in: id)
      }
      values["hasSymptoms"] = .bool(!symptoms.isEmpty)
      values["allSymptoms"] = .list(symptoms)
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
      let parts = [
        ("findings", "发现 \(report.findings.count) 条", !report.findings.isEmpty),
        ("symptoms", "症状 \(symptoms.count) 条", !symptoms.isEmpty),
        ("waived", "已豁免 \(report.waived.count) 条", !report.waived.isEmpty),
        ("residuals", "舍入差异 \(residuals.count) 处", !residuals.isEmpty),
        ("duties", "公开义务 \(report.duties.count) 项", !report.duties.isEmpty),
        ("unchecked", "未核对 \(report.notChecked.count) 项", !report.notChecked.isEmpty),
      ]
      values["contents"] = .list(
        parts.filter(\.2).map { .object(["id": .text("\(id)-\($0.0)"), "title": .text($0.1)]) })
    }
    return values
  }

  /// The number of a finding and those of its symptoms, by which links lead from one to the other.
  private static func numbers(of finding: Finding, number: Int, in input: String) -> [String: MustacheValue] {
    [
      "id": .text("\(input)-finding-\(number)"), "number": .text(String(number)),
      "numberedSymptoms": .list(symptoms(of: finding, number: number, in: input)),
    ]
  }

  private static func symptoms(of finding: Finding, number: Int, in input: String) -> [MustacheValue] {
    finding.symptoms.enumerated().map { offset, symptom in
      .object([
        "id": .text("\(input)-symptom-\(number)-\(offset + 1)"), "number": .text("\(number)-\(offset + 1)"),
        "cause": .text("\(input)-finding-\(number)"), "causeNumber": .text(String(number)),
        "word": .text(symptom.severity.word), "rule": .text(symptom.rule), "message": .text(symptom.message),
        "figures": .text(symptom.operands.map(\.words).joined(separator: "；")), "gap": .text(symptom.gap ?? ""),
      ])
    }
  }

  private func finding(
    _ finding: Finding, _ tables: TableSet, _ input: String, _ violated: Set<String>
  ) -> [String: MustacheValue] {
    let shown = finding.operands
    let values: [String: MustacheValue] = [
      "where": .text(finding.whereabouts(input, tables)),
      "hasOperands": .bool(!shown.isEmpty),
      "operands": .list(shown.map { .object(MustacheObject($0.context(after: finding.firstPlace))) }),
      "hasPlaces": .bool(shown.contains { $0.place != nil }),
    ]
    return values.merging(finding.context(among: violated)) { $1 }
  }
}
