import Accounts
package import Tables

/// Reads the text of a disclosure that was composed and not yet printed, by the same rules as a published one.
package struct ProseReader: Sendable {
  private let words: ProseWords
  private let form: Form

  /// A reader for the names that a form prints; throws when the built-in words are damaged.
  package init(form: Form) throws {
    words = try ProseWords.standard()
    self.form = form
  }

  /// The prose of lines of text beside tables.
  package func prose(of lines: [String], beside tables: TableSet) -> Prose {
    var raw = ProseLines()
    for (number, line) in lines.enumerated() {
      raw.append(line, isRow: false, at: SourceLocation(file: "", line: number + 1))
    }
    return raw.prose(words, form: form, tables: tables.tables, unitName: tables.unitName, year: tables.year)
      .withoutPlaces
  }
}

extension Prose {
  /// The prose with no places, since what is not printed stands nowhere.
  fileprivate var withoutPlaces: Prose {
    var prose = self
    prose.lines = lines.map { Line($0.kind, $0.text, part: $0.part, section: $0.section) }
    return prose
  }
}
