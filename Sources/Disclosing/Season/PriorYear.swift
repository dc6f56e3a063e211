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
    let year: Int?
    /// A digest of its files.
    let basis: String
  }

  let entries: [Entry]

  /// That of a unit for the year before: the only one of its name, else the one that lies where it does. One of the same year, or a
  /// later one, is no last year's.
  func entry(of unit: String?, in year: Int?, at source: String) -> Entry? {
    let entries = entries.filter { entry in entry.year.flatMap { then in year.map { then < $0 } } ?? true }
    if let unit {
      let alike = entries.filter { $0.unit?.foldedForComparison == unit.foldedForComparison }
      let before = alike.filter { $0.year != nil && $0.year == year.map { $0 - 1 } }
      if before.count == 1 { return before[0] }
      if !alike.isEmpty { return alike.count == 1 ? alike[0] : nil }
    }
    return entries.first { $0.source == source && ($0.unit == nil || unit == nil) }
  }
}
