import Accounts
import FoundationEssentials

/// The words by which the narrative is understood, as data: how sections are headed and what each speaks of.
struct ProseWords: Sendable, Codable {
  /// A section of part 3 and the words that must all stand in its heading.
  struct Section: Sendable, Codable {
    let id: String
    let all: [String]
  }

  /// What the words of some sections mean.
  struct Context: Sendable, Codable {
    /// Ids of sections, or what they begin with.
    let sections: [String]
    /// The whole that shares are of where none is named.
    let whole: String?
    /// The quantity spoken of before any is named.
    let start: String?
    /// The family of quantities that names of codes stand for.
    let family: String?
    /// Words and the quantities they name; an empty name where the words name something no quantity is.
    let items: [String: String]
    /// What a unit of things counts when it follows a quantity.
    let counts: [String: [String: String]]?
    /// Words behind a number that say what it counts.
    let following: [String: String]?
  }

  /// How a number is counted.
  enum Unit: String, Sendable, Codable { case wanyuan, yuan, percent, things }

  let sections: [Section]
  let contexts: [Context]
  let budgets: [String: String]
  let actuals: [String]
  let more: [String]
  let less: [String]
  let above: [String]
  let below: [String]
  let level: [String]
  let lastYear: [String]
  let comparing: [String]
  let lists: [String]
  let absences: [String]
  let absencePhrases: [String]
  let units: [String: Unit]
  let skippedUnits: [String]
  let skippedLeads: [String]

  /// Reads the built-in words; throws when they are damaged.
  static func standard() throws -> ProseWords {
    try JSONDecoder().decode(ProseWords.self, from: Data((embeddedFiles["prose.json"] ?? "").utf8))
  }

  /// The section that a heading begins, by its id; nil when it is no section of part 3.
  func section(of heading: String) -> String? {
    let words = comparableWords(heading)
    return sections.first { $0.all.allSatisfy { words.holds($0) } }?.id
  }

  /// What the words of a section mean; nil where nothing is known of it.
  func context(of section: String) -> Context? {
    contexts.first { $0.sections.contains { section.hasPrefix($0) && ($0 != "收入" && $0 != "支出" || $0 == section) } }
  }
}
