import Accounts
import Tables

extension StructureCheck {
  /// D23: the mark of a version that is not for the public, standing on a line of its own as a watermark does.
  static let draftMark = StructureCheck(.draftMark) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    var order: [String] = []
    var found: [String: (count: Int, place: SourceLocation?)] = [:]
    for line in lines {
      var marked = 0
      var mark: String?
      var position = 0
      while let range = input.words.draftMarks.first(in: line.folded, from: position) {
        marked += range.count
        mark = mark ?? line.words(range)
        position = range.upperBound
      }
      // Brackets may stand around it; a sentence that speaks of a draft is none.
      guard let mark, line.folded.count - marked <= 2 else { continue }
      if found[mark] == nil { order.append(mark) }
      found[mark] = ((found[mark]?.count ?? 0) + 1, found[mark]?.place ?? line.place)
    }
    return order.compactMap { mark in
      found[mark].map { found in
        rule.finding(
          "文中留有“\(mark)”字样\(found.count > 1 ? "，共 \(found.count) 处" : "")", place: found.place)
      }
    }
  }
}
