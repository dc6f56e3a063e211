package import Tables

/// How one case of an identity came out on the printed figures.
package enum Outcome: Hashable, Sendable {
  /// The printed figures agree to the digit.
  case equal
  /// They differ by no more than rounding can explain: by this much, of at most so much, in fen or things.
  case withinRounding(residual: Int64, allowed: Int64)
  /// No exact amounts that print so can agree.
  case violated(residual: Int64, allowed: Int64)
  /// The condition is unknown or unmet, or a closer identity has said it.
  case notApplicable(String)
  /// A figure or a table could not be read.
  case notChecked(String)

  /// Whether the figures agree, as far as rounding allows.
  var isConsistent: Bool {
    switch self {
    case .equal, .withinRounding: true
    case .violated, .notApplicable, .notChecked: false
    }
  }
}

/// One case of an identity: which of its family, and how it came out.
package struct CaseResult: Sendable {
  /// Where a case stands.
  package enum Place: Sendable {
    /// Nowhere: the identity as a whole.
    case none
    /// The figure that stands first in its formula.
    case figure(FigureAddress)
    /// The table that was not read.
    case table(TableID)
  }

  /// The identity's id.
  package let identity: String
  /// Which case it is.
  package let place: Place
  package let outcome: Outcome

  /// The address that stands first in the formula, or the table that was not read; empty for the identity as a whole.
  package var subject: String {
    switch place {
    case .none: ""
    case .figure(let address): address.description
    case .table(let table): table.rawValue
    }
  }
}
