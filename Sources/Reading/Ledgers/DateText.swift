import Accounts
import Evaluations

/// A day as people write it: 2025-09-10, 2025/9/10, 2025.9.10 or 2025年9月10日.
struct DateText {
  /// The day as 2025-09-10.
  let text: String

  /// Reads a date; nil when it is none, or a day the calendar lacks.
  init?(_ written: String) {
    let parts = written.foldedForComparison.split(whereSeparator: { "-/.年月日".contains($0) })
    let numbers = parts.compactMap { part in part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    guard let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
    text = day.description
  }
}
