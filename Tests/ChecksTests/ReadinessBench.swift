import Accounts
import Foundation
import Tables
import TestSupport

@testable import Checks

/// The readiness checks on texts written in a test, beside the tables of the example.
struct ReadinessBench {
  let tables: TableSet
  private let form: Form
  private let codes: CodeBook
  private let words: ReadinessWords
  private let emptyTables: EmptyTableWords
  private let catalogue: RuleCatalogue

  private static let words = Result { try ReadinessWords.standard() }

  init() throws {
    (form, codes) = (try Standard.form, try Standard.codes)
    words = try Self.words.get()
    emptyTables = try .standard()
    catalogue = try .standard()
    tables = try Example.datong.tables
  }

  /// A text kept with the tests: the figures, headings and lines of a published one, in words of our own.
  static func text(_ name: String) throws -> String {
    try Fixture.text(name + ".txt")
  }

  /// What the readiness checks find; the checks on tables are left out, and whether a text was read at all.
  func findings(_ tables: TableSet) -> [Finding] {
    let input = StructureInput(
      tables: tables, form: form, codes: codes, words: words, emptyTables: emptyTables)
    let checks = CheckList.structure.drop { $0.id != .missingPart }.filter { $0.id != .explanationNotRead }
    return checks.flatMap { $0.findings(catalogue[$0.id], input) }
  }

  /// What is found in one paragraph of part 3.
  func findings(inParagraph text: String, _ kind: Prose.Line.Kind = .paragraph) -> [Finding] {
    let line = Prose.Line(
      kind, text, part: 3, section: "其他", place: SourceLocation(file: "决算.txt", line: 7))
    // The sections themselves are not what is looked at here.
    return findings(tables.with(Prose(lines: [line]))).filter { !["D09", "D10"].contains($0.rule) }
  }

  /// What is found in the text of the example when words in it are replaced.
  func findings(replacing old: String, with new: String) throws -> [Finding] {
    let text = try Self.text("datong-2024-text")
    guard text.contains(old) else { throw TextError(words: old) }
    return findings(tables.with(Prose(written: text.replacing(old, with: new))))
      .filter { !Self.standing.contains($0.rule) }
  }

  /// What is found in that text as it is.
  private static let standing = ["D23", "T19", "N30"]

  /// The words are not in the text.
  struct TextError: Error { let words: String }
}
