import Accounts
import Tables

extension ClaimCheck {
  /// N29: the parts that a sentence names behind 其中 are no more than the number they are parts of, and as many where the
  /// last of them is all others.
  static let partsOfNumber = ClaimCheck(.partsOfNumber) { rule, input in
    input.prose.breakdowns.compactMap { breakdown -> Result? in
      guard let whole = breakdown.whole.count else { return nil }
      let parts = breakdown.parts.compactMap(\.count)
      guard parts.count == breakdown.parts.count else { return nil }
      let sum = parts.reduce(0) { $0 &+ $1 }
      let subject = FigureAddress(.prose, "其中", 1)
      if sum == whole || sum < whole && !breakdown.isWhole { return Result(subject: subject, outcome: .equal) }
      let isShort = sum < whole && !breakdown.isComplete
      return Result(
        subject: subject,
        outcome: isShort ? .notApplicable("可能没有全部列出") : .violated(residual: sum &- whole, allowed: 0),
        finding: Finding(
          rule: rule.id, severity: rule.severity(isShort ? .partsMissing : nil),
          message: sum > whole ? "“其中”所列各数之和大于总数" : "“其中”所列各数之和小于总数",
          operands: ([breakdown.whole] + breakdown.parts).enumerated().map { index, figure in
            Finding.Operand(
              address: "文.其中.1", label: index == 0 ? "总数" : "其中第 \(index) 项", printed: figure.text + breakdown.unit,
              place: input.prose.place(ofLine: breakdown.line))
          }, expected: "\(whole)\(breakdown.unit)", residual: "\(sum &- whole)",
          advice: rule.advice(isShort ? .partsMissing : nil)))
    }
  }
}

extension Figure {
  /// The number of things; nil for anything but a whole number of them.
  fileprivate var count: Int64? {
    guard unit == .things, case .number(let count, decimals: 0) = content else { return nil }
    return count
  }
}
