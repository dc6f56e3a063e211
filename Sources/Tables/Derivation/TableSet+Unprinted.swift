package import Accounts

extension TableSet {
  /// The figures that the national form prints and a form has no table for, in that form's unit and decimals.
  ///
  /// The text speaks of them all the same: Shanghai has no 公开10, and its text states procurement, operating cost and
  /// state assets. Throws when a sum does not fit, or a form cannot be used.
  package static func unprinted(of ledger: Ledger, form: Form, codes: CodeBook) throws -> [TableFigure] {
    let missing = try Form.builtIn("national", year: form.year).tables.filter { table in
      form[table.id] == nil
    }
    guard !missing.isEmpty else { return [] }
    let ledger = try ledger.takingInGiven(printedIn: form)
    let derivation = Derivation(
      unit: ledger.unit, totals: try LedgerTotals(ledger), codes: codes.including(ledger), form: form,
      given: ledger.given)
    return try missing.flatMap { try derivation.derive($0).figures }
  }
}
