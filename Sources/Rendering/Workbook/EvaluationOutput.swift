import Accounts
import Documents
import Evaluations
import Formats

/// A table of the self-evaluations as a sheet: its title and period, its rows with their merged cells, its notes.
enum EvaluationOutput {
  /// The sheet of a table; `banner` is printed above every page, empty for nothing.
  static func output(of form: EvaluationForm, name: String, banner: String) -> SheetOutput {
    var sheet = SheetOutput(name: name)
    sheet.showsGridLines = false
    sheet.page = PageSetup(
      isLandscape: form.isWide, fitsPagesWide: 1, isCentered: true, header: banner.isEmpty ? "" : "&C" + banner,
      footer: "&C&P / &N")
    let width = form.rows.width
    for column in 1...width { sheet.columnWidths[column] = 14 }
    var row = 1
    func put(line: String, _ style: CellStyle, height: Double) {
      sheet.put(.text(line), across: range(row, 1, 1, width), style: style)
      sheet.rowHeights[row] = height
      row += 1
    }
    put(line: form.title, TableLook.title, height: 30)
    put(line: form.period, TableLook.line(.center), height: 18)
    for block in form.rows.blocks {
      var taken = Array(repeating: 0, count: width)
      for (index, cells) in block.enumerated() {
        var column = 0
        var texts: [(text: String, width: Double)] = []
        for cell in cells {
          while column < width, taken[column] > index { column += 1 }
          let columns = min(cell.columns, width - column)
          guard columns > 0 else { break }
          for covered in column..<column + columns { taken[covered] = index + cell.rows }
          let rows = min(cell.rows, block.count - index)
          sheet.put(content(of: cell), across: range(row, column + 1, rows, columns), style: style(of: cell))
          if rows == 1 { texts.append((cell.text, Double(14 * columns))) }
          column += columns
        }
        sheet.rowHeights[row] = TableLook.height(of: texts)
        row += 1
      }
    }
    for note in form.notes {
      put(
        line: note, TableLook.line(.left, wraps: true),
        height: 15 * (1 + Double(displayWidth(note)) / Double(14 * width)).rounded(.down) + 3)
    }
    return sheet
  }

  private static func range(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> CellRange {
    CellRange(
      CellReference(row: row, column: column), CellReference(row: row + rows - 1, column: column + columns - 1))
  }

  /// What is printed as plain digits is a number that can be computed with; all else stays text.
  private static func figure(of cell: EvaluationGrid.Cell) -> Figure? {
    guard cell.role == .value, cell.text.utf8.count <= 15, let figure = Figure(printed: cell.text, unit: .things),
      figure.digits == cell.text
    else { return nil }
    return figure
  }

  private static func content(of cell: EvaluationGrid.Cell) -> CellContent {
    cell.text.isEmpty ? .blank : figure(of: cell) == nil ? .text(cell.text) : .number(cell.text)
  }

  private static func style(of cell: EvaluationGrid.Cell) -> CellStyle {
    switch cell.role {
    case .columnHeading, .rowHeading: return TableLook.heading
    case .value:
      var style = TableLook.label(indent: 0, isTotal: false, isCentered: cell.isNumber)
      if let figure = figure(of: cell) { style.numberFormat = figure.numberFormat }
      return style
    }
  }
}
