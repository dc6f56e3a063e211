/// The head of a table (表头): its cells and which columns each covers.
///
/// There are no rules to tell a cell's extent: a cell above others stands over the middle of those it covers, and one with
/// none below stands over its column.
struct TableHead: Sendable {
  /// A cell of the head: a text over one or more lines.
  struct Cell: Sendable {
    var text: String
    var left: Int
    var right: Int
    /// The middles of its first and its last line.
    var top: Int
    var bottom: Int
    var lines = 1
    let em: Int
    let page: Int
    /// The number of its first line on the page.
    let line: Int
    /// Whether a single space parts each of its lines from what stands left of it, so that text laid out with spaces may
    /// have it further left than it is.
    var isDrawnLeft = true
    /// Whether it stands over a column and over no other cell.
    var isLeaf = true
    /// The columns it covers.
    var columns = 0..<0

    var center: Int { (left + right) / 2 }
    var middle: Int { (top + bottom) / 2 }
  }

  private(set) var cells: [Cell] = []
  /// Everything that stands in it.
  private let pieces: [PagePiece]
  /// The line that numbers the columns, where there is one.
  private(set) var numbers: PageLine?

  /// Whether spaces lay it out, so that the lines of a cell are shifted against each other.
  private let isText: Bool

  /// The head that some lines are; `isText` tells that spaces lay it out, so that its lines are shifted.
  init(_ lines: ArraySlice<PageLine>, isText: Bool) {
    var lines = lines
    self.isText = isText
    if let last = lines.last, TableRegion.isColumnNumbers(last) {
      numbers = last
      lines.removeLast()
    }
    if isText, let numbers { lines = Self.spread(lines, over: numbers)[...] }
    pieces = lines.flatMap(\.pieces)
    for (line, next) in zip(lines, lines.dropFirst().map(Optional.init) + [nil]) {
      for (index, piece) in line.pieces.enumerated() { add(piece, index, of: line, before: next) }
    }
    findLeaves()
  }

  /// The lines of a head with what was drawn left moved to the numbers of the columns: where a single space parts heads, each
  /// but the first may stand further right in truth.
  private static func spread(_ lines: ArraySlice<PageLine>, over numbers: PageLine) -> [PageLine] {
    let middles = numbers.pieces.filter(\.isNumber).map(\.center)
    return lines.map { line in
      var pieces = line.pieces
      var index = 0
      while index < pieces.count {
        let first = index
        index += 1
        while index < pieces.count, line.pieces[index].left - line.pieces[index - 1].right < line.em { index += 1 }
        guard index - first > 1,
          let number = middles.firstIndex(where: { pieces[first].left <= $0 && $0 <= pieces[first].right })
        else { continue }
        for other in first + 1..<index where middles.indices.contains(number + other - first) {
          let distance = middles[number + other - first] - pieces[other].center
          guard distance > 0, index == pieces.count || pieces[other].right + distance < pieces[index].left else {
            continue
          }
          pieces[other] = pieces[other].moved(by: distance)
        }
      }
      return line.with(pieces)
    }
  }

  /// The cells over the columns, from left to right.
  var leaves: [Cell] { cells.filter(\.isLeaf).sorted { $0.center < $1.center } }

  private mutating func add(_ piece: PagePiece, _ index: Int, of line: PageLine, before next: PageLine?) {
    let isDrawnLeft = index > 0 && piece.left - line.pieces[index - 1].right < line.em
    if let above = cells.lastIndex(where: { goesOn($0, in: piece, index, of: line, before: next) }) {
      if !isDrawnLeft { cells[above].isDrawnLeft = false }
      cells[above].text += piece.text
      cells[above].left = min(cells[above].left, piece.left)
      cells[above].right = max(cells[above].right, piece.right)
      cells[above].bottom = piece.middle
      cells[above].lines += 1
      return
    }
    cells.append(
      Cell(
        text: piece.text, left: piece.left, right: piece.right, top: piece.middle, bottom: piece.middle, em: line.em,
        page: line.page, line: line.number, isDrawnLeft: isDrawnLeft))
  }

