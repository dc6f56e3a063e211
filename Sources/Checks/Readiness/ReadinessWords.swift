import Accounts
import Formats
import Tables

/// The words by which the text of a disclosure is judged: what it must have, and what must not be left in it.
struct ReadinessWords: Sendable {
  /// A part that every disclosure has.
  struct Part: Sendable {
    let name: String
    /// Words that its heading has one of.
    let headings: Phrases
    /// Whether it holds the ten tables, which are there even where its heading is not.
    let isTables: Bool?
    /// Whether it holds the sections, which are there even where its heading is not.
    let isNarrative: Bool?
  }

  /// A section that the narrative has.
  struct Section: Sendable {
    let id: String
    let title: String
    /// The table it speaks of, where that is one that may be empty.
    let table: TableID?
  }

  let parts: [Part]
  let sections: [Section]
  /// Words of which the heading of a part has one that states nothing of the accounts.
  let closedParts: Phrases
  /// Words that say there is none of something.
  let nothing: Phrases
  /// What a year directly before makes the year of the accounts.
  let yearSubjects: Phrases
  /// What before a year makes it another year on purpose.
  let yearComparisons: Phrases
  /// What after a year makes it the year money was brought over from.
  let yearsBrought: Phrases
  /// What the names of units end with.
  let unitEndings: Phrases
  /// What titles end with that may stand without the number of a part.
  let titleEndings: Phrases
  /// What no name of a unit begins with.
  let notUnitStarts: Phrases
  /// What after a unit's name and a year makes it the unit whose accounts these are.
  let afterUnitAndYear: Phrases
  let placeholders: Phrases
  /// What after a single X makes it stand for a number or a name.
  let countedThings: Phrases
  /// What after a single × does, which mostly multiplies.
  let thingsBehindACross: Phrases
  /// Sentences of a template that tell its reader what to do.
  let instructions: Phrases
  /// Marks of a version that is not for the public.
  let draftMarks: Phrases
  /// Words that name the year before.
  let lastYear: Phrases
  /// Words that name a budget.
  let budgets: Phrases
  /// Words that say that something became more or less.
  let changed: Phrases
  /// Words that say that something is not there, without a number.
  let absent: Phrases
  /// Words that a reason must follow.
  let reasons: Phrases
  /// What after a number makes it an amount.
  let amountUnits: Phrases
  /// What before a number makes it a code.
  let codeLabels: Phrases
  let phoneLabels: Phrases
  let cardLabels: Phrases
  /// How numbers of bank cards begin.
  let cardPrefixes: [String]
  /// How other numbers of bank cards begin, which are looked for behind a label only.
  let labelledCardPrefixes: [String]
  /// What stands before a person's name.
  let personLabels: Phrases
  /// Family names of one character.
  let surnames: String
  /// What no name of a person has.
  let notNames: Phrases
  /// What before （类） is no name of a 科目.
  let notCategories: Phrases
  /// What headings of a section end with, which tell of the year of the accounts.
  let agedHeadings: Phrases
  /// What in such a heading makes it tell of another year on purpose.
  let agedOnPurpose: Phrases
  /// How the last day of a year is written behind its number.
  let untilDays: Phrases
  /// What there is at the end of a year.
  let assets: Phrases
  /// The words that names of units are made of.
  let unitWords: Phrases
  /// What is looked for in how the text is written.
  let wording: WordingWords
  /// What the titles of self-evaluation tables and reports end with.
  let evaluationTitles: Phrases
  /// What those of a whole department are, the unit's name left aside.
  let wholeDepartmentTitles: Phrases

  /// Reads the built-in words; throws ``DamagedData`` when the file does not say what it has to.
  static func standard() throws(DamagedData) -> ReadinessWords { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("readiness.json", of: embeddedFiles, ReadinessWords.init)
  }
}

extension ReadinessWords {
  private init(_ node: JSONNode) throws(JSONFieldError) {
    parts = try node.field("parts").array().map { part throws(JSONFieldError) in
      Part(
        name: try part.field("name").string(), headings: try part.phrases("headings"),
        isTables: try part.optional("isTables")?.bool(), isNarrative: try part.optional("isNarrative")?.bool())
    }
    sections = try node.field("sections").array().map { section throws(JSONFieldError) in
      Section(
        id: try section.field("id").string(), title: try section.field("title").string(),
        table: try section.optional("table")?.word(TableID.self))
    }
    closedParts = try node.phrases("closedParts")
    nothing = try node.phrases("nothing")
    yearSubjects = try node.phrases("yearSubjects")
    yearComparisons = try node.phrases("yearComparisons")
    yearsBrought = try node.phrases("yearsBrought")
    unitEndings = try node.phrases("unitEndings")
    titleEndings = try node.phrases("titleEndings")
    notUnitStarts = try node.phrases("notUnitStarts")
    afterUnitAndYear = try node.phrases("afterUnitAndYear")
    placeholders = try node.phrases("placeholders")
    countedThings = try node.phrases("countedThings")
    thingsBehindACross = try node.phrases("thingsBehindACross")
    instructions = try node.phrases("instructions")
    draftMarks = try node.phrases("draftMarks")
    lastYear = try node.phrases("lastYear")
    budgets = try node.phrases("budgets")
    changed = try node.phrases("changed")
    absent = try node.phrases("absent")
    reasons = try node.phrases("reasons")
    amountUnits = try node.phrases("amountUnits")
    codeLabels = try node.phrases("codeLabels")
    phoneLabels = try node.phrases("phoneLabels")
    cardLabels = try node.phrases("cardLabels")
    cardPrefixes = try node.field("cardPrefixes").strings()
    labelledCardPrefixes = try node.field("labelledCardPrefixes").strings()
    personLabels = try node.phrases("personLabels")
    surnames = try node.field("surnames").string()
    notNames = try node.phrases("notNames")
    notCategories = try node.phrases("notCategories")
    agedHeadings = try node.phrases("agedHeadings")
    agedOnPurpose = try node.phrases("agedOnPurpose")
    untilDays = try node.phrases("untilDays")
    assets = try node.phrases("assets")
    unitWords = try node.phrases("unitWords")
    wording = try WordingWords(node.field("wording"))
    evaluationTitles = try node.phrases("evaluationTitles")
    wholeDepartmentTitles = try node.phrases("wholeDepartmentTitles")
  }
}
