import Accounts
import Tables

/// The title of a self-evaluation table or report (绩效自评表、自评报告) among the lines of a text.
struct EvaluationTitle {
  /// The line it stands on.
  let index: Int
  /// Where on it 整体支出绩效自评报告 and the like begin, where it is of the whole department.
  let subject: Int?

  /// The lines around a title that belong to it: the year stands below it, the unit above.
  private static let reach = 2

  /// The years (年度) that the title and the lines around it name, other than that of the accounts.
  func years(in lines: [ReadableLine], besides year: Int) -> [(line: ReadableLine, mention: YearMention)] {
    (max(0, index - Self.reach)...min(lines.count - 1, index + Self.reach)).compactMap { position in
      let line = lines[position]
      guard line.kind != .row, !line.isContents, line.folded.count <= 40, let mention = line.years.first,
        line.folded[mention.range.upperBound - 1] == "度", mention.year != year
      else { return nil }
      // Around the title a year by itself, or in front of the unit's name.
      let rest = line.folded.indices.filter { !mention.range.contains($0) && !"()".unicodeScalars.contains(line.folded[$0]) }
      guard position == index || rest.isEmpty else { return nil }
      return (line, mention)
    }
  }

  /// Where the title of a whole department's, or the line above it, names the unit; nil where neither does.
  func unit(in lines: [ReadableLine], _ words: ReadinessWords) -> (line: ReadableLine, range: Range<Int>)? {
    guard let subject else { return nil }
    let line = lines[index]
    if let range = name(in: line, before: subject) { return (line, range) }
    guard index > 0, lines[index - 1].kind != .row, lines[index - 1].folded.count <= 40 else { return nil }
    let above = lines[index - 1]
    return name(in: above, before: above.folded.count).map { (above, $0) }
  }

  /// What stands in a line up to a position, a year at either end left aside; nil where that is nothing.
  private func name(in line: ReadableLine, before end: Int) -> Range<Int>? {
    var range = 0..<end
    if let mention = line.years.first, mention.range.upperBound <= end {
      if mention.range.lowerBound == 0 { range = mention.range.upperBound..<end }
      else { range = 0..<mention.range.lowerBound }
    }
    return range.isEmpty ? nil : range
  }
}

extension ReadableText {
  /// The titles of the self-evaluations, in order.
  func evaluationTitles(_ words: ReadinessWords) -> [EvaluationTitle] {
    lines.indices.compactMap { index in
      let line = lines[index]
      guard line.kind != .row, !line.isContents, line.folded.count <= 60,
        words.evaluationTitles.end(line.folded)
      else { return nil }
      let subject = line.folded.indices.first { position in
        words.wholeDepartmentTitles.length(in: line.folded, at: position).map { position + $0 == line.folded.count }
          ?? false
      }
      return EvaluationTitle(index: index, subject: subject)
    }
  }
}
