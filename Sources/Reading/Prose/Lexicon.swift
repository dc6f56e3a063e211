import Accounts

/// Words to look for in a sentence, the longest first.
struct Lexicon<Meaning> {
  private typealias Entries = [Unicode.Scalar: [(words: [Unicode.Scalar], meaning: Meaning)]]

  private var entries: Entries = [:]
  /// The words of the lexicon that this one extends, which it shares with others.
  private let base: Entries

  init() { base = [:] }

  /// A lexicon of all the words of another, and those to be added.
  init(extending other: Lexicon) { base = other.entries }

  /// Adds words; of two meanings of the same words the first stays.
  mutating func add(_ words: some StringProtocol, _ meaning: Meaning) {
    let scalars = Array(words.unicodeScalars)
    guard let first = scalars.first else { return }
    Self.insert(scalars, meaning, into: &entries[first, default: []])
  }

  private static func insert(
    _ words: [Unicode.Scalar], _ meaning: Meaning, into bucket: inout [(words: [Unicode.Scalar], meaning: Meaning)]
  ) {
    guard !bucket.contains(where: { $0.words == words }) else { return }
    bucket.insert((words, meaning), at: bucket.firstIndex { $0.words.count < words.count } ?? bucket.count)
  }

  /// The longest words that begin at a place; nil when none do.
  func match(_ text: [Unicode.Scalar], at start: Int, before end: Int) -> (end: Int, meaning: Meaning)? {
    let own = Self.longest(entries[text[start]], text, at: start, before: end)
    let shared = Self.longest(base[text[start]], text, at: start, before: end)
    guard let own else { return shared }
    return (shared?.end ?? 0) > own.end ? shared : own
  }

  private static func longest(
    _ bucket: [(words: [Unicode.Scalar], meaning: Meaning)]?, _ text: [Unicode.Scalar], at start: Int, before end: Int
  ) -> (end: Int, meaning: Meaning)? {
    for (words, meaning) in bucket ?? []
    where start + words.count <= end && text[start..<start + words.count].elementsEqual(words) {
      return (start + words.count, meaning)
    }
    return nil
  }

  /// Every occurrence in a stretch of text from left to right, none inside another.
  func matches(_ text: [Unicode.Scalar], in range: Range<Int>) -> [(range: Range<Int>, meaning: Meaning)] {
    var found: [(Range<Int>, Meaning)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(text, at: index, before: range.upperBound) {
        found.append((index..<match.end, match.meaning))
        index = match.end
      } else {
        index += 1
      }
    }
    return found
  }
}
