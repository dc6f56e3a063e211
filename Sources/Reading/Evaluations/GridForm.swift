import Accounts
import Evaluations
import Formats

/// Reads a table whose cells stand where the layout's grid has them, each from its column.
///
/// That is how this tool prints them; nothing is inferred, so that what is printed is read back as it was. A heading that
/// cannot be read may be that of the grid: the table is the layout's all the same, and what stands below it is damaged.
struct GridForm {
  let rows: [GridRow]
  let layout: EvaluationLayout
  let levels: IndicatorLevels
  let year: Int
  let file: String

  private var geometry: EvaluationGeometry { EvaluationGeometry(layout) }

  /// The table; nil when anything stands elsewhere than the grid has it.
  func table() -> EvaluationTable? {
    var rest = rows[...]
    var table = EvaluationTable(year: year, layout: layout, project: layout.subject)
    guard readHeader(&rest, into: &table), let funds = funds(&rest), let goal = goal(&rest),
      let indicators = indicators(&rest), let total = rest.popFirst()
    else { return nil }
    table.fund = funds
    table.goal = goal
    table.indicators = indicators
    let columns = geometry.total
    if let weight = columns.weight { table.totalWeight = printed(total, weight) }
    table.totalScore = score(total, columns.score)
    if let grade = columns.grade { table.grade = score(total, grade) }
    table.analysis = analysis(&rest)
    return table
  }

  // MARK: - Cells

  private func cell(_ row: GridRow?, _ column: Int) -> GridCell? { row?.cells.first { $0.column == column } }

  private func text(_ row: GridRow?, _ column: Int) -> String { cell(row, column)?.text ?? "" }

  private func says(_ row: GridRow?, _ column: Int, _ words: String) -> Bool {
    text(row, column).foldedForComparison == words.foldedForComparison
  }

  /// Whether a cell says some words, or cannot be read and so may say them.
  private func maySay(_ row: GridRow?, _ column: Int, _ words: String) -> Bool {
    says(row, column, words) || text(row, column).isUnread
  }

  private func printed(_ row: GridRow, _ column: Int) -> PrintedCell {
    guard let cell = cell(row, column) else { return .blank }
    return .read(cell.text, place: place(cell, in: row))
  }

  /// A score, which bears the mark where it was computed.
  private func score(_ row: GridRow, _ column: Int) -> PrintedCell {
    guard let cell = cell(row, column), cell.text.ends(with: EvaluationGrid.computedMark) else {
      return printed(row, column)
    }
    let text = String(cell.text.dropLast(EvaluationGrid.computedMark.count))
    return text.isUnread ? .damaged(text, place: place(cell, in: row)) : .computed(text, place: place(cell, in: row))
  }

  private func place(_ cell: GridCell, in row: GridRow) -> SourceLocation {
    row.frame.location(in: file, row: cell.line, column: cell.column)
  }

  // MARK: - Blocks

  private func readHeader(_ rest: inout ArraySlice<GridRow>, into table: inout EvaluationTable) -> Bool {
    var values: [String] = []
    for headings in layout.header {
      let row = rest.popFirst()
      for (index, heading) in headings.enumerated() {
        let columns = geometry.header(index, of: headings.count)
        guard maySay(row, columns.label.lowerBound, heading) else { return false }
        values.append(text(row, columns.value.lowerBound))
      }
    }
    if layout.isOfWholeDepartment {
      (table.department, table.unit) = (values[0], values[0])
    } else {
      // A project without a name has it in another column than the grid.
      guard !values[0].isEmpty else { return false }
      table.project = values[0]
      table.department = values.count > 1 ? values[1] : ""
      table.unit = values.count > 2 ? values[2] : ""
    }
    return true
  }

  private func funds(_ rest: inout ArraySlice<GridRow>) -> [FundRow]? {
    let first = geometry.firstFundColumn
    let heading = rest.popFirst()
    let hasGroups = layout.fundColumns.contains { $0.group != nil }
    let lower = hasGroups ? rest.popFirst() : nil
    guard maySay(heading, 0, layout.fundCaption) else { return nil }
    for (index, column) in layout.fundColumns.enumerated() {
      guard maySay(column.group == nil ? heading : lower, first + index, column.title) else { return nil }
    }
    var rows: [FundRow] = []
    while let row = rest.first, !isPartHeading(row), !isGoalHeading(row) {
      rest.removeFirst()
      let isLost = text(row, 1).isUnread
      // The total stands first; of another row that cannot be told by its label, nothing is known but that it is there.
      let form = isLost ? rowForm(rows.count) : layout.fundRows.first { says(row, 1, $0.label) }
      var fund = FundRow(name: form?.name ?? text(row, 1), role: form?.role ?? .source)
      for (index, column) in layout.fundColumns.enumerated() {
        let cell = column.cell == .score ? score(row, first + index) : printed(row, first + index)
        let isHeadingLost = text(column.group == nil ? heading : lower, first + index).isUnread
        fund[column.cell] = isLost || isHeadingLost ? cell.lost : cell
      }
      rows.append(fund)
    }
    return rows + parts(&rest)
  }

  /// The form of a row at a place among the total and its sources; nil behind the last.
  private func rowForm(_ index: Int) -> EvaluationLayout.FundRowForm? {
    layout.fundRows.filter { $0.role == .total || $0.role == .source }.dropFirst(index).first
  }

