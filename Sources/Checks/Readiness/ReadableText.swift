import Accounts
import Evaluations
import Tables

/// The text of a disclosure as the readiness checks read it: the lines beside the tables and the notes below them.
struct ReadableText {
  let lines: [ReadableLine]
  /// The sentences in cells of self-evaluation tables, each by itself, of which the lines have no more than rows.
  let cells: [ReadableLine]
  /// The part (第五部分 附件) in which self-evaluations stand.
  private static let attachments = 5

  /// The text of a disclosure; nil when it was not looked at.
  ///
  /// The self-evaluation tables of a publication are among its lines. Those of a ledger stand nowhere yet, and come from
  /// their cells.
  init?(_ tables: TableSet, evaluations: EvaluationInput? = nil) {
    guard tables.prose != nil || evaluations != nil else { return nil }
    // Where nothing else is published, what stands before any heading is no cover.
    var lines = (tables.prose?.lines ?? []).map { line in
      ReadableLine(line, part: tables.tables.isEmpty && line.part == 0 && evaluations != nil ? Self.attachments : nil)
    }
    let texts = evaluations?.tables ?? []
    // In a text some cells stand on lines of their own, and have been read with these.
    let paragraphs = texts.isEmpty ? [] : lines.filter { $0.kind == .paragraph }
    let (known, places) = (Set(paragraphs.map(\.folded)), Set(paragraphs.compactMap(\.place)))
    cells = texts.flatMap(\.sentences).map { Self.line($0, .paragraph) }
      .filter { line in !known.contains(line.folded) && !(line.place.map(places.contains) ?? false) }
    lines += texts.filter { $0.origin == .ledger }.flatMap(\.texts).map { Self.line($0, .row) }
    // What stands below a table may have been read as its note, as text, or as both.
    let notes = tables.tables.flatMap { table in
      table.notes.map { ReadableLine(Prose.Line(.paragraph, $0, part: 2, place: table.place)) }
    }
    if !notes.isEmpty {
      let known = Set(lines.map(\.folded))
      lines += notes.filter { !known.contains($0.folded) }
    }
    self.lines = lines
  }

  private static func line(_ cell: PrintedCell, _ kind: Prose.Line.Kind) -> ReadableLine {
    ReadableLine(Prose.Line(kind, cell.text, part: attachments, place: cell.place))
  }
}

extension EvaluationTable {
  /// The cells that hold sentences.
  fileprivate var sentences: [PrintedCell] {
    ([goal.expected, goal.actual] + indicators.flatMap { [$0.description, $0.reason] } + fund.map(\.reason)
      + analysis.map(\.text)).filter { !$0.isDamaged && !$0.isBlank }
  }

  /// Every cell that holds words.
  fileprivate var texts: [PrintedCell] {
    [PrintedCell(project), PrintedCell(department), PrintedCell(unit)]
      + indicators.flatMap { [$0.level3, $0.target, $0.actual] }.filter { !$0.isBlank } + sentences
  }
}

/// A line without blanks, once as it stands and once folded to half width, character for character.
///
/// It never changes; it is an object because a dozen checks pass over all lines, and each would copy every one of them.
final class ReadableLine: Sendable {
  let kind: Prose.Line.Kind
  let text: String
  let part: Int
  let section: String?
  let place: SourceLocation?
  /// The characters as they stand, without blanks; a row keeps the tabs between its cells.
  let scalars: [Unicode.Scalar]
  /// The same characters, half-width.
  let folded: [Unicode.Scalar]

  /// A line, in another part than it was read in where one is given.
  init(_ line: Prose.Line, part: Int? = nil) {
    kind = line.kind
    text = line.text
    self.part = part ?? line.part
    section = line.section
    place = line.place
    let isRow = line.kind == .row
    scalars = line.text.unicodeScalars.filter { !$0.isBlank || (isRow && $0 == "\t") }
    folded = scalars.map(\.foldedToHalfWidth)
  }

  /// The heading's level; nil when it is no heading.
  var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }

  /// Whether it stands in the contents.
  var isContents: Bool { kind == .contents }

  /// Some of the characters with a few on either side, in quotation marks, for a message.
  func quoted(_ range: Range<Int>, around: Int = 8) -> String {
    let start = max(0, range.lowerBound - around)
    let end = min(scalars.count, range.upperBound + around)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return Problem.quoted(String(text))
  }

  /// The characters of a range as they stand.
  func words(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { "0"..."9" ~= self }

  /// The number a digit stands for.
  var digit: Int { Int(value) - 0x30 }

  /// Whether it is an ASCII letter.
  var isLetter: Bool { "A"..."Z" ~= self || "a"..."z" ~= self }

  /// Whether it is a Chinese character.
  var isChinese: Bool { "\u{4E00}"..."\u{9FFF}" ~= self || "\u{3400}"..."\u{4DBF}" ~= self || self == "〇" }
}
