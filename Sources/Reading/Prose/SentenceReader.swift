import Accounts
import Formats
import Tables

/// Reads one paragraph from left to right: what is spoken of, what it is compared with, and what its numbers state.
///
/// A number belongs to the noun in front of it. Words without a meaning here are taken for a noun that is not known: what
/// stands behind them is an unknown quantity, and never what the paragraph spoke of before.
struct SentenceReader {
  let words: ProseWords
  let reading: ClaimReader.Reading
  let text: [Unicode.Scalar]
  let line: Int
  /// Whose accounts these are: sentences begin with the unit's name and mean the whole.
  let unit: UnitWords

  private(set) var claims: [Claim] = []
  private(set) var unattributed: [Prose.Unattributed] = []
  private(set) var breakdowns: [Prose.Breakdown] = []
  private(set) var topic: Topic
  private var clause = Clause()
  /// What was spoken of before each open bracket, and how many numbers had been read.
  private var outside: [(topic: Topic, clause: Clause, numbers: Int)] = []
  /// What a change is from.
  private var comparison = Claim.lastYear
  /// Whether things are being listed.
  private var isListing = false
  /// Whether the clause says what it compares with.
  private var isComparing = false
  /// 大于 or 小于, until what follows says than what.
  private var relation: Direction?

  /// What is spoken of, from one sentence to the next.
  struct Topic {
    /// The quantity spoken of; empty where something is spoken of that is no quantity, or none that is known.
    var item: String?
    /// The code last named in the family of the section.
    var code = ""
    /// The budget named since the quantity was, empty for one that is not known; nil where the quantity itself is meant.
    var budget: String?
    /// The budget last named at all.
    var lastBudget: String?

    init(_ context: ProseWords.Context) { item = context.start }
  }

  /// What the words since the last mark say of the numbers to come.
  private struct Clause {
    /// A use (用于) or a reason (原因) that is told: its numbers and nouns are not what the sentence states.
    enum Aside { case use, reason }

    var aside: Aside?
    /// The words without a meaning since the last noun.
    var strange: Range<Int>?
    /// Whether an earlier clause of the sentence, since its last noun, had such words.
    var isDoubtful = false
    /// Whether a noun stands in it.
    var hasNoun = false
    /// Whether a noun, known or not, waits for its number.
    var isOpen = false
    /// Whether 、, 和 or 及 joins a noun that waits to what comes, so that a number behind is of both.
    var isJoined = false
    /// Whether a number stands in it, so that what comes is said of it.
    var hasNumber = false
    /// Whether it says 合计 and not of what.
    var isSum = false
    /// Whether it tells of a part (其中) of what was named before.
    var isPart = false
  }

  init(
    words: ProseWords, reading: ClaimReader.Reading, text: [Unicode.Scalar], line: Int, topic: Topic, unit: UnitWords
  ) {
    self.words = words
    self.reading = reading
    self.text = text
    self.line = line
    self.topic = topic
    self.unit = unit
  }

  mutating func read(_ numbers: [SentenceNumber]) {
    var start = 0
    var unknown: Set<Int> = []
    // A line that begins with a number is the rest of another, whose words are not known.
    if numbers.first?.range.lowerBound == 0 { speak(of: "") }
    for (index, number) in numbers.enumerated() {
      let lead = start..<number.range.lowerBound
      start = number.range.upperBound
      let next = index + 1 < numbers.count ? numbers[index + 1].range.lowerBound : text.count
      if let claim = claim(number, lead: lead, next: next) {
        claims.append(claim)
      } else {
        unattributed.append(Prose.Unattributed(text: number.text, line: line))
        unknown.insert(number.range.lowerBound)
      }
      clause.strange = nil
      clause.hasNumber = true
      clause.isOpen = false
      clause.isJoined = false
      clause.isSum = false
    }
    follow(start..<text.count)
    readAbsence(hasNumbers: !numbers.isEmpty)
    breakdowns = BreakdownReader(words: words, text: text, numbers: numbers).breakdowns(unknown: unknown, line: line)
  }

  /// Ends a line that heads the next one: a noun that is not known is what the next speaks of.
  mutating func endHeading() {
    if clause.isDoubtful || !isPlain { speak(of: "") }
  }

