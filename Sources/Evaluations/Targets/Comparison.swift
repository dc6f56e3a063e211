/// What a target asks of a number.
package enum Comparison: String, Hashable, Sendable {
  case atLeast = "≥"
  case atMost = "≤"
  case equal = "="
  case moreThan = ">"
  case lessThan = "<"

  /// Whether less is better (反向指标).
  package var isLimit: Bool { self == .atMost || self == .lessThan }
}
