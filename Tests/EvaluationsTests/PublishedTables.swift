import Accounts
import Evaluations
import Foundation
import TestSupport
import Testing

/// The transcribed tables of 丰台, 宁夏 and 益阳: `Fixtures/tables.json`.
///
/// Figures, levels and names are those of the publications; reasons, goals and other sentences are words of our own. The
/// transcription with the words as published lies beside the checkout: ``published``.
struct PublishedTables: Decodable {
  let tables: [Table]

  struct Table: Decodable {
    let id: String
    let source: String
    let layout: String
    let year: String
    let project: String
    let department: String?
    let unit: String?
    let totalWeight: String?
    let totalScore: String?
    let grade: String?
    let gradeByRule: String
    let level1Split: String
    let lineStart: Int
    let lineEnd: Int
    let fund: [Fund]
    let indicators: [Row]

    enum CodingKeys: String, CodingKey {
      case id, source, layout, year, project, department, unit, fund, indicators
      case totalWeight = "total_weight_printed"
      case totalScore = "total_score_printed"
      case grade = "grade_printed"
      case gradeByRule = "grade_by_rule"
      case level1Split = "level1_split"
      case lineStart = "line_start"
      case lineEnd = "line_end"
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
  }

  struct Cell: Decodable {
    let printed: String?
    let value: String?
    let derived: Bool?
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
    let targetParse: Parse?
    let actualParse: Parse?
    let met: Bool?
    let overachievement: String?

    enum CodingKeys: String, CodingKey {
      case no, line, level1, level2, level3, target, actual, weight, score, deviation, placeholder, met, overachievement
      case targetParse = "target_parse"
      case actualParse = "actual_parse"
    }
  }

  /// What the transcription made of a target, independently of this project.
  struct Parse: Decodable {
    let form: String
    let op: String?
    let value: String?
    let unit: String?
    let prefix: String?
    let date: String?
  }

  static let all = load(
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/tables.json"))

  /// With the words as published; empty where they do not lie beside the checkout.
  static let published = SharedFiles.url("selfevaluation/tables.json").map(load) ?? []

  private static func load(_ file: URL) -> [Table] {
    do {
      return try JSONDecoder().decode(PublishedTables.self, from: Data(contentsOf: file)).tables
    } catch {
      fatalError("\(file.path): \(error)")
    }
  }
}

extension PublishedTables.Table {
  /// As a table of the model.
  func evaluationTable() throws -> EvaluationTable {
    let layouts = try EvaluationLayouts.standard()
    return EvaluationTable(
      year: Int(year) ?? 0, layout: try #require(layouts[layout]), project: project, department: department ?? "",
      unit: unit ?? "", fund: fund.map { $0.fundRow }, indicators: indicators.map { $0.indicator },
      totalWeight: PrintedCell(totalWeight ?? ""), totalScore: PrintedCell(totalScore ?? ""),
      grade: PrintedCell(grade ?? ""))
  }
}

extension PublishedTables.Fund {
  fileprivate var fundRow: FundRow {
    let role: FundRow.Role =
      switch by {
      case "收入性质": .byIncome
      case "支出性质": .byExpenditure
      default: row == "年度资金总额" ? .total : .source
      }
    return FundRow(
      name: row, role: role, initialBudget: cell(initial), fullYearBudget: cell(fullYear), executed: cell(executed),
      weight: cell(weight), rate: cell(rate), score: cell(score))
  }

  private func cell(_ cell: PublishedTables.Cell?) -> PrintedCell {
    // A derived value is the transcriber's, not the print's.
    cell?.derived == true ? .damaged() : PrintedCell(cell?.printed ?? "")
  }
}

extension PublishedTables.Row {
  fileprivate var indicator: Indicator {
    Indicator(
      level1: PrintedCell(level1), level2: PrintedCell(level2), level3: PrintedCell(level3),
      target: PrintedCell(target ?? ""), actual: PrintedCell(actual ?? ""), weight: PrintedCell(weight ?? ""),
      score: PrintedCell(score ?? ""), reason: PrintedCell(deviation ?? ""))
  }
}
