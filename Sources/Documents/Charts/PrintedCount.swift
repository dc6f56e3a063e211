import Accounts
import Tables

/// A printed number as an integer, so that numbers printed with different decimals can be set against each other.
///
/// It counts millionths of its unit, the finest a figure is read to, in 128 bits: sums and products of 64-bit counts
/// cannot overflow it.
struct PrintedCount: Comparable {
  let millionths: Int128
  /// With how many decimals it was printed.
  let decimals: Int

  static let zero = PrintedCount(millionths: 0, decimals: 0)

  init(millionths: Int128, decimals: Int) {
    self.millionths = millionths
    self.decimals = decimals
  }

  /// The number a figure prints; nil for a blank, a dash, or more than six decimals.
  init?(_ figure: Figure?) {
    guard case .number(let count, let decimals) = figure?.content, decimals <= 6 else { return nil }
    var millionths = Int128(count)
    for _ in decimals..<6 { millionths *= 10 }
    self.init(millionths: millionths, decimals: decimals)
  }

  static func < (left: PrintedCount, right: PrintedCount) -> Bool { left.millionths < right.millionths }

  static func + (left: PrintedCount, right: PrintedCount) -> PrintedCount {
    PrintedCount(millionths: left.millionths + right.millionths, decimals: max(left.decimals, right.decimals))
  }

  /// The number written with its decimals, `4876.34`; nil when it has grown past 64 bits.
  var text: String? {
    var count = millionths
    for _ in decimals..<6 { count /= 10 }
    return Int64(exactly: count).map { decimalText($0, decimals: decimals) }
  }

  /// What part of a whole it is, in per cent with two decimals, rounded half away from zero: `76.93%`; empty when the
  /// whole is not above nought.
  func share(of whole: PrintedCount) -> String {
    guard whole > .zero else { return "" }
    let doubled = millionths.magnitude * 20_000 + whole.millionths.magnitude
    let hundredths = Int128(doubled / (whole.millionths.magnitude * 2))
    return Int64(exactly: millionths < 0 ? -hundredths : hundredths).map { decimalText($0, decimals: 2) + "%" } ?? ""
  }

  /// How long its bar is when `longest` has the full length, in ten-thousandths; 0 for what is not above nought, and
  /// never 0 for what is.
  func length(of longest: PrintedCount) -> Int {
    guard self > .zero, longest > .zero else { return 0 }
    return max(1, Int(min(millionths * 10_000 / longest.millionths, 10_000)))
  }
}

extension TableSet {
  /// The figure printed at an address, where it is a number.
  func printed(_ table: TableID, _ row: String, _ column: Int) -> (figure: Figure, count: PrintedCount)? {
    guard let figure = figure(at: FigureAddress(table, row, column))?.figure, let count = PrintedCount(figure)
    else { return nil }
    return (figure, count)
  }

  /// The year as a heading names it: `2024年度`, and 本年度 when a publication does not tell.
  var yearWord: String { year.map { "\($0)年度" } ?? "本年度" }
}

extension Figure {
  /// The word for the unit of an amount: 万元; empty for what is no money.
  var moneyWord: String { if case .money(let unit) = unit { unit.rawValue } else { "" } }
}
