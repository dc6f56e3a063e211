/// The values of one row by their columns.
///
/// A row has a handful of them, and a ledger a hundred thousand rows: they lie one behind another, which takes half the
/// memory of a dictionary and less time.
package struct FieldValues: Sendable {
  private var pairs: [(column: ColumnID, value: FieldValue)] = []

  /// No values, with room for so many.
  package init(minimumCapacity: Int = 0) { pairs.reserveCapacity(minimumCapacity) }

  /// How many there are.
  package var count: Int { pairs.count }

  /// The value in a column; nil when there is none.
  package subscript(column: ColumnID) -> FieldValue? {
    get { position(of: column).map { pairs[$0].value } }
    set {
      let position = position(of: column)
      switch (position, newValue) {
      case (let position?, let value?): pairs[position].value = value
      case (let position?, nil): pairs.remove(at: position)
      case (nil, let value?): pairs.append((column, value))
      case (nil, nil): break
      }
    }
  }

  /// The values in some of the columns.
  package func only(_ columns: Set<ColumnID>) -> FieldValues {
    var kept = self
    kept.pairs.removeAll { !columns.contains($0.column) }
    return kept
  }

  private func position(of column: ColumnID) -> Int? { pairs.firstIndex { $0.column == column } }
}

extension FieldValues: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (ColumnID, FieldValue)...) {
    for (column, value) in elements { self[column] = value }
  }
}

extension FieldValues: Equatable {
  /// Whether the same values stand in the same columns, in whatever order.
  package static func == (left: FieldValues, right: FieldValues) -> Bool {
    left.count == right.count && left.pairs.allSatisfy { right[$0.column] == $0.value }
  }
}
