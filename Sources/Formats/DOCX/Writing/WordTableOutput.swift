/// A table to be written, with lines around its cells.
package struct WordTableOutput: Sendable, Equatable {
  /// The widths of its columns in millimetres; columns that cells reach over beyond them are as wide as the last.
  package var columnWidths: [Double]
  /// How many rows at the top are printed again on every page (重复标题行).
  package var headerRows: Int
  /// The rows from top to bottom. One without cells is left out.
  package var rows: [WordRowOutput]
  /// What it is called by who reads it aloud; nil for nothing.
  package var caption: String?
  /// What is left free in each cell; nil for the usual.
  package var padding: WordPadding?

  /// A table; with one row of heads unless told otherwise.
  package init(columnWidths: [Double], headerRows: Int = 1, rows: [WordRowOutput]) {
    self.columnWidths = columnWidths
    self.headerRows = headerRows
    self.rows = rows
  }
}

/// What is left free in the cells of a table, in millimetres.
package struct WordPadding: Sendable, Hashable {
  /// At the left and at the right.
  package var sides: Double
  /// Above and below.
  package var edges: Double

  package init(sides: Double, edges: Double) {
    self.sides = sides
    self.edges = edges
  }
}

/// A row of a table to be written.
package struct WordRowOutput: Sendable, Equatable {
  /// The cells from left to right, those left out that a cell of a row above reaches over.
  package var cells: [WordCellOutput]
  /// Whether it may go on on the next page.
  package var breaksAcrossPages: Bool
  /// How high it is at least, in millimetres; nil for as high as its text.
  package var height: Double?

  /// A row of cells, which stays on one page unless told otherwise.
  package init(_ cells: [WordCellOutput], breaksAcrossPages: Bool = false, height: Double? = nil) {
    self.cells = cells
    self.breaksAcrossPages = breaksAcrossPages
    self.height = height
  }
}

/// A cell of a table to be written.
package struct WordCellOutput: Sendable, Equatable {
  /// What stands in it.
  package var paragraphs: [WordParagraphOutput]
  /// How many columns and rows it reaches over (合并单元格), one at least.
  package var columns: Int
  package var rows: Int
  /// The colour behind it; nil for none.
  package var fill: CellColor?
  /// Where its text stands from top to bottom.
  package var vertical: CellAlignment.Vertical

  /// A cell of paragraphs.
  package init(
    _ paragraphs: [WordParagraphOutput], columns: Int = 1, rows: Int = 1, fill: CellColor? = nil,
    vertical: CellAlignment.Vertical = .center
  ) {
    self.paragraphs = paragraphs
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.fill = fill
    self.vertical = vertical
  }

  /// A cell of one text.
  package init(
    _ text: String, isBold: Bool = false, alignment: WordParagraphOutput.Alignment? = nil, columns: Int = 1,
    rows: Int = 1, fill: CellColor? = nil, vertical: CellAlignment.Vertical = .center
  ) {
    self.init(
      [WordParagraphOutput([WordRunOutput(text, isBold: isBold)], style: .cell, alignment: alignment)],
      columns: columns, rows: rows, fill: fill, vertical: vertical)
  }
}
