import Accounts
import Formats
import Tables

/// One published table as a sheet: title, lines above it, header with its spans, rows, notes.
struct TableSheet {
  private let table: Table
  private var sheet: SheetOutput
  private var row = 1

  /// The sheet of a table, and the places of its figures; `banner` is printed above every page, empty for nothing.
  static func output(
    of table: Table, name: String, banner: String, figures: inout PlacedFigures
  ) -> SheetOutput {
    var builder = TableSheet(table, name: name, banner: banner)
    builder.putHeadingLines()
    builder.putHeader()
    for row in table.rows { builder.put(row, figures: &figures) }
    for note in table.notes { builder.put(note: note) }
    return builder.sheet
  }

  private init(_ table: Table, name: String, banner: String) {
    self.table = table
    sheet = SheetOutput(name: name)
    sheet.showsGridLines = false
    sheet.page = PageSetup(
      isLandscape: table.isWide, fitsPagesWide: 1, fitsPagesTall: table.rows.count <= 40 ? 1 : nil, isCentered: true,
      header: banner.isEmpty ? "" : "&C" + banner,
      footer: "&C&P / &N")
    for (index, width) in Self.widths(of: table).enumerated() { sheet.columnWidths[index + 1] = width }
  }

  private var width: Int { max(1, table.width) }

  private func range(_ columns: ClosedRange<Int>, rows: Int = 1) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound),
      CellReference(row: row + rows - 1, column: columns.upperBound))
  }

  // MARK: Above the rows

  private mutating func putHeadingLines() {
    sheet.put(.text(table.title), across: range(1...width), style: TableLook.title)
    sheet.rowHeights[row] = 30
    row += 1
    if !table.formCode.isEmpty {
      sheet.put(.text(table.formCode), across: range(1...width), style: TableLook.line(.right))
      row += 1
    }
    let lines = [table.unitLine, table.period, table.currency]
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    if width < 3 {
      let text = lines.filter { !$0.isEmpty }.joined(separator: "　")
      sheet.put(.text(text), across: range(1...width), style: TableLook.line(.left))
    } else {
      // The outer two take the columns they need, and leave one at least to the one in the middle.
      let left = columns(for: table.unitLine, of: 1...width, leaving: 2)
      let right = columns(for: table.currency, of: (left + 1...width), isFromRight: true, leaving: 1)
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

  private mutating func putHeader() {
    var coveredUntil = Array(repeating: 0, count: width)
    for (index, header) in table.header.enumerated() {
      var column = 0
      var lines = 1
      for cell in header.cells {
        while column < width, coveredUntil[column] > index { column += 1 }
        let last = min(width, column + cell.columns)
        guard column < last else { break }
        for covered in column..<last { coveredUntil[covered] = index + cell.rows }
        sheet.put(
          cell.text.isEmpty ? .blank : .text(cell.text), across: range(column + 1...last, rows: cell.rows),
          style: header.isColumnNumbers ? TableLook.number(isTotal: false) : TableLook.heading)
        let room = (column..<last).reduce(0) { $0 + (sheet.columnWidths[$1 + 1] ?? 0) }
        let needed = 1 + Int(Double(displayWidth(cell.text)) / max(1, room - 1))
        lines = max(lines, needed - cell.rows + 1)
        column = last
      }
      sheet.rowHeights[row] = header.isColumnNumbers ? nil : Double(14 * min(lines, 8) + 6)
      row += 1
    }
    sheet.frozenRows = row - 1
    sheet.printTitleRows = 1...max(1, row - 1)
  }

  // MARK: Rows and notes

  private mutating func put(_ line: Row, figures: inout PlacedFigures) {
    var column = 1
    var texts: [(text: String, width: Double)] = []
    for cell in line.cells {
      let last = min(width, column + cell.columns - 1)
      guard column <= last else { break }
      let (content, style) = Self.look(of: cell, isTotal: line.isTotal)
      sheet.put(content, across: range(column...last), style: style)
      let room = (column...last).reduce(0) { $0 + (sheet.columnWidths[$1] ?? 0) }
      texts.append((cell.text, room - Double(2 * cell.indent)))
      if case .figure(let figure) = cell.content {
        figures.add(figure, sheet: sheet.name, cell: CellReference(row: row, column: column))
      }
      column = last + 1
    }
    sheet.rowHeights[row] = TableLook.height(of: texts)
    row += 1
  }

  private static func look(of cell: Cell, isTotal: Bool) -> (CellContent, CellStyle) {
    switch cell.content {
    case .label(let text):
      (.text(text), TableLook.label(indent: cell.indent, isTotal: isTotal, isCentered: isTotal && cell.columns > 1))
    case .number(let text): (.text(text), TableLook.number(isTotal: isTotal))
    case .empty: (.blank, TableLook.label(indent: 0, isTotal: isTotal, isCentered: false))
    case .figure(let figure):
      (
        figure.figure.digits.map { .number($0) } ?? (figure.figure.text.isEmpty ? .blank : .text(figure.figure.text)),
        TableLook.figure(figure.figure.numberFormat, isTotal: isTotal)
      )
    }
  }

  private mutating func put(note: String) {
    sheet.put(.text(note), across: range(1...width), style: TableLook.line(.left, wraps: true))
    let characters = sheet.columnWidths.values.reduce(0, +)
    sheet.rowHeights[row] = 15 * (1 + Double(displayWidth(note)) / max(10, characters)).rounded(.down) + 3
    row += 1
  }

  /// The widths of the columns: what stands in them, within reason.
  private static func widths(of table: Table) -> [Double] {
    var widths = Array(repeating: 6, count: max(1, table.width))
    for row in table.rows {
      for (column, (text, cell)) in row.texts.enumerated() where column < widths.count && cell?.columns == 1 {
        let isFigure = if case .figure = cell?.content { true } else { false }
        let needed = displayWidth(text) + 2 * (cell?.indent ?? 0) + 2
        widths[column] = max(widths[column], isFigure ? max(12, needed) : min(38, needed))
      }
    }
    return widths.map { Double($0) }
  }
}
