import Accounts
import Formats

/// A number in a cell of a workbook, and what the cell's format shows of it.
struct CellNumber {
  private let spelling: DecimalSpelling
  /// What the format says; not the format itself, which is larger than the number.
  private let kind: NumberFormat.Kind
  private let shift: Int8
  private let dependsOnValue: Bool

  init(spelling: DecimalSpelling, format: NumberFormat) {
    self.spelling = spelling
    kind = format.kind
    shift = Int8(clamping: format.shift)
    dependsOnValue = format.dependsOnValue
  }

  /// The number as a person reads it, without the tail that a binary fraction leaves.
  var text: String {
    if kind == .percent { return Self.plain(spelling.scaled(byPowerOfTen: 2), decimals: 6) + "%" }
    return Self.plain(spelling, decimals: 6)
  }

  /// The number as money in a unit: digits, and the unit they count in; nil when what is seen is neither the number
  /// held nor 万元 of it.
  ///
  /// A format that moves the point by four places shows 元 as 万元, so what the cell holds is 元, whatever the heading
  /// says.
  func money(in unit: MoneyUnit) -> (text: String, unit: MoneyUnit)? {
    switch (kind, shift) {
    case (.percent, _): nil
    case (_, 0) where !dependsOnValue || unit == .yuan: (Self.plain(spelling, unit), unit)
    case (_, 4) where !dependsOnValue || unit == .yuan: (Self.plain(spelling, .yuan), .yuan)
    default: nil
    }
  }

  private static func plain(_ number: DecimalSpelling, _ unit: MoneyUnit) -> String {
    plain(number, decimals: unit.exactDecimals)
  }

  /// The number rounded where only a binary tail is lost; as it is where the rest means something.
  private static func plain(_ number: DecimalSpelling, decimals: Int) -> String {
    if number.isPlain(toDecimals: decimals) { return number.text }
    let rounded = number.rounded(toDecimals: decimals)
    // What means something is shown as the program shows it, with no more than 15 digits, or as many as its
    // decimals need.
    if rounded.residue == .significant { return number.withoutBinaryTail(behindDecimals: decimals).plainText }
    guard rounded.residue == .noise, let clean = DecimalSpelling("\(rounded.digits)E-\(decimals)") else {
      return number.plainText
    }
    return (rounded.isNegative ? "-" : "") + clean.plainText
  }
}
