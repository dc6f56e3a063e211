/// A number as it is spelled in decimal digits, exact however long it is.
///
/// A workbook holds binary fractions and spells them in up to 17 digits, so that 0.3 may come as
/// 0.30000000000000004. Rounding works on the digits alone and tells such a tail from one that means something.
package struct DecimalSpelling: Sendable, Hashable {
  /// The number as it was spelled.
  package let text: String

  /// The number a text spells: a sign, digits with or without a point, and an exponent, as in -1234.50 or 1.5E+3.
  ///
  /// Nil when it spells none, has more than 400 bytes, or is so large or small that no program counts so far.
  package init?(_ text: String) {
    guard text.utf8.count <= 400, Self.isNumber(text) else { return nil }
    self.text = text
  }

  /// Whether a text is spelled as a number; nearly all that is done with most cells, and so without taking it apart.
  private static func isNumber(_ text: String) -> Bool {
    var hasDigit = false
    var hasPoint = false
    var hasExponent = false
    var power = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case ASCII.zero...ASCII.nine:
        hasDigit = true
        if hasExponent { power = power * 10 + Int(byte - ASCII.zero) }
        if power > 800 { return false }
      case ASCII.dot where !hasPoint && !hasExponent: hasPoint = true
      case UInt8(ascii: "E") where hasDigit && !hasExponent, UInt8(ascii: "e") where hasDigit && !hasExponent:
        hasExponent = true
        hasDigit = false
      case ASCII.plus where previous == 0 || previous & 0xDF == 0x45,
        ASCII.minus where previous == 0 || previous & 0xDF == 0x45:
        break
      default: return false
      }
      previous = byte
    }
    return hasDigit
  }

  /// Whether the spelling is its own ``plainText`` and has at most so many decimals, as most amounts have: `1234.5`.
  package func isPlain(toDecimals decimals: Int) -> Bool {
    let utf8 = text.utf8
    let start = utf8.first == ASCII.minus ? utf8.index(after: utf8.startIndex) : utf8.startIndex
    var wholeCount = 0
    var decimalCount = -1
    for byte in utf8[start...] {
      if byte == ASCII.dot {
        decimalCount = 0
      } else if !ASCII.isDigit(byte) {
        return false
      } else if decimalCount >= 0 {
        decimalCount += 1
      } else {
        wholeCount += 1
      }
    }
    guard wholeCount > 0, decimalCount <= decimals, wholeCount + decimalCount < 15 else { return false }
    // -0 is written 0.
    guard utf8[start] != ASCII.zero || wholeCount == 1 && (decimalCount > 0 || start == utf8.startIndex) else {
      return false
    }
    return decimalCount < 0 || decimalCount > 0 && utf8.last != ASCII.zero
  }

  private init(_ parts: Parts) {
    let digits = String(decoding: parts.digits.map { $0 + ASCII.zero }, as: UTF8.self)
    text = (parts.isNegative ? "-" : "") + (digits.isEmpty ? "0" : "\(digits)E\(parts.exponent)")
  }

  /// The number rounded half away from zero to a number of decimals, which is at least 0.
  package func rounded(toDecimals decimals: Int) -> RoundedDecimal {
    let parts = Parts(text)
    let (kept, tail) = parts.split(atDecimals: decimals)
    // The first digit of the tail alone decides.
    let isUp = (tail.first ?? 0) >= 5
    let digits = isUp ? Self.increment(kept) : kept
    let text = String(decoding: digits.isEmpty ? [ASCII.zero] : digits.map { $0 + ASCII.zero }, as: UTF8.self)
    return RoundedDecimal(
      isNegative: parts.isNegative && !digits.isEmpty, digits: text,
      residue: Self.residue(of: tail, isUp: isUp, wholeCount: kept.count, significantCount: parts.significantCount))
  }

  /// The number with no more than 15 significant digits, as spreadsheet programs show it.
  ///
  /// A number spelled with fewer stays as it is. Rounding this to decimals instead of the number itself turns
  /// 1.0049999999999999, which is how 1.005 may be spelled, into 1.01.
  package var withoutBinaryTail: DecimalSpelling { withoutBinaryTail(behindDecimals: 2) }

  /// The same of a number whose decimals count, as far as they go: where the last of them is the 16th digit, as in
  /// 90071992547409.91 元, that one is kept too.
  ///
  /// A number that lies in the middle between two such stays as it is, since it may be either.
  package func withoutBinaryTail(behindDecimals decimals: Int) -> DecimalSpelling {
    let parts = Parts(text)
    let kept = parts.digits.count + parts.exponent + decimals == 16 ? 16 : 15
    guard parts.significantCount > kept else { return self }
    if kept == 16, parts.digits[kept..<parts.significantCount] == [5] { return self }
    let dropped = parts.digits.count - kept
    var digits = Array(parts.digits.prefix(kept))
    if parts.digits[kept] >= 5 { digits = Self.increment(digits) }
    return DecimalSpelling(Parts(isNegative: parts.isNegative, digits: digits, exponent: parts.exponent + dropped))
  }

  /// The number times ten to a power, exactly; the power lies between -400 and 400.
  package func scaled(byPowerOfTen power: Int) -> DecimalSpelling {
    guard power != 0 else { return self }
    let parts = Parts(text)
    return DecimalSpelling(
      Parts(isNegative: parts.isNegative, digits: parts.digits, exponent: parts.exponent + power))
  }

  /// The number without an exponent, as people write it; zeros behind the last decimal are left out.
  package var plainText: String {
    let parts = Parts(text)
    guard !parts.digits.isEmpty else { return "0" }
    let (whole, tail) = parts.split(atDecimals: 0)
    let fraction = tail.reversed().drop { $0 == 0 }.reversed()
    let ascii = (whole.isEmpty ? [0] : whole).map { $0 + ASCII.zero }
    let decimals = fraction.isEmpty ? [] : [ASCII.dot] + fraction.map { $0 + ASCII.zero }
    return (parts.isNegative ? "-" : "") + String(decoding: ascii + decimals, as: UTF8.self)
  }

  /// Whether the number is zero.
  package var isZero: Bool {
    Parts(text).digits.isEmpty
  }

  /// One more at the last place.
  private static func increment(_ digits: [UInt8]) -> [UInt8] {
    var digits = digits
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return digits
      }
      digits[index] = 0
    }
    return [1] + digits
  }

  /// What was lost in leaving out a tail, or in rounding it up.
  private static func residue(
    of tail: [UInt8], isUp: Bool, wholeCount: Int, significantCount: Int
  ) -> RoundedDecimal.Residue {
    guard tail.contains(where: { $0 != 0 }) else { return .none }
    // Rounded up, what is lost is the complement to one: each leading 9 of the tail counts as a leading 0.
    let filler: UInt8 = isUp ? 9 : 0
    let zeros = tail.prefix { $0 == filler }.count
    // Residue < 10^-zeros units, number >= 10^(wholeCount-1) units. A binary fraction differs by 10^-16 of the number;
    // sums of many differ by more, and differences of large numbers leave 10^-4 of a unit where nothing should be.
    let isSmall = zeros >= 2 && (zeros >= 4 || zeros >= 13 - wholeCount)
    return significantCount >= 15 && isSmall ? .noise : .significant
  }
}

