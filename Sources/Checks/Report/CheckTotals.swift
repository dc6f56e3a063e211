package import Accounts

/// Several checked inputs in figures: how many stand how, and how much was found in all of them.
package struct CheckTotals: Sendable {
  private let isStrict: Bool
  private var verdicts: [CheckedInput.Verdict: Int] = [:]
  private var severities: [Finding.Severity: Int] = [:]
  private var waived = 0

  /// No inputs yet; with `isStrict` a warning counts as an error does.
  package init(isStrict: Bool) { self.isStrict = isStrict }

  /// Counts an input in.
  package mutating func add(_ input: CheckedInput) {
    verdicts[input.verdict(strict: isStrict), default: 0] += 1
    guard case .report(let report, _) = input.outcome else { return }
    for severity in Finding.Severity.allCases { severities[severity, default: 0] += report.count(severity) }
    waived += report.waived.count
  }

  /// How many inputs stand so.
  package subscript(verdict: CheckedInput.Verdict) -> Int { verdicts[verdict] ?? 0 }

  /// How many findings there are of a severity.
  package subscript(severity: Finding.Severity) -> Int { severities[severity] ?? 0 }

  /// How many inputs there are.
  package var inputs: Int { verdicts.values.reduce(0, +) }

  /// The worst of the inputs' verdicts.
  package var verdict: CheckedInput.Verdict { verdicts.keys.max() ?? .consistent }

  /// Whether every input was read and nothing was found in any.
  package var isClean: Bool { self[.unusable] == 0 && severities.values.allSatisfy { $0 == 0 } }

  /// The whole in one line.
  package var summary: String {
    let standing = CheckedInput.Verdict.allCases.map { "\($0.word) \(self[$0])" }
    let found = Finding.Severity.allCases.map { "\($0.word) \(self[$0])" } + (waived > 0 ? ["已豁免 \(waived)"] : [])
    return "共 \(inputs) 份：\(standing.joined(separator: "，"))。\(found.joined(separator: "，"))。"
  }
}
