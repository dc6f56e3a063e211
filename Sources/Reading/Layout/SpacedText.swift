/// Text laid out with spaces (以空格排版的文本), as `pdftotext -layout` writes it and as it is copied from a page.
///
/// Its lines become words on pages, so that the same eyes read it. An ideograph takes two columns where a terminal or an
/// editor laid the text out, and one where a program counted letters: the way is taken by which more figures stand below
/// each other.
enum SpacedText {
  /// How wide an ideograph is, in thousandths of a point.
  static let ideograph = 10_000

  /// How wide a column is and how high a letter, in thousandths of a point.
  private struct Measure {
    let ideograph: Int
    let column: Int
    let em: Int
  }

  private static let measures = [
    Measure(ideograph: 2, column: 5000, em: 10_000), Measure(ideograph: 1, column: 10_000, em: 15_000),
  ]

  /// The pages of a text, a form feed beginning a new one; takes time in proportion to the text.
  static func pages(of utf8: [UInt8]) -> [WordPage] {
    let candidates = measures.map { measure in
      utf8.split(separator: 0x0C, omittingEmptySubsequences: false).enumerated().map { index, page in
        WordPage(number: index + 1, words: words(of: page, measure))
      }
    }
    let scores = candidates.map(alignment)
    return scores[1] > scores[0] ? candidates[1] : candidates[0]
  }

  /// How many figures end where another one does on the lines before.
  private static func alignment(_ pages: [WordPage]) -> Int {
    var count = 0
    for page in pages {
      var lasts: [Int: Int] = [:]
      for word in page.words where LetterSurvey(word.text).form == .decimal {
        if let last = lasts.updateValue(word.top, forKey: word.right), word.top - last < word.em! * 4 { count += 1 }
      }
    }
    return count
  }

  private static func words(of page: ArraySlice<UInt8>, _ measure: Measure) -> [PageWord] {
    var words: [PageWord] = []
    var top = 0
    var blanks = 0
    for line in page.split(separator: 0x0A, omittingEmptySubsequences: false) {
      // Lines that follow each other may be those of one cell, however close they are; a blank line is a letter high.
      guard line.contains(where: { $0 > 0x20 }) else {
        blanks += 1
        continue
      }
      top += blanks == 0 ? measure.em * 3 / 4 : (blanks + 1) * measure.em
      blanks = 0
      add(line, at: top, measure, to: &words)
    }
    return words
  }

  private static func add(_ line: ArraySlice<UInt8>, at top: Int, _ measure: Measure, to words: inout [PageWord]) {
    var place = 0
    var start = 0
    var word = String.UnicodeScalarView()
    func end() {
      guard !word.isEmpty else { return }
      words.append(
        PageWord(
          text: String(word), left: start * measure.column, top: top, right: place * measure.column,
          bottom: top + measure.em, em: measure.em))
      word = String.UnicodeScalarView()
    }
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      let isWide = LetterSurvey.isWide(scalar.value)
      switch scalar.value {
      case 0x09, 0x20, 0xA0, 0x3000:
        end()
        place += scalar.value == 0x09 ? 8 - place % 8 : isWide ? measure.ideograph : 1
      case 0..<0x20, 0x200B...0x200F, 0xFEFF: break
      default:
        if word.isEmpty { start = place }
        word.append(scalar)
        place += isWide ? measure.ideograph : 1
      }
    }
    end()
  }
}
