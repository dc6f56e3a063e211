/// A day and a time of day in a sheet, without a time zone.
package struct WorkbookDate: Sendable, Hashable {
  /// The day a workbook counts its days from.
  package enum Epoch: Sendable, Equatable {
    /// Day 1 is 1900-01-01, and 1900 has a 29 February, which it had not.
    case year1900
    /// Day 0 is 1904-01-01, as in workbooks that began on a Macintosh.
    case year1904
  }

  /// The year, from 1900 to 9999.
  package let year: Int
  /// The month, from 1 to 12.
  package let month: Int
  /// The day, from 1 to 31; 0 with year 1900 and month 1 for a time of day without a day.
  package let day: Int
  /// Seconds since midnight.
  package let second: Int

  /// A day and a time of day, which are not checked here.
  package init(year: Int, month: Int, day: Int, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.second = second
  }

  /// The day and time a number of days stands for, rounded to whole seconds; nil before the epoch and after 9999.
  package init?(serial: DecimalSpelling, epoch: Epoch) {
    // Twelve decimals of a day are far below a second.
    guard let units = serial.rounded(toDecimals: 12).units, units >= 0 else { return nil }
    let dayLength: Int64 = 1_000_000_000_000
    let seconds = ((units % dayLength) * 86_400 + dayLength / 2) / dayLength
    let days = Int(units / dayLength) + (seconds == 86_400 ? 1 : 0)
    let second = Int(seconds % 86_400)
    switch epoch {
    case .year1900 where days == 0: self.init(year: 1900, month: 1, day: 0, second: second)
    case .year1900 where days == 60: self.init(year: 1900, month: 2, day: 29, second: second)
    case .year1900: self.init(daysSince1970: days - (days < 60 ? 25_568 : 25_569), second: second)
    case .year1904: self.init(daysSince1970: days - 24_107, second: second)
    }
    guard year <= 9999 else { return nil }
  }

  /// The day and time of a text such as 2024-12-31, 2024-12-31T08:30:00Z or 08:30:00; nil when it is none.
  package init?(iso8601 text: String) {
    var text = text[...]
    if text.hasSuffix("Z") { text.removeLast() }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count <= 2 else { return nil }
    let hasDay = first.contains("-")
    let day = hasDay ? Self.numbers(in: first, separator: "-", widths: [4, 2, 2]) : [1900, 1, 0]
    let time = hasDay && parts.count == 1 ? [0, 0, 0] : Self.numbers(in: last, separator: ":", widths: [2, 2, 2])
    guard let day, let time, hasDay || parts.count == 1 else { return nil }
    guard day[0] >= 1900, (1...12).contains(day[1]), day[2] <= 31, hasDay ? day[2] >= 1 : true, time[0] < 24,
      time[1] < 60, time[2] < 60
    else { return nil }
    self.init(year: day[0], month: day[1], day: day[2], second: (time[0] * 60 + time[1]) * 60 + time[2])
  }

  private static func numbers(in text: Substring, separator: Character, widths: [Int]) -> [Int]? {
    // Fractions of a second are left out.
    let whole = text.prefix { $0 != "." }
    let parts = whole.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == widths else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy(ASCII.isDigit) ? Int(part) : nil }
    return numbers.count == widths.count ? numbers : nil
  }

  /// The number of days a workbook counting from 1900 writes for it, as decimal digits.
  package var serialText: String {
    let days = daysSince1970 + (daysSince1970 < -25_508 ? 25_568 : 25_569)
    guard second != 0 else { return String(days) }
    // Ten decimals tell seconds apart with room to spare.
    let fraction = String((second * 10_000_000_000 + 43_200) / 86_400)
    let padded = String(repeating: "0", count: 10 - fraction.utf8.count) + fraction
    return "\(days).\(padded)"
  }

  /// The date and, where there is one, the time, such as 2024-12-31, 2024-12-31 08:30:00 or, without a day, 08:30:00.
  package var text: String {
    day == 0 ? timeText : second == 0 ? dayText : dayText + " " + timeText
  }

  /// The date and time as XML spells them in UTC.
  var iso8601: String { dayText + "T" + timeText + "Z" }

  private var dayText: String {
    Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  private var timeText: String {
    [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }.joined(separator: ":")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// Years are taken to begin in March, so that 29 February comes last, and go in periods of 400 years.
  private init(daysSince1970 days: Int, second: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1, second: second)
  }

  private var daysSince1970: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
