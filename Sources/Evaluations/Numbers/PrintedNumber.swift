import Accounts

/// A number as printed in a cell: its value and how finely it is printed.
package struct PrintedNumber: Hashable, Sendable {
  package let value: Rational
  /// The decimals printed: 2 for 10.00.
  package let decimals: Int

  package init(value: Rational, decimals: Int) {
    self.value = value
    self.decimals = decimals
  }

  /// Reads a number, with or without a percent sign after it (`63.66%` is 63.66); nil when the text is no number.
  ///
  /// White space inside is left out, since narrow cells break numbers over lines (`1083.291 412`).
  package init?(_ text: some StringProtocol) {
    var plain = text.foldedForComparison
    if plain.utf8.last == UInt8(ascii: "%") { plain.removeLast() }
    guard let digits = try? DecimalText(plain), let value = Rational(decimal: plain) else { return nil }
    self.init(value: value, decimals: digits.fraction.count)
  }

  /// Half a unit of the last place printed, which is by how much rounding may have moved it.
  package func halfOfLastPlace() throws(NumberOverflow) -> Rational {
    try Rational(1, over: Rational.powerOfTen(decimals)) / Rational(2)
  }
}
