/// How the amounts of one disclosure are distributed.
struct AmountStyle {
  /// The greatest number of decimal digits in fen: 16 is 10^9 万元.
  let digits: Int
  let negative: Double
  let zero: Double
  /// Amounts of half a last printed place, where rounding turns.
  let half: Double

  init(_ random: inout SplitMix64) {
    digits = random.pick([5, 6, 7, 9, 12, 16])
    negative = random.pick([0, 0, 0.05, 0.4])
    zero = random.pick([0, 0.02, 0.2])
    half = random.pick([0, 0.1, 0.9])
  }

  /// An amount in fen; its magnitude is spread evenly over the decimal digits.
  func amount(_ random: inout SplitMix64) -> Int64 {
    if random.happens(zero) { return 0 }
    let digits = Int.random(in: 1...digits, using: &random)
    var least: Int64 = 1
    for _ in 1..<digits { least *= 10 }
    var fen = Int64.random(in: least..<least * 10, using: &random)
    if random.happens(half) { fen = fen / 10_000 * 10_000 + 5_000 + Int64.random(in: -1...0, using: &random) }
    return random.happens(negative) ? -fen : fen
  }
}
