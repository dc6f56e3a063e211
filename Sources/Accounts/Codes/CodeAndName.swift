/// A code and its name in one text, as lists to choose from have them: 2130101 行政运行.
package struct CodeAndName: Sendable, Equatable {
  /// The digits.
  package let code: String
  /// The name behind them.
  package let name: String

  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  /// Takes three, five or seven digits with Chinese words behind them, whatever stands between; nil for anything else.
  package init?(_ text: String) {
    let folded = text.trimmed.unicodeScalars.map(\.foldedToHalfWidth)
    let digits = folded.prefix { ("0"..."9").contains($0) }
    guard [3, 5, 7].contains(digits.count) else { return nil }
    let rest = folded.dropFirst(digits.count).drop { $0.isBlank || " -_:.、·|/()[]—–".unicodeScalars.contains($0) }
    guard let first = rest.first, first.properties.isIdeographic else { return nil }
    code = String(String.UnicodeScalarView(digits))
    name = String(String.UnicodeScalarView(text.trimmed.unicodeScalars.suffix(rest.count))).trimmed
  }

  /// As a list to choose from shows it.
  package var text: String { "\(code) \(name)" }

  /// Whether two names are the same but for spaces, brackets and other marks, the width of characters, and the 支出 at the
  /// end, which prints leave out and add.
  package static func isSame(_ one: String, _ other: String) -> Bool { one == other || bare(one) == bare(other) }

  private static func bare(_ name: String) -> String {
    let marks = "()[]{}<>〔〕【】《》〈〉“”‘’\"'、,.;:·-—–/".unicodeScalars
    let letters = String(
      String.UnicodeScalarView(name.foldedForComparison.unicodeScalars.filter { !marks.contains($0) }))
    return letters.count > 4 && letters.hasSuffix("支出") ? String(letters.dropLast(2)) : letters
  }
}
