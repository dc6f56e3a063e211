import Accounts

extension StructureCheck {
  /// T21: a comma between a word and its number: 占，88%.
  static let misplacedComma = StructureCheck(.misplacedComma) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    let words = input.words.wording
    return lines.compactMap { line -> Finding? in
      guard line.isExplanation else { return nil }
      let number = line.numbers.first { number in
        let comma = number.range.lowerBound - 1
        guard comma > 0, line.folded[comma] == ",", words.leadsToNumbers.end(line.folded[..<comma]) else {
          return false
        }
        guard let unit = units.first(where: { line.holds($0, at: number.range.upperBound) }) else { return false }
        // 占，88%的…: what goes on may be a sentence of its own.
        let end = number.range.upperBound + unit.unicodeScalars.count
        return end == line.folded.count || line.folded[end].isPunctuation
      }
      guard let number else { return nil }
      return rule.finding(
        "\(line.quoted(number.range.lowerBound - 1..<number.range.upperBound))中多了一个逗号", place: line.place)
    }
  }

  private static let units = ["%", "万元", "亿元", "元"]
}
