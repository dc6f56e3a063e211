import Accounts
import Evaluations

/// The checks of what no target and no actual value can be: a part above the whole, a day that no calendar has.
extension CheckedTable {
  mutating func checkValues() {
    apply(.rateAboveWhole, at: address.single("绩效指标")) { $0.checkRates() }
    apply(.impossibleDate, at: address.single("绩效指标")) { $0.checkDates() }
  }

  /// Rates above 100 %: of an indicator by its name, and of the money spent.
  private mutating func checkRates() {
    let whole = Rational(100)
    if let total, case .number(let rate) = total.rate.reading {
      if rate.value > whole {
        violated(
          .rateAboveWhole, "\(total.name)的执行率超过 100%",
          [operand(total, .rate), operand(total, .executed), operand(total, .fullYearBudget)], expected: "不超过 100%",
          in: .mayBeMore)
      } else {
        held(.rateAboveWhole)
      }
    }
    for row in rows where !row.indicator.level3.isDamaged {
      guard let bound = tools.rates.bound(of: row.indicator.name) else { continue }
      let values = [(IndicatorCell.target, row.target), (.actual, row.actual)].compactMap { cell, value in
        row.indicator[cell].isDamaged ? nil : value.quantity.map { (cell: cell, quantity: $0) }
      }
      // A unit missing on one side is that of the other.
      guard values.contains(where: { $0.quantity.unit == "%" }) else { continue }
      let above = values.filter { ["%", ""].contains($0.quantity.unit) && $0.quantity.number.value > whole }
      guard let first = above.first else {
        held(.rateAboveWhole)
        continue
      }
      violated(
        .rateAboveWhole, "“\(row.name)”的\(layout.heading(of: first.cell) ?? first.cell.rawValue)超过 100%",
        above.map { operand(row, $0.cell) }, expected: "不超过 100%", in: bound == .never ? nil : .mayBeMore)
    }
  }

  /// 13月, 2月30日: in every text of the table.
  private mutating func checkDates() {
    var isFound = false
    func date(_ cell: PrintedCell, isDate: Bool = false) -> String? {
      cell.isDamaged ? nil : ImpossibleDate.first(in: cell.text, year: table.year, isDate: isDate)
    }
    for row in rows {
      let isDated = [row.target, row.actual].contains { value in
        switch value {
        case .deadline, .day, .months: true
        default: false
        }
      }
      for cell in [IndicatorCell.level3, .target, .actual, .description, .reason] {
        guard let date = date(row.indicator[cell], isDate: isDated) else { continue }
        violated(.impossibleDate, "“\(row.name)”写有“\(date)”，没有这一天或这个月", [operand(row, cell)])
        isFound = true
      }
    }
    for (name, cell) in [("年度目标", table.goal.expected), ("实际完成情况", table.goal.actual)]
      + table.analysis.map({ ($0.title, $0.text) })
    {
      guard let date = date(cell) else { continue }
      violated(.impossibleDate, "\(name)写有“\(date)”，没有这一天或这个月", [operand(name, cell)])
      isFound = true
    }
    if !isFound { held(.impossibleDate) }
  }
}
