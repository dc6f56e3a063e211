import Accounts
import Tables

extension StructureCheck {
  /// T22: an amount without 万元, or a percentage without %, where the sentence ends or goes on right behind the number.
  ///
  /// Only numbers with two decimals behind words that lead to an amount or a percentage are looked at, and none where the
  /// text says once for all what its unit is.
  static let missingUnit = StructureCheck(.missingUnit) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    let words = input.words.wording
    let explanation = lines.filter { $0.section != nil && $0.kind != .contents }
    guard !explanation.contains(where: { words.tabledUnits.occur(in: $0.folded) }) else { return [] }
    return explanation.compactMap { line -> Finding? in
      guard line.isExplanation, !line.isOfPerformance,
        let number = line.numbers.first(where: { line.lacksUnit($0, words) })
      else {
        return nil
      }
      return rule.finding("\(line.quoted(number.range))中的数没有单位", place: line.place)
    }
  }
}

extension ReadableLine {
  /// Whether a number is an amount or a percentage and bears no unit.
  fileprivate func lacksUnit(_ number: WrittenNumber, _ words: WordingWords) -> Bool {
    let before = folded[..<number.range.lowerBound]
    guard number.decimals == 2, words.leadsToAmounts.end(before) || words.leadsToPercentages.end(before) else {
      return false
    }
    let end = number.range.upperBound
    // At the end of a line the unit may stand on the next.
    guard end < folded.count else { return false }
    if folded[end] == "," { return end + 1 < folded.count }
    return words.afterNumbers.length(in: folded, at: end) != nil
  }
}
