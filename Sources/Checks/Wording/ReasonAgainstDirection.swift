import Accounts

extension StructureCheck {
  /// N31: an expenditure that grew, with a reason that only makes it smaller, or the other way round.
  ///
  /// Only where the sentence tells of one direction, and the reason holds no word that may go the same way or speaks of
  /// another year.
  static let reasonAgainstDirection = StructureCheck(.reasonAgainstDirection) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.filter(\.isExplanation).flatMap { line in
      line.explainedChanges(input.words.reasons, input.words.wording).filter(\.isContradicted).map { change in
        rule.finding(
          "说的是\(change.rises ? "增加" : "减少")，原因却是\(line.quoted(change.reason, around: 0))", place: line.place)
      }
    }
  }
}

/// A change of an expenditure, and its reason.
private struct ExplainedChange {
  let rises: Bool
  /// Where the reason stands.
  let reason: Range<Int>
  let isContradicted: Bool
}

extension ReadableLine {
  /// The changes of expenditure of the line that a reason follows in the same sentence.
  fileprivate func explainedChanges(_ reasons: Phrases, _ words: WordingWords) -> [ExplainedChange] {
    var found: [ExplainedChange] = []
    var start = 0
    while start < folded.count {
      let end = folded[start...].firstIndex { $0 == "。" || $0 == ";" } ?? folded.count
      if let change = explainedChange(start..<end, reasons, words) { found.append(change) }
      start = end + 1
    }
    return found
  }

  private func explainedChange(
    _ sentence: Range<Int>, _ reasons: Phrases, _ words: WordingWords
  ) -> ExplainedChange? {
    guard let lead = reasons.first(in: folded, from: sentence.lowerBound), lead.upperBound < sentence.upperBound else {
      return nil
    }
    let ups = changes(sentence.lowerBound..<lead.lowerBound, words.rising)
    let downs = changes(sentence.lowerBound..<lead.lowerBound, words.falling)
    guard let first = (ups + downs).min(), ups.isEmpty != downs.isEmpty else { return nil }
    // 比上年增加… goes on with what the sentence before is of.
    let subject = Array(folded[..<first])
    let own = Array(folded[sentence.lowerBound..<first])
    guard words.spending.occur(in: subject), !words.notSpending.occur(in: words.spending.occur(in: own) ? own : subject)
    else { return nil }
    let range = lead.upperBound..<sentence.upperBound
    let reason = Array(folded[range])
    let rises = downs.isEmpty
    let isContradicted =
      rises
      ? words.reasonsOfFall.occur(in: reason) && !words.rises.occur(in: reason)
      : words.reasonsOfRise.occur(in: reason) && !words.falls.occur(in: reason)
    return ExplainedChange(rises: rises, reason: range, isContradicted: isContradicted)
  }

  /// Where words of a direction stand before a number.
  private func changes(_ range: Range<Int>, _ direction: Phrases) -> [Int] {
    range.filter { position in
      guard let length = direction.length(in: folded, at: position) else { return false }
      return position + length < range.upperBound && folded[position + length].isDigit
    }
  }
}
