import Formats

/// How the cells of a published table look in a workbook: as on the page.
enum TableLook {
  private static let lines = CellBorders(all: .init(.thin))

  static let title = CellStyle(
    font: CellFont(name: "黑体", size: 16), alignment: CellAlignment(horizontal: .center, vertical: .center))

  /// A line above the table or below it.
  static func line(_ horizontal: CellAlignment.Horizontal, wraps: Bool = false) -> CellStyle {
    CellStyle(
      font: CellFont(size: 10), alignment: CellAlignment(horizontal: horizontal, vertical: .center, wraps: wraps))
  }

  static let heading = CellStyle(
    font: CellFont(size: 10, isBold: true), fill: CellColor(0xF2F2F2), borders: lines,
    alignment: CellAlignment(horizontal: .center, vertical: .center, wraps: true))

  /// 行次, 栏次 or a code.
  static func number(isTotal: Bool) -> CellStyle {
    CellStyle(
      font: CellFont(size: 10, isBold: isTotal), borders: lines,
      alignment: CellAlignment(horizontal: .center, vertical: .center))
  }

  static func label(indent: Int, isTotal: Bool, isCentered: Bool) -> CellStyle {
    CellStyle(
      font: CellFont(size: 10, isBold: isTotal), borders: lines,
      alignment: CellAlignment(
        horizontal: isCentered ? .center : .left, vertical: .center, wraps: true, indent: isCentered ? 0 : indent))
  }

  /// The height of a row in which texts stand in columns of given widths, which not every program finds by itself.
  static func height(of texts: [(text: String, width: Double)], lineHeight: Int = 14) -> Double {
    let lines = texts.map { 1 + Int(Double(displayWidth($0.text)) / max(1, $0.width - 1)) }.max() ?? 1
    return Double(lineHeight * min(lines, 20) + 2)
  }

  static func figure(_ format: String, isTotal: Bool) -> CellStyle {
    CellStyle(
      font: CellFont(size: 10, isBold: isTotal), borders: lines,
      alignment: CellAlignment(horizontal: .right, vertical: .center), numberFormat: format)
  }
}
