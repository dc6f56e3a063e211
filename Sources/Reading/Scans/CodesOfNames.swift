import Accounts
import Tables

/// The codes that each name of an item has (科目名称对应的编码): many items have one name.
struct CodesOfNames: Sendable {
  private let codes: [String: Set<String>]
  private let all: Set<String>

  /// Those of the built-in codes and of what they were called before.
  static let standard = CodesOfNames()

  private init() {
    var codes: [String: Set<String>] = [:]
    if let book = try? CodeTables.standard(year: .max) {
      for entry in book.entries(.function) + book.entries(.economic) {
        for name in [entry.name] + book.formerNames(of: entry.code).map(\.name) {
          codes[comparableWords(name), default: []].insert(entry.code)
        }
      }
    }
    self.codes = codes
    all = Set(codes.values.joined())
  }

  /// The codes of a name; nil where it is none that is known.
  func codes(of name: String) -> Set<String>? { codes[comparableWords(name)] }

  /// Cells of a row side by side with codes that cannot be relied on marked as doubtful: those that are none, and those whose
  /// names are those of others. A digit of them may have been read wrongly twice. One that was doubtful and is the only one
  /// that has its name is so no more.
  func doubted(_ texts: [String]) -> [String] {
    var texts = texts
    var parts: [Int] = []
    for (index, text) in texts.enumerated() where !text.isEmpty {
      let digits = String(text.unicodeScalars.prefix { $0 != RecognisedPage.doubt })
      if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        parts.append(index)
        continue
      }
      if let first = parts.first, !text.unicodeScalars.contains(where: { $0.properties.isIdeographic }),
        RecognisedFigure(digits) == nil, text != "-"
      {
        // A part of the code was taken for letters.
        texts[first].unicodeScalars.append(RecognisedPage.doubt)
        parts = []
        continue
      }
      let plain = parts.map { part in String(texts[part].unicodeScalars.prefix { $0 != RecognisedPage.doubt }) }
      if codes(of: text)?.filter({ $0.utf8.count == plain.joined().utf8.count }) == [plain.joined()] {
        for (part, digits) in zip(parts, plain) { texts[part] = digits }
      }
      let code = parts.map { texts[$0] }.joined()
      let isName = !text.unicodeScalars.contains { ("0"..."9").contains($0) || $0 == RecognisedPage.doubt }
      if let first = parts.first, isName, [3, 5, 7].contains(code.utf8.count),
        !all.contains(code) || codes(of: text).map({ !$0.contains(code) }) ?? false
      {
        texts[first].unicodeScalars.append(RecognisedPage.doubt)
      }
      parts = []
    }
    return texts
  }
}
