import Accounts
import Tables

/// A number as a line writes it: `12,504.89`.
struct WrittenNumber {
  /// The characters of the line that it takes.
  let range: Range<Int>
  /// How many of them stand behind the point.
  let decimals: Int
}

extension ReadableLine {
  /// The numbers of the line in order; what letters or further points make part of something else (2.1.3, A12) is none.
  var numbers: [WrittenNumber] {
    var found: [WrittenNumber] = []
    var position = 0
    while position < folded.count {
      guard folded[position].isDigit else {
        position += 1
        continue
      }
      let before = position > 0 ? folded[position - 1] : "\0"
      var end = endOfDigits(from: position)
      while end + 3 < folded.count, folded[end] == ",", endOfDigits(from: end + 1) == end + 4 { end += 4 }
      var decimals = 0
      if end + 1 < folded.count, folded[end] == ".", folded[end + 1].isDigit {
        let point = end
        end = endOfDigits(from: point + 1)
        decimals = end - point - 1
      }
      let after = end < folded.count ? folded[end] : "\0"
      let isPart = before.isLetter || before == "." || after.isLetter || after == "." || after == "-"
      if !isPart { found.append(WrittenNumber(range: position..<end, decimals: decimals)) }
      position = end
    }
    return found
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while end < folded.count, folded[end].isDigit { end += 1 }
    return end
  }

  /// Whether the line explains the accounts in words, or tells of the unit itself (概况).
  var isProse: Bool { kind == .paragraph && (section != nil || part == 1) }

  /// Whether it is a sentence of the explanation.
  var isExplanation: Bool { kind == .paragraph && section != nil }

  /// Whether it tells of self-evaluation, whose scores bear no unit and whose methods name both ways a value may go.
  var isOfPerformance: Bool { section == "预算绩效" }

  /// Whether words stand at a position.
  func holds(_ words: String, at position: Int) -> Bool {
    let words = words.unicodeScalars
    return position >= 0 && position + words.count <= folded.count
      && folded[position..<position + words.count].elementsEqual(words)
  }
}
