import Accounts
import Formats
import Tables

/// Where the figures of a disclosure stand in its workbook.
struct PlacedFigures {
  /// A figure and its cell.
  struct Placed {
    let figure: Figure
    let sheet: String
    let cell: CellReference
  }

  private var placed: [FigureAddress: Placed] = [:]

  /// Adds a figure of a sheet.
  mutating func add(_ figure: TableFigure, sheet: String, cell: CellReference) {
    placed[figure.address] = Placed(figure: figure.figure, sheet: sheet, cell: cell)
  }

  subscript(address: FigureAddress) -> Placed? { placed[address] }
}

extension Figure.Content {
  /// The number as digits without separators; nil for a blank and for a dash.
  var digits: String? {
    guard case .number(let count, let decimals) = self else { return nil }
    return decimalText(count, decimals: decimals)
  }
}

extension Figure {
  /// The number as digits without separators; nil for a blank and for a dash.
  var digits: String? { content.digits }

  /// The number format that prints the figure as it is printed.
  var numberFormat: String {
    guard case .number(_, let decimals) = content else { return "General" }
    let whole = text.contains(",") ? "#,##0" : "0"
    return decimals == 0 ? whole : whole + "." + String(repeating: "0", count: decimals)
  }
}
