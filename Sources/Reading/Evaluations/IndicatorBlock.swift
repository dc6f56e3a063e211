import Accounts
import Evaluations
import Formats

/// Reads the indicator block (绩效指标) of a table.
///
/// Labels of merged cells stand where the text put them, often rows too low; they are taken off the front of a row,
/// and what is left begins with the 三级指标.
struct IndicatorBlock {
  let section: EvaluationSection
  let header: TextGrid.Row

  private var layout: EvaluationLayout { section.layout }

  /// The indicators, and whether rows of them were lost.
  func indicators(_ rows: ArraySlice<TextGrid.Row>) -> (rows: [Indicator], hasLostRows: Bool) {
    if section.isGrid, let columns { return (rows.compactMap { byHeading($0, columns) }.carryingLevels, false) }
    var result: [Indicator] = []
    var hasLostRows = false
    var level2 = PrintedCell.blank
    for row in rows where !section.isIndicatorHeader(row) {
      // Where cells have slipped, one that cannot be read leaves unknown which the others are, and what is below them.
      guard !row.cells.contains(where: { $0.text.isUnread }) else {
        hasLostRows = true
        level2 = .damaged()
        continue
      }
      let labels = labels(of: row)
      if let label = labels.level2 { level2 = label }
      guard labels.end < row.cells.count else { continue }
      let rest = Array(row.cells[labels.end...])
      let hasTemplate = layout.indicatorColumns.contains { $0.cell == .initialTarget }
      guard var indicator = hasTemplate ? shifted(rest) : inOrder(rest) else {
        if !result.isEmpty { append(row, to: &result[result.count - 1]) }
        continue
      }
      if !hasReasons, indicator.reason.isBlank { indicator.reason = .damaged() }
      indicator.level2 = level2
      indicator.level1 = level1(of: level2, label: labels.level1)
      result.append(indicator)
    }
    return (result, hasLostRows)
  }

  /// Whether the column of reasons survived: its heading tells a reason left out from a column lost.
  private var hasReasons: Bool {
    layout.indicatorColumns.contains { column in
      column.cell == .reason && header.cells.contains { $0.folded == column.title }
    }
  }

  private func level1(of level2: PrintedCell, label: PrintedCell?) -> PrintedCell {
    if let name = section.levels.level1(of: level2.text) { return PrintedCell(name, place: level2.place) }
    return label ?? .damaged()
  }

  /// The labels in front of a row, and where what they label begins.
  private func labels(of row: TextGrid.Row) -> (level1: PrintedCell?, level2: PrintedCell?, end: Int) {
    var level1: PrintedCell?
    var level2: PrintedCell?
    // No layout is wider; a row of any length is read in one go.
    for (index, cell) in row.cells.prefix(40).enumerated() where !cell.text.isEmpty {
      let text = cell.folded
      if section.levels.isBlockLabel(text) { continue }
      if level2 == nil, let name = section.levels.level1(text) {
        level1 = PrintedCell(name, place: section.place(cell))
        continue
      }
      if let name = section.levels.level2(text),
        level2 == nil || leavesIndicator(row.cells[(index + 1)...].prefix(40).filter { !$0.text.isEmpty })
      {
        level2 = PrintedCell(name, place: section.place(cell))
        continue
      }
      return (level1, level2, index)
    }
    return (level1, level2, row.cells.count)
  }

  /// Whether a second label may be one: a 三级指标 can bear the name of its 二级指标, and then too little follows it.
  private func leavesIndicator(_ cells: [TextGrid.Cell]) -> Bool {
    if let first = cells.first, named(first).name != first.folded { return true }
    return cells.prefix { PrintedNumber($0.text) == nil }.count >= 3
  }

  // MARK: - Cells below their headings

  /// The columns by their headings, whatever their order; nil where one without which nothing is understood is missing.
  private var columns: [IndicatorCell: Int]? {
    var columns: [IndicatorCell: Int] = [:]
    for column in layout.indicatorColumns {
      let title = column.title.foldedForComparison
      columns[column.cell] = header.cells.firstIndex { $0.folded.ends(with: title) }
    }
    return [.level2, .level3, .target, .actual, .weight, .score].allSatisfy { columns[$0] != nil } ? columns : nil
  }

