/// The budget classification of one fiscal year: what each 功能科目 and 经济科目 is called, and how far that can be
/// trusted.
package struct CodeBook: Sendable {
  /// How well a name is confirmed.
  package enum Evidence: String, Sendable, CaseIterable {
    /// Printed in the 2024 disclosure the national form was taken from.
    case datong
    /// Printed in other real disclosures.
    case published
    /// Found in other public material.
    case `public`
    /// From general knowledge of the edition, not confirmed.
    case recalled
    /// Given by the user with `--codes`.
    case user
    /// Given by the unit itself in its ledger, for a code no list has.
    case ledger

    /// Whether a name that differs from this one contradicts a confirmed fact.
    package var isConfirmed: Bool { self != .recalled && self != .ledger }
  }

  /// Which of the two classifications a code belongs to.
  package enum Classification: String, Sendable, CaseIterable {
    case function = "支出功能分类"
    case economic = "部门预算支出经济分类"
  }

  /// One code and what is known of it.
  package struct Entry: Sendable, Equatable {
    /// The digits.
    package let code: String
    /// The name of the code in this edition.
    package let name: String
    /// 资金性质 for a function code (一般公共预算, 政府性基金预算, 国有资本经营预算), 人员经费 or 公用经费 for an economic one.
    package let group: String
    /// How well the name is confirmed.
    package let evidence: Evidence

    package init(code: String, name: String, group: String, evidence: Evidence) {
      self.code = code
      self.name = name
      self.group = group
      self.evidence = evidence
    }
  }

  /// A name that a code bore before this edition.
  package struct FormerName: Sendable, Equatable {
    /// The name as once printed.
    package let name: String
    /// The last fiscal year in which it was used; nil when not known.
    package let untilYear: Int?

    package init(name: String, untilYear: Int?) {
      self.name = name
      self.untilYear = untilYear
    }
  }

  /// A code that this edition no longer has.
  package struct Withdrawn: Sendable, Equatable {
    /// The digits.
    package let code: String
    /// The name it last bore.
    package let name: String
    /// The codes that took its place; empty when not known.
    package let replacements: [String]
    /// The last fiscal year in which it was used; nil when not known.
    package let untilYear: Int?

    package init(code: String, name: String, replacements: [String], untilYear: Int?) {
      self.code = code
      self.name = name
      self.replacements = replacements
      self.untilYear = untilYear
    }
  }

  /// The fiscal year of the edition.
  package let year: Int
  /// The lines of the tables that ship with the tool, the latest edition first.
  private var functionLines: [CodeLines] = []
  private var economicLines: [CodeLines] = []
  /// The entries added one by one, which come before those of the lines.
  private var function: [String: Entry] = [:]
  private var economic: [String: Entry] = [:]
  private var formerNames: [String: [FormerName]] = [:]
  private var withdrawn: [String: Withdrawn] = [:]
  private var doubts: [String: String] = [:]

  /// An empty book, to be filled with the entries of one edition.
  package init(year: Int) { self.year = year }

  /// The entry of a code; nil when the book lacks it.
  package func entry(_ classification: Classification, _ code: String) -> Entry? {
    switch classification {
    case .function: function[code] ?? functionLines.firstEntry(of: code)
    case .economic: economic[code] ?? economicLines.firstEntry(of: code)
    }
  }

  /// The name that the tables that ship with the tool have for a code, whatever replaced it since; nil when they lack it.
  package func shippedName(_ classification: Classification, _ code: String) -> String? {
    switch classification {
    case .function: functionLines.firstEntry(of: code)?.name
    case .economic: economicLines.firstEntry(of: code)?.name
    }
  }

  /// The name of a function code; nil when the book lacks it.
  package func name(of code: FunctionCode) -> String? { entry(.function, code.digits)?.name }

  /// The name of an economic code; nil when the book lacks it.
  package func name(of code: EconomicCode) -> String? { entry(.economic, code.digits)?.name }

  /// Names the code bore in earlier editions.
  package func formerNames(of code: String) -> [FormerName] { formerNames[code] ?? [] }

  /// What became of a code this edition no longer has; nil when nothing is known.
  package func withdrawal(of code: String) -> Withdrawn? { withdrawn[code] }

  /// What is in doubt about a code; nil when nothing is.
  package func doubt(about code: String) -> String? { doubts[code] }

  /// All entries of a classification in the order of their codes; O(n log n).
  package func entries(_ classification: Classification) -> [Entry] {
    var entries = classification == .function ? function : economic
    for lines in classification == .function ? functionLines : economicLines {
      for entry in lines.entries where entries[entry.code] == nil { entries[entry.code] = entry }
    }
    return entries.values.sorted { $0.code < $1.code }
  }

  /// All withdrawn codes in the order of their codes.
  package var withdrawnCodes: [Withdrawn] { withdrawn.values.sorted { $0.code < $1.code } }

  /// Takes the lines of a table that ships with the tool, whose entries replace those of the same code in tables taken before;
  /// entries added one by one replace both.
  package mutating func take(_ lines: CodeLines, of classification: Classification) {
    switch classification {
    case .function: functionLines.insert(lines, at: 0)
    case .economic: economicLines.insert(lines, at: 0)
    }
  }

  /// Adds an entry or replaces the one of the same code.
  package mutating func add(_ entry: Entry, to classification: Classification) {
    switch classification {
    case .function: function[entry.code] = entry
    case .economic: economic[entry.code] = entry
    }
  }

  /// Adds a name that a code bore before.
  package mutating func add(_ formerName: FormerName, of code: String) {
    formerNames[code, default: []].append(formerName)
  }

  /// Adds a code that the edition no longer has.
  package mutating func add(_ entry: Withdrawn) { withdrawn[entry.code] = entry }

  /// Adds what is in doubt about a code.
  package mutating func add(doubt: String, about code: String) { doubts[code] = doubt }
}

extension [CodeLines] {
  /// The entry of a code in the first lines that have it.
  fileprivate func firstEntry(of code: String) -> CodeBook.Entry? { lazy.compactMap { $0.entry(code) }.first }
}
