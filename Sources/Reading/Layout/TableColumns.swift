/// The columns of a table on pages (表的列), told by the figures, the names and the heads.
struct TableColumns: Sendable {
  /// A stretch across the page in which pieces of one column stand.
  struct Band: Sendable {
    var left: Int
    var right: Int
    var isNumber: Bool
    /// Whether an amount stands in it, and whether nothing but signs for none do.
    var hasAmount = false
    var isDashes = false
    /// The lines on which something stands in it, by their places among all.
    var lines: Set<Int> = []
    /// Its column.
    var column = 0
    /// Whether it could be one of two columns.
    var isDoubtful = false
    /// Whether amounts stand in it, or signs instead of them.
    var hasFigures = false
    /// Whether all numbers in it have as many digits as codes have (三、五或七位).
    var isCodes = false
    /// Where the figures in it end that no single space stands before, from the leftmost end to the rightmost.
    var ends: ClosedRange<Int>?
    /// The columns that it could be; none where its column is known or nothing is.
    var reach = 0..<0

    mutating func addEnds(_ other: ClosedRange<Int>) {
      let own = ends ?? other
      ends = min(own.lowerBound, other.lowerBound)...max(own.upperBound, other.upperBound)
    }
  }

  private(set) var bands: [Band] = []
  /// The borders between the columns, one more than there are columns.
  private(set) var edges: [Int] = []
  private(set) var head: TableHead
  /// Whether spaces lay the table out.
  let isText: Bool
  /// Whether a row of totals (合计、总计) stands among the rows and has a figure in every column that has any: one without has
  /// none on other pages either.
  private var isTotalled = false

  var count: Int { edges.count - 1 }

  /// The columns of the rows and the head of a table; `isText` tells that spaces lay it out.
  init(head lines: ArraySlice<PageLine>, rows: [PageLine], em: Int, isText: Bool) {
    head = TableHead(lines, isText: isText)
    self.isText = isText
    if isText {
      bands = Self.bands(rows, besides: [], em) { $0.isFigure }
      bands += Self.bands(rows, besides: [], em) { $0.form == .integer }.filter { !Self.isInNames($0, of: rows, em) }
    } else {
      bands = Self.bands(rows, besides: [], em, of: \.isNumber)
    }
    bands += Self.bands(rows, besides: bands, em) { !$0.isNumber }
    bands.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    let total = rows.firstIndex { $0.pieces.contains { $0.text == "合计" || $0.text == "总计" } }
    isTotalled = total.map { total in bands.allSatisfy { !$0.hasFigures || $0.lines.contains(total) } } ?? false
    if isText { assignSpaced(em, rows.count) } else { assign(em) }
  }

  /// Where pieces of a kind stand: what overlaps is one column, since columns do not.
  private static func bands(
    _ rows: [PageLine], besides others: [Band], _ em: Int, of isOfKind: (PagePiece) -> Bool
  ) -> [Band] {
    var pieces: [(piece: PagePiece, line: Int, isClose: Bool)] = []
    for (line, row) in rows.enumerated() {
      var end = Int.min / 2
      for piece in row.pieces {
        defer { end = piece.right }
        guard isOfKind(piece) else { continue }
        if others.contains(where: { piece.overlap($0.left, $0.right) > em / 3 }) { continue }
        pieces.append((piece, line, piece.left - end < em))
      }
    }
    pieces.sort { ($0.piece.left, $0.piece.right, $0.line) < ($1.piece.left, $1.piece.right, $1.line) }
    var bands: [Band] = []
    for (piece, line, isClose) in pieces {
      if bands.isEmpty || piece.left >= bands[bands.count - 1].right {
        bands.append(
          Band(
            left: piece.left, right: piece.right, isNumber: piece.isNumber, isDashes: piece.isNumber,
            isCodes: piece.form == .integer))
      }
      let last = bands.count - 1
      bands[last].right = max(bands[last].right, piece.right)
      bands[last].lines.insert(line)
      if piece.form == .decimal { bands[last].hasAmount = true }
      if piece.form != .dash { bands[last].isDashes = false }
      if ![3, 5, 7].contains(piece.text.utf8.count) { bands[last].isCodes = false }
      if piece.isFigure { bands[last].hasFigures = true }
      if piece.isFigure, !isClose { bands[last].addEnds(piece.right...piece.right) }
    }
    return bands
  }

