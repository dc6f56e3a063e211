extension CodeBook {
  /// The book with the ledger's own names for the codes it lacks.
  package func including(_ ledger: Ledger) -> CodeBook {
    var book = self
    for use in ledger.codeUses {
      // What 补充科目 says counts more than a name that nobody confirmed.
      let known = book.entry(use.classification, use.code)
      guard let name = use.name, known == nil || use.isOwn && known?.evidence == .recalled else { continue }
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
  /// The heading of the column in which the name stands; the code's own where the sheet has none.
  let nameColumn: String
  /// Whether it stands in 补充科目.
  var isOwn = false
  /// Whether it stands in a table that is printed as given, whose names are checked like those of a publication.
  var isGiven = false
}

extension GivenTables {
  /// The codes of the tables with the names printed beside them.
  fileprivate var codeUses: [CodeUse] {
    codes.keys.sorted().flatMap { number in
      (codes[number] ?? []).map { code in
        let row = code.place ?? place
        return CodeUse(
          classification: number == "06" ? .economic : .function, code: code.digits,
          name: code.name.isEmpty ? nil : code.name,
          place: SourceLocation(file: row.file, sheet: row.sheet, line: row.line), column: "科目编码", nameColumn: "科目名称",
          isGiven: true)
      }
    }
  }
}

extension Ledger {
  /// Every use of a code, the rows of 补充科目 first, so that a name given there is found before one given in passing.
  var codeUses: [CodeUse] {
    var uses: [CodeUse] = []
    uses.reserveCapacity(ownCodes.count + income.count + 2 * expenditure.count)
    let (own, ownName) = (schema.heading(OwnCodeRow.sheet, .code), schema.heading(OwnCodeRow.sheet, .name))
    for row in ownCodes {
      uses.append(
        CodeUse(
          classification: row.classification, code: row.code, name: row.name, place: row.place, column: own,
          nameColumn: ownName, isOwn: true))
    }
    /// The function codes of a sheet's rows.
    func add<Row: LedgerRow>(_ rows: [Row], _ use: (Row) -> (code: FunctionCode?, name: String?)) {
      let column = schema.heading(Row.sheet, .functionCode)
      let nameColumn = Row.columns.contains(.functionName) ? schema.heading(Row.sheet, .functionName) : column
      for row in rows {
        let (code, name) = use(row)
        guard let code else { continue }
        uses.append(
          CodeUse(
            classification: .function, code: code.digits, name: name, place: row.place, column: column,
            nameColumn: nameColumn))
      }
    }
    uses += given?.codeUses ?? []
    add(income) { ($0.code, $0.name) }
    let (function, economic) = (
      schema.heading(ExpenditureRow.sheet, .functionCode), schema.heading(ExpenditureRow.sheet, .economicCode)
    )
    let (functionName, economicName) = (
      schema.heading(ExpenditureRow.sheet, .functionName), schema.heading(ExpenditureRow.sheet, .economicName)
    )
    for row in expenditure {
      uses.append(
        CodeUse(
          classification: .function, code: row.code.digits, name: row.name, place: row.place, column: function,
          nameColumn: functionName))
      guard let code = row.economicCode else { continue }
      uses.append(
        CodeUse(
          classification: .economic, code: code.digits, name: row.economicName, place: row.place, column: economic,
          nameColumn: economicName))
    }
    add(balances) { ($0.code, $0.name) }
    add(budget) { ($0.code, $0.name) }
    add(prior) { ($0.code, $0.name) }
    add(texts) { ($0.code, $0.name) }
    return uses
  }
}
