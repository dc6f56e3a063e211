extension CodeBook {
  /// The book with the ledger's own names for the codes it lacks.
  package func including(_ ledger: Ledger) -> CodeBook {
    var book = self
    for use in ledger.codeUses where book.entry(use.classification, use.code) == nil {
      guard let name = use.name else { continue }
      book.add(Entry(code: use.code, name: name, group: "", evidence: .ledger), to: use.classification)
    }
    return book
  }
}

/// A place where a ledger uses a code, and the name it gives it there.
struct CodeUse {
  let classification: CodeBook.Classification
  let code: String
  let name: String?
  let place: SourceLocation
  let column: String
}

extension Ledger {
  /// Every use of a code, the rows of 补充科目 first, so that a name given there is found before one given in passing.
  var codeUses: [CodeUse] {
    var uses: [CodeUse] = []
    uses.reserveCapacity(ownCodes.count + income.count + 2 * expenditure.count)
    let own = schema.heading(OwnCodeRow.sheet, .code)
    for row in ownCodes {
      uses.append(
        CodeUse(classification: row.classification, code: row.code, name: row.name, place: row.place, column: own))
    }
    /// The function codes of a sheet's rows.
    func add<Row: LedgerRow>(_ rows: [Row], _ use: (Row) -> (code: FunctionCode?, name: String?)) {
      let column = schema.heading(Row.sheet, .functionCode)
      for row in rows {
        let (code, name) = use(row)
        guard let code else { continue }
        uses.append(CodeUse(classification: .function, code: code.digits, name: name, place: row.place, column: column))
      }
    }
    add(income) { ($0.code, $0.name) }
    let (function, economic) = (
      schema.heading(ExpenditureRow.sheet, .functionCode), schema.heading(ExpenditureRow.sheet, .economicCode)
    )
    for row in expenditure {
      uses.append(
        CodeUse(
          classification: .function, code: row.code.digits, name: row.name, place: row.place, column: function))
      guard let code = row.economicCode else { continue }
      uses.append(
        CodeUse(
          classification: .economic, code: code.digits, name: row.economicName, place: row.place, column: economic))
    }
    add(balances) { ($0.code, $0.name) }
    add(budget) { ($0.code, $0.name) }
    add(prior) { ($0.code, $0.name) }
    add(texts) { ($0.code, nil) }
    return uses
  }
}
