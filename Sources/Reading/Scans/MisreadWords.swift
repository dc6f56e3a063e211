import Formats

/// Words that engines take for others, which no text has (识别中常错的字词), as data.
struct MisreadWords: Sendable {
  /// What was read, and what was printed.
  private let words: [(read: String, printed: String)]

  /// Letters that make another word of one, as 上 and 本 of 年: each set of them.
  let opposites: [[UInt32]]

  /// What the label of a number of things says.
  let counted: [String]

  /// The built-in words; none where they are damaged.
  static let standard =
    (try? JSONText.builtIn("misread-words.json", of: embeddedFiles) { node throws(JSONFieldError) in
      MisreadWords(
        try node.field("words").strings(), opposites: try node.field("opposites").strings(),
        counted: try node.field("counted").strings())
    }) ?? MisreadWords([])

  /// Words as data has them: what was read, a space, and what was printed.
  init(_ pairs: [String], opposites: [String] = [], counted: [String] = []) {
    self.counted = counted
    self.opposites = opposites.map { $0.unicodeScalars.map(\.value) }
    words = pairs.compactMap { pair in
      let two = pair.split(separator: " ").map(String.init)
      return two.count == 2 ? (two[0], two[1]) : nil
    }
  }

  /// A text with the words that were printed.
  func restored(_ text: String) -> String {
    words.reduce(text) { text, word in text.contains(word.read) ? text.replacing(word.read, with: word.printed) : text }
  }

  /// A label whose number in the list is doubtful, as （1⯑）公务用车购置费, without the doubt: what the row is its words tell.
  static func withSureNumber(_ label: String) -> String {
    let sign = RecognisedPage.doubt
    let letters = label.unicodeScalars
    guard let last = letters.lastIndex(of: sign), letters[last...].contains(where: { $0.properties.isIdeographic })
    else { return label }
    let plain = String(String.UnicodeScalarView(letters.filter { $0 != sign }))
    let name = withoutNumbering(plain)
    return name != plain && label.hasSuffix(name) ? plain : label
  }
}
