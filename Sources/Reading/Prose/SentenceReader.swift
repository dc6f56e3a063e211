import Accounts
import Tables

/// Reads one paragraph from left to right: what is spoken of, what it is compared with, and what its numbers state.
struct SentenceReader {
  let words: ProseWords
  let reading: ClaimReader.Reading
  let text: [Unicode.Scalar]
  let line: Int

  private(set) var claims: [Claim] = []
  private(set) var unattributed: [Prose.Unattributed] = []
  /// What is spoken of, from one sentence to the next.
  struct Topic {
    /// The quantity spoken of; empty where something is spoken of that is no quantity.
    var item: String?
    /// The code last named in the family of the section.
    var code = ""
    /// The budget named since the quantity was; nil where the quantity itself is meant.
    var budget: String?
    /// The budget last named at all.
    var lastBudget: String?

    init(_ context: ProseWords.Context) { item = context.start }
  }

  private(set) var topic: Topic
  /// What a change is from.
  private var comparison = Claim.lastYear
  /// Whether things are being listed.
  private var isListing = false
  /// Whether the clause says what it compares with.
  private var isComparing = false
  /// Whether a reason is being given: its numbers and words are not what the sentence states.
  private var isReason = false
  /// 大于 or 小于, until what follows says than what.
  private var relation: Direction?

  init(words: ProseWords, reading: ClaimReader.Reading, text: [Unicode.Scalar], line: Int, topic: Topic) {
    self.words = words
    self.reading = reading
    self.text = text
    self.line = line
    self.topic = topic
  }

  mutating func read(_ numbers: [SentenceNumber]) {
    var start = 0
    for (index, number) in numbers.enumerated() {
      let lead = start..<number.range.lowerBound
      start = number.range.upperBound
      let next = index + 1 < numbers.count ? numbers[index + 1].range.lowerBound : text.count
      if let claim = claim(number, lead: lead, next: next) {
        claims.append(claim)
      } else {
        unattributed.append(Prose.Unattributed(text: number.text, line: line))
      }
    }
    follow(start..<text.count)
    readAbsence(hasNumbers: !numbers.isEmpty)
  }

  /// The claim that a number makes; nil where the words before it do not say.
  private mutating func claim(_ number: SentenceNumber, lead: Range<Int>, next: Int) -> Claim? {
    guard let unit = number.unit, let kind = words.units[unit] else {
      follow(lead)
      return nil
    }
    if givesReason(lead) {
      follow(lead)
      return nil
    }
    if kind == .things, let counted = following(number.range.upperBound..<next) {
      follow(lead)
      return Figure(printed: number.digits, unit: .things).map { Claim(counted, .amount, figure: $0, line: line) }
    }
    if kind == .percent {
      guard let figure = Figure(printed: number.digits, unit: .percent) else {
        follow(lead)
        return nil
      }
      if let start = lastOccurrence("完成", in: lead) {
        follow(lead.lowerBound..<start)
        let base = names(start..<lead.upperBound).compactMap { if case .budget(let name) = $0 { name } else { nil } }
          .last
        return quantity().map { Claim($0, .completion, of: base ?? topic.lastBudget, figure: figure, line: line) }
      }
      if let start = lastOccurrence("占", in: lead) {
        follow(lead.lowerBound..<start)
        let base = names(start..<lead.upperBound).compactMap { self.base($0) }.last
        return quantity().map { Claim($0, .share, of: base ?? reading.context.whole, figure: figure, line: line) }
      }
      follow(lead)
      guard let direction = direction(before: lead.upperBound, from: lead.lowerBound) else { return nil }
      return quantity().map {
        Claim($0, .changeRate, of: comparison, direction: direction, figure: figure, line: line)
      }
    }
    follow(lead)
    let figureUnit: Figure.Unit =
      switch kind {
      case .wanyuan: .money(.wanyuan)
      case .yuan: .money(.yuan)
      default: .things
      }
    guard let figure = Figure(printed: number.digits, unit: figureUnit) else { return nil }
    if kind != .things, let direction = direction(before: lead.upperBound, from: lead.lowerBound) {
      return quantity().map { Claim($0, .change, of: comparison, direction: direction, figure: figure, line: line) }
    }
    if kind == .things, let item = topic.item, let counts = reading.context.counts {
      return counts[item]?[unit].map { Claim($0, .amount, figure: figure, line: line) }
    }
    return stated().map { Claim($0, .amount, figure: figure, line: line) }
  }

  /// The quantity itself that is spoken of; nil where none is.
  private func quantity() -> String? {
    guard let item = topic.item, !item.isEmpty else { return nil }
    return item
  }

  /// The quantity (含义) that an amount belongs to: the one the sentence is about, or the budget named after it.
  private func stated() -> String? {
    guard let item = quantity(), let budget = topic.budget else { return quantity() }
    return Claim.budget(budget, of: item)
  }

  private func base(_ meaning: ClaimReader.Meaning) -> String? {
    switch meaning {
    case .item(let name) where !name.isEmpty: name
    default: nil
    }
  }

