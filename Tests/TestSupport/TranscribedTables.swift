package import Evaluations
package import FoundationEssentials

/// The transcribed tables of 丰台, 宁夏 and 益阳: `Fixtures/tables.json`.
///
/// Figures, levels and names are those of the publications; reasons, goals and other sentences are words of our own. The
/// transcription with the words as published lies beside the checkout: ``published``.
package struct TranscribedTables: Decodable, Sendable {
  package let tables: [Table]

  /// A table, cell by cell.
  package struct Table: Decodable, Sendable {
    package let id: String
    package let source: String
    package let layout: String
    package let year: String
    package let project: String
    package let department: String?
    package let unit: String?
    package let totalWeight: String?
    package let totalScore: String?
    package let grade: String?
    package let gradeByRule: String
    package let level1Split: String
    package let lineStart: Int
    package let lineEnd: Int
    package let fund: [Fund]
    package let indicators: [Row]

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

  /// A row of the money (资金).
  package struct Fund: Decodable, Sendable {
    package let row: String
    package let by: String?
    package let initial: Cell?
    package let fullYear: Cell?
    package let executed: Cell?
    package let weight: Cell?
    package let rate: Cell?
    package let score: Cell?

    enum CodingKeys: String, CodingKey {
      case row, by, initial, executed, weight, rate, score
      case fullYear = "full_year"
    }

    /// The cells that the transcription has.
    package var cells: [(FundCell, String?)] {
      let cells: [(FundCell, Cell?)] = [
        (.initialBudget, initial), (.fullYearBudget, fullYear), (.executed, executed), (.weight, weight),
        (.rate, rate), (.score, score),
      ]
      return cells.compactMap { name, cell in cell.map { (name, $0.printed) } }
    }
  }

  /// What a cell prints, and what number the transcriber took it for.
  package struct Cell: Decodable, Sendable {
    package let printed: String?
    package let value: String?
    package let derived: Bool?
  }

  /// A row of the indicators (指标).
  package struct Row: Decodable, Sendable {
    package let no: Int
    package let line: Int
    package let level1: String
    package let level2: String
    package let level3: String
    package let target: String?
    package let actual: String?
    package let weight: String?
    package let score: String?
    package let deviation: String?
    package let placeholder: Bool
    package let targetParse: Parse?
    package let actualParse: Parse?
    package let met: Bool?
    package let overachievement: String?

    enum CodingKeys: String, CodingKey {
      case no, line, level1, level2, level3, target, actual, weight, score, deviation, placeholder, met, overachievement
      case targetParse = "target_parse"
      case actualParse = "actual_parse"
    }

    /// The cells to compare; the numbers of a placeholder, which says 无, stand in other columns in the transcription and
    /// are left out.
    package var cells: [(IndicatorCell, String?)] {
      let words: [(IndicatorCell, String?)] = [
        (.level1, level1), (.level2, level2), (.level3, level3), (.target, target), (.actual, actual),
        (.reason, deviation),
      ]
      return placeholder ? words : words + [(.weight, weight), (.score, score)]
    }
  }

  /// What the transcription made of a target, independently of this project.
  package struct Parse: Decodable, Sendable {
    package let form: String
    package let op: String?
    package let value: String?
    package let unit: String?
    package let prefix: String?
    package let date: String?
  }

  /// Where the transcription of the texts in the fixtures lies, with its ``TranscribedFindings``.
  package static let fixtures = Fixture.url("")

  /// Those of the fixtures.
  package static let all = loaded(from: fixtures)

  /// With the words as published; empty where they do not lie beside the checkout.
  package static let published = SharedFiles.url("selfevaluation").map(loaded) ?? []

  /// Those of a folder's `tables.json`.
  package static func load(from folder: URL) throws -> [Table] {
    try load(folder.appending(path: "tables.json"))
  }

  /// Those of a file.
  package static func load(_ file: URL) throws -> [Table] {
    try JSONDecoder().decode(TranscribedTables.self, from: Data(contentsOf: file)).tables
  }

  private static func loaded(from folder: URL) -> [Table] {
    do {
      return try load(from: folder)
    } catch {
      fatalError("\(folder.path)/tables.json: \(error)")
    }
  }
}

extension TranscribedTables.Table {
  /// As a table of the model; throws where its layout is not known.
  package func evaluationTable() throws -> EvaluationTable {
    struct UnknownLayout: Error { let layout: String }
    guard let layout = try EvaluationLayouts.standard()[layout] else { throw UnknownLayout(layout: layout) }
    return EvaluationTable(
      year: Int(year) ?? 0, layout: layout, project: project, department: department ?? "", unit: unit ?? "",
      fund: fund.map(\.fundRow), indicators: indicators.map(\.indicator), totalWeight: PrintedCell(totalWeight ?? ""),
      totalScore: PrintedCell(totalScore ?? ""), grade: PrintedCell(grade ?? ""))
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
    return FundRow(
      name: row, role: role, initialBudget: cell(initial), fullYearBudget: cell(fullYear), executed: cell(executed),
      weight: cell(weight), rate: cell(rate), score: cell(score))
  }

  private func cell(_ cell: TranscribedTables.Cell?) -> PrintedCell {
    // A derived value is the transcriber's, not the print's.
    cell?.derived == true ? .damaged() : PrintedCell(cell?.printed ?? "")
  }
}

extension TranscribedTables.Row {
  fileprivate var indicator: Indicator {
    Indicator(
      level1: PrintedCell(level1), level2: PrintedCell(level2), level3: PrintedCell(level3),
      target: PrintedCell(target ?? ""), actual: PrintedCell(actual ?? ""), weight: PrintedCell(weight ?? ""),
      score: PrintedCell(score ?? ""), reason: PrintedCell(deviation ?? ""))
  }
}
