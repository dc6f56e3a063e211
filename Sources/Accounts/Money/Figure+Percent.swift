extension Figure {
  /// A percentage in words: `1.34%`.
  package init(percent count: Int64, decimals: Int) {
    self.init(
      content: .number(count: count, decimals: decimals), unit: .percent,
      text: decimalText(count, decimals: decimals) + "%")
  }

  /// This figure in per cent of another, from the digits as printed, to two decimals; nil where the other is not above
  /// 0, where either is no number, or where they are not printed to the same place.
  package func percentage(of whole: Figure) -> Figure? {
    guard unit == whole.unit, case .number(let part, let decimals) = content,
      case .number(let whole, decimals) = whole.content, whole > 0
    else { return nil }
    let scaled = Int128(part) * 10_000
    let quotient = (abs(scaled) * 2 + Int128(whole)) / (Int128(whole) * 2)
    return Int64(exactly: scaled < 0 ? -quotient : quotient).map { Figure(percent: $0, decimals: 2) }
  }
}
