import Accounts
import Tables

/// One change of a sentence, as a slip of the hand makes it.
struct ProseAlteration {
  /// What kind of slip.
  enum Kind: String, CaseIterable, Sendable {
    case digit = "改一位数字"
    case swap = "两位对调"
    case direction = "方向词相反"
    case level = "改为持平"
  }

  let kind: Kind
  let line: Int
  /// The line as altered.
  let text: String
  /// What was altered, for the list of those not noticed.
  let words: String

  /// Every alteration of the numbers and words of the claims in some lines; `claims` are in the order of the text, each
  /// with the line it stands in.
  static func all(of claims: [(claim: Claim, line: Int)], in lines: [String]) -> [ProseAlteration] {
    var alterations: [ProseAlteration] = []
    var line = -1
    var characters: [Character] = []
    var start = 0
    for (claim, number) in claims where claim.figure.content != .blank {
      if number != line {
        line = number
        characters = Array(lines[number])
        start = 0
      }
      let digits = Array(claim.figure.text.filter { $0 != "%" })
      guard let place = find(digits, in: characters, from: start) else { continue }
      start = place + digits.count
      func add(_ kind: Kind, _ range: Range<Int>, _ replacement: [Character]) {
        var altered = characters
        altered.replaceSubrange(range, with: replacement)
        let words = "\(claim.words(naming: [:])) \(String(digits)) → \(String(replacement))"
        alterations.append(ProseAlteration(kind: kind, line: number, text: String(altered), words: words))
      }
      for (offset, character) in digits.enumerated() {
        guard let digit = character.wholeNumberValue else { continue }
        for step in [1, 5] { add(.digit, place + offset..<place + offset + 1, Array(String((digit + step) % 10))) }
        if offset + 1 < digits.count, digits[offset + 1].isNumber, digits[offset + 1] != character {
          add(.swap, place + offset..<place + offset + 2, [digits[offset + 1], character])
        }
      }
      guard let direction = claim.direction, claim.measure == .change || claim.measure == .changeRate else { continue }
      for (word, opposite) in [("增加", "减少"), ("减少", "增加"), ("增长", "下降"), ("下降", "增长")] {
        let word = Array(word)
        guard place >= word.count, Array(characters[place - word.count..<place]) == word else { continue }
        add(.direction, place - word.count..<place, Array(opposite))
        if claim.measure == .change, direction != .equal {
          add(.level, place - word.count..<min(characters.count, start + 2), Array("持平"))
        }
      }
    }
    return alterations
  }

  private static func isPart(_ character: Character) -> Bool { ("0"..."9").contains(character) || character == "." }

  private static func find(_ words: [Character], in text: [Character], from start: Int) -> Int? {
    guard !words.isEmpty, text.count >= words.count else { return nil }
    return (start...max(start, text.count - words.count)).first { index in
      index + words.count <= text.count && text[index..<index + words.count].elementsEqual(words)
        // Not within a longer number.
        && !(index > 0 && isPart(text[index - 1]))
        && !(index + words.count < text.count && isPart(text[index + words.count]))
    }
  }
}
