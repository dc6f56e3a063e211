package import Accounts

/// The text of a disclosure beside its ten tables, line by line, and what its numbers state.
package struct Prose: Sendable {
  /// A line of text: a heading, a paragraph, or a row of some other table.
  package struct Line: Hashable, Sendable {
    /// What a line is.
    package enum Kind: Hashable, Sendable {
      /// A heading: 1 of a part, 2 of a section, 3 of a subsection.
      case heading(level: Int)
      case paragraph
      /// A row of a table that is none of the ten, its cells parted by tabs.
      case row
      /// An entry of the contents, which names what stands elsewhere.
      case contents
    }

    package let kind: Kind
    package let text: String
    /// The number of the part it stands in, counted from 1; 0 before the first.
    package let part: Int
    /// The section of part 3 it stands in, by its id in the reading data (`五（三）` is `一般公共预算支出具体`); nil elsewhere.
    package let section: String?
    /// Where it stands in its source; nil when it was composed.
    package let place: SourceLocation?

    package init(_ kind: Kind, _ text: String, part: Int = 0, section: String? = nil, place: SourceLocation? = nil) {
      self.kind = kind
      self.text = text
      self.part = part
      self.section = section
      self.place = place
    }
  }

  /// A number that is not understood: no quantity could be found that it states.
  package struct Unattributed: Hashable, Sendable {
    /// As printed, with its unit.
    package let text: String
    /// The line of ``Prose/lines`` it stands in.
    package let line: Int

    package init(text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  /// A value that a page marks in its source and shows otherwise.
  package struct Mismatch: Hashable, Sendable {
    package let marked: String
    package let shown: String
    package let place: SourceLocation

    package init(marked: String, shown: String, place: SourceLocation) {
      self.marked = marked
      self.shown = shown
      self.place = place
    }
  }

  /// A number of things and the parts of it that a sentence names behind 其中.
  package struct Breakdown: Hashable, Sendable {
    package let whole: Figure
    /// What is counted: 辆.
    package let unit: String
    package let parts: [Figure]
    /// Whether the last part is all others (其他), so that nothing is left out.
    package let isComplete: Bool
    /// Whether these are all parts that the sentence names.
    package let isWhole: Bool
    /// The line of ``Prose/lines`` it stands in.
    package let line: Int

    package init(whole: Figure, unit: String, parts: [Figure], isComplete: Bool, isWhole: Bool, line: Int) {
      self.whole = whole
      self.unit = unit
      self.parts = parts
      self.isComplete = isComplete
      self.isWhole = isWhole
      self.line = line
    }
  }

  /// The lines in order; none where a publication was read and holds no text.
  package var lines: [Line]
  package var claims: [Claim]
  /// Every number of the text that is in no claim.
  package var unattributed: [Unattributed]
  package var mismatches: [Mismatch]
  package let breakdowns: [Breakdown]
  /// The sections that sentences say themselves they are of, under whatever heading they stand or under none.
  package let openedSections: Set<String>
  /// The names of the codes that the claims speak of, by code.
  package let codeNames: [String: String]

  package init(
    lines: [Line], claims: [Claim] = [], unattributed: [Unattributed] = [], mismatches: [Mismatch] = [],
    breakdowns: [Breakdown] = [], openedSections: Set<String> = [], codeNames: [String: String] = [:]
  ) {
    self.lines = lines
    self.breakdowns = breakdowns
    self.openedSections = openedSections
    self.codeNames = codeNames
    self.claims = claims
    self.unattributed = unattributed
    self.mismatches = mismatches
  }

  /// Where a claim stands in its source.
  package func place(of claim: Claim) -> SourceLocation? { place(ofLine: claim.line) }

  /// Where a line stands in its source; nil where there is none of that number.
  package func place(ofLine line: Int) -> SourceLocation? { lines.indices.contains(line) ? lines[line].place : nil }
}
