/// A watermark as it is written: a drawn word in the header, in the language that Word has had for drawings since before
/// there was .docx, and under the name by which Word finds watermarks and takes them away again.
struct WordWatermarkPart {
  /// The namespaces of what is drawn.
  private static var namespaces: KeyValuePairs<String, String?> {
    ["xmlns:v": "urn:schemas-microsoft-com:vml", "xmlns:o": "urn:schemas-microsoft-com:office:office"]
  }

  private let watermark: WordWatermark

  init(_ watermark: WordWatermark) { self.watermark = watermark }

  /// Writes the paragraph that the watermark is tied to.
  func write(to xml: inout XMLWriter) {
    xml.element("w:p") { xml in
      xml.element("w:pPr") { $0.element("w:pStyle", ["w:val": WordStylePart.id(of: .remark)]) }
      xml.element("w:r") { xml in
        xml.element("w:rPr") { $0.element("w:noProof") }
        xml.element("w:pict", Self.namespaces) { xml in
          Self.writeKind(to: &xml)
          writeShape(to: &xml)
        }
      }
    }
  }

  /// What a shape of drawn words is; 136 is the number of words that stand straight.
  private static func writeKind(to xml: inout XMLWriter) {
    xml.element(
      "v:shapetype",
      [
        "id": "_x0000_t136", "coordsize": "21600,21600", "o:spt": "136", "adj": "10800",
        "path": "m@7,l@8,m@5,21600l@6,21600e",
      ]
    ) { xml in
      xml.element("v:formulas") { xml in
        for formula in [
          "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0",
          "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7",
          "sum @6 0 @5",
        ] { xml.element("v:f", ["eqn": formula]) }
      }
      xml.element(
        "v:path",
        [
          "textpathok": "t", "o:connecttype": "custom", "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
          "o:connectangles": "270,180,90,0",
        ])
      xml.element("v:textpath", ["on": "t", "fitshape": "t"])
      xml.element("o:lock", ["v:ext": "edit", "text": "t", "shapetype": "t"])
    }
  }

  private func writeShape(to xml: inout XMLWriter) {
    // As wide as most of a page, its letters as high as they are wide.
    let width = 400
    let height = width / max(4, watermark.text.count)
    let style = [
      "position:absolute", "margin-left:0", "margin-top:0", "width:\(width)pt", "height:\(height)pt", "rotation:315",
      "z-index:-251658752", "mso-position-horizontal:center", "mso-position-horizontal-relative:margin",
      "mso-position-vertical:center", "mso-position-vertical-relative:margin",
    ]
    xml.element(
      "v:shape",
      [
        "id": "PowerPlusWaterMarkObject1", "o:spid": "_x0000_s2049", "type": "#_x0000_t136",
        "style": style.joined(separator: ";"), "o:allowincell": "f",
        "fillcolor": "#\(watermark.color.argb.dropFirst(2))", "stroked": "f",
      ]
    ) { xml in
      xml.element("v:fill", ["opacity": ".5"])
      xml.element(
        "v:textpath", ["style": "font-family:\"\(watermark.font.name)\";font-size:1pt", "string": watermark.text])
    }
  }
}
