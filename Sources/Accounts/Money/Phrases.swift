package import Formats

/// Words to look for in a text, found in one pass however many they are.
///
/// Words and text are compared folded: half-width, without blanks, so that `（请` is found where `( 请` stands.
package struct Phrases: Sendable {
  /// The characters of the words one behind the other: the words in the order of their first characters, of those the longest
  /// first.
  private var scalars: [Unicode.Scalar] = []
  /// Where each word begins, and where the last one ends.
  private var starts = [0]
  /// A bit for every character that some word begins with, by its last twelve binary digits; most characters begin none.
  private var firsts = [UInt64](repeating: 0, count: 64)

  /// Words as they stand in a data file.
  package init(_ words: [String]) {
    let folded = words.map(\.foldedScalars).filter { !$0.isEmpty }
      .sorted { ($0[0].value, $1.count) < ($1[0].value, $0.count) }
    for word in folded {
      scalars += word
      starts.append(scalars.count)
      firsts[word[0].word] |= word[0].bit
    }
  }

  /// The length of the longest of the words that stands at a position; nil when none does.
  package func length(in text: [Unicode.Scalar], at position: Int) -> Int? {
    guard position < text.count else { return nil }
    let first = text[position]
    guard firsts[first.word] & first.bit != 0 else { return nil }
    var index = 0
    var end = starts.count - 1
    while index < end {
      let middle = (index + end) / 2
      if scalars[starts[middle]].value < first.value { index = middle + 1 } else { end = middle }
    }
    while index + 1 < starts.count, scalars[starts[index]] == first {
      let (start, count) = (starts[index], starts[index + 1] - starts[index])
      if position + count <= text.count, (1..<count).allSatisfy({ text[position + $0] == scalars[start + $0] }) {
        return count
      }
      index += 1
    }
    return nil
  }

  /// Whether a text is one of the words.
  package func contain(_ text: [Unicode.Scalar]) -> Bool { length(in: text, at: 0) == text.count && !text.isEmpty }

  /// The length of the longest of the words with which a text ends; nil when it ends with none.
  package func lengthOfEnd(of text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let last = text.last else { return nil }
    var longest: Int?
    for index in 0..<starts.count - 1 where scalars[starts[index + 1] - 1] == last {
      let (start, count) = (starts[index], starts[index + 1] - starts[index])
      let shift = text.endIndex - count
      if count > longest ?? 0, count <= text.count,
        (0..<count).allSatisfy({ text[shift + $0] == scalars[start + $0] })
      {
        longest = count
      }
    }
    return longest
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
  package func end(_ text: ArraySlice<Unicode.Scalar>) -> Bool { lengthOfEnd(of: text) != nil }

  /// Whether a text ends with one of the words.
  package func end(_ text: [Unicode.Scalar]) -> Bool { end(text[...]) }
}

extension Unicode.Scalar {
  /// Which of 64 words of 64 bits the character's bit stands in; several characters share it.
  fileprivate var word: Int { Int(value & 0xFFF) >> 6 }

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
