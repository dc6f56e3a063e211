import Accounts

extension StructureCheck {
  /// T18: a word that nobody writes twice on end, written so: 新增新增, 原因是是. What is doubled rightly (层层、各各) is in no list.
  static let doubledWord = StructureCheck(.doubledWord) { rule, input in
    guard let text = input.text else { return [] }
    return text.lines.compactMap { line -> Finding? in
      guard line.isProse, let range = line.doubledWord(input.words.wording) else { return nil }
      let word = line.words(range.lowerBound..<range.lowerBound + range.count / 2)
      return rule.finding("\(line.quoted(range))中“\(word)”重复", place: line.place)
    }
  }
}

extension ReadableLine {
  /// The first word that stands twice.
  fileprivate func doubledWord(_ words: WordingWords) -> Range<Int>? {
    var position = 0
    while position < folded.count {
      // 目的的 holds a pair that is right.
      if let length = words.doubledRightly.length(in: folded, at: position) {
        position += length
      } else if let length = words.doubled.length(in: folded, at: position) {
        return position..<position + length
      } else if let length = words.doubledBeforeNumbers.length(in: folded, at: position),
        position + length < folded.count, folded[position + length].isDigit
      {
        return position..<position + length
      } else {
        position += 1
      }
    }
    return nil
  }
}
