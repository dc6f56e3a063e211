/// A sheet to be written; rows and columns are counted from 1.
package struct SheetOutput: Sendable {
  /// The name on its tab: 1 to 31 characters without : \ / ? * [ ].
  package var name: String
  /// Whether it is shown.
  package var visibility = XLSXSheet.Visibility.visible
  /// The colour of its tab, nil for none.
  package var tabColor: CellColor?
  /// The cells by their places.
  package var cells: [CellReference: CellOutput] = [:]
  /// Ranges of cells merged into one; what they show is that of their first cell.
  package var mergedRanges: [CellRange] = []
  /// The widths of columns, in digits of the font of the workbook, up to 255.
  package var columnWidths: [Int: Double] = [:]
  /// The styles of the cells of a column that are not written.
  package var columnStyles: [Int: CellStyle] = [:]
  /// Columns that are not shown.
  package var hiddenColumns: Set<Int> = []
  /// The heights of rows in points, up to 409.
  package var rowHeights: [Int: Double] = [:]
  /// The heights in points, up to 409, of rows that grow and shrink with what is typed into them.
  package var fittedRowHeights: [Int: Double] = [:]
  /// Rows that are not shown.
  package var hiddenRows: Set<Int> = []
  /// How many rows at the top stay in sight.
  package var frozenRows = 0
  /// How many columns at the left stay in sight.
  package var frozenColumns = 0
  /// Whether the lines between cells are shown on the screen.
  package var showsGridLines = true
  /// Rows printed at the top of each page.
  package var printTitleRows: ClosedRange<Int>?
  /// Columns printed at the left of each page.
  package var printTitleColumns: ClosedRange<Int>?
  /// The range to be printed, nil for all there is.
  package var printArea: CellRange?
  /// How it is printed.
  package var page = PageSetup()
  /// Lists of values to choose from.
  package var validations: [ListValidation] = []
  /// Looks that cells take on while formulas hold; of two that hold the first counts.
  package var conditionalFormats: [ConditionalFormat] = []
  /// The heads and rows that can be sorted and filtered (自动筛选), nil for none.
  package var filter: CellRange?
  /// Cells that lead to a cell of a sheet of the workbook.
  package var links: [CellReference: CellLink] = [:]
  /// Protection against changes, nil for none.
  package var protection: SheetProtection?

  /// An empty sheet.
  package init(name: String) {
    self.name = name
  }

  /// Puts content into a cell, in place of what it held.
  package mutating func put(
    _ content: CellContent, at place: CellReference, style: CellStyle? = nil, note: CellNote? = nil
  ) {
    cells[place] = CellOutput(content, style: style, note: note)
  }

  /// Merges a range and puts content into it; all its cells get the style, so that its lines go all around.
  package mutating func put(
    _ content: CellContent, across range: CellRange, style: CellStyle? = nil, note: CellNote? = nil
  ) {
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        cells[CellReference(row: row, column: column)] = CellOutput(.blank, style: style)
      }
    }
    put(content, at: range.first, style: style, note: note)
    if range.first != range.last { mergedRanges.append(range) }
  }
}
