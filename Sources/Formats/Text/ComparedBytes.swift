import System

extension UnsafeBufferPointer<UInt8> {
  /// Whether, of two texts for which this is true, those of the same bytes alone are equal: there is nothing in it but ASCII,
  /// the common Chinese characters (U+4000 to U+9FFF) and full-width forms, which Unicode neither joins nor takes apart.
  package var areComparedAsBytes: Bool {
    var index = 0
    while index < count {
      let byte = self[index]
      if byte >= 0xC0, byte < 0xE4 || byte > 0xE9 {
        guard byte == 0xEF, index + 1 < count, self[index + 1] == 0xBC || self[index + 1] == 0xBD else { return false }
      }
      index += 1
    }
    return true
  }

  /// Whether the bytes are the same.
  package func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let first = baseAddress, let second = other.baseAddress else {
      return count == other.count
    }
    return memcmp(first, second, count) == 0
  }
}

extension String {
  /// Whether the text begins with some words, as ``hasPrefix(_:)`` says, and several times as fast where both are of ASCII and
  /// the common Chinese characters.
  package func begins(with words: String) -> Bool {
    var (text, words) = (self, words)
    return text.withUTF8 { text in
      words.withUTF8 { words -> Bool? in
        // With the character behind, which could join the last one.
        let beginning = UnsafeBufferPointer(rebasing: text.prefix(words.count + 3))
        guard words.areComparedAsBytes, beginning.areComparedAsBytes else { return nil }
        return UnsafeBufferPointer(rebasing: beginning.prefix(words.count)).isSame(as: words)
      }
    } ?? text.hasPrefix(words)
  }

  /// Whether the text ends with some words, as ``hasSuffix(_:)`` says, and several times as fast.
  package func ends(with words: String) -> Bool {
    var (text, words) = (self, words)
    return text.withUTF8 { text in
      words.withUTF8 { words -> Bool? in
        let end = UnsafeBufferPointer(rebasing: text.suffix(words.count + 3))
        guard words.areComparedAsBytes, end.areComparedAsBytes else { return nil }
        return UnsafeBufferPointer(rebasing: end.suffix(words.count)).isSame(as: words)
      }
    } ?? text.hasSuffix(words)
  }
}

extension Substring {
  /// Whether the text begins with some words.
  package func begins(with words: String) -> Bool { String(self).begins(with: words) }

  /// Whether the text ends with some words.
  package func ends(with words: String) -> Bool { String(self).ends(with: words) }
}

extension StringProtocol {
  /// Whether the text begins with some words.
  package func begins(with words: some StringProtocol) -> Bool { hasPrefix(words) }

  /// Whether the text ends with some words.
  package func ends(with words: some StringProtocol) -> Bool { hasSuffix(words) }
}
