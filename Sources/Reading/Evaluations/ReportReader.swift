import Accounts
package import Evaluations
import Formats

/// Reads what the report on a whole department states: numbers in the phrases of `Data/report.json`, and wholes whose
/// parts follow them.
package struct ReportReader: Sendable {
  private let patterns: [Phrase]
  private let words: Words

  private struct Words {
    let patterns: [String]
    let partsMark: String
    let totalLabel: String
    let published: [String]

    init(_ node: JSONNode) throws(JSONFieldError) {
      patterns = try node.field("patterns").strings()
      partsMark = try node.field("partsMark").string()
      totalLabel = try node.field("totalLabel").string()
      published = try node.field("published").strings()
    }
  }

  /// A reader with the built-in phrases; throws when they are damaged.
  package init() throws {
    words = try JSONText.builtIn("report.json", of: embeddedFiles, Words.init)
    patterns = words.patterns.map(Phrase.init)
  }

  /// The report among the lines of a text that was composed and not yet printed; nil where there is none.
  package func report(of lines: [String], titled ending: String) -> OverallReport? {
    guard let start = lines.firstIndex(where: { $0.ends(with: ending) }) else { return nil }
    var report = OverallReport()
    for line in lines[start...] {
      report.lines.append(PrintedCell(line))
      take(line.foldedForComparison, at: nil, into: &report)
    }
    return report.isEmpty ? nil : report
  }

  /// The report among rows from its title on; nil where they state nothing.
  func report(_ rows: ArraySlice<TextGrid.Row>, file: String) -> OverallReport? {
    var report = OverallReport()
    var table: [TextGrid.Row] = []
    for row in rows {
      let filled = row.filled
      guard filled.count > 1 else {
        // A line of text ends a table; a row in which nothing but its name stands does not.
        if row.cells.count == 1 { table = [] }
        guard let cell = filled.first else { continue }
        let place = cell.place(in: file)
        report.lines.append(PrintedCell(cell.text, place: place))
        take(cell.folded, at: place, into: &report)
        continue
      }
      if row.cells.first(where: { !$0.text.isEmpty })?.folded == words.totalLabel {
        addSums(of: table, row, file, into: &report)
        table = []
      } else {
        table.append(row)
      }
    }
    return report.isEmpty ? nil : report
  }

  /// The last row of a table, and in each of its columns the amounts above; what cannot be read of them is a part too.
  private func addSums(
    of table: [TextGrid.Row], _ total: TextGrid.Row, _ file: String, into report: inout OverallReport
  ) {
    let rows = table.filter { $0.cells.count == total.cells.count }
    for (index, cell) in total.cells.enumerated() where PrintedNumber(cell.text) != nil {
      let above = rows.map { $0.cells[index] }
      // Headings stand above the first amount, or above what may have been one.
      let parts = above.drop { PrintedNumber($0.text) == nil && !$0.text.isUnread }.filter { !$0.text.isEmpty }
      guard parts.count > 1 else { continue }
      func printed(_ cell: TextGrid.Cell) -> PrintedCell { .read(cell.text, place: cell.place(in: file)) }
      let heading = above.first { PrintedNumber($0.text) == nil && !$0.text.isEmpty }?.folded ?? ""
      report.sums.append(
        .init(
          words: heading + words.totalLabel, whole: printed(cell), parts: parts.map(printed), isComplete: true))
    }
  }

  private func take(_ folded: String, at place: SourceLocation?, into report: inout OverallReport) {
    let text = Array(folded.unicodeScalars)
    for pattern in patterns {
      for (quantity, digits) in pattern.match(text) where report.cell(of: quantity) == nil {
        report.statements.append(.init(quantity: quantity, cell: PrintedCell(digits, place: place)))
      }
    }
    addParts(text, at: place, into: &report)
    addDays(text, at: place, into: &report)
  }

  // MARK: - Wholes and parts

  /// 某经费10万元，其中甲4万元、乙6万元: from the mark to the end of its sentence, what stands in brackets left aside.
  private func addParts(_ text: [Unicode.Scalar], at place: SourceLocation?, into report: inout OverallReport) {
    let plain = withoutBrackets(text)
    let mark = Array(words.partsMark.unicodeScalars)
    var start = 0
    while let found = plain.firstRange(of: mark, from: start) {
      start = found.upperBound
      let before = plain[..<found.lowerBound]
      // The whole may end the sentence in front of 其中.
      let end = before.last == "。" ? before.dropLast() : before
      let sentence = end[(end.lastIndex(of: "。").map { $0 + 1 } ?? 0)...]
      let amounts = amounts(in: sentence)
      guard let whole = amounts.last, sentence.endIndex - whole.range.upperBound <= 30 else { continue }
      let rest = plain[found.upperBound...].prefix { $0 != "。" }
      let parts = self.amounts(in: rest)
      guard parts.count > 1 else { continue }
      // A part of which only 万元 is left, or lost characters, is one that nobody knows.
      let isUnread = rest.contains(where: \.isLost) || string(rest).ranges(of: "万元").count > parts.count
      report.sums.append(
        .init(
          words: string(sentence[..<whole.range.lowerBound].suffix(24)), whole: PrintedCell(whole.digits, place: place),
          parts: parts.map { PrintedCell($0.digits, place: place) } + (isUnread ? [.damaged(place: place)] : []),
          isComplete: false))
    }
  }

  private func withoutBrackets(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("(") else { return text }
    var plain: [Unicode.Scalar] = []
    var depth = 0
    for scalar in text {
      if scalar == "(" { depth += 1 }
      if depth == 0 { plain.append(scalar) }
      if scalar == ")", depth > 0 { depth -= 1 }
    }
    // A bracket that nothing closes is none.
    return depth == 0 ? plain : text
  }

  /// The amounts in 万元 of a stretch.
  private func amounts(in text: ArraySlice<Unicode.Scalar>) -> [(digits: String, range: Range<Int>)] {
    var found: [(digits: String, range: Range<Int>)] = []
    var index = text.startIndex
    while index < text.endIndex {
      let number = text[index...].prefix { $0.isDigitOrMark }
      guard let first = number.first, first.isDigit else {
        index += max(1, number.count)
        continue
      }
      let end = number.endIndex
      if text[end...].starts(with: "万元".unicodeScalars) { found.append((string(number), index..<end + 2)) }
      index = end
    }
    return found
  }

  // MARK: - Dates

  /// The first day of a report is its date; the day on which it was published stands in front of 公开.
  private func addDays(_ text: [Unicode.Scalar], at place: SourceLocation?, into report: inout OverallReport) {
    var index = 0
    while let year = text.firstRange(of: ["年"], from: index) {
      index = year.upperBound
      let digits = text[..<year.lowerBound].reversed().prefix { $0.isDigit }
      guard digits.count == 4, let month = number(text, at: index, before: "月"),
        let day = number(text, at: month.end, before: "日"), let number = Int(string(digits.reversed()))
      else { continue }
      let start = year.lowerBound - 4
      let found = OverallReport.Day(
        year: number, month: month.value, day: day.value, text: string(text[start..<day.end]), place: place)
      // A date on a line of its own is that of the report.
      if report.day == nil, start == 0, day.end == text.count { report.day = found }
      let clause = string(text[day.end...].prefix(20).prefix { $0 != "," && $0 != "。" && $0 != ";" })
      if report.published == nil, start > 0, text[start - 1] == "于", words.published.contains(where: clause.contains) {
        report.published = found
      }
    }
  }

  private func number(
    _ text: [Unicode.Scalar], at index: Int, before mark: Unicode.Scalar
  ) -> (value: Int, end: Int)? {
    let digits = text[index...].prefix { $0.isDigit }
    guard (1...2).contains(digits.count), let value = Int(string(digits)), text[digits.endIndex...].first == mark
    else { return nil }
    return (value, digits.endIndex + 1)
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// Words with numbers in them: `{名}` stands for the digits of a quantity, `…` for some words without a full stop.
private struct Phrase: Sendable {
  private enum Part {
    case words([Unicode.Scalar])
    case number(String)
    case anything
  }

  private var parts: [Part] = []
  /// The most characters that `…` stands for.
  private static let reach = 20

  init(_ pattern: String) {
    var words: [Unicode.Scalar] = []
    var name: String?
    for scalar in pattern.unicodeScalars {
      switch scalar {
      case "{":
        if !words.isEmpty { parts.append(.words(words)) }
        (words, name) = ([], "")
      case "}":
        parts.append(.number(name ?? ""))
        name = nil
      case "…":
        if !words.isEmpty { parts.append(.words(words)) }
        words = []
        parts.append(.anything)
      default:
        if name == nil { words.append(scalar) } else { name?.unicodeScalars.append(scalar) }
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
  }

  /// The numbers of the first place that fits; empty where none does.
  func match(_ text: [Unicode.Scalar]) -> [(quantity: String, digits: String)] {
    guard case .words(let first)? = parts.first else { return [] }
    var start = 0
    while let found = text.firstRange(of: first, from: start) {
      if let numbers = match(text, from: found.upperBound) { return numbers }
      start = found.lowerBound + 1
    }
    return []
  }

  private func match(_ text: [Unicode.Scalar], from start: Int) -> [(quantity: String, digits: String)]? {
    var numbers: [(quantity: String, digits: String)] = []
    var index = start
    for (position, part) in parts.enumerated().dropFirst() {
      switch part {
      case .words(let words):
        if case .anything = parts[position - 1] {
          guard let found = text.firstRange(of: words, from: index), found.lowerBound - index <= Self.reach else {
            return nil
          }
          index = found.upperBound
        } else {
          guard text[index...].starts(with: words) else { return nil }
          index += words.count
        }
      case .number(let quantity):
        if case .anything = parts[position - 1] {
          guard let digit = text[index...].prefix(Self.reach).firstIndex(where: \.isDigit) else { return nil }
          index = digit
        }
        let digits = text[index...].prefix { $0.isDigitOrMark || $0 == "-" }
        guard !digits.isEmpty else { return nil }
        index = digits.endIndex
        var number = String.UnicodeScalarView()
        number.append(contentsOf: digits)
        if index < text.count, text[index] == "%" { number.append("%") }
        guard PrintedNumber(String(number)) != nil else { return nil }
        numbers.append((quantity, String(number)))
      case .anything: continue
      }
    }
    return numbers
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isDigitOrMark: Bool { isDigit || self == "." }
}

extension [Unicode.Scalar] {
  /// Where some words stand next from an index on.
  fileprivate func firstRange(of words: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    guard !words.isEmpty, count >= words.count, start <= count - words.count else { return nil }
    for index in start...(count - words.count) where self[index] == words[0] {
      if self[index..<index + words.count].elementsEqual(words) { return index..<index + words.count }
    }
    return nil
  }
}
