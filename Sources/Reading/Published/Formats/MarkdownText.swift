import Accounts
import Formats

/// A publication as GitHub-flavoured Markdown: rows begin with a bar, headings with number signs.
enum MarkdownText {
  /// Hands every row of a table on, and every other line without the marks before it.
  static func read(_ utf8: [UInt8], into recogniser: inout TableRecogniser) throws(UnusableInput) {
    for (number, line) in TextLines(utf8) {
      let content = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard content.first == bar else {
        let text = content.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ">") || $0 == 0x20 }
        recogniser.take(
          line: try PublicationLimits.text(plainText(text), in: recogniser.file, line: number), at: number)
        continue
      }
      if isDelimiterRow(content) { continue }
      var row = GridRow(line: number)
      for cell in cells(of: content) {
        try row.append(utf8: plainText(cell), in: recogniser.file, line: number)
      }
      try recogniser.take(row)
    }
  }

  /// Whether any line is the row of dashes that makes the lines around it a table.
  static func isMarkdown(_ utf8: [UInt8]) -> Bool {
    TextLines(utf8).contains { isDelimiterRow($0.utf8.drop { $0 == 0x20 || $0 == 0x09 }) }
  }

  private static let bar = UInt8(ascii: "|")
  private static let backslash = UInt8(ascii: "\\")

  private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == bar, line.contains(UInt8(ascii: "-")) else { return false }
    return line.allSatisfy {
      $0 == bar || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == 0x09
    }
  }

  /// The cells between the bars; a bar behind a backslash is text.
  private static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = line.startIndex + 1
    var index = start
    while index < line.endIndex {
      if line[index] == backslash {
        index += 2
        continue
      }
      if line[index] == bar {
        cells.append(line[start..<index])
        start = index + 1
      }
      index += 1
    }
    // The last bar ends the row; without it what follows is a cell.
    if line[min(start, line.endIndex)...].contains(where: { $0 != 0x20 && $0 != 0x09 }) { cells.append(line[start...]) }
    return cells
  }

  /// The characters that stand for a text: backslashes before punctuation and character references resolved.
  private static func plainText(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == backslash, index + 1 < text.endIndex, isPunctuation(text[index + 1]) {
        plain.append(text[index + 1])
        index += 2
      } else if byte == UInt8(ascii: "&"), let (end, scalar) = CharacterReference.resolve(text[index...]) {
        plain.append(contentsOf: String(scalar).utf8)
        index = end
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
