/// What text the glyphs of a font stand for (a ToUnicode map, ISO 32000-1, 9.10.3), put right where a browser guessed.
enum GlyphText {
  /// The same map with ideographs for radicals and two dashes for a double one; nil when nothing is wrong, or it is
  /// written otherwise than Chromium writes it.
  static func corrected(_ map: String) -> String? {
    var before: [Substring] = []
    var after: [Substring] = []
    var entries: [(glyph: String, text: String)] = []
    var isInside = false
    var isChanged = false

    for line in map.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasSuffix("beginbfchar") || line.hasSuffix("beginbfrange") {
        isInside = true
      } else if line.hasPrefix("endbf") {
        isInside = false
      } else if !isInside {
        if entries.isEmpty { before.append(line) } else { after.append(line) }
      } else {
        let words = line.split(separator: " ").map { $0.dropFirst().dropLast() }
        guard let first = words.first, let low = UInt32(first, radix: 16), let last = words.last else { return nil }
        switch words.count {
        case 2:
          let text = UInt32(last, radix: 16).flatMap(correction)
          isChanged = isChanged || text != nil
          entries.append((String(first), text ?? String(last)))
        case 3:
          guard let high = UInt32(words[1], radix: 16), high >= low, high - low < 0x1_0000,
            let start = UInt32(last, radix: 16), start <= UInt32.max - 0x1_0000
          else { return nil }
          for glyph in low...high {
            let text = correction(start + (glyph - low))
            isChanged = isChanged || text != nil
            entries.append(
              (hexadecimal(glyph, digits: first.count), text ?? hexadecimal(start + (glyph - low), digits: last.count)))
          }
        default: return nil
        }
      }
    }
    guard isChanged else { return nil }
    var lines = before.map(String.init)
    // A block holds a hundred at most.
    for start in stride(from: 0, to: entries.count, by: 100) {
      let block = entries[start..<min(start + 100, entries.count)]
      lines.append("\(block.count) beginbfchar")
      lines += block.map { "<\($0.glyph)> <\($0.text)>" }
      lines.append("endbfchar")
    }
    return (lines + after.map(String.init)).joined(separator: "\n")
  }

  /// The text for a code point that nobody wrote, in hexadecimal; nil for any other.
  private static func correction(_ codePoint: UInt32) -> String? {
    if codePoint == 0x2E3A { return "20142014" }
    return RadicalIdeographs.byRadical[codePoint].map { hexadecimal($0, digits: 4) }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
