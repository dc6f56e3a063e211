/// A table whose rows are coming in.
struct WordTableBuilder {
  /// A row whose cells are coming in.
  struct Row {
    var isHeader = false
    /// Whether it is not printed when there is no text in it.
    var isHiddenWhenEmpty = false
    /// The column, counted from 0, at which the next cell begins.
    var column = 0
    fileprivate var cells: [WordCell] = []
    fileprivate var isMergedDown: [Bool] = []
  }

  /// What the properties of a cell (tcPr) say.
  struct CellProperties {
    enum Merge {
      case none
      case begins
      case goesOn
    }

    var columnSpan = 1
    var vertical = Merge.none
    var horizontal = Merge.none
  }

  let number: Int
  let story: WordStory
  /// The row being read, nil between rows.
  var row: Row?
  /// What text boxes anchored in it hold; it comes behind the table.
  var boxes: [WordBlock] = []
  private var rows: [WordRow] = []
  private var columnCount = 0
  /// The cells that may go on in the next row: where each stands, by its column.
  private var merged: [Int: (row: Int, cell: Int)] = [:]

  init(number: Int, story: WordStory) {
    self.number = number
    self.story = story
  }

  /// The column behind a cell of a span at the place of the next.
  func columnEnd(of properties: CellProperties) -> Int {
    (row?.column ?? 0) + properties.columnSpan
  }

  /// Whether a cell at the place of the next, with such properties, is merged with the one above it.
  func isContinuation(_ properties: CellProperties) -> Bool {
    guard properties.vertical == .goesOn, let row else { return false }
    return merged[row.column] != nil
  }

  /// Adds a cell to the row being read.
  mutating func add(text: String, blocks: [WordBlock], properties: CellProperties) {
    guard var row else { return }
    self.row = nil
    if properties.horizontal == .goesOn, let last = row.cells.popLast() {
      // It is part of the cell to its left, which alone is printed.
      row.cells.append(
        WordCell(
          text: last.text, column: last.column, columnSpan: last.columnSpan + properties.columnSpan,
          rowSpan: 1, isContinuation: last.isContinuation, blocks: last.blocks))
    } else {
      let isContinuation = properties.vertical == .goesOn && merged[row.column] != nil
      row.cells.append(
        WordCell(
          text: text, column: row.column, columnSpan: properties.columnSpan, rowSpan: 1,
          isContinuation: isContinuation, blocks: blocks))
      row.isMergedDown.append(properties.vertical != .none)
    }
    row.column += properties.columnSpan
    self.row = row
  }

  /// Ends the row being read.
  mutating func endRow() {
    guard let row else { return }
    self.row = nil
    if row.isHiddenWhenEmpty, row.cells.allSatisfy({ $0.text.isEmpty && $0.blocks.isEmpty }) { return }
    guard !row.cells.isEmpty else { return }
    var next: [Int: (row: Int, cell: Int)] = [:]
    for (index, cell) in row.cells.enumerated() where row.isMergedDown[index] {
      if cell.isContinuation, let first = merged[cell.column] {
        rows[first.row].cells[first.cell].rowSpan += 1
        next[cell.column] = first
      } else {
        next[cell.column] = (rows.count, index)
      }
    }
    merged = next
    columnCount = max(columnCount, row.column)
    // A row below one that is not repeated is not repeated either.
    let isHeader = row.isHeader && rows.last?.isHeader ?? true
    rows.append(WordRow(isHeader: isHeader, cells: row.cells))
  }

  /// The table, nil when nothing is left of it.
  func table() -> WordTable? {
    rows.isEmpty ? nil : WordTable(number: number, story: story, rows: rows, columnCount: columnCount)
  }
}
