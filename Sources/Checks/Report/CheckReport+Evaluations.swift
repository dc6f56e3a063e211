import Accounts
import Evaluations

extension CheckReport {
  /// What checking the self-evaluation tables gave, beside the findings, which stand among the others.
  package struct Evaluations: Sendable {
    /// How many tables there are.
    package let tables: Int
    /// How often each rule was applied, and what could not be checked.
    package let report: EvaluationReport
  }

  /// The report on nothing.
  package static var empty: CheckReport {
    CheckReport(results: [], counts: Counts(), residuals: [], joint: .consistent, narrowed: [:], findings: [])
  }

  /// Takes in what checking self-evaluation tables gave.
  mutating func add(_ report: EvaluationReport, tables: Int) {
    evaluations = Evaluations(tables: tables, report: report)
    findings += report.findings
    // What is only worth a look contradicts nothing.
    counts.violated += report.findings.count { $0.severity == .error }
    for count in report.counts.values {
      counts.equal += count.held
      counts.notChecked += count.notChecked
    }
  }
}
