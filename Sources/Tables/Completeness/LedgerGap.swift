package import Accounts

/// A row, or cells of one, that a ledger must have before anything is published and does not: blank is not none.
package struct LedgerGap: Sendable {
  /// The sheet it belongs to.
  package let sheet: SheetID
  /// What the row is called: 公务接待费, 208 社会保障和就业支出.
  package let row: String
  /// The columns that are blank; empty where there is no row at all.
  package let columns: [ColumnID]
  /// Where the row stands, or the sheet where it should.
  package let place: SourceLocation
  /// What is asked for, in one sentence without its end.
  package let message: String
}
