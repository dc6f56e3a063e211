/// The numbers in a line that was recognised (文字里的数): runs of digits with the marks between them.
///
/// A line is read twice as a whole; a number of it counts where both readings have it at the same place among its numbers.
struct NumbersInText: Sendable, Equatable {
  /// The parts of the text from left to right: what is no number, and numbers.
  private enum Part: Sendable, Equatable {
    case words(String)
    case number(String)
  }

  private var parts: [Part] = []

  init(_ text: String) {
    var number = String.UnicodeScalarView()
    var marks = String.UnicodeScalarView()
    var words = String.UnicodeScalarView()
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar) }
    func endNumber() {
      if !number.isEmpty { parts.append(.number(String(number))) }
      number = String.UnicodeScalarView()
      words.append(contentsOf: marks)
      marks = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if isDigit(scalar) {
        if number.isEmpty, !words.isEmpty {
          parts.append(.words(String(words)))
          words = String.UnicodeScalarView()
        }
        number.append(contentsOf: marks)
        marks = String.UnicodeScalarView()
        number.append(scalar)
      } else if !number.isEmpty, marks.isEmpty, ".,，。．".unicodeScalars.contains(scalar) {
        marks.append(scalar)
      } else {
        endNumber()
        words.append(scalar)
      }
    }
    endNumber()
    if !words.isEmpty { parts.append(.words(String(words))) }
  }

  /// The numbers, each in the one way in which readings can be compared.
  private var numbers: [String] {
    parts.compactMap { if case .number(let text) = $0 { RecognisedFigure(text)?.text ?? text } else { nil } }
  }

  var isEmpty: Bool { numbers.isEmpty }

  /// The text, each number that another reading has not behind the sign of doubt, and how many it has and has not.
  func agreed(with other: NumbersInText) -> (text: String, accepted: Int, doubtful: Int) {
    let (own, others) = (numbers, other.numbers)
    let before = zip(own, others).prefix { $0 == $1 }.count
    let behind = zip(own.reversed(), others.reversed()).prefix { $0 == $1 }.count
    func isAgreed(_ index: Int) -> Bool {
      own.count == others.count ? own[index] == others[index] : index < before || own.count - index <= behind
    }
    var (text, accepted, doubtful, index) = ("", 0, 0, 0)
    for (place, part) in parts.enumerated() {
      switch part {
      case .words(let words): text += words
      case .number(let number):
        // A digit was taken for the letter that touches it.
        let isTouched = [place - 1, place + 1].contains { neighbour in
          guard parts.indices.contains(neighbour), case .words(let words) = parts[neighbour] else { return false }
          let letter = neighbour < place ? words.unicodeScalars.last : words.unicodeScalars.first
          return letter.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
        }
        let isSure = isAgreed(index) && !isTouched
        text += isSure ? RecognisedFigure(number)?.text ?? number : number
        if isSure { accepted += 1 } else { doubtful += 1 }
        if !isSure { text.unicodeScalars.append(RecognisedPage.doubt) }
        index += 1
      }
    }
    return (text, accepted, doubtful)
  }
}
