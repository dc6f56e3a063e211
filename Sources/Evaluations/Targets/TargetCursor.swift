import Accounts

/// Reads a folded text from the front, piece by piece.
struct TargetCursor {
  private let text: [Unicode.Scalar]
  private var position = 0

  init(_ text: some Sequence<Unicode.Scalar>) { self.text = Array(text) }

  var isAtEnd: Bool { position == text.count }

  /// What is left.
  var rest: ArraySlice<Unicode.Scalar> { text[position...] }

  /// Whether a digit is left.
  var hasDigit: Bool { rest.contains(where: TargetCursor.isDigit) }

  /// Takes a character off the front, if it stands there.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < text.count, text[position] == character else { return false }
    position += 1
    return true
  }

  /// Takes the longest of these words off the front.
  mutating func takeLongest(of words: Phrases) -> ArraySlice<Unicode.Scalar>? {
    guard let length = words.length(in: text, at: position) else { return nil }
    defer { position += length }
    return text[position..<position + length]
  }

  /// Whether one of these words stands here.
  func isAt(_ words: Phrases) -> Bool { words.length(in: text, at: position) != nil }

  /// Takes a whole number of so many digits at most.
  mutating func takeInteger(digits: ClosedRange<Int>) -> Int? {
    let end = endOfDigits(from: position)
    guard digits.contains(end - position) else { return nil }
    var value = 0
    for digit in text[position..<end] {
      let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (next, carried) = shifted.addingReportingOverflow(Int(digit.value) - 48)
      if overflowed || carried { return nil }
      value = next
    }
    position = end
    return value
  }

  /// Takes a number with its thousands separators and decimals.
  mutating func takeNumber() -> PrintedNumber? {
    var end = endOfDigits(from: position)
    guard end > position else { return nil }
    // Tables hold no longer numbers: a longer run of digits is a code or a telephone number.
    while end - position <= 40, end < text.count, text[end] == ",", endOfDigits(from: end + 1) == end + 4 { end += 4 }
    if end < text.count, text[end] == "." {
      let endOfDecimals = endOfDigits(from: end + 1)
      if endOfDecimals > end + 1 { end = endOfDecimals }
    }
    guard let number = PrintedNumber(text[position..<end].text) else { return nil }
    position = end
    return number
  }

  /// Where the digits end that stand at a place.
  private func endOfDigits(from start: Int) -> Int {
    text[start...].firstIndex { !TargetCursor.isDigit($0) } ?? text.count
  }

  static func isDigit(_ character: Unicode.Scalar) -> Bool { ("0"..."9").contains(character) }
}

extension Sequence<Unicode.Scalar> {
  /// The characters as a text.
  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self)
    return String(text)
  }
}
