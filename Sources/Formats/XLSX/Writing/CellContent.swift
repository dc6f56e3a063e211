/// What a cell to be written holds.
package enum CellContent: Sendable, Equatable {
  /// Nothing; a style is kept.
  case blank
  /// Text, which stays text whatever it begins with.
  case text(String)
  /// A number in decimal digits such as 1234.56, in which spelling it is written.
  case number(String)
  /// A day, and a time of day if it has one; to be seen as such it needs a number format.
  case date(WorkbookDate)
  /// A truth value.
  case boolean(Bool)
  /// A formula without its equals sign, and the value that is shown until it is calculated.
  indirect case formula(String, cached: CellContent)
}
