import Foundation
import SelfEvaluation

/// The transcription of the published self-evaluation tables, which the tests of the checks use too.
struct TranscribedTables: Decodable {
  let tables: [Table]

  struct Table: Decodable {
    let id: String
    let source: String
    let project: String
    let department: String?
    let unit: String?
    let totalScore: String?
    let fund: [Fund]
    let indicators: [Row]

    enum CodingKeys: String, CodingKey {
      case id, source, project, department, unit, fund, indicators
      case totalScore = "total_score_printed"
    }
  }

  struct Fund: Decodable {
    let row: String
    let initial: Cell?
    let fullYear: Cell?
    let executed: Cell?
    let weight: Cell?
    let rate: Cell?
    let score: Cell?

    enum CodingKeys: String, CodingKey {
      case row, initial, executed, weight, rate, score
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

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SelfEvaluationTests/Fixtures")

  static func load() throws -> [Table] {
    try JSONDecoder().decode(TranscribedTables.self, from: Data(contentsOf: folder.appending(path: "tables.json")))
      .tables
  }

  static func findings() throws -> [Finding] {
    try JSONDecoder().decode(Findings.self, from: Data(contentsOf: folder.appending(path: "findings.json"))).findings
  }
}
