import Accounts
package import Checks

/// The duties (公开义务) as text for people: the list of them, or what came of them in one disclosure.
package enum DutiesText {
  /// The list of the duties, under what they are listed under.
  package static func list(of rules: [Rule]) -> String {
    var lines = ["共 \(rules.count) 项公开义务。没有做到的，核对时作为发现列出；注明“只列入对照”的不作发现。"]
    var group = ""
    for rule in rules {
      guard let duty = rule.duty else { continue }
      if duty.group != group {
        group = duty.group
        lines += ["", group]
      }
      let remarks =
        (duty.scope.map { ["只对\($0.rawValue)"] } ?? []) + (duty.isListedOnly ? ["只列入对照"] : [rule.severity.word])
        + (duty.saidBy.isEmpty ? [] : ["发现见 \(duty.saidBy.joined(separator: "、"))"])
      lines.append("  \(rule.id)　\(rule.title)（\(remarks.joined(separator: "，"))）")
      lines.append("      依据：\(rule.basis)\(duty.isConfirmed ? "" : "（条款未核实）")")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What came of them, a line a duty.
  package static func lines(of results: [DutyResult]) -> [String] {
    var lines: [String] = []
    var group = ""
    let width = DutyResult.State.allCases.map { displayWidth($0.word) }.max() ?? 0
    for result in results {
      if result.group != group {
        group = result.group
        lines.append(group)
      }
      let behind = [result.words, result.place?.description ?? ""].filter { !$0.isEmpty }.joined(separator: "，")
      lines.append(
        "  \(result.state.word.padded(to: width))  \(result.rule)  \(result.title)\(behind.isEmpty ? "" : "：\(behind)")"
      )
    }
    return lines
  }

  /// What came of them for every input of a run.
  package static func text(of run: CheckRun) -> String {
    run.inputs.flatMap { input -> [String] in
      let heading = run.inputs.count > 1 ? ["== \(input.name)"] : []
      return switch input.outcome {
      case .report(let report, _): heading + lines(of: report.duties) + [report.dutiesSummary].compactMap { $0 }
      case .unusable(let problems): heading + problems.map(\.message)
      }
    }.map { $0 + "\n" }.joined()
  }

  /// What came of them in one screen: how many are met, and by what they are listed under those that are not, or of which it
  /// cannot be told; empty where they were not looked at.
  package static func summary(of report: CheckReport) -> [String] {
    guard let summary = report.dutiesSummary else { return [] }
    var lines = [summary]
    for state in [DutyResult.State.notMet, .unknown] {
      var groups: [(group: String, results: [DutyResult])] = []
      for result in report.duties where result.state == state {
        if groups.last?.group != result.group { groups.append((result.group, [])) }
        groups[groups.count - 1].results.append(result)
      }
      for (group, results) in groups {
        // One reason holds for a whole group as a rule: the text was not read.
        let reasons = Set(results.map(\.words))
        let words =
          reasons.count == 1 && results.count > 1
          ? "\(results.map(\.rule).joined(separator: "、")) \(results[0].words)"
          : results.map { "\($0.rule) \($0.words)" }.joined(separator: "；")
        lines.append("  \(state.word) \(group)：\(words)")
      }
    }
    return lines
  }
}
