/// A workbook to be written.
///
///     var sheet = SheetOutput(name: "支出")
///     sheet.put(.text("金额"), at: CellReference(row: 1, column: 1))
///     let bytes = try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))
package struct WorkbookOutput: Sendable {
  /// The sheets in the order of their tabs.
  package var sheets: [SheetOutput]
  /// Names for ranges, besides those of print titles and print areas, which the sheets give.
  package var definedNames: [DefinedName] = []
  /// What the file says about itself.
  package var properties = DocumentProperties()
  /// The font of cells without a style of their own, from which the widths of columns are counted as well.
  package var defaultFont = CellFont()
  /// Whether formulas are to be calculated anew when the workbook is opened.
  package var recalculatesOnOpening = false

  /// A workbook of sheets.
  package init(sheets: [SheetOutput]) {
    self.sheets = sheets
  }
}
