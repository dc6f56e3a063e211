/// A document as Word, WPS, LibreOffice and others save it (.docx, .docm, .dotx), as it is printed.
///
/// Tracked changes are as if accepted, fields have the results last seen, and automatic numbers stand before their
/// paragraphs. Nothing in a document is ever run, and nothing outside it opened.
package struct WordDocument: Sendable {
  /// The paragraphs and tables in order: those of the text itself with each text box behind the paragraph it is tied
  /// to, then footnotes, endnotes, headers and footers, each once.
  package let blocks: [WordBlock]
  /// What is passed over in it.
  package let notices: [WordNotice]

  /// Reads a document from the bytes of its file; time and memory grow with its size.
  package init(_ bytes: [UInt8], limits: DOCXLimits = DOCXLimits()) throws(DOCXError) {
    let archive: ZIPArchive
    do {
      archive = try ZIPArchive(bytes, limits: limits.archive)
    } catch {
      throw DOCXError(.archive(error))
    }
    let package = try DOCXRelationships(of: "", in: archive, limits: limits.xml, most: limits.listEntries)
    guard let main = package.first(ofType: "officeDocument")?.part else { throw DOCXError(.notDocument) }
    if main.hasPrefix("xl/") { throw DOCXError(.otherFile("工作簿")) }
    if main.hasPrefix("ppt/") { throw DOCXError(.otherFile("演示文稿")) }
    let relationships = try DOCXRelationships(of: main, in: archive, limits: limits.xml, most: limits.listEntries)
    func part(ofType type: String) -> String? { relationships.first(ofType: type)?.part }

    let styles = try part(ofType: "styles").map { name throws(DOCXError) in
      try WordStyles(part: name, in: archive, limits: limits)
    }
    let numbering = try part(ofType: "numbering").map { name throws(DOCXError) in
      try WordNumbering(part: name, in: archive, limits: limits)
    }
    var contents = WordContents(limits: limits)
    func read(_ part: String, root: String, story: WordStory, notes: [Int] = []) throws(DOCXError) {
      // Handed over and back, so that what has been read is never copied.
      let before = contents
      contents = WordContents(limits: limits)
      contents = try WordStoryReader(
        part, root: root, story: story, in: archive, styles: styles ?? WordStyles(),
        numbering: numbering ?? WordNumbering(), limits: limits, notes: notes, contents: consume before
      ).read()
    }
    try read(main, root: "document", story: .body)
    if let notes = part(ofType: "footnotes"), !contents.footnotes.isEmpty {
      try read(notes, root: "footnotes", story: .footnote, notes: contents.footnotes)
    }
    if let notes = part(ofType: "endnotes"), !contents.endnotes.isEmpty {
      try read(notes, root: "endnotes", story: .endnote, notes: contents.endnotes)
    }
    let hasEvenPages = try part(ofType: "settings").map { name throws(DOCXError) in
      try Self.hasEvenPages(name, in: archive, limits: limits)
    }
    let margins = Self.margins(of: contents.sections, relationships: relationships, hasEvenPages: hasEvenPages ?? false)
    for name in margins.headers { try read(name, root: "hdr", story: .header) }
    for name in margins.footers { try read(name, root: "ftr", story: .footer) }

    blocks = contents.blocks
    let hasMacros = archive.entries.contains { $0.name.lowercased().hasSuffix("vbaproject.bin") }
    notices = (hasMacros ? [.macros] : []) + contents.notices
  }

  /// The blocks with each table followed by the tables in it, and with frames, which are tables that only arrange
  /// other tables on the page, replaced by what is in them.
  package var flattened: [WordBlock] {
    // The blocks still to come, the next one last.
    var pending = Array(blocks.reversed())
    var flat: [WordBlock] = []
    while let block = pending.popLast() {
      guard case .table(let table) = block else {
        flat.append(block)
        continue
      }
      let cells = table.rows.flatMap(\.cells)
      if table.isFrame {
        let inside = cells.flatMap { cell in
          cell.holdsTables ? cell.blocks : cell.text.isEmpty ? [] : [.paragraph(Self.paragraph(of: cell, in: table))]
        }
        pending += inside.reversed()
      } else {
        flat.append(block)
        let inside = cells.flatMap(\.blocks).filter { if case .table = $0 { true } else { false } }
        pending += inside.reversed()
      }
    }
    return flat
  }

  /// The text of a cell of a frame as a paragraph.
  private static func paragraph(of cell: WordCell, in table: WordTable) -> WordParagraph {
    WordParagraph(text: cell.text, label: nil, number: nil, level: nil, isContents: false, story: table.story)
  }

  private static func hasEvenPages(
    _ part: String, in archive: ZIPArchive, limits: DOCXLimits
  ) throws(DOCXError) -> Bool {
    var xml = try DOCXPart(part, in: archive, limits: limits.xml)
    let root = try xml.root("settings")
    guard try xml.nextChild("evenAndOddHeaders", ofDepth: root) else { return false }
    return try xml.isOn()
  }

  /// The parts of the headers and footers that are printed, each once.
  ///
  /// A section without a header of its own has that of the section before.
  private static func margins(
    of sections: [WordSection], relationships: DOCXRelationships, hasEvenPages: Bool
  ) -> (headers: [String], footers: [String]) {
    var inForce: [Bool: [String: String]] = [:]
    var seen: Set<String> = []
    var headers: [String] = []
    var footers: [String] = []
    for section in sections {
      for reference in section.references {
        inForce[reference.isHeader, default: [:]][reference.pages] = reference.id
      }
      for isHeader in [true, false] {
        for pages in ["first", "default", "even"] {
          if pages == "first" && !section.hasTitlePage || pages == "even" && !hasEvenPages { continue }
          guard let id = inForce[isHeader]?[pages], let part = relationships[id]?.part,
            seen.insert(part.lowercased()).inserted
          else { continue }
          if isHeader { headers.append(part) } else { footers.append(part) }
        }
      }
    }
    return (headers, footers)
  }
}
