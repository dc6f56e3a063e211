import Formats

/// Words that engines take for others, which no text has (识别中常错的字词), as data.
struct MisreadWords: Sendable {
  /// What was read, and what was printed.
  private let words: [(read: String, printed: String)]

  /// The built-in words; none where they are damaged.
  static let standard = MisreadWords(
    (try? JSONText.builtIn("misread-words.json", of: embeddedFiles) { node throws(JSONFieldError) in
      try node.field("words").strings()
    }) ?? [])

  /// Words as data has them: what was read, a space, and what was printed.
  init(_ pairs: [String]) {
    words = pairs.compactMap { pair in
      let two = pair.split(separator: " ").map(String.init)
      return two.count == 2 ? (two[0], two[1]) : nil
    }
  }

  /// A text with the words that were printed.
  func restored(_ text: String) -> String {
    words.reduce(text) { text, word in text.contains(word.read) ? text.replacing(word.read, with: word.printed) : text }
  }
}
