import Accounts
package import Checks
import Formats
import Tables

/// Findings as GitHub-flavoured Markdown: a table of all, then each with its figures.
package enum FindingsMarkdown {
  /// The text of a run, a part an input.
  package static func text(of run: CheckRun) -> String {
    var lines = ["# 勾稽核对", ""]
    if run.isOfSeveral { lines += [markdownEscaped(run.summary), ""] }
    for input in run.inputs {
      lines += ["## \(markdownEscaped(input.name))", ""] + basis(CheckBasis(of: input, in: run))
      switch input.outcome {
      case .report(let report, let tables): lines += part(report, tables, input.name, notes: run.showsNotes)
      case .unusable(let problems):
        lines += ["读不懂，没有核对：", ""]
        lines += problems.map { "- \(markdownEscaped($0.message))" } + [""]
      }
    }
    return lines.dropLast().map { $0 + "\n" }.joined()
  }

  /// The files first, then whose it is and by what it was checked.
  private static func basis(_ basis: CheckBasis) -> [String] {
    var lines: [String] = []
    if !basis.files.isEmpty {
      lines += table(
        ["文件", "用途", "字节", "SHA-256"], numeric: [2],
        basis.files.map { [$0.name, $0.use.word, String($0.size), $0.digest.hexadecimal] })
    }
    if !basis.particulars.isEmpty {
      lines += basis.particularsWithRules.map { "- \($0.name)：\(markdownEscaped($0.text))" } + [""]
    }
    return lines
  }

  private static func part(_ report: CheckReport, _ tables: TableSet, _ input: String, notes: Bool) -> [String] {
    var lines = [markdownEscaped(report.verdict), ""]
    for summary in [report.numbers?.summary, report.form?.summary, report.since?.summary].compactMap(\.self) {
      lines += [markdownEscaped(summary), ""]
    }
    if let gone = report.since?.lines, !gone.isEmpty { lines += gone.map { "- " + markdownEscaped($0) } + [""] }
    let violated = report.violatedRules
    if !report.findings.isEmpty {
      lines += table(
        ["序号", "级别", "规则", "位置", "说明", "相差", "至多"], numeric: [0, 5, 6],
        report.findings.enumerated().map { offset, finding in
          [
            "\(offset + 1)", finding.severity.word, finding.rule, finding.whereabouts(input, tables), finding.message,
            finding.gap ?? "", finding.allowed ?? "",
          ]
        })
      for (offset, finding) in report.findings.enumerated() {
        lines += detail(offset + 1, finding, tables, input, violated)
      }
    }
    if !report.waived.isEmpty {
      lines += ["### 已豁免", ""]
      lines += table(
        ["级别", "规则", "位置", "说明", "理由"],
        report.waived.map { one in
          let finding = one.finding
          return [
            finding.severity.word, finding.rule, finding.whereabouts(input, tables), finding.message, one.reason,
          ]
        })
    }
    let residuals = notes ? report.printedResiduals(tables) : []
    if !residuals.isEmpty {
      lines += ["### 舍入差异", ""]
      lines += table(
        ["规则", "地址", "项目", "相差", "至多"], numeric: [3, 4],
        residuals.map { [$0.rule, addressInWords($0.address), $0.label, $0.residual, $0.allowed] })
    }
    if !report.duties.isEmpty {
      lines += ["### 公开义务对照", "", report.dutiesSummary ?? "", ""] + DutiesMarkdown.lines(of: report.duties) + [""]
    }
    let unchecked = report.reasonsNotChecked
    if !unchecked.isEmpty {
      lines += ["### 未核对", ""]
      lines += unchecked.map { "- \(markdownEscaped($0.reason))：\($0.count) 项" } + [""]
    }
    return lines
  }

  private static func detail(
    _ number: Int, _ finding: Finding, _ tables: TableSet, _ input: String, _ violated: Set<String>
  ) -> [String] {
    var lines = ["### \(number)　\(finding.severity.word) \(finding.rule)　\(markdownEscaped(finding.message))", ""]
    if !finding.operands.isEmpty {
      lines += table(
        ["地址", "项目", "印出", "位置"], numeric: [2],
        finding.operands.map { [$0.shownAddress, $0.label, $0.shown, $0.shortPlace(after: finding.firstPlace)] })
    }
    let sentence = [finding.differenceWords, finding.advice].filter { !$0.isEmpty }.joined(separator: "。")
    if !sentence.isEmpty { lines += [markdownParagraph(sentence + (sentence.hasSuffix("。") ? "" : "。")), ""] }
    let also = finding.alsoViolated(of: violated)
    if !also.isEmpty { lines += ["同时不符的有 \(also.joined(separator: "、"))。", ""] }
    if !finding.symptoms.isEmpty {
      lines += ["由此而来的发现 \(finding.symptoms.count) 条：", ""]
      lines += finding.symptoms.map { "- " + markdownEscaped($0.symptomWords) } + [""]
    }
    return lines
  }

  /// A table and the empty line after it.
  private static func table(_ headings: [String], numeric: Set<Int> = [], _ rows: [[String]]) -> [String] {
    markdownTable(headings, numeric: numeric, rows) + [""]
  }
}

/// The lines of a table in GitHub-flavoured Markdown, every cell escaped; `numeric` columns are set to the right.
func markdownTable(_ headings: [String], numeric: Set<Int> = [], _ rows: [[String]]) -> [String] {
  func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  return [line(headings), line(headings.indices.map { numeric.contains($0) ? "---:" : "---" })]
    + rows.map { line($0.map(markdownEscaped)) }
}
