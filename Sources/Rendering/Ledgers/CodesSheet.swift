import Accounts
import Formats

/// A sheet in which to look codes up.
enum CodesSheet {
  static func output(_ companion: LedgerSchema.Companion, _ entries: [CodeBook.Entry]) -> SheetOutput {
    var sheet = SheetOutput(name: companion.rawValue)
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...1
    sheet.page = PageSetup(fitsPagesWide: 1, footer: "&C&P / &N")
    sheet.protection = SheetProtection()
    sheet.columnWidths = [1: 14, 2: 60, 3: 30]
    for (index, heading) in ["编码", "名称", "类别"].enumerated() {
      sheet.put(
        .text(heading), at: CellReference(row: 1, column: index + 1), style: LedgerLook.heading(isRequired: false))
    }
    let code = CellStyle(numberFormat: "@")
    for (index, entry) in entries.enumerated() {
      let row = index + 2
      let indent = max(0, entry.code.utf8.count - 3) / 2
      sheet.put(.text(entry.code), at: CellReference(row: row, column: 1), style: code)
      sheet.put(
        .text(entry.name), at: CellReference(row: row, column: 2),
        style: CellStyle(alignment: CellAlignment(horizontal: .left, indent: indent)))
      sheet.put(.text(entry.group), at: CellReference(row: row, column: 3))
    }
    return sheet
  }
}
