import Evaluations
import FoundationEssentials
import Reading

/// How many cells of published self-evaluation tables are read as they were transcribed by other means.
struct EvaluationAccuracy {
  private var rows: [(file: String, tables: Int, empty: Int, equal: Int?, cells: Int?)] = []

  /// Reads every text of a folder; `transcription` is the file that holds the tables of some of them.
  init(texts folder: String, transcription path: String) throws {
    let reader = try EvaluationReader()
    let transcribed = try Transcription(path)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      let reading = reader.reading(String(decoding: data, as: UTF8.self), file: name)
      guard !reading.tables.isEmpty || !reading.empty.isEmpty else { continue }
      let expected = transcribed.tables.filter { name.hasPrefix($0.source + "-") }
      var (equal, cells) = (0, 0)
      for (index, table) in expected.enumerated() {
        let read = index < reading.tables.count ? reading.tables[index] : nil
        for (one, other) in table.cells(in: read) {
          cells += 1
          if one == other { equal += 1 }
        }
      }
      rows.append(
        (
          name, reading.tables.count, reading.empty.count, expected.isEmpty ? nil : equal,
          expected.isEmpty ? nil : cells
        ))
    }
  }

  /// The measurement as a table.
  var table: String {
    var lines = ["文件\t自评表\t没有表的标题\t相同的格\t转录的格"]
    for row in rows {
      lines.append(
        "\(row.file)\t\(row.tables)\t\(row.empty)\t\(row.equal.map(String.init) ?? "—")\t"
          + (row.cells.map(String.init) ?? "—"))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Self-evaluation tables as somebody read them off the page.
private struct Transcription: Decodable {
  let tables: [Table]

  init(_ path: String) throws {
    self = try JSONDecoder().decode(Transcription.self, from: FileManager.default.contents(atPath: path) ?? Data())
  }

  struct Table: Decodable {
    let source: String
    let project: String
    let totalScore: String?
    let fund: [Fund]
    let indicators: [Row]

    enum CodingKeys: String, CodingKey {
      case source, project, fund, indicators
      case totalScore = "total_score_printed"
    }

    /// Every cell transcribed beside the one read, white space aside.
    func cells(in table: EvaluationTable?) -> [(String, String?)] {
      var cells: [(String, String?)] = [(project, table?.project), (totalScore ?? "", table?.totalScore.text)]
      for row in fund {
        let read = table?.fund.first { $0.name == row.row }
        for (name, cell) in row.cells { cells.append((cell.printed ?? "", read?[name].text)) }
      }
      for (index, row) in indicators.enumerated() {
        let read = table.flatMap { index < $0.indicators.count ? $0.indicators[index] : nil }
        for (name, text) in row.cells { cells.append((text ?? "", read?[name].text)) }
      }
      return cells.map { ($0.filter { !$0.isWhitespace }, $1?.filter { !$0.isWhitespace }) }
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

    var cells: [(FundCell, Cell)] {
      let cells: [(FundCell, Cell?)] = [
        (.initialBudget, initial), (.fullYearBudget, fullYear), (.executed, executed), (.weight, weight),
        (.rate, rate), (.score, score),
      ]
      return cells.compactMap { name, cell in cell.map { (name, $0) } }
    }
  }

  struct Cell: Decodable {
    let printed: String?
  }

  struct Row: Decodable {
    let level1: String
    let level2: String
    let level3: String
    let target: String?
    let actual: String?
    let weight: String?
    let score: String?
    let deviation: String?
    let placeholder: Bool

    /// The numbers of a row that says 无 stand in other columns in the transcription, and are left out.
    var cells: [(IndicatorCell, String?)] {
      [
        (.level1, level1), (.level2, level2), (.level3, level3), (.target, target), (.actual, actual),
        (.reason, deviation),
      ] + (placeholder ? [] : [(.weight, weight), (.score, score)])
    }
  }
}
