import Accounts
import Tables

/// Finds in a sentence a number of things and its parts behind 其中: 公务用车9辆，其中：轿车5辆、客车4辆.
struct BreakdownReader {
  let words: ProseWords
  let text: [Unicode.Scalar]
  let numbers: [SentenceNumber]

  /// The breakdowns of a line; `unknown` are the places where numbers begin that no quantity is known of. What tables print
  /// is compared with these, and left out.
  func breakdowns(unknown: Set<Int>, line: Int) -> [Prose.Breakdown] {
    guard numbers.count > 2, !unknown.isEmpty else { return [] }
    return numbers.indices.compactMap { index -> Prose.Breakdown? in
      guard let whole = figure(index), let start = startOfParts(behind: numbers[index].range.upperBound) else {
        return nil
      }
      let (parts, isWhole) = parts(from: index + 1, at: start, unit: numbers[index].unit)
      guard parts.count > 1, haveOneNoun(parts.map(\.noun)), parts.contains(where: { unknown.contains($0.start) })
      else { return nil }
      let endsInOthers = parts.last.map { Self.others.contains(where: $0.noun.starts) } ?? false
      return Prose.Breakdown(
        whole: whole, unit: numbers[index].unit ?? "", parts: parts.map(\.figure),
        isComplete: isWhole && endsInOthers, isWhole: isWhole, line: line)
    }
  }

  /// What stands for all that is not named.
  private static let others = ["其他", "其它"].map { Array($0.unicodeScalars) }

  private struct Part {
    let noun: [Unicode.Scalar]
    let figure: Figure
    let start: Int
  }

  /// The number of things that a number is; nil for one of money, and for a bound.
  private func figure(_ index: Int) -> Figure? {
    let number = numbers[index]
    guard !number.isBound, let unit = number.unit, words.units[unit] == .things else { return nil }
    return Figure(printed: number.digits, unit: .things)
  }

  /// Where the parts begin of the number that ends at a place; nil where none are told of.
  private func startOfParts(behind end: Int) -> Int? {
    var index = end
    if index < text.count, [",", "(", ";", "。"].contains(text[index]) { index += 1 }
    guard text.hasWords(Self.among, at: index) else { return nil }
    index += Self.among.count
    if index < text.count, [":", ","].contains(text[index]) { index += 1 }
    return index
  }

  private static let among = Array("其中".unicodeScalars)

  /// The parts from a number on, and whether they are all that the sentence names: a list that something else interrupts may
  /// go on.
  private func parts(from first: Int, at start: Int, unit: String?) -> (parts: [Part], isWhole: Bool) {
    var parts: [Part] = []
    var position = start
    for index in first..<numbers.count {
      let number = numbers[index]
      guard number.unit == unit, let figure = figure(index), let noun = noun(position..<number.range.lowerBound) else {
        return (parts, false)
      }
      parts.append(Part(noun: noun, figure: figure, start: number.range.lowerBound))
      let end = number.range.upperBound
      guard end < text.count, !["。", ")"].contains(text[end]) else { return (parts, true) }
      guard ["、", ",", ";", "和", "及"].contains(text[end]) else { return (parts, false) }
      position = end + 1
    }
    return (parts, false)
  }

  /// The noun that a stretch is, without the words that lead to its number; nil where it says more.
  private func noun(_ range: Range<Int>) -> [Unicode.Scalar]? {
    var noun = text[range]
    if let first = noun.first, ["和", "及", "与", "有"].contains(first) { noun = noun.dropFirst() }
    while let last = noun.last, ["为", "是", "有", "共", "计", ":"].contains(last) { noun = noun.dropLast() }
    guard noun.count > 1,
      noun.allSatisfy({ "\u{4E00}"..."\u{9FFF}" ~= $0 || $0 == "(" || $0 == ")" }),
      !Self.otherWords.contains(where: { word in
        noun.indices.contains { noun[$0...].starts(with: word) }
      })
    else { return nil }
    return Array(noun)
  }

  /// What says that a number is no part of the one before.
  private static let otherWords = ["其中", "比", "较", "占", "增", "减", "上年", "平均", "累计", "合计", "预算", "原因", "用于"].map {
    Array($0.unicodeScalars)
  }

  /// Whether the nouns are kinds of one thing: they end alike.
  private func haveOneNoun(_ nouns: [[Unicode.Scalar]]) -> Bool {
    // 轿车 and 客车 end with one character.
    let length = nouns.contains { $0.count == 2 } ? 1 : 2
    guard let ending = nouns.first?.suffix(length) else { return false }
    return nouns.allSatisfy { $0.suffix(length).elementsEqual(ending) }
  }
}
