import Accounts
import Formats
import Tables

/// One printed table as a sheet: title, lines above it, header with its spans, rows with their merged cells, notes.
struct GridSheet {
  private let grid: PrintedGrid
  private var sheet: SheetOutput
  private var row = 1

  /// The sheet of a table, and the places of its figures; `banner` is printed above every page, empty for nothing.
  static func output(of grid: PrintedGrid, name: String, banner: String, figures: inout PlacedFigures) -> SheetOutput {
    var builder = GridSheet(grid, name: name, banner: banner)
    builder.putHeadingLines()
    if !grid.header.isEmpty { builder.putHeader() }
    for block in grid.blocks { builder.put(block, figures: &figures) }
    for note in grid.notes { builder.put(note: note) }
    return builder.sheet
  }

  private init(_ grid: PrintedGrid, name: String, banner: String) {
    self.grid = grid
    sheet = SheetOutput(name: name)
    sheet.showsGridLines = false
    // Only a table whose header can be repeated is made to fit one page.
    let fitsOnePage = !grid.header.isEmpty && grid.blocks.reduce(0) { $0 + $1.count } <= 40
    sheet.page = PageSetup(
      isLandscape: grid.isWide, fitsPagesWide: 1, fitsPagesTall: fitsOnePage ? 1 : nil, isCentered: true,
      header: banner.isEmpty ? "" : "&C" + banner,
      footer: "&C&P / &N")
    for (index, width) in Self.widths(of: grid).enumerated() { sheet.columnWidths[index + 1] = width }
  }

  private var width: Int { grid.width }

