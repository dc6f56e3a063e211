package import Accounts

/// A line of findings for people, its word of severity set apart so that a terminal can colour it.
package struct FindingLine: Sendable, Equatable {
  /// What stands before the word.
  package let before: String
  /// How bad it is; nil for a line without such a word.
  package let severity: Finding.Severity?
  /// What stands after the word.
  package let after: String

  /// A line without a word of severity.
  init(_ text: String) {
    before = Self.visible(text)
    severity = nil
    after = ""
  }

  /// A line that says how bad something is.
  init(_ before: String, _ severity: Finding.Severity, _ after: String) {
    self.before = Self.visible(before)
    self.severity = severity
    self.after = Self.visible(after)
  }

  /// The line as it is written where there is no colour.
  package var text: String { before + (severity?.word ?? "") + after }

  /// A text in which nothing moves the cursor or hides: names and labels come from files that may be hostile.
  private static func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: visible.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: visible.append("\u{FFFD}")
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }
}