  /// Whether a number of one row stands where others have names, and so is part of a name.
  private static func isInNames(_ band: Band, of rows: [PageLine], _ em: Int) -> Bool {
    band.lines.count == 1
      && rows.count { row in
        row.pieces.contains { $0.form == .text && $0.overlap(band.left, band.right) > em / 3 }
      } > 1
  }

  /// Joins signs in the middle of a column with the figures on its right: they have one head, and no row has both.
  private mutating func joinDashes(_ leaves: [TableHead.Cell]) {
    var index = 0
    while index + 1 < bands.count {
      let (one, next) = (bands[index], bands[index + 1])
      if one.isNumber, next.isNumber, one.isDashes != next.isDashes, one.lines.isDisjoint(with: next.lines),
        let head = nearest(leaves, one), head == nearest(leaves, next)
      {
        bands[index] = Band(
          left: one.left, right: next.right, isNumber: true, hasAmount: one.hasAmount || next.hasAmount,
          lines: one.lines.union(next.lines))
        bands.remove(at: index + 1)
      } else {
        index += 1
      }
    }
  }

  private func nearest(_ leaves: [TableHead.Cell], _ band: Band) -> Int? {
    leaves.indices.min { one, other in
      let distances = [one, other].map { leaf in
        let gap = max(0, max(leaves[leaf].left, band.left) - min(leaves[leaf].right, band.right))
        return (gap, abs(leaves[leaf].center * 2 - band.left - band.right))
      }
      return distances[0] < distances[1]
    }
  }

  /// Gives each band its column: the heads are taken in order, each for the band it stands over.
  private mutating func assign(_ em: Int) {
    let leaves = head.leaves
    joinDashes(leaves)
    guard !leaves.isEmpty else {
      for index in bands.indices { bands[index].column = index }
      setEdges(of: bands.map { ($0.left, $0.right) }, em)
      head.cover([], edges: edges)
      return
    }
    let pairs = Self.matched(leaves.map { ($0.left, $0.right) }, bands.map { ($0.left, $0.right) }, em)
    doubt(pairs, leaves, em)
    // A column is a leaf, a band, or both. A band without a head is part of the column beside it, as a code before its name
    // is; amounts without a head are a column of which nothing is known.
    var extents: [(left: Int, right: Int)] = []
    var leafColumns: [Int] = []
    for pair in pairs.indices {
      var columns: [Int] = []
      if let band = pairs[pair].band {
        guard pairs[pair].leaf != nil || bands[band].hasAmount || !joins(band, pairs) else { continue }
        columns.append(band)
      }
      let leaf = pairs[pair].leaf
      if leaf != nil { leafColumns.append(extents.count) }
      for other in pairs where other.leaf == nil {
        if let band = other.band, !bands[band].hasAmount, let mine = pairs[pair].band, band != mine,
          host(of: band, pairs) == mine
        {
          columns.append(band)
        }
      }
      for band in columns { bands[band].column = extents.count }
      extents.append(
        (
          min(leaf.map { leaves[$0].left } ?? Int.max, columns.map { bands[$0].left }.min() ?? Int.max),
          max(leaf.map { leaves[$0].right } ?? Int.min, columns.map { bands[$0].right }.max() ?? Int.min)
        ))
    }
    setEdges(of: extents, em)
    head.cover(leafColumns, edges: edges)
  }