  /// Whether a piece is the next line of a cell, and no cell of its own below it.
  private func goesOn(_ cell: Cell, in piece: PagePiece, _ index: Int, of line: PageLine, before next: PageLine?)
    -> Bool
  {
    let em = min(cell.em, line.em)
    let distance = piece.middle - cell.bottom
    // What stands highest is no narrower than what follows it on a lower line.
    if isText, cell.bottom == cells[0].top, piece.width >= cell.right - cell.left,
      pieces.contains(where: { $0.middle > cell.bottom && $0.middle < piece.middle })
    {
      return false
    }
    guard distance * 2 > em, distance * 100 <= em * 155,
      isBelow(cell, piece, in: line, em),
      piece.width <= cell.right - cell.left + em * 2
    else { return false }
    let neighbours = [index - 1, index + 1].filter(line.pieces.indices.contains).map { line.pieces[$0] }.filter {
      other in
      !isText || cell.top == cells[0].top || !hasBetween(piece, other, below: cell.bottom)
    }
    // What reaches over other pieces below it covers them.
    let isOverOthers = pieces.contains { other in
      other.middle > cell.bottom && (other.middle - cell.bottom) * 10 < em * 22
        && other.overlap(cell.left, cell.right) > em / 5
        && other != piece && abs(other.center - cell.center) * 10 > em * 5 && abs(other.left - cell.left) * 10 > em * 2
    }
    if isOverOthers { return false }
    // One letter is what remains of a head, and no head beside longer ones; letters side by side (类 款 项) are heads where
    // not each of them stands below a head of its own.
    if isText, piece.weight <= 2 {
      return line.pieces.filter { $0.weight <= 2 }.allSatisfy { letter in
        cells.contains { cell in isOver(cell, alone: letter) && line.pieces.count { isOver(cell, $0) } == 1 }
      }
    }
    // A cell over the middle one of three: the two others have nothing of their own above them.
    guard neighbours.count == 2,
      !cells.contains(where: { other in
        abs(other.bottom - cell.bottom) * 10 < em * 3 && neighbours.contains { $0.overlap(other.left, other.right) > 0 }
      })
    else { return true }
    // Or the first line of three, in the middle of which its neighbours stand; then it fills its column.
    let isMiddle = next?.pieces.contains {
      abs($0.center - piece.center) * 10 <= em * 5 && $0.middle - piece.middle < em * 2
    }
    let room = min(piece.center - neighbours[0].center, neighbours[1].center - piece.center)
    let width = cell.right - cell.left
    return isMiddle ?? false && width + em * 18 / 10 >= room && width + em / 2 <= room
  }

  /// Whether something stands between two pieces of a line, on a line above them and below a height.
  private func hasBetween(_ piece: PagePiece, _ other: PagePiece, below height: Int) -> Bool {
    let (from, to) = (min(piece.right, other.right), max(piece.left, other.left))
    return pieces.contains { $0.left >= from && $0.right <= to && $0.middle > height && $0.middle < piece.middle }
  }

  /// Whether a piece stands below a cell as its next line does: in its middle or at its left edge. Where spaces lay the head
  /// out, the rest of a word stands nearly so, or all pieces of its line stand each below a cell of its own.
  private func isBelow(_ cell: Cell, _ piece: PagePiece, in line: PageLine, _ em: Int) -> Bool {
    let distance = abs(cell.center - piece.center) * 10
    if distance <= em * 5 || abs(cell.left - piece.left) * 10 <= em * 2 { return true }
    guard isText, piece.width <= cell.right - cell.left, isOver(cell, alone: piece),
      !line.pieces.contains(where: { $0 != piece && isOver(cell, $0) })
    else {
      return false
    }
    return distance <= em * 15 && piece.weight <= 4
      || line.pieces.count > 1 && line.pieces.allSatisfy { piece in cells.contains { isOver($0, alone: piece) } }
  }

