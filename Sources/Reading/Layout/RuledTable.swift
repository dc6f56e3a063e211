import Accounts

/// A table whose cells ruling lines part (有表线的表), on one page: each cell with the columns and rows it covers.
///
/// Names and texts of any number of lines are told by it, which heights and gaps alone do not tell.
struct RuledTable: Sendable, Equatable {
  /// A cell with what stands in it.
  struct Cell: Sendable, Equatable {
    let columns: Range<Int>
    let rows: Range<Int>
    var text = ""
    /// Whether a word in it reaches into another.
    var isDoubtful = false
    /// The line of the page on which its text begins, counted from 1; nil for a blank one.
    var line: Int?
    /// Where its text is seen on the page; nil for a blank one.
    var seen: PageBox?
  }

  let page: Int
  /// Where its columns and its rows are parted, with both its edges, in thousandths of a point.
  private(set) var columns: [Int]
  private(set) var rows: [Int]
  /// From top to bottom, and from left to right.
  private(set) var cells: [Cell]

  var top: Int { rows[0] }
  var bottom: Int { rows[rows.count - 1] }

  /// Most lines that one table of a page can have.
  private static let mostRules = 4000
  /// The least width and height of a table.
  private static let (leastWidth, leastHeight) = (100_000, 20_000)

  /// The tables of a page from top to bottom, without what stands in them.
  static func tables(_ rules: PageRules, page: Int) -> [RuledTable] {
    let rules = rules.joined
    guard rules.level.count + rules.upright.count <= mostRules else { return [] }
    return groups(rules).compactMap { RuledTable($0, page: page) }.sorted {
      ($0.top, $0.columns[0]) < ($1.top, $1.columns[0])
    }
  }

  /// The rules that meet each other, group by group.
  private static func groups(_ rules: PageRules) -> [PageRules] {
    var sets = DisjointSets(count: rules.level.count + rules.upright.count)
    let near = PageRules.tolerance
    for (index, level) in rules.level.enumerated() {
      for (other, upright) in rules.upright.enumerated() {
        guard level.from - near <= upright.at, upright.at <= level.to + near, upright.from - near <= level.at,
          level.at <= upright.to + near
        else { continue }
        sets.join(index, to: rules.level.count + other)
      }
    }
    var groups: [Int: PageRules] = [:]
    for (index, rule) in rules.level.enumerated() {
      groups[sets.root(of: index), default: PageRules()].level.append(rule)
    }
    for (index, rule) in rules.upright.enumerated() {
      groups[sets.root(of: rules.level.count + index), default: PageRules()].upright.append(rule)
    }
    return groups.values.filter { $0.level.count > 1 && $0.upright.count > 1 }
  }

  /// The places of lines, those that are one joined.
  private static func places(_ rules: [PageRules.Rule]) -> [Int] {
    var places: [Int] = []
    for at in rules.map(\.at).sorted() where at - (places.last ?? Int.min / 2) > PageRules.tolerance {
      places.append(at)
    }
    return places
  }

  /// Whether lines cover most of a stretch: those of a scanned page have gaps.
  private static func cover(_ rules: [PageRules.Rule], _ from: Int, _ to: Int) -> Bool {
    rules.reduce(0) { $0 + max(0, min($1.to, to) - max($1.from, from)) } * 2 > to - from
  }

