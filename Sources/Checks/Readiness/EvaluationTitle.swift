import Accounts
import Tables

/// The title of a self-evaluation table or report (绩效自评表、自评报告) among the lines of a text, with the year and the unit
/// around it: `2024年度` / `某局` / `整体支出绩效自评报告`, or all of that in one line.
struct EvaluationTitle {
  /// What stands in front of it, in its line or those above.
  private let before: ReadableLine
  /// What stands behind it, in its line or that below.
  private let after: ReadableLine
  /// Whether it is of the whole department, and so names the unit and no project.
  private let isWhole: Bool
  let place: SourceLocation?

  /// The year (年度) it names; nil where it names none.
  var year: Int? {
    if let mention = after.years.first, mention.isFiscal(in: after),
      after.folded[..<mention.range.lowerBound].allSatisfy({ $0 == "(" })
    {
      return mention.year
    }
    return before.years.last { $0.isFiscal(in: before) }?.year
  }

  /// What it names as the unit, a year at either end left aside; nil where it names nothing.
  var unit: (folded: [Unicode.Scalar], words: String)? {
    guard isWhole else { return nil }
    var range = before.folded.indices
    if let mention = before.years.first {
      range = mention.range.lowerBound == 0 ? mention.range.upperBound..<range.upperBound : 0..<mention.range.lowerBound
    }
    return range.isEmpty ? nil : (Array(before.folded[range]), before.words(range))
  }

  /// The title at a range of a line.
  fileprivate init(_ lines: [ReadableLine], _ index: Int, _ range: Range<Int>, after start: Int, isWhole: Bool) {
    let line = lines[index]
    func words(_ lines: some Sequence<ReadableLine>) -> ReadableLine {
      ReadableLine(Prose.Line(.paragraph, lines.map(\.text).joined()))
    }
    func mayBelong(_ line: ReadableLine) -> Bool { line.kind != .row && !line.isContents && line.isHeadline }
    let own = ReadableLine(Prose.Line(.paragraph, line.words(start..<range.lowerBound)))
    before =
      own.folded.isEmpty && start == 0
      ? words(lines[max(0, index - 2)..<index].reversed().prefix(while: mayBelong).reversed()) : own
    let rest = ReadableLine(Prose.Line(.paragraph, line.words(range.upperBound..<line.scalars.count)))
    after = rest.folded.isEmpty ? words(lines[(index + 1)...].prefix(1).prefix(while: mayBelong)) : rest
    place = line.place
    self.isWhole = isWhole
  }
}

extension ReadableText {
  /// The titles of the self-evaluations, in order.
  func evaluationTitles(_ words: ReadinessWords) -> [EvaluationTitle] {
    lines.indices.flatMap { index -> [EvaluationTitle] in
      let line = lines[index]
      guard line.kind != .row, !line.isContents, line.isHeadline else { return [] }
      var found: [EvaluationTitle] = []
      var start = 0
      var position = 0
      while position < line.folded.count {
        let whole = words.wholeDepartmentTitles.length(in: line.folded, at: position)
        guard let length = whole ?? words.evaluationTitles.length(in: line.folded, at: position) else {
          position += 1
          continue
        }
        found.append(
          EvaluationTitle(lines, index, position..<position + length, after: start, isWhole: whole != nil))
        position += length
        start = position
      }
      return found
    }
  }
}

extension ReadableLine {
  /// Whether it may be a title, or several run together: no sentence.
  var isHeadline: Bool {
    folded.count <= 120 && !folded.contains { "。,;:".unicodeScalars.contains($0) }
  }
}

extension YearMention {
  /// Whether it is written as 年度, and not as part of a date.
  fileprivate func isFiscal(in line: ReadableLine) -> Bool { line.folded[range.upperBound - 1] == "度" }
}
