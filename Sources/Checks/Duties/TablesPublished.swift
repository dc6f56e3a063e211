import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether tables of the form are there.
  func verdict(tables wanted: [TableID]) -> DutyVerdict {
    let ofForm = structure.form.tables.filter { wanted.contains($0.id) }
    guard !ofForm.isEmpty else { return .notApplicable("表样没有这张表") }
    let missing = ofForm.filter { tables[$0.id] == nil }
    if missing.isEmpty { return .met(ofForm.map { "《\($0.title)》" }.joined(separator: "、")) }
    let names = missing.map { "《\($0.title)》" }.joined(separator: "、")
    return missing.contains { structure.coverage.lacks($0.id) } ? .notMet("没有\(names)") : .unknown("没有读懂\(names)")
  }

  /// Whether tables without a number say that there is nothing to print.
  func verdict(emptyTables wanted: [TableID]) -> DutyVerdict {
    let empty = tables.tables.filter { wanted.contains($0.id) && !$0.hasNumber }
    guard !empty.isEmpty else { return .notApplicable("各表都有数") }
    let sections = Dictionary(
      structure.words.sections.compactMap { section in section.table.map { ($0, section.id) } },
      uniquingKeysWith: { first, _ in first })
    var unsaid: [Table] = []
    for table in empty {
      if let doubt = structure.coverage.doubt(about: table.id) { return .unknown(doubt) }
      let isSaid =
        table.notes.contains { structure.emptyTables.say($0, isEmpty: table.id) }
        || sections[table.id].map { section in
          lines(of: section).contains { $0.lastNothing(structure.words.nothing) != nil }
        } == true
      if !isSaid { unsaid.append(table) }
    }
    let names = unsaid.map { "《\($0.title)》" }.joined(separator: "、")
    return unsaid.isEmpty
      ? .met(empty.map { "《\($0.title)》" }.joined(separator: "、") + "写明了") : .notMet("\(names)没有数据，没有写明")
  }

  /// Whether the lowest codes of tables that have amounts have as many digits.
  func verdict(codesOf wanted: [TableID], digits: Int) -> DutyVerdict {
    var (seen, short): (Int, [String]) = (0, [])
    var place: SourceLocation?
    for (table, rows) in structure.codeRows where wanted.contains(table.id) {
      let codes = rows.filter(\.hasAmount)
      if !codes.isEmpty, let gap = structure.coverage.gap(in: table.id) { return .unknown("《\(table.title)》\(gap)") }
      for row in codes where !rows.contains(where: { $0.code.count > row.code.count && $0.code.begins(with: row.code) })
      {
        seen += 1
        guard row.code.count < digits else { continue }
        short.append("《\(table.title)》\(row.code)\(row.name)")
        place = place ?? row.figure?.place
      }
    }
    guard seen > 0 else {
      return wanted.allSatisfy { structure.coverage.isKnown($0) } ? .notApplicable("没有列出科目") : .unknown("表没有读懂")
    }
    return short.isEmpty ? .met() : .notMet("\(short.joined(separator: "、"))没有列到下一级", at: place)
  }

  /// Whether each of some quantities has a figure of its own, in a table or in words.
  func verdict(apart wanted: [String]) -> DutyVerdict {
    let heads = (tables[.t09]?.header ?? []).flatMap(\.cells).map(\.text.foldedScalars)
    let missing = wanted.filter { quantity in
      let head = Phrases([quantity])
      return claim(of: [quantity], .amount) == nil && !heads.contains { head.occur(in: $0) }
        && !self.quantities.addresses(of: quantity).contains { tables.figure(at: $0) != nil }
    }
    if missing.isEmpty { return .met(at: tables[.t09]?.place) }
    if tables[.t09] == nil, structure.coverage.lacks(.t09) { return .notMet("没有公开09表", isPartOfMore: true) }
    if !structure.coverage.isKnown(.t09) || structure.coverage.gap(in: .t09) != nil { return .unknown("公开09表没有读懂") }
    return .notMet("没有单独列出\(missing.joined(separator: "、"))")
  }
}

extension Table.CodeRow {
  /// Whether a figure of the row is a number other than nothing.
  fileprivate var hasAmount: Bool {
    figures.contains { figure in
      if case .number(let count, _) = figure.figure.content { count != 0 } else { false }
    }
  }
}
