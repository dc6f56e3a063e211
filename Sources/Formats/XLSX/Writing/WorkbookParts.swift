/// All parts of a workbook to be written, in the order in which they stand in the file.
struct WorkbookParts {
  private static let contentPrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  private static let filterName = "_xlnm._FilterDatabase"

  private(set) var all: [(name: String, utf8: [UInt8])] = []
  private(set) var styleCount = 0

  private let workbook: WorkbookOutput
  /// The parts that need a content type of their own.
  private var contentTypes: [(part: String, type: String)] = []

  init(_ workbook: WorkbookOutput) {
    self.workbook = workbook
    var styles = StyleTable(defaultFont: workbook.defaultFont)
    var strings = SharedStringTable()
    var sheetParts: [(name: String, utf8: [UInt8])] = []
    contentTypes.append(("xl/workbook.xml", Self.contentPrefix + "sheet.main+xml"))
    contentTypes.append(("xl/styles.xml", Self.contentPrefix + "styles+xml"))
    let selected = workbook.sheets.firstIndex { $0.visibility == .visible }
    var nextBlock = 1
    for (index, sheet) in workbook.sheets.enumerated() {
      let number = index + 1
      let notes = NoteParts(of: sheet, firstBlock: nextBlock)
      nextBlock = notes.blocks.upperBound
      let part = SheetPart(sheet, isSelected: index == selected, hasNotes: !notes.isEmpty)
      sheetParts.append(("xl/worksheets/sheet\(number).xml", part.utf8(styles: &styles, strings: &strings)))
      contentTypes.append(("xl/worksheets/sheet\(number).xml", Self.contentPrefix + "worksheet+xml"))
      if notes.isEmpty { continue }
      sheetParts.append(("xl/worksheets/_rels/sheet\(number).xml.rels", Self.noteRelationships(sheetNumber: number)))
      sheetParts.append(("xl/comments\(number).xml", notes.comments))
      sheetParts.append(("xl/drawings/vmlDrawing\(number).vml", notes.drawing))
      contentTypes.append(("xl/comments\(number).xml", Self.contentPrefix + "comments+xml"))
    }
    if !strings.isEmpty { contentTypes.append(("xl/sharedStrings.xml", Self.contentPrefix + "sharedStrings+xml")) }

    all.append(
      (
        "[Content_Types].xml",
        OfficePackage.contentTypes(
          endings: [("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")], parts: contentTypes,
          forbidden: .escaped)
      ))
    all.append(("_rels/.rels", OfficePackage.relationships(ofMain: "xl/workbook.xml")))
    all.append((OfficePackage.propertiesName, OfficePackage.part(of: workbook.properties, forbidden: .escaped)))
    all.append(("xl/workbook.xml", workbookPart(selected: selected ?? 0)))
    all.append(("xl/_rels/workbook.xml.rels", workbookRelationships(hasStrings: !strings.isEmpty)))
    all.append(("xl/styles.xml", styles.part()))
    if !strings.isEmpty { all.append(("xl/sharedStrings.xml", strings.part)) }
    all += sheetParts
    styleCount = styles.count
  }

  // MARK: Relationships

  private static func noteRelationships(sheetNumber: Int) -> [UInt8] {
    OfficePackage.relationships([
      (OfficePackage.type("comments"), "../comments\(sheetNumber).xml"),
      (OfficePackage.type("vmlDrawing"), "../drawings/vmlDrawing\(sheetNumber).vml"),
    ])
  }

  /// The sheets come first, so that each has the number of its place.
  private func workbookRelationships(hasStrings: Bool) -> [UInt8] {
    var targets = workbook.sheets.indices.map { index in
      (type: OfficePackage.type("worksheet"), target: "worksheets/sheet\(index + 1).xml")
    }
    targets.append((OfficePackage.type("styles"), "styles.xml"))
    if hasStrings { targets.append((OfficePackage.type("sharedStrings"), "sharedStrings.xml")) }
    return OfficePackage.relationships(targets)
  }

  // MARK: The workbook

  private func workbookPart(selected: Int) -> [UInt8] {
    var xml = XMLWriter()
    let attributes: KeyValuePairs<String, String?> = [
      "xmlns": XMLNamespace.spreadsheetURI, "xmlns:r": XMLNamespace.relationshipsURI,
    ]
    xml.element("workbook", attributes) { xml in
      xml.element("workbookPr")
      xml.element("bookViews") { xml in
        xml.element(
          "workbookView",
          [
            "xWindow": "0", "yWindow": "0", "windowWidth": "24000", "windowHeight": "12000",
            "firstSheet": selected > 0 ? String(selected) : nil, "activeTab": selected > 0 ? String(selected) : nil,
          ])
      }
      xml.element("sheets") { xml in
        for (index, sheet) in workbook.sheets.enumerated() {
          xml.element(
            "sheet",
            [
              "name": sheet.name, "sheetId": String(index + 1),
              "state": sheet.visibility == .visible ? nil : sheet.visibility.rawValue, "r:id": "rId\(index + 1)",
            ])
        }
      }
      writeNames(to: &xml)
      xml.element("calcPr", ["calcId": "191029", "fullCalcOnLoad": workbook.recalculatesOnOpening ? "1" : nil])
    }
    return xml.utf8
  }

  private func writeNames(to xml: inout XMLWriter) {
    let names = workbook.definedNames + workbook.sheets.indices.flatMap { printNames(ofSheet: $0) }
    guard !names.isEmpty else { return }
    xml.element("definedNames") { xml in
      for name in names {
        xml.element(
          "definedName",
          [
            "name": name.name, "localSheetId": name.sheet.map { String($0) },
            "hidden": name.name == Self.filterName ? "1" : nil,
          ], text: name.formula)
      }
    }
  }

  private func printNames(ofSheet index: Int) -> [DefinedName] {
    let sheet = workbook.sheets[index]
    let prefix = SheetPart.quoted(sheet.name, by: "'") + "!"
    var names: [DefinedName] = []
    // Excel names the range of a filter so, and looks for it when rows are sorted.
    if let filter = sheet.filter {
      names.append(DefinedName(name: Self.filterName, formula: prefix + filter.absoluteName, sheet: index))
    }
    if let area = sheet.printArea {
      names.append(DefinedName(name: "_xlnm.Print_Area", formula: prefix + area.absoluteName, sheet: index))
    }
    let columns = sheet.printTitleColumns.map { columns in
      "\(prefix)$\(CellReference.columnName(columns.lowerBound)):$\(CellReference.columnName(columns.upperBound))"
    }
    let rows = sheet.printTitleRows.map { "\(prefix)$\($0.lowerBound):$\($0.upperBound)" }
    let titles = [columns, rows].compactMap(\.self)
    if !titles.isEmpty {
      names.append(DefinedName(name: "_xlnm.Print_Titles", formula: titles.joined(separator: ","), sheet: index))
    }
    return names
  }
}
