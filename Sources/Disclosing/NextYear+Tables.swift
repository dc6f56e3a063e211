package import Accounts
package import Tables

extension NextYear {
  /// The rows of a workbook that brings its tables (给定的公开表): without those that the tables are instead of, with the unit as they name
  /// it, and with a row in 预算 for each 类 of the general budget that has none yet.
  package func rows(
    _ rows: [SheetID: [RowFields]], besideTables tables: TableSet
  ) throws -> [SheetID: [RowFields]] {
    var rows = rows.filter { !$0.key.isGivenByTables }
    var unit = rows[.unit] ?? []
    func add(_ item: UnitItem, _ text: String?) {
      guard let text, !unit.contains(where: { $0.text(.item) == item.rawValue }) else { return }
      unit.append(item.row(text))
    }
    add(.name, tables.unitName)
    add(.year, String(year))
    add(.scope, tables.scope?.rawValue)
    rows[.unit] = unit
    // What else a budget of last year was given for is not asked for this year.
    let spent = (tables[.t05]?.codeRows ?? []).map(\.code)
    var budget = (rows[.budget] ?? []).filter { row in
      guard let code = row.text(.functionCode),
        row.text(.fund) ?? Fund.generalBudget.rawValue == Fund.generalBudget.rawValue
      else { return true }
      return spent.contains { $0.hasPrefix(code) }
    }
    for code in spent where code.utf8.count == 3 {
      guard !budget.contains(where: { $0.text(.functionCode)?.hasPrefix(code) == true }) else { continue }
      var row = RowFields(place: SourceLocation(file: ""))
      row.set(.functionCode, code)
      budget.append(row)
    }
    rows[.budget] = budget
    return rows
  }

  /// The rows taken over from last year's ledger that brought its tables: what stands in no table as the ledger has it, the rest as
  /// from a publication, since nobody knows the rows behind its figures. Throws where built-in data is damaged.
  package func rows(
    fromTablesOf ledger: Ledger, _ tables: TableSet, codes: CodeBook
  ) throws -> [SheetID: [RowFields]] {
    var unit = ledger.unit
    (unit.year, unit.approvalDate, unit.publicationDate, unit.dataRemark) = (year, nil, nil, nil)
    return try rows(from: tables, codes: codes).merging(
      framesOfEvaluations(of: ledger).merging([
        .unit: unit.rows, .texts: ledger.rows(of: .texts), .ownCodes: ledger.rows(of: .ownCodes),
      ]) { $1 }
    ) { $1 }
  }
}
