import Accounts

/// The rows of cells that a text taken from a page still shows.
///
/// A line with several tabs is a row. Where every cell stands on a line of its own, after one tab, a blank line ends
/// the row, and a line without a tab goes on with the cell before it.
struct TextGrid {
  private(set) var rows: [Row] = []

  struct Row {
    var cells: [Cell]

    /// The cells in which something stands.
    var filled: [Cell] { cells.filter { !$0.text.isEmpty } }

    /// The first of them; nil where there is none.
    var firstFilled: Cell? { cells.first { !$0.text.isEmpty } }

    /// The only one of them; nil where there is none, or are several.
    var onlyFilled: Cell? {
      guard let index = cells.firstIndex(where: { !$0.text.isEmpty }),
        cells[(index + 1)...].allSatisfy({ $0.text.isEmpty })
      else { return nil }
      return cells[index]
    }
  }

  struct Cell {
    /// White space between lines of a narrow cell left out.
    private(set) var text: String
    /// The text as labels are compared.
    private(set) var folded: String
    /// The line, counted from 1.
    let line: Int
    /// What the line is counted in, as a sheet or a page, and the column in it, counted from 0; nil where that is the file.
    private let frame: (place: Frame, column: Int)?

    init(text: String, line: Int, in frame: (Frame, Int)? = nil) {
      self.text = text
      folded = text.foldedForComparison
      self.line = line
      self.frame = frame
    }

    /// Where it stands in a file.
    func place(in file: String) -> SourceLocation {
      frame.map { $0.place.location(in: file, row: line, column: $0.column) }
        ?? SourceLocation(file: file, line: line)
    }

    /// Goes on with what stands on the next line.
    mutating func append(_ rest: String) {
      let isWordBreak =
        (text.unicodeScalars.last?.isLatinLetter ?? false) && (rest.unicodeScalars.first?.isLatinLetter ?? false)
      text += (isWordBreak ? " " : "") + rest
      folded += rest.foldedForComparison
    }
  }

  init(_ text: String) {
    var open: Row?
    for (index, line) in text.linesAsCharactersSay.enumerated() {
      let parts = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { TextGrid.unwrapped(String(Substring($0))) }
      if parts.count == 2, parts[0].isEmpty {
        if open == nil { open = Row(cells: []) }
        open?.cells.append(Cell(text: parts[1], line: index + 1))
        continue
      }
      if parts.count == 1, !parts[0].isEmpty, let last = open?.cells.indices.last {
        open?.cells[last].append(parts[0])
        continue
      }
      if let row = open { rows.append(row) }
      open = nil
      if parts.contains(where: { !$0.isEmpty }) {
        rows.append(Row(cells: parts.map { Cell(text: $0, line: index + 1) }))
      }
    }
    if let row = open { rows.append(row) }
  }

  /// A cell's text without paragraph marks and without the white space at which it was broken over lines.
  ///
  /// Between two Latin letters white space parts words, and stays.
  private static func unwrapped(_ text: String) -> String {
    // Nearly no cell has one, and looking for words by characters is slow.
    let hasMarks = text.utf8.contains(UInt8(ascii: "<"))
    // Folding leaves out white space, so that a text as long as before has none.
    if !hasMarks, text.foldedForComparison.utf8.count == text.utf8.count { return text }
    let plain = (hasMarks ? text.replacing("<p>", with: "").replacing("</p>", with: "") : text).trimmed
    guard plain.unicodeScalars.contains(where: \.isBlank) else { return plain }
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in plain.unicodeScalars {
      if scalar.isBlank {
        pending = true
        continue
      }
      if pending, let last = result.last, last.isLatinLetter, scalar.isLatinLetter { result.append(" ") }
      pending = false
      result.append(scalar)
    }
    return String(result)
  }
}

extension String {
  /// The lines, ended by whatever character is a line break, CRLF being one.
  fileprivate var linesAsCharactersSay: [Substring] {
    var lines: [Substring] = []
    let scalars = unicodeScalars
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      let scalar = scalars[index]
      var next = scalars.index(after: index)
      switch scalar {
      case "\r":
        if next < endIndex, scalars[next] == "\n" { next = scalars.index(after: next) }
        fallthrough
      case "\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(self[start..<index])
        start = next
      default: break
      }
      index = next
    }
    lines.append(self[start...])
    return lines
  }
}

extension Unicode.Scalar {
  fileprivate var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
