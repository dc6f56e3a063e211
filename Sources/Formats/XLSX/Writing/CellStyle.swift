/// How a cell looks, and whether it can be changed in a protected sheet.
package struct CellStyle: Sendable, Hashable {
  /// The font, nil for that of the workbook.
  package var font: CellFont?
  /// The colour behind the content, nil for none.
  package var fill: CellColor?
  /// The lines around the cell.
  package var borders: CellBorders
  /// Where the content stands.
  package var alignment: CellAlignment
  /// How numbers are shown, such as #,##0.00 or yyyy-mm-dd; General leaves it to the program and @ makes it text.
  package var numberFormat: String
  /// Whether the cell cannot be changed once its sheet is protected.
  package var isLocked: Bool

  /// A style; the look of the workbook and locked unless told otherwise.
  package init(
    font: CellFont? = nil, fill: CellColor? = nil, borders: CellBorders = CellBorders(),
    alignment: CellAlignment = CellAlignment(), numberFormat: String = "General", isLocked: Bool = true
  ) {
    self.font = font
    self.fill = fill
    self.borders = borders
    self.alignment = alignment
    self.numberFormat = numberFormat
    self.isLocked = isLocked
  }
}
