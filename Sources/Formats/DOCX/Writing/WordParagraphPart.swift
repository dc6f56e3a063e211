/// A paragraph as it is written.
struct WordParagraphPart {
  private let paragraph: WordParagraphOutput
  /// The bookmarks it has beside its own.
  private let bookmarks: [String]

  init(_ paragraph: WordParagraphOutput, bookmarks: [String] = []) {
    self.paragraph = paragraph
    self.bookmarks = bookmarks + (paragraph.bookmark.map { [$0] } ?? [])
  }

  /// Writes it where nothing leads to it and it leads nowhere.
  func write(to xml: inout XMLWriter) {
    var marks = WordMarks([])
    write(to: &xml, marks: &marks)
  }

  /// Writes it; `ending` writes the properties of the section that it ends.
  func write(to xml: inout XMLWriter, marks: inout WordMarks, ending: ((inout XMLWriter) -> Void)? = nil) {
    xml.element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.element("w:pStyle", ["w:val": WordStylePart.id(of: paragraph.style)])
        if paragraph.staysWithNext { xml.element("w:keepNext") }
        if paragraph.beginsPage { xml.element("w:pageBreakBefore") }
        Self.write(paragraph.stops, to: &xml)
        if paragraph.indent > 0 { xml.element("w:ind", ["w:left": WordMeasure.twips(ofPoints: paragraph.indent)]) }
        if let alignment = paragraph.alignment { xml.element("w:jc", ["w:val": alignment.rawValue]) }
        ending?(&xml)
      }
      var numbers: [String] = []
      for bookmark in bookmarks {
        let number = marks.next()
        numbers.append(number)
        xml.element("w:bookmarkStart", ["w:id": number, "w:name": bookmark])
      }
      for run in paragraph.runs {
        if let link = run.link, marks.leads(to: link) {
          xml.element("w:hyperlink", ["w:anchor": link, "w:history": "1"]) { WordRunPart.write(run, to: &$0) }
        } else {
          WordRunPart.write(run, to: &xml)
        }
      }
      for number in numbers { xml.element("w:bookmarkEnd", ["w:id": number]) }
    }
  }

  private static func write(_ stops: [WordParagraphOutput.Stop], to xml: inout XMLWriter) {
    guard !stops.isEmpty else { return }
    xml.element("w:tabs") { xml in
      for stop in stops {
        xml.element(
          "w:tab",
          ["w:val": stop.side.rawValue, "w:pos": String(WordMeasure.twips(ofMillimetres: stop.place))])
      }
    }
  }
}

/// A run as it is written.
enum WordRunPart {
  static func write(_ run: WordRunOutput, to xml: inout XMLWriter) {
    func properties(_ xml: inout XMLWriter) {
      guard run.isBold || run.color != nil || run.fill != nil else { return }
      xml.element("w:rPr") { xml in
        if run.isBold { xml.element("w:b") }
        if let color = run.color { xml.element("w:color", ["w:val": String(color.argb.dropFirst(2))]) }
        if let fill = run.fill {
          xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": String(fill.argb.dropFirst(2))])
        }
      }
    }
    switch run.content {
    case .text(let text): write(text: text, to: &xml, properties: properties)
    case .pageNumber: WordBodyPart.writeField(" PAGE ", result: "1", to: &xml, properties: properties)
    case .pageCount: WordBodyPart.writeField(" NUMPAGES ", result: "1", to: &xml, properties: properties)
    }
  }

  /// Writes text as a run: its lines with breaks between them, its tabs as tabs.
  static func write(text: String, to xml: inout XMLWriter, properties: (inout XMLWriter) -> Void) {
    guard !text.isEmpty else { return }
    xml.element("w:r") { xml in
      properties(&xml)
      // By scalars: a carriage return and a line feed are one character to Swift.
      var piece = String.UnicodeScalarView()
      func end(_ xml: inout XMLWriter) {
        if !piece.isEmpty { xml.element("w:t", ["xml:space": "preserve"], text: String(piece)) }
        piece = String.UnicodeScalarView()
      }
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}":
          end(&xml)
          xml.element("w:br")
        case "\t":
          end(&xml)
          xml.element("w:tab")
        case "\r": continue
        default: piece.append(scalar)
        }
      }
      end(&xml)
    }
  }
}
