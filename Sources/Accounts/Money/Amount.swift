/// Exact money: a whole number of fen (1/100 元).
///
/// The ledger holds nothing else. Arithmetic never traps and never wraps: a result past Int64 throws
/// ``AmountOverflow``.
package struct Amount: Hashable, Sendable, Comparable {
  /// The amount in fen.
  package let fen: Int64

  /// No money at all.
  package static let zero = Amount(fen: 0)

  package init(fen: Int64) { self.fen = fen }

  package static func < (left: Amount, right: Amount) -> Bool { left.fen < right.fen }

  /// The sum of two amounts; throws when it does not fit into Int64 fen.
  package func adding(_ other: Amount) throws(AmountOverflow) -> Amount {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    guard !overflow else { throw AmountOverflow() }
    return Amount(fen: sum)
  }

  /// The difference of two amounts; throws when it does not fit into Int64 fen.
  package func subtracting(_ other: Amount) throws(AmountOverflow) -> Amount {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    guard !overflow else { throw AmountOverflow() }
    return Amount(fen: difference)
  }
}

/// A sum of money that does not fit into Int64 fen (about 9.2 亿亿元).
package struct AmountOverflow: Error, Hashable, Sendable {
  package init() {}
}

extension Amount {
  /// The amount in 元 with exactly two decimals and no thousands separators, as the ledger writes it: `-1234.50`.
  package var yuanText: String { decimalText(fen, decimals: 2) }
}

/// An integer count of 10^-`decimals` written as a decimal number; `decimalText(-5, decimals: 2)` is `-0.05`.
package func decimalText(_ count: Int64, decimals: Int) -> String {
  var digits = String(count.magnitude)
  if decimals > 0 {
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
  }
  return count < 0 ? "-" + digits : digits
}
