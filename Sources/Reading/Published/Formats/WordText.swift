import Accounts
import Formats
import Tables

/// A publication as a Word document: its paragraphs, and its tables row by row, in the order in which they are printed.
enum WordText {
  /// The paragraphs and rows of a document; throws when it is damaged, locked or no document. `file` is what it is called.
  static func parts(of bytes: [UInt8], file: String) throws(UnusableInput) -> [PublicationPart] {
    let document: WordDocument
    do {
      document = try WordDocument(bytes)
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file), error.message)])
    }
    var parts: [PublicationPart] = []
    for block in document.flattened {
      switch block {
      case .paragraph(let paragraph) where paragraph.story.isPrintedOnce:
        let number = paragraph.number ?? 1
        for line in paragraph.text.split(separator: "\n") {
          let text = try PublicationLimits.text(spaced(line), in: file, line: number)
          if !text.isEmpty { parts.append(.line(text, at: number, in: .paragraphs)) }
        }
      case .table(let table) where table.story.isPrintedOnce:
        for (index, cells) in table.rows.enumerated() {
          parts.append(.row(try row(cells, number: index + 1, file: file), in: .table(table.number)))
        }
      // What stands at the edge of every page is none of the text.
      case .paragraph, .table: break
      }
    }
    for case .hiddenText(let text) in document.notices {
      parts.append(.passedOver(text, at: 1, in: .paragraphs, reason: "是不打印的隐藏文字，没有读", reach: .words))
    }
    return parts
  }

  private static func row(_ cells: WordRow, number: Int, file: String) throws(UnusableInput) -> GridRow {
    var row = GridRow(line: number)
    for cell in cells.cells {
      guard cell.columnSpan <= PublicationLimits.columns else {
        throw PublicationLimits.exceeded(
          "有一格跨了 \(PublicationLimits.columns) 以上的列", at: SourceLocation(file: file))
      }
      try row.append(
        utf8: spaced(cell.text[...]), at: cell.column, columns: cell.columnSpan, in: file, line: number)
    }
    return row
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
