import Accounts
import Formats
import Tables

/// Reads the claims of the narrative, section by section; what a number means, the words before it say.
struct ClaimReader {
  private let words: ProseWords
  private let openings: SentenceOpenings
  private let form: Form
  private let common: Lexicon<Meaning>
  private let tables: [TableID: [(code: String, label: String)]]
  /// The rows of each table in which an amount stands.
  private var amountsByTable: [TableID: [String]] = [:]
  private var contexts: [String: Reading] = [:]
  private let unit: UnitWords
  private lazy var formerNames = FormerNames.standard(year: form.year)
  /// The names of the codes that the text may speak of, by code.
  private(set) var codeNames: [String: String] = [:]
  /// The sections that have stated a number.
  private var stated: Set<String> = []
  /// What the last paragraph spoke of.
  private var last: (section: String, topic: SentenceReader.Topic)?

  /// What words mean to a sentence.
  enum Meaning {
    /// A quantity is named; an empty name is one that nothing is known of.
    case item(String)
    /// Codes of that name, in a family; whether the level in brackets says that a code is meant.
    case codes([String], isMarked: Bool)
    /// A budget is named; an empty name is the one last named.
    case budget(String)
    case actual
    /// What was spent, whatever it was (支出).
    case spent
    /// A sum of what is not said (合计).
    case sum
    /// What is compared with: last year, or a budget.
    case comparison(String)
    /// What follows is why.
    case reason
    /// What follows is what for.
    case use
    /// What follows is part of what was named before.
    case part
    /// 大于, 小于 or 持平.
    case relation(Direction)
    case list
    /// Nothing.
    case filler
  }

  /// A section's words, ready to look for.
  struct Reading {
    let context: ProseWords.Context
    var lexicon = Lexicon<Meaning>()
    var following = Lexicon<String>()
  }

  /// How a line goes on from the one before it.
  enum Beginning {
    /// It begins anew, with what its section speaks of.
    case anew
    /// It speaks of what the last one did: that headed it, or the text is broken in pieces.
    case goingOn
  }

  /// A reader for the narrative of a disclosure; the names of codes are those its tables and the form bear, and former
  /// ones of the same codes.
  init(_ words: ProseWords, form: Form, tables: [Table], unitName: String?, year: Int?) {
    self.words = words
    openings = SentenceOpenings(words)
    common = Self.common(words, year: year)
    self.form = form
    unit = UnitWords(unitName, year: year, endings: words.unitEndings)
    var labels: [TableID: [(code: String, label: String)]] = [:]
    for table in tables where labels[table.id] == nil { labels[table.id] = table.codeLabels }
    self.tables = labels
    for table in tables where amountsByTable[table.id] == nil {
      amountsByTable[table.id] = table.figures.compactMap {
        if case .number(let count, _) = $0.figure.content, count != 0 { $0.address.row } else { nil }
      }
    }
  }

  /// What was read of a line.
  struct LineReading {
    var claims: [Claim] = []
    var unattributed: [Prose.Unattributed] = []
    var breakdowns: [Prose.Breakdown] = []
    /// The section that it is of as it begins; nil where nothing says.
    var section: String?
    /// The sections that its sentences say they are of, other than the one it stands in, in their order.
    var opened: [String] = []
    /// Whether it says what the next line speaks of.
    var heads = false
  }

  /// Reads the claims of a line; `line` is its place among the lines of the prose, `section` nil where no heading says
  /// what it speaks of.
  ///
  /// A line without a number may head the next one (`mayHead`): it says what that one speaks of.
  mutating func read(
    _ paragraph: String, section: String?, line: Int, _ beginning: Beginning, mayHead: Bool
  ) -> LineReading {
    let text = Array(comparableWords(paragraph).unicodeScalars)
    let runs = openings.runs(of: text, in: section)
    var reading = LineReading()
    for run in runs {
      read(
        runs.count == 1 ? text : Array(text[run.range]), of: run, line: line,
        run.range.lowerBound == 0 ? beginning : .anew, mayHead: mayHead, into: &reading)
    }
    return reading
  }

