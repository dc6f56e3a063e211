/// A number that was rounded before it was printed: the exact ones that print so, between two bounds.
///
/// 四舍五入 rounds a half away from zero, so that the bound nearer to zero prints so and the other does not.
package struct Approximation {
  /// The number as printed.
  package let value: Rational
  private let low: Bound
  private let high: Bound

  private struct Bound {
    let value: Rational
    let isIncluded: Bool
  }

  /// A number that rounding moved by at most half a unit of its last place; by 0 where it is exact.
  package init(_ value: Rational, half: Rational = .zero) throws(NumberOverflow) {
    self.value = value
    let isExact = half == .zero
    low = Bound(value: try value - half, isIncluded: isExact || value > .zero)
    high = Bound(value: try value + half, isIncluded: isExact || value < .zero)
  }

  /// A printed amount of a document whose amounts have so many decimals: zeros at the end are left out in print, so that
  /// fewer printed are as many. Exact to the fen where there are more than two.
  package init(_ number: PrintedNumber, places: Int) throws(NumberOverflow) {
    let half = try Rational(1, over: Rational.powerOfTen(max(2, number.decimals))) / Rational(2)
    try self.init(number.value, half: places > 2 ? .zero : half)
  }

  private init(value: Rational, low: Bound, high: Bound) {
    self.value = value
    self.low = low
    self.high = high
  }

  package static func + (left: Approximation, right: Approximation) throws(NumberOverflow) -> Approximation {
    func sum(_ one: Bound, _ other: Bound) throws(NumberOverflow) -> Bound {
      Bound(value: try one.value + other.value, isIncluded: one.isIncluded && other.isIncluded)
    }
    return Approximation(
      value: try left.value + right.value, low: try sum(left.low, right.low), high: try sum(left.high, right.high))
  }

  /// Whether both can stand for one number.
  package func agrees(with other: Approximation) -> Bool {
    func reaches(_ low: Bound, _ high: Bound) -> Bool {
      low.value < high.value || (low.value == high.value && low.isIncluded && high.isIncluded)
    }
    return reaches(low, other.high) && reaches(other.low, high)
  }

  /// The least and the most that one number over another can be, in percent; nil where the other may be 0.
  package func percent(of whole: Approximation) throws(NumberOverflow) -> ClosedRange<Rational>? {
    guard whole.low.value > .zero else { return nil }
    let low = try low.value / whole.high.value * Rational(100)
    let high = try high.value / whole.low.value * Rational(100)
    return low...max(low, high)
  }
}