  /// The claim that a number makes; nil where the words before it do not say.
  private mutating func claim(_ number: SentenceNumber, lead: Range<Int>, next: Int) -> Claim? {
    let kind = number.unit.flatMap { words.units[$0] } ?? .other
    // 占 and 完成 stand between what is spoken of and what it is measured by.
    let measured = kind == .percent ? measure(in: lead) : nil
    follow(lead.lowerBound..<(measured?.start ?? lead.upperBound))
    guard isKnown(kind), !number.isBound else { return nil }
    let direction = direction(before: lead.upperBound, from: lead.lowerBound)
    switch kind {
    case .other: return nil
    case .percent:
      guard let figure = Figure(printed: number.digits, unit: .percent) else { return nil }
      if let measured { return share(figure, measured.measure, measured.start..<lead.upperBound) }
      return direction.flatMap { change(figure, .changeRate, $0) }
    case .things:
      guard let figure = Figure(printed: number.digits, unit: .things) else { return nil }
      if let counted = following(number.range.upperBound..<next) {
        return Claim(counted, .amount, figure: figure, line: line)
      }
      // 比上年增加2批次 is no count of this year.
      guard direction == nil, let item = stated() else { return nil }
      guard let counts = reading.context.counts else {
        return reading.context.countsThings ? Claim(item, .amount, figure: figure, line: line) : nil
      }
      return number.unit.flatMap { counts[item]?[$0] }.map { Claim($0, .amount, figure: figure, line: line) }
    case .wanyuan, .yuan:
      guard let figure = Figure(printed: number.digits, unit: .money(kind == .yuan ? .yuan : .wanyuan)) else {
        return nil
      }
      if let direction { return change(figure, .change, direction) }
      return stated().map { Claim($0, .amount, figure: figure, line: line) }
    }
  }

  /// The claim of a change or of its rate; a change of a budget is none that is known.
  private func change(_ figure: Figure, _ measure: Measure, _ direction: WayOfChange) -> Claim? {
    guard case .by(let direction) = direction, topic.budget == nil else { return nil }
    return quantity.map { Claim($0, measure, of: comparison, direction: direction, figure: figure, line: line) }
  }

  /// Where 占 or 完成 stands in the clause of a percentage; nil where neither does.
  private func measure(in lead: Range<Int>) -> (start: Int, measure: Measure)? {
    let start = text[lead].lastIndex { [",", ";", "。"].contains($0) }.map { $0 + 1 } ?? lead.lowerBound
    func last(_ words: [Unicode.Scalar]) -> Int? {
      (start..<lead.upperBound).last { $0 + words.count <= lead.upperBound && text.hasWords(words, at: $0) }
    }
    if let start = last(["完", "成"]) { return (start, .completion) }
    return last(["占"]).map { ($0, .share) }
  }

  /// The claim of a percentage behind 占 or 完成: of what, the words up to it say; nil where they say nothing known.
  private mutating func share(_ figure: Figure, _ measure: Measure, _ range: Range<Int>) -> Claim? {
    guard let quantity, measure == .completion || topic.budget == nil else { return nil }
    var base: String?
    var position = range.lowerBound
    for (match, meaning) in reading.lexicon.matches(text, in: range) {
      if strangeWords(in: position..<match.lowerBound) != nil { return nil }
      position = match.upperBound
      switch (meaning, measure) {
      case (.item(let name), .share): base = name
      case (.budget(let name), .completion): base = name.isEmpty ? lastBudget : name
      case (.filler, _), (.sum, _), (.spent, _), (.actual, _), (.budget, _): break
      default: return nil
      }
    }
    guard strangeWords(in: position..<range.upperBound) == nil, base != "" else { return nil }
    let usual = measure == .share ? reading.context.whole : lastBudget
    // 完成年初预算的95%，决算数小于预算数: the budget is that one.
    if measure == .completion, topic.lastBudget == nil { topic.lastBudget = base }
    return Claim(quantity, measure, of: base ?? usual, figure: figure, line: line)
  }

  /// Whether it is known what a number in front of which the words stand is of; what is not stays unknown until
  /// another noun is named.
  private mutating func isKnown(_ kind: ProseWords.Unit) -> Bool {
    if clause.aside != nil || clause.isDoubtful { return false }
    guard isPlain else {
      speak(of: "")
      return false
    }
    // ，合计17.09万元 is a sum of what was told before.
    return kind == .things || !clause.isSum || clause.hasNoun
  }

