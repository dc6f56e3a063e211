import Accounts
import Formats

/// A code (科目编码) and its name as rows print them: in one cell or two, the code in one column, or its 类, 款 and 项 in
/// three.
struct CodedName {
  let code: String
  let name: String

  private static let levels = ["（类）", "（款）", "（项）", "(类)", "(款)", "(项)"]

  /// A code that no row prints, with the words that name it.
  init(code: String, names: [String]) {
    self.code = code
    name = Self.withoutLevel(names.joined())
  }

  /// Takes the words that name a row, from left to right; nil where they begin with no digits, or where a part of the code was
  /// recognised and is doubtful: the rest of it is another code.
  init?(_ words: [String]) {
    let isDoubtful = words.contains { word in
      word.unicodeScalars.last == RecognisedPage.doubt
        && word.unicodeScalars.first.map { ("0"..."9").contains($0) } == true
    }
    guard !isDoubtful else { return nil }
    var code = ""
    var names: [String] = []
    for word in words {
      let digits = word.foldedForComparison.utf8.prefix { (48...57).contains($0) }.count
      let rest = String(word.trimmed.unicodeScalars.dropFirst(digits)).trimmed
      if digits > 0, names.isEmpty, rest.isEmpty || code.isEmpty || word.begins(with: code) {
        let part = String(word.foldedForComparison.prefix(digits))
        // 类, 款 and 项 may each be printed by itself, or with what is above it.
        code = part.begins(with: code) ? part : code + part
        if !rest.isEmpty { names.append(rest) }
      } else {
        names.append(word)
      }
    }
    guard !code.isEmpty else { return nil }
    self.code = code
    name = Self.withoutLevel(names.joined())
  }

  /// A name without its level, which some places say.
  static func withoutLevel(_ name: String) -> String {
    levels.first { name.ends(with: $0) }.map { String(name.dropLast($0.count)) } ?? name
  }
}
