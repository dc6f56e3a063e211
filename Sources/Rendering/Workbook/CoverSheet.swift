import Accounts
import Documents
import Formats
import Tables

/// The first sheet of a disclosure's workbook: its title, what is said of its data, and the tables that follow.
enum CoverSheet {
  static let name = "目录"

  static func output(of document: Document, tables: TableSet, banner: String) -> SheetOutput {
    var sheet = SheetOutput(name: name)
    sheet.showsGridLines = false
    sheet.columnWidths[1] = 70
    sheet.page = PageSetup(fitsPagesWide: 1, isCentered: true, header: banner.isEmpty ? "" : "&C" + banner)
    var row = 1
    func put(_ text: String, _ style: CellStyle, height: Double? = nil) {
      sheet.put(.text(text), at: CellReference(row: row, column: 1), style: style)
      sheet.rowHeights[row] = height
      row += 1
    }
    put(document.title, TableLook.title, height: 40)
    if let remark = document.unit.dataRemark {
      put(remark, TableLook.line(.left, wraps: true), height: Double(15 * (1 + displayWidth(remark) / 68) + 3))
    }
    row += 1
    for table in tables.tables { put(table.title, TableLook.line(.left)) }
    // By their headings: a title of such a table is where a reader expects the table itself.
    for form in document.evaluationForms { put(form.heading, TableLook.line(.left)) }
    return sheet
  }
}
