import Accounts
import Formats
import Tables

/// The lines of a publication that belong to none of its ten tables, in order, before anything in them is understood.
struct ProseLines {
  private struct RawLine {
    var text: String
    let isRow: Bool
    let place: SourceLocation
  }

  private var lines: [RawLine] = []
  private var bytes = 0
  private var mismatches: [Prose.Mismatch] = []

  /// Takes a line, or a row of some other table; past the bound of a publication's text nothing more is kept.
  mutating func append(_ text: String, isRow: Bool, at place: SourceLocation) {
    guard !text.isEmpty, bytes < PublicationLimits.proseBytes else { return }
    bytes += text.utf8.count
    lines.append(RawLine(text: text, isRow: isRow, place: place))
  }

  /// Takes the lines of another, as far as the bound allows.
  mutating func append(_ other: ProseLines) {
    for line in other.lines { append(line.text, isRow: line.isRow, at: line.place) }
    mismatches += other.mismatches
  }

  /// The lines that are no rows of a table, each with its place.
  var texts: some Sequence<(text: String, place: SourceLocation)> {
    lines.lazy.filter { !$0.isRow }.map { ($0.text, $0.place) }
  }

  /// Compares what a page marks a text as with what it shows: as numbers where both are, else letter by letter.
  mutating func compare(_ value: String, with shown: String, at place: SourceLocation) {
    guard value != shown, mismatches.count < PublicationLimits.unread else { return }
    func number(_ text: String) -> Figure.Content? {
      let figure = Figure(printed: text.replacing("%", with: ""), unit: .percent)
      guard let figure, case .number(var count, var decimals) = figure.content else { return nil }
      while decimals > 0, count % 10 == 0 { (count, decimals) = (count / 10, decimals - 1) }
      return .number(count: count, decimals: decimals)
    }
    if let marked = number(value), marked == number(shown) { return }
    mismatches.append(Prose.Mismatch(marked: value, shown: shown, place: place))
  }

  /// The prose: parts and sections told apart by their headings, and the claims of the parts that explain the accounts;
  /// without a line where everything was read and there is no text.
  func prose(_ words: ProseWords, form: Form, tables: [Table], unitName: String?, year: Int?) -> Prose {
    let reader = ClaimReader(words, form: form, tables: tables, unitName: unitName, year: year)
    var builder = ProseBuilder(words: words, reader: reader)
    let parts = partStarts
    let firstPart = parts.values.min() ?? 0
    let regions = regions(parts, words)
    let narrative = self.lines.indices.filter {
      !lines[$0].isRow && regions[part(at: $0, parts), default: .elsewhere] == .explanation
    }
    // A text copied out of a page is broken in the middle of sentences.
    let unfinished = narrative.count { !lines[$0].text.endsSentence && lines[$0].text.headingLevel == nil }
    builder.isBroken = unfinished * 3 > narrative.count
    var isContents = false
    for (index, line) in lines.enumerated() {
      if index < firstPart, comparableWords(line.text) == "目录" { isContents = true }
      let kind: Prose.Line.Kind? =
        parts.values.contains(index)
        ? .heading(level: 1)
        : index < firstPart && isContents || line.text.hasPageLeader ? .contents : line.isRow ? .row : nil
      let part = parts.isEmpty ? nil : part(at: index, parts)
      builder.append(
        line.text, kind: kind, part: part, in: part.map { regions[$0, default: .elsewhere] } ?? .explanation,
        at: line.place)
    }
    return builder.prose(mismatches)
  }

  /// The line with which each part begins: the last that names it, since the contents name it too.
  private var partStarts: [Int: Int] {
    var starts: [Int: Int] = [:]
    for (index, line) in lines.enumerated() where !line.isRow && line.text.utf8.count < 200 {
      if let part = line.text.partNumber { starts[part] = index }
    }
    return starts
  }

  /// What each part is for its sentences, by its number.
  ///
  /// Those explain the accounts whose headings say so, whatever their number; where none does, all that are neither the
  /// glossary nor an attachment: what a part holds its sentences say.
  private func regions(_ starts: [Int: Int], _ words: ProseWords) -> [Int: ProseBuilder.Region] {
    let headings = starts.mapValues { comparableWords(lines[$0].text) }
    let closed = headings.filter { part in words.closedParts.contains { part.value.holds($0) } }
    let named = headings.filter { part in
      closed[part.key] == nil && words.narrativeParts.contains { part.value.holds($0) }
    }
    var regions: [Int: ProseBuilder.Region] = [0: .elsewhere]
    for part in headings.keys {
      regions[part] =
        closed[part] != nil ? .closed : named.isEmpty || named[part] != nil ? .explanation : .elsewhere
    }
    return regions
  }

  private func part(at index: Int, _ starts: [Int: Int]) -> Int {
    starts.filter { $0.value <= index }.max { $0.value < $1.value }?.key ?? 0
  }
}

extension String {
  /// The number of the part that a heading begins: 3 for 第三部分 情况说明; nil for other text.
  fileprivate var partNumber: Int? {
    guard unicodeScalars.first == "第" else { return nil }
    let words = comparableWords(self).unicodeScalars.dropFirst()
    guard let first = words.first, let number = Array("一二三四五六七八九".unicodeScalars).firstIndex(of: first),
      String(String.UnicodeScalarView(words.dropFirst())).begins(with: "部分")
    else { return nil }
    return number + 1
  }

  /// Whether dots lead to the number of a page at its end, as in the contents (目录).
  fileprivate var hasPageLeader: Bool {
    let digits = utf8.reversed().prefix { (48...57).contains($0) }.count
    guard (1...4).contains(digits) else { return false }
    let before = unicodeScalars.dropLast(digits).reversed().drop { $0 == " " }
    return before.prefix { $0 == "." || $0 == "…" || $0 == "·" }.count >= 3
  }

  /// Whether a paragraph may end here.
  var endsSentence: Bool {
    guard let last = unicodeScalars.last else { return true }
    return ["。", "；", "：", "！", "？", ";", ":", "!", "?", "”", "…"].contains(last)
  }

  /// The level of a heading within a part, 2 for 一、 and 3 for （一）; nil for text that is none.
  var headingLevel: Int? {
    let scalars = unicodeScalars
    guard let first = scalars.first, utf8.count < 150, !scalars.contains("。"), !endsSentence else { return nil }
    let numerals = Array("一二三四五六七八九十".unicodeScalars)
    if numerals.contains(first) {
      return scalars.first { !numerals.contains($0) } == "、" ? 2 : nil
    }
    if first == "（" || first == "(" {
      let rest = scalars.dropFirst()
      guard rest.first.map(numerals.contains) == true, let close = rest.first(where: { !numerals.contains($0) }) else {
        return nil
      }
      return close == "）" || close == ")" ? 3 : nil
    }
    return nil
  }

  /// Whether a line begins a paragraph of its own by its number: 1、 or （1） or 一是 does not count.
  var beginsNumbered: Bool {
    headingLevel != nil || withoutNumbering(self) != self
  }
}
