import Tables

/// A page as it was recognised (识别出的一页): its words, and how sure its figures are.
///
/// No letter that was recognised is certain. A number counts only where two readings of it say the same; one of which they do
/// not keeps ``doubt`` behind it, so that nothing takes it for a number.
struct RecognisedPage: Sendable, Equatable {
  /// The sign behind a number that is doubtful (存疑): the sign of uncertainty, U+2BD1.
  static let doubt = DoubtfulFigure.sign

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
  /// ink of each segment shows, `glyphs` how the digits of those that may be numbers look.
  ///
  /// Pure: the same readings give the same words.
  static func page(
    _ segments: [InkSegment], first: [[RecognisedLine.Word]], pieces: [Piece], second: [[String]],
    shapes: [FigureShape?], glyphs: [Int: [DigitShapes.Glyph]] = [:], letter: Int, resolution: Int
  ) -> RecognisedPage {
    var page = RecognisedPage()
    var readings: [Int: (piece: Piece, texts: [String])] = [:]
    var figures: [Int: Settled] = [:]
    for (piece, others) in zip(pieces, second) {
      readings[piece.segment] = (piece, others)
      guard !piece.isLine else { continue }
      let index = piece.segment
      let text = segments[index].isDash(letter: letter) ? "-" : first[index].map(\.text).joined()
      // Of what a seal touches no reading is sure.
      figures[index] = settled([text] + (segments[index].isSealed ? [] : others), shapes[index])
    }
    let digits = DigitShapes(
      figures.sorted { $0.key < $1.key }.compactMap { index, figure in
        figure.isNumber && !figure.isDoubtful ? glyphs[index].map { (figure.text, $0) } : nil
      })
    for (index, figure) in figures where figure.isNumber && !figure.isDoubtful {
      guard let glyphs = glyphs[index] else { continue }
      if let other = digits.other(than: figure.text, glyphs) {
        figures[index] = Settled(text: doubtful([figure.text, other]), isNumber: true, isDoubtful: true)
      } else if !DigitShapes.tellsApart(figure.text, glyphs) {
        // Nothing but one engine says what it is.
        figures[index] = Settled(text: doubtful([figure.text]), isNumber: true, isDoubtful: true)
      }
    }
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
          guard let settled = figures[index] else { continue }
          if settled.isNumber { if settled.isDoubtful { page.doubtful += 1 } else { page.accepted += 1 } }
          texts = [settled.text]
        }
      }
      let text = joined(texts)
      guard !text.isEmpty else { continue }
      let unit = 72_000
      func points(_ dots: Int) -> Int { dots * unit / resolution }
      // Where a segment was parted there is a gap, or layout would put the parts together again.
      let (before, behind) = (index - 1, index + 1)
      let isCutLeft = segments.indices.contains(before) && segments[before].isParted(from: segment)
      let isCutRight = segments.indices.contains(behind) && segment.isParted(from: segments[behind])
      let room = min(letter / 6, segment.width / 4)
      page.words.append(
        PageWord(
          text: text, left: points(segment.left + (isCutLeft ? room : 0)), top: points(segment.top),
          right: points(segment.right - (isCutRight ? room : 0)),
          bottom: points(segment.bottom),
          em: points(segment.height * 10 > letter * 13 ? segment.height : letter)))
    }
    return page
  }

  /// What the readings of one number come to.
  private struct Settled {
    let text: String
    let isNumber: Bool
    let isDoubtful: Bool
  }

  /// What the readings of one number come to: the first is that of all letters. The ink tells how many digits it has, and where
  /// its marks are.
  private static func settled(
    _ readings: [String], _ shape: FigureShape?
  ) -> Settled {
    let figures = readings.map { RecognisedFigure($0) }
    for (index, figure) in figures.enumerated() {
      if let figure, figures.dropFirst(index + 1).contains(where: { $0?.text == figure.text }),
        shape?.fits(figure) ?? true
      {
        return Settled(text: figure.text + (figure.isPercentage ? "%" : ""), isNumber: true, isDoubtful: false)
      }
    }
    let first = readings.first ?? ""
    let all = (figures.dropFirst() + figures.prefix(1)).compactMap { $0?.text }
    if let known = all.first {
      return Settled(
        text: doubtful([known] + Array(Set(all.filter { $0 != known })).sorted().prefix(2)), isNumber: true,
        isDoubtful: true)
    }
    // None is a number: words, which were taken for one, or something nobody could read.
    return Settled(
      text: first.isEmpty ? doubtful(["-"]) : first, isNumber: first.isEmpty, isDoubtful: first.isEmpty)
  }

  /// What a number may be, each behind the sign of doubt.
  private static func doubtful(_ readings: [String]) -> String {
    let sign = String(Character(RecognisedPage.doubt))
    return readings.map { $0 + sign }.joined()
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
