/// Why a text is not an amount.
package enum AmountTextError: Error, Hashable, Sendable {
  /// Letters, signs or separators where a number was expected.
  case notANumber
  /// Decimals other than 0 past a fen: 元 takes two, 万元 six.
  case tooManyDecimals(allowed: Int)
  /// A number past Int64 fen.
  case tooLarge
}

extension Amount {
  /// Reads a written amount exactly: `1234.5`, `1,234.50`, `-0.05`, in the given unit.
  ///
  /// Full-width digits and signs are taken as their half-width forms, spaces around the number are ignored, and
  /// commas are accepted only where thousands stand. Nothing is rounded: a third decimal in 元 is an error unless it
  /// is 0 (`1891320.000`), since a ledger knows no less than a fen.
  package init(parsing text: some StringProtocol, unit: MoneyUnit) throws(AmountTextError) {
    let decimals = unit.exactDecimals
    let number = try DecimalText(text)
    guard number.fraction.dropFirst(decimals).allSatisfy({ $0 == 0 }) else {
      throw .tooManyDecimals(allowed: decimals)
    }
    guard let fen = number.count(decimals: decimals) else { throw .tooLarge }
    self.init(fen: fen)
  }
}

/// A decimal number as written: sign and digits, before any meaning is given to them.
package struct DecimalText: Hashable, Sendable {
  /// Whether a minus sign stands in front.
  package let isNegative: Bool
  /// The digits before the point, 0...9 each; at least one.
  package let whole: [UInt8]
  /// The digits after the point, 0...9 each; empty when there is no point.
  package let fraction: [UInt8]
  /// Whether thousands separators were written.
  package let isGrouped: Bool

  /// The number in units of a last place of so many decimals, what it has past them left aside: 50.2 with two is 5020;
  /// nil when that does not fit.
  package func count(decimals: Int) -> Int64? {
    // Counting downwards reaches Int64.min, whose positive counterpart does not exist.
    var count: Int64 = 0
    for place in 0..<whole.count + decimals {
      let position = place - whole.count
      let digit = position < 0 ? whole[place] : position < fraction.count ? fraction[position] : 0
      let (shifted, overflowed) = count.multipliedReportingOverflow(by: 10)
      let (next, carried) = shifted.subtractingReportingOverflow(Int64(digit))
      guard !overflowed, !carried else { return nil }
      count = next
    }
    if isNegative { return count }
    return count == .min ? nil : -count
  }

  /// Reads a plain decimal number with optional thousands separators; throws ``AmountTextError/notANumber``.
  package init(_ text: some StringProtocol) throws(AmountTextError) { try self.init(String(text)) }

  /// The same of a text that is a string already, as nearly all are.
  package init(_ text: String) throws(AmountTextError) {
    var whole: [UInt8] = []
    var fraction: [UInt8] = []
    // The digits since the last separator, how many separators came, and whether all groups so far are of their size.
    var group = 0
    var separators = 0
    var areGroupsWhole = true
    func endsGroup() -> Bool { separators == 0 ? (1...3).contains(group) : group == 3 }
    var isNegative = false
    var seenPoint = false
    var atStart = true
    var atEnd = false
    for scalar in text.unicodeScalars {
      let plain = scalar.foldedToHalfWidth
      if plain == " " || plain == "\t" || plain == "\u{A0}" {
        if !atStart { atEnd = true }
        continue
      }
      guard !atEnd else { throw .notANumber }
      switch plain {
      case "0"..."9":
        let digit = UInt8(plain.value - 48)
        if seenPoint { fraction.append(digit) } else { whole.append(digit) }
        group += 1
      case "-" where atStart, "\u{2212}" where atStart: isNegative = true
      case "+" where atStart: break
      case "." where !seenPoint && !whole.isEmpty:
        areGroupsWhole = areGroupsWhole && endsGroup()
        seenPoint = true
      case "," where !seenPoint && !whole.isEmpty:
        areGroupsWhole = areGroupsWhole && endsGroup()
        separators += 1
        group = 0
      default: throw .notANumber
      }
      atStart = false
    }
    if !seenPoint { areGroupsWhole = areGroupsWhole && endsGroup() }
    guard !whole.isEmpty, !(seenPoint && fraction.isEmpty) else { throw .notANumber }
    guard separators == 0 || areGroupsWhole else { throw .notANumber }
    self.isNegative = isNegative
    self.whole = whole
    self.fraction = fraction
    self.isGrouped = separators > 0
  }
}