  private func names(_ range: Range<Int>) -> [ClaimReader.Meaning] {
    reading.lexicon.matches(text, in: range).map(\.meaning)
  }

  /// Takes in the words of a stretch that holds no number.
  private mutating func follow(_ range: Range<Int>) {
    var position = range.lowerBound
    for (match, meaning) in reading.lexicon.matches(text, in: range) {
      pass(position..<match.lowerBound)
      position = match.upperBound
      if isReason { continue }
      switch meaning {
      case .reason: isReason = true
      case .item(let name):
        topic.item = name
        topic.code = ""
        topic.budget = nil
      case .codes(let codes, let isMarked):
        // A bare name may be any word of a sentence: only what it begins with, or what is said of it right behind,
        // makes it the topic.
        guard isMarked || isListing || match.lowerBound == 0 || speaks(at: match.upperBound) else { continue }
        topic.code = codes.first { !topic.code.isEmpty && $0.hasPrefix(topic.code) } ?? codes[0]
        let named = (reading.context.family ?? "") + "/" + topic.code
        topic.item = named
        topic.budget = nil
        if isListing, endsListItem(match.upperBound) { state(named, .listing) }
      case .budget(let name):
        if let relation {
          if let base = name.isEmpty ? topic.lastBudget : name { state(quantity(), .comparison, of: base, relation) }
          self.relation = nil
        } else if !name.isEmpty {
          topic.budget = name
          topic.lastBudget = name
        }
      case .actual: topic.budget = nil
      case .comparison(let base):
        comparison = base.isEmpty ? topic.lastBudget ?? base : base
        isComparing = true
      case .relation(.equal) where isComparing:
        state(quantity(), comparison == Claim.lastYear ? .change : .comparison, of: comparison, .equal)
      case .relation(.equal): break
      case .relation(let direction): relation = direction
      case .list: isListing = true
      }
    }
    pass(position..<range.upperBound)
  }

  /// Passes over words without meaning; a clause that ends takes what was half said with it.
  private mutating func pass(_ range: Range<Int>) {
    for scalar in text[range] {
      switch scalar {
      case "。", ";":
        isListing = false
        isReason = false
        relation = nil
        // 与上年相比 holds for all that a sentence goes on to say.
        if scalar == "。" { isComparing = false }
      case ",": relation = nil
      default: break
      }
    }
  }

  /// Adds what words alone state.
  private mutating func state(
    _ quantity: String?, _ measure: Measure, of base: String? = nil, _ direction: Direction? = nil
  ) {
    guard let quantity else { return }
    claims.append(
      Claim(quantity, measure, of: base, direction: direction, figure: .blank(.money(.wanyuan)), line: line))
  }

  /// Whether what follows some words belongs to a reason begun in them or before them.
  private func givesReason(_ lead: Range<Int>) -> Bool {
    let ended = text[lead].lastIndex { $0 == "。" || $0 == ";" }
    guard let begun = lastOccurrence("原因", in: lead) else { return isReason && ended == nil }
    return ended.map { $0 < begun } ?? true
  }

  /// Whether a number, a budget, an actual or a comparison stands at a place.
  private func speaks(at index: Int) -> Bool {
    guard index < text.count else { return false }
    if ("0"..."9").contains(text[index]) || text[index] == "为" { return true }
    switch reading.lexicon.match(text, at: index, before: text.count)?.meaning {
    case .budget, .actual, .comparison: return true
    default: return direction(at: index)
    }
  }

  /// Whether a word of direction begins at a place.
  private func direction(at index: Int) -> Bool {
    func begins(_ word: [Unicode.Scalar]) -> Bool {
      index + word.count <= text.count && text[index..<index + word.count].elementsEqual(word)
    }
    return words.more.contains(where: begins) || words.less.contains(where: begins)
  }

  private func endsListItem(_ index: Int) -> Bool {
    index == text.count || ["、", ",", ";", "。", "等"].contains(text[index])
  }

  /// The direction that stands right before a number; nil where none does.
  private func direction(before end: Int, from start: Int) -> Direction? {
    var end = end
    while end > start, ["了", "额", "率", "为", "约", ":", "共"].contains(text[end - 1]) { end -= 1 }
    func ends(with word: [Unicode.Scalar]) -> Bool {
      end - word.count >= start && text[end - word.count..<end].elementsEqual(word)
    }
    if words.more.contains(where: ends) { return .more }
    if words.less.contains(where: ends) { return .less }
    return nil
  }

  private func following(_ range: Range<Int>) -> String? {
    reading.following.match(text, at: min(range.lowerBound, text.count - 1), before: range.upperBound)?.meaning
  }

  private func lastOccurrence(_ words: String, in range: Range<Int>) -> Int? {
    let scalars = Array(words.unicodeScalars)
    return range.reversed().first { start in
      start + scalars.count <= range.upperBound && text[start..<start + scalars.count].elementsEqual(scalars)
    }
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
