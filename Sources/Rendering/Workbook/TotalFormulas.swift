import Accounts
import Checks
import Formats
import Tables

/// The totals of a workbook that are formulas: those whose printed parts add up to them to the digit.
///
/// A total that rounding keeps from being the sum of its printed parts stays a plain figure: a formula would print
/// another number than the disclosure.
struct TotalFormulas {
  private let figures: PlacedFigures
  /// What each formula made so far is the sum of, so that none comes to depend on itself.
  private var parts: [FigureAddress: [FigureAddress]] = [:]

  init(_ figures: PlacedFigures) { self.figures = figures }

  /// Turns the total of a relation into a formula; nil where it is none, or would be none that prints the same.
  mutating func formula(of relation: Relation) -> (total: PlacedFigures.Placed, content: CellContent)? {
    guard relation.isEquality, relation.terms.count >= 3, let first = relation.terms.first, first.weight == 1,
      parts[first.address] == nil, let total = figures[first.address], let digits = total.figure.digits,
      case .number(let whole, let decimals) = total.figure.content
    else { return nil }
    var sum: Int64 = 0
    var cells: [CellReference] = []
    var addresses: [FigureAddress] = []
    for term in relation.terms.dropFirst() {
      guard term.weight == -1, let part = figures[term.address], part.sheet == total.sheet,
        case .number(let count, decimals) = part.figure.content
      else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(count)
      guard !overflow else { return nil }
      sum = next
      cells.append(part.cell)
      addresses.append(term.address)
    }
    let ranges = Self.ranges(cells)
    // Programs take at most 255 of them.
    guard sum == whole, ranges.count <= 200, !depends(addresses, on: first.address) else { return nil }
    parts[first.address] = addresses
    let formula = "ROUND(SUM(\(ranges.map(\.name).joined(separator: ","))),\(decimals))"
    return (total, .formula(formula, cached: .number(digits)))
  }

  private func depends(_ addresses: [FigureAddress], on total: FigureAddress) -> Bool {
    var open = addresses
    var seen: Set<FigureAddress> = []
    while let address = open.popLast() {
      if address == total { return true }
      if seen.insert(address).inserted { open += parts[address] ?? [] }
    }
    return false
  }

  /// Cells one below the other or side by side as ranges.
  private static func ranges(_ cells: [CellReference]) -> [CellRange] {
    var ranges: [CellRange] = []
    for cell in cells {
      if let last = ranges.last, Self.follows(cell, last) {
        ranges[ranges.count - 1] = CellRange(last.first, cell)
      } else {
        ranges.append(CellRange(cell, cell))
      }
    }
    return ranges
  }

  private static func follows(_ cell: CellReference, _ range: CellRange) -> Bool {
    let isColumn = range.first.column == range.last.column
    let isRow = range.first.row == range.last.row
    return isColumn && cell.column == range.last.column && cell.row == range.last.row + 1
      || isRow && cell.row == range.last.row && cell.column == range.last.column + 1
  }
}
