import Accounts
import Formats

/// The words by which the narrative is understood, as data: how sections are headed and what each speaks of.
struct ProseWords: Sendable {
  /// A section of the explanation, the words that must all stand in its heading, and those of which none may.
  struct Section: Sendable {
    let id: String
    let all: [String]
    let without: [String]
  }

  /// What the words of some sections mean.
  struct Context: Sendable {
    /// Ids of sections, or what they begin with.
    let sections: [String]
    /// The whole that shares are of where none is named.
    let whole: String?
    /// The quantity spoken of before any is named.
    let start: String?
    /// The family of quantities that names of codes stand for.
    let family: String?
    /// Words and the quantities they name; an empty name where the words name something no quantity is.
    let items: [(key: String, value: String)]
    /// What a unit of things counts when it follows a quantity.
    let counts: [String: [String: String]]?
    /// Words behind a number that say what it counts.
    let following: [(key: String, value: String)]
    /// What a sentence begins with that speaks of this, under whatever heading it stands.
    let openings: [String]
    /// The sections whose sentences may stand in this one, though their words mean something in it.
    let yields: [String]
    /// The budget that 预算数 by itself is, as the table of the section prints it; nil where that is not known.
    let budget: String?
    /// Whether things are counted here, whatever they are called.
    let countsThings: Bool
  }

  /// How a number is counted; `other` is a unit that no quantity is stated in.
  enum Unit: String, Sendable { case wanyuan, yuan, percent, things, other }

  let sections: [Section]
  /// Words of which the heading of the part with the explanation has one.
  let narrativeParts: [String]
  /// Words of which the heading of a part has one whose sentences state nothing of the accounts.
  let closedParts: [String]
  /// What a heading without a number ends with.
  let headingEndings: [String]
  /// What the title of another text ends with that is published beside the explanation and read by itself.
  let reports: [String]
  let contexts: [Context]
  let budgets: [(key: String, value: String)]
  let actuals: [String]
  let more: [[Unicode.Scalar]]
  let less: [[Unicode.Scalar]]
  let above: [String]
  let below: [String]
  let level: [String]
  let lastYear: [String]
  let comparing: [String]
  /// Words that compare with last year by themselves.
  let sinceLastYear: [String]
  let lists: [String]
  /// Words that say what money was used for: nothing in them is what the sentence states.
  let uses: [String]
  /// Words behind which a part is told of.
  let parts: [String]
  /// Words for a sum, which say not of what.
  let sums: [String]
  /// Words for what was spent, whatever it was.
  let spent: [String]
  /// Words that change nothing of what a sentence says, wherever they stand.
  let fillers: [String]
  /// What the names of units end with.
  let unitEndings: [[Unicode.Scalar]]
  /// What the names of places end with.
  let placeEndings: [[Unicode.Scalar]]
  /// What may stand before the words with which a sentence says what it speaks of.
  let openingFillers: [[Unicode.Scalar]]
  let absences: [String]
  let absencePhrases: [String]
  let units: [String: Unit]
  /// The units, the longest first.
  let unitWords: [(scalars: [Unicode.Scalar], text: String)]
  /// What makes the digits before it no quantity.
  let skippedUnits: [[Unicode.Scalar]]
  /// What makes the digits behind it no quantity.
  let skippedLeads: [[Unicode.Scalar]]
  /// What makes the number before it a bound: 以上.
  let bounds: [[Unicode.Scalar]]
  /// What makes digits a date, the longest first.
  let dateUnits: [[Unicode.Scalar]]

  /// Reads the built-in words; throws when they are damaged.
  static func standard() throws -> ProseWords { try read.get() }

  private static let read = Result { try ProseWords(JSONText.parse(embeddedFiles["prose.json"] ?? "")) }

  /// The section that a heading begins, by its id; nil when it is no section of the explanation, as that of a table is
  /// none.
  func section(of heading: String) -> String? {
    let words = comparableWords(heading)
    guard !words.ends(with: "表"), !words.ends(with: "表)") else { return nil }
    return sections.first { section in
      section.all.allSatisfy { words.holds($0) } && !section.without.contains { words.holds($0) }
    }?.id
  }

  /// Whether a text has words that say there is none of something.
  func sayNothing(_ text: [Unicode.Scalar]) -> Bool {
    let words = String(String.UnicodeScalarView(text))
    return absencePhrases.contains { words.holds($0) }
  }

  /// What the words of a section mean; nil where nothing is known of it.
  func context(of section: String) -> Context? {
    contexts.first { $0.sections.contains { section.begins(with: $0) && ($0 != "收入" && $0 != "支出" || $0 == section) } }
  }
}

extension ProseWords {
  private init(_ node: JSONNode) throws(JSONFieldError) {
    func words(_ key: String) throws(JSONFieldError) -> [String] { try node.field(key).strings() }
    func scalars(_ key: String) throws(JSONFieldError) -> [[Unicode.Scalar]] {
      try words(key).map { Array($0.unicodeScalars) }
    }
    sections = try node.field("sections").array().map { node throws(JSONFieldError) in
      Section(
        id: try node.field("id").string(), all: try node.field("all").strings(),
        without: try node.optional("without")?.strings() ?? [])
    }
    narrativeParts = try words("narrativeParts")
    closedParts = try words("closedParts")
    headingEndings = try words("headingEndings")
    reports = try words("reports")
    contexts = try node.field("contexts").array().map { node throws(JSONFieldError) in try Context(node) }
    budgets = try node.field("budgets").pairs()
    actuals = try words("actuals")
    more = try scalars("more")
    less = try scalars("less")
    above = try words("above")
    below = try words("below")
    level = try words("level")
    lastYear = try words("lastYear")
    comparing = try words("comparing")
    sinceLastYear = try words("sinceLastYear")
    lists = try words("lists")
    uses = try words("uses")
    parts = try words("parts")
    sums = try words("sums")
    spent = try words("spent")
    fillers = try words("fillers")
    unitEndings = try scalars("unitEndings")
    placeEndings = try scalars("placeEndings")
    openingFillers = try scalars("openingFillers").sorted { $0.count > $1.count }
    absences = try words("absences")
    absencePhrases = try words("absencePhrases")
    var units: [String: Unit] = [:]
    for unit in try node.field("units").members ?? [] { units[unit.key] = try unit.value.word(Unit.self) }
    self.units = units
    unitWords = units.keys.map { (Array($0.unicodeScalars), $0) }.sorted { $0.0.count > $1.0.count }
    skippedUnits = try scalars("skippedUnits")
    skippedLeads = try scalars("skippedLeads")
    bounds = try scalars("bounds")
    dateUnits = try scalars("dateUnits")
  }
}

extension ProseWords.Context {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    sections = try node.field("sections").strings()
    whole = try node.optional("whole")?.string()
    start = try node.optional("start")?.string()
    family = try node.optional("family")?.string()
    items = try node.field("items").pairs()
    following = try node.optional("following")?.pairs() ?? []
    openings = try node.optional("openings")?.strings() ?? []
    yields = try node.optional("yields")?.strings() ?? []
    budget = try node.optional("budget")?.string()
    countsThings = try node.optional("countsThings")?.bool() ?? false
    var counts: [String: [String: String]] = [:]
    for quantity in node.optional("counts")?.members ?? [] {
      for (unit, counted) in try quantity.value.pairs() { counts[quantity.key, default: [:]][unit] = counted }
    }
    self.counts = node.optional("counts") == nil ? nil : counts
  }
}
