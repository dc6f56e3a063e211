import Accounts
package import Formats

/// Reads targets and actual values as they are written.
///
/// A text that fits no form is words; nothing is read into it. A number without a sign is taken for a quantity only
/// where all that follows is a unit made of known words, so that 100%完成 and 2024年度任务 stay words.
package struct TargetReader: Sendable {
  private let words: TargetWords

  /// A reader with the built-in words; throws ``DamagedData`` when they are damaged.
  package init() throws(DamagedData) { words = try .standard() }

  /// Reads a target or an actual value.
  ///
  /// - Parameters:
  ///   - text: 年度指标值 or 实际完成值 as printed.
  ///   - initial: 年初指标值 of a layout that prints only sign and unit there; its sign holds where `text` has none.
  ///   - year: The year of the table, for deadlines that do not name one.
  package func target(_ text: String, initial: String = "", year: Int) -> Target {
    let target = read(text.foldedScalars, year: year)
    guard case .quantity(let quantity, let form) = target, quantity.comparison == nil,
      case .template(let comparison, _) = read(initial.foldedScalars, year: year)
    else { return target }
    return .quantity(
      Quantity(comparison: comparison, number: quantity.number, unit: quantity.unit, prefix: quantity.prefix), form)
  }

  /// Whether the actual value meets the target.
  ///
  /// A cost is met from below where its target does not say so; = is missed only in the unfavourable direction, which
  /// of a cost and of nothing at all is upwards. A unit missing on one side is that of the other.
  package func attainment(of target: Target, by actual: Target, isCost: Bool) -> Attainment {
    switch (target, actual) {
    case (.quantity(let wanted, _), .quantity(let reached, _)), (.span(let wanted), .quantity(let reached, _)),
      (.span(let wanted), .span(let reached)):
      return attainment(of: wanted, by: reached, isCost: isCost)
    case (.list(let wanted), .list(let reached)):
      guard wanted.map(\.prefix) == reached.map(\.prefix) else { return .notComparable(.unitsDiffer) }
      let parts = zip(wanted, reached).map { attainment(of: $0, by: $1, isCost: isCost) }
      return parts.first { $0 != .met && $0 != .missed } ?? (parts.contains(.missed) ? .missed : .met)
    case (.deadline(let last), .deadline(let day)), (.deadline(let last), .day(let day)),
      (.day(let last), .deadline(let day)), (.day(let last), .day(let day)):
      return day <= last ? .met : .missed
    case (.quantity, _), (.list, _), (.deadline, _), (.day, _), (.span, _): return .notComparable(.actualNotNumeric)
    default: return .notComparable(.targetNotNumeric)
    }
  }

  /// Whether a unit is that of a part of something (%, ‰, 百分点), and no amount.
  package func isShare(_ unit: String) -> Bool { words.shares.contains(unit) }

  /// Whether a text stands where nothing is asked or answered: /, 无, 未填报 or a blank.
  package func isNothing(_ text: String) -> Bool { isNothing(text.foldedScalars) }

  private func isNothing(_ text: [Unicode.Scalar]) -> Bool { text.isEmpty || words.none.contain(text) }

  /// The two numbers in one unit; nil when their units differ, or when they do not fit.
  package func comparable(_ first: Quantity, _ second: Quantity) -> (Rational, Rational)? {
    guard !first.unit.isEmpty, !second.unit.isEmpty else { return (first.number.value, second.number.value) }
    let (unit, other) = (UnitOfMeasure(first.unit, words: words), UnitOfMeasure(second.unit, words: words))
    guard unit.isMoney == other.isMoney, !unit.names.isDisjoint(with: other.names),
      let left = try? first.number.value * Rational(unit.factor),
      let right = try? second.number.value * Rational(other.factor)
    else { return nil }
    return (left, right)
  }

  /// An amount of money in 万元; nil when the unit is none of money, or is money for something (元/批次).
  package func wanyuan(_ quantity: Quantity) -> Rational? {
    guard let yuan = words.money[quantity.unit] else { return nil }
    return try? quantity.number.value * Rational(yuan, over: 10_000)
  }

  private func attainment(of wanted: Quantity, by reached: Quantity, isCost: Bool) -> Attainment {
    guard let (target, actual) = comparable(wanted, reached) else { return .notComparable(.unitsDiffer) }
    let isMet =
      switch wanted.comparison(isCost: isCost) {
      case .atLeast: actual >= target
      case .atMost: actual <= target
      case .equal: isCost || target == .zero ? actual <= target : actual >= target
      case .moreThan: actual > target || (actual == target && reached.comparison == .moreThan)
      case .lessThan: actual < target || (actual == target && reached.comparison == .lessThan)
      }
    return isMet ? .met : .missed
  }
}

