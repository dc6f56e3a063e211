import Accounts
import Checks
import Disclosing
import Documents
import Formats
import FoundationEssentials
import Reading
import Rendering
import System
import Tables

/// Makes every figure, row, heading and total of disclosures that are in order unreadable, one at a time, in every format,
/// and counts what the checks then say that is not so.
///
/// Only that something was not read (D08) may be said, and must be where a figure was lost; any other error or warning is
/// false, since the disclosure is as right as before. Of the self-evaluation tables (自评表), whatever was lost must be
/// said, as unread or by what could not be checked for it.
struct Unreadable {
  /// What is made unreadable.
  enum Kind: String, CaseIterable, Sendable {
    case figure = "一个数"
    case name = "一个名称或编码"
    case row = "一整行"
    case heading = "一格表头"
    case line = "表上的一行字"
  }

  /// A place in a file and what stands in its stead; several where a row is lost.
  struct Loss: Sendable {
    let kind: Kind
    /// Whether it is one of a self-evaluation table.
    let isOfEvaluation: Bool
    /// For a message: the file and the characters lost.
    let words: String
    /// The file's bytes with something unreadable in them.
    let altered: @Sendable () throws -> [(path: String, bytes: [UInt8])]
  }

  struct Row: Sendable {
    let name: String
    var losses: [Kind: Int] = [:]
    var falseFindings = 0
    /// Losses after which nothing says that something was not read, though it has to.
    var unsaid = 0
    var examples: [String] = []
  }

  private(set) var rows: [Row] = []

  /// Loses every place of the two examples, or each `step`-th.
  init(examples: String, step: Int) async throws {
    for example in ["datong-2024", "yunxi-2024"] {
      var disclosures = Disclosures(Choices()) { _ in }
      let composed = try disclosures.composed(disclosures.ledger(at: "\(examples)/\(example)"))
      let files = try composed.package(composed.report()).files
      for format in LostFormat.all {
        for isOfEvaluation in [false, true] {
          let own = files.filter { format.takes($0.path) || (isOfEvaluation && format.takesEvaluation($0.path)) }
          let losses = own.indices.flatMap { format.losses(own, $0) }.filter { $0.isOfEvaluation == isOfEvaluation }
          guard !losses.isEmpty else { continue }
          let chosen = stride(from: 0, to: losses.count, by: step).map { losses[$0] }
          rows.append(
            try await Self.row("\(example) \(isOfEvaluation ? "自评表 " : "")\(format.name)", own, chosen))
        }
      }
    }
  }

  private static func row(
    _ name: String, _ files: [(path: String, bytes: [UInt8])], _ losses: [Loss]
  ) async throws -> Row {
    var first = Disclosures(Choices()) { _ in }
    let known = try Said(of: files, &first)
    let size = 50
    let parts = try await inParallel((losses.count + size - 1) / size) { part in
      var row = Row(name: name)
      var disclosures = Disclosures(Choices()) { _ in }
      for loss in losses[part * size..<min(part * size + size, losses.count)] {
        row.losses[loss.kind, default: 0] += 1
        let said = try Said(of: loss.altered(), &disclosures)
        let wrong = said.findings.filter {
          $0.severity != .note && $0.rule != RuleID.unreadPart.rawValue && !known.marks.contains(Said.mark($0))
        }
        row.falseFindings += wrong.count
        if let first = wrong.first {
          row.examples.append("\(loss.kind.rawValue)\(loss.words)：[\(first.rule)] \(first.message)")
        }
        let isSaid =
          said.findings.contains { $0.rule == RuleID.unreadPart.rawValue }
          || loss.isOfEvaluation && !said.notChecked.isSubset(of: known.notChecked)
        if loss.kind == .figure || loss.isOfEvaluation, !isSaid {
          row.unsaid += 1
          row.examples.append("没有说读不懂：\(loss.words)")
        }
      }
      return row
    }
    return parts.reduce(into: Row(name: name)) { whole, part in
      whole.losses.merge(part.losses, uniquingKeysWith: +)
      whole.falseFindings += part.falseFindings
      whole.unsaid += part.unsaid
      whole.examples += part.examples
    }
  }

  /// What checking files says, as `juesuan check` does it.
  private struct Said {
    let findings: [Finding]
    /// What could not be checked, and why.
    let notChecked: Set<CheckReport.NotChecked>

