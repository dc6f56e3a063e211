import Accounts
import Tables

/// The codes that each name of an item has (科目名称对应的编码): many items have one name.
struct CodesOfNames: Sendable {
  private let codes: [String: Set<String>]

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
  }

  /// The codes of a name; nil where it is none that is known.
  func codes(of name: String) -> Set<String>? { codes[comparableWords(name)] }
}
