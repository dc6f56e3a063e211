/// The part with the styles of a document: real ones, so that headings can be found, listed and changed all at once.
struct WordStylePart {
  private let look: WordLook

  init(_ look: WordLook) { self.look = look }

  /// The id of the style of a paragraph; nil for the standard one.
  static func id(of style: WordParagraphOutput.Style) -> String {
    switch style {
    case .title: "Title"
    case .subtitle: "Subtitle"
    case .heading(let level): "Heading\(min(max(1, level), 9))"
    case .body: "BodyText"
    case .plain: "Normal"
    case .cell: "TableText"
    case .remark: "Remark"
    }
  }

  /// The id of a line of the table of contents.
  static func contentsID(level: Int) -> String { "TOC\(level)" }

  static let tableID = "TableGrid"

  var utf8: [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    xml.element("w:styles", WordBodyPart.namespaces) { xml in
      writeDefaults(to: &xml)
      writeStyle("Normal", "Normal", isDefault: true, to: &xml)
      writeStyle(
        "BodyText", "Body Text",
        paragraph: { xml in
          xml.element("w:ind", ["w:firstLineChars": "200", "w:firstLine": twips(2 * look.textSize)])
        }, to: &xml)
      writeStyle(
        "Title", "Title",
        paragraph: { xml in
          spacing(before: 24, after: 12, to: &xml)
          xml.element("w:jc", ["w:val": "center"])
        }, font: look.headings, size: look.titleSize, to: &xml)
      writeStyle(
        "Subtitle", "Subtitle",
        paragraph: { xml in
          spacing(before: 0, after: 12, to: &xml)
          xml.element("w:jc", ["w:val": "center"])
        }, size: look.textSize + 2, to: &xml)
      for level in 1...9 { writeHeading(level, to: &xml) }
      for level in 1...9 { writeContents(level, to: &xml) }
      writeStyle(
        "TableText", "Table Text", paragraph: { spacing(before: 0, after: 0, line: "240", to: &$0) },
        font: look.tables, size: look.tableSize, to: &xml)
      writeStyle(
        "Remark", "Remark", paragraph: { spacing(before: 0, after: 0, line: "240", to: &$0) }, font: look.tables,
        size: look.tableSize, to: &xml)
      writeTable(to: &xml)
    }
    return xml.utf8
  }

  private func twips(_ points: Double) -> String { WordMeasure.twips(ofPoints: points) }

  private func spacing(before: Double, after: Double, line: String? = nil, to xml: inout XMLWriter) {
    xml.element(
      "w:spacing",
      [
        "w:before": twips(before), "w:after": twips(after), "w:line": line, "w:lineRule": line == nil ? nil : "auto",
      ])
  }

  private static func write(_ font: WordFont, size: Double, isBold: Bool = false, to xml: inout XMLWriter) {
    xml.element(
      "w:rFonts",
      ["w:ascii": font.latin, "w:hAnsi": font.latin, "w:eastAsia": font.name, "w:cs": font.latin])
    if isBold { xml.element("w:b") }
    xml.element("w:sz", ["w:val": WordMeasure.halfPoints(size)])
    xml.element("w:szCs", ["w:val": WordMeasure.halfPoints(size)])
  }

  private func writeDefaults(to xml: inout XMLWriter) {
    xml.element("w:docDefaults") { xml in
      xml.element("w:rPrDefault") { xml in
        xml.element("w:rPr") { xml in
          Self.write(look.text, size: look.textSize, to: &xml)
          xml.element("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
        }
      }
      xml.element("w:pPrDefault") { xml in
        // One and a half lines.
        xml.element("w:pPr") { spacing(before: 0, after: 0, line: "360", to: &$0) }
      }
    }
  }

  private func writeStyle(
    _ id: String, _ name: String, isDefault: Bool = false, next: String? = nil,
    paragraph: ((inout XMLWriter) -> Void)? = nil, font: WordFont? = nil, size: Double? = nil, isBold: Bool = false,
    to xml: inout XMLWriter
  ) {
    xml.element(
      "w:style", ["w:type": "paragraph", "w:default": isDefault ? "1" : nil, "w:styleId": id]
    ) { xml in
      xml.element("w:name", ["w:val": name])
      if !isDefault { xml.element("w:basedOn", ["w:val": "Normal"]) }
      if let next { xml.element("w:next", ["w:val": next]) }
      xml.element("w:qFormat")
      if let paragraph { xml.element("w:pPr") { paragraph(&$0) } }
      if font != nil || size != nil {
        xml.element("w:rPr") { Self.write(font ?? look.text, size: size ?? look.textSize, isBold: isBold, to: &$0) }
      }
    }
  }

  private func writeHeading(_ level: Int, to xml: inout XMLWriter) {
    let size = level <= look.headingSizes.count ? look.headingSizes[level - 1] : look.headingSizes.last
    writeStyle(
      "Heading\(level)", "heading \(level)", next: "BodyText",
      paragraph: { xml in
        xml.element("w:keepNext")
        xml.element("w:keepLines")
        spacing(before: level == 1 ? 18 : 12, after: 6, to: &xml)
        xml.element("w:outlineLvl", ["w:val": String(level - 1)])
      }, font: look.headings, size: size ?? look.textSize, to: &xml)
  }

  private func writeContents(_ level: Int, to xml: inout XMLWriter) {
    writeStyle(
      Self.contentsID(level: level), "toc \(level)", next: "Normal",
      paragraph: { xml in
        spacing(before: 0, after: 0, line: "320", to: &xml)
        xml.element("w:ind", ["w:left": twips(Double(level - 1) * look.textSize)])
      }, to: &xml)
  }

  private func writeTable(to xml: inout XMLWriter) {
    xml.element("w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]) { xml in
      xml.element("w:name", ["w:val": "Normal Table"])
      xml.element("w:tblPr") { xml in
        xml.element("w:tblInd", ["w:w": "0", "w:type": "dxa"])
        xml.element("w:tblCellMar") { xml in
          for (side, width) in [("top", "30"), ("left", "80"), ("bottom", "30"), ("right", "80")] {
            xml.element("w:\(side)", ["w:w": width, "w:type": "dxa"])
          }
        }
      }
    }
    xml.element("w:style", ["w:type": "table", "w:styleId": Self.tableID]) { xml in
      xml.element("w:name", ["w:val": "Table Grid"])
      xml.element("w:basedOn", ["w:val": "TableNormal"])
      xml.element("w:tblPr") { xml in
        xml.element("w:tblBorders") { xml in
          for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            xml.element("w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "808080"])
          }
        }
      }
    }
  }
}
