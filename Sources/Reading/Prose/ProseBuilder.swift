import Accounts
import Formats
import Tables

/// Puts lines together to paragraphs, gives each its part and section, and reads the claims of the explanation.
struct ProseBuilder {
  let words: ProseWords
  var reader: ClaimReader
  /// Whether sentences are broken over lines.
  var isBroken = false

  private var lines: [Prose.Line] = []
  private var claims: [Claim] = []
  private var unattributed: [Prose.Unattributed] = []
  private var breakdowns: [Prose.Breakdown] = []
  private var section: String?
  private var sectionLevel = 0
  /// The lines that begin a section.
  private var sectionHeadings: Set<Int> = []
  /// Whether a numbered line within another section began the section, so that the next such line ends it.
  private var isInner = false
  private var part = 0
  /// For each line whether its sentences may say themselves which section they are of.
  private var isOpen: [Bool] = []

  /// Where in a publication a line stands.
  enum Region {
    /// In a part that explains the accounts, or in a text without parts.
    case explanation
    /// In another part, whose sentences may tell of the accounts all the same.
    case elsewhere
    /// In the glossary or an attachment, whose sentences state nothing of the accounts.
    case closed
  }

  init(words: ProseWords, reader: ClaimReader) {
    self.words = words
    self.reader = reader
  }

  /// Takes a line; `kind` is nil where it is a paragraph or a heading below a part's, `part` where there are no parts.
  mutating func append(
    _ text: String, kind: Prose.Line.Kind?, part: Int?, in region: Region, at place: SourceLocation
  ) {
    take(text, kind: kind, part: part, in: region, at: place)
    while isOpen.count < lines.count { isOpen.append(region != .closed) }
  }

  private mutating func take(
    _ text: String, kind: Prose.Line.Kind?, part: Int?, in region: Region, at place: SourceLocation
  ) {
    // The cover and the contents stand before any part.
    let isNarrative = region == .explanation || region == .elsewhere && (part ?? 0) > 0
    if let part, part != self.part {
      self.part = part
      section = nil
    }
    if let kind {
      lines.append(Prose.Line(kind, text, part: self.part, place: place))
      return
    }
    if isNarrative, let level = text.headingLevel ?? levelOfBareHeading(text), let heading = heading(text, level) {
      lines.append(Prose.Line(.heading(level: level), text, part: self.part, section: heading, place: place))
      return
    }
    if region == .explanation, let last = lines.last, last.kind == .paragraph, last.section == section,
      isBroken || last.text.utf8.count > Self.longestTitle, !last.text.endsSentence, !text.beginsNumbered
    {
      lines[lines.count - 1] = Prose.Line(
        .paragraph, last.text + text, part: last.part, section: last.section, place: last.place)
      return
    }
    // 1. 机关运行经费支出情况说明 heads what follows where its own section says nothing of that.
    if isNarrative, isInner || section.flatMap(words.context) == nil, text.utf8.count < 150, !text.endsSentence,
      withoutNumbering(text) != text, let named = words.section(of: text)
    {
      section = named
      isInner = true
    }
    let level = text.headingLevel
    lines.append(
      Prose.Line(
        level.map { .heading(level: $0) } ?? .paragraph, text, part: self.part, section: isNarrative ? section : nil,
        place: place))
  }

  /// The bytes of the longest line that is no sentence: a longer one that does not end goes on in the next, as over a page.
  private static let longestTitle = 100

  /// The level of a heading that bears no number, as where a program numbers it by itself, or bears 1.; nil for text that
  /// says more than what a section is of.
  private func levelOfBareHeading(_ text: String) -> Int? {
    guard text.utf8.count < 120, !text.endsSentence, words.headingEndings.contains(where: text.ends(with:)),
      !text.unicodeScalars.contains(where: { ["。", "，", ",", "；", "："].contains($0) }), !text.statesNumber,
      words.section(of: text) != nil
    else { return nil }
    if withoutNumbering(text) != text { return 4 }
    // Right below a heading it is one within that.
    if case .heading(let level) = lines.last?.kind, level > 1 { return level + 1 }
    return 2
  }

  /// The section that a heading begins; nil for one that begins none and stands in none.
  private mutating func heading(_ text: String, _ level: Int) -> String? {
    if let named = words.section(of: text) {
      section = named
      sectionLevel = level
      isInner = false
      sectionHeadings.insert(lines.count)
    } else if level <= sectionLevel {
      section = nil
      isInner = false
    }
    return section
  }

  /// The prose of everything taken.
  ///
  /// Numbers of every line are counted but those of what is no text (the contents, rows of other tables) and of the
  /// reports of self-evaluations, which have a reader of their own.
  mutating func prose(_ mismatches: [Prose.Mismatch]) -> Prose {
    var isHeaded = false
    var isReport = false
    var opened: Set<String> = []
    // The section that the line before says it is of, where it goes on in this one: …，其中：
    var goingOn: String?
    for (index, line) in lines.enumerated() {
      guard line.kind != .row, line.kind != .contents else { continue }
      if line.kind == .heading(level: 1) {
        isReport = false
      } else if words.reports.contains(where: { line.text.ends(with: $0) }) {
        isReport = true
      }
      let isHeading = line.kind != .paragraph
      if isHeading { goingOn = nil }
      if line.section == nil, isReport || !isOpen[index] || isHeading && !line.text.hasDigit {
        if !isReport, line.text.hasDigit { unattributed += reader.numbers(of: line.text, line: index) }
        isHeaded = false
        continue
      }
      // What heads a section says no more than the section does.
      if sectionHeadings.contains(index), !line.text.hasDigit {
        isHeaded = false
        continue
      }
      let found = reader.read(
        line.text, section: goingOn ?? line.section, line: index, isBroken || isHeaded ? .goingOn : .anew,
        mayHead: line.section != nil && !isBroken && (isHeading || !line.text.endsSentence))
      claims += found.claims
      unattributed += found.unattributed
      breakdowns += found.breakdowns
      isHeaded = found.heads
      opened.formUnion(found.opened)
      if let section = found.section, section != line.section {
        lines[index] = Prose.Line(line.kind, line.text, part: line.part, section: section, place: line.place)
      }
      goingOn = line.text.leadsOn ? found.opened.last ?? goingOn : nil
    }
    let names = reader.codeNames
    return Prose(
      lines: lines, claims: claims, unattributed: unattributed, mismatches: mismatches,
      breakdowns: breakdowns, openedSections: opened,
      codeNames: claims.reduce(into: [:]) { known, claim in
        if let code = claim.code { known[code] = names[code] }
      })
  }
}

extension String {
  /// Whether the next line goes on with what this one speaks of.
  fileprivate var leadsOn: Bool { unicodeScalars.last.map { ["：", ":", "；", ";"].contains($0) } ?? false }

  /// Whether a number stands in it that is neither its own nor a year: 2024年度….
  fileprivate var statesNumber: Bool {
    let rest = withoutNumbering(self).replacing("年度", with: "年")
    guard let year = rest.firstIndex(of: "年") else { return rest.hasDigit }
    return String(rest[year...]).hasDigit
  }

  /// Whether a digit stands in it, of half or of full width.
  fileprivate var hasDigit: Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if (0x30...0x39).contains(byte) || (0x90...0x99).contains(byte) && before == (0xEF, 0xBC) { return true }
      before = (before.1, byte)
    }
    return false
  }
}
