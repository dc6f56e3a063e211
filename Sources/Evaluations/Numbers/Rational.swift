import Accounts
import Formats

/// An exact number: a fraction of two integers in lowest terms.
///
/// Rates, proportional scores and sums of scores are computed with these, and rounded once, when they are printed or
/// compared with what is printed. A result past Int64 throws ``NumberOverflow``; comparing never overflows.
package struct Rational: Hashable, Sendable, Comparable {
  package let numerator: Int64
  /// Greater than zero.
  package let denominator: Int64

  package static let zero = Rational(0)
  package static let one = Rational(1)

  package init(_ whole: Int64) {
    numerator = whole
    denominator = 1
  }

  /// The fraction in lowest terms; throws when it is over zero or does not fit.
  package init(_ numerator: Int64, over denominator: Int64) throws(NumberOverflow) {
    guard denominator != 0 else { throw NumberOverflow() }
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let isNegative = (numerator < 0) != (denominator < 0)
    let top = numerator.magnitude / divisor
    guard let bottom = Int64(exactly: denominator.magnitude / divisor), let magnitude = Int64(exactly: top) else {
      throw NumberOverflow()
    }
    self.numerator = isNegative ? -magnitude : magnitude
    self.denominator = bottom
  }

  /// The number a text stands for; nil when it is none or does not fit.
  package init?(decimal text: some StringProtocol) {
    guard let digits = try? DecimalText(text), let count = digits.count(decimals: digits.fraction.count), count != .min
    else { return nil }
    var scale: Int64 = 1
    for _ in digits.fraction {
      let (next, overflowed) = scale.multipliedReportingOverflow(by: 10)
      guard !overflowed else { return nil }
      scale = next
    }
    guard let value = try? Rational(count, over: scale) else { return nil }
    self = value
  }

  package static func < (left: Rational, right: Rational) -> Bool {
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return first.high == second.high ? first.low < second.low : first.high < second.high
  }

  package static func + (left: Rational, right: Rational) throws(NumberOverflow) -> Rational {
    let divisor = Int64(greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let first = try product(left.numerator, right.denominator / divisor)
    let second = try product(right.numerator, left.denominator / divisor)
    let (sum, overflow) = first.addingReportingOverflow(second)
    guard !overflow else { throw NumberOverflow() }
    return try Rational(sum, over: product(left.denominator, right.denominator / divisor))
  }

  package static func - (left: Rational, right: Rational) throws(NumberOverflow) -> Rational {
    try left + right * Rational(-1)
  }

  package static func * (left: Rational, right: Rational) throws(NumberOverflow) -> Rational {
    // Cancelling crosswise first keeps the products as small as the result allows.
    let first = try Rational(left.numerator, over: right.denominator)
    let second = try Rational(right.numerator, over: left.denominator)
    return try Rational(
      product(first.numerator, second.numerator), over: product(first.denominator, second.denominator))
  }

  /// The quotient; throws when the divisor is zero.
  package static func / (left: Rational, right: Rational) throws(NumberOverflow) -> Rational {
    try left * Rational(right.denominator, over: right.numerator)
  }

  /// Its distance from zero; throws when it does not fit.
  package func magnitude() throws(NumberOverflow) -> Rational {
    numerator < 0 ? try self * Rational(-1) : self
  }

  /// Rounded to a number of decimals 四舍五入: half away from zero.
  package func rounded(_ decimals: Int) throws(NumberOverflow) -> Rational {
    let scale = try Rational.powerOfTen(decimals)
    return try Rational(count(decimals), over: scale)
  }

  /// As a decimal number with exactly so many decimals, rounded 四舍五入.
  package func text(decimals: Int) throws(NumberOverflow) -> String {
    try decimalText(count(decimals), decimals: decimals)
  }

  /// As a decimal number with at most so many decimals and no trailing zeros; rounded 四舍五入 past them.
  package func shortText(decimals: Int = 6) -> String {
    guard var text = try? text(decimals: decimals) else { return "（过大）" }
    guard text.contains(".") else { return text }
    while text.ends(with: "0") { text.removeLast() }
    if text.ends(with: ".") { text.removeLast() }
    return text
  }

  /// How many units of the last of so many decimals, rounded 四舍五入.
  private func count(_ decimals: Int) throws(NumberOverflow) -> Int64 {
    let scaled = try self * Rational(Rational.powerOfTen(decimals))
    let (quotient, remainder) = scaled.numerator.magnitude.quotientAndRemainder(
      dividingBy: scaled.denominator.magnitude)
    let rounded = remainder >= scaled.denominator.magnitude - remainder ? quotient + 1 : quotient
    guard let count = Int64(exactly: rounded) else { throw NumberOverflow() }
    return scaled.numerator < 0 ? -count : count
  }

  /// 10 to the power of so many decimals.
  package static func powerOfTen(_ decimals: Int) throws(NumberOverflow) -> Int64 {
    guard (0...18).contains(decimals) else { throw NumberOverflow() }
    return (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  private static func product(_ left: Int64, _ right: Int64) throws(NumberOverflow) -> Int64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw NumberOverflow() }
    return product
  }

  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (first, second) = (left, right)
    while second != 0 { (first, second) = (second, first % second) }
    return max(first, 1)
  }
}

/// A number that cannot be computed exactly in Int64, or a division by zero.
package struct NumberOverflow: Error, Hashable, Sendable {
  /// Why nothing follows from such a number, in Chinese.
  package static let words = "数字过大，无法准确计算"

  package init() {}
}
