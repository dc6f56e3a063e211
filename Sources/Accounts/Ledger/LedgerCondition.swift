/// Rows of a sheet of a ledger, told by what some of their cells hold.
package struct LedgerRows: Sendable {
  /// What a cell holds.
  package enum Match: Sendable, Hashable {
    /// One of these texts; of an item its id.
    case texts([String])
    /// Any other text than this, or none.
    case otherThan(String)
    case filled
    case blank
    /// A number that is not 0.
    case notZero
  }

  /// The sheet.
  package let sheet: SheetID
  /// What the cells hold, each of a column.
  package let cells: [(column: ColumnID, match: Match)]

  package init(_ sheet: SheetID, _ cells: [(column: ColumnID, match: Match)]) {
    self.sheet = sheet
    self.cells = cells
  }

  /// Those of a ledger's rows.
  package func found(in rows: [SheetID: [RowFields]]) -> [RowFields] {
    (rows[sheet] ?? []).filter { row in cells.allSatisfy { $0.match.holds(row.values[$0.column]) } }
  }
}

extension LedgerRows.Match {
  fileprivate func holds(_ value: FieldValue?) -> Bool {
    switch (self, value) {
    case (.texts(let texts), .text(let text)?): texts.contains(text)
    case (.otherThan(let other), let value): value != .text(other)
    case (.filled, let value): value != nil
    case (.blank, let value): value == nil
    case (.notZero, .amount(let amount)?): amount != .zero
    case (.notZero, .count(let count)?): count != 0
    default: false
    }
  }
}

/// Something that holds of a ledger's rows or does not, and that a workbook can ask by a formula.
package indirect enum LedgerCondition: Sendable {
  /// There is such a row.
  case some(LedgerRows)
  /// There is no such row.
  case none(LedgerRows)
  /// All of these hold; of none it is true.
  case all([LedgerCondition])
  /// One of these holds.
  case any([LedgerCondition])
  /// There is a 类 of which there are such rows, and no rows that cover it: of the 类 itself where it must be whole, else of the
  /// 类 or any code below it.
  case uncovered([LedgerRows], by: [LedgerRows], isWhole: Bool)

  /// Whether it holds of a ledger's rows.
  package func holds(in rows: [SheetID: [RowFields]]) -> Bool {
    switch self {
    case .some(let wanted): return !wanted.found(in: rows).isEmpty
    case .none(let wanted): return wanted.found(in: rows).isEmpty
    case .all(let conditions): return conditions.allSatisfy { $0.holds(in: rows) }
    case .any(let conditions): return conditions.contains { $0.holds(in: rows) }
    case .uncovered(let wanted, let covering, let isWhole):
      let categories = Set(Self.codes(wanted, rows).map { String($0.prefix(3)) })
      let covered = Set(Self.codes(covering, rows).map { isWhole ? $0 : String($0.prefix(3)) })
      return !categories.isSubset(of: covered)
    }
  }

  /// The sheets whose rows it asks for.
  package var sheets: Set<SheetID> {
    switch self {
    case .some(let rows), .none(let rows): [rows.sheet]
    case .all(let conditions), .any(let conditions): conditions.reduce(into: []) { $0.formUnion($1.sheets) }
    case .uncovered(let wanted, let covering, _): Set((wanted + covering).map(\.sheet))
    }
  }

  private static func codes(_ wanted: [LedgerRows], _ rows: [SheetID: [RowFields]]) -> [String] {
    wanted.flatMap { $0.found(in: rows) }.compactMap { $0.text(.functionCode) }
  }
}
