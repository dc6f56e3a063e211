package import Accounts

/// Something in a publication's table that a reader did not understand, and so did not guess at.
package struct UnreadPart: Hashable, Sendable {
  /// What of the tables is not known because of it.
  package enum Reach: Hashable, Sendable {
    /// One figure; the cell it stands in says at which address.
    case figure
    /// One or more rows of the table, it is not known which: no sum over its rows, and nothing that it lacks, can be told.
    case rows
    /// A table as a whole.
    case table
    /// What stands under a table and may say that there is nothing in it.
    case note
    /// Words on which no figure hangs.
    case words
  }

  /// The table it stands in; nil when that is not known, when it may be any.
  package let table: TableID?
  /// Where it stands.
  package let place: SourceLocation
  /// The characters found.
  package let text: String
  /// Why they mean nothing here, as a clause: `不是数`, `没有这一行`.
  package let reason: String
  package let reach: Reach

  package init(table: TableID?, place: SourceLocation, text: String, reason: String, reach: Reach) {
    self.table = table
    self.place = place
    self.text = text
    self.reason = reason
    self.reach = reach
  }
}
