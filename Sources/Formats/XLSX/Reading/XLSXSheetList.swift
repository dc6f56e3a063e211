/// What the main part of a workbook says: its sheets, names, and how it counts dates.
struct XLSXSheetList {
  private(set) var sheets: [XLSXSheet] = []
  private(set) var definedNames: [DefinedName] = []
  private(set) var epoch = WorkbookDate.Epoch.year1900
  private var names: Set<String> = []

  init(
    part: String, relationships: XLSXRelationships, in archive: ZIPArchive, limits: XLSXLimits
  ) throws(XLSXError) {
    var xml = try XLSXPart(part, in: archive, limits: limits.xml)
    let root = try xml.root("workbook")
    while try xml.nextChild(ofDepth: root) {
      let list = xml.depth
      switch xml.localName {
      case "workbookPr": if try xml.isTrue("date1904") { epoch = .year1904 }
      case "sheets":
        while try xml.nextChild("sheet", ofDepth: list) {
          guard sheets.count < limits.sheets else {
            throw XLSXError(.tooMany(.sheets, limit: limits.sheets), part: part)
          }
          try readSheet(&xml, relationships: relationships)
        }
      case "definedNames":
        while try xml.nextChild("definedName", ofDepth: list) {
          guard definedNames.count < limits.listEntries else {
            throw XLSXError(.tooMany(.definedNames, limit: limits.listEntries), part: part)
          }
          let name = try xml.attribute("name") ?? ""
          let sheet = try xml.attribute("localSheetId").flatMap { Int($0) }
          definedNames.append(DefinedName(name: name, formula: try xml.elementText(), sheet: sheet))
        }
      default: continue
      }
    }
    guard !sheets.isEmpty else { throw XLSXError(.noSheets, part: part) }
  }

  private mutating func readSheet(
    _ xml: inout XLSXPart, relationships: XLSXRelationships
  ) throws(XLSXError) {
    let name = EscapedText.resolving(try xml.attribute("name") ?? "")
    let visibility = try xml.attribute("state").flatMap { XLSXSheet.Visibility(rawValue: $0) } ?? .visible
    let id = try xml.attribute("id", in: .officeRelationships) ?? ""
    guard let relationship = relationships[id], let part = relationship.part else {
      throw XLSXError(.relationshipMissing(id), part: xml.name, sheet: name)
    }
    guard names.insert(name.lowercased()).inserted else { throw XLSXError(.duplicateSheet, sheet: name) }
    sheets.append(
      XLSXSheet(name: name, visibility: visibility, hasCells: relationship.type == "worksheet", part: part))
  }
}
