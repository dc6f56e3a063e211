extension String {
  /// Whether the bytes of other words stand somewhere in the text; much faster than a search by characters.
  package func holds(_ words: String) -> Bool {
    var text = self
    var words = words
    return text.withUTF8 { text in
      words.withUTF8 { wanted in
        guard let first = wanted.first, let last = wanted.last, text.count >= wanted.count else {
          return wanted.isEmpty
        }
        // Every third byte begins a Chinese character, and these have few first bytes: the last byte tells more.
        var end = wanted.count - 1
        while end < text.count {
          let start = end - (wanted.count - 1)
          if text[end] == last, text[start] == first,
            wanted.indices.allSatisfy({ text[start + $0] == wanted[$0] })
          {
            return true
          }
          end += 1
        }
        return false
      }
    }
  }
}
