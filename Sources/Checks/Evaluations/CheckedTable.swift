import Accounts
import Evaluations

/// A table while it is checked: its figures read once, and the report it writes to.
struct CheckedTable {
  let table: EvaluationTable
  let address: CellAddress
  let rows: [Row]
  /// What every score is, a blank among them.
  let scores: TableScores
  /// The paragraphs of the report on it, where it is of the whole department.
  let reportLines: [PrintedCell]
  let tools: Tools
  private(set) var report: CheckReport

  /// What every check needs: reading, scoring, and the catalogue.
  struct Tools {
    let scoring: Scoring
    let rules: RuleCatalogue
    let rates: RateWords
    let completion: CompletionWords
    let results: ResultWords
    let analysis: [AnalysisPart]

    var reader: TargetReader { scoring.reader }
  }

  /// An indicator that is none of the placeholders. Every check goes over all of them: the copies share what they hold.
  final class Row {
    /// Its address, which the name of a cell is to follow.
    let address: String
    let indicator: Indicator
    let target: Target
    let actual: Target
    let attainment: Attainment
    /// What the score is.
    let score: Score
    /// What a message calls it.
    let name: String

    init(
      address: String, indicator: Indicator, target: Target, actual: Target, attainment: Attainment, score: Score
    ) {
      self.address = address
      self.indicator = indicator
      self.target = target
      self.actual = actual
      self.attainment = attainment
      self.score = score
      let name = indicator.name
      self.name = name.isEmpty ? "（名称残缺）" : name
    }

    /// The address of a cell.
    func address(of cell: IndicatorCell) -> String { "\(address).\(cell.rawValue)" }
  }

  init(_ table: EvaluationTable, address: CellAddress, report lines: [PrintedCell] = [], tools: Tools) {
    self.table = table
    reportLines = lines
    self.address = address
    self.tools = tools
    report = CheckReport.empty
    let scores = tools.scoring.scores(of: table)
    self.scores = scores
    rows = zip(zip(address.indicators(of: table), table.indicators), scores.indicators).compactMap { named, score in
      let (address, indicator) = named
      guard !indicator.isPlaceholder else { return nil }
      let target = tools.reader.target(
        indicator.target.text, initial: indicator.initialTarget.text, year: table.year)
      let actual = tools.reader.target(indicator.actual.text, year: table.year)
      // Whether less is better is said by the sign, else by the kind of indicator; one of them has to be legible.
      let isDirectionLost =
        [nil, .equal].contains(target.quantity?.comparison)
        && (indicator.level2.isDamaged || indicator.initialTarget.isDamaged)
      let isDamaged = indicator.target.isDamaged || indicator.actual.isDamaged || isDirectionLost
      let attainment =
        isDamaged
        ? .notComparable(.damaged) : tools.reader.attainment(of: target, by: actual, isCost: indicator.isCost)
      return Row(
        address: address, indicator: indicator, target: target, actual: actual, attainment: attainment, score: score)
    }
  }

  var layout: EvaluationLayout { table.layout }

  /// The first row of the fund block.
  var total: FundRow? { table.fund.first { $0.role == .total } }

  // MARK: - Saying what was found

  /// Whether a rule applies in the table's layout.
  func applies(_ rule: RuleID) -> Bool { tools.rules[rule].severity(in: table) != nil }

  mutating func held(_ rule: RuleID) { report.held(rule) }

  mutating func notChecked(_ rule: RuleID, at address: String, _ reason: String) {
    report.notChecked(rule, at: address, reason)
  }

  mutating func violated(
    _ rule: RuleID, _ message: String, _ operands: [Finding.Operand], expected: String? = nil,
    residual: String? = nil, allowed: String? = nil, in one: RuleCase? = nil
  ) {
    let catalogued = tools.rules[rule]
    guard let usual = catalogued.severity(in: table) else { return }
    report.violated(
      rule,
      Finding(
        rule: rule.rawValue, severity: one.flatMap { catalogued.cases[$0]?.severity } ?? usual,
        message: "“\(table.project)”：\(message)",
        operands: operands, expected: expected, residual: residual, allowed: allowed,
        advice: catalogued.advice(one)))
  }

  /// Runs a check that computes; a number that does not fit leaves it not checked.
  mutating func apply(
    _ rule: RuleID, at address: String, _ check: (inout CheckedTable) throws(NumberOverflow) -> Void
  ) {
    guard applies(rule) else { return }
    do {
      try check(&self)
    } catch {
      notChecked(rule, at: address, NumberOverflow.words)
    }
  }

  // MARK: - Operands

  func operand(_ row: FundRow, _ cell: FundCell) -> Finding.Operand {
    Finding.Operand(
      address: address.fund(row, cell), label: row.name + cell.rawValue, printed: row[cell].text,
      place: row[cell].place)
  }

  func operand(_ row: Row, _ cell: IndicatorCell) -> Finding.Operand {
    Finding.Operand(
      address: row.address(of: cell), label: row.name + cell.rawValue,
      printed: row.indicator[cell].text, place: row.indicator[cell].place)
  }

  func operand(_ name: String, _ cell: PrintedCell) -> Finding.Operand {
    Finding.Operand(address: address.single(name), label: name, printed: cell.text, place: cell.place)
  }
}

extension PrintedCell {
  /// Whether a reason (偏差原因) is given; nil when the cell is damaged.
  var givesReason: Bool? { isDamaged ? nil : !["", "无", "/", "—"].contains(text.foldedForComparison) }
}
