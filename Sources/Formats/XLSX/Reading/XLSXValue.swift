/// What a cell of a workbook holds; of a formula, the value it had when the workbook was saved.
package enum XLSXValue: Sendable, Equatable {
  /// Nothing, or a formula that was never calculated.
  case blank
  /// Text without its fonts and pronunciations.
  case text(String)
  /// A number as it is spelled in the file, and what its format says about it.
  case number(DecimalSpelling, NumberFormat)
  /// A day or time, and the number it is in the file if it is one that its format shows so.
  case date(WorkbookDate, serial: DecimalSpelling?)
  /// A truth value.
  case boolean(Bool)
  /// An error such as #REF!.
  case error(String)
}