  /// nil where the lines part no cells, or cells that are no rectangles.
  private init?(_ rules: PageRules, page: Int) {
    let (columns, rows) = (Self.places(rules.upright), Self.places(rules.level))
    guard columns.count > 1, rows.count > 1, columns[columns.count - 1] - columns[0] >= Self.leastWidth,
      rows[rows.count - 1] - rows[0] >= Self.leastHeight
    else { return nil }
    let (width, height) = (columns.count - 1, rows.count - 1)
    let uprightAt = columns.map { column in
      rules.upright.filter { abs($0.at - column) <= PageRules.tolerance }
    }
    let levelAt = rows.map { row in rules.level.filter { abs($0.at - row) <= PageRules.tolerance } }
    var taken = [Bool](repeating: false, count: width * height)
    var cells: [Cell] = []
    /// Whether a line stands between two places beside or below each other.
    func isParted(right column: Int, _ row: Int) -> Bool {
      Self.cover(uprightAt[column + 1], rows[row], rows[row + 1])
    }
    func isParted(below row: Int, _ column: Int) -> Bool {
      Self.cover(levelAt[row + 1], columns[column], columns[column + 1])
    }
    for row in 0..<height {
      for column in 0..<width where !taken[row * width + column] {
        var right = column + 1
        while right < width, !isParted(right: right - 1, row) { right += 1 }
        var below = row + 1
        while below < height, !isParted(below: below - 1, column) { below += 1 }
        for covered in row..<below {
          for other in column..<right {
            guard !taken[covered * width + other], other + 1 == right || !isParted(right: other, covered),
              covered + 1 == below || !isParted(below: covered, other)
            else { return nil }
            taken[covered * width + other] = true
          }
          // What is one cell ends at one line.
          guard right == width || isParted(right: right - 1, covered) else { return nil }
        }
        guard below == height || (column..<right).allSatisfy({ isParted(below: below - 1, $0) }) else { return nil }
        cells.append(Cell(columns: column..<right, rows: row..<below))
      }
    }
    guard cells.count > 1 else { return nil }
    // Lines that part no cells are strokes of letters.
    let usedColumns = Set(cells.flatMap { [$0.columns.lowerBound, $0.columns.upperBound] }).sorted()
    let usedRows = Set(cells.flatMap { [$0.rows.lowerBound, $0.rows.upperBound] }).sorted()
    func among(_ used: [Int], _ range: Range<Int>) -> Range<Int> {
      (used.firstIndex(of: range.lowerBound) ?? 0)..<(used.firstIndex(of: range.upperBound) ?? used.count)
    }
    self.page = page
    self.columns = usedColumns.map { columns[$0] }
    self.rows = usedRows.map { rows[$0] }
    self.cells = cells.map { Cell(columns: among(usedColumns, $0.columns), rows: among(usedRows, $0.rows)) }
  }

  /// Takes the words of a page that stand in its cells, and leaves the others; `lines` are those of the whole page.
  ///
  /// `isRecognised` says that lines may not have been seen, so that numbers one below the other are those of two rows.
  mutating func take(_ words: inout [PageWord], lines: [PageLine], isRecognised: Bool = false) {
    var inside = [[PageWord]](repeating: [], count: cells.count)
    words.removeAll { word in
      let (x, y) = ((word.left + word.right) / 2, word.middle)
      guard let index = cell(x, y) else { return false }
      inside[index].append(word)
      return true
    }
    for index in cells.indices where !inside[index].isEmpty {
      // A stroke beside letters is dirt.
      let others = inside[index].filter { !isRecognised || LetterSurvey($0.text).form != .dash || $0.text != "-" }
      if !others.isEmpty { inside[index] = others }
      let (left, right) = (columns[cells[index].columns.lowerBound], columns[cells[index].columns.upperBound])
      let own = PageLine.lines(of: WordPage(number: page, words: inside[index]))
      guard let first = own.first else { continue }
      cells[index].text = Self.text(own)
      cells[index].seen = own.lazy.flatMap(\.pieces).map(\.seen).reduce(first.pieces[0].seen) { $0.joined(with: $1) }
      cells[index].line = lines.min { abs($0.middle - first.middle) < abs($1.middle - first.middle) }?.number
      cells[index].isDoubtful =
        own.contains { line in
          line.pieces.contains(where: \.isOverlaid) || line.left + line.em / 2 < left
            || line.right - line.em / 2 > right
        } || isRecognised && own.count > 1 && own.allSatisfy { $0.pieces.allSatisfy(\.isNumber) }
    }
  }

  /// Whether its lines part what stands in it: hardly a text reaches over them, or is two.
  var isParted: Bool { cells.count(where: \.isDoubtful) * 20 <= cells.count { !$0.text.isEmpty } }

  /// The cell in which a point lies.
  func cell(_ x: Int, _ y: Int) -> Int? {
    guard columns[0] <= x, x < columns[columns.count - 1], rows[0] <= y, y < rows[rows.count - 1],
      let column = columns.lastIndex(where: { $0 <= x }), let row = rows.lastIndex(where: { $0 <= y })
    else { return nil }
    return cells.firstIndex { $0.columns.contains(column) && $0.rows.contains(row) }
  }

