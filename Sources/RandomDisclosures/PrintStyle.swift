import Accounts

/// How the figures of one disclosure are printed, with a rounding of its own, so that a fault of the one that is
/// tested cannot hide here.
struct PrintStyle {
  let unit: MoneyUnit
  let decimals: Int
  let hasSeparators: Bool
  /// How often an amount of exactly zero is printed as a number, or as a dash; otherwise it is blank.
  let zeroAsNumber: Double
  let zeroAsDash: Double

  init(_ random: inout SplitMix64) {
    (unit, decimals) = random.pick([
      (.wanyuan, 2), (.wanyuan, 2), (.wanyuan, 2), (.wanyuan, 2), (.wanyuan, 0), (.wanyuan, 1), (.wanyuan, 4),
      (.wanyuan, 6), (.yuan, 2), (.yuan, 0),
    ])
    hasSeparators = random.happens(0.3)
    zeroAsNumber = random.pick([0, 0.5, 1])
    zeroAsDash = random.pick([0, 0, 0.3])
  }

  /// An exact amount as it is printed.
  func money(_ fen: Int64, _ random: inout SplitMix64) -> Figure {
    if fen == 0, !random.happens(zeroAsNumber) {
      return random.happens(zeroAsDash) ? .dash(.money(unit)) : .blank(.money(unit))
    }
    var step: UInt64 = unit == .wanyuan ? 1_000_000 : 100
    for _ in 0..<decimals { step /= 10 }
    let count = (2 * fen.magnitude + step) / (2 * step)
    var digits = Array(String(count).utf8)
    while digits.count <= decimals { digits.insert(0x30, at: 0) }
    var text = String(decoding: digits.dropLast(decimals), as: UTF8.self)
    if hasSeparators {
      var groups: [Substring] = []
      var rest = text[...]
      while !rest.isEmpty {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
      }
      text = groups.joined(separator: ",")
    }
    if decimals > 0 { text += "." + String(decoding: digits.suffix(decimals), as: UTF8.self) }
    let printed = (fen < 0 ? "-" : "") + text
    guard let figure = Figure(printed: printed, unit: .money(unit)) else { fatalError("\(printed) 不是数") }
    return figure
  }
}
