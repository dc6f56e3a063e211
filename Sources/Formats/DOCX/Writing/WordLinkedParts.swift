/// The parts that the text of a document calls for by their numbers: headers and footers.
struct WordLinkedParts {
  /// What a part is.
  enum Kind: String {
    case header, footer
  }

  /// The pages that a header or footer is for.
  enum Pages: String {
    case all = "default"
    case even
  }

  /// How a section calls for its header or footer.
  struct Reference {
    let kind: Kind
    let pages: Pages
    let id: String
  }

  /// A header or footer as sections ask for it.
  private struct Margin: Hashable {
    let kind: Kind
    let pages: Pages
  }

  private struct Content: Equatable {
    var paragraphs: [WordParagraphOutput] = []
    var watermark: WordWatermark?
  }

  private(set) var parts: [(kind: Kind, name: String, utf8: [UInt8])] = []
  /// What the section before has, which the next takes over where it says nothing else.
  private var current: [Margin: Content] = [:]

  /// How a section calls for its headers and footers; without those that it has of the section before, and where it has none.
  mutating func references(of section: WordSectionOutput, hasEvenPages: Bool) -> [Reference] {
    let header = Content(paragraphs: section.header, watermark: section.watermark)
    var wanted = [
      (Margin(kind: .header, pages: .all), header),
      (Margin(kind: .footer, pages: .all), Content(paragraphs: section.footer)),
    ]
    if hasEvenPages {
      wanted.append((Margin(kind: .header, pages: .even), header))
      wanted.append((Margin(kind: .footer, pages: .even), Content(paragraphs: section.evenFooter ?? section.footer)))
    }
    return wanted.compactMap { margin, content in
      guard current[margin, default: Content()] != content else { return nil }
      current[margin] = content
      return Reference(
        kind: margin.kind, pages: margin.pages, id: add(margin.kind, Self.utf8(of: content, margin.kind)))
    }
  }

  /// Adds a part and gives the id by which it is called.
  private mutating func add(_ kind: Kind, _ utf8: [UInt8]) -> String {
    parts.append((kind, "\(kind.rawValue)\(parts.count + 1)", utf8))
    return "rId\(WordParts.otherRelationships + parts.count)"
  }

  private static func utf8(of content: Content, _ kind: Kind) -> [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    xml.element(kind == .header ? "w:hdr" : "w:ftr", WordBodyPart.namespaces) { xml in
      if let watermark = content.watermark { WordWatermarkPart(watermark).write(to: &xml) }
      // An empty one takes back that of the section before.
      let isEmpty = content.paragraphs.isEmpty && content.watermark == nil
      for paragraph in isEmpty ? [WordParagraphOutput("", style: .remark)] : content.paragraphs {
        WordParagraphPart(paragraph).write(to: &xml)
      }
    }
    return xml.utf8
  }
}
