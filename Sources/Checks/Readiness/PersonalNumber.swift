import Accounts
import Tables

extension StructureCheck {
  /// D20: the number of somebody's identity card, bank card or mobile telephone; the finding never repeats it.
  static let personalNumber = StructureCheck(.personalNumber) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.flatMap { line -> [Finding] in
      guard let groups = NumberGroups(line) else { return [] }
      return groups.personalNumbers(input.words).map { kind, number in
        rule.finding("文中有\(kind) \(number.masked)", place: line.place)
      }
    }
  }
}

extension NumberGroups {
  /// The numbers of persons in the line, each with its kind.
  fileprivate func personalNumbers(_ words: ReadinessWords) -> [(kind: String, number: Number)] {
    var found: [(kind: String, number: Number)] = []
    var index = 0
    while index < groups.count {
      if let one = personalNumber(from: index, words) {
        found.append(one)
        index += one.number.groups
      } else {
        index += 1
      }
    }
    return found
  }

  private func personalNumber(from index: Int, _ words: ReadinessWords) -> (kind: String, number: Number)? {
    if let number = first(from: index, [[18], [6, 8, 4]], words), IdentityCardNumber.isValid(number.digits) {
      return ("身份证号", number)
    }
    // The longest first: 4-4-4-4 is the beginning of 4-4-4-4-3.
    let cards = [[4, 4, 4, 4, 3], [4, 4, 4, 4, 2], [4, 4, 4, 4, 1], [4, 4, 4, 4], [6, 13], [19], [18], [17], [16]]
    if let number = first(from: index, cards, words), BankCardNumber.isValid(number.digits), isCard(number, words) {
      return ("银行卡号", number)
    }
    for lengths in [[11], [3, 4, 4], [2, 11], [2, 3, 4, 4], [4, 11], [4, 3, 4, 4], [13]] {
      guard let number = first(from: index, [lengths], words), isMobile(number.digits),
        !precedes(words.amountUnits, at: number.range.upperBound)
      else { continue }
      return ("手机号码", number)
    }
    return nil
  }

  /// The first reading of the groups that stands alone and is not labelled as a code.
  private func first(from index: Int, _ choices: [[Int]], _ words: ReadinessWords) -> Number? {
    for lengths in choices {
      guard let number = number(from: index, lengths: lengths), standsAlone(number.range),
        !follows(words.codeLabels, at: number.range.lowerBound)
      else { continue }
      return number
    }
    return nil
  }

  /// Eleven digits from 13 to 19, the country's 86 before them or not.
  private func isMobile(_ digits: [Unicode.Scalar]) -> Bool {
    let country = digits.dropLast(11).map(\.digit)
    guard [[], [8, 6], [0, 0, 8, 6]].contains(country), digits.count >= 11 else { return false }
    let own = digits.suffix(11).map(\.digit)
    return own[0] == 1 && own[1] >= 3
  }

  private func isCard(_ number: Number, _ words: ReadinessWords) -> Bool {
    let begins = { (prefix: String) in number.digits.starts(with: prefix.unicodeScalars) }
    return words.cardPrefixes.contains(where: begins)
      || (words.labelledCardPrefixes.contains(where: begins) && follows(words.cardLabels, at: number.range.lowerBound))
  }
}
