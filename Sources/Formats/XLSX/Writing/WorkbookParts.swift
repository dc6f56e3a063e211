/// All parts of a workbook to be written, in the order in which they stand in the file.
struct WorkbookParts {
  private static let officeURI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let packageURI = "http://schemas.openxmlformats.org/package/2006/"
  private static let contentPrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml."

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
    contentTypes.append(("/xl/workbook.xml", Self.contentPrefix + "sheet.main+xml"))
    contentTypes.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    contentTypes.append(("/xl/styles.xml", Self.contentPrefix + "styles+xml"))
    let selected = workbook.sheets.firstIndex { $0.visibility == .visible }
    var nextBlock = 1
    for (index, sheet) in workbook.sheets.enumerated() {
      let number = index + 1
      let notes = NoteParts(of: sheet, firstBlock: nextBlock)
      nextBlock = notes.blocks.upperBound
      let part = SheetPart(sheet, isSelected: index == selected, hasNotes: !notes.isEmpty)
      sheetParts.append(("xl/worksheets/sheet\(number).xml", part.utf8(styles: &styles, strings: &strings)))
      contentTypes.append(("/xl/worksheets/sheet\(number).xml", Self.contentPrefix + "worksheet+xml"))
      if notes.isEmpty { continue }
      sheetParts.append(("xl/worksheets/_rels/sheet\(number).xml.rels", Self.noteRelationships(sheetNumber: number)))
      sheetParts.append(("xl/comments\(number).xml", notes.comments))
      sheetParts.append(("xl/drawings/vmlDrawing\(number).vml", notes.drawing))
      contentTypes.append(("/xl/comments\(number).xml", Self.contentPrefix + "comments+xml"))
    }
    if !strings.isEmpty { contentTypes.append(("/xl/sharedStrings.xml", Self.contentPrefix + "sharedStrings+xml")) }

    all.append(("[Content_Types].xml", contentTypesPart))
    all.append(("_rels/.rels", Self.packageRelationships))
    all.append(("docProps/core.xml", propertiesPart))
    all.append(("xl/workbook.xml", workbookPart(selected: selected ?? 0)))
    all.append(("xl/_rels/workbook.xml.rels", workbookRelationships(hasStrings: !strings.isEmpty)))
    all.append(("xl/styles.xml", styles.part()))
    if !strings.isEmpty { all.append(("xl/sharedStrings.xml", strings.part)) }
    all += sheetParts
    styleCount = styles.count
  }

  private var contentTypesPart: [UInt8] {
    var xml = XMLWriter()
    xml.element("Types", ["xmlns": Self.packageURI + "content-types"]) { xml in
      xml.element(
        "Default",
        ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
      xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
      xml.element(
        "Default",
        ["Extension": "vml", "ContentType": "application/vnd.openxmlformats-officedocument.vmlDrawing"])
      for (part, type) in contentTypes { xml.element("Override", ["PartName": part, "ContentType": type]) }
    }
    return xml.utf8
  }

  // MARK: Relationships

  private static func relationships(_ targets: [(type: String, target: String)]) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("Relationships", ["xmlns": packageURI + "relationships"]) { xml in
      for (index, (type, target)) in targets.enumerated() {
        xml.element("Relationship", ["Id": "rId\(index + 1)", "Type": type, "Target": target])
      }
    }
    return xml.utf8
  }

  private static var packageRelationships: [UInt8] {
    relationships([
      (officeURI + "officeDocument", "xl/workbook.xml"),
      (packageURI + "relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  private static func noteRelationships(sheetNumber: Int) -> [UInt8] {
    relationships([
      (officeURI + "comments", "../comments\(sheetNumber).xml"),
      (officeURI + "vmlDrawing", "../drawings/vmlDrawing\(sheetNumber).vml"),
    ])
  }

  /// The sheets come first, so that each has the number of its place.
  private func workbookRelationships(hasStrings: Bool) -> [UInt8] {
    var targets = workbook.sheets.indices.map { index in
      (type: Self.officeURI + "worksheet", target: "worksheets/sheet\(index + 1).xml")
    }
    targets.append((Self.officeURI + "styles", "styles.xml"))
    if hasStrings { targets.append((Self.officeURI + "sharedStrings", "sharedStrings.xml")) }
    return Self.relationships(targets)
  }

  // MARK: The workbook

  private var propertiesPart: [UInt8] {
    var xml = XMLWriter()
    let properties = workbook.properties
    let attributes: KeyValuePairs<String, String?> = [
      "xmlns:cp": Self.packageURI + "metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    ]
    xml.element("cp:coreProperties", attributes) { xml in
      if let title = properties.title { xml.element("dc:title", text: title) }
      if let subject = properties.subject { xml.element("dc:subject", text: subject) }
      if let creator = properties.creator { xml.element("dc:creator", text: creator) }
      if let keywords = properties.keywords { xml.element("cp:keywords", text: keywords) }
      if let remarks = properties.remarks { xml.element("dc:description", text: remarks) }
      if let created = properties.created {
        xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: created.iso8601)
      }
    }
    return xml.utf8
  }

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
          "definedName", ["name": name.name, "localSheetId": name.sheet.map { String($0) }], text: name.formula)
      }
    }
  }

  private func printNames(ofSheet index: Int) -> [DefinedName] {
    let sheet = workbook.sheets[index]
    let prefix = SheetPart.quoted(sheet.name, by: "'") + "!"
    var names: [DefinedName] = []
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
