import Accounts
import Formats
import Tables

/// Reads the rows of one table, each figure to the address its row and column have in the form.
///
/// A row is read only where what names it stands in its place (a label and its 行次, a code and its name): a row whose
/// cells have moved would else give figures to the wrong columns.
struct TableBody {
  let shape: TableShape
  let money: MoneyUnit
  private let file: String
  /// What the lines of the row in hand are counted in.
  private var frame: Frame?
  /// Where that row is seen on its page.
  private var seen: PageBox?
  private(set) var rows: [Row] = []
  private(set) var unread: UnreadList
  /// The rows of addresses already given away, where a table has each but once.
  private(set) var taken: Set<String> = []
  /// Lines of another table that stand in this one, with what is printed beside them.
  var linesBeside: [LineBeside] = []
  /// The places of the lines last read on the left and on the right, where no 行次 tells lines apart.
  var lastLines = (left: -1, right: -1)

  init(_ shape: TableShape, money: MoneyUnit, file: String, unread: UnreadList) {
    self.shape = shape
    self.money = money
    self.file = file
    self.unread = unread
  }

  /// Reads all rows, headers among them, which are passed over.
  mutating func read(_ grid: [GridRow]) {
    var isFirst = true
    var blank: GridRow?
    for row in grid {
      enter(row)
      let filled = row.filled
      if filled.isEmpty {
        if blank == nil { blank = row }
        continue
      }
      if shape.isHeader(filled, isFirst: isFirst) { continue }
      if filled.allSatisfy({ !$0.text.isLegible && Figure(printed: $0.text, unit: .money(money)) == nil }) {
        report(row.line, row.summary, "这一行没有读得懂的字，没有读")
        keepWords(row)
        continue
      }
      if isFirst, shape.isDamagedHeader(filled) {
        report(row.line, row.summary, "表头里有不认得的字，各列按这张表的格式读，合计没有核对")
        continue
      }
      if row.isLineOfText, !shape.isSectionTitle(filled) {
        appendWords(row)
        continue
      }
      isFirst = false
      if let over = filled.first(where: { $0.column >= shape.width }) {
        report(over.line, row.summary, "这一行有 \(row.width) 格，表头只有 \(shape.width) 列，可能错了列，没有读")
        keepWords(row)
        continue
      }
      read(row)
    }
    // Where there is only one row, it is there even when nothing is printed in it.
    if case .singleRow = shape.body, rows.isEmpty, let blank, blank.width == shape.width { read(blank) }
  }

  private mutating func read(_ row: GridRow) {
    switch shape.body {
    case .twoSided(let left, let right, let isNumbered): readTwoSided(row, left, right, isNumbered: isNumbered)
    case .functionCodes: readFunctionCode(row)
    case .blocks(let totals, let whole):
      let filled = row.filled
      // The whole of both has no address: it is the sum of the two.
      let isWhole = filled.count <= 2 && whole.contains(comparableWords(filled[0].text))
      if isWhole { keepWords(row) } else { readBlocks(row, totals) }
    case .singleRow: readSingle(row)
    case .sections(_, let lines): readSection(row, lines)
    }
  }

  /// Turns to a row, whose frame is then that of all places named.
  mutating func enter(_ row: GridRow) { (frame, seen) = (row.frame, row.seen) }

  /// Turns to what stands in a column of a row read before.
  mutating func enter(_ slot: Slot) { (frame, seen) = (slot.frame, slot.seen) }

  /// Adds a row that was read.
  mutating func append(_ row: Row) { rows.append(row) }

  /// Adds a row without figures of its own, as words, so that the table still shows what is printed: one that was not read,
  /// too.
  mutating func keepWords(_ row: GridRow) {
    rows.append(Row(Slots(row, shape.width).all.map { wordCell($0.text) }))
  }

  /// Adds what stands in a row, as words over the whole table, where its columns are not those of the form.
  mutating func appendWords(_ row: GridRow) {
    rows.append(Row([Cell(.label(row.summary), columns: max(1, shape.width))]))
  }

