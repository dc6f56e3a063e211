import Accounts
import Checks
import Mustache

/// What a draft shows of its review: the verdict, the findings, and a mark on every figure a finding concerns.
struct HTMLReview {
  private let report: CheckReport

  init(_ report: CheckReport) { self.report = report }

  /// The review as the page template is given it; findings are numbered from 1.
  var context: MustacheValue {
    .object([
      "verdict": .text(report.verdict),
      "findings": .list(
        report.findings.enumerated().map { index, finding in
          .object([
            "number": .text(String(index + 1)),
            "severity": .text(finding.severity.rawValue),
            "word": .text(finding.severity.word),
            "rule": .text(finding.rule),
            "message": .text(finding.message),
            "advice": .text(finding.advice),
            "residual": finding.residual.map { .text($0) } ?? .null,
            "allowed": finding.allowed.map { .text($0) } ?? .null,
            "operands": .list(
              finding.operands.map { operand in
                .object([
                  "address": .text(operand.address), "label": .text(operand.label),
                  "printed": .text(operand.printed.isEmpty ? "（空白）" : operand.printed),
                ])
              }),
          ])
        }),
    ])
  }

  /// The mark of each figure that a finding concerns: the worst finding's number, severity and words.
  var marks: [String: MustacheValue] {
    var marks: [String: MustacheValue] = [:]
    // Findings come worst first, so the first that names a figure marks it.
    for (index, finding) in report.findings.enumerated() {
      for operand in finding.operands where marks[operand.address] == nil {
        marks[operand.address] = .object([
          "number": .text(String(index + 1)), "severity": .text(finding.severity.rawValue),
          "word": .text(finding.severity.word), "message": .text("[\(finding.rule)] \(finding.message)"),
        ])
      }
    }
    return marks
  }
}
