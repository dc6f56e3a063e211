/// All parts of a document to be written, in the order in which they stand in the file.
struct WordParts {
  private static let contentPrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  private(set) var all: [(name: String, utf8: [UInt8])] = []

  init(_ document: WordOutput) {
    var linked = WordLinkedParts()
    let body = WordBodyPart(document).utf8(parts: &linked)
    let own: [(name: String, type: String, utf8: [UInt8])] = [
      ("document", "document.main+xml", body),
      ("styles", "styles+xml", WordStylePart(document.look).utf8),
      ("settings", "settings+xml", WordSettingsPart.utf8(hasEvenPages: document.hasEvenPages)),
      ("fontTable", "fontTable+xml", WordFontPart.utf8(of: document.look.fonts)),
    ]
    var files = own.map { (name: "word/\($0.name).xml", type: Self.contentPrefix + $0.type, utf8: $0.utf8) }
    for part in linked.parts { files.append(("word/\(part.name)", Self.contentType(of: part.kind), part.utf8)) }
    let workbooks = linked.parts.compactMap(\.workbook)
    all.append(
      (
        "[Content_Types].xml",
        OfficePackage.contentTypes(
          endings: workbooks.isEmpty ? [] : [("xlsx", Self.workbookType)], parts: files.map { ($0.name, $0.type) },
          forbidden: .replaced)
      ))
    all.append(("_rels/.rels", OfficePackage.relationships(ofMain: "word/document.xml")))
    all.append((OfficePackage.propertiesName, OfficePackage.part(of: document.properties, forbidden: .replaced)))
    for file in files { all.append((file.name, file.utf8)) }
    // The parts that the text calls for come last, so that each has the number by which it is called.
    let others = own.dropFirst().map { (OfficePackage.type($0.name), "\($0.name).xml") }
    all.append(
      (
        "word/_rels/document.xml.rels",
        OfficePackage.relationships(
          others + linked.parts.map { (OfficePackage.type($0.kind.rawValue), $0.name) })
      ))
    for part in linked.parts {
      guard let workbook = part.workbook, let name = part.name.split(separator: "/").last else { continue }
      all.append(("word/\(workbook.name)", workbook.bytes))
      all.append(
        (
          "word/charts/_rels/\(name).rels",
          OfficePackage.relationships([(OfficePackage.type("package"), "../\(workbook.name)")])
        ))
    }
  }

  private static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private static func contentType(of kind: WordLinkedParts.Kind) -> String {
    switch kind {
    case .header, .footer: contentPrefix + kind.rawValue + "+xml"
    case .chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    }
  }

  /// How many relationships of the document stand before those of the parts that its text calls for.
  static let otherRelationships = 3
}

extension WordOutput {
  /// Whether pages of even numbers have footers of their own.
  var hasEvenPages: Bool { sections.contains { $0.evenFooter != nil } }
}

/// The part with what programs are told of the document as a whole.
enum WordSettingsPart {
  static func utf8(hasEvenPages: Bool) -> [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    xml.element("w:settings", WordBodyPart.namespaces) { xml in
      xml.element("w:zoom", ["w:percent": "100"])
      xml.element("w:defaultTabStop", ["w:val": "420"])
      if hasEvenPages { xml.element("w:evenAndOddHeaders") }
      xml.element("w:characterSpacingControl", ["w:val": "compressPunctuation"])
      xml.element("w:compat") { xml in
        // Without it Word opens the document as one of an older program.
        xml.element(
          "w:compatSetting",
          [
            "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15",
          ])
      }
      xml.element("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
    }
    return xml.utf8
  }
}

/// The part that says which fonts may stand for those of the document.
enum WordFontPart {
  static func utf8(of fonts: [WordFont]) -> [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    xml.element("w:fonts", WordBodyPart.namespaces) { xml in
      for font in fonts {
        xml.element("w:font", ["w:name": font.name]) { xml in
          xml.element("w:altName", ["w:val": font.alternatives.joined(separator: ",")])
          // 86 is the set of simplified Chinese.
          xml.element("w:charset", ["w:val": "86"])
          xml.element("w:family", ["w:val": font.family.rawValue])
          xml.element("w:pitch", ["w:val": "variable"])
        }
      }
    }
    return xml.utf8
  }
}
