/// A printed figure: what stands in a cell of a published table, which need not be a number.
///
/// Blank, 0.00 and —— are three different things and stay three. A number stands for every exact amount that would
/// print so.
package struct Figure: Hashable, Sendable {
  /// What stands in the cell.
  package enum Content: Hashable, Sendable {
    /// Nothing is printed: there is no amount.
    case blank
    /// A dash (——) is printed: the cell does not apply.
    case dash
    /// 待补 stands in a draft's cell: the ledger has yet to say what it depends on.
    case awaited
    /// A number of last-place units: 5023.02 is 502302 with two decimals.
    case number(count: Int64, decimals: Int)
  }

  /// In what a number counts.
  package enum Unit: Hashable, Sendable {
    case money(MoneyUnit)
    /// Things: 辆, 台（套）, 个, 人次; whole and exact.
    case things
    /// Per cent, as sentences state shares and rates.
    case percent
  }

  /// What stands in the cell.
  package let content: Content
  /// In what a number counts.
  package let unit: Unit
  /// The characters as printed; empty for a blank.
  package let text: String

  /// A cell in which nothing is printed.
  package static func blank(_ unit: Unit) -> Figure { Figure(content: .blank, unit: unit, text: "") }

  /// A cell in which —— is printed.
  package static func dash(_ unit: Unit) -> Figure { Figure(content: .dash, unit: unit, text: "——") }

  /// A cell of a draft whose figure the ledger has yet to give.
  package static func awaited(_ unit: Unit) -> Figure { Figure(content: .awaited, unit: unit, text: "待补") }

  init(content: Content, unit: Unit, text: String) {
    self.content = content
    self.unit = unit
    self.text = text
  }

  /// Prints an exact amount, rounded 四舍五入 (half away from zero) once, its thousands set apart where `grouped`.
  package init(_ amount: Amount, in unit: MoneyUnit, decimals: Int, grouped: Bool = false) {
    let step = Figure.lastPlaceUnit(unit, decimals: decimals)
    let magnitude = amount.fen.magnitude
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: UInt64(step))
    let rounded = remainder >= UInt64(step) - remainder ? quotient + 1 : quotient
    // The magnitude of Int64.min does not fit into Int64, so the sign is put on before the conversion.
    let count = amount.fen < 0 ? Int64(truncatingIfNeeded: 0 &- rounded) : Int64(rounded)
    let text = decimalText(count, decimals: decimals)
    self.init(
      content: .number(count: count, decimals: decimals), unit: .money(unit),
      text: grouped ? groupedDigits(text) : text)
  }

  /// Prints a number of things.
  package init(things count: Int64) {
    self.init(content: .number(count: count, decimals: 0), unit: .things, text: String(count))
  }

  /// Takes a figure as it stands in a source: digits, thousands separators, a dash or nothing; nil when it is none
  /// of these.
  package init?(printed text: String, unit: Unit) {
    let trimmed = text.trimmed
    // 1.34% states 1.34 per cent.
    let isMarked = unit == .percent && (trimmed.hasSuffix("%") || trimmed.hasSuffix("％"))
    let written = isMarked ? String(trimmed.dropLast()) : trimmed
    // Nearly all begin with a digit, and need not be compared with what is none.
    if !(written.utf8.first.map { (0x30...0x39).contains($0) } ?? false) {
      if written.isEmpty {
        self = .blank(unit)
        return
      }
      if Self.dashes.contains(written) {
        self.init(content: .dash, unit: unit, text: trimmed)
        return
      }
    }
    guard let number = try? DecimalText(written), number.fraction.count <= 6,
      let count = number.count(decimals: number.fraction.count), count != .min
    else { return nil }
    self.init(content: .number(count: count, decimals: number.fraction.count), unit: unit, text: trimmed)
  }

  /// What is printed where there is no amount.
  private static let dashes = ["—", "——", "-", "--", "－", "―", "/", "／"]

  /// The amount it shows, were it exact; nil where it is no amount of money, is finer than a fen, or does not fit. A blank and a dash
  /// show none.
  package var shown: Amount? {
    guard case .money(let unit) = unit else { return nil }
    guard case .number(var count, var decimals) = content else { return content == .awaited ? nil : .zero }
    while decimals > unit.exactDecimals, count % 10 == 0 { (count, decimals) = (count / 10, decimals - 1) }
    guard decimals <= unit.exactDecimals else { return nil }
    let (fen, overflow) = count.multipliedReportingOverflow(by: Self.lastPlaceUnit(unit, decimals: decimals))
    return overflow ? nil : Amount(fen: fen)
  }

  /// The exact values that print as this figure, in fen (for things, in things; for per cent, in millionths); nil when it is no number, or when
  /// it is printed finer than a fen or has decimals where things are counted, or when the bounds do not fit into Int64.
  ///
  /// With u fen to the last printed place, a count c > 0 stands for [c·u − ⌊u/2⌋, c·u + ⌈u/2⌉ − 1]: closed integer
  /// bounds that need no rule for the half. A negative count mirrors it, and 0 stands for what rounds to it from
  /// either side.
  package var interval: ClosedRange<Int64>? {
    guard case .number(var count, var decimals) = content else { return nil }
    let step: Int64
    switch unit {
    case .money(let unit):
      // Zeros past the fen (1891320.000元) print it no finer.
      while decimals > unit.exactDecimals, count % 10 == 0 { (count, decimals) = (count / 10, decimals - 1) }
      guard decimals <= unit.exactDecimals else { return nil }
      step = Figure.lastPlaceUnit(unit, decimals: decimals)
    case .things:
      guard decimals == 0 else { return nil }
      step = 1
    case .percent:
      step = Figure.percentStep(decimals: decimals)
    }
    let towardsZero = step / 2
    let awayFromZero = (step + 1) / 2 - 1
    guard count != 0 else { return -awayFromZero...awayFromZero }
    let (center, overflow) = count.multipliedReportingOverflow(by: step)
    let (lower, lowerOverflow) = center.subtractingReportingOverflow(count > 0 ? towardsZero : awayFromZero)
    let (upper, upperOverflow) = center.addingReportingOverflow(count > 0 ? awayFromZero : towardsZero)
    guard !overflow, !lowerOverflow, !upperOverflow else { return nil }
    return lower...upper
  }

  /// The exact value of a percentage in millionths of a per cent of one unit of its last printed place.
  private static func percentStep(decimals: Int) -> Int64 {
    var step: Int64 = 1_000_000
    for _ in 0..<decimals where step > 1 { step /= 10 }
    return step
  }

  /// How many fen one unit of the last printed place is.
  private static func lastPlaceUnit(_ unit: MoneyUnit, decimals: Int) -> Int64 {
    var step = unit.fen
    for _ in 0..<decimals where step > 1 { step /= 10 }
    return step
  }
}