  /// The lines of a cell as one text: only words of letters have space between them.
  private static func text(_ lines: [PageLine]) -> String {
    lines.dropFirst().reduce(into: lines[0].text) { text, line in
      let isWordBreak = [text.unicodeScalars.last, line.text.unicodeScalars.first].allSatisfy { scalar in
        scalar.map { ("a"..."z").contains($0) || ("A"..."Z").contains($0) } ?? false
      }
      text += (isWordBreak ? " " : "") + line.text
    }
  }

  /// Whether it may go on over the first table of the next page: both have the same edges, and columns of the same widths.
  func mayGoOn(in next: RuledTable) -> Bool {
    let near = PageRules.tolerance * 3 / 2
    func has(_ table: RuledTable, _ place: Int) -> Bool { table.columns.contains { abs($0 - place) <= near } }
    guard next.page == page + 1, has(self, next.columns[0]), has(self, next.columns[next.columns.count - 1]),
      abs(columns[0] - next.columns[0]) <= near
    else { return false }
    let (few, many) = columns.count < next.columns.count ? (self, next) : (next, self)
    return few.columns.allSatisfy { has(many, $0) }
  }

  /// The rows of a table over one or more pages, every column at the same place on each.
  static func rows(_ parts: [RuledTable]) -> [LayoutRow] {
    let near = PageRules.tolerance * 3 / 2
    var columns: [Int] = []
    for place in parts.flatMap(\.columns).sorted() where place - (columns.last ?? Int.min / 2) > near {
      columns.append(place)
    }
    func index(_ place: Int) -> Int { columns.lastIndex { $0 <= place + near } ?? 0 }
    return parts.flatMap { part in
      (0..<part.rows.count - 1).compactMap { row -> LayoutRow? in
        let cells = part.cells.filter { $0.rows.lowerBound == row }
        guard !cells.isEmpty else { return nil }
        return LayoutRow(
          page: part.page, line: cells.compactMap(\.line).min() ?? 1,
          cells: cells.map { cell in
            let column = index(part.columns[cell.columns.lowerBound])
            return LayoutCell(
              text: cell.text, column: column, columns: index(part.columns[cell.columns.upperBound]) - column,
              isDoubtful: cell.isDoubtful, seen: cell.seen)
          }, isRuled: true)
      }
    }
  }

  /// Says what stands in a cell, where what was read is known to be something else.
  mutating func correct(_ cell: Int, to text: String) {
    (cells[cell].text, cells[cell].isDoubtful) = (text, false)
    if cells[cell].line == nil { cells[cell].line = 1 }
  }

  /// It somewhere else across the page.
  func moved(by distance: Int) -> RuledTable {
    var table = self
    table.columns = columns.map { $0 + distance }
    return table
  }

  /// How many rows it begins with that another begins with too: the same cells, no figure in them, and texts that are the same,
  /// of each row and of all together. `areSame` is told of how many letters one may be another.
  func headRows(sharedWith other: RuledTable, areSame: ([(String, String)], Int) -> Bool) -> Int {
    var count = 0
    var ends: [Int] = []
    var texts: [(String, String)] = []
    while count < min(rows.count, other.rows.count) - 1 {
      let (own, others) = (cells(ofRow: count), other.cells(ofRow: count))
      let row = zip(own, others).map { ($0.text, $1.text) }
      guard own.count == others.count,
        zip(own, others).allSatisfy({ one, another in
          (one.columns, one.rows) == (another.columns, another.rows) && LetterSurvey(one.text).form != .decimal
        }), areSame(row, 2), areSame(texts + row, 4)
      else { break }
      count += 1
      texts += row
      // A cell over rows that are not shared belongs to what is below.
      if !cells.contains(where: { $0.rows.lowerBound < count && count < $0.rows.upperBound }) { ends.append(count) }
    }
    return ends.last ?? 0
  }

  private func cells(ofRow row: Int) -> [Cell] { cells.filter { $0.rows.lowerBound == row } }

  /// It without some rows at its top.
  func droppingRows(_ count: Int) -> RuledTable {
    var table = self
    table.rows = Array(rows.dropFirst(count))
    table.cells = cells.filter { $0.rows.lowerBound >= count }.map { cell in
      var moved = Cell(columns: cell.columns, rows: cell.rows.lowerBound - count..<cell.rows.upperBound - count)
      (moved.text, moved.isDoubtful, moved.line, moved.seen) = (cell.text, cell.isDoubtful, cell.line, cell.seen)
      return moved
    }
    return table
  }
}
