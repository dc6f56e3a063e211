import Formats

/// How the cells of a workbook for filling in look.
enum LedgerLook {
  static let money = "#,##0.00"
  static let count = "#,##0"
  static let date = "yyyy-mm-dd"

  private static let line = CellBorders(all: .init(.thin, color: CellColor(0xB4B4B4)))
  private static let darkFill = CellColor(0x1F4E79)
  private static let paleFill = CellColor(0xF2F2F2)

  /// A heading; those that must be filled in are darker.
  static func heading(isRequired: Bool) -> CellStyle {
    CellStyle(
      font: CellFont(isBold: true, color: isRequired ? CellColor(0xFFFFFF) : CellColor(0x1F1F1F)),
      fill: isRequired ? darkFill : CellColor(0xD9E2F3), borders: line,
      alignment: CellAlignment(horizontal: .center, vertical: .center, wraps: true))
  }

  /// A cell to be filled in, whose number format is given.
  static func entry(_ format: String, wraps: Bool = false) -> CellStyle {
    CellStyle(
      borders: line,
      alignment: CellAlignment(
        horizontal: format == money || format == count ? .right : nil, vertical: wraps ? .top : .center, wraps: wraps),
      numberFormat: format, isLocked: false)
  }

  /// A cell that says what the row is about.
  static let label = CellStyle(
    fill: paleFill, borders: line, alignment: CellAlignment(vertical: .center, wraps: true))

  /// A name that is looked up.
  static let name = CellStyle(fill: paleFill, borders: line, alignment: CellAlignment(vertical: .center))

  /// A cell that is calculated.
  static let result = CellStyle(
    fill: paleFill, borders: line, alignment: CellAlignment(horizontal: .right, vertical: .center),
    numberFormat: money)

  /// A verdict.
  static let verdict = CellStyle(
    font: CellFont(isBold: true), fill: paleFill, borders: line,
    alignment: CellAlignment(horizontal: .center, vertical: .center))

  /// The title of a sheet of help.
  static let title = CellStyle(font: CellFont(size: 16, isBold: true), alignment: CellAlignment(vertical: .center))

  /// A paragraph of help.
  static let paragraph = CellStyle(alignment: CellAlignment(vertical: .top, wraps: true))
}
