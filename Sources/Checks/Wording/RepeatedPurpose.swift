import Accounts

extension StructureCheck {
  /// T25: what an item was spent on, word for word what the item above was, and no other of its section.
  static let repeatedPurpose = StructureCheck(.repeatedPurpose) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    let words = input.words.wording
    let items = lines.filter(\.isExplanation).compactMap { line in line.purpose(words).map { (line: line, range: $0) } }
    // A section that says the same of several items says it of all of them on purpose.
    let bySection = Dictionary(grouping: items) { $0.line.section ?? "" }
    return zip(items, items.dropFirst()).compactMap { above, item -> Finding? in
      let purpose = item.line.folded[item.range]
      guard let section = item.line.section, section == above.line.section, purpose == above.line.folded[above.range],
        let others = bySection[section], others.count > 2,
        others.count(where: { $0.line.folded[$0.range] == purpose }) == 2,
        !words.generalPurposes.occur(in: Array(purpose))
      else { return nil }
      return rule.finding("用途“\(item.line.words(item.range))”与上一项一字不差", place: item.line.place)
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
