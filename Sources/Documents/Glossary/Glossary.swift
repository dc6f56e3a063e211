package import Accounts
import Formats
package import Tables

/// The terms that a disclosure explains (名词解释), each with what shows that it occurs.
///
/// Only what occurs is explained: a term whose figure is printed in a table, or whose words stand in the text.
package struct Glossary: Sendable {
  /// A term with its explanation.
  package struct Entry: Hashable, Sendable {
    package let term: String
    package let definition: String

    package init(term: String, definition: String) {
      self.term = term
      self.definition = definition
    }
  }

  private struct Term {
    let entry: Entry
    let words: [String]
    let figures: [AddressPattern]
  }

  private let terms: [Term]

  /// Reads a glossary of a name, an array of terms in the order in which they are explained.
  ///
  /// `words` are those by which a term occurs in the text, `figures` the addresses at which it occurs in the tables;
  /// `*` stands for any row or column, `03.*.4`. Throws all that is wrong with it.
  package init(json: String, named name: String = "glossary.json") throws(UnusableInput) {
    var file = try DataFile(json, named: name)
    let root = file.root
    var terms: [Term] = []
    for node in file.value({ () throws(JSONFieldError) in try root.array() }) ?? [] {
      file.keys(of: node, only: ["term", "definition", "words", "figures"])
      let term = file.value { () throws(JSONFieldError) in try node.field("term").string() } ?? ""
      let definition = file.value { () throws(JSONFieldError) in try node.field("definition").string() } ?? ""
      let words = file.value { () throws(JSONFieldError) in try node.optional("words")?.strings() ?? [] } ?? []
      var figures: [AddressPattern] = []
      for address in file.value({ () throws(JSONFieldError) in try node.optional("figures")?.array() ?? [] }) ?? [] {
        guard let text = file.value({ () throws(JSONFieldError) in try address.string() }) else { continue }
        if let pattern = AddressPattern(text) {
          figures.append(pattern)
        } else {
          file.add(address, found: "名词“\(term.prefix(40))”的地址“\(text.prefix(40))”读不懂", expected: "应如 01.5.1 或 03.*.4")
        }
      }
      // An empty word would occur in every text.
      let folded = words.map(\.foldedForComparison).filter { !$0.isEmpty }
      terms.append(Term(entry: Entry(term: term, definition: definition), words: folded, figures: figures))
    }
    try file.check()
    self.terms = terms
  }

  /// All entries, in the order in which they are explained.
  package var entries: [Entry] { terms.map(\.entry) }

  /// The terms that occur in the figures of the tables or in the words of a text, in the order in which they are
  /// explained; linear in the figures for each term.
  package func terms(occurringIn tables: TableSet, text: String) -> [Entry] {
    let folded = text.foldedForComparison
    let printed = tables.tables.flatMap(\.figures).filter(\.isNumber).map(\.address)
    return terms.filter { term in
      term.words.contains { folded.holds($0) }
        || term.figures.contains { pattern in printed.contains { pattern.matches($0) } }
    }.map(\.entry)
  }
}

/// Addresses of figures of one table: `03.*.4` is the fourth column of every row.
private struct AddressPattern {
  private let table: TableID
  /// Nil for every row.
  private let row: String?
  /// Nil for every column.
  private let column: Int?

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let table = TableID(rawValue: parts[0]), table != .prose, !parts[1].isEmpty else {
      return nil
    }
    self.table = table
    row = parts[1] == "*" ? nil : parts[1]
    if parts[2] == "*" {
      column = nil
    } else {
      guard let number = Int(parts[2]), number > 0 else { return nil }
      column = number
    }
  }

  func matches(_ address: FigureAddress) -> Bool {
    address.table == table && (row ?? address.row) == address.row && (column ?? address.column) == address.column
  }
}

extension TableFigure {
  /// Whether a number is printed, be it 0.00, and not a blank or a dash.
  fileprivate var isNumber: Bool { if case .number = figure.content { true } else { false } }
}
