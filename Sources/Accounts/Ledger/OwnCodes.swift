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
    for row in ownCodes {
      uses.append(
        CodeUse(classification: row.classification, code: row.code, name: row.name, place: row.place, column: "编码"))
    }
    func add(_ code: FunctionCode?, _ name: String?, _ place: SourceLocation) {
      guard let code else { return }
      uses.append(
        CodeUse(classification: .function, code: code.digits, name: name, place: place, column: "功能科目编码"))
    }
    for row in income { add(row.code, row.name, row.place) }
    for row in expenditure {
      add(row.code, row.name, row.place)
      guard let code = row.economicCode else { continue }
      uses.append(
        CodeUse(
          classification: .economic, code: code.digits, name: row.economicName, place: row.place, column: "经济科目编码"))
    }
    for row in balances { add(row.code, row.name, row.place) }
    for row in budget { add(row.code, row.name, row.place) }
    for row in prior { add(row.code, row.name, row.place) }
    for row in texts { add(row.code, nil, row.place) }
    return uses
  }
}
