import Accounts
package import SelfEvaluation
import Workbooks

/// Reads self-evaluation tables (绩效自评表) from the text of a published document.
///
/// What the text has lost is marked as damaged, and never made up: the checks say what could not be checked for it.
package struct EvaluationReader: Sendable {
  private let layouts: EvaluationLayouts
  private let levels: IndicatorLevels
  private let targets: TargetReader
  /// The characters of the longest title: that of a project with the longest name a ledger takes.
  private let longestTitle = 220

  /// A reader with the built-in layouts; throws when they are damaged.
  package init() throws {
    layouts = try .standard()
    levels = try .standard()
    targets = try TargetReader()
  }

  /// The tables of a text, in their order.
  package func reading(_ text: String, file: String) -> EvaluationReading {
    let rows = TextGrid(text).rows
    let titles = rows.indices.compactMap { index in layout(titled: rows[index]).map { (index, $0) } }
    var reading = EvaluationReading()
    for (position, (start, layout)) in titles.enumerated() {
      let end = position + 1 < titles.count ? titles[position + 1].0 : rows.count
      let section = EvaluationSection(
        rows: Array(rows[start..<end]), layout: layout, levels: levels, targets: targets, file: file)
      if let table = section.table() {
        reading.tables.append(table)
      } else {
        reading.empty.append(section.title)
      }
    }
    return reading
  }

  /// The tables among the lines and rows of a page, in their order.
  ///
  /// Tables in the grid of their layout are read by it; others as those of a text are.
  func reading(_ page: EvaluationLines, file: String) -> EvaluationReading {
    let rows = page.lines.map(\.gridRow)
    let titles = rows.indices.compactMap { index in layout(titled: rows[index]).map { (index, $0) } }
    var reading = EvaluationReading()
    for (position, (start, layout)) in titles.enumerated() {
      let end = position + 1 < titles.count ? titles[position + 1].0 : rows.count
      let grid = page.lines[start..<end].compactMap { line in
        if case .row(let row) = line, row.cells.count > 1 { row } else { nil }
      }
      // A title without a row is a heading, or stands in the contents.
      guard !grid.isEmpty else { continue }
      let section = EvaluationSection(
        rows: rows[start..<end].filter { !$0.filled.isEmpty }, layout: layout, levels: levels, targets: targets,
        file: file)
      let form = GridForm(rows: grid, layout: layout, levels: levels, year: section.year, file: file)
      if let table = form.table() ?? section.table() {
        reading.tables.append(table)
      } else {
        reading.empty.append(section.title)
      }
    }
    return reading
  }

  /// The tables of a package's data file.
  func reading(_ data: [JSONNode], file: String) throws(UnusableInput) -> EvaluationReading {
    var reading = EvaluationReading()
    reading.tables = try EvaluationData(layouts: layouts, file: file).tables(data)
    return reading
  }

  /// The layout whose title a row prints; nil when it prints none.
  private func layout(titled row: TextGrid.Row) -> EvaluationLayout? {
    guard row.filled.count == 1, let title = row.filled.first?.folded, title.count <= longestTitle else { return nil }
    var fits: [(layout: EvaluationLayout, fixed: Int)] = []
    for layout in layouts.layouts {
      let fixed = layout.title.replacing("{项目名称}", with: "")
      let isNamed = fixed.count != layout.title.count
      let rest = title.dropLast(fixed.count)
      guard title.hasSuffix(fixed), isNamed ? !rest.isEmpty : rest.isEmpty || rest.hasSuffix("年度") else { continue }
      fits.append((layout, fixed.count))
    }
    // 自治区项目支出绩效自评表 ends like 项目支出绩效自评表; the longer title is the one printed.
    return fits.max { $0.fixed < $1.fixed }?.layout
  }
}

/// The self-evaluation tables found in a text.
package struct EvaluationReading: Hashable, Sendable {
  /// The tables, in the order of the text.
  package fileprivate(set) var tables: [EvaluationTable] = []
  /// Titles under which no table stands.
  package fileprivate(set) var empty: [String] = []

  /// Nothing.
  package init() {}

  /// Adds what another reading found.
  mutating func add(_ other: EvaluationReading) {
    tables += other.tables
    empty += other.empty
  }
}