// MARK: - The forms

extension TargetReader {
  private func read(_ text: [Unicode.Scalar], year: Int) -> Target {
    if isNothing(text) { return .none }
    if words.qualitative.contain(text) { return .qualitative }
    if words.scales.contain(text) { return .scale(text.text) }
    return months(text) ?? days(text, year: year) ?? span(text) ?? frequency(text) ?? quantity(text)
      ?? list(text).map(Target.list) ?? .words(text.text)
  }

  /// 1-11月.
  private func months(_ text: [Unicode.Scalar]) -> Target? {
    var cursor = TargetCursor(text)
    guard let first = cursor.takeInteger(digits: 1...2), cursor.take("-") || cursor.take("至") || cursor.take("—"),
      let last = cursor.takeInteger(digits: 1...2), cursor.take("月"), cursor.isAtEnd,
      (1...12).contains(first), (first...12).contains(last)
    else { return nil }
    return .months(first: first, last: last)
  }

  /// A day by itself, or a deadline with text around it that holds no other number.
  private func days(_ text: [Unicode.Scalar], year: Int) -> Target? {
    let prefix = text.prefix { !TargetCursor.isDigit($0) }
    var cursor = TargetCursor(text.dropFirst(prefix.count))
    guard let day = takeDay(&cursor, year: year) else { return nil }
    if cursor.isAtEnd { return prefix.isEmpty ? .day(day) : nil }
    guard !cursor.isAt(words.notBeforeDay), cursor.takeLongest(of: words.beforeDay) != nil, !cursor.hasDigit else {
      return nil
    }
    return .deadline(day)
  }

  /// 2024年11月30日, 2024年11月底, 2024年11月, 2024年底, 2024年, and the same without the year.
  private func takeDay(_ cursor: inout TargetCursor, year: Int) -> CalendarDay? {
    var (year, namesYear) = (year, false)
    var ahead = cursor
    if let named = ahead.takeInteger(digits: 4...4), ahead.take("年") {
      (year, namesYear) = (named, true)
      cursor = ahead
    }
    ahead = cursor
    guard let month = ahead.takeInteger(digits: 1...2), ahead.take("月") else {
      guard namesYear, !(cursor.rest.first.map(TargetCursor.isDigit) ?? false) else { return nil }
      _ = cursor.take("底")
      return CalendarDay(endOf: 12, year: year)
    }
    cursor = ahead
    if let day = ahead.takeInteger(digits: 1...2) {
      guard ahead.take("日") || ahead.take("号") else { return nil }
      cursor = ahead
      return CalendarDay(year: year, month: month, day: day)
    }
    _ = cursor.take("底")
    return CalendarDay(endOf: month, year: year)
  }

  /// 1年内完成.
  private func span(_ text: [Unicode.Scalar]) -> Target? {
    var cursor = TargetCursor(text)
    guard let number = cursor.takeNumber(), let ending = words.withinSpan.lengthOfEnd(of: cursor.rest),
      !words.wordsAfter.phrases.end(cursor.rest)
    else { return nil }
    let unit = cursor.rest.dropLast(ending)
    guard isKnown(unit: unit), !unit.isEmpty else { return nil }
    return .span(Quantity(comparison: .atMost, number: number, unit: unit.text))
  }

  /// 每年1次.
  private func frequency(_ text: [Unicode.Scalar]) -> Target? {
    var cursor = TargetCursor(text)
    guard cursor.take("每"), cursor.take("年"), let number = cursor.takeNumber(), cursor.take("次"), cursor.isAtEnd
    else { return nil }
    return .quantity(Quantity(comparison: nil, number: number, unit: "次"), .frequency)
  }

  private func quantity(_ text: [Unicode.Scalar]) -> Target? {
    var cursor = TargetCursor(text)
    if let sign = cursor.takeLongest(of: words.operators.phrases), let comparison = words.operators[sign] {
      guard cursor.hasDigit else {
        return isPlausible(unit: cursor.rest) ? .template(comparison, unit: cursor.rest.text) : nil
      }
      return measure(&cursor, comparison: comparison, prefix: "", form: .sign)
    }
    let prefix = text.prefix { !TargetCursor.isDigit($0) }
    cursor = TargetCursor(text.dropFirst(prefix.count))
    if prefix.isEmpty { return measure(&cursor, comparison: nil, prefix: "", form: .bare) }
    if let (label, comparison) = ending(of: prefix, in: words.wordsBefore) {
      return measure(&cursor, comparison: comparison, prefix: label.text, form: .wordBefore)
    }
    if let (label, comparison) = ending(of: prefix, in: words.operators) {
      return measure(&cursor, comparison: comparison, prefix: label.text, form: .textBefore)
    }
    if words.sums.end(prefix) {
      return measure(&cursor, comparison: nil, prefix: prefix.text, form: .textBefore)
    }
    if let numeral = numeral(text) { return numeral }
    guard case .quantity(let quantity, .wordAfter) = measure(&cursor, comparison: nil, prefix: prefix.text, form: .bare)
    else { return nil }
    return .quantity(quantity, .wordAfter)
  }

