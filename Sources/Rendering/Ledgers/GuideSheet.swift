import Accounts
import Workbooks

/// The sheet that says how to fill the workbook in.
enum GuideSheet {
  /// The sheet of a text, whose first line is the title.
  static func output(_ text: String) -> SheetOutput {
    var sheet = SheetOutput(name: LedgerSchema.Companion.guide.rawValue)
    sheet.showsGridLines = false
    sheet.columnWidths[1] = 86
    sheet.page = PageSetup(fitsPagesWide: 1)
    sheet.protection = SheetProtection()
    for (index, line) in text.split(separator: "\n").enumerated() {
      let row = index + 1
      sheet.put(
        .text(String(line)), at: CellReference(row: row, column: 1),
        style: index == 0 ? LedgerLook.title : LedgerLook.paragraph)
      // A Chinese character is as wide as two digits.
      sheet.rowHeights[row] = index == 0 ? 36 : Double(16 * (line.count * 2 / 84 + 1) + 6)
    }
    return sheet
  }
}
