import Accounts

/// How a wrong figure may have come of the right one (差错的样子), from what is common to what is rare.
enum Likeness: Int, Comparable {
  case digit, swapped, sign, point, unit, digitLost, neighbour, blank, none

  static func < (left: Likeness, right: Likeness) -> Bool { left.rank < right.rank }

  /// How little was mistyped: what is as likely as another has the same rank.
  var rank: Int {
    switch self {
    case .digit, .swapped, .sign, .point: 0
    case .unit, .digitLost: 1
    case .neighbour: 2
    case .blank: 3
    case .none: 4
    }
  }

  /// The mistake in words; nil for one that is like none.
  var words: String? {
    switch self {
    case .digit: "有一位数字不同"
    case .swapped: "相邻两位数字颠倒"
    case .sign: "正负号相反"
    case .point: "小数点错位或多、少一个零"
    case .unit: "元与万元混用"
    case .digitLost: "多一位或少一位数字"
    case .neighbour: "与相邻的数相同，像是抄错了行或栏"
    case .blank: "没有印数"
    case .none: nil
    }
  }

  /// How a printed count of last places may have come of another; `isBlank` says that nothing is printed, `isNeighbours` that
  /// the figure beside it says the same.
  init(printed: Int64, meant: Int64, isBlank: Bool = false, isNeighbours: Bool = false) {
    guard !isBlank else {
      self = .blank
      return
    }
    if printed == 0 &- meant {
      self = .sign
      return
    }
    // A sign and a digit are two mistakes.
    let isOneSign = printed == 0 || meant == 0 || (printed < 0) == (meant < 0)
    let (printed, meant) = (printed.magnitude, meant.magnitude)
    if isOneSign, let like = Self.shifted(printed, meant) ?? Self.changed(printed, meant) {
      self = like
    } else {
      self = isNeighbours ? .neighbour : .none
    }
  }

  /// Whether one is the other times a power of ten, as far as the last place shows.
  private static func shifted(_ printed: UInt64, _ meant: UInt64) -> Likeness? {
    guard printed != 0 || meant != 0 else { return nil }
    let (small, large) = (min(printed, meant), max(printed, meant))
    guard small > 0 || large >= 5 else { return nil }
    var power: UInt64 = 1
    for place in 1...8 {
      (power, _) = power.multipliedReportingOverflow(by: 10)
      guard large >= power / 2 else { return nil }
      let (quotient, remainder) = large.quotientAndRemainder(dividingBy: power)
      guard quotient + (remainder >= power - remainder ? 1 : 0) == small else { continue }
      // Nothing is left of what is many places smaller, so that nothing is alike.
      guard small > 0 else { return nil }
      return place == 4 ? .unit : .point
    }
    return nil
  }

  private static func changed(_ printed: UInt64, _ meant: UInt64) -> Likeness? {
    let (first, second) = (digits(printed), digits(meant))
    guard max(first.count, second.count) > 1 else { return first == second ? nil : .digit }
    if first.count == second.count {
      let different = first.indices.filter { first[$0] != second[$0] }
      if different.count == 1 { return .digit }
      if different.count == 2, different[1] == different[0] + 1, first[different[0]] == second[different[1]],
        first[different[1]] == second[different[0]]
      {
        return .swapped
      }
      return nil
    }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    guard long.count == short.count + 1, short.count > 1 else { return nil }
    var place = 0
    while place < short.count, short[place] == long[place] { place += 1 }
    return short[place...].elementsEqual(long[(place + 1)...]) ? .digitLost : nil
  }

  /// The digits of a count, at least the one before the two behind the point.
  private static func digits(_ value: UInt64) -> [UInt8] {
    let digits = Array(String(value).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: max(0, 3 - digits.count)) + digits
  }
}
