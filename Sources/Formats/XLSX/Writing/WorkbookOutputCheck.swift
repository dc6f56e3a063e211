/// The check of a workbook to be written against what spreadsheet programs open without repairing it.
struct WorkbookOutputCheck {
  private static let textUnits = 32_767
  private static let formulaUnits = 8192
  private static let listUnits = 255
  private static let promptUnits = 255
  private static let errorUnits = 225
  private static let headerUnits = 255

  static func check(_ workbook: WorkbookOutput) throws(XLSXWriterError) {
    guard workbook.sheets.contains(where: { $0.visibility == .visible }) else {
      throw XLSXWriterError(.noVisibleSheet)
    }
    var names: Set<String> = []
    for sheet in workbook.sheets {
      try checkName(sheet.name)
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw XLSXWriterError(.duplicateSheetName, sheet: sheet.name)
      }
      do throws(XLSXWriterError) {
        try check(sheet)
      } catch {
        throw XLSXWriterError(error.kind, sheet: sheet.name, place: error.place)
      }
    }
    for sheet in workbook.sheets where sheet.links.values.contains(where: { !names.contains($0.sheet.lowercased()) }) {
      throw XLSXWriterError(.placeOutside, sheet: sheet.name)
    }
    for name in workbook.definedNames where name.name.isEmpty || name.name.contains(" ") {
      throw XLSXWriterError(.invalidDefinedName(name.name))
    }
    try check(workbook.defaultFont.size, in: 1...409)
  }

  private static func checkName(_ name: String) throws(XLSXWriterError) {
    let isValid =
      (1...31).contains(name.utf16.count) && !name.hasPrefix("'") && !name.hasSuffix("'")
      && !name.unicodeScalars.contains { ":\\/?*[]".unicodeScalars.contains($0) || $0.value < 0x20 }
    guard isValid else { throw XLSXWriterError(.invalidSheetName, sheet: name) }
  }

  private static func check(_ sheet: SheetOutput) throws(XLSXWriterError) {
    // Of several errors it is always the first that is told.
    var firstError: (place: CellReference, kind: XLSXWriterError.Kind)?
    for (place, cell) in sheet.cells {
      do throws(XLSXWriterError) {
        guard place.isInSheet else { throw XLSXWriterError(.placeOutside) }
        try check(cell.content)
        if let note = cell.note { try check(note.text, .note, limit: textUnits) }
        if let size = cell.style?.font?.size { try check(size, in: 1...409) }
      } catch {
        if firstError.map({ place < $0.place }) ?? true { firstError = (place, error.kind) }
      }
    }
    if let (place, kind) = firstError { throw XLSXWriterError(kind, place: place) }
    try checkMerges(sheet.mergedRanges)
    let columns = Array(sheet.columnWidths.keys) + Array(sheet.columnStyles.keys) + Array(sheet.hiddenColumns)
    let rows = Array(sheet.rowHeights.keys) + Array(sheet.fittedRowHeights.keys) + Array(sheet.hiddenRows)
    let titleRows = sheet.printTitleRows ?? 1...1
    let titleColumns = sheet.printTitleColumns ?? 1...1
    guard columns.allSatisfy({ (1...CellReference.lastColumn).contains($0) }),
      rows.allSatisfy({ (1...CellReference.lastRow).contains($0) }),
      (0..<CellReference.lastRow).contains(sheet.frozenRows),
      (0..<CellReference.lastColumn).contains(sheet.frozenColumns),
      titleRows.lowerBound >= 1, titleRows.upperBound <= CellReference.lastRow, titleColumns.lowerBound >= 1,
      titleColumns.upperBound <= CellReference.lastColumn
    else { throw XLSXWriterError(.placeOutside) }
    for width in sheet.columnWidths.values.sorted() { try check(width, in: 0...255) }
    let heights = Array(sheet.rowHeights.values) + Array(sheet.fittedRowHeights.values)
    for height in heights.sorted() { try check(height, in: 0...409) }
    let margins = sheet.page.margins
    for margin in [margins.side, margins.top, margins.bottom, margins.headerFooter] { try check(margin, in: 0...49) }
    try check(sheet.page.header, .headerFooter, limit: headerUnits)
    try check(sheet.page.footer, .headerFooter, limit: headerUnits)
    for validation in sheet.validations { try check(validation) }
    for format in sheet.conditionalFormats {
      guard format.range.first.isInSheet, format.range.last.isInSheet else { throw XLSXWriterError(.placeOutside) }
      try check(format.formula, .formula, limit: formulaUnits)
    }
    let ends = (sheet.filter.map { [$0.first, $0.last] } ?? []) + sheet.links.flatMap { [$0.key, $0.value.cell] }
    guard ends.allSatisfy(\.isInSheet) else { throw XLSXWriterError(.placeOutside) }
  }

  private static func check(_ content: CellContent) throws(XLSXWriterError) {
    switch content {
    case .text(let text): try check(text, .text, limit: textUnits)
    case .number(let text):
      guard DecimalSpelling(text) != nil else { throw XLSXWriterError(.malformedNumber(text)) }
    case .formula(let formula, let cached):
      try check(formula, .formula, limit: formulaUnits)
      if case .formula = cached { throw XLSXWriterError(.nestedFormula) }
      try check(cached)
    case .blank, .date, .boolean: break
    }
  }

  private static func check(
    _ text: String, _ limited: XLSXWriterError.Limited, limit: Int
  ) throws(XLSXWriterError) {
    guard text.utf16.count <= limit else { throw XLSXWriterError(.tooLong(limited, limit: limit)) }
  }

  private static func check(_ measure: Double, in allowed: ClosedRange<Double>) throws(XLSXWriterError) {
    guard allowed.contains(measure) else { throw XLSXWriterError(.measureOutside(measure)) }
  }

  private static func checkMerges(_ ranges: [CellRange]) throws(XLSXWriterError) {
    let sorted = ranges.sorted { $0.first < $1.first }
    for (index, range) in sorted.enumerated() {
      guard range.first.isInSheet, range.last.isInSheet else { throw XLSXWriterError(.placeOutside) }
      for next in sorted[(index + 1)...] {
        if next.first.row > range.last.row { break }
        if range.overlaps(next) { throw XLSXWriterError(.overlappingMerge(next), place: next.first) }
      }
    }
  }

  private static func check(_ validation: ListValidation) throws(XLSXWriterError) {
    let place = validation.ranges.first?.first
    do throws(XLSXWriterError) {
      guard !validation.ranges.isEmpty else { throw XLSXWriterError(.invalidList) }
      for range in validation.ranges where !range.first.isInSheet || !range.last.isInSheet {
        throw XLSXWriterError(.placeOutside)
      }
      if case .items(let items) = validation.source {
        guard !items.isEmpty, !items.contains(where: { $0.isEmpty || $0.contains(",") }) else {
          throw XLSXWriterError(.invalidList)
        }
        try check(items.joined(separator: ","), .list, limit: listUnits)
      }
      try check(validation.prompt, .prompt, limit: promptUnits)
      try check(validation.errorMessage, .prompt, limit: errorUnits)
    } catch {
      throw XLSXWriterError(error.kind, place: place)
    }
  }
}
