import Accounts

extension StructureCheck {
  /// T25: what an item was spent on, word for word what the item above was.
  static let repeatedPurpose = StructureCheck(.repeatedPurpose) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    var last: (purpose: [Unicode.Scalar], section: String?)?
    return lines.compactMap { line -> Finding? in
      if line.headingLevel != nil { last = nil }
      guard line.isExplanation, let range = line.purpose(input.words.wording) else { return nil }
      let purpose = Array(line.folded[range])
      defer { last = (purpose, line.section) }
      guard let last, last.section == line.section, last.purpose == purpose else { return nil }
      return rule.finding("用途“\(line.words(range))”与上一项一字不差", place: line.place)
    }
  }
}

extension ReadableLine {
  /// What the line says that money was used for, where that is said once and in so many words that it is of one item alone.
  fileprivate func purpose(_ words: WordingWords) -> Range<Int>? {
    guard let lead = words.purposes.first(in: folded) else { return nil }
    let start = lead.upperBound < folded.count && folded[lead.upperBound] == ":" ? lead.upperBound + 1 : lead.upperBound
    var end = start
    while end < folded.count, folded[end] != "。", folded[end] != ";", !folded[end].isDigit { end += 1 }
    // A number belongs to what is said next: …支出，年初预算为12万元.
    if end < folded.count, folded[end].isDigit {
      guard let comma = folded[start..<end].lastIndex(of: ",") else { return nil }
      end = comma
    }
    guard end - start >= Self.shortestPurpose else { return nil }
    return start..<end
  }

  /// Shorter ones (人员经费) may be those of several items.
  private static let shortestPurpose = 10
}
