import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether what the text announces as attached stands in it, or in another of the files.
  func verdict(announced: Phrases, headings: Phrases) -> DutyVerdict {
    guard let lines = structure.text?.lines, explanation != nil else { return .unknown("没有看文字") }
    let inContents = lines.first { $0.isContents && headings.occur(in: $0.folded) }
    guard let promise = statements.first(where: { announced.occur(in: $0.folded) }) ?? inContents else {
      return .notApplicable("没有说有附件")
    }
    let words = promise.quoted(announced.first(in: promise.folded) ?? headings.first(in: promise.folded) ?? 0..<0)
    if !structure.evaluations.isEmpty || structure.lostEvaluations > 0 { return .met("附有自评表", at: promise.place) }
    if (structure.copies?.read.count ?? 0) > 1 { return .met("另有文件一并给出", at: promise.place) }
    var isEmpty: ReadableLine?
    for (index, line) in lines.enumerated() where !line.isContents && line.isHeadline {
      guard let word = headings.first(in: line.folded), line.headingLevel != nil || word.lowerBound == 0 else {
        continue
      }
      let rest = lines[(index + 1)...]
      if rest.contains(where: { $0.headingLevel == nil && !$0.isContents && $0.part == line.part }) {
        return .met(at: line.place)
      }
      isEmpty = isEmpty ?? line
    }
    if let line = isEmpty { return .notMet("“\(line.text.trimmed)”下面没有内容", at: line.place) }
    return .notMet("\(words)，这里没有附件", at: promise.place)
  }

  /// Whether results of self-evaluation are published with it, or sentences tell of them.
  func verdict(evaluations words: Phrases, section: String) -> DutyVerdict {
    if !structure.evaluations.isEmpty || structure.lostEvaluations > 0 {
      return .met("自评表 \(structure.evaluations.count + structure.lostEvaluations) 张")
    }
    if let title = structure.evaluationTitles.first { return .met("有自评表或自评报告的标题", at: title.place) }
    if let why = whyTextIsUnknown { return .unknown(why) }
    if let line = lines(of: section).first(where: { words.occur(in: $0.folded) }) {
      return .met(line.quoted(words.first(in: line.folded) ?? 0..<0), at: line.place)
    }
    return .notMet("没有自评表，文字也没有说到自评结果")
  }
}
