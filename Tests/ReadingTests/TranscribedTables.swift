import Evaluations
import Foundation
import TestSupport

/// A transcription of self-evaluation tables: of those in the fixtures, which the tests of the checks use too, or of the
/// published ones.
struct TranscribedTables: Decodable {
  let tables: [Table]

  struct Table: Decodable {
    let id: String
    let source: String
    let project: String
    let department: String?
    let unit: String?
    let layout: String
    let totalWeight: String?
    let totalScore: String?
    let fund: [Fund]
    let indicators: [Row]

    enum CodingKeys: String, CodingKey {
      case id, source, layout, project, department, unit, fund, indicators
      case totalWeight = "total_weight_printed"
      case totalScore = "total_score_printed"
    }
  }

  struct Fund: Decodable {
    let row: String
    let by: String?
    let initial: Cell?
    let fullYear: Cell?
    let executed: Cell?
    let weight: Cell?
    let rate: Cell?
    let score: Cell?

    enum CodingKeys: String, CodingKey {
      case row, by, initial, executed, weight, rate, score
      case fullYear = "full_year"
    }

    /// The cells that the transcription has.
    var cells: [(FundCell, String?)] {
      let cells: [(FundCell, Cell?)] = [
        (.initialBudget, initial), (.fullYearBudget, fullYear), (.executed, executed), (.weight, weight),
        (.rate, rate), (.score, score),
      ]
      return cells.compactMap { name, cell in cell.map { (name, $0.printed) } }
    }
  }

  struct Cell: Decodable {
    let printed: String?
  }

  struct Row: Decodable {
    let no: Int
    let line: Int
    let level1: String
    let level2: String
    let level3: String
    let target: String?
    let actual: String?
    let weight: String?
    let score: String?
    let deviation: String?
    let placeholder: Bool

    /// The cells to compare; the numbers of a placeholder are left out.
    var cells: [(IndicatorCell, String?)] {
      let words: [(IndicatorCell, String?)] = [
        (.level1, level1), (.level2, level2), (.level3, level3), (.target, target), (.actual, actual),
        (.reason, deviation),
      ]
      return placeholder ? words : words + [(.weight, weight), (.score, score)]
    }
  }

  struct Finding: Decodable {
    let source: String
    let check: String
    let verdict: String
  }

  private struct Findings: Decodable {
    let findings: [Finding]
  }

  /// The tables of a source as tables of the model.
  static func evaluations(of source: EvaluationReaderTests.Source) throws -> [EvaluationTable] {
    let layouts = try EvaluationLayouts.standard()
    return try load(from: source.transcription).filter { $0.source == source.name }.compactMap { table in
      guard let layout = layouts[table.layout] else { return nil }
      return EvaluationTable(
        year: 2024, layout: layout, project: table.project, department: table.department ?? "",
        unit: table.unit ?? "", fund: table.fund.map(\.fundRow), indicators: table.indicators.map(\.indicator),
        totalWeight: PrintedCell(table.totalWeight ?? ""), totalScore: PrintedCell(table.totalScore ?? ""))
    }
  }

  /// Where the transcription of the texts in the fixtures lies.
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "EvaluationsTests/Fixtures")

  static func load(from folder: URL) throws -> [Table] {
    try JSONDecoder().decode(TranscribedTables.self, from: Data(contentsOf: folder.appending(path: "tables.json")))
      .tables
  }

  /// What an independent program found in the tables.
  static func findings(from folder: URL) throws -> [Finding] {
    try JSONDecoder().decode(Findings.self, from: Data(contentsOf: folder.appending(path: "findings.json"))).findings
  }
}

extension TranscribedTables.Fund {
  fileprivate var fundRow: FundRow {
    let role: FundRow.Role =
      switch by {
      case "收入性质": .byIncome
      case "支出性质": .byExpenditure
      default: row == "年度资金总额" ? .total : .source
      }
    var fund = FundRow(name: row, role: role)
    for (name, text) in cells { fund[name] = PrintedCell(text ?? "") }
    return fund
  }
}

extension TranscribedTables.Row {
  fileprivate var indicator: Indicator {
    var indicator = Indicator(
      level1: .blank, level2: .blank, level3: .blank, target: .blank, actual: .blank,
      weight: PrintedCell(weight ?? ""), score: PrintedCell(score ?? ""))
    for (name, text) in cells { indicator[name] = PrintedCell(text ?? "") }
    return indicator
  }
}
