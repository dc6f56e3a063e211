/// What can still be done in a sheet whose locked cells cannot be changed.
///
/// There is no password: it keeps from mistakes, not from intent.
package struct SheetProtection: Sendable, Equatable {
  /// Whether cells may be given another look.
  package var allowsFormattingCells: Bool
  /// Whether columns may be made wider and narrower.
  package var allowsFormattingColumns: Bool
  /// Whether rows may be made higher and lower.
  package var allowsFormattingRows: Bool
  /// Whether rows may be inserted.
  package var allowsInsertingRows: Bool
  /// Whether rows without locked cells may be deleted.
  package var allowsDeletingRows: Bool
  /// Whether locked cells may be chosen.
  package var allowsSelectingLockedCells: Bool
  /// Whether rows may be filtered (自动筛选).
  package var allowsFiltering: Bool

  /// Protection; locked cells may be chosen, and columns and rows resized, unless told otherwise.
  package init(
    allowsFormattingCells: Bool = false, allowsFormattingColumns: Bool = true, allowsFormattingRows: Bool = true,
    allowsInsertingRows: Bool = false, allowsDeletingRows: Bool = false, allowsSelectingLockedCells: Bool = true,
    allowsFiltering: Bool = false
  ) {
    self.allowsFormattingCells = allowsFormattingCells
    self.allowsFormattingColumns = allowsFormattingColumns
    self.allowsFormattingRows = allowsFormattingRows
    self.allowsInsertingRows = allowsInsertingRows
    self.allowsDeletingRows = allowsDeletingRows
    self.allowsSelectingLockedCells = allowsSelectingLockedCells
    self.allowsFiltering = allowsFiltering
  }
}
