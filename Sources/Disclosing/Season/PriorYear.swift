import Accounts
import Formats
import Reading

/// Last year's ledgers and publications of a season's units (上年), by whose they are. Only names are kept; the tables are read when
/// their unit is in hand.
struct PriorYear: Sendable {
  /// One of them.
  struct Entry: Sendable {
    let paths: [String]
    /// Where it lies below the folder.
    let source: String
    let unit: String?
    /// A digest of its files.
    let basis: String
  }

  let entries: [Entry]

  /// That of a unit: the only one of its name, else the one that lies where it does.
  func entry(of unit: String?, at source: String) -> Entry? {
    if let unit {
      let alike = entries.filter { $0.unit?.foldedForComparison == unit.foldedForComparison }
      if !alike.isEmpty { return alike.count == 1 ? alike[0] : nil }
    }
    return entries.first { $0.source == source && ($0.unit == nil || unit == nil) }
  }
}
