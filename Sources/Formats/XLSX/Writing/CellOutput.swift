/// One cell to be written.
package struct CellOutput: Sendable, Equatable {
  /// What it holds.
  package var content: CellContent
  /// How it looks; nil for the look of the workbook.
  package var style: CellStyle?
  /// A note that is shown when the pointer rests on the cell.
  package var note: CellNote?

  /// A cell with its content and, if wanted, style and note.
  package init(_ content: CellContent, style: CellStyle? = nil, note: CellNote? = nil) {
    self.content = content
    self.style = style
    self.note = note
  }
}
