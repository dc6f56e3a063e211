import Accounts
import Evaluations
import Formats

/// Reads the fund block (项目资金) of a table.
struct FundBlock {
  let section: EvaluationSection

  /// The rows below the headings, which the first of these rows prints.
  func rows(_ rows: ArraySlice<TextGrid.Row>) -> [FundRow] {
    guard let heading = rows.first else { return [] }
    // Two header rows, one column over two, and no 分值: such a block has shifted columns in every text seen.
    return section.layout.fundColumns.contains { $0.group != nil } ? rowsOfNumbers(rows) : rowsByColumn(heading, rows)
  }

  /// A fund row's label as the layout names it: 其中 in front and a colon behind left aside.
  private func form(_ label: some StringProtocol) -> EvaluationLayout.FundRowForm? {
    var name = label.foldedForComparison
    if name.begins(with: "其中:") { name.removeFirst(3) }
    if name.ends(with: ":") { name.removeLast() }
    return section.layout.fundRows.first { $0.name == name }
  }

  // MARK: - Cells below their headings

  private func rowsByColumn(_ heading: TextGrid.Row, _ rows: ArraySlice<TextGrid.Row>) -> [FundRow] {
    let columns = section.layout.fundColumns.compactMap { column in
      heading.cells.firstIndex { $0.folded == column.title }.map { (column.cell, $0) }
    }
    // A heading that cannot be read may be that of any column that was not found.
    let isHeadingLost = heading.cells.contains { $0.text.isUnread }
    let lost =
      isHeadingLost ? section.layout.fundColumns.map(\.cell).filter { cell in !columns.contains { $0.0 == cell } } : []
    var result: [FundRow] = []
    var unread: [FundRow] = []
    for row in rows.dropFirst() {
      if let first = row.filled.first, let form = form(first.text) {
        var fund = FundRow(name: form.name, role: form.role)
        if form.role == .total || form.role == .source {
          // A label pushed into the first column pushes its figures on as well.
          let label = row.cells.firstIndex { !$0.text.isEmpty } ?? 0
          let shift = max(0, label + 1 - (columns.first?.1 ?? 0))
          for (cell, index) in columns {
            fund[cell] = index + shift < row.cells.count ? section.printed(row.cells[index + shift]) : .blank
          }
          for cell in lost { fund[cell] = .damaged() }
        }
        result.append(fund)
      } else if let cell = row.filled.first, cell.text.isUnread {
        unread = self.unread(cell)
      } else {
        result += row.filled.compactMap(labelled)
      }
    }
    // Parts printed side by side come in the order of the layout.
    let order = section.layout.fundRows.map(\.name)
    return order.compactMap { name in result.first { $0.name == name } } + unread
  }

  /// A row that cannot be told by its label: it may be a part of any kind, of which nothing is known.
  private func unread(_ cell: TextGrid.Cell) -> [FundRow] {
    [FundRow.Role.source, .byIncome, .byExpenditure].filter { role in
      section.layout.fundRows.contains { $0.role == role }
    }.map { role in
      var fund = FundRow(name: cell.text, role: role)
      for column in section.layout.fundColumns { fund[column.cell] = .damaged(place: section.place(cell)) }
      return fund
    }
  }

  /// 一般公共预算：8805.39, a part of what was executed.
  private func labelled(_ cell: TextGrid.Cell) -> FundRow? {
    var text = cell.folded
    if text.begins(with: "其中:") { text.removeFirst(3) }
    guard let colon = text.firstIndex(of: ":"), let form = form(text[..<colon]) else { return nil }
    return FundRow(
      name: form.name, role: form.role,
      executed: .read(String(text[text.index(after: colon)...]), place: section.place(cell)))
  }

  // MARK: - Numbers in their order

  /// Rows whose columns have shifted: complete when they hold a number a column, in the columns' order.
  private func rowsOfNumbers(_ rows: ArraySlice<TextGrid.Row>) -> [FundRow] {
    let cells: [FundCell] = section.layout.fundColumns.map(\.cell).filter { $0 != .reason }
    let isLabelAbove = rows.first?.cells.contains { form($0.text)?.role == .total } ?? false
    var result: [FundRow] = []
    for row in rows.dropFirst() {
      let label = row.filled.lazy.compactMap { form($0.text) }.first
      let numbers = row.filled.filter { PrintedNumber($0.text) != nil }
      // The label of the total may have slipped into the row of the headings.
      let fallback = isLabelAbove && result.isEmpty ? section.layout.fundRows.first { $0.role == .total } : nil
      guard let form = label ?? (numbers.count > 3 ? fallback : nil) else { continue }
      var fund = FundRow(name: form.name, role: form.role)
      let values = decimals(in: numbers)
      if values.count == cells.count {
        for (cell, value) in zip(cells, values) { fund[cell] = value }
      } else {
        for cell in cells { fund[cell] = .damaged() }
        fill(&fund, with: values, cells: cells)
      }
      if let last = row.filled.last, PrintedNumber(last.text) == nil, form.name != last.folded {
        fund.reason = section.printed(last)
      }
      result.append(fund)
    }
    return result
  }

  /// Places a row that lost numbers, where what is left proves itself: 结(转)余 = 预算 − 执行, and the rate with it.
  ///
  /// What stands in front of 全年预算数 is placed only when nothing is missing there.
  private func fill(_ fund: inout FundRow, with values: [PrintedCell], cells: [FundCell]) {
    guard let budget = cells.firstIndex(of: .fullYearBudget) else { return }
    let fits = (0...budget).filter { missing in
      let placed = cells[missing...]
      guard values.count <= placed.count else { return false }
      let numbers = Dictionary(zip(placed, values.map(\.number))) { first, _ in first }
      guard let whole = numbers[.fullYearBudget]??.value, let spent = numbers[.executed]??.value,
        let rest = numbers[.carriedOver]??.value, let rate = numbers[.rate] ?? nil, let difference = try? whole - spent,
        let expected = try? ExecutionRate(
          executed: spent, budget: whole, roundedTo: section.layout.scoring.roundedAmountDecimals)
      else { return false }
      return difference == rest && (try? expected.prints(as: rate)) ?? false
    }
    guard fits.count == 1, let missing = fits.first else { return }
    for (cell, value) in zip(cells[missing...], values) {
      let isInFront = (cells.firstIndex(of: cell) ?? 0) < budget
      if missing == 0 || !isInFront { fund[cell] = value }
    }
  }

  /// The numbers of a row, a comma read as the decimal point it was where all three decimals of an amount follow it.
  private func decimals(in cells: [TextGrid.Cell]) -> [PrintedCell] {
    cells.map { cell in
      guard let decimals = section.layout.scoring.roundedAmountDecimals, cell.text.count(where: { $0 == "," }) == 1,
        let comma = cell.text.firstIndex(of: ","), !cell.text.contains("."),
        cell.text.distance(from: comma, to: cell.text.endIndex) == decimals + 1
      else { return section.printed(cell) }
      return PrintedCell(cell.text.replacing(",", with: "."), place: section.place(cell))
    }
  }
}
