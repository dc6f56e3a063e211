import Accounts
import Tables

/// What a figure, or a sum of figures, can stand for, in fen or things.
struct UnitValue {
  var low: Int128 = 0
  var high: Int128 = 0
  /// What the digits say.
  var center: Int128 = 0
  /// One last place of every printed figure in it: what rounding, and setting right by hand after rounding (尾差), can make of it.
  var places: Int128 = 0
  /// Whether any number went into it.
  var hasNumber = false

  static func + (left: UnitValue, right: UnitValue) -> UnitValue {
    UnitValue(
      low: left.low + right.low, high: left.high + right.high, center: left.center + right.center,
      places: left.places + right.places, hasNumber: left.hasNumber || right.hasNumber)
  }

  static func - (left: UnitValue, right: UnitValue) -> UnitValue {
    UnitValue(
      low: left.low - right.high, high: left.high - right.low, center: left.center - right.center,
      places: left.places + right.places, hasNumber: left.hasNumber || right.hasNumber)
  }

  /// Something that is known to lie between two amounts.
  init(between range: ClosedRange<Int128>) {
    (low, high) = (range.lowerBound, range.upperBound)
    center = low == high ? low : (low + high) / 2
  }

  private init(low: Int128, high: Int128, center: Int128, places: Int128, hasNumber: Bool) {
    (self.low, self.high, self.center, self.places, self.hasNumber) = (low, high, center, places, hasNumber)
  }

  init() {}

  /// A figure of the index; with `exact` the amount that it was rounded from, where that is known.
  init(_ entry: FigureIndex.Entry, exact: Bool) {
    hasNumber = entry.isNumber
    if exact, let amount = entry.figure.exact, entry.isNumber {
      (low, high, center) = (Int128(amount.fen), Int128(amount.fen), Int128(amount.fen))
      return
    }
    (low, high, center) = (Int128(entry.low), Int128(entry.high), Int128(entry.center))
    // What is exact as printed, things and fen, was not rounded.
    places = entry.low == entry.high ? 0 : Int128(entry.step)
  }

  /// Whether two values can be one and the same, how far apart they are printed, and how far they may be.
  ///
  /// Beyond what rounding explains, a last place of every printed figure of a sum is a residual of setting tables right by hand.
  func comparison(with other: UnitValue) -> Outcome {
    let difference = center - other.center
    let residual = Int64(clamping: difference)
    let allowed = Int64(clamping: (high - low + other.high - other.low) / 2)
    if difference == 0 { return .equal }
    if low <= other.high, other.low <= high { return .withinRounding(residual: residual, allowed: allowed) }
    let lastPlaces = places + other.places
    if low <= other.high + lastPlaces, other.low - lastPlaces <= high {
      return .withinRounding(residual: residual, allowed: allowed + Int64(clamping: lastPlaces))
    }
    return .violated(residual: residual, allowed: allowed)
  }
}
