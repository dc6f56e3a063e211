package import Accounts

extension TableSet {
  /// Derives the tables of a form from a ledger, exactly: every total is rounded from its exact total.
  ///
  /// Throws ``UnusableInput`` with every place where the ledger cannot be printed in the form or states what its own
  /// rows contradict, and ``FormError`` when the form itself cannot be used. Linear in the ledger's rows.
  package init(deriving ledger: Ledger, form: Form, codes: CodeBook) throws {
    let ledger = try ledger.takingInGiven(printedIn: form)
    let totals = try LedgerTotals(ledger)
    let derivation = Derivation(
      unit: ledger.unit, totals: totals, codes: codes.including(ledger), form: form, given: ledger.given)
    let problems = derivation.problems(in: ledger, codes: codes)
    guard problems.isEmpty else { throw UnusableInput(problems) }
    do {
      self.init(
        unitName: ledger.unit.name, year: ledger.unit.year, scope: ledger.unit.scope,
        tables: try form.tables.map(derivation.derive))
      unstatedClosing = ledger.given == nil ? try totals.unstatedClosing : nil
    } catch is AmountOverflow {
      throw UnusableInput([LedgerTotals.overflow(at: ledger.expenditure.first?.place ?? SourceLocation(file: "账"))])
    }
  }
}

extension TableSet {
  /// The tables that a ledger brings, in the layout of a form and as given: each figure in its own unit, with its decimals.
  ///
  /// Throws ``UnusableInput`` as deriving does, and ``FormError`` when the form cannot be used.
  package init(
    given: GivenTables, of unit: UnitInformation, form: Form, codes: CodeBook, schema: LedgerSchema
  ) throws {
    var ledger = Ledger(unit: unit, schema: schema)
    ledger.given = given
    ledger = try ledger.takingInGiven(printedIn: form)
    var derivation = Derivation(
      unit: unit, totals: try LedgerTotals(ledger), codes: codes, form: form, given: given)
    derivation.keepsGivenUnits = true
    self.init(
      unitName: unit.name, year: unit.year, scope: unit.scope,
      tables: try form.tables.filter { given.has($0.id) }.map {
        try derivation.derive($0).inUnitOfItsFigures(form.unit)
      })
  }
}

extension Table {
  /// The table with the unit of its amounts above it, where a form says another.
  fileprivate func inUnitOfItsFigures(_ usual: MoneyUnit) -> Table {
    let units = figures.lazy.compactMap { one in
      if case .money(let unit) = one.figure.unit, case .number = one.figure.content { unit } else { nil }
    }
    guard let unit = units.first, unit != usual else { return self }
    return Table(
      id: id, title: title, formCode: formCode, unitLine: unitLine, period: period,
      currency: currency.replacing(usual.rawValue, with: unit.rawValue), isWide: isWide, header: header, rows: rows,
      notes: notes)
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
