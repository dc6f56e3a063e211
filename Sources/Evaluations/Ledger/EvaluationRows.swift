package import Accounts
package import Formats

/// A self-evaluation table as rows of a ledger's sheets 绩效项目, 绩效资金 and 绩效指标 (自评表还原成账).
///
/// What the rules compute is left to them. What a ledger has no cell for, or was lost where it was read, is listed: nothing is
/// made up for it.
package struct EvaluationRows: Sendable {
  /// The rows of the three sheets.
  package private(set) var rows: [SheetID: [RowFields]] = [:]
  /// What did not become a cell, each in one line.
  package private(set) var lost: [String] = []

  /// The rows of tables, in their order. Throws ``DamagedData`` when the built-in words are damaged.
  package init(of tables: [EvaluationTable]) throws(DamagedData) {
    let analysis = try AnalysisPart.standard()
    for table in tables { add(table, analysis) }
  }

  private mutating func add(_ table: EvaluationTable, _ analysis: [AnalysisPart]) {
    var project = begin(table)
    project.set(.layout, table.layout.shortName)
    project.set(.department, Self.given(table.department))
    if !table.layout.isOfWholeDepartment { project.set(.implementer, Self.given(table.unit)) }
    set(&project, .goal, table.goal.expected, of: table)
    set(&project, .achievement, table.goal.actual, of: table)
    set(&project, .totalScore, table.totalScore, of: table, isNumber: true)
    if table.layout.showsGrade { set(&project, .grade, table.grade, of: table) }
    for part in table.analysis {
      guard let column = analysis.first(where: { $0.title == part.title })?.column else { continue }
      set(&project, column, part.text, of: table)
    }
    rows[EvaluationProjectRow.sheet, default: []].append(project)
    for fund in table.fund { add(fund, of: table) }
    for indicator in table.indicators { add(indicator, of: table) }
  }

  private func begin(_ table: EvaluationTable) -> RowFields {
    RowFields([.project: .text(table.project)], place: SourceLocation(file: ""))
  }

  private static func given(_ text: String) -> String? { text.trimmed.isEmpty ? nil : text }

  private mutating func add(_ fund: FundRow, of table: EvaluationTable) {
    var row = begin(table)
    row.set(.fundSource, fund.role == .total ? "年度资金总额" : fund.name)
    let amounts: [(ColumnID, PrintedCell)] = [
      (.declared, fund.declared), (.initialBudget, fund.initialBudget), (.finalBudget, fund.fullYearBudget),
      (.executed, fund.executed),
    ]
    for (column, cell) in amounts where !cell.isBlank && cell.text != table.layout.notApplicable {
      if let amount = cell.number?.wanyuan {
        row.set(column, amount)
      } else {
        lose(cell, column, of: table)
      }
    }
    // A source without money is printed all the same where the layout prints every source.
    guard row.values.count > 2 || fund.role == .total else { return }
    if fund.role == .total {
      set(&row, .weight, fund.weight, of: table, isNumber: true)
      set(&row, .score, fund.score, of: table, isNumber: true)
    }
    if fund.rate.text != table.layout.notApplicable { set(&row, .rate, fund.rate, of: table) }
    set(&row, .deviationReason, fund.reason, of: table)
    rows[EvaluationFundRow.sheet, default: []].append(row)
  }

  private mutating func add(_ indicator: Indicator, of table: EvaluationTable) {
    var row = begin(table)
    // Without these a row is none: what is left of them stands there, or 待补, which is refused until somebody fills it in.
    for (column, cell) in [
      (ColumnID.level1, indicator.level1), (.level2, indicator.level2), (.level3, indicator.level3),
    ] {
      row.set(column, cell.text.trimmed.isEmpty ? "待补" : cell.text)
      if cell.isDamaged || cell.isBlank { lose(cell, column, of: table) }
    }
    let cells: [(ColumnID, PrintedCell, isNumber: Bool)] = [
      (.initialTarget, indicator.initialTarget, false), (.target, indicator.target, false),
      (.attained, indicator.actual, false), (.explanation, indicator.description, false),
      (.weight, indicator.weight, true), (.score, indicator.score, true), (.deviationReason, indicator.reason, false),
    ]
    for (column, cell, isNumber) in cells { set(&row, column, cell, of: table, isNumber: isNumber) }
    rows[EvaluationIndicatorRow.sheet, default: []].append(row)
  }

  private mutating func set(
    _ row: inout RowFields, _ column: ColumnID, _ cell: PrintedCell, of table: EvaluationTable, isNumber: Bool = false
  ) {
    guard !cell.isBlank, !cell.isComputed else { return }
    guard !cell.isDamaged, !isNumber || cell.number != nil else { return lose(cell, column, of: table) }
    row.set(column, cell.text)
  }

  private mutating func lose(_ cell: PrintedCell, _ column: ColumnID, of table: EvaluationTable) {
    let place = cell.place.map { "\($0): " } ?? ""
    lost.append("\(place)《\(table.layout.title(of: table.project))》有一格没有读全（\(Problem.quoted(cell.text))），请对照原件补上")
  }
}

extension PrintedNumber {
  /// The amount it prints in 万元, exact; nil where it is finer than a fen or does not fit.
  fileprivate var wanyuan: Amount? {
    guard let fen = try? value * Rational(1_000_000), fen.denominator == 1 else { return nil }
    return Amount(fen: fen.numerator)
  }
}
