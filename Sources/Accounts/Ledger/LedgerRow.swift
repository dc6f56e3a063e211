/// The value of one cell of a ledger, typed as the schema says.
package enum FieldValue: Hashable, Sendable {
  case text(String)
  case amount(Amount)
  case count(Int64)

  /// The value as written in a CSV or JSON ledger; amounts in 元.
  package var written: String {
    switch self {
    case .text(let text): text
    case .amount(let amount): amount.yuanText
    case .count(let count): String(count)
    }
  }
}

/// The cells of one row by heading, already checked against the schema.
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
  package func text(_ heading: String) -> String? {
    if case .text(let text) = values[heading] { text } else { nil }
  }

  /// The amount of a cell; nil when blank.
  package func amount(_ heading: String) -> Amount? {
    if case .amount(let amount) = values[heading] { amount } else { nil }
  }

  /// The count of a cell; nil when blank.
  package func count(_ heading: String) -> Int64? {
    if case .count(let count) = values[heading] { count } else { nil }
  }

  /// Sets a cell; nil leaves it blank.
  package mutating func set(_ heading: String, _ text: String?) { values[heading] = text.map { .text($0) } }

  /// Sets a cell; nil leaves it blank.
  package mutating func set(_ heading: String, _ amount: Amount?) { values[heading] = amount.map { .amount($0) } }

  /// Sets a cell; nil leaves it blank.
  package mutating func set(_ heading: String, count: Int64?) { values[heading] = count.map { .count($0) } }
}

/// A row of one of the ledger's sheets: made from checked cells, and written back to them.
package protocol LedgerRow: Sendable {
  /// The sheet the row stands in.
  static var sheet: String { get }
  /// Where the row stands in its input.
  var place: SourceLocation { get }
  /// Takes a row whose cells passed the schema; nil when a required cell is missing.
  init?(_ fields: RowFields)
  /// The row as cells.
  var fields: RowFields { get }
}
