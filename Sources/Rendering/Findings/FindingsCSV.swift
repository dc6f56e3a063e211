import Accounts
package import Checks
import Formats
import Tables

/// Findings as CSV for spreadsheets, a finding a row; waived ones last, with the reason, and behind them rows of what
/// became of the numbers of the text, and of what was checked by what.
package enum FindingsCSV {
  private static let headings = [
    "来源", "级别", "规则", "位置", "说明", "涉及的数", "应为", "相差", "四舍五入至多", "建议", "豁免理由",
  ]

  /// UTF-8 with a byte order mark, which Excel needs to take it for UTF-8.
  package static func bytes(of run: CheckRun) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(headings.map { .text($0) })
    for input in run.inputs {
      switch input.outcome {
      case .report(let report, let tables):
        for finding in report.findings {
          writer.write(row(finding, nil, input, tables))
          for symptom in finding.symptoms { writer.write(row(symptom, nil, input, tables, of: finding)) }
        }
        for one in report.waived { writer.write(row(one.finding, one.reason, input, tables)) }
        for (subject, summary) in [
          ("情况说明", report.numbers?.summary), ("表样", report.form?.summary), ("与上次比", report.since?.summary),
        ] {
          guard let summary else { continue }
          let texts = [input.name, "统计", "", subject, summary, "", "", "", "", "", ""]
          writer.write(texts.map { .text($0) })
        }
      case .unusable(let problems):
        for problem in problems {
          let texts = [
            input.name, "读不懂", "", problem.location.description, problem.explanation, "", "", "", "", "", "",
          ]
          writer.write(texts.map { .text($0) })
        }
      }
      let basis = CheckBasis(of: input, in: run)
      let files = basis.files.map { ("文件", $0.words) }
      for (subject, text) in basis.particularsWithRules + files {
        let texts = [input.name, "依据", "", subject, text, "", "", "", "", "", ""]
        writer.write(texts.map { .text($0) })
      }
    }
    return writer.utf8
  }

  private static func row(
    _ finding: Finding, _ reason: String?, _ input: CheckedInput, _ tables: TableSet, of cause: Finding? = nil
  ) -> [CSVField] {
    [
      .text(input.name), .text(cause.map { "由 \($0.rule) 而来" } ?? finding.severity.word), .text(finding.rule),
      .text(finding.firstPlace?.description ?? finding.whereabouts("", tables)), .text(finding.message),
      .text(finding.operands.map(\.words).joined(separator: "；")), .text(finding.expected ?? ""),
      number(finding.residual), number(finding.allowed), .text(finding.advice), .text(reason ?? ""),
    ]
  }

  /// A difference, whose digits and sign are of our own making.
  private static func number(_ text: String?) -> CSVField { .number(text ?? "") }
}
