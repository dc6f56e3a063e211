import Accounts
import Checks
import Mustache
import Tables

/// The findings panel of a draft's page, and the marks on the figures that findings concern.
struct HTMLReview {
  private let review: Review
  private let report: CheckReport
  private let titles: [String: String]
  private let anchors: Set<String>

  /// `titles` are what must hold, by the rules' ids; `anchors` the addresses that links can lead to.
  init(_ review: Review, titles: [String: String], anchors: Set<String>) {
    self.anchors = anchors
    self.review = review
    report = review.report
    self.titles = titles
  }

  /// The panel of findings as its template is given it; findings are numbered from 1.
  var panel: [String: MustacheValue] {
    [
      "hasProblems": .bool(!review.problems.isEmpty),
      "problems": .list(review.problems.map { .text($0) }),
      "hasTables": .bool(!review.tables.tables.isEmpty),
      "stamp": review.stamp.map { .text($0) } ?? .null,
      "isClean": .bool(report.findings.isEmpty && review.problems.isEmpty),
      "severities": .list(
        Finding.Severity.allCases.filter { report.count($0) > 0 }.map {
          .object(["id": .text($0.rawValue), "word": .text($0.word), "count": .text(String(report.count($0)))])
        }),
      "tables": .list(
        report.findingsByTable.map { key, count in
          .object(["id": .text(key), "word": .text(review.tables.name(ofTable: key)), "count": .text(String(count))])
        }),
      "findings": .list(findings),
    ]
  }

  /// The verdict in a word and in a line.
  var verdict: [String: MustacheValue] {
    // An input that was never read has no verdict.
    guard !review.tables.tables.isEmpty || review.problems.isEmpty else {
      let verdict = CheckedInput.Verdict.unusable
      return [
        "verdict": .text("没有核对。"), "verdictClass": .text(verdict.rawValue), "verdictWord": .text(verdict.word),
      ]
    }
    let verdict = report.verdict(strict: false)
    return [
      "verdict": .text(report.verdict), "verdictClass": .text(verdict.rawValue), "verdictWord": .text(verdict.word),
    ]
  }

  /// The waived findings with their reasons, and what was not checked.
  var waived: [String: MustacheValue] { report.context(review.input, review.tables) }

  private var findings: [MustacheValue] {
    let violated = report.violatedRules
    return report.findings.enumerated().map { index, finding in
      let operands = finding.operands.map { operand in
        let values: [String: MustacheValue] = [
          "isShown": .bool(anchors.contains(operand.address))
        ]
        return MustacheValue.object(MustacheObject(values.merging(operand.context(after: finding.firstPlace)) { $1 }))
      }
      let values: [String: MustacheValue] = [
        "number": .text(String(index + 1)),
        "ruleTitle": .text(titles[finding.rule] ?? ""),
        "tables": .text(finding.tables.joined(separator: " ")),
        "operands": .list(operands),
        "where": .text(finding.firstPlace?.description ?? ""),
      ]
      return .object(MustacheObject(values.merging(finding.context(among: violated)) { $1 }))
    }
  }

  /// The mark of each figure that a finding concerns: the worst finding's number, severity and words, and the numbers
  /// of all.
  var marks: [String: MustacheValue] {
    report.findingsByAddress.mapValues { found in
      // Findings come worst first, so the first that names a figure marks it.
      let finding = report.findings[found[0]]
      return .object([
        "number": .text(String(found[0] + 1)), "severity": .text(finding.severity.rawValue),
        "sign": .text(finding.severity.sign), "word": .text(finding.severity.word),
        "numbers": .text(found.map { String($0 + 1) }.joined(separator: " ")),
        "message": .text("[\(finding.rule)] \(finding.message)" + (found.count > 1 ? "，等 \(found.count) 处" : "")),
      ])
    }
  }
}

extension Finding.Severity {
  /// A sign that tells the severities apart without colour.
  var sign: String {
    switch self {
    case .error: "✕"
    case .warning: "!"
    case .note: "i"
    }
  }
}
