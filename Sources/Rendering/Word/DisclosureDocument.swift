import Accounts
import Checks
package import Documents
import Formats
import Tables

/// A disclosure as a Word file (.docx), set as official documents are (GB/T 9704): cover, contents, parts, tables across
/// where they are wide. It walks the same document as the page does.
package struct DisclosureDocument {
  /// The name of the file in a package.
  package static let fileName = "决算公开.docx"

  /// What a section of the file is for, by which it has its page.
  private enum Kind {
    case cover, text, table, wideTable
  }

  private let look: WordDisclosureLook
  private let isDraft: Bool
  private var marks: DraftMarks
  private var sections: [WordSectionOutput] = []
  private var kind: Kind?
  /// Whether what comes next begins a page.
  private var breaksPage = false

  /// The file, with a review that of a draft; the same document gives the same bytes on every machine.
  ///
  /// Throws ``WordLookError``.
  package static func bytes(
    of document: Document, reviewed review: Review? = nil, _ library: TemplateLibrary
  ) throws(WordLookError) -> [UInt8] {
    DOCXWriter.bytes(of: output(of: document, reviewed: review, try WordDisclosureLook(library)))
  }

  /// The document before it is a file.
  static func output(of document: Document, reviewed review: Review?, _ look: WordDisclosureLook) -> WordOutput {
    var builder = DisclosureDocument(look, review)
    builder.addCover(of: document)
    if let review { builder.addFindings(of: review) }
    builder.addContents()
    for part in document.parts { builder.add(part) }
    var output = WordOutput(sections: builder.sections)
    output.look = look.styles
    output.properties.title = document.title
    output.properties.creator = document.unit.name
    return output
  }

  private init(_ look: WordDisclosureLook, _ review: Review?) {
    self.look = look
    isDraft = review != nil
    marks = review.map { DraftMarks($0.report, colors: look.marks) } ?? DraftMarks()
  }

  // MARK: Before the parts

  private mutating func addCover(of document: Document) {
    begin(.cover)
    let unit = document.unit
    // Of a publication the year may not be known.
    let year = unit.year > 0 ? "\(unit.year)年度" : ""
    add(WordParagraphOutput("\(unit.name)\n\(year)\(unit.scope.rawValue)决算公开", style: .title))
    if let date = unit.printedPublicationDate { add(WordParagraphOutput(date, style: .subtitle)) }
    if let remark = unit.dataRemark { add(WordParagraphOutput(remark, style: .remark, alignment: .center)) }
  }

  /// What a draft shows of what checking found.
  private mutating func addFindings(of review: Review) {
    begin(.cover)
    add(WordParagraphOutput(look.draftMark, style: .contentsTitle))
    add(WordParagraphOutput(review.report.verdict))
    for finding in review.report.findings {
      add(
        WordParagraphOutput(
          [
            WordRunOutput("\(finding.severity.word) \(finding.rule)", isBold: true),
            WordRunOutput("　" + finding.message),
          ]))
      for operand in finding.operands {
        let printed = operand.printed.isEmpty ? "（空白）" : operand.printed
        let line = WordRunOutput(
          "\(operand.address) \(operand.label) \(printed)", link: marks.bookmark(of: operand.address))
        add(WordParagraphOutput([line], style: .remark))
      }
    }
  }

  private mutating func addContents() {
    begin(.cover)
    add(WordParagraphOutput(look.contentsTitle, style: .contentsTitle))
    sections[sections.count - 1].blocks.append(.contents(levels: 2))
  }

  // MARK: Parts

  private mutating func add(_ part: Document.Part) {
    begin(Self.kind(of: part.sections.first))
    add(WordParagraphOutput(part.title, style: .heading(1)))
    for (index, section) in part.sections.enumerated() { add(section, isFirst: index == 0) }
  }

  private mutating func add(_ section: Document.Section, isFirst: Bool) {
    let kind = Self.kind(of: section)
    // A table has a page of its own; the first of a part stands below the part's title.
    if kind != self.kind || kind != .text && !isFirst { begin(kind) }
    var above =
      isFirst ? look.styles.heading(1).lineHeight + look.styles.heading(1).before + look.styles.heading(1).after : 0
    if !section.title.isEmpty {
      add(WordParagraphOutput(section.title, style: .heading(2)))
      above += look.styles.heading(2).lineHeight
    }
    for block in section.blocks {
      switch block {
      case .subheading(_, let title): addText(WordParagraphOutput(title, style: .heading(3)))
      case .paragraph(let runs): addText(paragraph(of: runs))
      case .terms(let entries):
        for entry in entries {
          addText(
            WordParagraphOutput([WordRunOutput(entry.term, isBold: true), WordRunOutput("：" + entry.definition)]))
        }
      case .chart(let chart):
        if self.kind != .text { begin(.text) }
        let output = WordChart.output(of: chart, width: look.textPage.textWidth, tones: look.tones)
        sections[sections.count - 1].blocks.append(.chart(output))
      case .table(let table): add(table.printed, below: above)
      case .evaluation(let sheet): add(sheet.form.printed, below: above)
      case .basicData(let sheet): add(sheet.form.printed, below: above)
      }
      above = 0
    }
  }

  /// A paragraph, in a draft with the numbers that findings concern on their colours.
  private mutating func paragraph(of runs: [Run]) -> WordParagraphOutput {
    guard isDraft else { return WordParagraphOutput(runs.text) }
    var paragraph = WordParagraphOutput([WordRunOutput]())
    for run in runs {
      var output = WordRunOutput(run.text)
      if let mark = marks.place(run.claim?.address.description) {
        output.fill = mark.color
        if paragraph.bookmark == nil { paragraph.bookmark = mark.bookmark }
      }
      paragraph.runs.append(output)
    }
    return paragraph
  }

  private mutating func addText(_ paragraph: WordParagraphOutput) {
    if kind != .text { begin(.text) }
    add(paragraph)
  }

  private mutating func add(_ grid: PrintedGrid, below above: Double) {
    let kind: Kind = grid.isWide ? .wideTable : .table
    if kind != self.kind { begin(kind) }
    for block in WordGrid(grid, on: page(of: kind), look).blocks(below: above, &marks) {
      if case .paragraph(let paragraph) = block {
        add(paragraph)
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
  }

  /// What a section is for: that of its first table, where a table comes first.
  private static func kind(of section: Document.Section?) -> Kind {
    switch section?.blocks.first {
    case .table(let table): table.printed.isWide ? .wideTable : .table
    case .evaluation(let sheet): sheet.form.printed.isWide ? .wideTable : .table
    case .basicData(let sheet): sheet.form.printed.isWide ? .wideTable : .table
    case .subheading, .paragraph, .terms, .chart, nil: .text
    }
  }

  // MARK: Pages

  /// Begins a page of a kind: in the section before where that has the same, else in a new one.
  private mutating func begin(_ kind: Kind) {
    if kind == self.kind, sections.last?.blocks.isEmpty == false {
      breaksPage = true
      return
    }
    let isFirstOfText = kind != .cover && (self.kind == .cover || self.kind == nil)
    self.kind = kind
    breaksPage = false
    var section = WordSectionOutput([], page: page(of: kind))
    if kind != .cover {
      // Odd pages have their number at the right, even ones at the left, one character from the edge of the text.
      section.footer = [Self.pageNumber("— ", " —　", .right)]
      section.evenFooter = [Self.pageNumber("　— ", " —", .left)]
      section.firstPageNumber = isFirstOfText ? 1 : nil
    }
    if isDraft { section.watermark = WordWatermark(look.draftMark, font: look.styles.heading(2).font) }
    sections.append(section)
  }

  private func page(of kind: Kind) -> WordPage {
    switch kind {
    case .cover, .text: look.textPage
    case .table: look.tablePage
    case .wideTable: look.widePage
    }
  }

  private static func pageNumber(
    _ before: String, _ after: String, _ alignment: WordParagraphOutput.Alignment
  ) -> WordParagraphOutput {
    WordParagraphOutput(
      [WordRunOutput(before), WordRunOutput(.pageNumber), WordRunOutput(after)], style: .pageNumber,
      alignment: alignment)
  }

  private mutating func add(_ paragraph: WordParagraphOutput) {
    var paragraph = paragraph
    if breaksPage { paragraph.beginsPage = true }
    breaksPage = false
    sections[sections.count - 1].blocks.append(.paragraph(paragraph))
  }
}
