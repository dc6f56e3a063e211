import Accounts

extension RandomFacts {
  /// The facts as a ledger of a schema; closing balances are stated, none being 0. Codes that the book lacks are named in
  /// it.
  func ledger(_ schema: LedgerSchema, codes: CodeBook) -> Ledger {
    let place = SourceLocation(file: "随机")
    var ledger = Ledger(unit: UnitInformation(name: "随机单位", year: 2024, scope: scope, nature: nature), schema: schema)
    var names: Set<Int> = []
    func name(_ code: Int, _ classification: CodeBook.Classification) {
      guard names.insert(code).inserted, codes.entry(classification, String(code)) == nil else { return }
      let fields = RowFields(
        [.classification: .text(classification.rawValue), .code: .text(String(code)), .name: .text("科目\(code)")],
        place: place)
      if let row = OwnCodeRow(fields) { ledger.ownCodes.append(row) }
    }
    func item(_ code: Int) -> FunctionCode? {
      for level in [code / 10_000, code / 100, code] { name(level, .function) }
      return FunctionCode(String(code))
    }
    for row in income {
      guard let code = item(row.code) else { continue }
      ledger.income.append(IncomeRow(code: code, source: row.source, amount: Amount(fen: row.fen), place: place))
    }
    for row in expenditure {
      guard let code = item(row.code) else { continue }
      if let economicCode = row.economicCode { name(economicCode, .economic) }
      ledger.expenditure.append(
        ExpenditureRow(
          code: code, kind: row.kind, fund: row.fund,
          economicCode: row.economicCode.flatMap { EconomicCode(String($0)) }, amount: Amount(fen: row.fen),
          place: place))
    }
    func amount(_ fen: Int64) -> Amount? { fen == 0 ? nil : Amount(fen: fen) }
    for row in balances {
      ledger.balances.append(
        BalanceRow(
          fund: row.fund, code: row.code.flatMap(item), opening: amount(row.opening),
          surplusUsed: amount(row.surplusUsed), surplusDistributed: amount(row.surplusDistributed),
          closing: amount(row.closing), place: place))
    }
    for expense in expenses {
      let fields = RowFields(
        [
          .item: .text(expense.item.rawValue), .finalBudget: .amount(Amount(fen: expense.budget)),
          .actual: .amount(Amount(fen: expense.actual)),
        ], place: place)
      if let row = ThreePublicRow(fields) { ledger.threePublic.append(row) }
    }
    func other(_ item: OtherItem, _ value: FieldValue) {
      let fields = RowFields([.item: .text(item.rawValue), .value: value], place: place)
      if let row = OtherRow(fields) { ledger.other.append(row) }
    }
    for (item, fen) in procurement + operatingCost { other(item, .amount(Amount(fen: fen))) }
    for (item, count) in vehicles { other(item, .count(count)) }
    if let equipment { other(.largeEquipment, .count(equipment)) }
    return ledger
  }
}
