package import Accounts
package import Evaluations
import Formats

/// Reads self-evaluation tables (绩效自评表) from the text of a published document.
///
/// What the text has lost is marked as damaged, and never made up: the checks say what could not be checked for it.
package struct EvaluationReader: Sendable {
  private let layouts: EvaluationLayouts
  /// What the title of each layout ends with, and whether the name of a project stands before that.
  private let titles: [(layout: EvaluationLayout, fixed: String, isNamed: Bool)]
  private let levels: IndicatorLevels
  private let targets: TargetReader
  private let overall: OverallForm
  private let reports: ReportReader
  /// The characters of the longest title: that of a project with the longest name a ledger takes.
  private let longestTitle = 220

  /// A reader with the built-in layouts; throws when they are damaged.
  package init() throws {
    layouts = try .standard()
    titles = layouts.layouts.map { layout in
      let fixed = layout.title.replacing("{项目名称}", with: "")
      return (layout, fixed, fixed.utf8.count != layout.title.utf8.count)
    }
    levels = try .standard()
    targets = try TargetReader()
    overall = try .standard()
    reports = try ReportReader()
  }

  /// The tables of a text, in their order.
  package func reading(_ text: String, file: String) -> EvaluationReading {
    let rows = TextGrid(text).rows
    var reading = EvaluationReading()
    reading.unread = untitled(among: rows, file)
    for part in parts(of: rows) {
      guard case .table(let layout) = part.title else {
        read(part, of: rows, file, into: &reading)
        continue
      }
      let end = rows[part.range].firstIndex(where: isTotal)
      reading.addUnread(among: rows[part.range.lowerBound...(end ?? part.range.upperBound - 1)], file)
      let section = EvaluationSection(
        rows: Array(rows[part.range]), layout: layout, levels: levels, targets: targets, file: file)
      reading.add(section.table(), titled: section.title)
    }
    return reading
  }

  /// The tables among the lines and rows of a page, in their order.
  ///
  /// Tables in the grid of their layout are read by it; others as those of a text are.
  func reading(_ page: EvaluationLines, file: String) -> EvaluationReading {
    let rows = page.lines.map(\.gridRow)
    var reading = EvaluationReading()
    reading.unread = untitled(among: rows, file)
    for part in parts(of: rows) {
      guard case .table(let layout) = part.title else {
        read(part, of: rows, file, into: &reading)
        if case .basicData = part.title {
          reading.addUnread(among: rows[page.table(in: part.range)], file)
          reading.addBrokenNumbers(reading.overall.basicData?.figures ?? [])
        }
        continue
      }
      let grid = page.lines[part.range].compactMap { line in
        if case .row(let row) = line, row.cells.count > 1 { row } else { nil }
      }
      // A title without a row is a heading, or stands in the contents.
      guard !grid.isEmpty else { continue }
      let title = rows[part.range.lowerBound].filled[0]
      guard let layout = self.layout(layout, printing: rows[part.range]) else {
        reading.unread.append(
          .table(title.text, at: title.place(in: file), "自评表的表头不是认得的版式，不知道怎样计分，这张表没有读"))
        continue
      }
      reading.addUnread(among: rows[page.table(in: part.range)], file)
      let section = EvaluationSection(
        rows: rows[part.range].filter { !$0.filled.isEmpty }, layout: layout, levels: levels, targets: targets,
        file: file, isGrid: true)
      let form = GridForm(
        rows: grid, layout: layout, levels: levels, year: section.year, file: file)
      if let table = form.table() {
        reading.tables.append(table)
        reading.addBrokenNumbers(table.figures)
      } else if grid.contains(where: \.isPartedByGaps) {
        // Texts of many lines stand in its cells: what is no grid as it stands may be any.
        reading.unread.append(
          .table(title.text, at: title.place(in: file), "自评表没有表线，各格的字分不清，这张表没有读"))
      } else {
        reading.add(section.table(), titled: section.title)
      }
    }
    return reading
  }

  /// The tables that nothing entitles, each by the headings of its indicators: the first rows of a text, and what follows
  /// the total of another table; and the data table by the first of its headings.
  private func untitled(among rows: [TextGrid.Row], _ file: String) -> [EvaluationReading.Unread] {
    var unread: [EvaluationReading.Unread] = []
    var isExpected = false
    var isDataExpected = false
    for row in rows {
      if let title = title(row) {
        if case .table = title { isExpected = true } else { isExpected = false }
        if case .basicData = title { isDataExpected = true } else { isDataExpected = false }
      } else if BasicDataReader.isHeading(row.cells.lazy.map(\.folded)) {
        if !isDataExpected, let cell = row.firstFilled {
          unread.append(
            .table(
              row.filled.map(\.text).joined(separator: " "), at: cell.place(in: file),
              "是绩效评价基础数据表的表头，上方却没有认得的标题，这张表没有读"))
        }
      } else if EvaluationLines.isHeading(row.cells.lazy.map(\.folded)) {
        if !isExpected, let cell = row.firstFilled {
          unread.append(
            .table(
              row.filled.map(\.text).joined(separator: " "), at: cell.place(in: file),
              "是自评表的表头，上方却没有认得的标题，这张表没有读"))
        }
      } else if isTotal(row) {
        isExpected = false
      }
    }
    return unread
  }

  private func isTotal(_ row: TextGrid.Row) -> Bool {
    row.firstFilled.map { levels.isTotalLabel($0.folded) } ?? false
  }

  /// What a title begins.
  private enum Title {
    case table(EvaluationLayout)
    case basicData
    case report
  }

  /// The rows from each title to the next.
  private func parts(of rows: [TextGrid.Row]) -> [(title: Title, range: Range<Int>)] {
    var titles: [(Int, Title)] = []
    for index in rows.indices {
      guard let title = title(rows[index]) else { continue }
      // A report has its title on the cover too, with the date below.
      if case .report = title, case .report? = titles.last?.1 { continue }
      titles.append((index, title))
    }
    return titles.enumerated().map { position, title in
      (title.1, title.0..<(position + 1 < titles.count ? titles[position + 1].0 : rows.count))
    }
  }

  /// Reads what stands beside the table of a whole department; a title with nothing below it stands in the contents.
  private func read(
    _ part: (title: Title, range: Range<Int>), of rows: [TextGrid.Row], _ file: String,
    into reading: inout EvaluationReading
  ) {
    switch part.title {
    case .table: return
    case .basicData:
      guard reading.overall.basicData == nil else { return }
      reading.overall.basicData = BasicDataReader(form: overall, file: file).data(rows[part.range])
    case .report:
      guard reading.overall.report == nil else { return }
      reading.overall.report = reports.report(rows[part.range], file: file)
    }
  }

  /// The tables of a package's data file.
  func reading(
    _ data: [JSONNode], _ basicData: JSONNode?, file: String
  ) throws(UnusableInput) -> EvaluationReading {
    var reading = EvaluationReading()
    let source = EvaluationData(layouts: layouts, file: file)
    reading.tables = try source.tables(data)
    reading.overall.basicData = basicData.map(source.basicData)
    return reading
  }

  /// The title that a row prints; nil when it prints none.
  private func title(_ row: TextGrid.Row) -> Title? {
    guard let title = row.onlyFilled?.folded, title.utf8.count <= longestTitle || title.count <= longestTitle else {
      return nil
    }
    if title.ends(with: overall.title) { return .basicData }
    if title.ends(with: overall.reportTitle) { return .report }
    return layout(titled: title).map { .table($0) }
  }

  /// The layout whose headings rows print: that of their title, or 丰台's where its 填报注意事项 stand below; nil when the
  /// headings are those of neither, so that nothing is known of how such a table is scored.
  private func layout(_ titled: EvaluationLayout, printing rows: ArraySlice<TextGrid.Row>) -> EvaluationLayout? {
    func prints(_ layout: EvaluationLayout) -> Bool {
      let columns = layout.indicatorColumns.filter { $0.cell != .reason && $0.cell != .description }
      return rows.contains { row in
        columns.allSatisfy { column in row.cells.contains { $0.folded.ends(with: column.title.foldedForComparison) } }
      }
    }
    if prints(titled) { return titled }
    return layouts.layouts.first { layout in
      guard layout.scoring.isProportional, let note = layout.notes.first?.foldedForComparison, prints(layout) else {
        return false
      }
      return rows.contains { $0.filled.first?.folded.begins(with: note) ?? false }
    }
  }

  private func layout(titled title: String) -> EvaluationLayout? {
    var fits: [(layout: EvaluationLayout, fixed: Int)] = []
    for (layout, fixed, isNamed) in titles where title.utf8.reversed().starts(with: fixed.utf8.reversed()) {
      let rest = title.utf8.dropLast(fixed.utf8.count)
      guard isNamed ? !rest.isEmpty : rest.isEmpty || rest.reversed().starts(with: "年度".utf8.reversed()) else {
        continue
      }
      fits.append((layout, fixed.utf8.count))
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
  /// Tables and cells that were not understood.
  package fileprivate(set) var unread: [Unread] = []

  /// A table or cells that were not understood.
  package struct Unread: Hashable, Sendable {
    /// The characters found: the title of a table, or what stands in the cells of a row.
    package let text: String
    /// Where it stands.
    package let place: SourceLocation
    /// Why it means nothing here, as a clause.
    package let reason: String
    /// Whether it is a whole table.
    package let isTable: Bool

    /// A table.
    static func table(_ text: String, at place: SourceLocation, _ reason: String) -> Unread {
      Unread(text: text, place: place, reason: reason, isTable: true)
    }
  }

  /// What stands beside the table of the whole department: the data table and the report.
  package fileprivate(set) var overall = OverallEvaluation()

  /// Nothing.
  package init() {}

  /// Whether nothing was found.
  var isEmpty: Bool { tables.isEmpty && empty.isEmpty && unread.isEmpty && overall.isEmpty }

  /// How many tables were not understood.
  package var lostTables: Int { unread.count(where: \.isTable) }

  /// Adds a table that was not understood.
  mutating func addUnread(_ table: Unread) { unread.append(table) }

  /// Adds what another reading found.
  mutating func add(_ other: EvaluationReading) {
    tables += other.tables
    empty += other.empty
    unread += other.unread
    overall.basicData = overall.basicData ?? other.overall.basicData
    overall.report = overall.report ?? other.overall.report
  }
}

extension EvaluationReading {
  /// Adds what stands below a title; nil where that is no table.
  fileprivate mutating func add(_ table: EvaluationTable?, titled title: String) {
    if let table { tables.append(table) } else { empty.append(title) }
  }

  /// Adds the cells of rows that cannot be read, those of a row together.
  fileprivate mutating func addUnread(among rows: ArraySlice<TextGrid.Row>, _ file: String) {
    for row in rows {
      let cells = row.cells.filter { !$0.text.isEmpty && $0.text.isUnread }
      guard let first = cells.first else { continue }
      unread.append(
        Unread(
          text: cells.map(\.text).joined(separator: " "), place: first.place(in: file), reason: "自评表里的字认不出，没有读",
          isTable: false))
    }
  }

  /// Adds the cells that should hold a number and hold digits that are none.
  fileprivate mutating func addBrokenNumbers(_ cells: [PrintedCell]) {
    for cell in cells where cell.isBrokenNumber {
      guard let place = cell.place else { continue }
      unread.append(Unread(text: cell.text, place: place, reason: "这里应是一个数，却不是数", isTable: false))
    }
  }
}

extension EvaluationTable {
  /// The cells that hold numbers.
  fileprivate var figures: [PrintedCell] {
    let funds = fund.flatMap { row in FundCell.allCases.filter { $0 != .reason }.map { row[$0] } }
    return funds + indicators.flatMap { [$0.weight, $0.score] } + [totalWeight, totalScore]
  }
}

extension BasicData {
  /// The cells that hold numbers.
  fileprivate var figures: [PrintedCell] {
    [authorised, inService, staffRate] + expenses.flatMap { row in ExpenseColumn.allCases.map { row[$0] } }
      + buildings.flatMap(\.cells)
  }
}
