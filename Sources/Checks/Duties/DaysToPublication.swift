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
    let rest = text[start...].drop { $0 == ":" || $0 == "为" || $0.isBlank }
    // Blanks stand within 2025 年 9 月 12 日, and behind any other.
    let last = rest.prefix(6).contains("年") ? rest.prefix(18).firstIndex(of: "日") : nil
    let end = last ?? rest.firstIndex { !$0.isDigit && !"年月-/.".unicodeScalars.contains($0) } ?? rest.endIndex
    return CalendarDay(written: String(String.UnicodeScalarView(rest[..<end].filter { !$0.isBlank })))
  }
}
