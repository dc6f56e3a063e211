import Formats
import Tables

/// One printed table in a Word file: its title, the lines above it, the table with its merged cells, its notes.
struct WordGrid {
  private static let headFill = CellColor(0xF2F2F2)

  private let grid: PrintedGrid
  private let look: WordDisclosureLook
  private let page: WordPage

  /// A grid on a page.
  init(_ grid: PrintedGrid, on page: WordPage, _ look: WordDisclosureLook) {
    self.grid = grid
    self.page = page
    self.look = look
  }

  /// Its blocks; `above` is how much of the page is taken already, in points.
  func blocks(below above: Double, _ marks: inout DraftMarks) -> [WordBlockOutput] {
    var blocks: [WordBlockOutput] = lines.map { .paragraph($0) }
    let outside =
      above + look.styles.tableTitle.lineHeight + look.styles.tableTitle.after
      + Double(lines.count - 1 + noteLines) * look.styles.remarks.lineHeight
    let fit = GridFit(
      grid, on: page, room: page.textHeight * pointsPerMillimetre - outside - 4, among: look.cells)
    blocks.append(.table(table(fit, &marks)))
    blocks += grid.notes.map { .paragraph(WordParagraphOutput($0, style: .remark)) }
    return blocks
  }

  /// About how many lines the notes take.
  private var noteLines: Int {
    let room = page.textWidth * pointsPerMillimetre
    return grid.notes.reduce(0) {
      $0 + max(1, Int((Double(emWidth($1)) / 100 * look.styles.remarks.size / room).rounded(.up)))
    }
  }

  // MARK: Above the table

  private var lines: [WordParagraphOutput] {
    var lines = [WordParagraphOutput(grid.title, style: .tableTitle)]
    func add(_ text: String, _ alignment: WordParagraphOutput.Alignment?, stops: [WordParagraphOutput.Stop] = []) {
      var line = WordParagraphOutput(text, style: .remark, alignment: alignment)
      line.staysWithNext = true
      line.stops = stops
      lines.append(line)
    }
    if grid.layout != nil {
      if !grid.period.isEmpty { add(grid.period, .center) }
      return lines
    }
    if !grid.formCode.isEmpty { add(grid.formCode, .right) }
    let parts = [grid.unitLine, grid.period, grid.currency]
    guard parts.contains(where: { !$0.isEmpty }) else { return lines }
    let widths = parts.map { Double(emWidth($0)) / 100 * look.styles.remarks.size / pointsPerMillimetre }
    let middle = page.textWidth / 2
    if widths[0] < middle - widths[1] / 2 - 2, widths[2] < middle - widths[1] / 2 - 2 {
      add(parts.joined(separator: "\t"), nil, stops: [.init(middle, .center), .init(page.textWidth, .right)])
    } else {
      // A long name has a line of its own.
      if !grid.unitLine.isEmpty { add(grid.unitLine, nil) }
      add("\(grid.period)\t\(grid.currency)", nil, stops: [.init(page.textWidth, .right)])
    }
    return lines
  }

  // MARK: The table

  private func table(_ fit: GridFit, _ marks: inout DraftMarks) -> WordTableOutput {
    let header = grid.header.map { row in
      WordRowOutput(
        row.cells.map { cell in
          self.cell(
            cell.text, isBold: !row.isColumnNumbers, .center, columns: cell.columns, rows: cell.rows,
            fill: row.isColumnNumbers ? nil : Self.headFill, fit)
        })
    }
    var rows: [WordRowOutput] = []
    for block in grid.blocks {
      var lines = Array(repeating: 1, count: block.count)
      visitPlaces(of: block.map(\.cells), width: grid.width) { cell, columns, below in
        let needed = GridFit.lines(of: cell.text, fit.widths[columns].reduce(0, +), fit.cells)
        lines[below.lowerBound] = max(lines[below.lowerBound], needed / below.count)
      }
      // A row of much text may be higher than what is left of a page.
      rows += zip(block, lines).map { row, lines in
        WordRowOutput(row.cells.map { cell($0, of: row, fit, &marks) }, breaksAcrossPages: lines > 10)
      }
    }
    if !grid.notes.isEmpty, let last = rows.indices.last { Self.keepWithNext(&rows[last]) }
    var table = WordTableOutput(columnWidths: fit.widths, headerRows: header.count, rows: header + rows)
    table.padding = fit.cells.padding
    table.caption = grid.caption
    return table
  }

  /// Has a row on one page with what follows the table.
  private static func keepWithNext(_ row: inout WordRowOutput) {
    for cell in row.cells.indices {
      for paragraph in row.cells[cell].paragraphs.indices { row.cells[cell].paragraphs[paragraph].staysWithNext = true }
    }
  }

  private func cell(
    _ cell: PrintedGrid.Cell, of row: PrintedGrid.Row, _ fit: GridFit, _ marks: inout DraftMarks
  ) -> WordCellOutput {
    var isBold = row.isTotal
    var alignment: WordParagraphOutput.Alignment?
    var fill: CellColor?
    switch cell.content {
    case .columnHeading, .rowHeading: (isBold, alignment, fill) = (true, .center, Self.headFill)
    case .number: alignment = .center
    case .figure: alignment = .right
    case .entry(_, _, let isNumber): if isNumber { alignment = .center }
    case .rowName, .words: if row.isTotal, cell.columns > 1 { alignment = .center }
    case .empty: break
    }
    let mark = marks.place(cell.address)
    var output = self.cell(
      cell.text, isBold: isBold, alignment, columns: cell.columns, rows: cell.rows, fill: mark?.color ?? fill,
      indent: cell.indent, fit
    )
    output.paragraphs[0].bookmark = mark?.bookmark
    return output
  }

  private func cell(
    _ text: String, isBold: Bool, _ alignment: WordParagraphOutput.Alignment?, columns: Int, rows: Int,
    fill: CellColor?, indent: Int = 0, _ fit: GridFit
  ) -> WordCellOutput {
    var paragraph = WordParagraphOutput(
      [WordRunOutput(text, isBold: isBold)], style: fit.cells.style, alignment: alignment)
    paragraph.indent = Double(indent) * fit.cells.look.size
    return WordCellOutput([paragraph], columns: columns, rows: rows, fill: fill)
  }
}
