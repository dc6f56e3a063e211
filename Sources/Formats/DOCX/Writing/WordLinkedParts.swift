/// The parts that the text of a document calls for by their numbers: headers, footers and charts.
struct WordLinkedParts {
  /// What a part is.
  enum Kind: String {
    case header, footer, chart
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

  /// A part with what it is, where it is, and the file that it brings with it.
  struct Part {
    let kind: Kind
    /// Its name below `word`.
    let name: String
    let utf8: [UInt8]
    var workbook: (name: String, bytes: [UInt8])?
  }

  private(set) var parts: [Part] = []
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
      let part = Part(
        kind: margin.kind, name: "\(margin.kind.rawValue)\(parts.count + 1).xml",
        utf8: Self.utf8(of: content, margin.kind))
      return Reference(kind: margin.kind, pages: margin.pages, id: add(part))
    }
  }

  /// Adds a chart; gives the id by which it is called, and its number among the charts.
  mutating func add(_ chart: WordChartPart) -> (id: String, number: Int) {
    let number = 1 + parts.count { $0.kind == .chart }
    let workbook = chart.workbook.map { ("embeddings/chart\(number).xlsx", $0) }
    let part = Part(
      kind: .chart, name: "charts/chart\(number).xml", utf8: chart.utf8(hasWorkbook: workbook != nil),
      workbook: workbook)
    return (add(part), number)
  }

  /// Adds a part and gives the id by which it is called.
  private mutating func add(_ part: Part) -> String {
    parts.append(part)
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
