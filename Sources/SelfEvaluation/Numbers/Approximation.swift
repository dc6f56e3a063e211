/// A number that was rounded before it was printed: what it stands for lies less than half a last place away.
struct Approximation {
  let value: Rational
  /// Half a unit of the last place; 0 for a number known exactly.
  let half: Rational

  init(_ value: Rational, half: Rational = .zero) {
    self.value = value
    self.half = half
  }

  /// A printed amount of a document whose amounts have so many decimals: zeros at the end are left out in print, so that
  /// fewer printed are as many. Exact to the fen where there are more than two.
  init(_ number: PrintedNumber, places: Int) throws(NumberOverflow) {
    value = number.value
    half = places > 2 ? .zero : try Rational(1, over: Rational.powerOfTen(max(2, number.decimals))) / Rational(2)
  }

  static func + (left: Approximation, right: Approximation) throws(NumberOverflow) -> Approximation {
    Approximation(try left.value + right.value, half: try left.half + right.half)
  }

  /// Whether both can stand for one number.
  func agrees(with other: Approximation) throws(NumberOverflow) -> Bool {
    if value == other.value { return true }
    let residual = try (value - other.value).magnitude()
    return try residual < half + other.half
  }

  /// The least and the most that one number over another can be, in percent; nil where the other may be 0.
  func percent(of whole: Approximation) throws(NumberOverflow) -> ClosedRange<Rational>? {
    let least = try whole.value - whole.half
    guard least > .zero else { return nil }
    let low = try (value - half) / (whole.value + whole.half) * Rational(100)
    let high = try (value + half) / least * Rational(100)
    return low...max(low, high)
  }
}
