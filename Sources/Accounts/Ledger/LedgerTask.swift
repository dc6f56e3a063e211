/// Something that a ledger must say, or had better say, before anything is published, and that a workbook lists until it does (待办).
///
/// What must be said comes of the schema's `asked`, `asks`, `asksFor` and `required`; what had better be said, and why, is data
/// (`Data/ledger-tasks.json`).
package struct LedgerTask: Sendable {
  /// How far it is.
  package enum State: String, Sendable, CaseIterable {
    /// It must be filled in and is not.
    case missing
    /// It had better be filled in and is not.
    case advised
    /// It is filled in.
    case done
    /// A ledger such as this needs none.
    case notAsked
  }

  /// The sheet in which it is filled in.
  package let sheet: SheetID
  /// What is filled in, as people are told.
  package let title: String
  /// The cells that are filled in.
  package let columns: [ColumnID]
  /// Those that are filled in only where something was spent.
  package let columnsIfSpent: [ColumnID]
  /// By what its row is found; nil where it is of no one row.
  package let row: (column: ColumnID, text: String)?
  /// Why, in a sentence: what it is for, or the regulation that asks for it.
  package let basis: String
  /// Whether it only had better be filled in.
  package let isAdvice: Bool
  /// When it is asked for.
  package let asked: LedgerCondition
  /// Whether it is lacking, where it is asked for.
  package let lacking: LedgerCondition

  /// How far it is in a ledger's rows.
  package func state(in rows: [SheetID: [RowFields]]) -> State {
    if !asked.holds(in: rows) { return .notAsked }
    if !lacking.holds(in: rows) { return .done }
    return isAdvice ? .advised : .missing
  }

  /// The sheets on which it depends.
  package var sheets: Set<SheetID> { asked.sheets.union(lacking.sheets).union([sheet]) }
}
