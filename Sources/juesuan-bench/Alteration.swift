import Accounts

/// A way in which one printed figure may be wrong.
enum Alteration: String, CaseIterable, Sendable {
  case digit = "改一位数字"
  case swap = "相邻两位对调"
  case sign = "正负号相反"
  case dropped = "漏印"
  case tenfold = "多一个零"
  case leastUp = "末位逐一加大"
  case leastDown = "末位逐一减小"

  /// The altered figures, none of which is the same number as before; a digit at every place by turns.
  func figures(of figure: Figure) -> [Figure] {
    guard case .number(let count, let decimals) = figure.content else { return [] }
    let digits = Array(decimalText(Int64(count.magnitude), decimals: decimals).utf8)
    let places = digits.indices.filter { digits[$0] != UInt8(ascii: ".") }
    func figures(_ texts: [[UInt8]]) -> [Figure] {
      texts.compactMap { digits in
        Figure(printed: (count < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self), unit: figure.unit)
      }
      .filter { $0.content != figure.content }
    }
    switch self {
    case .digit:
      return figures(
        places.map { place in
          var altered = digits
          // By three, so that neither the next number nor a look-alike is always the one tried.
          altered[place] = (altered[place] - 48 + 3) % 10 + 48
          return altered
        })
    case .swap:
      return figures(
        zip(places, places.dropFirst()).map { left, right in
          var altered = digits
          altered.swapAt(left, right)
          return altered
        })
    case .sign: return count == 0 ? [] : Self.number(-count, decimals, figure.unit)
    case .dropped: return [.blank(figure.unit)]
    case .tenfold:
      let (tenfold, overflow) = count.multipliedReportingOverflow(by: 10)
      return count == 0 || overflow ? [] : Self.number(tenfold, decimals, figure.unit)
    case .leastUp: return (1...Self.reach).flatMap { Self.number(count + $0, decimals, figure.unit) }
    case .leastDown: return (1...Self.reach).flatMap { Self.number(count - $0, decimals, figure.unit) }
    }
  }

  /// Whether the figures are tried in turn only until one is caught.
  var endsWhenCaught: Bool { self == .leastUp || self == .leastDown }

  /// The most last places a figure is moved by; rounding explains at most half as many as a sum has terms.
  private static let reach: Int64 = 40

  private static func number(_ count: Int64, _ decimals: Int, _ unit: Figure.Unit) -> [Figure] {
    Figure(printed: decimalText(count, decimals: decimals), unit: unit).map { [$0] } ?? []
  }
}
