extension Consolidation {
  /// 结转结余: a row a unit and fund, with its closing balance as the unit states it or as its rows leave it.
  mutating func addBalances() throws(AmountOverflow) {
    for fund in Fund.allCases {
      let isByCode = keepsCodes(of: fund)
      for unit in ledgers {
        var rows = try unit.closed(fund)
        if !isByCode, rows.contains(where: { $0.code != nil }), let whole = try Self.whole(rows, of: fund) {
          rows = [whole]
        }
        ledger.balances += rows.map { row in
          var row = row
          row.unit = row.unit ?? unit.unit.name
          return row
        }
      }
    }
  }

  /// Whether the balances of a fund are told apart by code: those of 政府性基金 and 国有资本经营 must be; those of the others are
  /// where every unit does so and no transfer is taken away, whose two sides may be of different codes.
  private func keepsCodes(of fund: Fund) -> Bool {
    switch fund {
    case .governmentFund, .stateCapital: true
    case .other where !transfers.groups.isEmpty: false
    case .generalBudget, .other:
      ledgers.allSatisfy { unit in unit.balances.allSatisfy { $0.fund != fund || $0.code != nil } }
    }
  }

  /// One row for several of a fund; nil where there are none.
  private static func whole(_ rows: [BalanceRow], of fund: Fund) throws(AmountOverflow) -> BalanceRow? {
    guard var whole = rows.first else { return nil }
    (whole.code, whole.name) = (nil, nil)
    for row in rows.dropFirst() {
      whole.opening = try sum(whole.opening, row.opening)
      whole.surplusUsed = try sum(whole.surplusUsed, row.surplusUsed)
      whole.surplusDistributed = try sum(whole.surplusDistributed, row.surplusDistributed)
      whole.closing = try sum(whole.closing, row.closing)
    }
    return whole
  }

  /// The sum of what there is; nil where there is nothing.
  static func sum(_ left: Amount?, _ right: Amount?) throws(AmountOverflow) -> Amount? {
    guard let left, let right else { return left ?? right }
    return try left.adding(right)
  }
}

extension Ledger {
  /// The rows of 结转结余 of a fund, each with its closing balance where anything is left; those of codes
  /// that moved and have no row are added.
  fileprivate func closed(_ fund: Fund) throws(AmountOverflow) -> [BalanceRow] {
    let own = balances.filter { $0.fund == fund }
    let isByCode = fund == .governmentFund || fund == .stateCapital || own.contains { $0.code != nil }
    var moved: [FunctionCode?: Amount] = [:]
    var place = own.first?.place
    for row in income where row.source.fund == fund {
      let code = isByCode ? row.code : nil
      moved[code] = try (moved[code] ?? .zero).adding(row.amount)
      place = place ?? row.place
    }
    for row in expenditure where row.fund == fund {
      let code = isByCode ? row.code : nil
      moved[code] = try (moved[code] ?? .zero).subtracting(row.amount)
      place = place ?? row.place
    }
    var rows: [BalanceRow] = []
    for var row in own {
      if row.closing == nil {
        let left = try (moved[row.code] ?? .zero).adding(row.opening ?? .zero).adding(row.surplusUsed ?? .zero)
          .subtracting(row.surplusDistributed ?? .zero)
        // That nothing is left is printed where somebody states it.
        if left != .zero { row.closing = left }
      }
      rows.append(row)
    }
    let known = Set(own.map(\.code))
    for (code, amount) in moved.sorted(by: { ($0.key?.digits ?? "") < ($1.key?.digits ?? "") })
    where !known.contains(code) && (amount != .zero || !isByCode) {
      rows.append(BalanceRow(fund: fund, code: code, closing: amount, place: place ?? SourceLocation(file: "")))
    }
    return rows
  }
}
