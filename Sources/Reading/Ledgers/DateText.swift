import Accounts

/// A day as people write it: 2025-09-10, 2025/9/10, 2025.9.10 or 2025年9月10日.
struct DateText {
  /// The day as 2025-09-10.
  let text: String

  /// Reads a date; nil when it is none, or a day the calendar lacks.
  init?(_ written: String) {
    let parts = written.foldedForComparison.split(whereSeparator: { "-/.年月日".contains($0) })
    let numbers = parts.compactMap { part in part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return nil
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    text = "\(year)-\(padded(month))-\(padded(day))"
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
