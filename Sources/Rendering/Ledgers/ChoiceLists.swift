import Accounts
import Formats

/// The closed lists of a workbook, a column each in a hidden sheet: there they may be of any length.
struct ChoiceLists {
  private var lists: [[String]] = []

  /// Where a list stands, which is put there if it is not yet.
  mutating func source(_ items: [String]) -> ListValidation.Source {
    let column: Int
    if let index = lists.firstIndex(of: items) {
      column = index + 1
    } else {
      lists.append(items)
      column = lists.count
    }
    return .range(
      sheet: LedgerSchema.Companion.choices.rawValue,
      CellRange(CellReference(row: 1, column: column), CellReference(row: max(1, items.count), column: column)))
  }

  /// The hidden sheet.
  var output: SheetOutput {
    var sheet = SheetOutput(name: LedgerSchema.Companion.choices.rawValue)
    sheet.visibility = .hidden
    let style = CellStyle(numberFormat: "@")
    for (column, list) in lists.enumerated() {
      for (row, item) in list.enumerated() {
        sheet.put(.text(item), at: CellReference(row: row + 1, column: column + 1), style: style)
      }
    }
    return sheet
  }
}
