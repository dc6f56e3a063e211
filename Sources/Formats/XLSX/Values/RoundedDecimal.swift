/// A number rounded to a number of decimals, and what was lost by it.
package struct RoundedDecimal: Sendable, Equatable {
  /// What lies between a number and the one it was rounded to.
  package enum Residue: Sendable, Equatable {
    /// Nothing: the number had no more decimals.
    case none
    /// A tail that comes of binary fractions: at least 15 significant digits, and a difference far too small to mean
    /// anything.
    case noise
    /// A tail that means something.
    case significant
  }

  /// Whether the rounded number is below zero.
  package let isNegative: Bool
  /// The rounded number without its sign in units of the last decimal: 123456 for 1234.56 rounded to two decimals.
  package let digits: String
  /// What was lost.
  package let residue: Residue

  /// Whether nothing that means anything was lost.
  package var isClean: Bool { residue != .significant }

  /// The rounded number in units of the last decimal, nil when it is too large.
  package var units: Int64? {
    Int64((isNegative ? "-" : "") + digits)
  }
}
