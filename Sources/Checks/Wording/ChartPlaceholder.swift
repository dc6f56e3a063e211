import Accounts
import Tables

extension StructureCheck {
  /// T17: what stands where a chart is to be put, and what a chart calls its parts before anybody names them.
  static let chartPlaceholder = StructureCheck(.chartPlaceholder) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    let words = input.words.wording
    return lines.compactMap { line -> Finding? in
      guard line.kind != .row else { return nil }
      if let range = words.chartPlaceholders.first(in: line.folded) {
        return rule.finding("\(line.quoted(range))是模板里放图的位置，或没有改过的图例", place: line.place)
      }
      if line.namesSeriesOnly(words) {
        return rule.finding("\(line.quoted(0..<line.folded.count))是没有改过的图例", place: line.place)
      }
      guard line.isCaptionInBrackets else { return nil }
      return rule.finding(
        "\(line.quoted(0..<line.folded.count))是模板里的图题", place: line.place, in: .captionInBrackets)
    }
  }
}

extension ReadableLine {
  /// Whether it is nothing but 系列1 系列2.
  fileprivate func namesSeriesOnly(_ words: WordingWords) -> Bool {
    var position = 0
    var count = 0
    while position < folded.count {
      guard let length = words.chartSeries.length(in: folded, at: position) else { return false }
      position += length
      let start = position
      while position < folded.count, folded[position].isDigit { position += 1 }
      guard position > start else { return false }
      count += 1
    }
    return count > 0
  }

  /// Whether it is nothing but （图1：…）.
  fileprivate var isCaptionInBrackets: Bool {
    guard folded.count < 60, holds("(图", at: 0), folded.last == ")",
      let end = folded.dropFirst(2).firstIndex(where: { !$0.isDigit })
    else { return false }
    return end > 2 && [":", "、"].contains(folded[end]) && !folded.dropLast().contains(")")
  }
}
