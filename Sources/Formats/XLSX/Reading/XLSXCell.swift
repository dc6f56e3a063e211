/// One cell of a sheet that holds something.
package struct XLSXCell: Sendable, Equatable {
  /// Where it stands.
  package let reference: CellReference
  /// What it holds.
  package let value: XLSXValue
  /// The formula without its equals sign, nil when it holds none; empty when it shares that of another cell.
  package let formula: String?

  /// A cell with what it holds.
  package init(reference: CellReference, value: XLSXValue, formula: String? = nil) {
    self.reference = reference
    self.value = value
    self.formula = formula
  }
}
