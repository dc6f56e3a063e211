/// The part of a workbook that holds one sheet.
struct SheetPart {
  private let sheet: SheetOutput
  private let isSelected: Bool
  private let hasNotes: Bool
  private let places: [CellReference]

  init(_ sheet: SheetOutput, isSelected: Bool, hasNotes: Bool) {
    self.sheet = sheet
    self.isSelected = isSelected
    self.hasNotes = hasNotes
    places = sheet.cells.keys.sorted()
  }

  /// The bytes of the part; styles and texts are numbered on the way. The order of elements is fixed.
  func utf8(styles: inout StyleTable, strings: inout SharedStringTable) -> [UInt8] {
    var xml = XMLWriter()
    let attributes: KeyValuePairs<String, String?> = [
      "xmlns": XMLNamespace.spreadsheetURI, "xmlns:r": XMLNamespace.relationshipsURI,
    ]
    xml.element("worksheet", attributes) { xml in
      writeProperties(to: &xml)
      xml.element("dimension", ["ref": usedRange.name])
      writeView(to: &xml)
      xml.element("sheetFormatPr", ["defaultRowHeight": "15"])
      writeColumns(to: &xml, styles: &styles)
      writeRows(to: &xml, styles: &styles, strings: &strings)
      writeProtection(to: &xml)
      if let filter = sheet.filter { xml.element("autoFilter", ["ref": filter.name]) }
      writeMerges(to: &xml)
      writeValidations(to: &xml)
      writeLinks(to: &xml)
      writePage(to: &xml)
      writeIgnoredErrors(to: &xml)
      if hasNotes { xml.element("legacyDrawing", ["r:id": "rId2"]) }
    }
    return xml.utf8
  }

  private var usedRange: CellRange {
    let columns = places.map(\.column)
    let first = CellReference(row: places.first?.row ?? 1, column: columns.min() ?? 1)
    return CellRange(first, CellReference(row: places.last?.row ?? 1, column: columns.max() ?? 1))
  }

  // MARK: Before the rows

  private func writeProperties(to xml: inout XMLWriter) {
    let fits = sheet.page.fitsPagesWide != nil || sheet.page.fitsPagesTall != nil
    guard fits || sheet.tabColor != nil else { return }
    xml.element("sheetPr") { xml in
      if let color = sheet.tabColor { xml.element("tabColor", ["rgb": color.argb]) }
      if fits { xml.element("pageSetUpPr", ["fitToPage": "1"]) }
    }
  }

  private func writeView(to xml: inout XMLWriter) {
    xml.element("sheetViews") { xml in
      let attributes: KeyValuePairs<String, String?> = [
        "showGridLines": sheet.showsGridLines ? nil : "0", "tabSelected": isSelected ? "1" : nil,
        "workbookViewId": "0",
      ]
      guard sheet.frozenRows > 0 || sheet.frozenColumns > 0 else { return xml.element("sheetView", attributes) }
      xml.element("sheetView", attributes) { xml in
        let corner = CellReference(row: sheet.frozenRows + 1, column: sheet.frozenColumns + 1)
        let pane =
          sheet.frozenRows == 0 ? "topRight" : sheet.frozenColumns == 0 ? "bottomLeft" : "bottomRight"
        xml.element(
          "pane",
          [
            "xSplit": sheet.frozenColumns > 0 ? String(sheet.frozenColumns) : nil,
            "ySplit": sheet.frozenRows > 0 ? String(sheet.frozenRows) : nil, "topLeftCell": corner.name,
            "activePane": pane, "state": "frozen",
          ])
        xml.element("selection", ["pane": pane, "activeCell": corner.name, "sqref": corner.name])
      }
    }
  }

  private func writeColumns(to xml: inout XMLWriter, styles: inout StyleTable) {
    let columns = Set(sheet.columnWidths.keys).union(sheet.columnStyles.keys).union(sheet.hiddenColumns).sorted()
    guard !columns.isEmpty else { return }
    xml.element("cols") { xml in
      for column in columns {
        let width = sheet.columnWidths[column]
        xml.element(
          "col",
          [
            "min": String(column), "max": String(column), "width": Measure.text(width ?? 9),
            "style": sheet.columnStyles[column].map { String(styles.number(of: $0, keepsText: false)) },
            "hidden": sheet.hiddenColumns.contains(column) ? "1" : nil, "customWidth": width == nil ? nil : "1",
          ])
      }
    }
  }

  // MARK: Rows

