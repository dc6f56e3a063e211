import Accounts
import Disclosing
import Reading
import Tables
import TestSupport
import Testing

/// From last year's publication the next year's workbook gets what the ledger behind it had, but for amounts.
@Suite struct NextYearFromPublicationTests {
  private func rows(_ example: Example, file: String = "index.html") throws -> [SheetID: [RowFields]] {
    let folder = try TemporaryFolder([file: try #require(try example.files[file])])
    var disclosures = Disclosures(Choices()) { _ in }
    let read = try disclosures.disclosure(of: [folder.path + "/" + file])
    return try NextYear(2025, schema: Standard.schema)
      .rows(from: read.tables, codes: CodeTables.standard(year: 2025))
  }

  private func keys(_ rows: [RowFields]?, _ columns: [ColumnID]) -> Set<[String]> {
    Set((rows ?? []).map { row in columns.map { row.text($0) ?? "" } })
  }

  /// The sums of the rows of a sheet by what they have in these columns, without those that print as 0.00 万元.
  private func spent(_ ledger: Ledger, _ sheet: SheetID, _ columns: [ColumnID]) -> Set<[String]> {
    var sums: [[String]: Int64] = [:]
    for row in ledger.rows(of: sheet) {
      sums[columns.map { row.text($0) ?? "" }, default: 0] += row.amount(.amount)?.fen ?? 0
    }
    return Set(sums.filter { $0.value.magnitude >= 5000 }.keys)
  }

  @Test(arguments: Example.allCases, ["index.html", "决算公开.xlsx"])
  func codesSourcesKindsAndFundsAreThoseOfTheLedger(example: Example, file: String) throws {
    let (rows, ledger) = (try rows(example, file: file), try example.ledger)
    let income: [ColumnID] = [.functionCode, .source]
    #expect(keys(rows[.income], income) == spent(ledger, .income, income))
    let expenditure: [ColumnID] = [.functionCode, .kind, .fund]
    #expect(keys(rows[.expenditure], expenditure) == spent(ledger, .expenditure, expenditure))
    for row in (rows[.income] ?? []) + (rows[.expenditure] ?? []) + (rows[.balances] ?? []) {
      for column in [ColumnID.amount, .opening, .closing] { #expect(row.amount(column) == nil) }
    }
    #expect(Set((rows[.balances] ?? []).compactMap { $0.text(.fund) }) == Set(ledger.balances.map(\.fund.rawValue)))
  }

  @Test(arguments: Example.allCases) func whatSeldomChangesIsTakenOver(example: Example) throws {
    let (rows, ledger) = (try rows(example), try example.ledger)
    let taken = ["单位职责", "机构设置"]
    func texts(_ rows: [RowFields]) -> [[String]] {
      rows.map { [$0.text(.section) ?? "", $0.text(.content) ?? ""] }.filter { taken.contains($0[0]) }
    }
    #expect(texts(rows[.texts] ?? []) == texts(ledger.rows(of: .texts)))
    #expect(rows[.texts]?.count == texts(rows[.texts] ?? []).count)
    let items = keys(rows[.unit], [.item, .content])
    #expect(items == [["name", ledger.unit.name], ["year", "2025"], ["scope", ledger.unit.scope.rawValue]])
    let own: [ColumnID] = [.classification, .code, .name]
    #expect(keys(rows[.ownCodes], own) == keys(ledger.rows(of: .ownCodes), own))
  }
}