  /// Gives each band its column where spaces lay the table out: every head is a column, and there are no others.
  private mutating func assignSpaced(_ em: Int, _ rowCount: Int) {
    let leaves = head.leaves
    guard !leaves.isEmpty else {
      for index in bands.indices { (bands[index].column, bands[index].isDoubtful) = (index, bands[index].isNumber) }
      setEdges(of: bands.map { ($0.left, $0.right) }, em)
      head.cover([], edges: edges)
      return
    }
    joinShifted(leaves, em)
    func distance(_ band: Band, _ leaf: Int) -> (Int, Int) {
      (
        max(0, max(leaves[leaf].left, band.left) - min(leaves[leaf].right, band.right)),
        abs(leaves[leaf].center * 2 - band.left - band.right)
      )
    }
    var heads = leaves.map { SpacedColumns.Head(left: $0.left, right: $0.right) }
    for index in heads.indices {
      let leaf = leaves[index]
      // The name of one row may reach over other columns.
      heads[index].hasNames = bands.contains { band in
        !band.isNumber && band.left <= leaf.center && band.right >= leaf.center
          && (band.lines.count > 1 || rowCount < 4)
      }
      heads[index].isTaken =
        heads[index].hasNames
        || bands.contains { $0.isNumber && !$0.hasFigures && distance($0, index).0 == 0 }
      heads[index].isDrawnLeft = index > 0 && leaf.isDrawnLeft
    }
    let figures = bands.indices.filter { bands[$0].hasFigures }
    let found = SpacedColumns(
      heads: heads,
      figures: figures.map { .init(left: bands[$0].left, ends: bands[$0].ends, lines: bands[$0].lines) },
      letter: em * 2 / 3
    ).headsOfFigures()
    var isFigures = [Bool](repeating: false, count: leaves.count)
    for (index, places) in zip(figures, found) {
      // What stands under no head stands beside all of them.
      bands[index].column = places.first ?? leaves.count
      bands[index].isDoubtful = places.count != 1
      if let first = places.first, let last = places.last { bands[index].reach = first..<last + 1 }
      if places.count == 1 { isFigures[places[0]] = true }
    }
    for index in figures where bands[index].reach.isEmpty {
      // It could be any that those beside it leave.
      let from = figures.last { $0 < index && !bands[$0].isDoubtful }.map { bands[$0].column + 1 } ?? 0
      let to = figures.first { $0 > index && !bands[$0].isDoubtful }.map { bands[$0].column } ?? leaves.count
      let free = (from..<max(from, to)).filter { !heads[$0].isTaken }
      if let first = free.first, let last = free.last { bands[index].reach = first..<last + 1 }
    }
    for index in bands.indices where !bands[index].hasFigures {
      let band = bands[index]
      // What stands left of it in a row stands under another head, if there is one for it.
      let left = bands[..<index].lazy.filter { !$0.lines.isDisjoint(with: band.lines) }.map(\.column).max() ?? -1
      let right = bands[(index + 1)...].lazy.filter { $0.hasFigures && !$0.isDoubtful }.map(\.column).min()
      let free = leaves.indices.filter { !isFigures[$0] && $0 < right ?? leaves.count }
      let own = free.contains { $0 > left } ? free.filter { $0 > left } : free
      // A code stands under the first of the heads of its parts (类, 款, 项).
      bands[index].column =
        (band.isNumber ? own.first { distance(band, $0).0 == 0 } : nil)
        ?? own.min { distance(band, $0) < distance(band, $1) } ?? max(0, left)
    }
    setEdges(of: leaves.map { ($0.left, $0.right) }, em)
    head.cover(Array(leaves.indices), edges: edges)
    if !head.isWhole(over: isFigures) { doubtAll() }
  }

  /// Takes the columns of a page before it of the same table, where spaces lay it out: its own heads say the same, or it has
  /// none and its columns can only be these. All its figures are doubtful where neither is so.
  mutating func follow(_ before: TableColumns) {
    if !head.leaves.isEmpty {
      if head.leaves.map(\.text) != before.head.leaves.map(\.text) { doubtAll() }
      return
    }
    edges = before.edges
    // A column without figures there may have some here, wherever these stand: without heads nothing keeps them apart.
    let first = before.bands.first { $0.hasFigures }?.column ?? 0
    let isFull =
      before.isTotalled || isTotalled
      || (first..<before.count).allSatisfy { column in before.bands.contains { $0.column == column } }
    let places = Self.places(of: bands, among: before.bands)
    for index in bands.indices {
      if let place = places[index], isFull || !bands[index].hasFigures {
        let other = before.bands[place]
        bands[index].column = other.column
        (bands[index].isDoubtful, bands[index].reach) = (other.isDoubtful, other.reach)
      } else {
        bands[index].column = before.column(at: (bands[index].left + bands[index].right) / 2)
        bands[index].isDoubtful = true
      }
    }
    spreadDoubt(from: first)
  }

  /// Has all doubtful figures reach over the columns, from the first of figures on, between the names and numbers of rows that
  /// stand beside them.
  private mutating func spreadDoubt(from first: Int) {
    for index in bands.indices where bands[index].hasFigures && bands[index].isDoubtful {
      let left = bands[..<index].lazy.filter { !$0.hasFigures && !$0.isDoubtful }.map { $0.column + 1 }.max() ?? 0
      let right = bands[(index + 1)...].lazy.filter { !$0.hasFigures && !$0.isDoubtful }.map(\.column).min() ?? count
      if max(left, first) < right { bands[index].reach = max(left, first)..<right }
    }
  }

