import Accounts
import Evaluations
import Formats

/// The part of a text from one table's title to the next.
struct EvaluationSection {
  let rows: [TextGrid.Row]
  let layout: EvaluationLayout
  let levels: IndicatorLevels
  let targets: TargetReader
  let file: String
  /// Whether every cell stands in its column, as in a page's table; in a text cells have slipped.
  var isGrid = false

  var title: String { rows.first?.filled.first?.text ?? "" }

  /// The table; nil when the section has no indicators.
  func table() -> EvaluationTable? {
    guard let header = rows.firstIndex(where: isIndicatorHeader) else { return nil }
    let goal =
      rows[..<header].firstIndex { row in
        layout.goalColumns.allSatisfy { title in row.cells.contains { $0.folded == title } }
      } ?? header
    let fund = rows[..<goal].firstIndex { row in
      [.initialBudget, .executed].allSatisfy { cell in row.cells.contains { isFundHeading($0.folded, of: cell) } }
    }
    var table = EvaluationTable(year: year, layout: layout, project: "")
    readHeader(rows[..<(fund ?? goal)], into: &table)
    if let fund { table.fund = FundBlock(section: self).rows(rows[fund..<goal]) }
    if goal < header { table.goal = self.goal(rows[goal..<header]) }
    let total = rows[header...].firstIndex { row in
      row.filled.first.map { levels.isTotalLabel($0.text) } ?? false
    }
    let block = IndicatorBlock(section: self, header: rows[header])
    let (indicators, hasLostRows) = block.indicators(rows[(header + 1)..<(total ?? rows.count)])
    table.indicators = indicators
    table.hasLostRows = total == nil || hasLostRows
    if let total { readTotal(rows[total], into: &table) }
    if let total { table.analysis = analysis(rows[(total + 1)...]) }
    block.inferLevels(of: &table)
    return table
  }

  /// Whether a row holds the headings of the indicator block.
  func isIndicatorHeader(_ row: TextGrid.Row) -> Bool {
    guard let title = layout.indicatorColumns.first(where: { $0.cell == .level3 })?.title else { return false }
    return row.cells.contains { $0.folded == title }
  }

  private func isFundHeading(_ text: String, of cell: FundCell) -> Bool {
    layout.fundColumns.contains { $0.cell == cell && ($0.group ?? $0.title) == text }
  }

  func place(_ cell: TextGrid.Cell) -> Accounts.SourceLocation { cell.place(in: file) }

  /// A cell as the model keeps it.
  func printed(_ cell: TextGrid.Cell) -> PrintedCell { .read(cell.text, place: place(cell)) }

  /// 2024年度 of one of the first rows.
  var year: Int {
    for cell in rows.prefix(8).flatMap(\.filled) {
      let text = cell.folded
      guard let end = text.firstRange(of: "年度")?.lowerBound, let year = Int(text[..<end].suffix(4)),
        (1900...2199).contains(year)
      else { continue }
      return year
    }
    return 0
  }

  /// 项目名称, 主管部门, 实施单位: a label, and what follows up to the next label.
  private func readHeader(_ rows: ArraySlice<TextGrid.Row>, into table: inout EvaluationTable) {
    var values: [String: String] = [:]
    let labels = layout.header.flatMap(\.self)
    for row in rows.dropFirst() {
      var label: String?
      for cell in row.filled {
        let text = cell.folded
        if let next = labels.first(where: { text.begins(with: $0.foldedForComparison) })
          ?? labels.first(where: { text.count >= 3 && $0.begins(with: text) })
        {
          label = next
          // A value may stand in the cell of its label.
          let rest = text.dropFirst(next.foldedForComparison.count)
          if !rest.isEmpty { values[next] = String(rest) }
        } else if let label {
          values[label, default: ""] += cell.text
        }
      }
    }
    // A layout without 项目名称 is about what its title says.
    let project = layout.header.count > 1 ? layout.header.first?.first : nil
    table.project =
      project.map { values[$0] ?? "" } ?? layout.subject
    let bodies = layout.header.last ?? []
    table.department = bodies.first.flatMap { values[$0] } ?? ""
    table.unit = bodies.last.flatMap { values[$0] } ?? ""
  }

  private func goal(_ rows: ArraySlice<TextGrid.Row>) -> EvaluationTable.Goal {
    guard let heading = rows.first else { return .init(expected: .blank, actual: .blank) }
    let middle = heading.cells.firstIndex { $0.folded == layout.goalColumns.last } ?? heading.cells.count
    var texts: (expected: [TextGrid.Cell], actual: [TextGrid.Cell]) = ([], [])
    for row in rows.dropFirst() {
      let filled = row.cells.enumerated().filter { !$0.element.text.isEmpty }
      for (ordinal, (index, cell)) in filled.enumerated() {
        if filled.count == 2 ? ordinal == 0 : index < middle {
          texts.expected.append(cell)
        } else {
          texts.actual.append(cell)
        }
      }
    }
    return .init(expected: joined(texts.expected), actual: joined(texts.actual))
  }

  private func joined(_ cells: [TextGrid.Cell]) -> PrintedCell {
    guard let first = cells.first else { return .damaged() }
    return .read(cells.map(\.text).joined(), place: place(first))
  }

  /// 总分, what it is out of, and the grade.
  private func readTotal(_ row: TextGrid.Row, into table: inout EvaluationTable) {
    let numbers = row.filled.filter { PrintedNumber($0.text) != nil }
    if let score = numbers.last, numbers.count == 1 || layout.totalShowsWeight { table.totalScore = printed(score) }
    if numbers.count > 1, layout.totalShowsWeight { table.totalWeight = printed(numbers[0]) }
    // Beside a cell that cannot be read, one number may be the 分值 as well as the score.
    let isUnclear = numbers.count == 1 && layout.totalShowsWeight && row.filled.contains { $0.text.isUnread }
    if numbers.isEmpty || isUnclear { table.totalScore = .damaged() }
    if layout.showsGrade {
      table.grade = row.filled.first { Grade(rawValue: $0.folded) != nil }.map(printed) ?? .damaged()
    }
  }

  /// 项目绩效分析 below the total.
  private func analysis(_ rows: ArraySlice<TextGrid.Row>) -> [EvaluationTable.AnalysisPart] {
    var parts: [EvaluationTable.AnalysisPart] = []
    for row in rows {
      let filled = row.filled
      guard let index = filled.firstIndex(where: { layout.analysis.contains($0.folded) }) else { continue }
      let text = filled.dropFirst(index + 1)
      parts.append(.init(title: filled[index].folded, text: text.isEmpty ? .blank : joined(Array(text))))
    }
    return parts
  }
}