  /// Reads a stretch of a line, which speaks of one section.
  private mutating func read(
    _ text: [Unicode.Scalar], of run: SentenceOpenings.Run, line: Int, _ beginning: Beginning, mayHead: Bool,
    into result: inout LineReading
  ) {
    let numbers = words.numbers(in: text)
    guard let section = run.section, let reading = reading(of: section) else {
      result.unattributed += numbers.map { Prose.Unattributed(text: $0.text, line: line) }
      return
    }
    // Where no heading says what is spoken of, its own words have to.
    var topic = SentenceReader.Topic(reading.context)
    if run.isOpened { topic.item = "" }
    if let last, last.section == section {
      // Behind a line that told of a code one that names nothing may go on with it, or tell of the whole again.
      if beginning == .goingOn {
        topic = last.topic
      } else if reading.context.family != nil, last.topic.item != topic.item {
        topic.item = ""
      }
    }
    var sentence = SentenceReader(
      words: words, reading: reading, text: text, line: line, topic: topic, unit: unit)
    sentence.read(numbers)
    result.heads = mayHead && numbers.isEmpty && !run.isOpened
    if result.heads { sentence.endHeading() }
    last = (section, sentence.topic)
    // 本年度无此项收支 is of what its heading names, which has told of nothing yet.
    result.claims += sentence.claims.filter { $0.measure != .absence || !stated.contains(section) }
    if !numbers.isEmpty { stated.insert(section) }
    result.unattributed += sentence.unattributed
    result.breakdowns += sentence.breakdowns
    let saysSomething = !numbers.isEmpty || words.sayNothing(text)
    if run.isOpened, saysSomething { result.opened.append(section) }
    if run.range.lowerBound == 0, !run.isOpened || saysSomething { result.section = section }
  }

  /// The numbers of a line that stands in no section, none of which is understood.
  func numbers(of paragraph: String, line: Int) -> [Prose.Unattributed] {
    words.numbers(in: Array(comparableWords(paragraph).unicodeScalars)).map {
      Prose.Unattributed(text: $0.text, line: line)
    }
  }

  private mutating func reading(of section: String) -> Reading? {
    guard let context = words.context(of: section) else { return nil }
    let key = context.sections[0]
    if let known = contexts[key] { return known }
    var reading = Reading(context: context, lexicon: Lexicon(extending: common))
    for (phrase, item) in context.items { reading.lexicon.add(phrase, .item(item)) }
    if let family = context.family { addNames(of: family, &reading) }
    for (phrase, item) in context.following { reading.following.add(phrase, item) }
    contexts[key] = reading
    return reading
  }

  /// The words that mean the same in every section.
  private static func common(_ words: ProseWords, year: Int?) -> Lexicon<Meaning> {
    var common = Lexicon<Meaning>()
    for (phrase, budget) in words.budgets { common.add(phrase, .budget(budget)) }
    func add(_ phrases: [String], _ meaning: Meaning) { for phrase in phrases { common.add(phrase, meaning) } }
    add(["预算数", "预算"], .budget(""))
    add(["原因"], .reason)
    add(words.actuals, .actual)
    add(words.above, .relation(.more))
    add(words.below, .relation(.less))
    add(words.level, .relation(.equal))
    add(words.lists, .list)
    add(words.uses, .use)
    add(words.parts, .part)
    add(words.sums, .sum)
    add(words.spent, .spent)
    add(words.sinceLastYear, .comparison(Claim.lastYear))
    add(words.fillers, .filler)
    for word in words.more + words.less { common.add(String(String.UnicodeScalarView(word)), .filler) }
    for comparing in words.comparing {
      if let year {
        for ending in ["年度", "年"] {
          common.add("\(comparing)\(year - 1)\(ending)", .comparison(Claim.lastYear))
        }
      }
      for year in words.lastYear { common.add(comparing + year, .comparison(Claim.lastYear)) }
      for (phrase, budget) in words.budgets { common.add(comparing + phrase, .comparison(budget)) }
      common.add(comparing + "预算", .comparison(""))
    }
    return common
  }

