import Accounts

/// Reads a folded text from the front, piece by piece.
struct TargetCursor {
  private(set) var rest: Substring

  init(_ text: Substring) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes a text off the front, if it stands there.
  mutating func take(_ text: String) -> Bool {
    guard !text.isEmpty, rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  /// Takes the longest of these off the front.
  mutating func takeLongest(of texts: some Collection<String>) -> String? {
    let best = texts.filter { !$0.isEmpty && rest.hasPrefix($0) }.max { $0.count < $1.count }
    if let best { rest = rest.dropFirst(best.count) }
    return best
  }

  /// Takes a whole number of so many digits at most.
  mutating func takeInteger(digits: ClosedRange<Int>) -> Int? {
    let run = rest.prefix { TargetCursor.isDigit($0) }
    guard digits.contains(run.count), let value = Int(run) else { return nil }
    rest = rest.dropFirst(run.count)
    return value
  }

  /// Takes a number with its thousands separators and decimals.
  mutating func takeNumber() -> PrintedNumber? {
    var length = rest.prefix { TargetCursor.isDigit($0) }.count
    guard length > 0 else { return nil }
    // Tables hold no longer numbers: a longer run of digits is a code or a telephone number.
    while length <= 40 {
      let group = rest.dropFirst(length).prefix(4)
      let following = rest.dropFirst(length + 4).first
      guard group.first == ",", group.count == 4, group.dropFirst().allSatisfy(TargetCursor.isDigit),
        !(following.map(TargetCursor.isDigit) ?? false)
      else { break }
      length += 4
    }
    let fraction = rest.dropFirst(length)
    if fraction.first == "." {
      let digits = fraction.dropFirst().prefix { TargetCursor.isDigit($0) }.count
      if digits > 0 { length += digits + 1 }
    }
    guard let number = PrintedNumber(rest.prefix(length)) else { return nil }
    rest = rest.dropFirst(length)
    return number
  }

  static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
