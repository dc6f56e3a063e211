package import Accounts

/// The title of a table that no table follows.
package struct TitleAlone: Hashable, Sendable {
  package let table: TableID
  package let title: String
  /// Where it stands.
  package let place: SourceLocation

  package init(table: TableID, title: String, place: SourceLocation) {
    (self.table, self.title, self.place) = (table, title, place)
  }
}
