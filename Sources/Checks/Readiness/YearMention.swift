import Accounts

/// A year in a line: `2024年` or `2024年度`.
struct YearMention {
  let year: Int
  /// The characters of the line that it takes, 年度 among them.
  let range: Range<Int>
}

extension ReadableLine {
  /// The years named in the line, in order.
  var years: [YearMention] {
    var found: [YearMention] = []
    var position = 0
    while position + 4 < folded.count {
      guard folded[position].isDigit else {
        position += 1
        continue
      }
      var end = position
      while end < folded.count, folded[end].isDigit { end += 1 }
      if end - position == 4, end < folded.count, folded[end] == "年" {
        let year = folded[position..<end].reduce(0) { $0 * 10 + $1.digit }
        let after = end + 1
        let isFiscal = after < folded.count && folded[after] == "度"
        if 1949...2100 ~= year { found.append(YearMention(year: year, range: position..<after + (isFiscal ? 1 : 0))) }
      }
      position = end
    }
    return found
  }

  /// Whether a sentence or clause begins at a position: at the line's start or behind 。；： and the like.
  func beginsSentence(at position: Int) -> Bool {
    position == 0 || "。;:!?)".unicodeScalars.contains(folded[position - 1])
  }
}
