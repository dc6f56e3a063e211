import Accounts

extension Derivation {
  /// What makes up the grand total (总计) of one side of a balance: that side's own rows.
  ///
  /// Both sides come to the same amount, so they print alike: where one has no rows and the other's cancel out, both
  /// print the other's 0.00, and they are blank only together.
  func grandTotal(_ side: [Selection], balancing other: [Selection]) throws(AmountOverflow) -> [Selection] {
    try totals.tally(side).rows == 0 ? other : side
  }

  /// A table with income on the left and expenditure on the right, line beside line (01, 04).
  ///
  /// `right` gives a selection for each column of figures on the right, the first of which is column 2.
  func twoSidedTable(
    _ form: TableForm, _ sides: TableForm.TwoSided, left: (TableForm.Line) throws -> [Selection],
    right: (TableForm.Line, _ column: Int) throws -> [Selection]
  ) throws -> Table {
    let isNumbered = sides.lineNumbers
    func side(_ line: TableForm.Line?, columns: Range<Int>, _ selections: (Int) throws -> [Selection]) throws -> [Cell]
    {
      guard let line else { return Array(repeating: Cell(.empty), count: (isNumbered ? 2 : 1) + columns.count) }
      let isNamed = line.item != nil || line.category != nil
      return [Cell(line.label.isEmpty ? .empty : .label(line.label), isRowHeading: isNamed)]
        + (isNumbered ? [Cell(.number(String(line.line)))] : [])
        + (try columns.map { column in
          let address = FigureAddress(form.id, String(line.line), column)
          return Cell(.figure(try money(address, isNamed ? selections(column) : [])))
        })
    }
    let (lefts, rights) = (sides.left, sides.right)
    let rows = try (0..<max(lefts.count, rights.count)).map { index in
      let leftLine = index < lefts.count ? lefts[index] : nil
      let rightLine = index < rights.count ? rights[index] : nil
      let cells =
        try side(leftLine, columns: 1..<2) { _ in try leftLine.map(left) ?? [] }
        + side(rightLine, columns: 2..<2 + sides.rightColumns) { column in
          try rightLine.map { try right($0, column) } ?? []
        }
      return Row(cells, isTotal: rightLine.map { $0.category == nil && $0.item?.holds("计") == true } ?? false)
    }
    return table(form, rows: rows)
  }
}