    var marks: Set<String> { Set(findings.map(Self.mark)) }

    static func mark(_ finding: Finding) -> String { "\(finding.rule) \(finding.message)" }

    init(of files: [(path: String, bytes: [UInt8])], _ disclosures: inout Disclosures) throws {
      let folder = FileManager.default.temporaryDirectory.path + "/juesuan-bench-\(UInt64.random(in: 0 ... .max))"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      for file in files {
        let path = "\(folder)/\(file.path)"
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: Data(file.bytes)) else { throw WriteError(path) }
      }
      do {
        let disclosure = try disclosures.disclosure(at: files.count == 1 ? "\(folder)/\(files[0].path)" : folder)
        let report = try disclosures.report(on: disclosure)
        findings = report.findings
        notChecked = Set(report.notChecked)
      } catch is UnusableInput {
        // Saying that nothing can be read is no false finding.
        findings = [Finding(rule: RuleID.unreadPart.rawValue, severity: .warning, message: "")]
        notChecked = []
      }
    }
  }

  /// A table for people.
  var table: String {
    var lines = ["| 文件 | " + Kind.allCases.map(\.rawValue).joined(separator: " | ") + " | 错报 | 漏说 |"]
    lines.append("|" + String(repeating: " --- |", count: Kind.allCases.count + 3))
    for row in rows {
      let counts = Kind.allCases.map { "\(row.losses[$0] ?? 0)" }
      lines.append("| \(row.name) | \(counts.joined(separator: " | ")) | \(row.falseFindings) | \(row.unsaid) |")
    }
    for row in rows { lines += row.examples.prefix(20).map { "\(row.name)：\($0)" } }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// A format whose files can be made unreadable in places.
struct LostFormat: Sendable {
  let name: String
  let takes: @Sendable (String) -> Bool
  /// Whether a file of self-evaluations is read with these.
  var takesEvaluation: @Sendable (String) -> Bool = { _ in false }
  /// The places of a text at which something is lost, each kind with what it replaces; in the order of the text.
  let places: @Sendable ([UInt8]) -> [Place]

  /// A stretch of a text and what stands there once it is unreadable.
  struct Place: Sendable {
    let kind: Unreadable.Kind
    var isOfEvaluation = false
    let words: String
    let changes: [(range: Range<Int>, to: [UInt8])]
  }

  /// The losses of one of a publication's files, the others staying as they are.
  func losses(_ files: [(path: String, bytes: [UInt8])], _ index: Int) -> [Unreadable.Loss] {
    let (path, bytes) = files[index]
    if path.hasSuffix(".xlsx") { return Self.workbookLosses(path, bytes) }
    return places(bytes).map { place in
      Unreadable.Loss(kind: place.kind, isOfEvaluation: place.isOfEvaluation, words: "\(path) \(place.words)") {
        files.enumerated().map { $0.offset == index ? (path, Self.bytes(bytes, changed: place.changes)) : $0.element }
      }
    }
  }

  private static func bytes(_ bytes: [UInt8], changed changes: [(range: Range<Int>, to: [UInt8])]) -> [UInt8] {
    var altered: [UInt8] = []
    var end = 0
    for change in changes {
      altered += bytes[end..<change.range.lowerBound] + change.to
      end = change.range.upperBound
    }
    return altered + bytes[end...]
  }

  private static let lost = Array("■■".utf8)

  /// What a text looks like where it cannot be read: a figure with a sign before it, anything else as boxes.
  private static func lost(_ text: [UInt8], isFigure: Bool) -> [UInt8] {
    isFigure ? Array("￥".utf8) + text : lost
  }

  private static func isFigure(_ text: [UInt8], isOfEvaluation: Bool = false) -> Bool {
    isOfEvaluation
      ? LostEvaluations.isFigure(String(decoding: text, as: UTF8.self))
      : text.contains(UInt8(ascii: ".")) && text.allSatisfy { $0 < 0x40 }
  }

  static let all: [LostFormat] = [
    LostFormat(name: "网页", takes: { $0 == "index.html" }, places: html),
    LostFormat(name: "Markdown", takes: { $0 == "index.md" }, places: markdown),
    LostFormat(name: "工作簿", takes: { $0.hasSuffix(".xlsx") }, places: { _ in [] }),
    LostFormat(
      name: "CSV", takes: { $0.hasPrefix("tables/") }, takesEvaluation: { $0.hasPrefix("evaluations/") }, places: csv),
  ]

  /// One place for each cell of rows, and one for each row.
  private static func places(
    ofRows rows: [(cells: [Range<Int>], isHeader: Bool)], in bytes: [UInt8], isOfEvaluation: Bool = false
  ) -> [Place] {
    rows.flatMap { row -> [Place] in
      let filled = row.cells.filter { cell in
        !cell.isEmpty && !(isOfEvaluation && LostEvaluations.isMark(String(decoding: bytes[cell], as: UTF8.self)))
      }
      let all = filled.map { cell -> Place in
        let text = Array(bytes[cell])
        let words = String(decoding: text, as: UTF8.self)
        let isHeading = isOfEvaluation ? LostEvaluations.isHeading(words) : row.isHeader
        let isFigure = isFigure(text, isOfEvaluation: isOfEvaluation)
        return Place(
          kind: isHeading ? .heading : isFigure ? .figure : .name, isOfEvaluation: isOfEvaluation,
          words: "“\(words)”", changes: [(cell, lost(text, isFigure: isFigure && !(isOfEvaluation && isHeading)))])
      }
      guard filled.count > 1 else { return all }
      let whole = Place(
        kind: .row, isOfEvaluation: isOfEvaluation,
        words:
          "“\(String(decoding: bytes[filled[0].lowerBound..<filled[filled.count - 1].upperBound], as: UTF8.self).prefix(40))”",
        changes: filled.map { ($0, lost) })
      return all + [whole]
    }
  }

  @Sendable private static func html(_ bytes: [UInt8]) -> [Place] {
    let text = String(decoding: bytes, as: UTF8.self)
    var found: [Place] = []
    // Tables of the accounts bear their numbers; the words above them stand in their own elements.
    for section in text.ranges(from: "<div class=\"table", to: "</table>") {
      let isOfEvaluation = LostEvaluations.tableMarks.contains { text[section].contains($0) }
      guard isOfEvaluation || text[section].contains("data-form=\"公开") else { continue }
      for (start, end) in [
        ("<p class=\"title\">", "</p>"), ("<p class=\"period\">", "</p>"), ("<p class=\"form\">", "</p>"),
        ("<span>", "</span>"), ("<caption>", "</caption>"),
      ] {
        for inner in text.ranges(from: start, to: end, in: section) {
          let range = text.offsets(
            of: text.index(inner.lowerBound, utf8Offset: start.utf8.count)..<inner.upperBound,
            droppingLast: end.utf8.count)
          found.append(
            Place(
              kind: .line, isOfEvaluation: isOfEvaluation,
              words: "“\(String(decoding: bytes[range], as: UTF8.self))”", changes: [(range, lost)]))
        }
      }
      let rows = text.ranges(from: "<tr", to: "</tr>", in: section).map {
        row -> (cells: [Range<Int>], isHeader: Bool) in
        let cells = (text.ranges(from: "<td", to: "</td>", in: row) + text.ranges(from: "<th", to: "</th>", in: row))
          .sorted { $0.lowerBound < $1.lowerBound }
        let inner = cells.compactMap { cell -> Range<Int>? in
          let range = text.offsets(of: cell, droppingLast: 5)
          guard let open = bytes[range].firstIndex(of: UInt8(ascii: ">")) else { return nil }
          let content = open + 1..<range.upperBound
          return bytes[content].contains(UInt8(ascii: "<")) ? nil : content
        }
        return (inner, !text[row].contains("<td") && text[row].contains("scope=\"col"))
      }
      found += places(ofRows: rows, in: bytes, isOfEvaluation: isOfEvaluation)
    }
    return found
  }

  @Sendable private static func markdown(_ bytes: [UInt8]) -> [Place] {
    var rows: [(cells: [Range<Int>], isHeader: Bool)] = []
    var evaluationRows: [(cells: [Range<Int>], isHeader: Bool)] = []
    var found: [Place] = []
    var start = 0
    var rowsOfTable = 0
    // The tables of the accounts have their number above them, those of the evaluations their title; charts have tables
    // too.
    var isOfAccounts = false
    var isOfEvaluation = false
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let range = start..<start + line.count
      guard line.first == UInt8(ascii: "|") else {
        if rowsOfTable > 0 { (isOfAccounts, isOfEvaluation) = (false, false) }
        let words = String(decoding: line, as: UTF8.self)
        if rowsOfTable == 0, line.starts(with: "公开".utf8) || line.starts(with: "部门名称".utf8) {
          found.append(Place(kind: .line, words: words, changes: [(range, lost)]))
        }
        let isTitle = LostEvaluations.isTitle(words)
        if isTitle || isOfEvaluation, !line.isEmpty {
          found.append(Place(kind: .line, isOfEvaluation: true, words: words, changes: [(range, lost)]))
        }
        isOfAccounts = isOfAccounts || line.starts(with: "公开".utf8)
        isOfEvaluation = isOfEvaluation || isTitle
        rowsOfTable = 0
        continue
      }
      rowsOfTable += 1
      guard rowsOfTable != 2, isOfAccounts || isOfEvaluation else { continue }
      var cells: [Range<Int>] = []
      var position = start + 1
      for cell in line.dropFirst().split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).dropLast() {
        let space = UInt8(ascii: " ")
        let leading = cell.prefix { $0 == space }.count
        let trailing = leading == cell.count ? 0 : cell.reversed().prefix { $0 == space }.count
        cells.append(position + leading..<position + cell.count - trailing)
        position += cell.count + 1
      }
      if isOfEvaluation { evaluationRows.append((cells, false)) } else { rows.append((cells, rowsOfTable == 1)) }
    }
    return found + places(ofRows: rows, in: bytes) + places(ofRows: evaluationRows, in: bytes, isOfEvaluation: true)
  }

  @Sendable private static func csv(_ bytes: [UInt8]) -> [Place] {
    var rows: [(cells: [Range<Int>], isHeader: Bool)] = []
    var lines: [Place] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isOfEvaluation =
      bytes[start...].split(separator: UInt8(ascii: "\r"), maxSplits: 1).first
      .map { LostEvaluations.isTitle(String(decoding: $0, as: UTF8.self)) } ?? false
    for line in bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      var cells: [Range<Int>] = []
      var position = start
      var isQuoted = false
      for field in content.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        // What a comma in quotation marks parts is one field.
        if isQuoted, let last = cells.popLast() {
          cells.append(last.lowerBound..<position + field.count)
        } else {
          cells.append(position..<position + field.count)
        }
        if field.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isQuoted.toggle() }
        position += field.count + 1
      }
      if isOfEvaluation, cells.count == 1 {
        lines.append(
          Place(
            kind: .line, isOfEvaluation: true, words: String(decoding: content, as: UTF8.self),
            changes: [(cells[0], lost)]))
      } else {
        rows.append((cells, rows.isEmpty))
      }
      start += line.count + 1
    }
    return lines.filter { !$0.changes[0].range.isEmpty }
      + places(ofRows: rows, in: bytes, isOfEvaluation: isOfEvaluation)
  }

  /// The cells of the sheets of a workbook, each replaced by text that is no number.
  private static func workbookLosses(_ path: String, _ bytes: [UInt8]) -> [Unreadable.Loss] {
    guard let archive = try? ZIPArchive(bytes), let workbook = try? XLSXWorkbook(bytes) else { return [] }
    var losses: [Unreadable.Loss] = []
    let parts = archive.entries.compactMap { entry in
      (try? archive.contents(of: entry)).map { (name: entry.name, bytes: $0) }
    }
    for (number, sheet) in workbook.sheets.enumerated()
    where TableID(rawValue: String(sheet.name.prefix(2))) != nil || number < 10
      || LostEvaluations.isSheet(sheet.name)
    {
      let isOfEvaluation = LostEvaluations.isSheet(sheet.name)
      guard let part = parts.firstIndex(where: { $0.name == "xl/worksheets/sheet\(number + 1).xml" }),
        var reader = try? workbook.rows(of: sheet)
      else { continue }
      let text = String(decoding: parts[part].bytes, as: UTF8.self)
      var values: [String: String] = [:]
      while let row = (try? reader.next()) ?? nil {
        for cell in row.cells {
          switch cell.value {
          case .text(let text): values[cell.reference.name] = text
          case .number(let number, _): values[cell.reference.name] = number.plainText
          default: break
          }
        }
      }
      for row in text.ranges(from: "<row ", to: "</row>") {
        var whole: [(range: Range<Int>, to: [UInt8])] = []
        for cell in Self.cells(of: row, in: text) {
          guard let value = values[cell.name], !(isOfEvaluation && LostEvaluations.isMark(value)) else { continue }
          let isFigure = isFigure(Array(value.utf8), isOfEvaluation: isOfEvaluation)
          let isHeading = isOfEvaluation && LostEvaluations.isHeading(value)
          whole.append((cell.place, cell.element(with: "■■")))
          let change = (range: cell.place, to: cell.element(with: isFigure ? "￥" + value : "■■"))
          losses.append(
            Unreadable.Loss(
              kind: isFigure ? .figure : isHeading ? .heading : .name, isOfEvaluation: isOfEvaluation,
              words: "\(sheet.name) \(cell.name)“\(value)”"
            ) { [(path, repacked(parts, part, [change]))] })
        }
        guard whole.count > 1 else { continue }
        let changes = whole
        losses.append(
          Unreadable.Loss(kind: .row, isOfEvaluation: isOfEvaluation, words: "\(sheet.name) 一行") {
            [(path, repacked(parts, part, changes))]
          })
      }
    }
    return losses
  }

  /// A cell of a sheet's XML.
  private struct SheetCell {
    let name: String
    let style: String
    let place: Range<Int>

    /// The cell with words in it.
    func element(with words: String) -> [UInt8] {
      Array("<c r=\"\(name)\"\(style) t=\"inlineStr\"><is><t>\(words)</t></is></c>".utf8)
    }
  }

  /// The cells of a row that have something in them.
  private static func cells(of row: Range<String.Index>, in sheet: String) -> [SheetCell] {
    sheet.ranges(from: "<c ", to: "</c>", in: row).compactMap { stretch in
      // A cell without content has no end of its own, so that the stretch begins with the last of several.
      let begin = String(sheet[stretch])
      guard let last = begin.ranges(from: "<c ", to: ">").last else { return nil }
      let attributes = begin[last].dropLast().split(separator: " ")
      func attribute(_ name: String) -> Substring? { attributes.first { $0.hasPrefix(name + "=") } }
      guard let name = attribute("r")?.split(separator: "\"").last else { return nil }
      let end = sheet.offsets(of: stretch, droppingLast: 0).upperBound
      let length = begin.utf8.distance(from: last.lowerBound, to: begin.endIndex)
      return SheetCell(
        name: String(name), style: attribute("s").map { " " + $0 } ?? "", place: end - length..<end)
    }
  }

  private static func repacked(
    _ parts: [(name: String, bytes: [UInt8])], _ part: Int, _ changes: [(range: Range<Int>, to: [UInt8])]
  ) -> [UInt8] {
    var writer = ZIPWriter()
    for (index, one) in parts.enumerated() {
      writer.add(one.name, index == part ? Self.bytes(one.bytes, changed: changes) : one.bytes)
    }
    return writer.archive
  }
}

extension String {
  /// The stretches from one text through the next other text behind it, within a stretch.
  fileprivate func ranges(from start: String, to end: String, in whole: Range<Index>? = nil) -> [Range<Index>] {
    var found: [Range<Index>] = []
    var rest = self[whole ?? startIndex..<endIndex]
    while let begin = rest.firstRange(of: start) {
      guard let finish = rest[begin.upperBound...].firstRange(of: end) else { break }
      found.append(begin.lowerBound..<finish.upperBound)
      rest = rest[finish.upperBound...]
    }
    return found
  }

  fileprivate func index(_ index: Index, utf8Offset: Int) -> Index { utf8.index(index, offsetBy: utf8Offset) }

  /// A stretch as offsets of its UTF-8, without so many bytes at its end.
  fileprivate func offsets(of range: Range<Index>, droppingLast dropped: Int) -> Range<Int> {
    let start = utf8.distance(from: startIndex, to: range.lowerBound)
    return start..<start + utf8.distance(from: range.lowerBound, to: range.upperBound) - dropped
  }
}