  private func byHeading(_ row: TextGrid.Row, _ columns: [IndicatorCell: Int]) -> Indicator? {
    func cell(_ name: IndicatorCell) -> PrintedCell {
      guard let index = columns[name], index < row.cells.count, !row.cells[index].text.isEmpty else { return .blank }
      return section.printed(row.cells[index])
    }
    guard !section.isIndicatorHeader(row), !cell(.level3).isBlank else { return nil }
    var indicator = Indicator(
      level1: .blank, level2: .blank, level3: .blank, target: .blank, actual: .blank, weight: .blank, score: .blank)
    for name in columns.keys { indicator[name] = cell(name) }
    indicator.weight = layout.plainWeight(indicator.weight)
    if let name = section.levels.level1(indicator.level1.text) {
      indicator.level1 = PrintedCell(name, place: indicator.level1.place)
    }
    if let name = section.levels.level2(indicator.level2.text) {
      indicator.level2 = PrintedCell(name, place: indicator.level2.place)
    }
    return indicator
  }

  // MARK: - Cells in the order of the columns

  /// 三级指标, target, actual, 分值, 得分, reason, perhaps with blanks pushed in behind the 三级指标.
  private func inOrder(_ cells: [TextGrid.Cell]) -> Indicator? {
    func cell(_ index: Int) -> PrintedCell { index < cells.count ? section.printed(cells[index]) : .blank }
    if named(cells[0]).isPlaceholder { return placeholder(cells) }
    let pushed = min(2, cells[1...].prefix { $0.text.isEmpty }.count)
    for shift in [pushed, 0] {
      let weight = layout.plainWeight(cell(3 + shift))
      guard weight.number != nil, !weight.text.holds("%") else { continue }
      return Indicator(
        level1: .blank, level2: .blank, level3: cell(0), target: cell(1 + shift), actual: cell(2 + shift),
        weight: weight, score: cell(4 + shift), reason: cell(5 + shift))
    }
    return nil
  }

  /// An indicator of which nothing but the 三级指标 is known.
  private func named(_ cell: TextGrid.Cell) -> Indicator {
    Indicator(
      level1: .blank, level2: .blank, level3: section.printed(cell), target: .blank, actual: .blank, weight: .blank,
      score: .blank)
  }

  /// A row that says 无: words are target and actual, numbers 分值 and 得分, wherever they stand.
  private func placeholder(_ cells: [TextGrid.Cell]) -> Indicator {
    let filled = cells.dropFirst().filter { !$0.text.isEmpty }
    let words = filled.filter { PrintedNumber($0.text) == nil }.map(section.printed)
    let numbers = filled.filter { PrintedNumber($0.text) != nil }.map(section.printed)
    return Indicator(
      level1: .blank, level2: .blank, level3: section.printed(cells[0]), target: words.first ?? .blank,
      actual: words.dropFirst().first ?? .blank, weight: numbers.first ?? .blank,
      score: numbers.dropFirst().first ?? .blank)
  }

  // MARK: - Cells that have shifted

