/// Rows of a sheet that say the same, the amount too: several payments, or one that was entered twice.
package struct EqualRows: Sendable {
  /// The sheet.
  package let sheet: SheetID
  /// Where the rows stand, each group in the order of the sheet.
  package let groups: [[SourceLocation]]
}

extension Ledger {
  /// The rows of 收入 and 支出 that equal another of their sheet in everything but names; linear in the rows.
  package var equalRows: [EqualRows] {
    struct Spent: Hashable {
      let code: String
      let kind: ExpenditureKind
      let fund: Fund
      let economicCode: String?
      let project: String?
      let unit: String?
      let fen: Int64
    }
    struct Received: Hashable {
      let code: String
      let source: IncomeSource
      let unit: String?
      let fen: Int64
    }
    let received = Self.equal(income) {
      Received(code: $0.code.digits, source: $0.source, unit: $0.unit, fen: $0.amount.fen)
    }
    let spent = Self.equal(expenditure) {
      Spent(
        code: $0.code.digits, kind: $0.kind, fund: $0.fund, economicCode: $0.economicCode?.digits, project: $0.project,
        unit: $0.unit, fen: $0.amount.fen)
    }
    return [EqualRows(sheet: .income, groups: received), EqualRows(sheet: .expenditure, groups: spent)]
      .filter { !$0.groups.isEmpty }
  }

  private static func equal<Row: LedgerRow, Key: Hashable>(_ rows: [Row], _ key: (Row) -> Key) -> [[SourceLocation]] {
    var first: [Key: Int] = [:]
    first.reserveCapacity(rows.count)
    // Most rows have no equal: only those that have are given a list.
    var equals: [Int: [Int]] = [:]
    for (position, row) in rows.enumerated() {
      let key = key(row)
      if let other = first[key] { equals[other, default: [other]].append(position) } else { first[key] = position }
    }
    return equals.sorted { $0.key < $1.key }.map { $0.value.map { rows[$0].place } }
  }
}
