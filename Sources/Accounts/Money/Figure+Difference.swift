extension Figure.Unit {
  /// A difference between figures of this unit, in fen or things, as shown: money with at least two decimals and as many
  /// more as it needs to be exact.
  package func text(ofDifference value: Int64) -> String {
    guard case .money(let unit) = self else { return String(value) }
    var (count, decimals) = (value, unit.exactDecimals)
    while decimals > 2, count % 10 == 0 { (count, decimals) = (count / 10, decimals - 1) }
    return decimalText(count, decimals: decimals)
  }
}
