import Accounts
import Checks
import Disclosing
import Documents
import Formats
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// The disclosure as a workbook: what stands in its cells, and that its formulas print what the page prints.
@Suite struct DisclosureWorkbookTests {
  private let workbook: XLSXWorkbook
  private let tables: TableSet
  private let report: CheckReport

  /// The example with its text, in which a change differs from what it was by a last digit.
  private static let made = Result {
    let disclosure = try Example.datong.composed
    let lines = disclosure.document.textLines.map {
      $0.replacing("；支出总计比上年减少68.13万元", with: "；支出总计比上年减少68.14万元")
    }
    var tables = disclosure.tables
    tables.prose = try ProseReader(form: disclosure.form).prose(of: lines, beside: tables)
    let checker = try Standard.checker
    let report = checker.check(tables)
    let bytes = try DisclosureWorkbook.bytes(
      of: disclosure.document, examination: checker.examination(of: tables), report: report)
    return (workbook: try XLSXWorkbook(bytes), tables: tables, report: report)
  }

  init() throws {
    let made = try Self.made.get()
    (workbook, tables, report) = (made.workbook, made.tables, made.report)
  }

  private func rows(_ sheet: String) throws -> [XLSXRow] {
    var reader = try workbook.rows(ofSheet: sheet)
    var rows: [XLSXRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func sheetsAreTheTablesInOrder() {
    #expect(
      workbook.sheets.map(\.name) == ["目录"] + tables.tables.map { String($0.formCode.dropLast()) } + ["勾稽关系"])
  }

  @Test func everyFigureStandsInItsTable() throws {
    for table in tables.tables {
      let sheet = String(table.formCode.dropLast())
      let written = try rows(sheet).flatMap(\.cells).compactMap { cell -> String? in
        guard case .number(let number, let format) = cell.value else { return nil }
        let decimals = format.decimals ?? 0
        return number.rounded(toDecimals: decimals).units.map { decimalText($0, decimals: decimals) }
      }
      #expect(written == table.figures.map(\.figure.text).filter { !$0.isEmpty && $0 != "——" }, "\(table.name)")
    }
  }

  @Test func totalsThatAddUpAreFormulas() throws {
    let formulas = try tables.tables.flatMap { try rows(String($0.formCode.dropLast())).flatMap(\.cells) }
      .filter { $0.formula != nil }
    #expect(formulas.count >= 10)
    #expect(formulas.allSatisfy { $0.formula?.hasPrefix("ROUND(SUM(") == true })
  }

  /// Every case of the report stands in the sheet, by itself or counted with others, in the verdict it came out with.
  @Test func everyCaseHasItsVerdict() throws {
    let rows = try rows("勾稽关系").dropFirst()
    let cases = rows.reduce(into: [String: Int]()) { cases, row in
      guard case .text(let verdict) = row[column: 8], case .text(let words) = row[column: 3] else { return }
      cases[verdict, default: 0] += row[column: 4] == .blank ? Int(words.prefix { $0.isNumber }) ?? 1 : 1
    }
    let counts = report.counts
    #expect(
      cases == [
        "相符": counts.equal, "舍入差异": counts.withinRounding, "不符": counts.violated, "不适用": counts.notApplicable,
      ])
    #expect(counts.notApplicable > 0 && counts.notChecked == 0)
  }

  /// What a row shows adds up by itself, as anybody who opens the sheet would check it.
  @Test func everyVerdictFollowsFromItsRow() throws {
    var kinds: Set<String> = []
    for row in try rows("勾稽关系").dropFirst() {
      guard case .text(let verdict) = row[column: 8], case .text(let equation) = row[column: 3],
        let left = units(row[column: 4]), let right = units(row[column: 5])
      else { continue }
      let difference = equation.contains("≤") ? left - right : abs(left - right)
      let allowed = units(row[column: 7]) ?? 0
      #expect(verdict == (difference <= 0 ? "相符" : difference <= allowed ? "舍入差异" : "不符"), "\(equation)")
      kinds.insert("\(verdict)\(equation.contains("文."))")
    }
    #expect(kinds == ["相符false", "相符true", "舍入差异false", "舍入差异true", "不符true"])
  }

  private func units(_ value: XLSXValue?) -> Int64? {
    guard case .number(let number, _)? = value else { return nil }
    return number.rounded(toDecimals: 6).units
  }
}
