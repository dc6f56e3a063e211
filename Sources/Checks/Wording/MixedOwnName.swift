import Accounts

extension StructureCheck {
  /// T23: the body that publishes calls itself 本部门 here and 本单位 there, in the explanation.
  static let mixedOwnName = StructureCheck(.mixedOwnName) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    let words = input.words.wording
    let found = words.ownNames.map { name in
      (
        kind: name.kind,
        places: lines.filter(\.isExplanation).flatMap { line in
          line.clauses(beginningWith: name.names, notBefore: words.notOwnNames).map { (line, $0) }
        }
      )
    }.filter { !$0.places.isEmpty }
    guard found.count > 1, let rarest = found.min(by: { $0.places.count < $1.places.count }),
      let (line, range) = rarest.places.first
    else { return [] }
    let counts = found.map { "“本\($0.kind)” \($0.places.count) 处" }.joined(separator: "、")
    return [rule.finding("正文中\(counts)，如\(line.quoted(range))", place: line.place)]
  }
}

extension ReadableLine {
  /// Where a clause begins with one of some names, and nothing behind makes it another's.
  fileprivate func clauses(beginningWith names: Phrases, notBefore others: Phrases) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while let range = names.first(in: folded, from: position) {
      position = range.upperBound
      let begins = beginsSentence(at: range.lowerBound) || folded[range.lowerBound - 1] == ","
      if begins, others.length(in: folded, at: range.upperBound) == nil { found.append(range) }
    }
    return found
  }
}