  private func isOver(_ cell: Cell, _ piece: PagePiece) -> Bool {
    cell.top < piece.middle && piece.overlap(cell.left, cell.right) > 0
  }

  /// Whether a cell stands over a piece, and no other one at its height does.
  private func isOver(_ cell: Cell, alone piece: PagePiece) -> Bool {
    isOver(cell, piece)
      && !cells.contains { other in
        other.bottom == cell.bottom && other.left != cell.left && piece.overlap(other.left, other.right) > 0
      }
  }

  private mutating func findLeaves() {
    guard let top = cells.map(\.middle).min(), let bottom = cells.map(\.middle).max() else { return }
    let lowest = cells.filter { (bottom - $0.middle) * 10 <= $0.em * 4 }.map(\.center).sorted()
    let steps = zip(lowest, lowest.dropFirst()).map { $1 - $0 }.sorted()
    for index in cells.indices {
      let cell = cells[index]
      let below = cells.filter { $0.top > cell.bottom }
      let isAbove = below.contains { min($0.right, cell.right) - max($0.left, cell.left) > cell.em / 5 }
      // What stands highest has something below it, unless all stand at one height.
      let isHighest =
        (cell.middle - top) * 100 <= cell.em * 35
        && cells.contains { ($0.middle - cell.middle) * 10 > cell.em * (isText ? 5 : 8) }
      // Where spaces lay the head out, a head over the number of its column may stand on the first line too.
      let isNumbered =
        isText && cell.right - cell.left >= SpacedText.ideograph * 3
        && numbers?.pieces.count { $0.isNumber && $0.center >= cell.left && $0.center <= cell.right } == 1
      // A short word over two columns stands between those below it, where there is no room for a column.
      var isBetween = false
      if let left = below.filter({ $0.center <= cell.center }).max(by: { $0.center < $1.center }),
        let right = below.filter({ $0.center > cell.center }).min(by: { $0.center < $1.center })
      {
        isBetween =
          min(cell.left - left.right, right.left - cell.right) * 2 < cell.em
          || steps.count > 2 && (right.center - left.center) * 4 < steps[steps.count / 2] * (isText ? 5 : 6)
      }
      cells[index].isLeaf = !isAbove && (isNumbered || !isHighest && !isBetween)
    }
  }

  /// Whether every cell that stands above a column of figures and is not its head covers others too; where one does not, a
  /// head below it was not found or is another's.
  func isWhole(over isFigures: [Bool]) -> Bool {
    cells.allSatisfy { $0.isLeaf || $0.columns.count > 1 || !$0.columns.contains { isFigures[$0] } }
  }

  /// Finds the columns each cell covers. `columns` are those of the leaves, in their order; `edges` are the borders between
  /// all columns, one more than there are columns.
  mutating func cover(_ columns: [Int], edges: [Int]) {
    let order = cells.indices.filter { cells[$0].isLeaf }.sorted { cells[$0].center < cells[$1].center }
    for (index, column) in zip(order, columns) { cells[index].columns = column..<column + 1 }
    cover(0..<edges.count - 1, below: Int.min, edges)
    for index in cells.indices where cells[index].columns.isEmpty {
      let cell = cells[index]
      let over = (0..<edges.count - 1).filter {
        min(edges[$0 + 1], cell.right) - max(edges[$0], cell.left) > cell.em / 2
      }
      if let first = over.first, let last = over.last { cells[index].columns = first..<last + 1 }
    }
  }

