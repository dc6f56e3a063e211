/// The part of a document to be written that holds its text.
struct WordBodyPart {
  /// The namespaces of the elements and attributes of every part of the text.
  static var namespaces: KeyValuePairs<String, String?> {
    [
      "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "xmlns:r": XMLNamespace.relationshipsURI,
    ]
  }

  /// A heading, and the bookmark by which the table of contents leads to it.
  private struct Heading {
    let level: Int
    let text: String
    let bookmark: String
  }

  private let document: WordOutput
  private let headings: [Heading]
  private let bookmarks: Set<String>

  init(_ document: WordOutput) {
    self.document = document
    var headings: [Heading] = []
    var bookmarks: Set<String> = []
    for block in document.sections.flatMap(\.blocks) {
      switch block {
      case .paragraph(let paragraph):
        if let bookmark = paragraph.bookmark { bookmarks.insert(bookmark) }
        if case .heading(let level) = paragraph.style {
          headings.append(
            Heading(level: level, text: paragraph.text, bookmark: "_Toc\(100_000_001 + headings.count)"))
        }
      case .table(let table):
        let paragraphs = table.rows.lazy.flatMap(\.cells).flatMap(\.paragraphs)
        bookmarks.formUnion(paragraphs.compactMap(\.bookmark))
      case .contents: break
      }
    }
    self.headings = headings
    self.bookmarks = bookmarks
  }

  /// The bytes of the part; headers and footers are numbered on the way.
  func utf8(margins: inout WordMarginParts) -> [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    var marks = WordMarks(bookmarks)
    var nextHeading = 0
    xml.element("w:document", Self.namespaces) { xml in
      xml.element("w:body") { xml in
        for (index, section) in document.sections.enumerated() {
          let isLast = index == document.sections.count - 1
          let ids = (
            header: margins.id(of: section.header, .header), footer: margins.id(of: section.footer, .footer)
          )
          write(section.blocks, isLast: isLast, nextHeading: &nextHeading, marks: &marks, to: &xml)
          // The properties of the last section stand by themselves, those of the others in a paragraph that ends them.
          if isLast {
            Self.write(section.page, ids.header, ids.footer, to: &xml)
          } else {
            xml.element("w:p") { xml in
              xml.element("w:pPr") { xml in
                xml.element("w:pStyle", ["w:val": WordStylePart.id(of: .remark)])
                Self.write(section.page, ids.header, ids.footer, to: &xml)
              }
            }
          }
        }
      }
    }
    return xml.utf8
  }

  private func write(
    _ blocks: [WordBlockOutput], isLast: Bool, nextHeading: inout Int, marks: inout WordMarks, to xml: inout XMLWriter
  ) {
    var followsTable = false
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        var own: [String] = []
        if case .heading = paragraph.style {
          own.append(headings[nextHeading].bookmark)
          nextHeading += 1
        }
        WordParagraphPart(paragraph, bookmarks: own).write(to: &xml, marks: &marks)
      case .table(let table):
        // Two tables without a paragraph between them would become one.
        if followsTable { WordParagraphPart(WordParagraphOutput("", style: .remark)).write(to: &xml) }
        WordTablePart(table).write(to: &xml, marks: &marks)
      case .contents(let levels): writeContents(levels: levels, to: &xml)
      }
      if case .table = block { followsTable = true } else { followsTable = false }
    }
    // Behind a table at the end nobody could write on; behind another section comes the paragraph that ends it.
    if followsTable, isLast { WordParagraphPart(WordParagraphOutput("", style: .remark)).write(to: &xml) }
  }

  // MARK: Contents

  private func writeContents(levels: Int, to xml: inout XMLWriter) {
    let listed = headings.filter { $0.level <= levels }
    xml.element("w:sdt") { xml in
      xml.element("w:sdtPr") { xml in
        xml.element("w:docPartObj") { xml in
          xml.element("w:docPartGallery", ["w:val": "Table of Contents"])
          xml.element("w:docPartUnique")
        }
      }
      xml.element("w:sdtContent") { xml in
        for (index, heading) in listed.enumerated() {
          xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
              xml.element("w:pStyle", ["w:val": WordStylePart.contentsID(level: min(max(1, heading.level), 9))])
            }
            if index == 0 {
              // A field that is dirty is filled in when the document is opened.
              xml.element("w:r") { $0.element("w:fldChar", ["w:fldCharType": "begin", "w:dirty": "true"]) }
              Self.writeCode(" TOC \\o \"1-\(levels)\" \\h \\z \\u ", to: &xml)
              Self.writeMark("separate", to: &xml)
            }
            xml.element("w:hyperlink", ["w:anchor": heading.bookmark, "w:history": "1"]) { xml in
              // Whoever fills the field in adds the pages; a line of dots to nowhere would look unfinished.
              WordRunPart.write(text: heading.text, to: &xml) { _ in }
            }
            if index == listed.count - 1 { Self.writeMark("end", to: &xml) }
          }
        }
        // A control without content is not valid.
        if listed.isEmpty { xml.element("w:p") }
      }
    }
  }

  // MARK: Fields

  /// Writes a field: its code, and the result shown until it is brought up to date.
  static func writeField(
    _ code: String, result: String, to xml: inout XMLWriter, properties: (inout XMLWriter) -> Void
  ) {
    writeMark("begin", to: &xml)
    writeCode(code, to: &xml)
    writeMark("separate", to: &xml)
    WordRunPart.write(text: result, to: &xml, properties: properties)
    writeMark("end", to: &xml)
  }

  private static func writeMark(_ type: String, to xml: inout XMLWriter) {
    xml.element("w:r") { $0.element("w:fldChar", ["w:fldCharType": type]) }
  }

  private static func writeCode(_ code: String, to xml: inout XMLWriter) {
    xml.element("w:r") { $0.element("w:instrText", ["xml:space": "preserve"], text: code) }
  }

  // MARK: Sections

  private static func write(_ page: WordPage, _ header: String?, _ footer: String?, to xml: inout XMLWriter) {
    func twips(_ length: Double) -> String { String(WordMeasure.twips(ofMillimetres: length)) }
    xml.element("w:sectPr") { xml in
      if let header { xml.element("w:headerReference", ["w:type": "default", "r:id": header]) }
      if let footer { xml.element("w:footerReference", ["w:type": "default", "r:id": footer]) }
      xml.element("w:type", ["w:val": "nextPage"])
      xml.element(
        "w:pgSz",
        ["w:w": twips(page.width), "w:h": twips(page.height), "w:orient": page.isLandscape ? "landscape" : nil])
      xml.element(
        "w:pgMar",
        [
          "w:top": twips(page.top), "w:right": twips(page.right), "w:bottom": twips(page.bottom),
          "w:left": twips(page.left), "w:header": twips(12), "w:footer": twips(10), "w:gutter": "0",
        ])
    }
  }
}

/// The bookmarks of a document as they are written: each has a number, and links lead only to those there are.
struct WordMarks {
  private let known: Set<String>
  private var count = 0

  init(_ known: Set<String>) { self.known = known }

  /// The number of the next bookmark.
  mutating func next() -> String {
    count += 1
    return String(count)
  }

  func leads(to bookmark: String) -> Bool { known.contains(bookmark) }
}
