import Accounts
import Tables

extension StructureCheck {
  /// D17: two punctuation marks where one belongs; an ellipsis, a dash and ？！ are one mark.
  static let doubledPunctuation = StructureCheck(.doubledPunctuation) { rule, input in
    guard let text = input.text else { return [] }
    return (text.lines + text.cells).compactMap { line -> Finding? in
      guard line.kind == .paragraph || line.headingLevel != nil, let range = line.doubledPunctuation else { return nil }
      return rule.finding("\(line.quoted(range))中标点重复", place: line.place)
    }
  }
}

extension ReadableLine {
  /// The first run of marks that is too long.
  fileprivate var doubledPunctuation: Range<Int>? {
    var position = 0
    while position + 1 < folded.count {
      guard folded[position].isPunctuation, folded[position + 1].isPunctuation else {
        position += 1
        continue
      }
      let end = folded[position...].firstIndex { !$0.isPunctuation } ?? folded.count
      let run = folded[position..<end]
      let isOutcry = run.allSatisfy { $0 == "?" || $0 == "!" }
      // Nothing behind a colon is more than a slip of the pen, and another rule's.
      let isLeftOut = run.first == ":" && run.contains { $0 != ":" }
      if !isOutcry, !isLeftOut { return position..<end }
      position = end
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it is a mark that parts sentences, clauses or words; folded, so 。 and 、 stand beside ASCII marks.
  var isPunctuation: Bool {
    switch self {
    case "。", "、", ",", ";", ":", "?", "!": true
    default: false
    }
  }
}