  /// 三级指标, 年初指标值, 调整后指标值, actual, remark, 分值, 得分, reason, with blanks anywhere.
  ///
  /// The last two plain numbers side by side are 分值 and 得分; of one alone the 得分 is blank. What stands between
  /// the 三级指标 and them is the targets and the actual in their order.
  private func shifted(_ cells: [TextGrid.Cell]) -> Indicator? {
    let isNumber = cells.map { !$0.text.holds("%") && PrintedNumber($0.text) != nil }
    // Where the 得分 is printed twice, the 分值 in front of it is the one that weighs something.
    let pairs = cells.indices.dropLast().filter { $0 > 0 && isNumber[$0] && isNumber[$0 + 1] }
    let pair = pairs.last { PrintedNumber(cells[$0].text)?.value != .zero } ?? pairs.last
    guard let weight = pair ?? cells.indices.last(where: { $0 > 0 && isNumber[$0] }) else { return nil }
    // A row that begins with a sign has lost its 三级指标.
    let isNameLost = isTemplate(cells[0].text)
    let values = cells[(isNameLost ? 0 : 1)..<weight].filter { !$0.text.isEmpty }.flatMap(separated)
    let template = values.first.map { isTemplate($0.text) } ?? false || statesTargetTwice(values)
    let rest = template ? Array(values.dropFirst()) : values
    let targetAndActual: [PrintedCell] =
      switch (rest.count, template) {
      case (2..., _): rest.prefix(2).map(section.printed)
      // One value is left: which of the two cells was lost is not known.
      case (1, _): [.damaged(rest[0].text, place: section.place(rest[0])), .damaged()]
      default: [.damaged(), .damaged()]
      }
    let reason = cells[(weight + 1)...].filter { !$0.text.isEmpty && PrintedNumber($0.text) == nil }
    return Indicator(
      level1: .blank, level2: .blank, level3: isNameLost ? .damaged() : section.printed(cells[0]),
      initialTarget: template ? section.printed(values[0]) : .blank, target: targetAndActual[0],
      actual: targetAndActual[1], description: rest.count > 2 ? section.printed(rest[2]) : .blank,
      weight: section.printed(cells[weight]), score: pair == nil ? .blank : section.printed(cells[weight + 1]),
      reason: reason.last.map(section.printed) ?? .blank)
  }

  /// Whether a value is a sign and a unit without a number, or a unit alone.
  private func isTemplate(_ text: String) -> Bool {
    if case .template = section.targets.target(text, year: 0) { return true }
    return !text.utf8.contains(where: isDigit) && text.holds("/")
  }

  /// Whether the figure of the target stands in both of its columns, so that three figures follow each other.
  private func statesTargetTwice(_ values: [TextGrid.Cell]) -> Bool {
    values.count == 3 && values.allSatisfy { section.targets.target($0.text, year: 0).quantity != nil }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Two cells run together (元/人/次≤400元/人/次), taken apart at the sign.
  private func separated(_ cell: TextGrid.Cell) -> [TextGrid.Cell] {
    let signs = "≥≤=＝>".unicodeScalars
    guard let sign = cell.text.unicodeScalars.firstIndex(where: { signs.contains($0) }), sign != cell.text.startIndex
    else {
      return [cell]
    }
    let (front, back) = (cell.text[..<sign], cell.text[sign...])
    guard !front.utf8.contains(where: isDigit), front.utf8.contains(UInt8(ascii: "/")),
      back.utf8.contains(where: isDigit)
    else { return [cell] }
    return [TextGrid.Cell(text: String(front), line: cell.line), TextGrid.Cell(text: String(back), line: cell.line)]
  }

  // MARK: - Rows split over a page

  /// What a row broken over a page goes on with, below the headings of its columns.
  private func append(_ row: TextGrid.Row, to indicator: inout Indicator) {
    for (index, cell) in row.cells.enumerated() where !cell.text.isEmpty {
      let heading = header.cells.indices.contains(index) ? header.cells[index].folded : ""
      let column = layout.indicatorColumns.first { $0.title == heading }?.cell ?? .reason
      // A number is never broken; the fragment belongs to the words beside it.
      let target: IndicatorCell = [.weight, .score].contains(column) ? .reason : column
      indicator[target] = PrintedCell(indicator[target].text + cell.text, place: indicator[target].place)
    }
  }
}

extension [Indicator] {
  /// The indicators with the labels that cover rows below them said of each of these.
  fileprivate var carryingLevels: [Indicator] {
    var result: [Indicator] = []
    for var indicator in self {
      let isAnew = !indicator.level1.isBlank
      if !isAnew { indicator.level1 = result.last?.level1 ?? .blank }
      // Where a 一级指标 is named anew, the 二级指标 above it covers nothing more.
      if indicator.level2.isBlank, !isAnew { indicator.level2 = result.last?.level2 ?? .blank }
      result.append(indicator)
    }
    return result
  }
}
