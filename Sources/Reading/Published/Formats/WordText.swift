import Accounts
import Formats
import Tables

/// A publication as a Word document: its paragraphs, and its tables row by row, in the order in which they are printed.
enum WordText {
  /// Hands the paragraphs and rows of a document on; throws when it is damaged, locked or no document.
  static func read(_ bytes: [UInt8], into recogniser: inout TableRecogniser) throws(UnusableInput) {
    let file = recogniser.file
    let document: WordDocument
    do {
      document = try WordDocument(bytes)
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file), error.message)])
    }
    for block in document.flattened {
      switch block {
      case .paragraph(let paragraph): try read(paragraph, file, &recogniser)
      case .table(let table) where table.story.isPrintedOnce: try read(table, file, &recogniser)
      case .table: break
      }
    }
    for case .hiddenText(let text) in document.notices {
      recogniser.go(on: .paragraphs)
      recogniser.takeUnread(text, at: 1, "是不打印的隐藏文字，没有读", reach: .words)
    }
  }

  private static func read(
    _ paragraph: WordParagraph, _ file: String, _ recogniser: inout TableRecogniser
  ) throws(UnusableInput) {
    // What stands at the edge of every page is none of the text.
    guard paragraph.story.isPrintedOnce else { return }
    let number = paragraph.number ?? 1
    recogniser.go(on: .paragraphs)
    for line in paragraph.text.split(separator: "\n") {
      let text = try PublicationLimits.text(spaced(line), in: file, line: number)
      recogniser.take(line: text.trimmed, at: number)
    }
  }

  private static func read(
    _ table: WordTable, _ file: String, _ recogniser: inout TableRecogniser
  ) throws(UnusableInput) {
    recogniser.go(on: .table(table.number))
    for (index, cells) in table.rows.enumerated() {
      var row = GridRow(line: index + 1)
      for cell in cells.cells {
        guard cell.columnSpan <= PublicationLimits.columns else {
          throw PublicationLimits.exceeded(
            "有一格跨了 \(PublicationLimits.columns) 以上的列", at: SourceLocation(file: file))
        }
        try row.append(
          utf8: spaced(cell.text[...]), at: cell.column, columns: cell.columnSpan, in: file, line: index + 1)
      }
      try recogniser.take(row)
    }
  }

  /// The bytes of a text with one space for each tab and line break in it.
  private static func spaced(_ text: Substring) -> [UInt8] {
    text.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0B ? 0x20 : $0 }
  }
}

extension WordStory {
  /// Whether it is printed in one place, as headers and footers are not.
  fileprivate var isPrintedOnce: Bool {
    switch self {
    case .body, .textBox, .footnote, .endnote: true
    case .header, .footer: false
    }
  }
}