  /// Adds the names of a family's codes: with their level in brackets, and bare where that tells one code.
  private mutating func addNames(of family: String, _ reading: inout Reading) {
    let isEconomic = family == "经济科目"
    let table: TableID =
      switch family {
      case "经济科目": .t06
      case "政府性基金预算财政拨款支出": .t07
      case "国有资本经营预算财政拨款支出": .t08
      default: .t05
      }
    var codes = tables[table] ?? []
    codes += isEconomic ? form.economicLabels : form.categoryLabels
    let amounts = Set(amountsByTable[table] ?? [])
    var byName: [TextKey: [String]] = [:]
    for (code, label) in codes {
      let name = comparableWords(label)
      guard !name.isEmpty, byName[name]?.contains(code) != true else { continue }
      byName[name, default: []].append(code)
      if codeNames[code] == nil { codeNames[code] = label.trimmed }
    }
    // A name with a level that no table bears is something, but nothing that is known.
    if !isEconomic { for mark in ["(类)", "(款)", "(项)"] { reading.lexicon.add(mark, .item("")) } }
    for (name, named) in byName {
      // 309 and 311 bear the names of 310 and 312: those are meant that have an amount, else those that may have one.
      let spent = named.filter { amounts.contains($0) }
      let usual = named.filter { !(isEconomic && ($0.begins(with: "309") || $0.begins(with: "311"))) }
      add(name.text, of: !spent.isEmpty ? spent : usual.isEmpty ? named : usual, isEconomic: isEconomic, &reading)
    }
    guard !isEconomic else { return }
    // 一般公共服务（类）支出, 住房保障支出 without 支出, and what 类, 款 and 项 were called in other years.
    for (name, codes) in byName.lazy.map({ ($0.text, $1) })
    where name.ends(with: "支出") && codes.contains(where: { $0.utf8.count == 3 }) {
      add(String(name.dropLast(2)), of: codes, isEconomic: false, isShort: true, &reading)
    }
    let known = Set(codes.map(\.code))
    for former in formerNames where known.contains(former.code) {
      add(comparableWords(former.name), of: [former.code], isEconomic: false, &reading)
    }
  }

  /// Adds a name that some codes bear.
  private func add(
    _ name: String, of codes: [String], isEconomic: Bool, isShort: Bool = false, _ reading: inout Reading
  ) {
    // Where 类, 款 and 项 share a name and the text does not say which, the highest level is meant.
    let shortest = codes.map(\.utf8.count).min() ?? 0
    // A short word (教育, 其他) stands for much else.
    if !isShort || name.utf8.count >= 12 && shortest == 3 {
      reading.lexicon.add(name, .codes(codes.filter { $0.utf8.count == shortest }, isMarked: false))
    }
    guard !isEconomic else { return }
    for (length, mark) in [(3, "(类)"), (5, "(款)"), (7, "(项)")] {
      let level = codes.filter { $0.utf8.count == length }
      guard !level.isEmpty else { continue }
      reading.lexicon.add(name + mark, .codes(level, isMarked: true))
      if isShort { reading.lexicon.add(name + mark + "支出", .codes(level, isMarked: true)) }
    }
  }
}

extension Table {
  /// The codes of the rows and the names beside them.
  fileprivate var codeLabels: [(code: String, label: String)] {
    var found: [(String, String)] = []
    for row in rows {
      var code: String?
      for cell in row.cells {
        switch cell.content {
        case .number(let text): code = text
        case .label(let text):
          if let named = code { found.append((named, text)) }
          code = nil
        default: break
        }
      }
    }
    return found
  }
}
