import Accounts
import Checks
import Disclosing
import Formats
import FoundationEssentials
import Reading
import System
import Tables

/// How many printed figures of made-up publications are read at their right address, and what the checks say of them.
///
/// Each folder holds publications of one document in several formats and `truth.json`, which says of every figure at which
/// address of the national form it was printed. A figure read otherwise than printed, or where none is, is worst: it becomes
/// a false finding. One that was not read only leaves something unchecked, and must be known not to be.
struct ReadingAccuracy {
  /// What came of the publications of one style in one format.
  struct Score {
    var files = 0
    var right = 0
    var wrong = 0
    /// Read where nothing is printed.
    var invented = 0
    var missing = 0
    /// Of the missing those that were recognised as they are printed and marked as doubtful.
    var doubted = 0
    /// Of the missing those that the reading does not know of.
    var unsaid = 0
    var falseErrors = 0
    var falseWarnings = 0
    var planted = 0
    var found = 0

    /// Figures that are printed.
    var printed: Int { right + wrong + missing }

    static func += (left: inout Score, right: Score) {
      for path in counts { left[keyPath: path] += right[keyPath: path] }
    }

    private static var counts: [WritableKeyPath<Score, Int>] {
      [
        \.files, \.right, \.wrong, \.invented, \.missing, \.doubted, \.unsaid, \.falseErrors, \.falseWarnings,
        \.planted, \.found,
      ]
    }
  }

  private var scores: [(style: String, format: String, score: Score)] = []
  /// What was wrong, each with its file.
  private var faults: [String] = []

  /// Reads every publication of every folder that holds a `truth.json`; of `formats` alone where any are named, and scans where
  /// `engine` is a program that recognises letters.
  init(folder: String, formats: [String], engine: Recogniser? = nil) async throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let documents = try names.map { "\(folder)/\($0)" }
      .filter { FileManager.default.fileExists(atPath: $0 + "/truth.json") }.map { try Truth(of: $0) }
    let publications = documents.flatMap { document in
      document.files.filter { file in
        (engine != nil || !file.format.hasPrefix("scan")) && (formats.isEmpty || formats.contains(file.format))
      }.map { (document, $0) }
    }
    let results = try await inParallel(publications.count) { index in
      let (document, file) = publications[index]
      return Result(document.score(file.path, isScan: file.format.hasPrefix("scan"), engine: engine))
    }
    for ((document, file), result) in zip(publications, results) {
      faults += result.faults
      if let index = scores.firstIndex(where: { $0.style == document.style && $0.format == file.format }) {
        scores[index].score += result.score
      } else {
        scores.append((document.style, file.format, result.score))
      }
    }
  }

  private struct Result: Sendable {
    let score: Score
    let faults: [String]

    init(_ result: (Score, [String])) { (score, faults) = result }
  }

  /// Whether any figure is wrong, invented or lost without a word, or a finding false.
  var isFaulty: Bool {
    scores.contains {
      $0.score.wrong + $0.score.invented + $0.score.unsaid + $0.score.falseErrors + $0.score.falseWarnings > 0
    }
  }

  /// Whether every printed figure was read.
  var isWhole: Bool { scores.allSatisfy { $0.score.missing == 0 } }

  /// A table for people: a line for each style and format, one for each format, and what was wrong.
  var table: String {
    var columns = TextTable([
      "样式", "格式", "文件", "印出的数", "读对", "占比", "读错", "多读", "漏读", "存疑而对", "漏而未说", "误报错误", "误报警告", "改错", "查出",
    ])
    var totals: [(format: String, score: Score)] = []
    for (style, format, score) in scores.sorted(by: { ($0.format, $0.style) < ($1.format, $1.style) }) {
      columns.add(Self.line(style, format, score))
      if totals.last?.format != format { totals.append((format, Score())) }
      totals[totals.count - 1].score += score
    }
    for (format, score) in totals { columns.add(Self.line("合计", format, score)) }
    return columns.text + faults.map { "  \($0)\n" }.joined()
  }

  private static func line(_ style: String, _ format: String, _ score: Score) -> [String] {
    let share = score.printed == 0 ? "—" : decimal(100 * Double(score.right) / Double(score.printed), 2) + "%"
    let counts = [
      score.wrong, score.invented, score.missing, score.doubted, score.unsaid, score.falseErrors, score.falseWarnings,
      score.planted, score.found,
    ]
    return [style, format, "\(score.files)", "\(score.printed)", "\(score.right)", share] + counts.map(String.init)
  }
}

/// What a made-up document prints.
private struct Truth: Sendable {
  let style: String
  let files: [(format: String, path: String)]
  /// By their addresses, as printed; empty where nothing is.
  private let figures: [String: String]
  /// Whether 0.00 stands for nothing, so that a blank is read as right.
  private let printsZero: Bool
  private let planted: [(address: String?, quantity: String?)]
  private let folder: String

