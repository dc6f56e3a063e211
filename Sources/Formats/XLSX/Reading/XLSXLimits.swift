/// The bounds within which a workbook is read.
package struct XLSXLimits: Sendable, Equatable {
  /// The bounds of the archive the workbook is packed in.
  package let archive: ZIPLimits
  /// The bounds of each part of it.
  package let xml: XMLLimits
  /// Most sheets of any kind.
  package let sheets: Int
  /// Most rows of one sheet that have anything written in them.
  package let rows: Int
  /// Most columns; no cell may stand further right.
  package let columns: Int
  /// Most cells of one sheet that hold something.
  package let cells: Int
  /// Most different texts shared by the cells of all sheets.
  package let sharedStrings: Int
  /// Most bytes of all shared texts together.
  package let sharedStringBytes: Int
  /// Most bytes of the text of one cell.
  package let textBytes: Int
  /// Most cell styles, number formats, defined names and relationships of a part, each counted by itself.
  package let listEntries: Int
  /// Most merged ranges of one sheet.
  package let mergedRanges: Int

  /// Limits that leave ample room for real workbooks unless told otherwise; a negative limit counts as zero.
  package init(
    archive: ZIPLimits = ZIPLimits(), xml: XMLLimits = XMLLimits(), sheets: Int = 1000,
    rows: Int = CellReference.lastRow, columns: Int = CellReference.lastColumn, cells: Int = 20_000_000,
    sharedStrings: Int = 4_000_000, sharedStringBytes: Int = 256 << 20, textBytes: Int = 1 << 20,
    listEntries: Int = 65_536, mergedRanges: Int = 100_000
  ) {
    self.archive = archive
    self.xml = xml
    self.sheets = max(0, sheets)
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    self.cells = max(0, cells)
    self.sharedStrings = max(0, sharedStrings)
    self.sharedStringBytes = max(0, sharedStringBytes)
    self.textBytes = max(0, textBytes)
    self.listEntries = max(0, listEntries)
    self.mergedRanges = max(0, mergedRanges)
  }
}
