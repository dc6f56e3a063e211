/// A self-evaluation table as it is printed: rows of cells, merged as the layout merges them.
package struct EvaluationGrid {
  /// What stands behind a score that was computed, so that it is not taken for one that a person gave.
  package static let computedMark = "※"
  /// The note that explains the mark.
  package static let computedNote = "标“\(computedMark)”的得分、总分、等级由软件按评分规则算出，其余由填报人评定。"
  /// 按收入性质分 and 按支出性质分, in the order of their columns.
  package static let partHeadings = ["按收入性质分：", "按支出性质分："]
  /// What stands in front of the first of such parts.
  package static let firstPartPrefix = "其中："
  /// 绩效指标.
  package static let indicatorCaption = "绩效指标"
  /// 项目绩效分析.
  package static let analysisCaption = "项目绩效分析"

  /// A cell and how far it reaches.
  package struct Cell: Sendable {
    /// What a cell is to those that hear the table read.
    package enum Role: Sendable {
      case columnHeading
      case rowHeading
      case value
    }

    package let role: Role
    package var text: String
    package var columns: Int
    package var rows = 1
    /// The address that findings use for the cell; nil for headings.
    package var address: String?
    /// Whether it is set in the middle, as numbers are, and not as text.
    package var isNumber = false
    /// Whether it says the same of every row it covers, and so is repeated where cells cannot be merged.
    package var isOfEachRow = false
  }

  /// Rows whose merged cells reach no further: the header, the funds, the goals, the indicators, the total, the analysis.
  package private(set) var blocks: [[[Cell]]] = []
  /// The addresses of the scores that were computed, in the order in which they stand.
  package private(set) var computed: [String] = []
  package let width: Int

  private let table: EvaluationTable
  private let address: CellAddress
  private let geometry: EvaluationGeometry

  /// The grid of the table of a number.
  package init(_ table: EvaluationTable, number: Int) {
    self.table = table
    address = CellAddress(table: number)
    geometry = EvaluationGeometry(table.layout)
    width = geometry.width
    blocks = [header()]
    blocks.append(funds())
    blocks.append(goals())
    blocks.append(indicators())
    blocks.append([total()])
    if !table.analysis.isEmpty { blocks.append(analysis()) }
  }

  // MARK: - Blocks

  private func header() -> [[Cell]] {
    let layout = table.layout
    var values = [table.project, table.department, table.unit]
    if layout.isOfWholeDepartment { values = [table.department] }
    var names = ["项目名称", "主管部门", "实施单位"].map { Optional(address.single($0)) }
    if layout.isOfWholeDepartment { names = [nil] }
    var position = 0
    return layout.header.map { headings in
      headings.enumerated().flatMap { index, heading -> [Cell] in
        defer { position += 1 }
        let columns = geometry.header(index, of: headings.count)
        return [
          Cell(role: .rowHeading, text: heading, columns: columns.label.count),
          Cell(
            role: .value, text: position < values.count ? values[position] : "", columns: columns.value.count,
            address: position < names.count ? names[position] : nil),
        ]
      }
    }
  }

  private mutating func funds() -> [[Cell]] {
    let layout = table.layout
    let hasGroups = layout.fundColumns.contains { $0.group != nil }
    let labelWidth = geometry.firstFundColumn - 1
    var headings: [Cell] = [
      Cell(role: .value, text: "", columns: labelWidth, rows: hasGroups ? 2 : 1)
    ]
    var lower: [Cell] = []
    for column in layout.fundColumns {
      guard let group = column.group else {
        headings.append(Cell(role: .columnHeading, text: column.title, columns: 1, rows: hasGroups ? 2 : 1))
        continue
      }
      lower.append(Cell(role: .columnHeading, text: column.title, columns: 1))
      if let last = headings.indices.last, headings[last].text == group {
        headings[last].columns += 1
      } else {
        headings.append(Cell(role: .columnHeading, text: group, columns: 1))
      }
    }
    var rows = hasGroups ? [headings, lower] : [headings]
    for row in table.fund where row.role == .total || row.role == .source {
      let label = layout.fundRows.first { $0.name == row.name }?.label ?? row.name
      rows.append(
        [Cell(role: .rowHeading, text: label, columns: labelWidth)]
          + layout.fundColumns.map { column in
            value(row[column.cell], address.fund(row, column.cell), isNumber: column.cell != .reason)
          })
    }
    rows += parts()
    rows[0].insert(Cell(role: .rowHeading, text: layout.fundCaption, columns: 1, rows: rows.count), at: 0)
    return rows
  }

  /// The parts of what was executed, by income and by expenditure side by side.
  private func parts() -> [[Cell]] {
    let sides = [FundRow.Role.byIncome, .byExpenditure].map { role in table.fund.filter { $0.role == role } }
    guard sides.contains(where: { !$0.isEmpty }) else { return [] }
    let columns = geometry.parts
    var rows = [
      zip(EvaluationGrid.partHeadings, columns).map { Cell(role: .columnHeading, text: $0, columns: $1.count) }
    ]
    for index in 0..<max(sides[0].count, sides[1].count) {
      rows.append(
        zip(sides, columns).map { side, columns in
          guard index < side.count else { return Cell(role: .value, text: "", columns: columns.count) }
          let part = side[index]
          let prefix = index == 0 ? EvaluationGrid.firstPartPrefix : ""
          return Cell(
            role: .value, text: "\(prefix)\(part.name)：\(part.executed.text)", columns: columns.count,
            address: address.fund(part, .executed))
        })
    }
    return rows
  }

  private func goals() -> [[Cell]] {
    let layout = table.layout
    let texts = [(table.goal.expected, "年度目标"), (table.goal.actual, "实际完成情况")]
    let headings = zip(layout.goalColumns, geometry.goals).map {
      Cell(role: .columnHeading, text: $0, columns: $1.count)
    }
    let caption = Cell(role: .rowHeading, text: layout.goalCaption, columns: 1, rows: 2)
    return [
      [caption] + headings,
      zip(texts, geometry.goals).map { text, columns in
        Cell(role: .value, text: text.0.text, columns: columns.count, address: address.single(text.1))
      },
    ]
  }

  private mutating func indicators() -> [[Cell]] {
    let layout = table.layout
    let labels = [IndicatorCell.level1, .level2]
    let addresses = address.indicators(of: table)
    var rows: [[Cell]] = [
      [
        Cell(
          role: .rowHeading, text: EvaluationGrid.indicatorCaption, columns: 1, rows: table.indicators.count + 1)
      ] + layout.indicatorColumns.map { Cell(role: .columnHeading, text: $0.title, columns: 1) }
    ]
    for (index, indicator) in table.indicators.enumerated() {
      var row: [Cell] = []
      for column in layout.indicatorColumns {
        if labels.contains(column.cell) {
          // A label stands once for the rows below one another that bear it.
          let count = run(at: index, column.cell)
          guard count > 0 else { continue }
          let text = column.cell == .level1 ? level1(at: index, count) : indicator.level2.text
          row.append(Cell(role: .rowHeading, text: text, columns: 1, rows: count, isOfEachRow: true))
        } else {
          var cell = value(
            indicator[column.cell], "\(addresses[index]).\(column.cell.rawValue)",
            isNumber: [.weight, .score].contains(column.cell))
          if column.cell == .weight, indicator.weight.number != nil {
            cell.text = layout.weightPrefix + cell.text + layout.weightSuffix
          }
          row.append(cell)
        }
      }
      rows.append(row)
    }
    return rows
  }

  /// How many rows the label of a level covers from a row on; 0 where the row is covered by one above.
  private func run(at index: Int, _ level: IndicatorCell) -> Int {
    func isSame(_ first: Int, _ second: Int) -> Bool {
      let (one, two) = (table.indicators[first], table.indicators[second])
      return one.level1.text == two.level1.text && (level == .level1 || one.level2.text == two.level2.text)
    }
    if index > 0, isSame(index - 1, index) { return 0 }
    return table.indicators.indices[index...].prefix { isSame(index, $0) }.count
  }

  /// A 一级指标 with its 分值 where the layout prints that: 产出指标（50分）.
  private func level1(at index: Int, _ count: Int) -> String {
    let name = table.indicators[index].level1.text
    guard table.layout.level1ShowsWeight else { return name }
    let weights = table.indicators[index..<index + count].compactMap { $0.weight.number?.value }
    guard let sum = try? weights.reduce(Rational.zero, { try $0 + $1 }) else { return name }
    return "\(name)（\(sum.shortText())分）"
  }

  private mutating func total() -> [Cell] {
    let columns = geometry.total
    var row = [Cell(role: .rowHeading, text: table.layout.totalLabel, columns: columns.label.count)]
    if columns.weight != nil { row.append(value(table.totalWeight, address.single("总分分值"), isNumber: true)) }
    row.append(value(table.totalScore, address.single("总分"), isNumber: true))
    if columns.grade != nil { row.append(value(table.grade, address.single("等级"), isNumber: true)) }
    let rest = width - row.reduce(0) { $0 + $1.columns }
    if rest > 0 { row.append(Cell(role: .value, text: "", columns: rest)) }
    return row
  }

  private func analysis() -> [[Cell]] {
    let columns = geometry.analysis
    var rows = table.analysis.map { part in
      [
        Cell(role: .rowHeading, text: part.title, columns: columns.title.count),
        Cell(role: .value, text: part.text.text, columns: columns.text.count, address: address.single(part.title)),
      ]
    }
    rows[0].insert(
      Cell(role: .rowHeading, text: EvaluationGrid.analysisCaption, columns: 1, rows: rows.count), at: 0)
    return rows
  }

  private mutating func value(_ cell: PrintedCell, _ address: String, isNumber: Bool) -> Cell {
    if cell.isComputed { computed.append(address) }
    return Cell(
      role: .value, text: cell.text + (cell.isComputed ? EvaluationGrid.computedMark : ""), columns: 1,
      address: address, isNumber: isNumber)
  }
}

extension EvaluationLayout {
  /// Whether its tables are too wide for an upright page.
  package var isWide: Bool { indicatorColumns.count > 8 }
}