  /// Whether the clause has no words since its last noun that mean nothing here, the unit's own name aside.
  private var isPlain: Bool {
    guard let strange = clause.strange else { return true }
    return !clause.hasNoun && !clause.isPart && unit.isName(text[strange])
  }

  /// The quantity itself that is spoken of; nil where none is.
  private var quantity: String? {
    guard let item = topic.item, !item.isEmpty else { return nil }
    return item
  }

  /// The budget that 预算 by itself is: the one last named, or what the table of the section prints.
  private var lastBudget: String? { topic.lastBudget ?? reading.context.budget }

  /// The quantity (含义) that an amount belongs to: the one the sentence is about, or the budget named after it.
  private func stated() -> String? {
    guard let quantity, let budget = topic.budget else { return quantity }
    return budget.isEmpty ? nil : Claim.budget(budget, of: quantity)
  }

  /// Takes in the words of a stretch that holds no number.
  private mutating func follow(_ range: Range<Int>) {
    var position = range.lowerBound
    for (match, meaning) in reading.lexicon.matches(text, in: range) {
      pass(position..<match.lowerBound)
      position = match.upperBound
      take(meaning, at: match)
    }
    pass(position..<range.upperBound)
  }

  /// Takes in words that have a meaning.
  private mutating func take(_ meaning: ClaimReader.Meaning, at match: Range<Int>) {
    if let aside = clause.aside {
      // A clause that turns back to the accounts ends the telling of a use.
      guard aside == .use, meaning.endsUse, beginsClause(match.lowerBound) else { return }
      clause.aside = nil
      clause.strange = nil
    }
    switch meaning {
    case .filler: break
    case .part: clause.isPart = true
    case .use: clause.aside = .use
    case .reason: clause.aside = .reason
    case .sum:
      // 政府采购支出合计 is a noun with a word for its sum.
      clause.isSum = true
    case .spent:
      // 支出 alone is not of what came in.
      if !clause.hasNoun, topic.item?.holds("收") == true { speak(of: "") }
      if beginsClause(match.lowerBound) { topic.budget = nil }
    case .item(let name): speak(of: clause.isJoined || !isPlain ? "" : name)
    case .codes(let codes, let isMarked): take(codes, isMarked: isMarked, at: match)
    case .budget(let name):
      if let relation {
        if let base = name.isEmpty ? lastBudget : name { state(.comparison, of: base, relation) }
        self.relation = nil
      } else {
        topic.budget = name.isEmpty ? lastBudget ?? "" : name
        if !name.isEmpty { topic.lastBudget = name }
      }
    case .actual: topic.budget = nil
    case .comparison(let base):
      comparison = base.isEmpty ? lastBudget ?? base : base
      isComparing = true
    case .relation(.equal) where isComparing:
      state(comparison == Claim.lastYear ? .change : .comparison, of: comparison, .equal)
    case .relation(let direction): relation = direction
    case .list: isListing = true
    }
  }

  /// Takes in a name that codes of the section's family bear.
  private mutating func take(_ codes: [String], isMarked: Bool, at match: Range<Int>) {
    // A bare name may be any word of a sentence: only what it begins with, or what is said of it right behind, makes it
    // the topic.
    guard isMarked || isListing || match.lowerBound == 0 || speaks(at: match.upperBound) else {
      return addStrange(match)
    }
    let isOfItsOwn = isPlain
    // The names of 类, 款 and 项 go on from each other; one that is not known leaves those after it unknown.
    let isUnknown = clause.isJoined || !isOfItsOwn || clause.hasNoun && topic.item == ""
    guard let code = code(among: codes), !isUnknown || isListing else { return speak(of: "") }
    let named = (reading.context.family ?? "") + "/" + code
    speak(of: isUnknown ? "" : named, code: code)
    if isListing, isOfItsOwn, endsListItem(match.upperBound) { append(named, .listing) }
  }

  /// The code that a name means where several bear it; nil where the words do not tell.
  private func code(among codes: [String]) -> String? {
    if let below = codes.first(where: { !topic.code.isEmpty && $0.begins(with: topic.code) }) { return below }
    return codes.count == 1 ? codes[0] : nil
  }

  /// Turns to a quantity; an empty name is one that is not known.
  private mutating func speak(of item: String, code: String = "") {
    topic.item = item
    topic.code = code
    topic.budget = nil
    clause.strange = nil
    clause.isDoubtful = false
    clause.hasNoun = true
    clause.isOpen = true
  }

