/// The values of one row by their headings.
///
/// A row has a handful of them, and a ledger a hundred thousand rows: they lie one behind another, which takes half the
/// memory of a dictionary and less time, since Chinese headings are slow to hash.
package struct FieldValues: Sendable {
  private var pairs: [(heading: String, value: FieldValue)] = []

  /// No values, with room for so many.
  package init(minimumCapacity: Int = 0) { pairs.reserveCapacity(minimumCapacity) }

  /// How many there are.
  package var count: Int { pairs.count }

  /// The value under a heading; nil when there is none.
  package subscript(heading: String) -> FieldValue? {
    get { position(of: heading).map { pairs[$0].value } }
    set {
      let position = position(of: heading)
      switch (position, newValue) {
      case (let position?, let value?): pairs[position].value = value
      case (let position?, nil): pairs.remove(at: position)
      case (nil, let value?): pairs.append((heading, value))
      case (nil, nil): break
      }
    }
  }

  /// The values under some of the headings.
  package func only(_ headings: Set<String>) -> FieldValues {
    var kept = self
    kept.pairs.removeAll { !headings.contains($0.heading) }
    return kept
  }

  private func position(of heading: String) -> Int? {
    // Headings are those of the schema, so that their bytes tell them apart.
    pairs.firstIndex {
      $0.heading.utf8.count == heading.utf8.count && $0.heading.utf8.elementsEqual(heading.utf8)
    }
  }
}

extension FieldValues: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, FieldValue)...) {
    for (heading, value) in elements { self[heading] = value }
  }
}

extension FieldValues: Equatable {
  /// Whether the same values stand under the same headings, in whatever order.
  package static func == (left: FieldValues, right: FieldValues) -> Bool {
    left.count == right.count && left.pairs.allSatisfy { right[$0.heading] == $0.value }
  }
}
