package import Accounts

/// The form (表样) in which a place prints its tables in a year: order, titles, headers, labels and notes.
///
/// A form is data (`Templates/places/`*place*`/form-`*year*`.json`, explained in `Templates/places/README.md`). What each
/// line and column holds is said by a word of the field (`item`) or the code of a 类 (`class`), which the derivation of
/// that table knows. A form that was read is whole: its headers cover its columns, its numbers are in bounds, and what
/// the national form has and it lacks, it says it leaves out.
package struct Form: Sendable {
  /// The place it belongs to: the name by which `--place` and `--form` ask for it.
  package let id: String
  /// The fiscal year it is for.
  package let year: Int
  /// The first fiscal year that printed the same tables in this place: its own, or an earlier one of which nothing changed since.
  package let tablesYear: Int
  /// What people call it.
  package let name: String
  /// Where it was taken from.
  package let source: String
  /// The places whose wording serves where this one has none, the nearest first, itself at the head.
  package let wording: [String]
  /// What the national form has and this one leaves out, as it says itself.
  package let leavesOut: Set<LeftOut>
  /// The unit in which money is printed.
  package let unit: MoneyUnit
  /// The decimals printed.
  package let decimals: Int
  /// Whether the thousands of amounts are set apart by commas.
  package let thousands: Bool
  /// The tables in the order in which they are printed; never empty, and none twice.
  package let tables: [TableForm]

  /// The place whose form all others are compared with, and whose wording serves where a place has none.
  package static let ancestor = "national"

  /// The form of a table; nil when the place does not print it.
  package subscript(id: TableID) -> TableForm? { tables.first { $0.id == id } }
}

/// A form that cannot be had or used.
package struct FormError: Error, Sendable {
  /// What is wrong with it, in Chinese.
  package let message: String

  package init(_ message: String) { self.message = message }
}
