package import Accounts
package import Tables

/// What a unit of a department says (所属单位): its tables, and its ledger where that is known.
package struct UnitTables: Sendable {
  /// What it is called: its name, or the file where it states none.
  package let name: String
  package let tables: TableSet
  /// Its ledger, whose amounts are exact and whose transfers can be paired; nil for a publication.
  package let ledger: Ledger?

  package init(name: String, tables: TableSet, ledger: Ledger?) {
    (self.name, self.tables, self.ledger) = (name, tables, ledger)
  }
}
