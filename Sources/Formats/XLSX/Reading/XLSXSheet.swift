/// A sheet as the workbook lists it, without its cells.
package struct XLSXSheet: Sendable, Equatable {
  /// Whether a sheet is shown.
  package enum Visibility: String, Sendable, Equatable {
    /// It is shown.
    case visible
    /// It is hidden and can be shown from the menu.
    case hidden
    /// It is hidden so that the menu does not name it.
    case veryHidden
  }

  /// The name on its tab.
  package let name: String
  /// Whether it is shown.
  package let visibility: Visibility
  /// Whether it has cells; a chart has none.
  package let hasCells: Bool
  /// The part of the archive it is in.
  let part: String
}
