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
      unstatedClosing = try totals.unstatedClosing
    } catch is AmountOverflow {
      throw UnusableInput([LedgerTotals.overflow(at: ledger.expenditure.first?.place ?? SourceLocation(file: "账"))])
    }
  }
}

extension Derivation {
  func derive(_ table: TableForm) throws -> Table {
    switch table.body {
    case .twoSided(let sides):
      switch sides.scope {
      case .everything: try table01(table, sides)
      case .fiscal: try table04(table, sides)
      }
    case .functionCodes(let codes):
      switch codes.content {
      case .income: try table02(table, codes)
      case .expenditure: try table03(table, codes)
      case .generalBudget: try table05(table, codes)
      case .fund(let fund): try fundTable(table, codes, fund)
      }
    case .economicCodes(let blocks): try table06(table, blocks)
    case .singleRow(let columns): try table09(table, columns)
    case .sections(let sections): try table10(table, sections, basicExpenditure: form[.t06])
    }
  }
}
