import Accounts
import Tables

extension StructureCheck {
  /// D15: a place left to be filled in: XX, ××, 某某, {…}, X万元, ____.
  static let placeholder = StructureCheck(.placeholder) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.compactMap { line -> Finding? in
      guard let range = line.placeholder(input.words) else { return nil }
      return rule.finding("\(line.quoted(range))中有没填的空位", place: line.place)
    }
  }
}

extension ReadableLine {
  /// The first place left to be filled in.
  fileprivate func placeholder(_ words: ReadinessWords) -> Range<Int>? {
    var position = 0
    while position < folded.count {
      let character = folded[position]
      if let length = words.placeholders.length(in: folded, at: position) { return position..<position + length }
      switch character {
      case "X", "x", "×":
        let end = folded[position...].firstIndex { $0 != character } ?? folded.count
        if standsForSomething(position..<end, words) { return position..<end }
        position = end - 1
      case "_":
        let end = folded[position...].firstIndex { $0 != character } ?? folded.count
        if end - position >= 3, end - position < folded.count { return position..<end }
        position = end - 1
      case "{":
        if let end = folded[position...].prefix(40).firstIndex(of: "}") { return position..<end + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Whether an X or several stand for a number or a name, and are no part of a model number, a size or a product.
  private func standsForSomething(_ range: Range<Int>, _ words: ReadinessWords) -> Bool {
    let after = range.upperBound < folded.count ? folded[range.upperBound] : "\0"
    guard !after.isLetter, !after.isDigit else { return false }
    var start = range.lowerBound
    while start > 0, folded[start - 1].isDigit { start -= 1 }
    let before = start > 0 ? folded[start - 1] : "\0"
    guard !before.isLetter, before != "-", before != "*" else { return false }
    let digits = folded[start..<range.lowerBound]
    // 20XX年 is a year to be filled in; 100X and the X that ends an identity-card number are not.
    guard digits.isEmpty || (range.count == 2 && digits.elementsEqual("20".unicodeScalars)) else {
      return false
    }
    let things = folded[range.lowerBound] == "×" ? words.thingsBehindACross : words.countedThings
    return range.count >= 2 || things.length(in: folded, at: range.upperBound) != nil
  }
}