extension DecimalSpelling {
  /// A number taken apart: its digits, as a whole number, times ten to the exponent.
  private struct Parts {
    var isNegative: Bool
    /// From 0 to 9 each, without zeros in front; none at all for zero.
    var digits: [UInt8]
    var exponent: Int

    init(isNegative: Bool, digits: [UInt8], exponent: Int) {
      self.isNegative = isNegative
      self.digits = digits
      self.exponent = exponent
    }

    /// Takes apart a text that is known to be spelled as a number.
    init(_ text: String) {
      isNegative = text.utf8.first == ASCII.minus
      digits = []
      exponent = 0
      let mantissa = text.utf8.prefix { $0 & 0xDF != 0x45 }
      var hasPoint = false
      for byte in mantissa where byte != ASCII.minus && byte != ASCII.plus {
        if byte == ASCII.dot {
          hasPoint = true
          continue
        }
        if hasPoint { exponent -= 1 }
        if byte != ASCII.zero || !digits.isEmpty { digits.append(byte - ASCII.zero) }
      }
      let power = text.utf8.dropFirst(mantissa.count + 1)
      exponent += Int(String(decoding: power, as: UTF8.self)) ?? 0
    }

    /// How many digits there are from the first to the last that is not zero.
    var significantCount: Int {
      (digits.lastIndex { $0 != 0 } ?? -1) + 1
    }

    /// The digits down to a number of decimals, without zeros in front, and those behind.
    func split(atDecimals decimals: Int) -> (kept: [UInt8], tail: [UInt8]) {
      let dropped = -exponent - decimals
      guard !digits.isEmpty else { return ([], []) }
      if dropped <= 0 { return (digits + repeatElement(0, count: -dropped), []) }
      if dropped <= digits.count { return (digits.dropLast(dropped), digits.suffix(dropped)) }
      return ([], repeatElement(0, count: dropped - digits.count) + digits)
    }
  }
}
