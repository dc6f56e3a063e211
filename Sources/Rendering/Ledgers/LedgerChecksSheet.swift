import Accounts
import Formats

/// The sheet of live formulas: each check with its two sums, their difference and the verdict.
struct LedgerChecksSheet {
  private let schema: LedgerSchema
  private let checks: [LedgerCheck]

  init(_ schema: LedgerSchema, _ checks: [LedgerCheck]) {
    self.schema = schema
    self.checks = checks
  }

  /// The sheet, with what the formulas give on a ledger's rows.
  func output(on rows: [SheetID: [RowFields]]) -> SheetOutput {
    var sheet = SheetOutput(name: LedgerSchema.Companion.checks.rawValue)
    sheet.tabColor = CellColor(0x548235)
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...1
    sheet.page = PageSetup(isLandscape: true, fitsPagesWide: 1, footer: "&C&P / &N")
    sheet.protection = SheetProtection()
    sheet.rowHeights[1] = 30
    for (index, (heading, width)) in [("校验", 44.0), ("关系", 60), ("左边", 20), ("右边", 20), ("相差", 16), ("结果", 12)]
      .enumerated()
    {
      sheet.put(
        .text(heading), at: CellReference(row: 1, column: index + 1), style: LedgerLook.heading(isRequired: true))
      sheet.columnWidths[index + 1] = width
    }
    for (index, check) in checks.enumerated() { put(check, at: index + 2, on: rows, in: &sheet) }
    let body = CellRange(CellReference(row: 2, column: 1), CellReference(row: checks.count + 1, column: 6))
    for (verdict, look) in [(LedgerCheck.Verdict.fails, ConditionalFormat.Look.missing), (.unlikely, .advised)] {
      sheet.conditionalFormats.append(ConditionalFormat(body, while: "$F2=\"\(verdict.rawValue)\"", look))
    }
    return sheet
  }

  private func put(_ check: LedgerCheck, at row: Int, on rows: [SheetID: [RowFields]], in sheet: inout SheetOutput) {
    func place(_ column: Int) -> CellReference { CellReference(row: row, column: column) }
    let outcome = check.outcome(on: rows)
    func money(_ amount: Amount?) -> CellContent { amount.map { .number($0.yuanText) } ?? .blank }
    sheet.rowHeights[row] = 32
    sheet.put(.text(check.name), at: place(1), style: LedgerLook.label)
    sheet.put(.text(check.help), at: place(2), style: LedgerLook.label)
    sheet.put(.formula(formula(check.left), cached: money(outcome?.left)), at: place(3), style: LedgerLook.result)
    sheet.put(.formula(formula(check.right), cached: money(outcome?.right)), at: place(4), style: LedgerLook.result)
    let difference = outcome.flatMap { try? $0.left.subtracting($0.right) }
    sheet.put(
      .formula("ROUND(C\(row)-D\(row),2)", cached: money(difference)), at: place(5), style: LedgerLook.result)
    sheet.put(
      .formula(verdict(of: check, row: row), cached: outcome.map { .text($0.verdict.rawValue) } ?? .blank),
      at: place(6), style: LedgerLook.verdict)
  }

  private func verdict(of check: LedgerCheck, row: Int) -> String {
    func quoted(_ verdict: LedgerCheck.Verdict) -> String { "\"\(verdict.rawValue)\"" }
    let optional = check.optionalTerms
    var otherwise = quoted(check.failure)
    if !optional.isEmpty {
      let filled = optional.map { count($0) }
      let partial = zip(optional, filled).filter { $0.0.derived }.map { "\($1)<MAX(1,\(rows($0)))" }
      let excuses = [filled.joined(separator: "+") + "=0"] + partial
      otherwise = "IF(OR(\(excuses.joined(separator: ","))),\(quoted(.blank)),\(otherwise))"
    }
    return "IF(E\(row)\(check.atMost ? "<=" : "=")0,\(quoted(.holds)),\(otherwise))"
  }

  private func formula(_ terms: [LedgerCheck.Term]) -> String {
    var text = ""
    for term in terms {
      text += (term.minus ? "-" : text.isEmpty ? "" : "+") + (term.times == 1 ? "" : "\(term.times)*") + sum(term)
    }
    // Binary fractions would leave a tail in what people see as fen.
    return "ROUND(\(text),2)"
  }

  private func sum(_ term: LedgerCheck.Term) -> String {
    let conditions = criteria(term)
    let column = cells(term.sheet, term.column)
    return conditions.isEmpty ? "SUM(\(column))" : "SUMIFS(\(column),\(conditions.joined(separator: ",")))"
  }

  /// How many of the cells that are summed hold something, the heading left out.
  private func count(_ term: LedgerCheck.Term) -> String {
    let column = cells(term.sheet, term.column)
    return "COUNTIFS(\(([column, "\"<>\""] + criteria(term)).joined(separator: ",")))"
      + (term.conditions.isEmpty ? "-1" : "")
  }

  /// How many rows there are to sum, blank or not.
  private func rows(_ term: LedgerCheck.Term) -> String {
    return term.conditions.isEmpty
      ? "COUNTA(\(cells(term.sheet, at: 1)))-1" : "COUNTIFS(\(criteria(term).joined(separator: ",")))"
  }

  private func criteria(_ term: LedgerCheck.Term) -> [String] {
    guard let sheet = schema.sheet(term.sheet) else { return [] }
    return term.conditions.flatMap { condition in
      let text = sheet.column(condition.column).map { sheet.written(.text(condition.text), in: $0) }
      return [cells(term.sheet, condition.column), "\"\(text ?? condition.text)\""]
    }
  }

  /// A whole column of a sheet.
  private func cells(_ sheet: SheetID, _ column: ColumnID) -> String {
    cells(sheet, at: (schema.sheet(sheet)?.columns.firstIndex { $0.id == column } ?? 0) + 1)
  }

  /// A whole column of a sheet, by its number.
  private func cells(_ sheet: SheetID, at number: Int) -> String {
    let letters = CellReference.columnName(number)
    return "'\(schema.title(sheet))'!$\(letters):$\(letters)"
  }
}
