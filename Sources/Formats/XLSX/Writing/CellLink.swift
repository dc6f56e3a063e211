/// Where a cell leads to: a cell of a sheet of the same workbook.
package struct CellLink: Sendable, Hashable {
  /// The name of the sheet.
  package let sheet: String
  /// The cell in it.
  package let cell: CellReference

  /// A link to a cell of a sheet.
  package init(sheet: String, cell: CellReference) {
    self.sheet = sheet
    self.cell = cell
  }
}
