/// A page as it was recognised (识别出的一页): its words, and how sure its figures are.
///
/// No letter that was recognised is certain. A number counts only where two readings of it say the same; one of which they do
/// not keeps ``doubt`` behind it, so that nothing takes it for a number.
struct RecognisedPage: Sendable, Equatable {
  /// The sign behind a number that is doubtful (存疑): the sign of uncertainty, U+2BD1.
  static let doubt: Unicode.Scalar = "\u{2BD1}"

  var words: [PageWord] = []
  /// Its ruling lines.
  var rules = PageRules()
  /// How many numbers two readings agree on, and of how many they do not.
  var accepted = 0
  var doubtful = 0
}

extension PageReading {
  /// What was printed, from the segments of a page and the readings of it: `first` are the words of each segment, `second` what
  /// was read of each piece once more: of a line once, of a number with digits only once or twice. `shapes` is what the
  /// ink of each segment shows.
  ///
  /// Pure: the same readings give the same words.
  static func page(
    _ segments: [InkSegment], first: [[RecognisedLine.Word]], pieces: [Piece], second: [[String]],
    shapes: [FigureShape?], letter: Int, resolution: Int
  ) -> RecognisedPage {
    var page = RecognisedPage()
    var readings: [Int: (piece: Piece, texts: [String])] = [:]
    for (piece, others) in zip(pieces, second) { readings[piece.segment] = (piece, others) }
    for (index, segment) in segments.enumerated() {
      var texts = segment.isDash(letter: letter) ? ["-"] : first[index].map(\.text)
      if let (piece, others) = readings[index] {
        // Of what a seal touches no reading is sure.
        let others = segment.isSealed ? [] : others
        if piece.isLine {
          let agreed = NumbersInText(joined(texts)).agreed(with: NumbersInText(others.joined()))
          texts = [agreed.text]
          page.accepted += agreed.accepted
          page.doubtful += agreed.doubtful
        } else {
          let settled = settled([texts.joined()] + others, shapes[index])
          if settled.isNumber { if settled.isDoubtful { page.doubtful += 1 } else { page.accepted += 1 } }
          texts = [settled.text]
        }
      }
      let text = joined(texts)
      guard !text.isEmpty else { continue }
      let unit = 72_000
      func points(_ dots: Int) -> Int { dots * unit / resolution }
      page.words.append(
        PageWord(
          text: text, left: points(segment.left), top: points(segment.top), right: points(segment.right),
          bottom: points(segment.bottom),
          em: points(segment.height * 10 > letter * 13 ? segment.height : letter)))
    }
    return page
  }

  /// What the readings of one number come to: the first is that of all letters. The ink tells how many digits it has, and where
  /// its marks are.
  private static func settled(
    _ readings: [String], _ shape: FigureShape?
  ) -> (text: String, isNumber: Bool, isDoubtful: Bool) {
    let figures = readings.map { RecognisedFigure($0) }
    for (index, figure) in figures.enumerated() {
      if let figure, figures.dropFirst(index + 1).contains(where: { $0?.text == figure.text }),
        shape?.fits(figure) ?? true
      {
        return (figure.text + (figure.isPercentage ? "%" : ""), true, false)
      }
    }
    let doubt = String(Character(RecognisedPage.doubt))
    let first = readings.first ?? ""
    if let known = (figures.dropFirst() + figures.prefix(1)).lazy.compactMap(\.self).first {
      return (known.text + doubt, true, true)
    }
    // None is a number: words, which were taken for one, or something nobody could read.
    return (first.isEmpty ? "-" + doubt : first, first.isEmpty, first.isEmpty)
  }

  /// Words of one text: ideographs follow each other without a space.
  private static func joined(_ texts: [String]) -> String {
    var joined = ""
    for text in texts {
      if let last = joined.unicodeScalars.last, let first = text.unicodeScalars.first, last.properties.isAlphabetic,
        last.isASCII, first.isASCII, first.properties.isAlphabetic
      {
        joined += " "
      }
      joined += text
    }
    return joined
  }
}
