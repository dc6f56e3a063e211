import Accounts
import Tables

extension StructureCheck {
  /// T26: a day on which the accounts were made, approved or published that lies before the end of their year: on the cover, or
  /// behind 公开日期 and the like.
  static let earlyDate = StructureCheck(.earlyDate) { rule, input in
    guard let lines = input.text?.lines, let year = input.tables.year else { return [] }
    return lines.enumerated().compactMap { number, line -> Finding? in
      // Attached forms were filled in before the year as well.
      guard line.kind != .row, line.kind != .contents, line.part == 0 ? number < coverLines : line.part < 4 else {
        return nil
      }
      let start: Int
      if let label = input.words.wording.settledDates.first(in: line.folded) {
        // The budget was approved in the year itself.
        guard !line.holdsBudget else { return nil }
        start =
          label.upperBound < line.folded.count && line.folded[label.upperBound] == ":"
          ? label.upperBound + 1 : label.upperBound
      } else if line.part == 0 {
        start = 0
      } else {
        return nil
      }
      guard let day = line.day(at: start), start > 0 || day.range.upperBound == line.folded.count,
        day.year < year || day.year == year && day.month < 12, day.year > year - 3
      else { return nil }
      return rule.finding(
        "\(line.quoted(day.range))早于 \(year) 年底，这一年的决算还没有编成", place: line.place)
    }
  }

  /// The cover has no more lines.
  private static let coverLines = 12
}

extension ReadableLine {
  fileprivate var holdsBudget: Bool {
    folded.indices.contains { holds("预算", at: $0) }
  }

  /// The day or month written at a position: 2025年9月12日, 2025-09-12, 二〇二五年九月.
  fileprivate func day(at start: Int) -> (year: Int, month: Int, range: Range<Int>)? {
    var position = start
    guard let year = number(from: &position, places: 4), position < folded.count,
      ["年", "-", ".", "/"].contains(folded[position])
    else { return nil }
    let mark = folded[position]
    position += 1
    guard let month = number(from: &position, places: 2), 1...12 ~= month else { return nil }
    if mark == "年" {
      guard position < folded.count, folded[position] == "月" else { return nil }
      position += 1
    } else {
      guard position < folded.count, folded[position] == mark else { return nil }
      position += 1
    }
    let end = position
    guard let day = number(from: &position, places: 2) else { return mark == "年" ? (year, month, start..<end) : nil }
    guard 1...31 ~= day else { return nil }
    if mark == "年" {
      guard position < folded.count, folded[position] == "日" else { return nil }
      position += 1
    }
    return (year, month, start..<position)
  }

  /// A number of at most so many places, in digits or in Chinese: 二〇二五, 十二.
  private func number(from position: inout Int, places: Int) -> Int? {
    let start = position
    while position < folded.count, folded[position].isDigit { position += 1 }
    if position > start {
      guard places == 4 ? position - start == 4 : position - start <= places else { return nil }
      return folded[start..<position].reduce(0) { $0 * 10 + $1.digit }
    }
    while position < folded.count, position - start < 4, folded[position] == "十" || folded[position].chineseDigit != nil
    {
      position += 1
    }
    let numeral = folded[start..<position]
    guard places == 4 else { return numeral.chineseNumber }
    let digits = numeral.compactMap(\.chineseDigit)
    return digits.count == 4 ? digits.reduce(0) { $0 * 10 + $1 } : nil
  }
}
