import Accounts
package import Checks

/// The duties (公开义务) as Markdown: the list of them, or what came of them.
package enum DutiesMarkdown {
  /// The list of the duties as one table.
  package static func list(of rules: [Rule]) -> String {
    let rows = rules.compactMap { rule -> [String]? in
      guard let duty = rule.duty else { return nil }
      return [
        rule.id, duty.group, rule.title, duty.scope?.rawValue ?? "部门、单位",
        duty.isListedOnly
          ? "只列入对照" : duty.saidBy.isEmpty ? rule.severity.word : "见 \(duty.saidBy.joined(separator: "、"))",
        rule.basis + (duty.isConfirmed ? "" : "（条款未核实）"),
      ]
    }
    return markdownTable(["编号", "类", "内容", "对谁", "没有做到时", "依据"], rows).map { $0 + "\n" }.joined()
  }

  /// What came of them for one disclosure, as a table.
  package static func lines(of results: [DutyResult]) -> [String] {
    markdownTable(
      ["编号", "类", "公开义务", "结果", "说明", "位置", "依据"],
      results.map {
        [$0.rule, $0.group, $0.title, $0.state.word, $0.words, $0.place?.description ?? "", $0.basis]
      })
  }

  /// What came of them for every input of a run.
  package static func text(of run: CheckRun) -> String {
    run.inputs.flatMap { input -> [String] in
      let heading = ["# 公开义务对照：\(markdownEscaped(input.name))", ""]
      return switch input.outcome {
      case .report(let report, _): heading + [report.dutiesSummary ?? "", ""] + lines(of: report.duties) + [""]
      case .unusable(let problems): heading + problems.map { "- \(markdownEscaped($0.message))" } + [""]
      }
    }.map { $0 + "\n" }.joined()
  }
}
