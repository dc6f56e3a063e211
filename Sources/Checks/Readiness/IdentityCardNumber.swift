/// A citizen's identity-card number, which its check digit tells from other numbers (GB 11643, ISO 7064 MOD 11-2).
enum IdentityCardNumber {
  /// Whether 18 folded characters are one: a region, a date of birth that exists, and the check digit.
  static func isValid(_ characters: [Unicode.Scalar]) -> Bool {
    guard characters.count == 18, characters.dropLast().allSatisfy(\.isDigit) else { return false }
    let digits = characters.dropLast().map(\.digit)
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    guard 1...9 ~= digits[0], 1900...2099 ~= year, 1...12 ~= month, 1...days(in: month, of: year) ~= day else {
      return false
    }
    // The weight of the place i from the right is 2^i modulo 11.
    var sum = 0
    for digit in digits { sum = (sum + digit) * 2 % 11 }
    let check = (12 - sum) % 11
    let last = characters[17]
    return check == 10 ? last == "X" || last == "x" : last.isDigit && last.digit == check
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