  /// Which of the columns of a page before each of some can only be, by their kinds and their order.
  private static func places(of own: [Band], among others: [Band]) -> [Int?] {
    func areAlike(_ one: Band, _ other: Band) -> Bool {
      one.isNumber == other.isNumber && one.hasFigures == other.hasFigures
    }
    // The first place of each that leaves room for those before it, and the last that leaves room for those behind.
    var first: [Int] = []
    for band in own {
      let from = first.last.map { $0 + 1 } ?? 0
      guard let place = others[from...].firstIndex(where: { areAlike(band, $0) }) else {
        return Array(repeating: nil, count: own.count)
      }
      first.append(place)
    }
    var end = others.count
    var last: [Int] = []
    for band in own.reversed() {
      end = others[..<end].lastIndex { areAlike(band, $0) } ?? 0
      last.append(end)
    }
    return zip(first, last.reversed()).map { $0 == $1 ? $0 : nil }
  }

  /// Whether what stands in columns of its kinds can go on below those of a page before it.
  func canGoOn(below before: TableColumns) -> Bool {
    Self.places(of: bands, among: before.bands).contains { $0 != nil }
  }

  private mutating func doubtAll() {
    let first = bands.lazy.filter(\.hasFigures).map(\.column).min() ?? 0
    // Numbers of rows and codes stand under the heads before those of figures.
    for index in bands.indices where bands[index].hasFigures { bands[index].isDoubtful = true }
    spreadDoubt(from: first)
    for index in bands.indices where bands[index].isNumber { bands[index].isDoubtful = true }
  }

