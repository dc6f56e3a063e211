import Accounts
import Tables

extension StructureCheck {
  /// D18: a bracket or quotation mark without its other half; what one paragraph opens the next may close, since a
  /// page's end cuts paragraphs in two.
  static let unclosedBracket = StructureCheck(.unclosedBracket) { rule, input in
    guard let text = input.text else { return [] }
    // What a cell opens no other closes.
    return ([text.lines] + text.cells.map { [$0] }).flatMap { unclosed($0, rule) }
  }

  private static func unclosed(_ lines: [ReadableLine], _ rule: Rule) -> [Finding] {
    lines.indices.compactMap { index -> Finding? in
      let line = lines[index]
      guard line.kind == .paragraph else { return nil }
      let odd = UnpairedMarks(line.folded)
      guard !odd.isEmpty else { return nil }
      let closedNext = index + 1 < lines.count ? Set(UnpairedMarks(lines[index + 1]).closed.map(\.pair)) : []
      let openedBefore = index > 0 ? Set(UnpairedMarks(lines[index - 1]).opened.map(\.pair)) : []
      let opened = odd.opened.first { !closedNext.contains($0.pair) }
      let closed = odd.closed.first { !openedBefore.contains($0.pair) }
      guard let mark = opened ?? closed else { return nil }
      return rule.finding(
        "\(line.quoted(mark.position..<mark.position + 1))中“\(line.words(mark.position..<mark.position + 1))”不成对",
        place: line.place, in: opened == nil ? .closedOnly : nil)
    }
  }
}

/// The brackets and quotation marks of a text that have no other half.
private struct UnpairedMarks {
  struct Mark {
    /// Which pair it belongs to: its place in ``UnpairedMarks/pairs``.
    let pair: Int
    let position: Int
  }

  let opened: [Mark]
  private(set) var closed: [Mark] = []

  var isEmpty: Bool { opened.isEmpty && closed.isEmpty }

  /// Those of a line that may go on in the next: a row of a table does, where a page's end cuts it.
  init(_ line: ReadableLine) { self.init(line.kind == .paragraph || line.kind == .row ? line.folded : []) }

  /// Half and full width are folded, and so one pair.
  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("(", ")"), ("【", "】"), ("《", "》"), ("“", "”"),
    ("‘", "’"), ("「", "」"), ("『", "』"), ("〔", "〕"),
  ]

  private static let chineseNumerals = Set("一二三四五六七八九十".unicodeScalars)

  init(_ text: [Unicode.Scalar]) {
    // A stack for each pair, so that text of nothing but brackets takes no longer than other text.
    var open = [[Int]](repeating: [], count: Self.pairs.count)
    for (position, character) in text.enumerated() {
      guard !character.isChinese, !character.isDigit else { continue }
      if let pair = Self.pairs.firstIndex(where: { $0.open == character }) {
        open[pair].append(position)
      } else if let pair = Self.pairs.firstIndex(where: { $0.close == character }), open[pair].popLast() == nil,
        !Self.mayStandAlone(character, at: position, in: text)
      {
        closed.append(Mark(pair: pair, position: position))
      }
    }
    opened = open.enumerated().flatMap { pair, positions in positions.map { Mark(pair: pair, position: $0) } }
      .sorted { $0.position < $1.position }
  }

  /// Whether the second half needs no first one: 1) and 一） number a list, ’ may be an apostrophe.
  private static func mayStandAlone(
    _ character: Unicode.Scalar, at position: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    if character == "’" { return true }
    guard character == ")" else { return false }
    let number = text[..<position].reversed().prefix { $0.isDigit || chineseNumerals.contains($0) }
    let start = position - number.count
    if number.isEmpty {
      // a)
      return position > 0 && text[position - 1].isLetter && (position == 1 || !text[position - 2].isLetter)
    }
    return number.count <= 3 && (start == 0 || text[start - 1].isPunctuation)
  }
}
