import Accounts
import Tables

/// The text of a disclosure as the readiness checks read it: the lines beside the tables and the notes below them.
struct ReadableText {
  let lines: [ReadableLine]

  /// The text of a disclosure; nil when it was not looked at.
  init?(_ tables: TableSet) {
    guard let prose = tables.prose else { return nil }
    var lines = prose.lines.map { ReadableLine($0) }
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

  init(_ line: Prose.Line) {
    kind = line.kind
    text = line.text
    part = line.part
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

extension String {
  /// The characters folded to half width, without blanks.
  var foldedScalars: [Unicode.Scalar] { Array(foldedForComparison.unicodeScalars) }
}
