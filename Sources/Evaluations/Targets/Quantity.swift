/// A number with what is asked of it and its unit: `≥43名`, `不少于3条`, `60分钟以内`.
package struct Quantity: Hashable, Sendable {
  /// What is asked; nil where the text does not say (`14处`).
  package let comparison: Comparison?
  /// The number; 1,274.77 is 1274.77.
  package let number: PrintedNumber
  /// The unit as printed, empty when there is none.
  package let unit: String
  /// What stands in front: 整体接通率.
  package let prefix: String

  package init(comparison: Comparison?, number: PrintedNumber, unit: String, prefix: String = "") {
    self.comparison = comparison
    self.number = number
    self.unit = unit
    self.prefix = prefix
  }

  /// What is asked: as printed, else ≤ of a cost, = of nothing at all, ≥ of anything else.
  package func comparison(isCost: Bool) -> Comparison {
    if let comparison { return comparison }
    if isCost { return .atMost }
    return number.value == .zero ? .equal : .atLeast
  }
}
