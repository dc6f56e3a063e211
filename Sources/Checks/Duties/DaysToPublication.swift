import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether a disclosure was published in time after it was approved (预算法第十四条: within twenty days).
  func verdict(days most: Int, _ approvedWords: Phrases, _ publishedWords: Phrases) -> DutyVerdict {
    let approved = dates.approved ?? day(behind: approvedWords)
    let published = dates.published ?? day(behind: publishedWords)
    guard let approved, let published else {
      let unknown = [approved == nil ? "批复日期" : nil, published == nil ? "公开日期" : nil].compactMap { $0 }
      return .unknown("不知道\(unknown.joined(separator: "和"))")
    }
    let days = published.days(since: approved)
    let words = "\(approved) 批复，\(published) 公开"
    if days < 0 { return .notMet("\(words)，公开早于批复") }
    return days <= most ? .met("\(words)，\(days) 日") : .notMet("\(words)，隔了 \(days) 日")
  }

  /// The day that stands directly behind one of some words; nil where none does.
  private func day(behind words: Phrases) -> CalendarDay? {
    for line in structure.text?.lines ?? [] where !line.isContents && words.occur(in: line.folded) {
      // A time of day stands behind a day, and a blank between them: 2025-09-12 10:24.
      let text = line.text.unicodeScalars.map(\.foldedToHalfWidth)
      var start = 0
      while let range = words.first(in: text, from: start) {
        if let day = Self.day(in: text, at: range.upperBound) { return day }
        start = range.upperBound
      }
    }
    return nil
  }

  /// The day written from a position on, blanks and a colon before it left aside: 2025年9月12日, 2025-09-12.
  private static func day(in text: [Unicode.Scalar], at start: Int) -> CalendarDay? {
    var position = text[start...].firstIndex { $0 != ":" && $0 != "为" && !$0.isBlank } ?? text.count
    var numbers: [Int] = []
    for separators in ["年-/.", "月-/.", ""] {
      position = text[position...].firstIndex { !$0.isBlank } ?? text.count
      let end = text[position...].firstIndex { !$0.isDigit } ?? text.count
      guard end > position, end - position <= 4 else { return nil }
      numbers.append(text[position..<end].reduce(0) { $0 * 10 + $1.digit })
      guard !separators.isEmpty else { break }
      let separator = text[end...].firstIndex { !$0.isBlank } ?? text.count
      guard separator < text.count, separators.unicodeScalars.contains(text[separator]) else { return nil }
      position = separator + 1
    }
    return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
