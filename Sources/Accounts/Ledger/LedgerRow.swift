/// The value of one cell of a ledger, typed as the schema says.
package enum FieldValue: Hashable, Sendable {
  /// A text, a code, a choice; of a cell that names an item, the item's id.
  case text(String)
  case amount(Amount)
  case count(Int64)

  /// The value as written in a CSV or JSON ledger, but for the name of an item; amounts in 元.
  package var written: String {
    switch self {
    case .text(let text): text
    case .amount(let amount): amount.yuanText
    case .count(let count): String(count)
    }
  }
}

/// The cells of one row by column, already checked against the schema.
package struct RowFields: Sendable {
  /// The values; a blank cell has none.
  package var values: FieldValues
  /// Where the row stands.
  package var place: SourceLocation

  package init(_ values: FieldValues = [:], place: SourceLocation) {
    self.values = values
    self.place = place
  }

  /// The text of a cell; nil when blank.
  package func text(_ column: ColumnID) -> String? {
    if case .text(let text) = values[column] { text } else { nil }
  }

  /// The amount of a cell; nil when blank.
  package func amount(_ column: ColumnID) -> Amount? {
    if case .amount(let amount) = values[column] { amount } else { nil }
  }

  /// The count of a cell; nil when blank.
  package func count(_ column: ColumnID) -> Int64? {
    if case .count(let count) = values[column] { count } else { nil }
  }

  /// Sets a cell; nil leaves it blank.
  package mutating func set(_ column: ColumnID, _ text: String?) { values[column] = text.map { .text($0) } }

  /// Sets a cell; nil leaves it blank.
  package mutating func set(_ column: ColumnID, _ amount: Amount?) { values[column] = amount.map { .amount($0) } }

  /// Sets a cell; nil leaves it blank.
  package mutating func set(_ column: ColumnID, count: Int64?) { values[column] = count.map { .count($0) } }
}

/// A row of one of the ledger's sheets: made from checked cells, and written back to them.
package protocol LedgerRow: Sendable {
  /// The sheet the row stands in.
  static var sheet: SheetID { get }
  /// The columns the row is made of.
  static var columns: [ColumnID] { get }
  /// Where the row stands in its input.
  var place: SourceLocation { get }
  /// Takes a row whose cells passed the schema; nil when a required cell is missing.
  init?(_ fields: RowFields)
  /// The row as cells.
  var fields: RowFields { get }
}
