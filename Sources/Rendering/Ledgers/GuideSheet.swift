import Accounts
import Formats

/// The sheet that says how to fill the workbook in.
enum GuideSheet {
  /// As much as a page takes, whatever the font.
  private static let width = 70.0

  /// The sheet of a text, whose first line is the title.
  static func output(_ text: String) -> SheetOutput {
    var sheet = SheetOutput(name: LedgerSchema.Companion.guide.rawValue)
    sheet.showsGridLines = false
    sheet.columnWidths[1] = width
    sheet.page = PageSetup(fitsPagesWide: 1)
    sheet.protection = SheetProtection()
    for (index, line) in text.split(separator: "\n").map(String.init).enumerated() {
      let row = index + 1
      sheet.put(
        .text(line), at: CellReference(row: row, column: 1),
        style: index == 0 ? LedgerLook.title : LedgerLook.paragraph)
      let lines = 1 + Int(Double(displayWidth(line)) / (width - 2))
      sheet.rowHeights[row] = index == 0 ? 36 : Double(16 * lines + 6)
    }
    return sheet
  }
}