  /// Finds what the highest cells below a height cover among some columns, and then what those below them do.
  private mutating func cover(_ columns: Range<Int>, below height: Int, _ edges: [Int]) {
    let inside = cells.indices.filter { index in
      let cell = cells[index]
      return cell.middle > height && cell.center > edges[columns.lowerBound] && cell.center < edges[columns.upperBound]
        && (cell.columns.isEmpty || columns.contains(cell.columns.lowerBound))
    }
    let above = inside.filter { !cells[$0].isLeaf }
    guard let top = above.map({ cells[$0].middle }).min(), let bottom = inside.map({ cells[$0].middle }).max(),
      bottom > top
    else { return }
    let em = cells[above[0]].em
    let leafOf = Dictionary(
      inside.filter { cells[$0].isLeaf && !cells[$0].columns.isEmpty }.map { (cells[$0].columns.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first })
    // A cell over the whole height of the head stands in the middle of it and has nothing above it.
    let middle = (inside.map { cells[$0].top }.min()! + inside.map { cells[$0].bottom }.max()!) / 2
    let isBelow = columns.map { column in leafOf[column].map { cells[$0].middle > middle + em * 3 / 10 } ?? true }
    // Lines of text tell heights less well: what does not stand clearly above the middle may stand below it.
    let prices = columns.map { column in
      !isText ? em * 3 : leafOf[column].map { cells[$0].middle < middle - em * 3 / 10 } ?? false ? em * 4 : em * 2
    }
    let sorted = above.sorted { (cells[$0].middle, cells[$0].center) < (cells[$1].middle, cells[$1].center) }
    var best: (miss: Int, parts: [(Int, Range<Int>)])?
    // The highest cells need not stand at one height: how many of them stand over columns side by side, their middles tell.
    for count in 1...sorted.count {
      let level = sorted.prefix(count).sorted { cells[$0].center < cells[$1].center }
      if count < sorted.count, (cells[sorted[count]].middle - cells[sorted[count - 1]].middle) * 10 <= em * 3 {
        continue
      }
      if zip(level, level.dropFirst()).contains(where: { cells[$0].right > cells[$1].left }) { break }
      let division = division(of: columns, isBelow, prices, among: level, edges)
      if best.map({ division.miss < $0.miss }) ?? true { best = (division.miss, Array(zip(level, division.parts))) }
    }
    for (index, part) in best?.parts ?? [] where !part.isEmpty {
      cells[index].columns = part
      cover(part, below: cells[index].middle, edges)
    }
  }

  /// The columns each of some cells side by side covers: each cell as near to the middle of its columns as can be, and all
  /// columns covered that have something above their own heads. A cell may cover none.
  private func division(
    of columns: Range<Int>, _ isBelow: [Bool], _ prices: [Int], among over: [Int], _ edges: [Int]
  ) -> (miss: Int, parts: [Range<Int>]) {
    let em = cells[over[0]].em
    let count = columns.count
    // How much columns from the first on cost where they are covered and where they are not.
    var covered = [0]
    var bare = [0]
    for (isBelow, price) in zip(isBelow, prices) {
      covered.append(covered.last! + (isBelow ? 0 : price))
      bare.append(bare.last! + (isBelow ? price : 0))
    }
    // best[n][c] is the least miss of the first n cells over the first c columns, and the columns of the last of them.
    var best: [[(miss: Int, part: Range<Int>)]] = [bare.map { ($0, 0..<0) }]
    for index in over {
      let before = best[best.count - 1]
      var row: [(miss: Int, part: Range<Int>)] = []
      for end in 0...count {
        var least = (miss: before[end].miss + em * 8, part: end..<end)
        if end > 0 {
          let without = row[end - 1].miss + bare[end] - bare[end - 1]
          if without < least.miss { least = (without, row[end - 1].part) }
        }
        for start in 0..<end {
          let center = (edges[columns.lowerBound + start] + edges[columns.lowerBound + end]) / 2
          let miss = before[start].miss + covered[end] - covered[start] + abs(center - cells[index].center)
          if miss < least.miss { least = (miss, start..<end) }
        }
        row.append(least)
      }
      best.append(row)
    }
    var parts: [Range<Int>] = []
    var end = count
    for row in best.dropFirst().reversed() {
      let part = row[end].part
      parts.append(part.lowerBound + columns.lowerBound..<part.upperBound + columns.lowerBound)
      end = part.lowerBound
    }
    return (best[best.count - 1][count].miss, parts.reversed())
  }
}