  private func writeRows(to xml: inout XMLWriter, styles: inout StyleTable, strings: inout SharedStringTable) {
    let rows = Set(places.map(\.row)).union(sheet.rowHeights.keys).union(sheet.fittedRowHeights.keys)
      .union(sheet.hiddenRows).sorted()
    var rest = places[...]
    xml.element("sheetData") { xml in
      for row in rows {
        let cells = rest.prefix { $0.row == row }
        rest = rest.dropFirst(cells.count)
        let fixed = sheet.rowHeights[row]
        let height = fixed ?? sheet.fittedRowHeights[row]
        xml.element(
          "row",
          [
            "r": String(row), "ht": height.map(Measure.text), "hidden": sheet.hiddenRows.contains(row) ? "1" : nil,
            "customHeight": fixed == nil ? nil : "1",
          ]
        ) { xml in
          for place in cells { write(place, to: &xml, styles: &styles, strings: &strings) }
        }
      }
    }
  }

  private func write(
    _ place: CellReference, to xml: inout XMLWriter, styles: inout StyleTable, strings: inout SharedStringTable
  ) {
    guard let cell = sheet.cells[place] else { return }
    let style = styles.number(of: cell.style, keepsText: Self.looksLikeFormula(cell.content))
    var formula: String?
    var content = cell.content
    if case .formula(let text, let cached) = cell.content {
      formula = text.hasPrefix("=") ? String(text.dropFirst()) : text
      content = cached
    }
    // Piece by piece: a part has thousands of cells, and a list of attributes takes longer to make than to write.
    xml.write(markup: "<c r=\"")
    place.write(to: &xml)
    if style != 0 {
      xml.write(markup: "\" s=\"")
      xml.write(digitsOf: style)
    }
    if let type = Self.type(of: content, isFormula: formula != nil) {
      xml.write(markup: "\" t=\"")
      xml.write(markup: type)
    }
    xml.write(markup: "\"")
    let hasValue = if case .blank = content { false } else { true }
    guard formula != nil || hasValue else { return xml.write(markup: "/>") }
    xml.write(markup: ">")
    if let formula { xml.element("f", text: formula) }
    if hasValue {
      xml.write(markup: "<v>")
      Self.write(content, isFormula: formula != nil, to: &xml, strings: &strings)
      xml.write(markup: "</v>")
    }
    xml.write(markup: "</c>")
  }

  /// By what a cell says what its value is; nil for a number, which need not be said.
  private static func type(of content: CellContent, isFormula: Bool) -> StaticString? {
    switch content {
    case .blank, .formula, .number, .date: nil
    case .text: isFormula ? "str" : "s"
    case .boolean: "b"
    }
  }

  /// Writes the value of a cell; a formula's text is not among the shared ones.
  private static func write(
    _ content: CellContent, isFormula: Bool, to xml: inout XMLWriter, strings: inout SharedStringTable
  ) {
    switch content {
    case .blank, .formula: break
    case .text(let text):
      if isFormula {
        xml.write(escaping: text, inAttribute: false)
      } else {
        xml.write(digitsOf: strings.number(of: text))
      }
    case .number(let spelling): xml.write(escaping: spelling, inAttribute: false)
    case .date(let date): xml.write(escaping: date.serialText, inAttribute: false)
    case .boolean(let isTrue): xml.write(markup: isTrue ? "1" : "0")
    }
  }

  /// Whether text would become a formula if it were entered anew.
  private static func looksLikeFormula(_ content: CellContent) -> Bool {
    guard case .text(let text) = content else { return false }
    switch text.utf8.first {
    case ASCII.equals, ASCII.plus, ASCII.minus, ASCII.at: return true
    default: return false
    }
  }

  // MARK: Behind the rows

  private func writeProtection(to xml: inout XMLWriter) {
    guard let protection = sheet.protection else { return }
    xml.element(
      "sheetProtection",
      [
        "sheet": "1", "objects": "1", "scenarios": "1", "formatCells": protection.allowsFormattingCells ? "0" : nil,
        "formatColumns": protection.allowsFormattingColumns ? "0" : nil,
        "formatRows": protection.allowsFormattingRows ? "0" : nil,
        "insertRows": protection.allowsInsertingRows ? "0" : nil,
        "deleteRows": protection.allowsDeletingRows ? "0" : nil,
        "selectLockedCells": protection.allowsSelectingLockedCells ? nil : "1",
      ])
  }

  private func writeMerges(to xml: inout XMLWriter) {
    // A range of one cell would be repaired.
    let ranges = sheet.mergedRanges.filter { $0.first != $0.last }
    guard !ranges.isEmpty else { return }
    xml.element("mergeCells", ["count": String(ranges.count)]) { xml in
      for range in ranges { xml.element("mergeCell", ["ref": range.name]) }
    }
  }

