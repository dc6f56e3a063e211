import Accounts

/// What a cell that should hold a number holds.
package enum CellReading {
  case number(PrintedNumber)
  /// Nothing, or a mark that the cell does not apply.
  case blank
  /// Damaged, or no number: why nothing follows from it.
  case unknown(String)

  /// The value where blank is nothing; nil when it is unknown.
  package var valueOrZero: Rational? {
    switch self {
    case .number(let number): number.value
    case .blank: .zero
    case .unknown: nil
    }
  }
}

extension PrintedCell {
  /// The number of a cell that should hold one.
  package var reading: CellReading {
    if isDamaged { return .unknown("原文残缺") }
    if let number { return .number(number) }
    switch text.foldedForComparison {
    case "", "/", "-", "—", "——": return .blank
    default: return .unknown("“\(text)”不是数字")
    }
  }
}
