package import Accounts

/// The tables of a disclosure once more, in another file or inside the same one.
package struct TableCopy: Sendable {
  /// What it is called in messages: 网页所带的决算公开.xlsx.
  package let name: String
  /// Where it stands.
  package let place: SourceLocation
  /// Its tables; nil where it could not be read.
  package let tables: TableSet?

  package init(name: String, place: SourceLocation, tables: TableSet?) {
    (self.name, self.place, self.tables) = (name, place, tables)
  }
}
