import Accounts

extension StructureCheck {
  /// T19: words of which the template lets one be chosen, both left: 增加（减少）, 大于（小于）, 本部门（单位）; and two that
  /// contradict each other, one behind the other: 比上年减增加.
  static let unchosenWord = StructureCheck(.unchosenWord) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    let words = input.words.wording
    var isOfItselfFound = false
    return lines.flatMap { line -> [Finding] in
      guard line.isExplanation, !line.isOfPerformance else { return [] }
      var findings: [Finding] = []
      if let range = words.alternatives.first(in: line.folded) {
        findings.append(rule.finding("\(line.quoted(range))没有选定一个词", place: line.place))
      }
      if let range = line.contradiction(words) {
        findings.append(rule.finding("\(line.quoted(range))中两个词的方向相反", place: line.place))
      }
      if !isOfItselfFound, let range = words.bodies.first(in: line.folded) {
        isOfItselfFound = true
        findings.append(rule.finding("\(line.quoted(range))没有选定“部门”还是“单位”", place: line.place, in: .ofItself))
      }
      return findings
    }
  }
}

extension ReadableLine {
  /// The first two words of opposite directions between what a change is compared with and its number.
  fileprivate func contradiction(_ words: WordingWords) -> Range<Int>? {
    var position = 0
    while let range = words.contradictions.first(in: folded, from: position) {
      if range.upperBound < folded.count, folded[range.upperBound].isDigit,
        words.comparedWith.end(folded[..<range.lowerBound])
      {
        return range
      }
      position = range.lowerBound + 1
    }
    return nil
  }
}
