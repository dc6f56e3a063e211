import Accounts
import Tables

/// Puts lines together to paragraphs, gives each its part and section, and reads the claims of part 3.
struct ProseBuilder {
  let words: ProseWords
  var reader: ClaimReader
  /// Whether sentences are broken over lines.
  var isBroken = false

  private var lines: [Prose.Line] = []
  private var claims: [Claim] = []
  private var unattributed: [Prose.Unattributed] = []
  private var section: String?
  private var sectionLevel = 0
  private var part = 0

  init(words: ProseWords, reader: ClaimReader) {
    self.words = words
    self.reader = reader
  }

  /// Takes a line; `kind` is nil where it is a paragraph or a heading below a part's, `part` where there are no parts.
  mutating func append(_ text: String, kind: Prose.Line.Kind?, part: Int?, at place: SourceLocation) {
    if let part, part != self.part {
      self.part = part
      section = nil
    }
    if let kind {
      lines.append(Prose.Line(kind, text, part: self.part, place: place))
      return
    }
    let isNarrative = part == nil || part == 3
    if isNarrative, let level = text.headingLevel, let heading = heading(text, level) {
      lines.append(Prose.Line(.heading(level: level), text, part: self.part, section: heading, place: place))
      return
    }
    if isBroken, isNarrative, let last = lines.last, last.kind == .paragraph, last.section == section,
      !last.text.endsSentence, !text.beginsNumbered
    {
      lines[lines.count - 1] = Prose.Line(
        .paragraph, last.text + text, part: last.part, section: last.section, place: last.place)
      return
    }
    let level = text.headingLevel
    lines.append(
      Prose.Line(
        level.map { .heading(level: $0) } ?? .paragraph, text, part: self.part, section: isNarrative ? section : nil,
        place: place))
  }

  /// The section that a heading begins; nil for one that begins none and stands in none.
  private mutating func heading(_ text: String, _ level: Int) -> String? {
    if let named = words.section(of: text) {
      section = named
      sectionLevel = level
    } else if level <= sectionLevel {
      section = nil
    }
    return section
  }

  /// The prose of everything taken.
  mutating func prose(_ mismatches: [Prose.Mismatch]) -> Prose {
    for (index, line) in lines.enumerated() where line.kind == .paragraph {
      guard let section = line.section else { continue }
      let found = reader.read(line.text, section: section, line: index, goingOn: isBroken)
      claims += found.claims
      unattributed += found.unattributed
    }
    return Prose(lines: lines, claims: claims, unattributed: unattributed, mismatches: mismatches)
  }
}
