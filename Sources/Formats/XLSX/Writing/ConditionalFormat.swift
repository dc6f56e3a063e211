/// A look that cells take on for as long as a formula holds (条件格式).
package struct ConditionalFormat: Sendable, Equatable {
  /// What is changed of how cells look; what is nil stays as it is.
  package struct Look: Sendable, Hashable {
    /// The colour of the characters.
    package var color: CellColor?
    /// The colour behind the content.
    package var fill: CellColor?
    /// Whether the characters are made bold.
    package var isBold: Bool

    /// A look.
    package init(color: CellColor? = nil, fill: CellColor? = nil, isBold: Bool = false) {
      self.color = color
      self.fill = fill
      self.isBold = isBold
    }
  }

  /// The cells.
  package var range: CellRange
  /// The formula as the first of the cells would have it, without an equals sign.
  package var formula: String
  /// The look.
  package var look: Look

  /// A look for the cells of a range while a formula holds.
  package init(_ range: CellRange, while formula: String, _ look: Look) {
    self.range = range
    self.formula = formula
    self.look = look
  }
}