  /// Number, unit and perhaps 以上 to the end of the text; nil when anything else stands there.
  private func measure(
    _ cursor: inout TargetCursor, comparison: Comparison?, prefix: String, form: Target.Form
  ) -> Target? {
    guard let number = cursor.takeNumber() else { return nil }
    let tail = cursor.rest
    if let (unit, behind) = ending(of: tail, in: words.wordsAfter) {
      guard comparison == nil || comparison == behind, isKnown(unit: unit) else { return nil }
      let quantity = Quantity(comparison: behind, number: number, unit: unit.text, prefix: prefix)
      return .quantity(quantity, comparison == nil ? .wordAfter : form)
    }
    // A sign makes it a quantity whatever its unit is called; without one the unit has to be known.
    guard comparison == nil ? isKnown(unit: tail) : isPlausible(unit: tail) else { return nil }
    return .quantity(Quantity(comparison: comparison, number: number, unit: tail.text, prefix: prefix), form)
  }

  /// 大于一年.
  private func numeral(_ text: [Unicode.Scalar]) -> Target? {
    var cursor = TargetCursor(text)
    guard let word = cursor.takeLongest(of: words.wordsBefore.phrases),
      let numeral = cursor.takeLongest(of: words.numeralWords), let value = words.numerals[numeral.text],
      !cursor.isAtEnd, isKnown(unit: cursor.rest)
    else { return nil }
    let number = PrintedNumber(value: Rational(value), decimals: 0)
    return .quantity(
      Quantity(comparison: words.wordsBefore[word], number: number, unit: cursor.rest.text), .numeral)
  }

  /// 药品140批次，医疗器械20批次.
  private func list(_ text: [Unicode.Scalar]) -> [Quantity]? {
    guard let separator = words.listSeparators.first(where: { text.contains($0) }) else { return nil }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let quantities = parts.compactMap { part -> Quantity? in
      let label = part.prefix { !TargetCursor.isDigit($0) }
      var cursor = TargetCursor(part.dropFirst(label.count))
      guard !label.isEmpty, let number = cursor.takeNumber(), !cursor.isAtEnd, isKnown(unit: cursor.rest),
        !words.operators.phrases.end(label), !words.wordsBefore.phrases.end(label)
      else { return nil }
      return Quantity(comparison: nil, number: number, unit: cursor.rest.text, prefix: label.text)
    }
    return quantities.count == parts.count && parts.count > 1 ? quantities : nil
  }

  /// What a text ends with, and what stands before that.
  private func ending(
    of text: ArraySlice<Unicode.Scalar>, in endings: ComparisonWords
  ) -> (before: ArraySlice<Unicode.Scalar>, Comparison)? {
    guard let length = endings.phrases.lengthOfEnd(of: text), let comparison = endings[text.suffix(length)] else {
      return nil
    }
    return (text.dropLast(length), comparison)
  }

  /// Whether a unit is made of known words only.
  private func isKnown(unit slice: ArraySlice<Unicode.Scalar>) -> Bool {
    let unit = Array(slice)
    if words.misprintWords.contain(unit) { return true }
    // Nothing but a price or a rate follows a percent sign: 100%完成 is no unit.
    if unit.first == "%", unit.count > 1, unit[1] != "/" { return false }
    var position = 0
    while position < unit.count {
      guard
        let length = words.unitWords.length(in: unit, at: position) ?? words.unitJoins.length(in: unit, at: position)
      else { return false }
      position += length
    }
    return true
  }

  /// Whether what follows a number may be a unit: short, without digits, signs or sentence marks.
  private func isPlausible(unit: ArraySlice<Unicode.Scalar>) -> Bool {
    isKnown(unit: unit)
      || unit.count <= 8
        && !unit.contains {
          TargetCursor.isDigit($0) || ",.。;%".unicodeScalars.contains($0) || words.operators.phrases.contain([$0])
        }
  }
}
