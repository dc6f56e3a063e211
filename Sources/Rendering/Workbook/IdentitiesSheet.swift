import Accounts
import Checks
import Formats
import Tables

/// The sheet of identities: each case with its two sides, what they come to in the other sheets, and the verdict.
struct IdentitiesSheet {
  static let name = "勾稽关系"
  /// Most figures of a side that are named.
  private static let namedTerms = 8
  /// The longest formula programs take.
  private static let formulaLimit = 8000

  private let figures: PlacedFigures
  private let titles: [String: String]

  init(_ figures: PlacedFigures, titles: [String: String]) {
    self.figures = figures
    self.titles = titles
  }

  /// The sheet of the relations, and of the results of checks that relate no figures.
  func output(of relations: [Relation], results: [CaseResult]) -> SheetOutput {
    var sheet = SheetOutput(name: Self.name)
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...1
    sheet.page = PageSetup(isLandscape: true, fitsPagesWide: 1, footer: "&C&P / &N")
    let columns: [(String, Double)] = [
      ("规则", 14), ("内容", 44), ("关系", 60), ("左边", 16), ("右边", 16), ("相差", 12), ("舍入允许", 12), ("结论", 10),
    ]
    for (index, (heading, width)) in columns.enumerated() {
      sheet.put(.text(heading), at: CellReference(row: 1, column: index + 1), style: TableLook.heading)
      sheet.columnWidths[index + 1] = width
    }
    var row = 2
    var summary = IdentitySummary(order: results.map(\.identity))
    for relation in relations {
      guard let outcome = relation.outcome else { continue }
      if outcome.isChecked, relation.terms.contains(where: { $0.content.digits != nil }) {
        put(relation, outcome, at: row, in: &sheet)
        row += 1
      } else {
        summary.add(relation.identity, outcome, example: outcome.reason ?? "两边都没有数")
      }
    }
    let related = Set(relations.map(\.identity))
    for result in results {
      if case .figure = result.place, related.contains(result.identity) { continue }
      summary.add(result.identity, result.outcome, example: result.outcome.reason ?? result.subject)
    }
    put(summary, at: row, in: &sheet)
    return sheet
  }

  // MARK: Cases with figures

  private func put(_ relation: Relation, _ outcome: Outcome, at row: Int, in sheet: inout SheetOutput) {
    let units = Set(relation.terms.map(\.unit))
    let decimals = relation.decimals
    let left = side(relation.left, sign: 1)
    let right = side(relation.right, sign: -1)
    let sums = relation.sums
    let equation = "\(left.words) \(relation.isEquality ? "=" : "≤") \(right.words)"
    putWords(relation.identity, equation, at: row, in: &sheet)
    func place(_ column: Int) -> CellReference { CellReference(row: row, column: column) }
    let format = TableLook.figure(
      decimals == 0 ? "0" : "#,##0." + String(repeating: "0", count: decimals), isTotal: false)
    for column in 4...7 { sheet.put(.blank, at: place(column), style: format) }
    let verdict = TableLook.number(isTotal: outcome.verdict == "不符")
    // What is in two units cannot stand in one column; what is too large was not compared.
    guard units.count == 1, let unit = units.first, let leftSum = sums.left, let rightSum = sums.right,
      case (let difference, false) = leftSum.subtractingReportingOverflow(rightSum)
    else { return sheet.put(.text(outcome.verdict), at: place(8), style: verdict) }
    func put(_ formula: String, _ count: Int64, at column: Int) {
      let digits = CellContent.number(decimalText(count, decimals: decimals))
      let isTooLong = formula.utf8.count > Self.formulaLimit
      sheet.put(isTooLong ? digits : .formula(formula, cached: digits), at: place(column), style: format)
    }
    put("ROUND(\(left.formula),\(decimals))", leftSum, at: 4)
    put("ROUND(\(right.formula),\(decimals))", rightSum, at: 5)
    put("ROUND(D\(row)-E\(row),\(decimals))", difference, at: 6)
    if let allowed = outcome.allowed, allowed > 0 {
      let exact = if case .money(let money) = unit { money.exactDecimals } else { 0 }
      sheet.put(.number(decimalText(allowed, decimals: exact)), at: place(7), style: format)
    }
    let size = relation.isEquality ? "ABS(F\(row))" : "F\(row)"
    let within = "IF(\(size)<=G\(row),\"舍入差异\",\"不符\")"
    sheet.put(
      .formula("IF(\(size)<=0,\"相符\",\(within))", cached: .text(outcome.verdict)), at: place(8), style: verdict)
  }

  private func putWords(_ identity: String, _ words: String, at row: Int, in sheet: inout SheetOutput) {
    let texts = [identity, titles[identity] ?? "", words]
    for (index, text) in texts.enumerated() {
      sheet.put(
        .text(text), at: CellReference(row: row, column: index + 1),
        style: TableLook.label(indent: 0, isTotal: false, isCentered: false))
    }
    sheet.rowHeights[row] = TableLook.height(of: zip(texts, 1...3).map { ($0, sheet.columnWidths[$1] ?? 0) })
  }

  // MARK: Cases without

  private func put(_ summary: IdentitySummary, at first: Int, in sheet: inout SheetOutput) {
    let groups = summary.groups
    if groups.isEmpty { return }
    func range(_ row: Int, _ columns: ClosedRange<Int>) -> CellRange {
      CellRange(
        CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
    }
    sheet.put(
      .text("以下各条不逐处列出：两边都没有数的，只在文字里的，不适用的，没有核对的"), across: range(first, 1...8), style: TableLook.heading)
    sheet.rowHeights[first] = 24
    for (index, group) in groups.enumerated() {
      let row = first + 1 + index
      putWords(group.identity, group.words, at: row, in: &sheet)
      sheet.put(.blank, across: range(row, 4...7), style: TableLook.number(isTotal: false))
      sheet.put(
        .text(group.verdict), at: CellReference(row: row, column: 8),
        style: TableLook.number(isTotal: group.verdict == "不符"))
    }
  }

  // MARK: Sides

  /// The figures of a side: their addresses, and their cells in a formula.
  ///
  /// A figure that only the text has stands in the formula as a number.
  private func side(_ terms: [Relation.Term], sign: Int64) -> (words: String, formula: String) {
    var formula = ""
    var words: [String] = []
    for term in terms {
      let weight = term.weight * sign
      let cell = figures[term.address].map { "N('\($0.sheet)'!\($0.cell.name))" } ?? term.content.digits ?? "0"
      formula += (formula.isEmpty ? "" : "+") + (weight == 1 ? "" : "\(weight)*") + cell
      words.append((weight == 1 ? "" : "\(weight)×") + term.address.description)
    }
    let named = words.prefix(Self.namedTerms).joined(separator: " + ")
    let rest = words.count > Self.namedTerms ? " + … 等 \(words.count) 个" : ""
    return (words.isEmpty ? "0" : named + rest, formula.isEmpty ? "0" : formula)
  }
}
