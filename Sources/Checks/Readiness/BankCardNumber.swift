/// A bank card's number, which its check digit tells from other numbers (ISO/IEC 7812-1, the Luhn formula).
enum BankCardNumber {
  /// Whether 16 to 19 folded digits end with the right check digit.
  static func isValid(_ characters: [Unicode.Scalar]) -> Bool {
    guard 16...19 ~= characters.count, characters.allSatisfy(\.isDigit), Set(characters).count > 2 else {
      return false
    }
    let sum = characters.reversed().enumerated().reduce(0) { sum, entry in
      let digit = entry.element.digit
      guard entry.offset % 2 == 1 else { return sum + digit }
      return sum + (digit > 4 ? digit * 2 - 9 : digit * 2)
    }
    return sum % 10 == 0
  }
}
