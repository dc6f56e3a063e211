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
      case .contents, .chart: break
      }
    }
    self.headings = headings
    self.bookmarks = bookmarks
  }

  /// The bytes of the part; the parts that it calls for are numbered on the way.
  func utf8(parts: inout WordLinkedParts) -> [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    var marks = WordMarks(bookmarks)
    var nextHeading = 0
    xml.element("w:document", Self.namespaces) { xml in
      xml.element("w:body") { xml in
        for (index, section) in document.sections.enumerated() {
          let isLast = index == document.sections.count - 1
          let references = parts.references(of: section, hasEvenPages: document.hasEvenPages)
          func writeEnd(_ xml: inout XMLWriter) { Self.write(section, references, to: &xml) }
          // The properties of the last section stand by themselves, those of the others in the paragraph that ends them.
          write(
            section, isLast: isLast, nextHeading: &nextHeading, marks: &marks, parts: &parts, to: &xml, ending: writeEnd
          )
          if isLast { writeEnd(&xml) }
        }
      }
    }
    return xml.utf8
  }

  private func write(
    _ section: WordSectionOutput, isLast: Bool, nextHeading: inout Int, marks: inout WordMarks,
    parts: inout WordLinkedParts, to xml: inout XMLWriter, ending: @escaping (inout XMLWriter) -> Void
  ) {
    var followsTable = false
    let blocks = section.blocks
    for (index, block) in blocks.enumerated() {
      let endsSection = !isLast && index == blocks.count - 1
      switch block {
      case .paragraph(let paragraph):
        var own: [String] = []
        if case .heading = paragraph.style {
          own.append(headings[nextHeading].bookmark)
          nextHeading += 1
        }
        WordParagraphPart(paragraph, bookmarks: own).write(
          to: &xml, marks: &marks, ending: endsSection ? ending : nil)
      case .table(let table):
        // Two tables without a paragraph between them would become one.
        if followsTable { WordParagraphPart(WordParagraphOutput("", style: .remark)).write(to: &xml) }
        WordTablePart(table).write(to: &xml, marks: &marks)
      case .contents(let levels): writeContents(levels: levels, to: &xml)
      case .chart(let chart):
        let part = WordChartPart(chart, document.look.cells)
        let called = parts.add(part)
        part.writePlace(id: called.id, number: called.number, to: &xml, ending: endsSection ? ending : nil)
      }
      followsTable = if case .table = block { true } else { false }
      let endsItself =
        switch block {
        case .paragraph, .chart: true
        case .table, .contents: false
        }
      if endsSection, !endsItself { Self.writeEmptyParagraph(to: &xml, ending: ending) }
    }
    if blocks.isEmpty, !isLast { Self.writeEmptyParagraph(to: &xml, ending: ending) }
    // Behind a table at the end nobody could write on.
    if followsTable, isLast { WordParagraphPart(WordParagraphOutput("", style: .remark)).write(to: &xml) }
  }

  /// Writes a paragraph that ends a section and takes no room, which may be none.
  private static func writeEmptyParagraph(to xml: inout XMLWriter, ending: (inout XMLWriter) -> Void) {
    xml.element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.element("w:pStyle", ["w:val": WordStylePart.id(of: .remark)])
        xml.element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact"])
        ending(&xml)
      }
    }
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

  private static func write(
    _ section: WordSectionOutput, _ references: [WordLinkedParts.Reference], to xml: inout XMLWriter
  ) {
    let page = section.page
    func twips(_ length: Double) -> String { String(WordMeasure.twips(ofMillimetres: length)) }
    xml.element("w:sectPr") { xml in
      for reference in references {
        xml.element(
          "w:\(reference.kind.rawValue)Reference", ["w:type": reference.pages.rawValue, "r:id": reference.id])
      }
      xml.element("w:type", ["w:val": "nextPage"])
      xml.element(
        "w:pgSz",
        ["w:w": twips(page.width), "w:h": twips(page.height), "w:orient": page.isLandscape ? "landscape" : nil])
      xml.element(
        "w:pgMar",
        [
          "w:top": twips(page.top), "w:right": twips(page.right), "w:bottom": twips(page.bottom),
          "w:left": twips(page.left), "w:header": twips(page.header), "w:footer": twips(page.footer),
          "w:gutter": "0",
        ])
      if let number = section.firstPageNumber { xml.element("w:pgNumType", ["w:start": String(number)]) }
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
