/// What sentences begin with, by which a sentence says itself which section it is of: 2024年度收入总计… tells of the whole,
/// whatever heading it stands under, and under none.
struct SentenceOpenings {
  private let words: ProseWords
  private var openings = Lexicon<String>()

  /// A stretch of a paragraph that speaks of one section.
  struct Run {
    /// The section by its id; nil where none is known.
    let section: String?
    let range: Range<Int>
    /// Whether its own words say so, and not the heading above it.
    let isOpened: Bool
  }

  init(_ words: ProseWords) {
    self.words = words
    for context in words.contexts {
      for opening in context.openings { openings.add(opening, context.sections[0]) }
    }
  }

  /// The stretches of a paragraph that stands in a section, or in none. Linear in the text.
  func runs(of text: [Unicode.Scalar], in section: String?) -> [Run] {
    // What the heading says comes back with its own words.
    let home = section.flatMap(words.context)?.sections[0]
    var runs: [Run] = []
    var opened: String?
    var start = 0
    var sentence = 0
    while sentence < text.count {
      let end = text[sentence...].firstIndex(of: "。").map { $0 + 1 } ?? text.count
      if let (named, opening) = opening(of: text, in: sentence..<end), named != opened ?? home,
        named == home || isOpen(section, to: named, opening, text)
      {
        if sentence > start {
          runs.append(Run(section: opened ?? section, range: start..<sentence, isOpened: opened != nil))
        }
        start = sentence
        opened = named == home ? nil : named
      }
      sentence = end
    }
    runs.append(Run(section: opened ?? section, range: start..<text.count, isOpened: opened != nil))
    return runs
  }

  /// Whether a sentence that begins with words of another section may stand in a section: where they mean something there
  /// it is of that.
  private func isOpen(_ section: String?, to other: String, _ opening: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
    guard let context = section.flatMap(words.context) else { return true }
    // 公务接待费 is a code of basic expenditure too.
    if context.yields.contains(other) { return true }
    guard context.family != "经济科目" || other != "三公" else { return false }
    let words = String(String.UnicodeScalarView(text[opening]))
    return !context.items.contains { $0.key == words }
  }

  /// The section that a sentence says it is of, and the words that say so; nil where its first words say none.
  private func opening(of text: [Unicode.Scalar], in sentence: Range<Int>) -> (section: String, words: Range<Int>)? {
    if let found = opening(of: text, from: sentence.lowerBound, before: sentence.upperBound) { return found }
    // 某某局2024年度收入总计: the unit's name stands before the year.
    let head = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 40)
    guard let year = text[head].firstIndex(of: "年"), year > sentence.lowerBound + 4 else { return nil }
    return opening(of: text, from: year, before: sentence.upperBound)
  }

  private func opening(
    of text: [Unicode.Scalar], from start: Int, before end: Int
  ) -> (section: String, words: Range<Int>)? {
    var index = start
    while index < end {
      if let match = openings.match(text, at: index, before: end) {
        return (match.meaning, index..<match.end)
      }
      if let unit = words.dateUnits.first(where: { text.hasWords($0, at: index) }) {
        index += unit.count
      } else if let filler = words.openingFillers.first(where: { text.hasWords($0, at: index) }) {
        index += filler.count
      } else if text[index].isASCIIDigit || ["(", ")", ",", ".", "、", "\"", ":"].contains(text[index]) {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }
}
