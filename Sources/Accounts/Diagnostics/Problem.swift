/// Something in an input that keeps the work from being done: where, what was found, what was expected, what to do.
///
/// A problem says that an input cannot be understood; what is understood and contradicts itself is a finding.
package struct Problem: Hashable, Sendable {
  /// Where it stands.
  package let location: SourceLocation
  /// What was found, what was expected and what to do, in plain Chinese.
  package let explanation: String

  /// A problem explained in sentences of its own.
  package init(at location: SourceLocation, _ explanation: String) {
    self.location = location
    self.explanation = explanation
  }

  /// A problem given by its clauses: what was found (`填的是“12.345”`), what was expected (`应为……`), what to do.
  package init(at location: SourceLocation, found: String, expected: String, advice: String = "") {
    self.init(at: location, "\(found)，\(expected)。" + (advice.isEmpty ? "" : advice + "。"))
  }

  /// The whole message in one line: `支出.csv:17「金额」: 错误: 填的是“12.345”，应为……。请……。`
  package var message: String { "\(location): 错误: \(explanation)" }

  /// A value as quoted in a message: in Chinese quotation marks, control characters made visible, cut when long.
  package static func quoted(_ value: some StringProtocol) -> String {
    var text = String.UnicodeScalarView()
    var length = 0
    for scalar in value.unicodeScalars {
      guard length < 40 else {
        text.append("…")
        break
      }
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": text.append(" ")
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format:
        text.append("\u{FFFD}")
      default: text.append(scalar)
      }
      length += 1
    }
    return "“\(String(text))”"
  }
}

/// An input that cannot be used, with every problem found in it.
package struct UnusableInput: Error, Sendable {
  /// All problems, in the order of the input; never empty.
  package let problems: [Problem]

  package init(_ problems: [Problem]) { self.problems = problems }
}
