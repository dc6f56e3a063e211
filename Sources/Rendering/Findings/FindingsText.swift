import Accounts
package import Checks
package import Tables

/// Findings as text for people: place, severity, rule and message in one line, the figures and what to do below it.
package enum FindingsText {
  /// The lines of one input: what stands, what was waived, what was not checked, the form of a publication, the verdict.
  ///
  /// With `notes` the differences that rounding explains are listed too; `basis` stands before the verdict.
  package static func lines(
    of report: CheckReport, _ tables: TableSet, input: String, notes: Bool = false, basis: [FindingLine] = []
  ) -> [FindingLine] {
    var lines: [FindingLine] = []
    let violated = report.violatedRules
    for (finding, id) in zip(report.findings, report.ids) {
      let isNew = report.since.map { !$0.standing.contains(id) } ?? false
      lines += self.lines(of: finding, tables, input: input, violated: violated, isNew: isNew)
    }
    if notes {
      for residual in report.printedResiduals(tables) {
        lines.append(
          FindingLine(
            "", .note,
            "[\(residual.rule)] 舍入差异 \([addressInWords(residual.address), residual.label].filter { !$0.isEmpty }.joined(separator: " ")) "
              + "\(residual.residual)，至多 \(residual.allowed)"))
      }
    }
    for one in report.waived {
      let place = one.finding.whereabouts(input, tables)
      lines.append(FindingLine("\(place): 已豁免[\(one.finding.rule)] \(one.finding.message)（理由：\(one.reason)）"))
    }
    lines += notChecked(report.reasonsNotChecked)
    lines += DutiesText.summary(of: report).map { FindingLine($0) }
    if let numbers = report.numbers { lines.append(FindingLine(numbers.summary)) }
    if let form = report.form { lines.append(FindingLine(form.summary)) }
    if let since = report.since {
      for line in since.lines + [since.summary] { lines.append(FindingLine(line)) }
    }
    lines += basis
    lines.append(FindingLine(report.verdict))
    return lines
  }

  /// What was not checked, a line for each of the commonest reasons and one for all others, so that the summary stays on a
  /// screen; the other formats list every case.
  private static func notChecked(_ reasons: [(reason: String, count: Int)]) -> [FindingLine] {
    let most = reasons.count > mostReasons ? mostReasons - 1 : reasons.count
    let ordered = reasons.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    let rest = ordered.dropFirst(most)
    return ordered.prefix(most).map { FindingLine("未核对 \($0.count) 项：\($0.reason)") }
      + (rest.isEmpty
        ? []
        : [
          FindingLine(
            "未核对 \(rest.reduce(0) { $0 + $1.count }) 项，另有 \(rest.count) 种原因："
              + rest.map { "\($0.reason)（\($0.count)）" }.joined(separator: "、"))
        ])
  }

  /// For how many reasons a line of its own stands.
  private static let mostReasons = 6

  /// What is said of the check of an input: its files, whose it is, by what it was checked.
  package static func basis(of input: CheckedInput, by record: CheckRecord) -> [FindingLine] {
    CheckBasis(of: input, by: record).lines.map { FindingLine($0) }
  }

  /// All inputs as one text; the verdict on all of them last where there are several.
  package static func text(of run: CheckRun) -> String {
    var lines: [String] = []
    for input in run.inputs {
      if run.inputs.count > 1 { lines.append(FindingLine("== \(input.name)").text) }
      switch input.outcome {
      case .report(let report, let tables):
        let basis = basis(of: input, by: run.record)
        lines += self.lines(of: report, tables, input: input.name, notes: run.showsNotes, basis: basis).map(\.text)
      case .unusable(let problems):
        lines += problems.map(\.message) + basis(of: input, by: run.record).map(\.text)
      }
    }
    if run.isOfSeveral {
      lines += ListedInput.lines(of: run.inputs.map { ListedInput($0, isStrict: run.isStrict) }).map(\.text)
      lines.append(run.summary)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(
    of finding: Finding, _ tables: TableSet, input: String, violated: Set<String>, isNew: Bool
  ) -> [FindingLine] {
    var lines = [
      FindingLine(
        "\(finding.whereabouts(input, tables)): ", finding.severity,
        "[\(finding.rule)] \(isNew ? "（新出现）" : "")\(finding.message)")
    ]
    let shown = finding.operands
    let addressWidth = shown.map { displayWidth($0.shownAddress) }.max() ?? 0
    let labelWidth = shown.map { displayWidth($0.label) }.max() ?? 0
    let printedWidth = shown.map { displayWidth($0.shown) }.max() ?? 0
    let place = finding.firstPlace
    for operand in shown {
      let further = operand.place != nil && operand.place == place ? "" : operand.shortPlace(after: place)
      let columns = [
        operand.shownAddress.padded(to: addressWidth), operand.label.padded(to: labelWidth),
        operand.shown.leftPadded(to: printedWidth), further.isEmpty ? "" : "(\(further))",
      ]
      lines.append(FindingLine("    " + columns.filter { !$0.isEmpty }.joined(separator: "  ")))
    }
    if !finding.differenceWords.isEmpty { lines.append(FindingLine("    " + finding.differenceWords)) }
    let also = finding.alsoViolated(of: violated)
    let advice = finding.adviceSentence + (also.isEmpty ? "" : "同时不符的有 \(also.joined(separator: "、"))。")
    if !advice.isEmpty { lines.append(FindingLine("    " + advice)) }
    if !finding.symptoms.isEmpty {
      lines.append(FindingLine("    由此而来的发现 \(finding.symptoms.count) 条："))
      for symptom in finding.symptoms { lines.append(FindingLine("      " + symptom.symptomWords)) }
    }
    return lines
  }
}
