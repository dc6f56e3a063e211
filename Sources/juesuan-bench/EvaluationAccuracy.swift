import Evaluations
import Formats
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
private struct Transcription {
  let tables: [Table]

  init(_ path: String) throws {
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    tables = try JSONText.parse(Array(text.utf8)).field("tables").array().map(Table.init)
  }

  struct Table {
    let source: String
    let project: String
    let totalScore: String?
    let fund: [Fund]
    let indicators: [Row]

    init(_ node: JSONNode) throws(JSONFieldError) {
      source = try node.field("source").string()
      project = try node.field("project").string()
      totalScore = try node.optional("total_score_printed")?.string()
      fund = try node.field("fund").array().map(Fund.init)
      indicators = try node.field("indicators").array().map(Row.init)
    }

    /// Every cell transcribed beside the one read, white space aside.
    func cells(in table: EvaluationTable?) -> [(String, String?)] {
      var cells: [(String, String?)] = [(project, table?.project), (totalScore ?? "", table?.totalScore.text)]
      for row in fund {
        let read = table?.fund.first { $0.name == row.row }
        for (name, printed) in row.cells { cells.append((printed ?? "", read?[name].text)) }
      }
      for (index, row) in indicators.enumerated() {
        let read = table.flatMap { index < $0.indicators.count ? $0.indicators[index] : nil }
        for (name, text) in row.cells { cells.append((text ?? "", read?[name].text)) }
      }
      return cells.map { ($0.filter { !$0.isWhitespace }, $1?.filter { !$0.isWhitespace }) }
    }
  }

  struct Fund {
    let row: String
    /// What is printed in each cell that was transcribed; nil for a cell left blank.
    let cells: [(FundCell, printed: String?)]

    init(_ node: JSONNode) throws(JSONFieldError) {
      row = try node.field("row").string()
      let names: [(FundCell, String)] = [
        (.initialBudget, "initial"), (.fullYearBudget, "full_year"), (.executed, "executed"), (.weight, "weight"),
        (.rate, "rate"), (.score, "score"),
      ]
      var cells: [(FundCell, printed: String?)] = []
      for (name, key) in names {
        guard let cell = node.optional(key) else { continue }
        cells.append((name, try cell.optional("printed")?.string()))
      }
      self.cells = cells
    }
  }

  struct Row {
    /// The numbers of a row that says 无 stand in other columns in the transcription, and are left out.
    let cells: [(IndicatorCell, String?)]

    init(_ node: JSONNode) throws(JSONFieldError) {
      func text(_ key: String) throws(JSONFieldError) -> String? { try node.optional(key)?.string() }
      var cells: [(IndicatorCell, String?)] = [
        (.level1, try node.field("level1").string()), (.level2, try node.field("level2").string()),
        (.level3, try node.field("level3").string()), (.target, try text("target")), (.actual, try text("actual")),
        (.reason, try text("deviation")),
      ]
      if try !node.field("placeholder").bool() {
        cells += [(.weight, try text("weight")), (.score, try text("score"))]
      }
      self.cells = cells
    }
  }
}
