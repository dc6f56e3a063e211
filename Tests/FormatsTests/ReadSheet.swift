import Formats

/// All that is read of one sheet.
struct ReadSheet {
  var rows: [XLSXRow] = []
  var mergedRanges: [CellRange] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  var notices: [XLSXNotice] = []

  init(_ bytes: [UInt8], sheet: Int = 0, limits: XLSXLimits = XLSXLimits()) throws(XLSXError) {
    let workbook = try XLSXWorkbook(bytes, limits: limits)
    var reader = try workbook.rows(of: workbook.sheets[sheet])
    while let row = try reader.next() { rows.append(row) }
    mergedRanges = reader.mergedRanges
    hiddenColumns = reader.hiddenColumns
    notices = reader.notices
  }

  /// What each cell holds, by its name.
  var values: [String: XLSXValue] {
    var values: [String: XLSXValue] = [:]
    for cell in rows.flatMap(\.cells) { values[cell.reference.name] = cell.value }
    return values
  }

  static func error(_ bytes: [UInt8], limits: XLSXLimits = XLSXLimits()) -> XLSXError? {
    do throws(XLSXError) {
      _ = try ReadSheet(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }
}