  /// Reports something that was not understood.
  mutating func report(_ line: Int, _ text: String, _ reason: String, reach: UnreadPart.Reach = .rows) {
    unread.append(shape.form.id, place(line, column: 0).at(box: seen), text, reason, reach: reach)
  }

  private func place(_ line: Int, column: Int) -> SourceLocation {
    frame.location(in: file, row: line, column: column)
  }

  /// Reports a name beside a code that says nothing; the code alone tells what the row is.
  mutating func checkName(_ name: Slot) {
    guard !name.text.isEmpty, !name.text.isLegible else { return }
    unread.append(
      shape.form.id, place(name.line, column: name.column), name.text, "科目名称不是文字，没有与编码核对", reach: .words)
  }

  /// Gives a row's addresses away; false when they are taken.
  mutating func take(_ row: String) -> Bool { taken.insert(row).inserted }

  /// The figure in a slot; where there is none but words, they are kept as what was not read and reported.
  mutating func figure(_ row: String, _ column: Int, _ slot: Slot, things: Bool = false, columns: Int = 1) -> Cell {
    let unit: Figure.Unit = things ? .things : .money(money)
    let address = FigureAddress(shape.form.id, row, column)
    // What could stand here was reported where it begins.
    if slot.isDoubtful, slot.text.isEmpty { return Cell(.unread(address, text: ""), columns: columns) }
    let place = place(slot.line, column: slot.column).at(box: slot.seen)
    guard !slot.isDoubtful, let figure = Figure(printed: slot.text, unit: unit) else {
      unread.append(
        shape.form.id, place, slot.text,
        slot.isDoubtful
          ? "不能断定它在哪一行哪一栏" : slot.text.begins(with: "=") ? "公式没有算出结果" : "这里应是一个数，却不是数",
        reach: .figure)
      return Cell(.unread(address, text: slot.text, place: place), columns: columns)
    }
    let exact = things ? nil : slot.fen.map { Amount(fen: $0) }
    return Cell(.figure(TableFigure(address, figure, exact: exact, place: place)), columns: columns)
  }
}

/// Words that stand in a cell, or nothing.
func wordCell(_ text: String, columns: Int = 1) -> Cell { Cell(text.isEmpty ? .empty : .label(text), columns: columns) }

/// One column of a row: what stands in it, and where.
struct Slot {
  let text: String
  let line: Int
  let column: Int
  /// The amount in fen that a page says stands behind its figure.
  var fen: Int64?
  /// What its line is counted in.
  var frame: Frame?
  /// Whether it could as well stand elsewhere.
  var isDoubtful = false
  /// Where its text is seen on its page; nil where nothing is.
  var seen: PageBox?
}

/// A line that stands below those of another table (印在别的表下面的行), and its figure.
struct LineBeside {
  let label: String
  let slot: Slot
}

/// A row column by column: a cell's text stands in its first column, the others it covers are blank.
struct Slots {
  private(set) var all: [Slot]

  init(_ row: GridRow, _ width: Int) {
    all = (0..<width).map { Slot(text: "", line: row.line, column: $0, frame: row.frame) }
    for cell in row.cells where cell.column < width {
      for column in cell.column..<min(width, cell.column + cell.columns) {
        let isFirst = column == cell.column
        all[column] = Slot(
          text: isFirst ? cell.text : "", line: cell.line, column: column, fen: isFirst ? cell.fen : nil,
          frame: row.frame, isDoubtful: cell.isDoubtful, seen: isFirst ? cell.seen : nil)
      }
    }
  }

  /// A column; a blank where the row has none.
  subscript(column: Int) -> Slot {
    all.indices.contains(column) ? all[column] : Slot(text: "", line: all.first?.line ?? 1, column: column)
  }
}

extension StringProtocol {
  /// A 行次 or 栏次: one to four digits; nil for anything else.
  var lineNumber: Int? {
    let folded = foldedForComparison
    guard (1...4).contains(folded.utf8.count), folded.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(folded)
  }

  /// Whether the text is a number, where a name should stand.
  var isNumber: Bool { (try? DecimalText(self)) != nil }
}
