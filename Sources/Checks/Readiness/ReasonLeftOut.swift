import Accounts
import Tables

extension StructureCheck {
  /// D19: a reason announced and not given (主要原因是。), or a colon with nothing behind it.
  static let reasonLeftOut = StructureCheck(.reasonLeftOut) { rule, input in
    guard let text = input.text else { return [] }
    // Nothing follows a cell.
    return ([text.lines] + text.cells.map { [$0] }).flatMap { leftOut($0, input.words, rule) }
  }

  private static func leftOut(_ lines: [ReadableLine], _ words: ReadinessWords, _ rule: Rule) -> [Finding] {
    lines.indices.compactMap { index -> Finding? in
      let line = lines[index]
      guard line.kind == .paragraph else { return nil }
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      let isLast = next.map { $0.headingLevel != nil || $0.part != line.part || $0.section != line.section } ?? true
      guard let range = line.reasonLeftOut(words.reasons, isLast: isLast) else { return nil }
      return rule.finding(
        "\(line.quoted(range))后面没有内容", place: line.place)
    }
  }
}

extension ReadableLine {
  /// The first announcement of something that is not there; in a section's last line one at the end counts too, since
  /// nothing can follow it on the next line.
  fileprivate func reasonLeftOut(_ reasons: Phrases, isLast: Bool) -> Range<Int>? {
    var position = 0
    while position < folded.count {
      if let length = reasons.length(in: folded, at: position) {
        let end = skippingDots(position + length)
        if endsSentence(at: end) || (end == folded.count && isLast) { return position..<end }
        position += length
      } else if folded[position] == ":" {
        let next = position + 1
        if next < folded.count, folded[next] != ":", folded[next].isPunctuation { return position..<next }
        position = next
      } else {
        position += 1
      }
    }
    return nil
  }

  /// Behind an ellipsis or a dash, which stand for a reason and give none.
  private func skippingDots(_ start: Int) -> Int {
    folded[start...].firstIndex { $0 != "…" && $0 != "—" && $0 != "." } ?? folded.count
  }

  private func endsSentence(at position: Int) -> Bool {
    position < folded.count && (folded[position] == "。" || folded[position] == ";")
  }
}
