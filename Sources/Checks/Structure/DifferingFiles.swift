import Accounts
import Evaluations
import Tables

extension StructureCheck {
  /// D30: the page, the Markdown, the workbook, the tables and the data of one package print the same figures, state the
  /// same numbers and hold the same tables.
  static let differingFiles = StructureCheck(.differingFiles) { rule, input in
    guard let copies = input.copies else { return [] }
    return DifferingFiles(
      rule: rule, tables: input.tables, evaluations: input.evaluations,
      lostEvaluations: input.lostEvaluations, checked: copies.checked
    ).findings(copies.others)
  }
}

/// Compares the files of a package with the one that is checked. What was not read of either is not compared. Linear in the
/// figures.
private struct DifferingFiles {
  let rule: Rule
  let tables: TableSet
  let evaluations: [EvaluationTable]
  /// How many more of these were not understood.
  let lostEvaluations: Int
  /// The file that is checked.
  let checked: String

  /// The most figures that one finding lists.
  private static let listed = 10

  func findings(_ copies: [PublicationCopy]) -> [Finding] {
    copies.flatMap { copy -> [Finding] in
      switch copy.content {
      case .unreadable(let problems):
        return [
          rule.finding(
            "\(copy.file) 没有读懂，没有与\(checked)比较：\(problems.first?.message ?? "")",
            place: SourceLocation(file: copy.file), in: .unreadableCopy)
        ]
      case .read(let other, let otherEvaluations, let lost):
        return tableFindings(copy.file, other, taken: copy.taken) + textFindings(copy.file, other)
          + evaluationFindings(copy.file, otherEvaluations, lost: lost)
      }
    }
  }

  private func tableFindings(_ file: String, _ other: TableSet, taken: String?) -> [Finding] {
    // A copy without tables, as a text by itself is, repeats none.
    guard !other.tables.isEmpty else { return [] }
    let (checked, isPart) = (taken ?? checked, taken != nil)
    let own = isPart ? tables.having(other.tables.map(\.id)) : tables
    let difference = CopyDifference(from: own, to: other)
    return difference.lacking.map {
      rule.finding("\(file) 没有\($0.publicName)，\(checked) 有", place: SourceLocation(file: file))
    }
      + difference.added.map { rule.finding("\(file) 有\($0.publicName)，\(checked) 没有", place: other[$0]?.place) }
      + difference.differing.map { table, entries in
        rule.finding(
          "\(file) 的\(table.publicName)有 \(entries.count) 个数与 \(checked) 不同",
          operands: entries.prefix(Self.listed).flatMap { operands(of: $0, file) })
      }
  }

  private func operands(of entry: TableDifference.Entry, _ file: String) -> [Finding.Operand] {
    let address = entry.address.description
    return [
      Finding.Operand(
        address: address, label: entry.label, printed: entry.first?.text ?? "", place: entry.firstPlace),
      Finding.Operand(
        address: address, label: "\(file) 的这个数", printed: entry.second?.text ?? "", place: entry.secondPlace),
    ]
  }

  private func textFindings(_ file: String, _ other: TableSet) -> [Finding] {
    // The workbook and the CSV have no text.
    guard let prose = tables.prose, let otherProse = other.prose, !prose.claims.isEmpty, !otherProse.claims.isEmpty
    else { return [] }
    let here = Self.statements(prose)
    let differences = here.difference(from: Self.statements(otherProse))
    guard !differences.isEmpty else { return [] }
    let operands = differences.prefix(Self.listed).map { change -> Finding.Operand in
      switch change {
      case .insert(let place, _, _): operand(prose, place, in: "\(checked) 的")
      case .remove(let place, _, _): operand(otherProse, place, in: "\(file) 的")
      }
    }
    return [
      rule.finding("\(file) 的文字中有数与 \(checked) 不同", operands: operands, place: SourceLocation(file: file))
    ]
  }

  /// The numbers of a text in their order, each with what it is of.
  private static func statements(_ prose: Prose) -> [String] {
    prose.claims.map { "\($0.address) \($0.base ?? "") \($0.printed)" }
  }

  private func operand(_ prose: Prose, _ number: Int, in file: String) -> Finding.Operand {
    let claim = prose.claims[number]
    return Finding.Operand(
      address: claim.address.description, label: file + prose.words(of: claim), printed: claim.printed,
      place: prose.place(of: claim))
  }

  private func evaluationFindings(_ file: String, _ others: [EvaluationTable], lost: Int) -> [Finding] {
    // A copy may leave the self-evaluations to a file of their own. Of tables that were not understood it is not known
    // which they are.
    guard !evaluations.isEmpty, !others.isEmpty, lost == 0, lostEvaluations == 0 else { return [] }
    guard evaluations.count == others.count else {
      return [
        rule.finding(
          "\(file) 有 \(others.count) 张自评表，\(checked) 有 \(evaluations.count) 张", place: SourceLocation(file: file))
      ]
    }
    return zip(evaluations, others).enumerated().compactMap { index, pair -> Finding? in
      guard !pair.0.hasLostRows, !pair.1.hasLostRows else { return nil }
      let (one, other) = (pair.0.cellsByName, pair.1.cellsByName)
      let others = Dictionary(other.map { ($0.name, $0.cell) }, uniquingKeysWith: { first, _ in first })
      let names = Set(one.map(\.name))
      // In the order of the table, and behind it what only the copy has.
      let cells: [(name: String, one: PrintedCell?, other: PrintedCell?)] =
        one.map { ($0.name, $0.cell, others[$0.name]) }
        + other.filter { !names.contains($0.name) }.map { ($0.name, nil, $0.cell) }
      let differing = cells.filter { !Self.agree($0.one, $0.other) }
      guard !differing.isEmpty else { return nil }
      let operands = differing.prefix(Self.listed).flatMap { name, one, other in
        [(one, checked), (other, file)].compactMap { cell, file in
          cell.map {
            Finding.Operand(address: "绩效.\(index + 1)", label: "\(file) 的\(name)", printed: $0.text, place: $0.place)
          }
        }
      }
      return rule.finding("\(file) 的第 \(index + 1) 张自评表有 \(differing.count) 格与 \(checked) 不同", operands: operands)
    }
  }

  /// Whether two cells say the same; what is damaged in either is not compared.
  private static func agree(_ one: PrintedCell?, _ other: PrintedCell?) -> Bool {
    guard let one, let other else { return false }
    return one.isDamaged || other.isDamaged || one.text.foldedForComparison == other.text.foldedForComparison
  }
}

extension EvaluationTable {
  /// The cells that state something, by what they are called, in order.
  fileprivate var cellsByName: [(name: String, cell: PrintedCell)] {
    var cells: [(String, PrintedCell)] = []
    for (number, row) in fund.enumerated() {
      for cell in FundCell.allCases { cells.append(("资金第 \(number + 1) 行\(cell.rawValue)", row[cell])) }
    }
    for (number, indicator) in indicators.enumerated() {
      for cell in IndicatorCell.allCases { cells.append(("指标第 \(number + 1) 行\(cell.rawValue)", indicator[cell])) }
    }
    return cells + [("总分", totalScore), ("分值合计", totalWeight), ("等级", grade)]
  }
}

extension TableSet {
  /// Some of its tables by themselves.
  fileprivate func having(_ ids: [TableID]) -> TableSet {
    TableSet(
      unitName: unitName, year: year, scope: scope, tables: tables.filter { ids.contains($0.id) },
      unread: unread.filter { $0.table.map(ids.contains) ?? true })
  }
}
