import Accounts
import Disclosing
import Tables
import TestSupport
import Testing

/// The next year of a department whose ledger was consolidated: it begins with what the department left, once.
@Suite struct NextYearOfDepartmentTests {
  @Test func openingBalancesAreThoseOfTheDepartment() throws {
    let units = ["本级", "执法支队", "图书馆", "群众艺术馆"].map { Example.yunxi.folder + "/units/\($0).json" }
    var disclosures = Disclosures(Choices()) { _ in }
    let consolidated = try disclosures.consolidation(of: units, named: nil, code: nil).ledger
    let next = try NextYear(2025, schema: Standard.schema)
    func openings(_ ledger: Ledger) throws -> Set<String> {
      let rows = try next.rows(from: ledger, tables: disclosures.tables(of: ledger), catalogue: .standard())
      let balances = rows[.balances] ?? []
      let texts = balances.map { row in
        "\(row.text(.fund) ?? "") \(row.text(.functionCode) ?? "") \(row.amount(.opening)?.yuanText ?? "")"
      }
      #expect(Set(texts).count == texts.count)
      #expect((rows[.income] ?? []).allSatisfy { $0.text(.unit) != InternalTransfer.eliminating })
      return Set(texts)
    }
    let (found, own) = (try openings(consolidated), try openings(Example.yunxi.ledger))
    #expect(found.isSuperset(of: own))
    // Of 860,000.00 received nothing was spent; the department's own ledger has no row for what is left of it.
    #expect(found.subtracting(own) == ["政府性基金预算财政拨款 2121301 860000.00"])
  }
}
