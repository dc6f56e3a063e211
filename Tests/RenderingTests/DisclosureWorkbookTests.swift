import Accounts
import Foundation
import Rendering
import Tables
import Testing
import Workbooks

/// The disclosure as a workbook: what stands in its cells, and that its formulas print what the page prints.
@Suite struct DisclosureWorkbookTests {
  private let workbook: XLSXWorkbook
  private let tables: TableSet

  init() throws {
    let disclosure = try Disclosure.datong()
    tables = disclosure.tables
    workbook = try XLSXWorkbook(try #require(disclosure.package([.xlsx]).byPath[DisclosureWorkbook.fileName]))
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

  @Test func everyIdentityHasItsVerdict() throws {
    let verdicts = try rows("勾稽关系").dropFirst().map { $0[column: 8] }
    #expect(verdicts.count > 500)
    #expect(verdicts.allSatisfy { $0 == .text("相符") || $0 == .text("舍入差异") })
    #expect(verdicts.contains(.text("舍入差异")))
  }
}
