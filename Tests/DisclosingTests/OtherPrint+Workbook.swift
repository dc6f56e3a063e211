import Formats
import Tables

extension OtherPrint {
  /// The print as a workbook, a sheet a table, as spreadsheet programs lay tables out: title and captions above, cells merged.
  ///
  /// `names` are those of sheets by the codes of their tables, where they are others; `change` may put a sheet otherwise.
  func workbook(
    names: [String: String] = [:], changing change: (Table, inout [SheetOutput]) -> Void = { _, _ in }
  ) throws -> [UInt8] {
    var sheets: [SheetOutput] = []
    for table in tables {
      let code = table.captions[0]
      var own = [Self.sheet(of: table, named: names[code] ?? code)]
      change(table, &own)
      sheets += own
    }
    return try XLSXWriter.bytes(of: WorkbookOutput(sheets: sheets))
  }

  /// The row of a sheet in which the body of a table begins.
  static func firstRow(of table: Table) -> Int { 6 + table.header.count }

  static func sheet(of table: Table, named name: String) -> SheetOutput {
    var sheet = SheetOutput(name: name)
    let width = table.header[0].reduce(0) { $0 + $1.columns }
    func range(_ row: Int, _ column: Int, _ columns: Int, _ rows: Int) -> CellRange {
      CellRange(
        CellReference(row: row, column: column), CellReference(row: row + rows - 1, column: column + columns - 1))
    }
    for (index, line) in ([table.title] + table.captions).enumerated() where !line.isEmpty {
      sheet.put(.text(line), across: range(index + 1, 1, width, 1))
    }
    visitPlaces(of: (table.header + table.rows).map { $0.map(Placed.init) }, width: width) { cell, columns, rows in
      guard !cell.text.isEmpty else { return }
      sheet.put(
        .text(cell.text), across: range(rows.lowerBound + 6, columns.lowerBound + 1, columns.count, rows.count))
    }
    for (index, note) in table.notes.enumerated() {
      sheet.put(
        .text(note), at: CellReference(row: 7 + table.header.count + table.rows.count + index, column: 1))
    }
    return sheet
  }

  private struct Placed: SpanningCell {
    let text: String
    let columns: Int
    let rows: Int

    init(_ cell: Cell) { (text, columns, rows) = (cell.text, cell.columns, cell.rows) }
  }
}
