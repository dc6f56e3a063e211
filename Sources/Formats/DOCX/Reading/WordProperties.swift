/// What stands in the properties of a paragraph (pPr), of those that matter here.
struct WordParagraphProperties {
  var style: String?
  /// The outline level as it is spelled: 0 to 8 is a heading, 9 none.
  var outline: Int?
  /// The list it is numbered by, 0 for none, and the level in it.
  var list: Int?
  var listLevel: Int?
  /// Whether its mark, and with it the end of the paragraph, is deleted.
  var isMarkDeleted = false
  /// Whether its mark is not printed, so that the next paragraph goes on in the same line.
  var isMarkHidden = false
  /// The section that ends with it.
  var section: WordSection?

  init() {}

  /// Reads the element just begun; what was so before a tracked change is left out.
  init(_ xml: inout DOCXPart) throws(DOCXError) {
    let properties = xml.depth
    while try xml.nextChild(ofDepth: properties) {
      switch xml.localName {
      case "pStyle": style = try xml.value()
      case "outlineLvl": outline = try xml.number()
      case "numPr":
        let numbering = xml.depth
        while try xml.nextChild(ofDepth: numbering) {
          if xml.isNamed("numId") { list = try xml.number() }
          if xml.isNamed("ilvl") { listLevel = try xml.number() }
        }
      case "rPr":
        let mark = try WordRunProperties(&xml)
        isMarkDeleted = mark.isDeleted
        isMarkHidden = mark.isHidden ?? false
      case "sectPr": section = try WordSection(&xml)
      default: continue
      }
    }
  }
}

/// What stands in the properties of a run (rPr), of those that matter here.
struct WordRunProperties {
  var style: String?
  var isHidden: Bool?
  /// Of the mark of a paragraph: whether it is deleted or moved away.
  var isDeleted = false

  /// Reads the element just begun.
  init(_ xml: inout DOCXPart) throws(DOCXError) {
    let properties = xml.depth
    while try xml.nextChild(ofDepth: properties) {
      switch xml.localName {
      case "rStyle": style = try xml.value()
      case "vanish": isHidden = try xml.isOn()
      case "del", "moveFrom": isDeleted = true
      default: continue
      }
    }
  }
}

/// The properties of a section (sectPr): which headers and footers its pages have.
struct WordSection {
  struct Reference {
    var isHeader: Bool
    /// Which pages: default, first or even.
    var pages: String
    var id: String
  }

  var references: [Reference] = []
  /// Whether its first page has a header and footer of its own.
  var hasTitlePage = false

  /// Reads the element just begun.
  init(_ xml: inout DOCXPart) throws(DOCXError) {
    let section = xml.depth
    while try xml.nextChild(ofDepth: section) {
      switch xml.localName {
      case "headerReference", "footerReference":
        // A section has three of each.
        guard references.count < 6, let id = try xml.attribute("id", in: .officeRelationships) else { continue }
        references.append(
          Reference(isHeader: xml.isNamed("headerReference"), pages: try xml.value("type") ?? "default", id: id))
      case "titlePg": hasTitlePage = try xml.isOn()
      default: continue
      }
    }
  }
}
