import Accounts
import Checks
import Tables
import Workbooks

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

  /// The sheet of the relations that were checked.
  func output(of relations: [Relation]) -> SheetOutput {
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
    for relation in relations where put(relation, at: row, in: &sheet) { row += 1 }
    return sheet
  }

  private func put(_ relation: Relation, at row: Int, in sheet: inout SheetOutput) -> Bool {
    let words: String
    var allowed: Int64 = 0
    switch relation.outcome {
    case .equal: words = "相符"
    case .withinRounding(_, let bound): (words, allowed) = ("舍入差异", bound)
    case .violated(_, let bound): (words, allowed) = ("不符", bound)
    case .notApplicable, .notChecked, nil: return false
    }
    let placed = relation.terms.compactMap { figures[$0.address] }
    let units = Set(placed.map(\.figure.unit))
    guard placed.count == relation.terms.count, units.count == 1, let unit = units.first else { return false }
    let decimals = placed.map(\.figure.decimals).max() ?? 0
    let left = side(relation.terms.filter { $0.weight > 0 }, sign: 1, decimals)
    let right = side(relation.terms.filter { $0.weight < 0 }, sign: -1, decimals)
    guard let left, let right else { return false }
    let (difference, overflow) = left.sum.subtractingReportingOverflow(right.sum)
    guard !overflow else { return false }
    let format = TableLook.figure(
      decimals == 0 ? "0" : "#,##0." + String(repeating: "0", count: decimals), isTotal: false)
    func place(_ column: Int) -> CellReference { CellReference(row: row, column: column) }
    func put(_ formula: String, _ count: Int64, at column: Int) {
      let digits = CellContent.number(decimalText(count, decimals: decimals))
      let isTooLong = formula.utf8.count > Self.formulaLimit
      sheet.put(isTooLong ? digits : .formula(formula, cached: digits), at: place(column), style: format)
    }
    let label = TableLook.label(indent: 0, isTotal: false, isCentered: false)
    let sign = relation.isEquality ? "=" : "≤"
    let title = titles[relation.identity] ?? ""
    let equation = "\(left.words) \(sign) \(right.words)"
    sheet.rowHeights[row] = TableLook.height(
      of: zip([relation.identity, title, equation], 1...3).map { ($0, sheet.columnWidths[$1] ?? 0) })
    sheet.put(.text(relation.identity), at: place(1), style: label)
    sheet.put(.text(title), at: place(2), style: label)
    sheet.put(.text(equation), at: place(3), style: label)
    put("ROUND(\(left.formula),\(decimals))", left.sum, at: 4)
    put("ROUND(\(right.formula),\(decimals))", right.sum, at: 5)
    put("ROUND(D\(row)-E\(row),\(decimals))", difference, at: 6)
    if allowed > 0 {
      let exact = if case .money(let money) = unit { money.exactDecimals } else { 0 }
      sheet.put(.number(decimalText(allowed, decimals: exact)), at: place(7), style: format)
    } else {
      sheet.put(.blank, at: place(7), style: format)
    }
    let size = relation.isEquality ? "ABS(F\(row))" : "F\(row)"
    let within = "IF(\(size)<=G\(row),\"舍入差异\",\"不符\")"
    sheet.put(
      .formula("IF(\(size)<=0,\"相符\",\(within))", cached: .text(words)), at: place(8),
      style: TableLook.number(isTotal: words == "不符"))
    return true
  }

  /// The figures of a side: their addresses, their cells in a formula, and their printed sum; nil when it does not fit.
  private func side(
    _ terms: [Relation.Term], sign: Int64, _ decimals: Int
  ) -> (words: String, formula: String, sum: Int64)? {
    var sum: Int64 = 0
    var formula = ""
    var words: [String] = []
    for term in terms {
      guard let placed = figures[term.address] else { return nil }
      let weight = term.weight * sign
      var count = weight
      if case .number(let number, let own) = placed.figure.content {
        for _ in own..<decimals { count *= 10 }
        let (product, overflow) = count.multipliedReportingOverflow(by: number)
        guard !overflow else { return nil }
        count = product
      } else {
        count = 0
      }
      let (next, overflow) = sum.addingReportingOverflow(count)
      guard !overflow else { return nil }
      sum = next
      let factor = weight == 1 ? "" : "\(weight)*"
      formula += (formula.isEmpty ? "" : "+") + "\(factor)N('\(placed.sheet)'!\(placed.cell.name))"
      words.append((weight == 1 ? "" : "\(weight)×") + term.address.description)
    }
    let named = words.prefix(Self.namedTerms).joined(separator: " + ")
    let rest = words.count > Self.namedTerms ? " + … 等 \(words.count) 个" : ""
    return (words.isEmpty ? "0" : named + rest, formula.isEmpty ? "0" : formula, sum)
  }
}

extension Figure {
  /// How many decimals are printed; none for a blank or a dash.
  fileprivate var decimals: Int { if case .number(_, let decimals) = content { decimals } else { 0 } }
}