  private func range(_ columns: ClosedRange<Int>, rows: Int = 1) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound),
      CellReference(row: row + rows - 1, column: columns.upperBound))
  }

  // MARK: Above the rows

  private mutating func putHeadingLines() {
    sheet.put(.text(grid.title), across: range(1...width), style: TableLook.title)
    sheet.rowHeights[row] = 30
    row += 1
    if !grid.formCode.isEmpty {
      sheet.put(.text(grid.formCode), across: range(1...width), style: TableLook.line(.right))
      row += 1
    }
    if grid.layout != nil {
      sheet.put(.text(grid.period), across: range(1...width), style: TableLook.line(.center))
      sheet.rowHeights[row] = 18
      row += 1
      return
    }
    let lines = [grid.unitLine, grid.period, grid.currency]
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    if width < 3 {
      let text = lines.filter { !$0.isEmpty }.joined(separator: "　")
      sheet.put(.text(text), across: range(1...width), style: TableLook.line(.left))
    } else {
      // The outer two take the columns they need, but at least one is left for the middle.
      let left = columns(for: grid.unitLine, of: 1...width, leaving: 2)
      let right = columns(for: grid.currency, of: (left + 1...width), isFromRight: true, leaving: 1)
      let parts: [(ClosedRange<Int>, CellAlignment.Horizontal)] = [
        (1...left, .left), (left + 1...width - right, .center), (width - right + 1...width, .right),
      ]
      for (line, (columns, side)) in zip(lines, parts) where !line.isEmpty {
        sheet.put(.text(line), across: range(columns), style: TableLook.line(side))
      }
    }
    row += 1
  }

  /// How many columns a line needs.
  private func columns(
    for text: String, of range: ClosedRange<Int>, isFromRight: Bool = false, leaving rest: Int
  ) -> Int {
    var room = 0.0
    var count = 0
    for column in isFromRight ? Array(range.reversed()) : Array(range) {
      if count > 0, room >= Double(displayWidth(text) + 1) || count + rest >= range.count { break }
      room += sheet.columnWidths[column] ?? 0
      count += 1
    }
    return count
  }

  /// How wide columns are together.
  private func room(in columns: Range<Int>) -> Double {
    columns.reduce(0) { $0 + (sheet.columnWidths[$1 + 1] ?? 0) }
  }

  private mutating func putHeader() {
    var lines = Array(repeating: 1, count: grid.header.count)
    visitPlaces(of: grid.header.map(\.cells), width: width) { cell, columns, rows in
      let isNumber = grid.header[rows.lowerBound].isColumnNumbers
      put(
        cell.text.isEmpty ? .blank : .text(cell.text), over: columns, rows,
        style: isNumber ? TableLook.number(isTotal: false) : TableLook.heading)
      let needed = 1 + Int(Double(displayWidth(cell.text)) / max(1, room(in: columns) - 1))
      lines[rows.lowerBound] = max(lines[rows.lowerBound], needed - cell.rows + 1)
    }
    for (header, lines) in zip(grid.header, lines) {
      sheet.rowHeights[row] = header.isColumnNumbers ? nil : Double(14 * min(lines, 8) + 6)
      row += 1
    }
    sheet.frozenRows = row - 1
    sheet.printTitleRows = 1...max(1, row - 1)
  }

  // MARK: Rows and notes

  /// A cell of a block whose first row comes next.
  private mutating func put(_ content: CellContent, over columns: Range<Int>, _ rows: Range<Int>, style: CellStyle) {
    sheet.put(
      content,
      across: CellRange(
        CellReference(row: row + rows.lowerBound, column: columns.lowerBound + 1),
        CellReference(row: row + rows.upperBound - 1, column: columns.upperBound)),
      style: style)
  }

  private mutating func put(_ block: [PrintedGrid.Row], figures: inout PlacedFigures) {
    var texts = Array(repeating: [(text: String, width: Double)](), count: block.count)
    visitPlaces(of: block.map(\.cells), width: width) { cell, columns, rows in
      let (content, style) = Self.look(of: cell, isTotal: block[rows.lowerBound].isTotal)
      put(content, over: columns, rows, style: style)
      if rows.count == 1 {
        texts[rows.lowerBound].append((cell.text, room(in: columns) - Double(2 * cell.indent)))
      }
      if case .figure(let figure) = cell.content {
        let place = CellReference(row: row + rows.lowerBound, column: columns.lowerBound + 1)
        figures.add(figure, sheet: sheet.name, cell: place)
      }
    }
    for texts in texts {
      sheet.rowHeights[row] = TableLook.height(of: texts)
      row += 1
    }
  }

  private static func look(of cell: PrintedGrid.Cell, isTotal: Bool) -> (CellContent, CellStyle) {
    switch cell.content {
    case .columnHeading(let text), .rowHeading(let text): return (content(of: text), TableLook.heading)
    case .rowName(let text, _), .words(let text):
      let isCentered = isTotal && cell.columns > 1
      return (.text(text), TableLook.label(indent: cell.indent, isTotal: isTotal, isCentered: isCentered))
    case .number(let text): return (.text(text), TableLook.number(isTotal: isTotal))
    case .entry(let text, _, let isNumber):
      var style = TableLook.label(indent: 0, isTotal: isTotal, isCentered: isNumber)
      guard let figure = plainNumber(text) else { return (content(of: text), style) }
      style.numberFormat = figure.numberFormat
      return (.number(text), style)
    case .empty: return (.blank, TableLook.label(indent: 0, isTotal: isTotal, isCentered: false))
    case .figure(let figure):
      let figure = figure.figure
      return (
        figure.digits.map { .number($0) } ?? content(of: figure.text),
        TableLook.figure(figure.numberFormat, isTotal: isTotal)
      )
    }
  }

  private static func content(of text: String) -> CellContent { text.isEmpty ? .blank : .text(text) }

  /// What a person put in as plain digits is a number that can be computed with; all else stays text.
  private static func plainNumber(_ text: String) -> Figure? {
    guard text.utf8.count <= 15, let figure = Figure(printed: text, unit: .things), figure.digits == text else {
      return nil
    }
    return figure
  }

  private mutating func put(note: String) {
    sheet.put(.text(note), across: range(1...width), style: TableLook.line(.left, wraps: true))
    let characters = sheet.columnWidths.values.reduce(0, +)
    sheet.rowHeights[row] = 15 * (1 + Double(displayWidth(note)) / max(10, characters)).rounded(.down) + 3
    row += 1
  }

  /// The widths of the columns: what stands in them, within reason; all alike where most cells are merged.
  private static func widths(of grid: PrintedGrid) -> [Double] {
    if grid.header.isEmpty { return Array(repeating: 14, count: grid.width) }
    var widths = Array(repeating: 6, count: grid.width)
    for block in grid.blocks {
      visitPlaces(of: block.map(\.cells), width: grid.width) { cell, columns, _ in
        guard cell.columns == 1 else { return }
        let isFigure = if case .figure = cell.content { true } else { false }
        let needed = displayWidth(cell.text) + 2 * cell.indent + 2
        let column = columns.lowerBound
        widths[column] = max(widths[column], isFigure ? max(12, needed) : min(38, needed))
      }
    }
    return widths.map { Double($0) }
  }
}
