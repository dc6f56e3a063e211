import Accounts
import Checks
import Disclosing
import Documents
import Reading
import System
import Tables

/// Alters the sentences of disclosures, one number or word at a time, and counts which alterations the checks notice.
struct ProseDetection {
  /// A disclosure whose text is altered.
  private struct Subject: Sendable {
    let name: String
    let lines: [String]
    let checker: Checker
    /// Reads the disclosure with these lines.
    let read: @Sendable ([String]) throws -> TableSet
  }

  struct Row {
    let name: String
    var claims = 0
    var unattributed = 0
    var findings = 0
    var counts: [ProseAlteration.Kind: (found: Int, all: Int)] = [:]
    /// Numbers of which no alteration of the leading digit, no swap and no word goes unnoticed.
    var missed: [String] = []
  }

  private(set) var rows: [Row] = []

  /// Alters the text of the two examples as composed, of their pages, and of published files.
  init(examples: String, files: [String]) async throws {
    let form = try Form.builtIn("national", year: 2024)
    let codes = try CodeTables.standard(year: 2024)
    var subjects: [Subject] = []
    var disclosures = Disclosures(Choices()) { _ in }
    for example in ["datong-2024", "yunxi-2024"] {
      let composed = try disclosures.composed(disclosures.ledger(at: "\(examples)/\(example)"))
      let tables = composed.tables
      let reader = try ProseReader(form: composed.form)
      subjects.append(
        Subject(
          name: "\(example) 的文字", lines: composed.document.textLines,
          checker: try Checker(form: composed.form, codes: composed.codes)
        ) { lines in
          var altered = tables
          altered.prose = reader.prose(of: lines, beside: tables)
          return altered
        })
    }
    let reader = try PublishedReader(form: form)
    let sentences = try ProseReader(form: form)
    for file in files {
      // The tables stay as they are: reading them again for every sentence would take nearly all of the time.
      let tables = try reader.disclosure(at: file)
      let lines = (tables.prose?.lines ?? []).filter { $0.kind != .row && $0.kind != .contents }.map(\.text)
      subjects.append(
        Subject(
          name: file.split(separator: "/").last.map(String.init) ?? file, lines: lines,
          checker: try Checker(form: form, codes: codes)
        ) { lines in
          var altered = tables
          altered.prose = sentences.prose(of: lines, beside: tables)
          return altered
        })
    }
    for subject in subjects { rows.append(try await Self.row(subject)) }
  }

  private static func row(_ subject: Subject) async throws -> Row {
    let tables = try subject.read(subject.lines)
    guard let prose = tables.prose else { return Row(name: subject.name) }
    let report = subject.checker.check(tables)
    let known = Self.marks(report.findings)
    var row = Row(
      name: subject.name, claims: prose.claims.count { $0.figure.content != .blank },
      unattributed: prose.unattributed.count, findings: report.findings.count)
    let numbers = lineNumbers(prose, subject.lines)
    let claims = prose.claims.compactMap { claim in numbers[claim.line].map { (claim, $0) } }
    let alterations = ProseAlteration.all(of: claims, in: subject.lines)
    let found = try await inParallel(alterations.count) { index in
      let alteration = alterations[index]
      var lines = subject.lines
      lines[alteration.line] = alteration.text
      return Self.marks(subject.checker.check(try subject.read(lines)).findings) != known
    }
    for (alteration, isFound) in zip(alterations, found) {
      let count = row.counts[alteration.kind] ?? (0, 0)
      row.counts[alteration.kind] = (count.found + (isFound ? 1 : 0), count.all + 1)
      if !isFound { row.missed.append("\(alteration.kind.rawValue)：\(alteration.words)") }
    }
    return row
  }

  /// What tells one set of findings from another, places aside.
  private static func marks(_ findings: [Finding]) -> Set<String> {
    Set(
      findings.map { finding in
        finding.rule + finding.message + finding.operands.map { $0.address + $0.printed }.joined()
      })
  }

  /// For every line of the prose the line of the text it came from.
  private static func lineNumbers(_ prose: Prose, _ lines: [String]) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var next = 0
    for (index, line) in prose.lines.enumerated() {
      if let place = line.place?.line {
        numbers[index] = place - 1
      } else if let found = lines.indices[next...].first(where: { lines[$0] == line.text }) {
        numbers[index] = found
        next = found + 1
      }
    }
    return numbers
  }

  /// The counts as a table, and what went unnoticed.
  var table: String {
    var table = TextTable(["公开文件", "文字中的数", "读不懂", "原有发现"] + ProseAlteration.Kind.allCases.map(\.rawValue))
    for row in rows {
      table.add(
        [row.name, String(row.claims), String(row.unattributed), String(row.findings)]
          + ProseAlteration.Kind.allCases.map { kind in
            row.counts[kind].map { "\($0.found)/\($0.all)" } ?? "——"
          })
    }
    return table.text
      + rows.filter { !$0.missed.isEmpty }
      .map { "\($0.name)：没有发现的改动\n" + $0.missed.map { "  \($0)\n" }.joined() }.joined()
  }
}
