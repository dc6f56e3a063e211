/// A value to be written into a CSV text.
package enum CSVField: Sendable, Equatable {
  /// Text, which a spreadsheet must never take for a formula.
  case text(String)
  /// A number in the spelling in which it is to stand; the caller vouches that it is one.
  case number(String)
}
