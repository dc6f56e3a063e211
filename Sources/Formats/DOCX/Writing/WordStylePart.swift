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
    case .contentsTitle: "TOCHeading"
    case .body: "BodyText"
    case .plain: "Normal"
    case .tableTitle: "TableTitle"
    case .cell: "TableText"
    case .denseCell: "DenseTableText"
    case .remark: "Remark"
    case .figure: "Figure"
    case .pageNumber: "Footer"
    }
  }

  /// The id of a line of the table of contents.
  static func contentsID(level: Int) -> String { "TOC\(level)" }

  static let tableID = "TableGrid"

  var utf8: [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    xml.element("w:styles", WordBodyPart.namespaces) { xml in
      writeDefaults(to: &xml)
      write("Normal", "Normal", look: nil, isDefault: true, to: &xml)
      write("BodyText", "Body Text", look: look.text, to: &xml)
      write("Title", "Title", look: look.title, to: &xml)
      write("Subtitle", "Subtitle", look: look.subtitle, to: &xml)
      for level in 1...9 {
        write(
          "Heading\(level)", "heading \(level)", look: look.heading(level), next: "BodyText", outline: level, to: &xml)
      }
      write("TOCHeading", "TOC Heading", look: look.contentsTitle, to: &xml)
      for level in 1...9 {
        write(
          Self.contentsID(level: level), "toc \(level)", look: look.contents(level), next: "Normal",
          left: Double(level - 1) * look.contents(level).size, to: &xml)
      }
      write("TableTitle", "Table Title", look: look.tableTitle, keepsNext: true, to: &xml)
      write("TableText", "Table Text", look: look.cells, to: &xml)
      write("DenseTableText", "Dense Table Text", look: look.denseCells, to: &xml)
      write("Remark", "Remark", look: look.remarks, to: &xml)
      write("Figure", "Figure", look: look.figures, to: &xml)
      write("Footer", "footer", look: look.pageNumbers, to: &xml)
      writeTable(to: &xml)
    }
    return xml.utf8
  }

  // MARK: Paragraphs

  private func write(
    _ id: String, _ name: String, look: WordStyleLook?, isDefault: Bool = false, next: String? = nil,
    outline: Int? = nil, keepsNext: Bool = false, left: Double = 0, to xml: inout XMLWriter
  ) {
    xml.element(
      "w:style", ["w:type": "paragraph", "w:default": isDefault ? "1" : nil, "w:styleId": id]
    ) { xml in
      xml.element("w:name", ["w:val": name])
      if !isDefault { xml.element("w:basedOn", ["w:val": "Normal"]) }
      if let next { xml.element("w:next", ["w:val": next]) }
      xml.element("w:qFormat")
      guard let look else { return }
      xml.element("w:pPr") { xml in
        if outline != nil || keepsNext { xml.element("w:keepNext") }
        if outline != nil { xml.element("w:keepLines") }
        Self.writeSpacing(of: look, to: &xml)
        if left > 0 { xml.element("w:ind", ["w:left": WordMeasure.twips(ofPoints: left)]) }
        if look.isIndented {
          xml.element("w:ind", ["w:firstLineChars": "200", "w:firstLine": WordMeasure.twips(ofPoints: 2 * look.size)])
        }
        if let alignment = look.alignment { xml.element("w:jc", ["w:val": alignment.rawValue]) }
        if let outline { xml.element("w:outlineLvl", ["w:val": String(outline - 1)]) }
      }
      xml.element("w:rPr") { Self.writeLetters(of: look, to: &$0) }
    }
  }

  private static func writeSpacing(of look: WordStyleLook, to xml: inout XMLWriter) {
    let line: (length: String, rule: String)? =
      switch look.pitch {
      case .lines(let count): (String(Int((count * 240).rounded())), "auto")
      case .points(let points): (WordMeasure.twips(ofPoints: points), "exact")
      case nil: nil
      }
    xml.element(
      "w:spacing",
      [
        "w:before": WordMeasure.twips(ofPoints: look.before), "w:after": WordMeasure.twips(ofPoints: look.after),
        "w:line": line?.length, "w:lineRule": line?.rule,
      ])
  }

  /// Writes fonts and sizes; `isForAll` where other styles begin with them, which have spacings of their own.
  private static func writeLetters(of look: WordStyleLook, isForAll: Bool = false, to xml: inout XMLWriter) {
    let (font, size) = (look.font, WordMeasure.halfPoints(look.size))
    xml.element(
      "w:rFonts",
      ["w:ascii": font.latin, "w:hAnsi": font.latin, "w:eastAsia": font.name, "w:cs": font.latin])
    if look.spacing != 0, !isForAll { xml.element("w:spacing", ["w:val": WordMeasure.twips(ofPoints: look.spacing)]) }
    xml.element("w:sz", ["w:val": size])
    xml.element("w:szCs", ["w:val": size])
  }

  private func writeDefaults(to xml: inout XMLWriter) {
    xml.element("w:docDefaults") { xml in
      xml.element("w:rPrDefault") { xml in
        xml.element("w:rPr") { xml in
          Self.writeLetters(of: look.text, isForAll: true, to: &xml)
          xml.element("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
        }
      }
      xml.element("w:pPrDefault") { xml in xml.element("w:pPr") { Self.writeSpacing(of: look.text, to: &$0) } }
    }
  }

  // MARK: Tables

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