  private func isGoalHeading(_ row: GridRow) -> Bool {
    let headings = Array(zip(layout.goalColumns, geometry.goals))
    if headings.allSatisfy({ says(row, $1.lowerBound, $0) }) { return true }
    // Only a row that begins a block has anything in the first column.
    return maySay(row, 0, layout.goalCaption) && headings.allSatisfy { maySay(row, $1.lowerBound, $0) }
  }

  /// Whether a row prints 按收入性质分 and 按支出性质分 and nothing else.
  private func isPartHeading(_ row: GridRow) -> Bool {
    guard layout.fundRows.contains(where: { $0.role == .byIncome }) else { return false }
    if says(row, 1, EvaluationGrid.partHeadings[0]) { return true }
    return row.filled.count == EvaluationGrid.partHeadings.count
      && zip(EvaluationGrid.partHeadings, geometry.parts).allSatisfy { maySay(row, $1.lowerBound, $0) }
  }

  private func parts(_ rest: inout ArraySlice<GridRow>) -> [FundRow] {
    guard let heading = rest.first, isPartHeading(heading) else { return [] }
    rest.removeFirst()
    var sides: [[FundRow]] = [[], []]
    while let row = rest.first, !isGoalHeading(row) {
      rest.removeFirst()
      for (side, columns) in geometry.parts.enumerated() {
        guard let cell = cell(row, columns.lowerBound) else { continue }
        let role = side == 0 ? FundRow.Role.byIncome : .byExpenditure
        var text = cell.text
        if text.isUnread {
          let form = layout.fundRows.filter { $0.role == role }.dropFirst(sides[side].count).first
          sides[side].append(
            FundRow(name: form?.name ?? text, role: role, executed: .damaged(text, place: place(cell, in: row))))
          continue
        }
        if text.begins(with: EvaluationGrid.firstPartPrefix) { text.removeFirst(EvaluationGrid.firstPartPrefix.count) }
        guard let colon = text.firstIndex(of: "：") else { continue }
        sides[side].append(
          FundRow(
            name: String(text[..<colon]), role: role,
            executed: .read(String(text[text.index(after: colon)...]), place: place(cell, in: row))))
      }
    }
    return sides[0] + sides[1]
  }

  private func goal(_ rest: inout ArraySlice<GridRow>) -> EvaluationTable.Goal? {
    guard let heading = rest.popFirst(), isGoalHeading(heading), let row = rest.popFirst() else { return nil }
    let cells = geometry.goals.map { columns in
      let cell = printed(row, columns.lowerBound)
      return text(heading, columns.lowerBound).isUnread ? cell.lost : cell
    }
    return .init(expected: cells[0], actual: cells[1])
  }

  private func indicators(_ rest: inout ArraySlice<GridRow>) -> [Indicator]? {
    let heading = rest.popFirst()
    for (index, column) in layout.indicatorColumns.enumerated() {
      guard maySay(heading, index + 1, column.title) else { return nil }
    }
    var rows: [Indicator] = []
    // Below the caption that covers them all, only the total has anything in the first column.
    while let row = rest.first, !maySay(row, 0, layout.totalLabel) {
      rest.removeFirst()
      var indicator = Indicator(
        level1: .blank, level2: .blank, level3: .blank, target: .blank, actual: .blank, weight: .blank, score: .blank)
      let hasLevel1 = geometry.column(of: .level1).map { !text(row, $0).isEmpty } ?? false
      for (index, column) in layout.indicatorColumns.enumerated() {
        let isLevel = column.cell == .level1 || column.cell == .level2
        // A label that covers rows below stands in the first of them alone. Where a 一级指标 is named anew, the 二级指标
        // above it covers nothing more.
        let isAnew = column.cell == .level2 && hasLevel1
        if isLevel, cell(row, index + 1) == nil || (text(row, index + 1).isEmpty && !isAnew) {
          indicator[column.cell] = rows.last?[column.cell] ?? .blank
        } else {
          let cell = column.cell == .score ? score(row, index + 1) : printed(row, index + 1)
          indicator[column.cell] = text(heading, index + 1).isUnread ? cell.lost : cell
        }
      }
      indicator.level1 = withoutWeight(indicator.level1)
      indicator.weight = layout.plainWeight(indicator.weight)
      rows.append(indicator)
    }
    return rest.isEmpty ? nil : rows
  }

  /// A 一级指标 without the 分值 that the layout prints behind it.
  private func withoutWeight(_ cell: PrintedCell) -> PrintedCell {
    guard layout.level1ShowsWeight, cell.text.ends(with: "分）"), let open = cell.text.lastIndex(of: "（"),
      PrintedNumber(cell.text[cell.text.index(after: open)...].dropLast(2)) != nil
    else { return cell }
    return PrintedCell(String(cell.text[..<open]), place: cell.place)
  }

  private func analysis(_ rest: inout ArraySlice<GridRow>) -> [EvaluationTable.AnalysisPart] {
    let columns = geometry.analysis
    var parts: [EvaluationTable.AnalysisPart] = []
    while let row = rest.first {
      let title = text(row, columns.title.lowerBound)
      let cell = printed(row, columns.text.lowerBound)
      if layout.analysis.contains(title) {
        parts.append(.init(title: title, text: cell))
      } else if title.isUnread, parts.count < layout.analysis.count {
        parts.append(.init(title: layout.analysis[parts.count], text: cell.lost))
      } else {
        break
      }
      rest.removeFirst()
    }
    return parts
  }
}
