import Accounts
import Tables

/// How another print of the same tables (同一套表的另一份) differs; what was not read of either is not compared.
///
/// Linear in the figures.
struct CopyDifference {
  /// The tables that the copy lacks, and those that it has beyond, in their order.
  let lacking: [TableID]
  let added: [TableID]
  /// The figures that differ, by table.
  let differing: [(table: TableID, entries: [TableDifference.Entry])]

  init(from tables: TableSet, to copy: TableSet) {
    let (own, other) = (Coverage(tables), Coverage(copy))
    lacking = TableID.allCases.filter { tables[$0] != nil && other.lacks($0) }
    added = TableID.allCases.filter { copy[$0] != nil && own.lacks($0) }
    let entries = TableDifference(from: tables, to: copy).entries
    differing = TableID.allCases.compactMap { id in
      guard tables[id] != nil, copy[id] != nil else { return nil }
      let ofTable = entries.filter { $0.address.table == id }
      return ofTable.isEmpty ? nil : (id, ofTable)
    }
  }
}
