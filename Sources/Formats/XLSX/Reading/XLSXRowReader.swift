/// The rows of one sheet, read one at a time from top to bottom.
///
/// It holds no more than a row and a piece of the file, however long the sheet is. What stands behind the rows in
/// the file, merged ranges for example, is known once there are no more rows.
package struct XLSXRowReader: ~Copyable {
  /// The columns, counted from 1, that are not shown; known with the first row.
  package private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// The ranges of cells merged into one, in the order of the file; known after the last row.
  package private(set) var mergedRanges: [CellRange] = []
  /// What is passed over in this sheet; known after the last row.
  package private(set) var notices: [XLSXNotice] = []

  private let sheet: XLSXSheet
  private let workbook: XLSXWorkbook
  private let limits: XLSXLimits
  private var xml: XLSXPart
  /// The depth of the outermost element; 0 until it has been come upon.
  private var depth = 0
  /// The depth of the element that holds the rows; nil before and after it.
  private var rowsDepth: Int?
  private var isAtEnd = false
  private var rowCount = 0
  private var cellCount = 0
  private var lastRow = 0

  init(_ sheet: XLSXSheet, in workbook: XLSXWorkbook, from xml: consuming XLSXPart) {
    self.sheet = sheet
    self.workbook = workbook
    self.xml = xml
    limits = workbook.limits
  }

  /// The next row, which may be formatted only and have no cell with anything in it; nil after the last.
  package mutating func next() throws(XLSXError) -> XLSXRow? {
    do {
      return try nextRow()
    } catch {
      isAtEnd = true
      throw error.of(sheet: sheet.name)
    }
  }

  private mutating func nextRow() throws(XLSXError) -> XLSXRow? {
    if depth == 0 { depth = try xml.root("worksheet") }
    while !isAtEnd {
      if let rowsDepth {
        while try xml.nextChild("row", ofDepth: rowsDepth) {
          let row = try readRow()
          // A format alone is nothing written: programs keep it for a million rows below the last one.
          if row.cells.isEmpty { return row }
          rowCount += 1
          guard rowCount <= limits.rows else { throw XLSXError(.tooMany(.rows, limit: limits.rows), part: xml.name) }
          return row
        }
        self.rowsDepth = nil
      }
      guard try xml.nextChild(ofDepth: depth) else {
        isAtEnd = true
        return nil
      }
      switch xml.localName {
      case "sheetData": rowsDepth = xml.depth
      case "cols": try readColumns()
      case "mergeCells": try readMergedRanges()
      case "oleObjects", "controls": notices.append(.embeddedObjects)
      default: continue
      }
    }
    return nil
  }

  // MARK: Beside the rows

  private mutating func readColumns() throws(XLSXError) {
    let list = xml.depth
    while try xml.nextChild("col", ofDepth: list) {
      guard try xml.isTrue("hidden"), let first = try xml.attribute("min").flatMap({ Int($0) }),
        let last = try xml.attribute("max").flatMap({ Int($0) }), first >= 1, first <= last,
        last <= CellReference.lastColumn
      else { continue }
      guard hiddenColumns.count < CellReference.lastColumn else {
        throw XLSXError(.tooMany(.hiddenColumns, limit: CellReference.lastColumn), part: xml.name)
      }
      hiddenColumns.append(first...last)
    }
  }

  private mutating func readMergedRanges() throws(XLSXError) {
    let list = xml.depth
    while try xml.nextChild("mergeCell", ofDepth: list) {
      let text = try xml.attribute("ref") ?? ""
      guard let range = CellRange(text) else { throw XLSXError(.malformedReference(text), part: xml.name) }
      guard mergedRanges.count < limits.mergedRanges else {
        throw XLSXError(.tooMany(.mergedRanges, limit: limits.mergedRanges), part: xml.name)
      }
      mergedRanges.append(range)
    }
  }

  // MARK: Rows

  private mutating func readRow() throws(XLSXError) -> XLSXRow {
    let number = try readRowNumber()
    let isHidden = try xml.isTrue("hidden")
    let depth = xml.depth
    var cells: [XLSXCell] = []
    var column = 0
    while try xml.nextChild("c", ofDepth: depth) {
      let reference = try readReference(row: number, lastColumn: column)
      column = reference.column
      let cell = try readCell(at: reference)
      guard cell.value != .blank || cell.formula != nil else { continue }
      cellCount += 1
      guard cellCount <= limits.cells else { throw error(.tooMany(.cells, limit: limits.cells), row: number) }
      cells.append(cell)
    }
    return XLSXRow(number: number, isHidden: isHidden, cells: cells)
  }

  /// A row without a number stands below the one before.
  private mutating func readRowNumber() throws(XLSXError) -> Int {
    let text = try xml.attribute("r")
    guard let number = text.map({ Int($0) }) ?? (lastRow + 1), number >= 1, number <= CellReference.lastRow else {
      throw XLSXError(.malformedReference(text ?? ""), part: xml.name)
    }
    guard number > lastRow else { throw error(.outOfOrder, row: number) }
    lastRow = number
    return number
  }

  /// A cell without a place stands to the right of the one before.
  private func readReference(row: Int, lastColumn: Int) throws(XLSXError) -> CellReference {
    let text = try xml.attribute("r")
    let reference = text.map { CellReference($0) } ?? CellReference(row: row, column: lastColumn + 1)
    guard let reference, reference.isInSheet, reference.row == row else {
      throw error(.malformedReference(text ?? ""), row: row)
    }
    guard reference.column > lastColumn else { throw error(.outOfOrder, at: reference) }
    guard reference.column <= limits.columns else {
      throw error(.tooMany(.columns, limit: limits.columns), at: reference)
    }
    return reference
  }

  // MARK: Cells

  private mutating func readCell(at reference: CellReference) throws(XLSXError) -> XLSXCell {
    let type = try xml.attribute("t") ?? "n"
    let style = try xml.attribute("s")
    var formula: String?
    var spelling: String?
    var inlineText: String?
    let depth = xml.depth
    while try xml.nextChild(ofDepth: depth) {
      if xml.isNamed("v") {
        spelling = try xml.elementText()
      } else if xml.isNamed("f") {
        formula = EscapedText.resolving(try xml.elementText())
      } else if xml.isNamed("is") {
        inlineText = try XLSXSharedStrings.text(in: &xml, limits: limits)
      }
    }
    let value = try value(type: type, style: style, spelling: spelling, inlineText: inlineText, at: reference)
    return XLSXCell(reference: reference, value: value, formula: formula)
  }

  private func value(
    type: String, style: String?, spelling: String?, inlineText: String?, at reference: CellReference
  ) throws(XLSXError) -> XLSXValue {
    if type == "inlineStr" {
      return (inlineText ?? spelling.map(EscapedText.resolving)).map { .text($0) } ?? .blank
    }
    guard let spelling else { return .blank }
    if type == "str" { return .text(EscapedText.resolving(spelling)) }
    let trimmed = Self.trimmed(spelling)
    if trimmed.isEmpty { return .blank }
    switch type {
    case "n": return try number(trimmed, style: style, at: reference)
    case "s":
      guard let index = Int(trimmed), workbook.sharedStrings.indices.contains(index) else {
        throw error(.noSuchSharedString(trimmed), at: reference)
      }
      return .text(workbook.sharedStrings[index])
    case "b":
      switch trimmed {
      case "1", "true": return .boolean(true)
      case "0", "false": return .boolean(false)
      default: throw error(.malformedBoolean(trimmed), at: reference)
      }
    case "e": return .error(trimmed)
    case "d":
      guard let date = WorkbookDate(iso8601: trimmed) else { throw error(.malformedDate(trimmed), at: reference) }
      return .date(date, serial: nil)
    default: throw error(.unknownCellType(type), at: reference)
    }
  }

  private func number(_ text: String, style: String?, at reference: CellReference) throws(XLSXError) -> XLSXValue {
    guard let spelling = DecimalSpelling(text) else { throw error(.malformedNumber(text), at: reference) }
    let index = style.map { Int($0) } ?? 0
    guard let index, workbook.formats.indices.contains(index) else {
      throw error(.noSuchStyle(style ?? ""), at: reference)
    }
    let format = workbook.formats[index]
    // A number no date can be is shown as such.
    if format.kind == .date, let date = WorkbookDate(serial: spelling, epoch: workbook.epoch) {
      return .date(date, serial: spelling)
    }
    return .number(spelling, format)
  }

  private static func trimmed(_ text: String) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.tab }
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last) else { return text }
    let start = text.utf8.drop(while: isSpace)
    return String(start.reversed().drop(while: isSpace).reversed().map { Character(Unicode.Scalar($0)) })
  }

  private func error(_ kind: XLSXError.Kind, row: Int) -> XLSXError {
    XLSXError(kind, part: xml.name, place: "第 \(row) 行")
  }

  private func error(_ kind: XLSXError.Kind, at reference: CellReference) -> XLSXError {
    XLSXError(kind, part: xml.name, place: reference.name)
  }
}
