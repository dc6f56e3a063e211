extension String {
  /// Whether the bytes of other words stand somewhere in the text; much faster than a search by characters.
  package func holds(_ words: String) -> Bool {
    var text = self
    var words = words
    return text.withUTF8 { text in
      words.withUTF8 { wanted in
        guard let first = wanted.first, text.count >= wanted.count else { return wanted.isEmpty }
        return (0...(text.count - wanted.count)).contains { start in
          text[start] == first && wanted.indices.allSatisfy { text[start + $0] == wanted[$0] }
        }
      }
    }
  }
}
