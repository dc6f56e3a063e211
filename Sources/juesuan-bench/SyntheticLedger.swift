import Accounts

/// Ledgers of any size for measuring, always the same for the same size.
enum SyntheticLedger {
  /// A ledger with so many rows of expenditure over the code book's items, and the income that pays for them.
  static func ledger(rows: Int, codes: CodeBook, schema: LedgerSchema) -> Ledger {
    var ledger = Ledger(
      unit: UnitInformation(
        name: "合成测试单位", year: 2024, scope: .unit, nature: .administrative, dataRemark: "合成数据，只用于测量"),
      schema: schema)
    let items = codes.entries(.function).filter {
      $0.group == "一般公共预算" && !["227", "230", "233"].contains($0.code.prefix(3))
    }
    .compactMap { FunctionCode($0.code) }.filter { $0.level == .item }
    let economic = codes.entries(.economic).compactMap { EconomicCode($0.code) }
      .filter { $0.level == .section && !["309", "311"].contains($0.category) }
    let place = SourceLocation(file: "合成")
    var income: [FunctionCode: Int64] = [:]
    // A multiplier prime to the number of items spreads the rows over them without a random source.
    for index in 0..<rows {
      let code = items[index * 389 % items.count]
      let isBasic = index % 3 != 0
      let fen = Int64(index) * 1_234_567 % 987_654_321 + 1
      ledger.expenditure.append(
        ExpenditureRow(
          code: code, kind: isBasic ? .basic : .project, fund: .generalBudget,
          economicCode: isBasic ? economic[index % economic.count] : nil, project: "项目\(index)",
          amount: Amount(fen: fen),
          place: place))
      income[code, default: 0] += fen
    }
    for (code, fen) in income.sorted(by: { $0.key < $1.key }) {
      ledger.income.append(IncomeRow(code: code, source: .generalBudget, amount: Amount(fen: fen), place: place))
    }
    return ledger
  }
}
