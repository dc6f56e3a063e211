/// A document to be written (.docx): sections of paragraphs and tables.
///
///     let text = WordParagraphOutput("收入总计 10.00 万元。")
///     let bytes = DOCXWriter.bytes(of: WordOutput(sections: [WordSectionOutput([.paragraph(text)])]))
package struct WordOutput: Sendable, Equatable {
  /// The sections in order, each beginning a page.
  package var sections: [WordSectionOutput]
  /// What the file says about itself.
  package var properties = DocumentProperties()
  /// The fonts and sizes of its styles.
  package var look = WordLook()

  /// A document of sections.
  package init(sections: [WordSectionOutput]) {
    self.sections = sections
  }
}

/// A section (节): blocks on pages of one kind.
package struct WordSectionOutput: Sendable, Equatable {
  /// What stands in it, in order.
  package var blocks: [WordBlockOutput]
  /// The paper it is printed on.
  package var page: WordPage
  /// What is printed above every page (页眉); empty for nothing.
  package var header: [WordParagraphOutput]
  /// What is printed below every page (页脚); empty for nothing.
  package var footer: [WordParagraphOutput]
  /// What is printed below the pages of even numbers, whose outer edge is the left one; nil for the same as below the others.
  package var evenFooter: [WordParagraphOutput]?
  /// What is printed across every page behind the text (水印); nil for nothing.
  package var watermark: WordWatermark?
  /// The number of its first page; nil for that after the last of the section before.
  package var firstPageNumber: Int?

  /// A section; on A4 upright without header and footer unless told otherwise.
  package init(
    _ blocks: [WordBlockOutput], page: WordPage = WordPage(), header: [WordParagraphOutput] = [],
    footer: [WordParagraphOutput] = []
  ) {
    self.blocks = blocks
    self.page = page
    self.header = header
    self.footer = footer
  }
}

/// What a section is made of.
package enum WordBlockOutput: Sendable, Equatable {
  /// A paragraph.
  case paragraph(WordParagraphOutput)
  /// A table.
  case table(WordTableOutput)
  /// The table of contents (目录): the headings down to a level, from 1 to 9, of the whole document.
  ///
  /// A list of links until it is brought up to date: their pages are known only to whoever lays out the document, and Word
  /// is told to fill them in.
  case contents(levels: Int)
  /// A chart in a line of its own.
  case chart(WordChartOutput)
}

/// The paper a section is printed on, in millimetres.
package struct WordPage: Sendable, Equatable {
  /// The width of the paper as it lies.
  package let width: Double
  /// The height of the paper as it lies.
  package let height: Double
  /// The distances from the edges to the text.
  package var top: Double
  package var bottom: Double
  package var left: Double
  package var right: Double
  /// How far from the edges of the paper what is printed above and below every page begins.
  package var header = 12.0
  package var footer = 10.0

  /// A4, upright or on its long side, with margins in millimetres.
  package init(
    isLandscape: Bool = false, top: Double = 25, bottom: Double = 22, left: Double = 25, right: Double = 25
  ) {
    width = isLandscape ? 297 : 210
    height = isLandscape ? 210 : 297
    self.top = top
    self.bottom = bottom
    self.left = left
    self.right = right
  }

  /// Whether the paper lies on its long side.
  package var isLandscape: Bool { width > height }

  /// How wide text and tables can be.
  package var textWidth: Double { width - left - right }

  /// How high what stands on a page can be.
  package var textHeight: Double { height - top - bottom }
}

/// A word printed across pages behind their text, as Word makes it of a drawn word.
package struct WordWatermark: Sendable, Equatable {
  package var text: String
  /// The font it is drawn in.
  package var font: WordFont
  package var color: CellColor

  /// A word, pale grey in 黑体 unless told otherwise.
  package init(_ text: String, font: WordFont = .hei, color: CellColor = CellColor(0xC0C0C0)) {
    self.text = text
    self.font = font
    self.color = color
  }
}