  /// Passes over words without a meaning; a mark ends what it ends.
  private mutating func pass(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text[index]
      switch scalar {
      case "。", ";", ",", ":", "!", "?": endClause(scalar)
      case "、", "和", "及", "与":
        clause.isJoined = clause.isOpen
        if isListing, scalar == "、" { clause.strange = nil }
      case "(":
        outside.append((topic, clause, claims.count + unattributed.count))
        clause = Clause(isPart: clause.isPart)
      case ")": closeBracket(index)
      default:
        if let date = date(at: index) {
          if date.isOther { addStrange(index..<date.end) }
          index = date.end
          continue
        }
        if scalar.isWord { addStrange(index..<index + 1) }
      }
      index += 1
    }
  }

  private mutating func endClause(_ mark: Unicode.Scalar) {
    var next = Clause()
    if mark == "," || mark == ":" {
      next.aside = clause.aside
      next.isPart = clause.isPart
      next.isDoubtful = clause.isDoubtful || clause.aside == nil && !clause.hasNumber && !isPlain
    } else {
      isListing = false
    }
    if mark != ":" { relation = nil }
    // 与上年相比 holds for all that a sentence goes on to say.
    if mark == "。" {
      isComparing = false
      comparison = Claim.lastYear
      outside = []
    }
    clause = next
  }

  /// Goes on with what was spoken of before a bracket; words in it that no number follows belong to the noun before.
  private mutating func closeBracket(_ index: Int) {
    guard let (topic, clause, numbers) = outside.popLast() else { return }
    let inside = self.clause
    self.topic = topic
    self.clause = clause
    let isOfNoun = clause.isOpen && numbers == claims.count + unattributed.count
    if isOfNoun, inside.strange != nil || inside.hasNoun { addStrange(inside.strange ?? index..<index + 1) }
  }

  private mutating func addStrange(_ range: Range<Int>) {
    guard clause.aside == nil else { return }
    clause.strange = (clause.strange?.lowerBound ?? range.lowerBound)..<range.upperBound
    clause.isOpen = true
  }

  /// The words of a stretch that mean nothing here; nil where there are none.
  private func strangeWords(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      if let date = date(at: index) {
        if date.isOther { return range }
        index = date.end
      } else if text[index].isWord {
        return range
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Where digits end that begin at a place, with what makes them a date, and whether that is of another year; nil where
  /// none begin.
  private func date(at index: Int) -> (end: Int, isOther: Bool)? {
    let end = text.endOfDigits(from: index)
    guard end > index else { return nil }
    guard let mark = words.dateUnits.first(where: { text.hasWords($0, at: end) }) else { return (end, false) }
    guard mark[0] == "年", end == index + 4, let year = unit.year else { return (end + mark.count, false) }
    return (end + mark.count, !text[index..<end].elementsEqual(String(year).unicodeScalars))
  }

  /// Adds what words alone state of what is spoken of.
  private mutating func state(_ measure: Measure, of base: String, _ direction: Direction) {
    guard let quantity, !clause.isDoubtful, isPlain else { return }
    append(quantity, measure, of: base, direction)
  }

  private mutating func append(
    _ quantity: String, _ measure: Measure, of base: String? = nil, _ direction: Direction? = nil
  ) {
    claims.append(
      Claim(quantity, measure, of: base, direction: direction, figure: .blank(.money(.wanyuan)), line: line))
  }

  /// Whether a clause begins at a place, whatever year it begins with.
  private func beginsClause(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return [",", "。", ";", ":", "、", "(", ")", "年", "度"].contains(text[index - 1])
  }

  /// Whether a number, a budget, an actual or a comparison stands at a place, or behind words that say nothing.
  private func speaks(at index: Int) -> Bool {
    guard index < text.count else { return false }
    if text[index].isASCIIDigit { return true }
    guard let match = reading.lexicon.match(text, at: index, before: text.count) else { return false }
    switch match.meaning {
    case .budget, .actual, .comparison: return true
    case .filler, .sum, .spent: return isDirection(at: index) || speaks(at: match.end)
    default: return false
    }
  }

  /// Whether a word of direction begins at a place.
  private func isDirection(at index: Int) -> Bool {
    words.more.contains { text.hasWords($0, at: index) } || words.less.contains { text.hasWords($0, at: index) }
  }

  /// Whether a name that ends at a place is an item of a list by itself; some say 支出 behind every name.
  private func endsListItem(_ end: Int) -> Bool {
    let spent = words.spent.first { text.hasWords(Array($0.unicodeScalars), at: end) }
    let index = end + (spent?.unicodeScalars.count ?? 0)
    return index == text.count || ["、", ",", ";", "。", "等"].contains(text[index])
  }

  /// How a number right behind tells of a change.
  private enum WayOfChange {
    /// It is what changed: 减少5万元.
    case by(Direction)
    /// It may be what changed, and may be what is left: 减少为5万元.
    case unclear
  }

  /// The direction that stands right before a number; nil where none does.
  private func direction(before end: Int, from start: Int) -> WayOfChange? {
    func direction(_ end: Int) -> Direction? {
      func ends(with word: [Unicode.Scalar]) -> Bool {
        end - word.count >= start && text.hasWords(word, at: end - word.count)
      }
      if words.more.contains(where: ends) { return .more }
      return words.less.contains(where: ends) ? .less : nil
    }
    var end = end
    var isResult = false
    while end > start, ["了", "额", "率", "为", "约", ":", "共", "幅", "度"].contains(text[end - 1]) {
      end -= 1
      isResult = text[end] == "为" || text[end] == "约" && isResult
    }
    // 增加（减少）5万元, 增加/减少5万元: nobody chose one of them.
    if end > start, text[end - 1] == ")", let open = text[start..<end].lastIndex(of: "("), end - open < 6,
      direction(end - 1) != nil, direction(open) != nil
    {
      return .unclear
    }
    if let slash = text[start..<end].lastIndex(of: "/"), end - slash < 4, direction(end) != nil, direction(slash) != nil
    {
      return .unclear
    }
    return direction(end).map { isResult ? .unclear : .by($0) }
  }

  private func following(_ range: Range<Int>) -> String? {
    guard range.lowerBound < text.count else { return nil }
    return reading.following.match(text, at: range.lowerBound, before: range.upperBound)?.meaning
  }

  /// Records that the section says there is nothing to report (没有…收支).
  private mutating func readAbsence(hasNumbers: Bool) {
    guard !hasNumbers, let start = reading.context.start, text.count < 80 else { return }
    let words = String(String.UnicodeScalarView(text))
    let isAbsent =
      self.words.absences.contains { words.holds($0) }
      || self.words.absencePhrases.contains { phrase in
        words.holds(phrase) && reading.context.items.contains { words.holds(phrase + $0.key) }
      }
    if isAbsent { claims.append(Claim(start, .absence, figure: .blank(.money(.wanyuan)), line: line)) }
  }
}

/// By which words a text names the unit whose accounts it tells of, and their year.
struct UnitWords {
  private let name: [Unicode.Scalar]
  /// What the names of units end with, for a text that does not say whose it is.
  private let endings: [[Unicode.Scalar]]
  /// The year of the accounts; nil when it is not known.
  let year: Int?

  init(_ name: String?, year: Int?, endings: [[Unicode.Scalar]]) {
    self.name = name.map { Array(comparableWords($0).unicodeScalars) } ?? []
    self.year = year
    self.endings = endings
  }

  /// Whether words are the unit's name, a part of it, or the name with more of its place before it.
  func isName(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard words.count > 2 else { return false }
    if name.count > 3, words.suffix(name.count).elementsEqual(name) { return true }
    guard !name.isEmpty else { return endings.contains { words.suffix($0.count).elementsEqual($0) } }
    return words.count <= name.count
      && (0...name.count - words.count).contains { name.hasWords(Array(words), at: $0) }
  }
}

extension ClaimReader.Meaning {
  /// Whether a clause that begins with it tells of the accounts and no longer of what money was used for.
  fileprivate var endsUse: Bool {
    switch self {
    case .budget, .actual, .comparison, .codes(_, isMarked: true): true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is part of a word, and not a blank, a mark or a digit.
  fileprivate var isWord: Bool {
    value >= 0x3400 && !("\u{FE10}"..."\u{FE6F}" ~= self) && !("\u{FF00}"..."\u{FFEF}" ~= self)
      || ("a"..."z" ~= self) || ("A"..."Z" ~= self)
  }
}
