import Accounts
package import Documents
import Formats
package import Tables

/// What was read of a publication as a workbook: its tables in the columns of the form, those that only some places publish,
/// its self-evaluation tables, every figure with its address and its place in the publication, and what was not read.
package enum ReadingWorkbook {
  /// The file; the same reading gives the same bytes. Throws ``LedgerWorkbookError`` when a text is too long for a cell.
  package static func bytes(
    of tables: TableSet, evaluations: [EvaluationForm] = []
  ) throws(LedgerWorkbookError) -> [UInt8] {
    var figures = PlacedFigures()
    var names = Set([Self.figuresName, Self.unreadName].map { $0.lowercased() } + evaluations.map(\.sheetName))
    var sheets = (tables.tables + tables.supplementary).map { table in
      let name = DisclosureWorkbook.name(of: table, besides: &names)
      return GridSheet.output(of: table.printed, name: name, banner: "", figures: &figures)
    }
    sheets += evaluations.map {
      GridSheet.output(of: $0.printed, name: $0.sheetName, banner: "", figures: &figures)
    }
    sheets.append(self.figures(of: tables))
    sheets.append(unread(of: tables))
    var workbook = WorkbookOutput(sheets: sheets)
    workbook.properties.title = tables.unitName ?? ""
    do throws(XLSXWriterError) {
      return try XLSXWriter.bytes(of: workbook)
    } catch {
      throw LedgerWorkbookError(message: "juesuan: 错误: \(error.message)")
    }
  }

  private static let figuresName = "各数"
  private static let unreadName = "没有读懂"

  private static func figures(of tables: TableSet) -> SheetOutput {
    let rows = (tables.tables + tables.supplementary).flatMap { table in
      table.namedFigures.map { figure, name in
        [figure.address.description, name, figure.figure.text, figure.place?.description ?? ""]
      }
    }
    return sheet(figuresName, [("地址", 16), ("名称", 44), ("原文", 18), ("原文位置", 44)], rows)
  }

  private static func unread(of tables: TableSet) -> SheetOutput {
    sheet(unreadName, Array(zip(UnreadRows.headings, [14, 36, 44, 50])), UnreadRows.rows(of: tables))
  }

  private static func sheet(_ name: String, _ columns: [(String, Double)], _ rows: [[String]]) -> SheetOutput {
    var sheet = SheetOutput(name: name)
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...1
    sheet.page = PageSetup(isLandscape: true, fitsPagesWide: 1, footer: "&C&P / &N")
    for (index, (heading, width)) in columns.enumerated() {
      sheet.put(.text(heading), at: CellReference(row: 1, column: index + 1), style: TableLook.heading)
      sheet.columnWidths[index + 1] = width
    }
    let style = TableLook.label(indent: 0, isTotal: false, isCentered: false)
    for (index, row) in rows.enumerated() {
      for (column, text) in row.enumerated() {
        sheet.put(.text(text), at: CellReference(row: index + 2, column: column + 1), style: style)
      }
    }
    return sheet
  }
}
