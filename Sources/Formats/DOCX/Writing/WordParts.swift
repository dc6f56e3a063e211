/// All parts of a document to be written, in the order in which they stand in the file.
struct WordParts {
  private static let contentPrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  private(set) var all: [(name: String, utf8: [UInt8])] = []

  init(_ document: WordOutput) {
    var margins = WordMarginParts()
    let body = WordBodyPart(document).utf8(margins: &margins)
    let parts: [(name: String, type: String, utf8: [UInt8])] =
      [
        ("document", "document.main+xml", body),
        ("styles", "styles+xml", WordStylePart(document.look).utf8),
        ("settings", "settings+xml", WordSettingsPart.utf8),
        ("fontTable", "fontTable+xml", WordFontPart.utf8(of: document.look.fonts)),
      ] + margins.parts.map { ($0.name, $0.kind.rawValue + "+xml", $0.utf8) }
    all.append(
      (
        "[Content_Types].xml",
        OfficePackage.contentTypes(
          parts: parts.map { ("word/\($0.name).xml", Self.contentPrefix + $0.type) }, forbidden: .replaced)
      ))
    all.append(("_rels/.rels", OfficePackage.relationships(ofMain: "word/document.xml")))
    all.append((OfficePackage.propertiesName, OfficePackage.part(of: document.properties, forbidden: .replaced)))
    for part in parts { all.append(("word/\(part.name).xml", part.utf8)) }
    // The headers and footers come last, so that each has the number by which its section calls it.
    let others = ["styles", "settings", "fontTable"].map { (OfficePackage.type($0), "\($0).xml") }
    all.append(
      (
        "word/_rels/document.xml.rels",
        OfficePackage.relationships(
          others + margins.parts.map { (OfficePackage.type($0.kind.rawValue), "\($0.name).xml") })
      ))
  }

  /// How many relationships of the document stand before those of headers and footers.
  static let otherRelationships = 3
}

/// The headers and footers of a document, as its sections call for them.
struct WordMarginParts {
  /// Above or below the text.
  enum Kind: String {
    case header, footer
  }

  private(set) var parts: [(kind: Kind, name: String, utf8: [UInt8])] = []
  /// What the section before has, which the next takes over where it says nothing else.
  private var current: [Kind: [WordParagraphOutput]] = [:]

  /// The id by which a section calls for its header or footer; nil where it has that of the section before, or none.
  mutating func id(of paragraphs: [WordParagraphOutput], _ kind: Kind) -> String? {
    guard current[kind, default: []] != paragraphs else { return nil }
    current[kind] = paragraphs
    var xml = XMLWriter(forbidden: .replaced)
    xml.element(kind == .header ? "w:hdr" : "w:ftr", WordBodyPart.namespaces) { xml in
      // An empty one takes back that of the section before.
      for paragraph in paragraphs.isEmpty ? [WordParagraphOutput("", style: .remark)] : paragraphs {
        WordParagraphPart(paragraph).write(to: &xml)
      }
    }
    parts.append((kind, "\(kind.rawValue)\(parts.count + 1)", xml.utf8))
    return "rId\(WordParts.otherRelationships + parts.count)"
  }
}

/// The part with what programs are told of the document as a whole.
enum WordSettingsPart {
  static var utf8: [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    xml.element("w:settings", WordBodyPart.namespaces) { xml in
      xml.element("w:zoom", ["w:percent": "100"])
      xml.element("w:defaultTabStop", ["w:val": "420"])
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
          xml.element("w:family", ["w:val": "auto"])
          xml.element("w:pitch", ["w:val": "variable"])
        }
      }
    }
    return xml.utf8
  }
}
