package import Formats

/// Words to look for in a text, found in one pass however many they are.
///
/// Words and text are compared folded: half-width, without blanks, so that `（请` is found where `( 请` stands.
package struct Phrases: Sendable {
  /// The words by their first character, the longest first.
  private var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
  /// A bit for every character below 65,536 that some word begins with; most characters begin none.
  private var firsts = [UInt64](repeating: 0, count: 1024)

  /// Words as they stand in a data file.
  package init(_ words: [String]) {
    for word in words {
      let folded = word.foldedScalars
      guard let first = folded.first else { continue }
      byFirst[first, default: []].append(folded)
      firsts[first.word] |= first.bit
    }
    for (first, words) in byFirst { byFirst[first] = words.sorted { $0.count > $1.count } }
  }

  /// The length of the longest of the words that stands at a position; nil when none does.
  package func length(in text: [Unicode.Scalar], at position: Int) -> Int? {
    guard position < text.count else { return nil }
    let first = text[position]
    guard firsts[first.word] & first.bit != 0, let words = byFirst[first] else {
      return nil
    }
    return words.first { word in
      position + word.count <= text.count && word.indices.allSatisfy { text[position + $0] == word[$0] }
    }?.count
  }

  /// Where the first of the words stands from a position on; nil when there is none.
  package func first(in text: [Unicode.Scalar], from start: Int = 0) -> Range<Int>? {
    var position = start
    while position < text.count {
      if let length = length(in: text, at: position) { return position..<position + length }
      position += 1
    }
    return nil
  }

  /// Whether one of the words stands somewhere in the text.
  package func occur(in text: [Unicode.Scalar]) -> Bool { first(in: text) != nil }

  /// Whether the text before a position ends with one of the words.
  package func end(_ text: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    byFirst.values.joined().contains { word in
      word.count <= text.count && text.suffix(word.count).elementsEqual(word)
    }
  }
}

extension Unicode.Scalar {
  /// Which of 1,024 words of 64 bits the character's bit stands in; characters beyond 65,536 share bits with others.
  fileprivate var word: Int { Int(value & 0xFFFF) >> 6 }

  /// The character's bit in its word.
  fileprivate var bit: UInt64 { 1 << UInt64(value & 63) }
}

extension String {
  /// The characters folded to half width, without blanks.
  package var foldedScalars: [Unicode.Scalar] { Array(foldedForComparison.unicodeScalars) }
}

extension JSONNode {
  /// The phrases of a list of texts; throws where the key is missing or is none.
  package func phrases(_ key: String) throws(JSONFieldError) -> Phrases { Phrases(try field(key).strings()) }
}
