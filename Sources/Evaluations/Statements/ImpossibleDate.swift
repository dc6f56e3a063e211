import Accounts

/// Dates that the calendar does not have (13月, 2月30日).
package enum ImpossibleDate {
  /// The first of them in a text; nil where every date exists.
  ///
  /// A number in front of 月 is a month where a year stands in front of it, or a day, 底, 初 and the like behind it; 15个月 and
  /// 24月 are spans of time. `year` is that of a date without one, 0 where it is not known; `isDate` says that a text of a
  /// month alone (13月) is one.
  package static func first(in text: String, year: Int, isDate: Bool = false) -> String? {
    guard text.holds("月") else { return nil }
    let text = text.foldedScalars
    for mark in text.indices where text[mark] == "月" {
      let digits = text[..<mark].reversed().prefix(while: TargetCursor.isDigit)
      let start = mark - digits.count
      guard 1...2 ~= digits.count, let month = Int(digits.reversed().text),
        start == 0 || !".-—至~".unicodeScalars.contains(text[start - 1])
      else { continue }
      let (named, first) = self.year(before: start, in: text)
      let rest = text[(mark + 1)...]
      let day = rest.prefix(while: TargetCursor.isDigit)
      let isDay = 1...2 ~= day.count && rest.dropFirst(day.count).first.map { $0 == "日" || $0 == "号" } ?? false
      let isAlone = isDate && start == 0 && mark + 1 == text.count
      let isMonth = named != nil || isDay || endings.contains { rest.starts(with: $0) } || isAlone
      guard isMonth, let date = isDay ? Int(day.text) : 1 else { continue }
      if !exists(year: named ?? year, month: month, day: date) {
        return text[first..<(mark + 1 + (isDay ? day.count + 1 : 0))].text
      }
    }
    return nil
  }

  /// What makes the 月 before it a month.
  private static let endings = ["底", "初", "末", "上旬", "中旬", "下旬", "份"].map { Array($0.unicodeScalars) }

  /// 2024年 in front of a position: the year, and where it begins.
  private static func year(before position: Int, in text: [Unicode.Scalar]) -> (year: Int?, start: Int) {
    guard position > 0, text[position - 1] == "年" else { return (nil, position) }
    let digits = text[..<(position - 1)].reversed().prefix(while: TargetCursor.isDigit)
    guard digits.count == 4, let year = Int(digits.reversed().text) else { return (nil, position) }
    return (year, position - 5)
  }

  private static func exists(year: Int, month: Int, day: Int) -> Bool {
    // Of a year that is not known any February may have had a 29th.
    CalendarDay(year: (1900...2199).contains(year) ? year : 2000, month: month, day: day) != nil
  }
}
