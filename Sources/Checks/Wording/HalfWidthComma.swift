import Accounts

extension StructureCheck {
  /// T20: half-width commas between Chinese words, once for the whole text.
  static let halfWidthComma = StructureCheck(.halfWidthComma) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    var count = 0
    var first: (line: ReadableLine, position: Int)?
    for line in lines where line.isProse {
      let commas = line.halfWidthCommas
      count += commas.count
      if first == nil, let position = commas.first { first = (line, position) }
    }
    guard let first else { return [] }
    return [
      rule.finding(
        "\(first.line.quoted(first.position..<first.position + 1))中的逗号是半角的\(count > 1 ? "，全文共 \(count) 处" : "")",
        place: first.line.place)
    ]
  }
}

extension ReadableLine {
  /// Where half-width commas stand right between Chinese words; a blank behind one is how another language is written.
  fileprivate var halfWidthCommas: [Int] {
    let characters = Array(text.unicodeScalars)
    var found: [Int] = []
    var position = 0
    for (index, character) in characters.enumerated() where !character.isBlank {
      if character == ",", index > 0, index + 1 < characters.count, characters[index - 1].endsWords,
        characters[index + 1].isChinese
      {
        found.append(position)
      }
      position += 1
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Whether Chinese words may end with it.
  fileprivate var endsWords: Bool { isChinese || self == "”" || self == "）" || self == "》" || self == "%" }
}
