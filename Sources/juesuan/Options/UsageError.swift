import Formats

/// Arguments that make no command.
struct UsageError: Error {
  /// What is wrong, in Chinese.
  let message: String
  /// The command whose help says more; nil where it is the help on all.
  let command: String?

  /// Where to read on.
  var hint: String { "用法见 juesuan \(command.map { $0 + " " } ?? "")--help" }

  init(_ message: String, command: String? = nil) {
    self.message = message
    self.command = command
  }

  /// `typed` is none of the words there are; the one it may be meant to be is named before them all.
  init(_ finding: String, insteadOf typed: String, _ words: [String]) {
    self.init("\(finding)\(Self.question(about: typed, words) ?? "，")应为下列之一：\(words.joined(separator: "、"))。")
  }

  /// Whether a mistyped word was meant to be the nearest there is; nil where none is near.
  static func question(about typed: String, _ words: [String]) -> String? {
    typed.nearest(among: words).map { "，是不是 \($0)？" }
  }

  /// The same error, with the command in which it was made.
  func of(_ command: Command) -> UsageError { UsageError(message, command: command.name) }
}