  /// Joins what shifted against each other: numbers of rows (行次) that nothing stands between, signs beside amounts, and
  /// counts among amounts. No row has both.
  private mutating func joinShifted(_ leaves: [TableHead.Cell], _ em: Int) {
    var index = 0
    while index + 1 < bands.count {
      let (one, next) = (bands[index], bands[index + 1])
      let areNumbers = !one.hasFigures && !next.hasFigures
      let areSigns =
        one.hasFigures && next.hasFigures && (one.isDashes || next.isDashes)
        && (next.left - one.right < em || one.isDashes && haveOneHead(one, next, leaves))
      let areCounts =
        one.hasFigures != next.hasFigures && next.left < one.right && !one.isCodes && !next.isCodes
      if one.isNumber, next.isNumber, areNumbers || areSigns || areCounts, one.lines.isDisjoint(with: next.lines) {
        bands[index].right = max(one.right, next.right)
        bands[index].hasAmount = one.hasAmount || next.hasAmount
        bands[index].hasFigures = one.hasFigures || next.hasFigures
        bands[index].isDashes = one.isDashes && next.isDashes
        bands[index].isCodes = one.isCodes && next.isCodes
        bands[index].lines.formUnion(next.lines)
        if let ends = next.ends { bands[index].addEnds(ends) }
        bands.remove(at: index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Whether signs in the middle of a column and the figures on its right have one head: no other one's middle stands
  /// between them.
  private func haveOneHead(_ signs: Band, _ figures: Band, _ leaves: [TableHead.Cell]) -> Bool {
    guard let own = leaves.first(where: { $0.left < signs.right && $0.right > signs.left }) else { return false }
    return !leaves.contains { $0.center > own.center && $0.center <= figures.right }
  }

  /// Marks amounts that do not stand under their own head and could as well belong to a head beside it that has none, and
  /// amounts without a head where one has no amounts.
  private mutating func doubt(_ pairs: [(leaf: Int?, band: Int?)], _ leaves: [TableHead.Cell], _ em: Int) {
    for index in pairs.indices {
      guard let band = pairs[index].band, bands[band].isNumber else { continue }
      func distance(_ leaf: Int) -> Int {
        max(0, max(leaves[leaf].left, bands[band].left) - min(leaves[leaf].right, bands[band].right))
      }
      let others = [index - 1, index + 1].compactMap { near in
        pairs.indices.contains(near) && pairs[near].band == nil ? pairs[near].leaf : nil
      }
      if let leaf = pairs[index].leaf {
        let own = distance(leaf)
        bands[band].isDoubtful =
          own > 0
          && others.contains { other in
            // Half way to the next head ends the column, unless columns are of very different widths.
            let half = (leaves[leaf].center + leaves[other].center) / 2
            let isBeyond = other > leaf ? bands[band].right > half : bands[band].left < half
            return isBeyond && distance(other) < own + em * 2
          }
      } else if bands[band].hasAmount, !others.isEmpty {
        bands[band].isDoubtful = true
      }
    }
  }

  /// The band beside one without a head whose column it is part of; nil where there is none.
  private func host(of band: Int, _ pairs: [(leaf: Int?, band: Int?)]) -> Int? {
    let hosts = [band - 1, band + 1].filter { near in
      bands.indices.contains(near) && !bands[near].hasAmount && pairs.contains { $0.band == near && $0.leaf != nil }
    }
    return hosts.min { gap($0, band) < gap($1, band) }
  }

  private func joins(_ band: Int, _ pairs: [(leaf: Int?, band: Int?)]) -> Bool { host(of: band, pairs) != nil }

  private func gap(_ one: Int, _ other: Int) -> Int {
    max(bands[one].left, bands[other].left) - min(bands[one].right, bands[other].right)
  }

  private mutating func setEdges(of extents: [(left: Int, right: Int)], _ em: Int) {
    guard let first = extents.first, let last = extents.last else {
      edges = [0, 0]
      return
    }
    edges = [first.left - em]
    for (one, next) in zip(extents, extents.dropFirst()) { edges.append(max(edges.last!, (one.right + next.left) / 2)) }
    edges.append(max(edges.last!, last.right + em))
  }

  /// Leaves and bands side by side in order: as near to each other as can be, either alone where it has no other.
  private static func matched(
    _ leaves: [(left: Int, right: Int)], _ bands: [(left: Int, right: Int)], _ em: Int
  ) -> [(leaf: Int?, band: Int?)] {
    let (alone, without) = (em * 3, em * 6)
    var cost = [[Int]](repeating: [Int](repeating: 0, count: bands.count + 1), count: leaves.count + 1)
    func gap(_ leaf: Int, _ band: Int) -> Int {
      let (leaf, band) = (leaves[leaf], bands[band])
      let gap = max(0, max(leaf.left, band.left) - min(leaf.right, band.right))
      return gap + abs(leaf.left + leaf.right - band.left - band.right) / 64
    }
    for l in 0...leaves.count {
      for b in 0...bands.count where l + b > 0 {
        var best = Int.max
        if l > 0, b > 0 { best = cost[l - 1][b - 1] + gap(l - 1, b - 1) }
        if l > 0 { best = min(best, cost[l - 1][b] + alone) }
        if b > 0 { best = min(best, cost[l][b - 1] + without) }
        cost[l][b] = best
      }
    }
    var pairs: [(leaf: Int?, band: Int?)] = []
    var (l, b) = (leaves.count, bands.count)
    while l + b > 0 {
      if l > 0, b > 0, cost[l][b] == cost[l - 1][b - 1] + gap(l - 1, b - 1) {
        (l, b) = (l - 1, b - 1)
        pairs.append((l, b))
      } else if l > 0, cost[l][b] == cost[l - 1][b] + alone {
        l -= 1
        pairs.append((l, nil))
      } else {
        b -= 1
        pairs.append((nil, b))
      }
    }
    return pairs.reversed()
  }

  /// Whether names stand in a column, so that a code in it is part of a name.
  func hasNames(_ column: Int) -> Bool { bands.contains { $0.column == column && !$0.isNumber } }

  /// The column a point across the page lies in.
  func column(at point: Int) -> Int { edges.dropFirst().dropLast().count { $0 <= point } }

  /// The columns a piece of a row stands in, and whether it could stand in another.
  func place(of piece: PagePiece) -> (columns: Range<Int>, isDoubtful: Bool) {
    let over = piece.isNumber ? bands.filter { $0.isNumber && piece.overlap($0.left, $0.right) > 0 } : []
    if let band = over.first(where: { $0.hasFigures == piece.isFigure }) ?? over.first {
      return (band.isDoubtful && !band.reach.isEmpty ? band.reach : band.column..<band.column + 1, band.isDoubtful)
    }
    // A text reaches over figures where it covers them, and a little into their column where names are long.
    let covered = bands.filter { band in
      let overlap = piece.overlap(band.left, band.right)
      return band.isNumber
        ? overlap > piece.em / 3 && overlap * 2 > min(piece.width, band.right - band.left) : overlap > 0
    }.map(\.column)
    if let first = covered.min(), let last = covered.max() { return (first..<last + 1, false) }
    let column = column(at: piece.center)
    return (column..<column + 1, piece.isNumber)
  }
}
