import Evaluations
import FoundationEssentials
import Reading
import TestSupport

/// How many cells of published self-evaluation tables are read as they were transcribed by other means.
struct EvaluationAccuracy {
  private var rows: [(file: String, tables: Int, empty: Int, equal: Int?, cells: Int?)] = []

  /// Reads every text of a folder; `transcription` is the file that holds the tables of some of them, that of the tests' own texts where nil.
  init(texts folder: String, transcription path: String?) throws {
    let reader = try EvaluationReader()
    let transcribed = try path.map { try TranscribedTables.load(URL(filePath: $0)) } ?? TranscribedTables.all
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      let reading = reader.reading(String(decoding: data, as: UTF8.self), file: name)
      guard !reading.tables.isEmpty || !reading.empty.isEmpty else { continue }
      let expected = transcribed.filter { name.hasPrefix($0.source + "-") }
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

extension TranscribedTables.Table {
  /// Every cell transcribed beside the one read, white space aside.
  fileprivate func cells(in table: EvaluationTable?) -> [(String, String?)] {
    var cells: [(String, String?)] = [(project, table?.project), (totalScore ?? "", table?.totalScore.text)]
    for row in fund {
      let read = table?.fund.first { $0.name == row.row }
      for (name, text) in row.cells { cells.append((text ?? "", read?[name].text)) }
    }
    for (index, row) in indicators.enumerated() {
      let read = table.flatMap { index < $0.indicators.count ? $0.indicators[index] : nil }
      for (name, text) in row.cells { cells.append((text ?? "", read?[name].text)) }
    }
    return cells.map { ($0.filter { !$0.isWhitespace }, $1?.filter { !$0.isWhitespace }) }
  }
}
