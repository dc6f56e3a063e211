/// A ratio of two figures in per cent, by whole numbers alone.
struct Ratio {
  let part: ClaimInput.Value
  let whole: ClaimInput.Value

  /// What the printed figures give, as a count of last places, rounded half away from zero; nil where the whole is 0.
  func displayed(decimals: Int) -> Int64? {
    guard whole.center != 0 else { return nil }
    let scaled = Int128(part.center) * 100 * Self.power(decimals)
    let divisor = Int128(whole.center)
    let quotient = (abs(scaled) * 2 + abs(divisor)) / (abs(divisor) * 2)
    return Int64(exactly: (scaled < 0) == (divisor < 0) ? quotient : -quotient)
  }

  /// Whether exact amounts that print as these figures can give a percentage that prints as this count; nil where the
  /// whole may be 0.
  func canPrint(_ count: Int64, decimals: Int) -> Bool? {
    guard whole.low > 0 || whole.high < 0 else { return nil }
    let scale = 200 * Self.power(decimals)
    var reaches = (low: false, high: false)
    for numerator in [part.low, part.high] {
      for denominator in [whole.low, whole.high] {
        let sign: Int128 = denominator < 0 ? -1 : 1
        let value = Int128(numerator) * scale * sign
        let unit = Int128(denominator) * sign
        if value <= (2 * Int128(count) + 1) * unit { reaches.low = true }
        if value >= (2 * Int128(count) - 1) * unit { reaches.high = true }
      }
    }
    return reaches.low && reaches.high
  }

  private static func power(_ decimals: Int) -> Int128 { (0..<decimals).reduce(1) { power, _ in power * 10 } }
}