  init(of folder: String) throws {
    guard let bytes = FileManager.default.contents(atPath: folder + "/truth.json") else { throw WriteError(folder) }
    let node = try JSONText.parse(String(decoding: bytes, as: UTF8.self))
    self.folder = folder
    style = try node.field("style").string()
    printsZero = Self.plain(node.optional("none")?.text ?? "") == "0.00"
    var figures: [String: String] = [:]
    for table in try node.field("tables").array() {
      for row in try table.field("rows").array() {
        for cell in try row.array() {
          guard let address = cell.optional("address")?.text else { continue }
          let text = Self.plain(cell.optional("text")?.text ?? "")
          if figures[address, default: ""].isEmpty { figures[address] = text }
        }
      }
    }
    self.figures = figures
    planted = try node.field("errors").array().map { error in
      (error.optional("address")?.text, error.optional("quantity")?.text)
    }
    files = try (node.field("files").members ?? []).map {
      ($0.key, folder + "/" + (try $0.value.field("file").string()))
    }
  }

  /// A printed figure without separators; empty where a sign says that there is none.
  private static func plain(_ text: String) -> String {
    let folded = text.foldedForComparison.filter { $0 != "," }
    return ["", "-", "—", "——", "–", "/", "--"].contains(folded) ? "" : folded
  }

  /// What reading and checking one of the files comes to.
  func score(_ path: String, isScan: Bool, engine: Recogniser?) -> (ReadingAccuracy.Score, [String]) {
    var score = ReadingAccuracy.Score()
    var faults: [String] = []
    score.files = 1
    let name = path.split(separator: "/").last.map(String.init) ?? path
    func say(_ words: String) { if faults.count < 20 { faults.append("\(name)：\(words)") } }
    var choices = Choices()
    choices.engine = engine
    var disclosures = Disclosures(choices) { _ in }
    let read: Disclosure
    let report: CheckReport
    do {
      read = try disclosures.disclosure(at: path)
      report = try disclosures.report(on: read)
    } catch {
      score.missing = figures.values.count { !$0.isEmpty }
      say("读不了：\((error as? UnusableInput)?.problems.first?.message ?? "\(error)")")
      return (score, faults)
    }
    compare(read.tables, &score, say)
    judge(report, isScan: isScan, &score, say)
    return (score, faults)
  }

  private func compare(_ tables: TableSet, _ score: inout ReadingAccuracy.Score, _ say: (String) -> Void) {
    var found: [String: String] = [:]
    for figure in tables.tables.flatMap(\.figures) {
      let text = Self.plain(figure.figure.text)
      if found[figure.address.description, default: ""].isEmpty { found[figure.address.description] = text }
    }
    let coverage = Coverage(tables)
    let doubtful = Dictionary(
      tables.doubtfulFigures.map { ($0.address.description, $0.candidates.first.map { Self.plain($0.text) }) }
    ) { first, _ in first }
    for (address, printed) in figures.sorted(by: { $0.key < $1.key }) {
      let text = found[address] ?? ""
      switch (printed.isEmpty, text.isEmpty) {
      case (true, true): break
      case (false, false) where printed == text: score.right += 1
      case (false, false):
        score.wrong += 1
        say("\(address) 印的是 \(printed)，读成 \(text)")
      case (true, false):
        score.invented += 1
        say("\(address) 什么也没有印，读成 \(text)")
      case (false, true) where printsZero && printed == "0.00": score.right += 1
      case (false, true):
        score.missing += 1
        if doubtful[address] == printed { score.doubted += 1 }
        // A blank that was read is an amount of none, which is not what is printed.
        guard
          found[address] != nil || FigureAddress(address).map({ coverage.unread($0, isPrinted: false) == nil }) ?? true
        else { continue }
        score.unsaid += 1
        say("\(address) 的 \(printed) 没有读到，也没有说")
      }
    }
    for (address, text) in found.sorted(by: { $0.key < $1.key }) where figures[address] == nil && !text.isEmpty {
      score.invented += 1
      say("\(address) 没有这个数，读成 \(text)")
    }
  }

  private func judge(_ report: CheckReport, isScan: Bool, _ score: inout ReadingAccuracy.Score, _ say: (String) -> Void)
  {
    var used: Set<Int> = []
    score.planted = planted.count
    for error in planted {
      let hits = report.findings.indices.filter { index in
        let finding = report.findings[index]
        return finding.severity != .note
          && finding.operands.contains { operand in
            error.address.map { $0 == operand.address }
              ?? (operand.address.hasPrefix("文.")
                && error.quantity.map { operand.address.hasPrefix("文.\($0).") } ?? false)
          }
      }
      if !hits.isEmpty { score.found += 1 }
      used.formUnion(hits)
    }
    // That something was not read, or that a workbook of tables has no text, is no fault that is found.
    for (index, finding) in report.findings.enumerated()
    where finding.severity != .note && !used.contains(index) && finding.rule != RuleID.unreadPart.rawValue {
      // What rests on a figure that was recognised is a warning at most.
      if finding.severity == .error {
        score.falseErrors += 1
      } else if isScan {
        continue
      } else {
        score.falseWarnings += 1
      }
      say("误报 [\(finding.rule)] \(finding.message)")
    }
  }
}
