package import Accounts

extension TableSet {
  /// Derives the tables of a form from a ledger, exactly: every total is rounded from its exact total.
  ///
  /// Throws ``UnusableInput`` with every place where the ledger cannot be printed in the form or states what its own
  /// rows contradict, and ``FormError`` when the form itself cannot be used. Linear in the ledger's rows.
  package init(deriving ledger: Ledger, form: Form, codes: CodeBook) throws {
    let totals = try LedgerTotals(ledger)
    let derivation = Derivation(unit: ledger.unit, totals: totals, codes: codes.including(ledger), form: form)
    let problems = derivation.problems(in: ledger, codes: codes)
    guard problems.isEmpty else { throw UnusableInput(problems) }
    do {
      self.init(
        unitName: ledger.unit.name, year: ledger.unit.year, scope: ledger.unit.scope,
        tables: try form.tables.map(derivation.derive))
    } catch is AmountOverflow {
      throw UnusableInput([LedgerTotals.overflow(at: ledger.expenditure.first?.place ?? SourceLocation(file: "账"))])
    }
  }
}

extension Derivation {
  func derive(_ table: TableForm) throws -> Table {
    switch table.id {
    case .t01: try table01(table)
    case .t02: try table02(table)
    case .t03: try table03(table)
    case .t04: try table04(table)
    case .t05: try table05(table)
    case .t06: try table06(table)
    case .t07: try table07(table)
    case .t08: try table08(table)
    case .t09: try table09(table)
    case .t10: try table10(table, basicExpenditure: form.tables.first { $0.id == .t06 })
    case .prose:
      throw UnusableInput([
        Problem(at: SourceLocation(file: form.id), found: "表样里有编号为“文”的表", expected: "各表的编号应为 01 至 10")
      ])
    }
  }
}
