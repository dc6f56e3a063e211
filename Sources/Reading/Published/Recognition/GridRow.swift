import Accounts

/// A cell of a table in a publication, before anything in it is understood.
struct GridCell {
  /// The text without white space at either end.
  let text: String
  /// The column it begins in, counted from 0.
  let column: Int
  /// How many columns it covers.
  let columns: Int
  /// The line of the file on which it stands.
  let line: Int
  /// The amount in fen that a page says stands behind its figure; nil where it says none.
  var fen: Int64?
  /// Whether it could as well stand in another row or column, so that it must stay unread.
  var isDoubtful = false
  /// Where its text is seen on its page; nil where the file has none.
  var seen: PageBox?
}

/// A row of a table in a publication, its spans resolved: every cell knows the column it begins in.
struct GridRow {
  /// The line of the file on which it begins.
  let line: Int
  /// What the line is counted in; nil where that is the file.
  var frame: Frame?
  /// Whether gaps alone part its cells from each other and from those above, as on a page without ruling lines.
  var isPartedByGaps = false
  /// The cells from left to right, blank ones too.
  private(set) var cells: [GridCell] = []
  private var blanks = 0
  /// The column behind the last cell.
  private(set) var width = 0

  init(line: Int) {
    self.line = line
    cells.reserveCapacity(12)
  }

  /// Adds a cell behind the last one, or further right where cells of rows above are in the way.
  mutating func append(
    _ text: String, at column: Int? = nil, columns: Int = 1, line: Int, fen: Int64? = nil, isDoubtful: Bool = false,
    seen: PageBox? = nil
  ) {
    let column = max(column ?? width, width)
    cells.append(
      GridCell(
        text: text, column: column, columns: columns, line: line, fen: fen, isDoubtful: isDoubtful, seen: seen))
    if text.isEmpty { blanks += 1 }
    width = column + columns
  }

  /// The cells in which something stands.
  var filled: [GridCell] { blanks == 0 ? cells : blanks == cells.count ? [] : cells.filter { !$0.text.isEmpty } }

  /// Where all that stands in it is seen on its page; nil where the file has none.
  var seen: PageBox? {
    cells.lazy.compactMap(\.seen).reduce(nil) { whole, one in whole.map { $0.joined(with: one) } ?? one }
  }

  /// Whether it is a line of text over all columns, which tells nothing of any.
  var isLineOfText: Bool {
    let filled = filled
    return filled.count == 1 && width > 2 && filled[0].columns == width && !filled[0].text.isNumber
  }

  /// The row for messages: what stands in it, with spaces between.
  var summary: String { filled.prefix(20).map { String($0.text.prefix(40)) }.joined(separator: " ") }
}
