import Accounts
import Tables

extension StructureCheck {
  /// D21: a landline number or an e-mail address: an office's may be published on purpose, a person's may not.
  static let contactDetail = StructureCheck(.contactDetail) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.flatMap { line -> [Finding] in
      let numbers = NumberGroups(line).map { $0.landlines(input.words) } ?? []
      return numbers.map { number in
        rule.finding("文中有电话号码 \(number.masked)", place: line.place)
      }
        + line.mailAddresses.map { address in
          rule.finding(
            "文中有电子邮箱 \(NumberGroups.masked(address))", place: line.place, in: .mailbox)
        }
    }
  }
}

extension NumberGroups {
  /// The landline numbers: an area code before a hyphen or in brackets, or any seven or eight digits behind 电话.
  fileprivate func landlines(_ words: ReadinessWords) -> [Number] {
    var found: [Number] = []
    for (index, group) in groups.enumerated() where 7...8 ~= group.count && character(group.lowerBound) > "1" {
      guard !precedes(words.amountUnits, at: group.upperBound), endsHere(group.upperBound) else { continue }
      if index > 0, let number = withAreaCode(groups[index - 1], group) {
        let isLabelled = follows(words.phoneLabels, at: number.range.lowerBound)
        // 0352 1234567 with a blank between may be two columns of a table.
        let isParted = character(group.lowerBound - 1) == " " && character(group.lowerBound - 2) != ")"
        if isLabelled || (!isParted && !follows(words.codeLabels, at: number.range.lowerBound)) { found.append(number) }
      } else if standsAlone(group), follows(words.phoneLabels, at: group.lowerBound) {
        found.append(Number(digits: Array(characters[group]), range: group, groups: 1))
      }
    }
    return found
  }

  /// An area code and the number behind it; nil when the first is no area code, or something else is between.
  private func withAreaCode(_ area: Range<Int>, _ local: Range<Int>) -> Number? {
    let first = characters[area.lowerBound...]
    let code = first.prefix(area.count).map(\.digit)
    // 010 and 020 to 029; else four digits from 0310 on.
    guard code.count == 3 || code.count == 4, code[0] == 0, code.count == 3 ? 1...2 ~= code[1] : code[1] > 2 else {
      return nil
    }
    let before = character(area.lowerBound - 1)
    guard !before.isLetter, !before.isDigit, before != ".", before != "-" else { return nil }
    let between = characters[area.upperBound..<local.lowerBound].filter { $0 != " " }
    guard between.count <= 2,
      between.allSatisfy({ "-—–)".unicodeScalars.contains($0) })
    else { return nil }
    return Number(
      digits: Array(characters[area]) + Array(characters[local]), range: area.lowerBound..<local.upperBound, groups: 2)
  }

  /// Whether a number ends at a position; an extension may follow (-801), a longer code or an amount may not.
  private func endsHere(_ position: Int) -> Bool {
    let after = character(position)
    return !after.isLetter && !after.isDigit && after != "*"
      && !((after == "." || after == ",") && character(position + 1).isDigit)
  }
}

extension ReadableLine {
  /// The e-mail addresses of the line.
  fileprivate var mailAddresses: [[Unicode.Scalar]] {
    var found: [[Unicode.Scalar]] = []
    for position in folded.indices where folded[position] == "@" {
      let isPart = { (character: Unicode.Scalar) in
        character.isLetter || character.isDigit || "._-+%".unicodeScalars.contains(character)
      }
      let name = folded[..<position].reversed().prefix(while: isPart)
      let domain = folded[(position + 1)...].prefix(while: isPart)
      let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
      guard !name.isEmpty, labels.count > 1, labels.dropLast().allSatisfy({ !$0.isEmpty }),
        let last = labels.last(where: { !$0.isEmpty }), last.count > 1, last.allSatisfy(\.isLetter)
      else { continue }
      found.append(Array(folded[(position - name.count)..<(position + 1 + domain.count)]))
    }
    return found
  }
}