  private func writeValidations(to xml: inout XMLWriter) {
    guard !sheet.validations.isEmpty else { return }
    xml.element("dataValidations", ["count": String(sheet.validations.count)]) { xml in
      for validation in sheet.validations {
        xml.element(
          "dataValidation",
          [
            "type": "list", "errorStyle": validation.refusesOthers ? nil : "warning",
            "allowBlank": validation.allowsBlank ? "1" : nil, "showInputMessage": "1",
            "showErrorMessage": validation.asksAboutOthers ? "1" : nil,
            "error": validation.errorMessage.isEmpty ? nil : validation.errorMessage,
            "prompt": validation.prompt.isEmpty ? nil : validation.prompt,
            "sqref": validation.ranges.map(\.name).joined(separator: " "),
          ]
        ) { xml in
          xml.element("formula1", text: Self.formula(of: validation.source))
        }
      }
    }
  }

  private func writeLinks(to xml: inout XMLWriter) {
    guard !sheet.links.isEmpty else { return }
    xml.element("hyperlinks") { xml in
      for (place, link) in sheet.links.sorted(by: { $0.key < $1.key }) {
        let location = Self.quoted(link.sheet, by: "'") + "!" + link.cell.name
        xml.element("hyperlink", ["ref": place.name, "location": location])
      }
    }
  }

  private static func formula(of source: ListValidation.Source) -> String {
    switch source {
    case .items(let items): quoted(items.joined(separator: ","), by: "\"")
    case .range(let sheet, let range): quoted(sheet, by: "'") + "!" + range.absoluteName
    case .name(let name): name
    }
  }

  /// A text between quotes, its own written twice; by scalars, for an accent may make one character with a quote.
  static func quoted(_ text: String, by quote: Unicode.Scalar) -> String {
    var quoted = String.UnicodeScalarView([quote])
    for scalar in text.unicodeScalars {
      quoted.append(scalar)
      if scalar == quote { quoted.append(scalar) }
    }
    quoted.append(quote)
    return String(quoted)
  }

  private func writePage(to xml: inout XMLWriter) {
    let page = sheet.page
    if page.isCentered { xml.element("printOptions", ["horizontalCentered": "1"]) }
    let side = Measure.text(page.margins.side)
    let headerFooter = Measure.text(page.margins.headerFooter)
    xml.element(
      "pageMargins",
      [
        "left": side, "right": side, "top": Measure.text(page.margins.top),
        "bottom": Measure.text(page.margins.bottom), "header": headerFooter, "footer": headerFooter,
      ])
    let fits = page.fitsPagesWide != nil || page.fitsPagesTall != nil
    xml.element(
      "pageSetup",
      [
        // 9 is A4; 0 pages are as many as it takes.
        "paperSize": "9", "fitToWidth": fits ? String(page.fitsPagesWide ?? 0) : nil,
        "fitToHeight": fits ? String(page.fitsPagesTall ?? 0) : nil,
        "orientation": page.isLandscape ? "landscape" : "portrait",
      ])
    guard !page.header.isEmpty || !page.footer.isEmpty else { return }
    xml.element("headerFooter") { xml in
      if !page.header.isEmpty { xml.element("oddHeader", text: page.header) }
      if !page.footer.isEmpty { xml.element("oddFooter", text: page.footer) }
    }
  }

  /// Codes that are text on purpose are not to be marked as numbers stored as text.
  private func writeIgnoredErrors(to xml: inout XMLWriter) {
    let hasDigits = sheet.cells.values.contains { cell in
      if case .text(let text) = cell.content { DecimalSpelling(text) != nil } else { false }
    }
    guard hasDigits else { return }
    xml.element("ignoredErrors") { xml in
      xml.element("ignoredError", ["sqref": usedRange.name, "numberStoredAsText": "1"])
    }
  }
}

extension CellReference {
  /// Writes the place as people write it, B5, without making a text of it.
  fileprivate func write(to xml: inout XMLWriter) {
    // XFD at most: each letter is worth 26 of the one behind it, from 1.
    if column > 702 { xml.write(plain: Self.letter((column - 703) / 676)) }
    if column > 26 { xml.write(plain: Self.letter((column - 27) / 26)) }
    xml.write(plain: Self.letter(column - 1))
    xml.write(digitsOf: row)
  }

  private static func letter(_ number: Int) -> UInt8 { 0x41 + UInt8(truncatingIfNeeded: number % 26) }
}
