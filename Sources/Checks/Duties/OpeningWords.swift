import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether the beginning of the disclosure (概况) tells of something, under a heading or in a sentence; where nobody knows
  /// whether that binds this body, it is not said to be missing.
  func verdict(opening words: Phrases, part: String, isBound: Bool) -> DutyVerdict {
    guard let lines = structure.text?.lines, explanation != nil else { return .unknown("没有看文字") }
    var isEmpty: ReadableLine?
    for (index, line) in lines.enumerated() where !line.isContents && line.section == nil && line.part <= openingPart {
      guard let level = line.headingLevel, words.occur(in: line.folded) else { continue }
      let behind = lines[(index + 1)...].prefix { ($0.headingLevel ?? Int.max) > level }
      // A heading may go on into its text: 二、机构设置：内设三个科室。
      if behind.contains(where: { $0.headingLevel == nil })
        || line.scalars.contains(where: { "。：:".unicodeScalars.contains($0) })
      {
        return .met("“\(line.text.trimmed)”", at: line.place)
      }
      isEmpty = isEmpty ?? line
    }
    if let line = isEmpty { return .notMet("“\(line.text.trimmed)”下面没有内容", at: line.place) }
    // Where no part has a heading the beginning is what stands before the first.
    let opening = statements.filter { $0.section == nil && $0.part <= openingPart && $0.kind == .paragraph }
    if let line = opening.first(where: { words.occur(in: $0.folded) }) {
      return .met(line.quoted(words.first(in: line.folded) ?? 0..<0), at: line.place)
    }
    if lacks(part: part) { return .notMet("没有“\(part)”这一部分", isPartOfMore: true) }
    guard lines.contains(where: { $0.headingLevel != nil }) else { return .unknown("没有认出“\(part)”这一部分") }
    return isBound ? .notMet("“\(part)”里没有写") : .unknown("不知道公开口径是部门还是单位")
  }
}
