import Accounts
import Formats

/// A publication as text whose table cells are parted by tabs, as copying it out of a document gives it.
enum TabbedText {
  /// Hands every line with a tab on as a row, every other as a line.
  static func read(_ utf8: [UInt8], into recogniser: inout TableRecogniser) throws(UnusableInput) {
    for (number, line) in TextLines(utf8) {
      guard line.contains(0x09) else {
        recogniser.take(
          line: try PublicationLimits.text(line, in: recogniser.file, line: number), at: number)
        continue
      }
      var row = GridRow(line: number)
      var start = line.startIndex
      while start <= line.endIndex {
        let end = line[start...].firstIndex(of: 0x09) ?? line.endIndex
        try row.append(utf8: line[start..<end], in: recogniser.file, line: number)
        start = end + 1
      }
      try recogniser.take(row)
    }
  }
}

extension GridRow {
  /// Adds a cell with a text; throws when the text is too long or the row has too many cells.
  mutating func append(
    utf8: some BidirectionalCollection<UInt8>, at column: Int? = nil, columns: Int = 1, in file: String, line: Int,
    fen: Int64? = nil
  ) throws(UnusableInput) {
    append(try PublicationLimits.text(utf8, in: file, line: line), at: column, columns: columns, line: line, fen: fen)
    guard width <= PublicationLimits.columns else {
      throw PublicationLimits.exceeded(
        "一行超过 \(PublicationLimits.columns) 格", at: SourceLocation(file: file, line: line))
    }
  }
}
