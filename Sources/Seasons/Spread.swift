/// How the values of one indicator lie beside each other (离散程度): their median, the median of their distances from it (MAD), and
/// which lie too far off. Everything is counted in quarters, so that no half is lost.
package struct Spread: Sendable {
  /// On which side of the others a value lies too far off.
  package enum Side: String, Sendable {
    case high, low

    /// The Chinese word.
    package var word: String { self == .high ? "偏高" : "偏低" }
  }

  /// How many units have a value.
  package let count: Int
  private let quarterMedian: Int128
  private let quarterDeviation: Int128
  private let deviations: Int128
  private let ranks: [Int64: Int]

  /// Of the known values; `deviations` is in ten-thousandths of the deviation. Of fewer than `fewest` nothing is told.
  package init?(of values: [Int64], fewest: Int, deviations: Int64) {
    guard values.count >= fewest, !values.isEmpty else { return nil }
    let sorted = values.sorted(by: >)
    count = values.count
    ranks = Dictionary(sorted.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
    let median = 2 * Self.doubleMedian(of: sorted.map { Int128($0) })
    // The distances of four times the values from four times the median; their own double median is halved exactly: every
    // distance is even, since twice the median is a whole number.
    quarterDeviation = Self.doubleMedian(of: sorted.map { abs(4 * Int128($0) - median) }) / 2
    quarterMedian = median
    self.deviations = Int128(deviations)
  }

  /// The median, of two in the middle half their sum: 四舍五入 to a whole.
  package var median: Int64 { Self.whole(quarterMedian) }

  /// The median of the distances from the median, 四舍五入 to a whole.
  package var deviation: Int64 { Self.whole(quarterDeviation) }

  /// Which place a value has, the largest being first; equal ones share theirs.
  package func rank(of value: Int64) -> Int? { ranks[value] }

  /// On which side a value lies too far off; nil where it does not. Where half of the units have the same value, nothing tells how
  /// far is far.
  package func side(of value: Int64) -> Side? {
    let distance = 4 * Int128(value) - quarterMedian
    guard quarterDeviation > 0, 10_000 * abs(distance) > deviations * quarterDeviation else { return nil }
    return distance > 0 ? .high : .low
  }

  /// Twice the median of some values.
  private static func doubleMedian(of values: [Int128]) -> Int128 {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle]
  }

  private static func whole(_ quarters: Int128) -> Int64 {
    let rounded = (abs(quarters) + 2) / 4
    return Int64(clamping: quarters < 0 ? -rounded : rounded)
  }
}
