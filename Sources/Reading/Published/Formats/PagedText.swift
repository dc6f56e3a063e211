import Accounts
import Formats
import System
import Tables

/// A publication laid out on pages: a PDF, or text laid out with spaces.
enum PagedText {
  /// The lines and rows of a PDF; throws as ``PDFWords`` does. `file` is what it is called.
  static func parts(ofPDF bytes: [UInt8], file: String) throws(UnusableInput) -> [PublicationPart] {
    parts(of: try PDFWords(bytes, of: file, searchPath: ExternalProgram.searchPath))
  }

  /// The lines and rows of words on pages.
  static func parts(of words: PDFWords) -> [PublicationPart] {
    let garbled = Set(words.garbled)
    let passedOver =
      words.withoutText.map { page in
        unread(page, "整页", "这一页没有文字，可能是图片，没有读")
      }
      + garbled.sorted().map { page in unread(page, "整页", "这一页的字体没有说明各字是什么，取出来的不是原来的字，没有读") }
      + words.overlaid.filter { !garbled.contains($0) }.map { page in
        PublicationPart.passedOver(
          "整页", at: 1, in: .page(page), reason: "这一页有文字重叠在一处，纸上只看得见一层，请核对", reach: .words)
      }
    return parts(of: words.pages.filter { !garbled.contains($0.number) }) + passedOver
  }

  /// The lines of text laid out with spaces, and its tables as what is not read: where an ideograph is not as wide as two
  /// digits, heads and figures shift against each other from line to line, and a figure under the wrong head is worse than none.
  static func parts(ofSpacedText utf8: [UInt8]) -> [PublicationPart] {
    PageLayout.blocks(ofText: utf8).map { block in
      switch block {
      case .line(let line): .line(line.text, at: line.line, in: .page(line.page))
      case .grid(let rows):
        .passedOver(
          rows.first?.cells.map(\.text).joined(separator: " ") ?? "", at: rows.first?.line ?? 1,
          in: .page(rows.first?.page ?? 1),
          reason: "以空格对齐的表，各列会错开，没有读；请给出 PDF、Word、网页或工作簿", reach: .table)
      }
    }
  }

  /// Whether lines of a text have figures in columns that only spaces part.
  static func isSpacedText(_ utf8: [UInt8]) -> Bool {
    var count = 0
    for line in utf8.split(separator: 0x0A) where !line.contains(0x09) && gaps(in: line) >= 2 {
      count += 1
      if count == fewestLines { return true }
    }
    return false
  }

  /// How many such lines make a text laid out so: a table has more.
  private static let fewestLines = 5

  /// How often two or more spaces stand between words.
  private static func gaps(in line: ArraySlice<UInt8>) -> Int {
    var gaps = 0
    var spaces = 0
    var hasWord = false
    for byte in line {
      if byte == 0x20 {
        spaces += 1
      } else {
        if spaces >= 2, hasWord { gaps += 1 }
        (spaces, hasWord) = (0, true)
      }
    }
    return gaps
  }

  private static func unread(_ page: Int, _ text: String, _ reason: String) -> PublicationPart {
    .passedOver(text, at: 1, in: .page(page), reason: reason, reach: .table)
  }

  static func parts(of pages: [WordPage]) -> [PublicationPart] {
    var parts: [PublicationPart] = []
    for block in PageLayout.blocks(of: pages) {
      switch block {
      case .line(let line):
        // A heading too long for its line goes on in the next.
        if case .line(let last, let number, let frame) = parts.last, isHeadingBegun(last), endsHeading(line.text) {
          parts[parts.count - 1] = .line(last + line.text, at: number, in: frame)
        } else {
          parts.append(.line(line.text, at: line.line, in: .page(line.page)))
        }
      case .grid(let rows):
        for row in rows {
          var cells = GridRow(line: row.line)
          for cell in row.cells {
            cells.append(
              cell.text, at: cell.column, columns: cell.columns, line: row.line, isDoubtful: cell.isDoubtful)
          }
          parts.append(.row(cells, in: .page(row.page)))
        }
      }
    }
    return parts
  }

  /// Whether a line begins a heading of the explanation and does not end it.
  private static func isHeadingBegun(_ line: String) -> Bool {
    line.headingLevel != nil && !line.hasSuffix("说明")
      && !line.unicodeScalars.contains { "。；：:;".unicodeScalars.contains($0) }
  }

  /// Whether a line is no more than the end of such a heading.
  private static func endsHeading(_ line: String) -> Bool {
    line.hasSuffix("说明") && line.unicodeScalars.count <= longestEnd && line.headingLevel == nil
  }

  /// The most letters of the end of a heading that goes on.
  private static let longestEnd = 14
}
