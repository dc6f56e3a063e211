/// A workbook as Excel, WPS, LibreOffice and others save it (.xlsx, .xlsm), opened for reading.
///
/// Opening reads all but the cells; those of a sheet are read as they are asked for. Nothing in a workbook is ever
/// run, and nothing outside it opened.
package struct XLSXWorkbook: Sendable {
  /// The sheets in the order of their tabs.
  package let sheets: [XLSXSheet]
  /// The day from which the workbook counts dates.
  package let epoch: WorkbookDate.Epoch
  /// The names given to ranges.
  package let definedNames: [DefinedName]
  /// What is passed over in the workbook as a whole, and which sheets are hidden.
  package let notices: [XLSXNotice]

  let archive: ZIPArchive
  let limits: XLSXLimits
  let sharedStrings: [String]
  let formats: [NumberFormat]

  /// Opens a workbook from the bytes of its file; its memory is that of the file and the texts cells share.
  package init(_ bytes: [UInt8], limits: XLSXLimits = XLSXLimits()) throws(XLSXError) {
    self.limits = limits
    do {
      archive = try ZIPArchive(bytes, limits: limits.archive)
    } catch {
      throw XLSXError(.archive(error))
    }
    let package = try XLSXRelationships(of: "", in: archive, limits: limits.xml, most: limits.listEntries)
    guard let part = package.first(ofType: "officeDocument")?.part else { throw XLSXError(.notWorkbook) }
    if part.lowercased().hasSuffix(".bin") { throw XLSXError(.binaryWorkbook) }
    if part.hasPrefix("word/") { throw XLSXError(.otherDocument("Word 文档")) }
    if part.hasPrefix("ppt/") { throw XLSXError(.otherDocument("演示文稿")) }
    let relationships = try XLSXRelationships(of: part, in: archive, limits: limits.xml, most: limits.listEntries)
    let list = try XLSXSheetList(part: part, relationships: relationships, in: archive, limits: limits)
    sheets = list.sheets
    epoch = list.epoch
    definedNames = list.definedNames
    if let part = relationships.first(ofType: "sharedStrings")?.part {
      sharedStrings = try XLSXSharedStrings(part: part, in: archive, limits: limits).texts
    } else {
      sharedStrings = []
    }
    if let part = relationships.first(ofType: "styles")?.part {
      formats = try XLSXStyles(part: part, in: archive, limits: limits).formats
    } else {
      formats = XLSXStyles().formats
    }
    notices = Self.notices(of: archive, sheets: list.sheets)
  }

  /// A reader of the rows of a sheet of this workbook.
  package func rows(of sheet: XLSXSheet) throws(XLSXError) -> XLSXRowReader {
    guard sheet.hasCells else { throw XLSXError(.noSuchSheet, sheet: sheet.name) }
    return XLSXRowReader(sheet, in: self, from: try XLSXPart(sheet.part, in: archive, limits: limits.xml))
  }

  /// A reader of the rows of the sheet of a name, upper and lower case being the same.
  package func rows(ofSheet name: String) throws(XLSXError) -> XLSXRowReader {
    guard let sheet = sheets.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw XLSXError(.noSuchSheet, sheet: name)
    }
    return try rows(of: sheet)
  }

  private static func notices(of archive: ZIPArchive, sheets: [XLSXSheet]) -> [XLSXNotice] {
    var notices: [XLSXNotice] = []
    let names = archive.entries.map { Array($0.name.lowercased().utf8) }
    func has(_ folders: String...) -> Bool {
      names.contains { name in
        folders.contains { folder in
          let folder = Array(folder.utf8)
          return name.count >= folder.count
            && (0...name.count - folder.count).contains { name[$0...].starts(with: folder) }
        }
      }
    }
    if has("vbaproject.bin", "xl/macrosheets/") { notices.append(.macros) }
    if has("xl/externallinks/") { notices.append(.externalLinks) }
    if has("xl/embeddings/", "xl/activex/", "xl/ctrlprops/") { notices.append(.embeddedObjects) }
    for sheet in sheets {
      if !sheet.hasCells { notices.append(.sheetWithoutCells(name: sheet.name)) }
      if sheet.visibility != .visible { notices.append(.hiddenSheet(name: sheet.name)) }
    }
    return notices
  }
}
