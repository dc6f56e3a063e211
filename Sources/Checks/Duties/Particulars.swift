import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether numbers that must be published in words are stated: by a claim that was understood, in a table, or by their words
  /// with a number behind.
  func verdict(particular: Duty.Particular) -> DutyVerdict {
    var missing: [Duty.Particular.Part] = []
    var place: SourceLocation?
    for part in particular.parts {
      if let stated = statement(of: part, in: particular) {
        place = place ?? stated.place
      } else {
        missing.append(part)
      }
    }
    if missing.isEmpty { return .met(at: place) }
    if let why = whyTextIsUnknown ?? whyUnfinished(particular.section) { return .unknown(why) }
    if let line = statements.first(where: { says($0, noneOf: particular.subject) }), hasNothing(particular.amount) {
      return .met("写明没有", at: line.place)
    }
    guard has(particular.section) else { return .notMet("没有这一节", isPartOfMore: true) }
    let names = missing.map(\.name).joined(separator: "、")
    return .notMet(
      "没有写明\(names)", at: place ?? lines(of: particular.section).first?.place,
      isSlight: particular.amount != nil && hasNothing(particular.amount))
  }

  /// Where a number is stated; nil in a text that was never printed.
  private struct Statement { let place: SourceLocation? }

  private func statement(of part: Duty.Particular.Part, in particular: Duty.Particular) -> Statement? {
    if let claim = claim(of: part.quantities, part.measure) { return Statement(place: tables.prose?.place(of: claim)) }
    if part.measure == nil || part.measure == .amount {
      for address in part.quantities.flatMap({ quantities.addresses(of: $0) }) {
        if let figure = tables.figure(at: address), figure.figure.content.isNumber {
          return Statement(place: figure.place)
        }
      }
    }
    if let line = statements.first(where: { $0.states(part, in: particular) }) { return Statement(place: line.place) }
    for table in tables.supplementary {
      for row in table.rows where row.states(part.labels) { return Statement(place: table.place) }
    }
    return nil
  }

  /// Whether nothing was spent on a quantity, or it is not known what; for none there is nothing to know.
  private func hasNothing(_ quantity: String?) -> Bool {
    guard let quantity else { return true }
    for address in quantities.addresses(of: quantity) {
      if case .number(let count, _) = tables.figure(at: address)?.figure.content { return count == 0 }
    }
    guard case .number(let count, _) = claim(of: [quantity], .amount)?.figure.content else { return true }
    return count == 0
  }

  /// Whether a clause says that there is none of something.
  private func says(_ line: ReadableLine, noneOf subject: Phrases) -> Bool {
    guard line.kind == .paragraph, subject.occur(in: line.folded) else { return false }
    return line.folded.split(whereSeparator: { ",。;".unicodeScalars.contains($0) }).contains { clause in
      let clause = Array(clause)
      return subject.occur(in: clause) && structure.words.absent.occur(in: clause)
    }
  }
}

extension Figure.Content {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}

extension Row {
  /// Whether one of the labels stands in the row, and a number.
  fileprivate func states(_ labels: Phrases) -> Bool {
    var isNamed = false
    for cell in cells {
      switch cell.content {
      case .label(let text): isNamed = isNamed || labels.occur(in: text.foldedScalars)
      case .figure(let figure): if isNamed, figure.figure.content.isNumber { return true }
      default: break
      }
    }
    return false
  }
}

extension ReadableLine {
  /// Whether a number stands in the line behind words that say what it is of.
  ///
  /// Behind 接待 and 外宾 it is of foreign guests, and so are those behind it. A row of another table names it in one cell and has
  /// it in another.
  fileprivate func states(_ part: Duty.Particular.Part, in particular: Duty.Particular) -> Bool {
    if kind == .row {
      guard let label = part.labels.first(in: folded) else { return false }
      return folded[label.upperBound...].contains(where: \.isDigit)
    }
    var (isBehind, isOfOthers) = (false, false)
    var labelEnd: Int?
    var position = 0
    while position < folded.count {
      let character = folded[position]
      if character.isDigit {
        let end = folded[position...].firstIndex { !$0.isDigit && $0 != "." && $0 != "," } ?? folded.count
        if isBehind, !isOfOthers, part.units.length(in: folded, at: end) != nil { return true }
        if let labelEnd, !isOfOthers, folded[labelEnd..<position].allSatisfy(\.joinsLabelAndNumber) { return true }
        position = end
        continue
      }
      if character == "。" || character == ";" {
        (isBehind, isOfOthers, labelEnd) = (isBehind && character == ";", false, nil)
      }
      if let length = part.labels.length(in: folded, at: position) {
        (isBehind, labelEnd) = (true, position + length)
        position += length
      } else if let length = particular.unless.length(in: folded, at: position) {
        (isOfOthers, labelEnd) = (true, nil)
        position += length
      } else if let length = particular.restart.length(in: folded, at: position) {
        isOfOthers = false
        position += length
      } else if let length = part.after.length(in: folded, at: position) {
        isBehind = true
        position += length
      } else {
        position += 1
      }
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether it may stand between the name of a number and the number: 保有量(辆)为:9.
  fileprivate var joinsLabelAndNumber: Bool { "(（)）:：为是共数个批次人辆台套\t".unicodeScalars.contains(self) }
}
