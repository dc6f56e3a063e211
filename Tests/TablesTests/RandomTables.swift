import Accounts
import Tables
import TestSupport

/// A random ledger, the tables derived from it, and what they print.
struct RandomTables {
  let seed: UInt64
  let ledger: Ledger
  let tables: TableSet
  /// The text at every address.
  let printed: [String: String]

  init(seed: UInt64) throws {
    self.seed = seed
    ledger = try RandomLedger.make(seed: seed)
    tables = try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
    printed = Dictionary(
      tables.tables.flatMap(\.figures).map { ($0.address.description, $0.figure.text) },
      uniquingKeysWith: { "\($0) and \($1)" })
  }

  /// All of them, made once.
  static let all = Result { try (1...240).map { try RandomTables(seed: $0) } }

  /// The text at an address; empty where a table has no such row.
  func text(_ address: String) -> String { printed[address] ?? "" }

  /// The printed figure in hundredths, from its digits alone; nil for a blank.
  func hundredths(_ address: String) -> Int128? {
    let text = text(address)
    return text.isEmpty ? nil : Int128(text.filter { $0 != "." })
  }

  /// The codes that have a row in a table, in order.
  func codes(_ table: String) -> [String] {
    let prefix = table + "."
    return Set(printed.keys.filter { $0.hasPrefix(prefix) }.compactMap { $0.split(separator: ".").dropFirst().first })
      .map(String.init).filter { $0.utf8.allSatisfy { (48...57).contains($0) } }.sorted()
  }
}
