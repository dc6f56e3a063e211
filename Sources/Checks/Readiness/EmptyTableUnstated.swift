import Accounts
import Formats
import Tables

extension StructureCheck {
  /// D12: a table without a number whose section does not say that there is nothing.
  static let emptyTableUnstated = StructureCheck(.emptyTableUnstated) { rule, input in
    guard let text = input.text else { return [] }
    return input.words.sections.compactMap { section -> Finding? in
      guard let id = section.table, let table = input.tables[id], !table.hasNumber,
        input.coverage.doubt(about: id) == nil
      else { return nil }
      let lines = text.lines(of: section.id)
      guard lines.contains(where: { $0.headingLevel == nil }),
        !lines.contains(where: { line in
          line.lastNothing(input.words.nothing) != nil && !input.emptyTables.say(line.text, isEmptyAnotherThan: id)
        })
      else { return nil }
      let other = lines.first { input.emptyTables.say($0.text, isEmptyAnotherThan: id) }
      return rule.finding(
        "《\(table.title)》没有一个数，“\(section.title)”一节\(other == nil ? "没有说无此项收支" : "说的却是另一项资金")",
        place: (other ?? lines.first)?.place)
    }
  }
}

extension ReadableText {
  /// The lines of a section: those that are of it, and those below its heading, whatever they tell of.
  fileprivate func lines(of id: String) -> [ReadableLine] {
    var isBelow = false
    return lines.filter { line in
      let isOfSection = line.section.map { $0.begins(with: id) } == true
      if line.headingLevel != nil { isBelow = isOfSection }
      return !line.isContents && line.kind != .row && (isOfSection || isBelow)
    }
  }
}

extension ReadableLine {
  /// Where the last statement that there is none of something stands; the 0万元 of 10万元 is none, nor the 为0 of 为0.88万元.
  func lastNothing(_ words: Phrases) -> Int? {
    folded.indices.last { position in
      guard let length = words.length(in: folded, at: position) else { return false }
      let before = position > 0 ? folded[position - 1] : "\0"
      if folded[position].isDigit, before.isDigit || before == "." || before == "," { return false }
      guard folded[position + length - 1].isDigit else { return true }
      let rest = folded[(position + length)...].prefix { $0.isDigit || $0 == "." || $0 == "," }
      return rest.allSatisfy { $0 == "0" || $0 == "." || $0 == "," }
    }
  }
}
