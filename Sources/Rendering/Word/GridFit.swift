import Formats
import Tables

/// How a printed table is set on a page: which of the styles of cells it has, and how wide its columns are.
///
/// It is roomy where it then fits the page, else dense where only that fits. Widths are guessed from the characters, since fonts
/// are known only to who prints; figures have room to spare, and words can go on in another line.
struct GridFit {
  let cells: WordDisclosureLook.Cells
  /// The widths of the columns in millimetres, together that of the page.
  let widths: [Double]
  /// How high it is about, in points.
  let height: Double

  /// The best way to set a grid; `room` is how much of the page's height is left for it, in points.
  init(_ grid: PrintedGrid, on page: WordPage, room: Double, among ways: [WordDisclosureLook.Cells]) {
    let fits = ways.map { Self(grid, width: page.textWidth, $0) }
    let best =
      fits.first { $0.isWideEnough && $0.height <= room } ?? fits.first { $0.isWideEnough } ?? fits[fits.count - 1]
    self = best
  }

  /// Whether every figure stands in one line.
  private let isWideEnough: Bool

  private init(_ grid: PrintedGrid, width: Double, _ cells: WordDisclosureLook.Cells) {
    self.cells = cells
    var columns = Columns(count: grid.width, cells)
    visitPlaces(of: grid.header.map(\.cells), width: grid.width) { cell, places, rows in
      let isNumber = grid.header[rows.lowerBound].isColumnNumbers
      columns.add(cell.text, at: places, isWhole: isNumber, least: 2)
    }
    for block in grid.blocks {
      visitPlaces(of: block.map(\.cells), width: grid.width) { cell, places, _ in
        columns.add(cell.text, at: places, isWhole: cell.isWhole, least: 4, indent: cell.indent)
      }
    }
    let widths = columns.widths(of: width)
    self.widths = widths.millimetres
    isWideEnough = widths.isEnough
    var height = 0.0
    for rows in [grid.header.map { $0.cells.map { ($0.text, $0.columns, $0.rows) } }]
      + grid.blocks.map({ $0.map { $0.cells.map { ($0.text, $0.columns, $0.rows) } } })
    { height += Self.height(of: rows, widths.millimetres, cells) }
    self.height = height
  }

  /// About how high rows are, in points; cells that reach over several rows are left aside.
  private static func height(
    of rows: [[(text: String, columns: Int, rows: Int)]], _ widths: [Double], _ cells: WordDisclosureLook.Cells
  ) -> Double {
    var lines = Array(repeating: 1, count: rows.count)
    let placed = rows.map { $0.map { Placed(text: $0.text, columns: $0.columns, rows: $0.rows) } }
    visitPlaces(of: placed, width: widths.count) { cell, columns, below in
      guard below.count == 1 else { return }
      lines[below.lowerBound] = max(
        lines[below.lowerBound], Self.lines(of: cell.text, widths[columns].reduce(0, +), cells))
    }
    let edges = (2 * cells.padding.edges + 0.2) * pointsPerMillimetre
    return lines.reduce(0) { $0 + Double($1) * cells.look.lineHeight + edges }
  }

  private struct Placed: SpanningCell {
    let text: String
    let columns: Int
    let rows: Int
  }

  /// How many lines a text takes in a cell so many millimetres wide.
  static func lines(of text: String, _ width: Double, _ cells: WordDisclosureLook.Cells) -> Int {
    let room = max(1, (width - 2 * cells.padding.sides) * pointsPerMillimetre)
    func count(_ line: String) -> Int {
      max(1, Int((Double(emWidth(line)) / 100 * cells.look.size / room).rounded(.up)))
    }
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return count(text) }
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + count(String($1)) }
  }

  /// What the columns of a table ask for, in points without what is left free in their cells.
  private struct Columns {
    private let cells: WordDisclosureLook.Cells
    /// What each needs, and what it would like.
    private var needed: [Double]
    private var wanted: [Double]

    init(count: Int, _ cells: WordDisclosureLook.Cells) {
      self.cells = cells
      needed = Array(repeating: cells.look.size, count: count)
      wanted = needed
    }

    /// Takes in a text; `isWhole` for one that is not to be broken, else at least so many characters stand in a line.
    mutating func add(_ text: String, at columns: Range<Int>, isWhole: Bool, least: Int, indent: Int = 0) {
      let size = cells.look.size
      let whole = Double(emWidth(text)) / 100 * size + Double(indent) * size
      // What is longer than this is better broken than given more room.
      let likes = min(whole, 24 * size)
      let needs = isWhole ? whole : min(whole, Double(least + indent) * size)
      let share = Double(columns.count)
      let free = (share - 1) * 2 * cells.padding.sides * pointsPerMillimetre
      for column in columns {
        needed[column] = max(needed[column], (needs - free) / share)
        wanted[column] = max(wanted[column], needed[column], (likes - free) / share)
      }
    }

    /// The widths that together are that of the page, and whether all that is needed has room.
    func widths(of width: Double) -> (millimetres: [Double], isEnough: Bool) {
      let free = 2 * cells.padding.sides * pointsPerMillimetre
      let needed = needed.map { $0 + free }
      let wanted = wanted.map { $0 + free }
      let (least, most, room) = (needed.reduce(0, +), wanted.reduce(0, +), width * pointsPerMillimetre)
      let points =
        if most <= room {
          wanted.map { $0 * room / most }
        } else if least <= room {
          zip(needed, wanted).map { $0 + ($1 - $0) * (room - least) / (most - least) }
        } else {
          needed.map { $0 * room / least }
        }
      return (points.map { $0 / pointsPerMillimetre }, least <= room)
    }
  }
}

/// How many points are a millimetre.
let pointsPerMillimetre = 72 / 25.4

extension PrintedGrid.Cell {
  /// Whether it is not to be broken into lines.
  fileprivate var isWhole: Bool {
    switch content {
    case .figure, .number: true
    case .entry(let text, _, let isNumber): isNumber && text.count < 16
    case .columnHeading, .rowHeading, .rowName, .words, .empty: false
    }
  }
}

extension WordStyleLook {
  /// How high a line of it is about, in points.
  var lineHeight: Double {
    switch pitch {
    case .points(let points): points
    case .lines(let count): 1.45 * size * count
    case nil: 1.45 * size
    }
  }
}
