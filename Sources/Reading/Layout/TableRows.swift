import Accounts

/// The rows of a table on one page (表的行): which lines are one row, since names go over several lines and figures stand
/// beside the middle, the first or the last of them.
enum TableRows {
  /// Where the figures of a row stand beside a name of several lines.
  private enum Alignment { case middle, top, bottom }

  /// How badly something fits with each alignment, in their order.
  private typealias Costs = SIMD3<Int>

  /// A piece with the columns it stands in.
  private struct Placed {
    let piece: PagePiece
    let columns: Range<Int>
    let isDoubtful: Bool
    /// Whether it stands alone in its row and column, as figures do.
    let isNumber: Bool

    var doubted: Placed { Placed(piece: piece, columns: columns, isDoubtful: true, isNumber: isNumber) }
  }

  /// What tells whether a name goes on in the next line.
  private struct Measures {
    /// How far the names of each column reach to the right: a line that ends before is the last of its name. What stands
    /// beside all heads is a column too, so these are more than the columns.
    let rights: [Int: Int]
    /// How wide the widest of them are, where spaces lay the table out and move names against each other; none elsewhere.
    let widths: [Int: Int]
    /// How far rows of one line stand from each other.
    let pitch: Int
    /// How wide an ideograph is.
    let letter: Int
    /// Whether spaces lay the table out, so that heights tell nothing.
    let isText: Bool
  }

  /// The lines of a part of a table in rows, by what fits best as a whole; takes time in proportion to the lines.
  static func rows(_ lines: [PageLine], in columns: TableColumns) -> [LayoutRow] {
    guard !lines.isEmpty else { return [] }
    let placed = lines.map { Self.placed($0, in: columns) }
    var rights: [Int: Int] = [:]
    var widths: [Int: Int] = [:]
    for one in placed.joined() where one.piece.form == .text && one.columns.count == 1 {
      let column = one.columns.lowerBound
      rights[column] = max(rights[column] ?? Int.min, one.piece.right)
      widths[column] = max(widths[column] ?? 0, one.piece.width)
    }
    let measures = Measures(
      rights: rights, widths: columns.isText ? widths : [:], pitch: pitch(of: placed),
      letter: columns.isText ? SpacedText.ideograph : lines[0].em,
      isText: columns.isText)
    let cuts = cuts(lines, placed, measures)
    return zip(cuts, cuts.dropFirst()).map { from, to in
      let (before, behind) = (placed[max(0, from - 2)..<from].joined(), placed[to..<min(placed.count, to + 2)].joined())
      return row(
        lines[from..<to],
        placed[from..<to].joined().map { one in
          let isSevered =
            behind.contains { goesOn(one, in: $0, em: lines[from].em) }
            || before.contains { goesOn($0, in: one, em: lines[from].em) }
          return isSevered ? one.doubted : one
        })
    }
  }

  /// Whether an amount that wants digits goes on in a piece below it, on the next line or the one behind that.
  private static func goesOn(_ one: Placed, in next: Placed, em: Int) -> Bool {
    one.piece.form == .decimal && next.piece.form == .integer
      && one.piece.overlap(next.piece.left, next.piece.right) > 0
      && (1...em * 3 / 2).contains(next.piece.middle - one.piece.middle)
      && one.piece.amount(goingOnIn: next.piece) != nil
  }

  /// The pieces of a line, each with the columns it stands in.
  private static func placed(_ line: PageLine, in columns: TableColumns) -> [Placed] {
    var places = line.pieces.map(columns.place)
    if columns.isText {
      // Names move to the left where no figure stands before them, over the column of figures: the one column of names
      // between those beside them is theirs.
      for (index, piece) in line.pieces.enumerated() where piece.form == .text && !places[index].isDoubtful {
        guard !columns.hasNames(places[index].columns.lowerBound) else { continue }
        let from = index > 0 ? places[index - 1].columns.upperBound : 0
        let to = index + 1 < places.count ? places[index + 1].columns.lowerBound : columns.count
        let free = (from..<max(from, to)).filter(columns.hasNames)
        if free.count == 1 { places[index].columns = free[0]..<free[0] + 1 }
      }
    }
    return zip(line.pieces, places).map { piece, place in
      Placed(
        piece: piece, columns: place.columns, isDoubtful: place.isDoubtful || piece.isOverlaid,
        isNumber: piece.isNumber && !(piece.form == .integer && columns.hasNames(place.columns.lowerBound)))
    }
  }

  /// How far rows of one line stand from each other: the distance most figures have from the next.
  private static func pitch(of placed: [[Placed]]) -> Int {
    let heights = placed.filter { $0.contains(where: \.isNumber) }.map { $0.first(where: \.isNumber)!.piece.middle }
    let steps = zip(heights, heights.dropFirst()).map { $1 - $0 }.sorted()
    return steps.isEmpty ? 0 : steps[steps.count / 3]
  }

  /// Where each row begins, and where the last one ends, for the alignment with which the rows fit best.
  private static func cuts(_ lines: [PageLine], _ placed: [[Placed]], _ measures: Measures) -> [Int] {
    let most = 9
    var best = Array(repeating: (costs: Costs(repeating: Int.max), starts: Costs()), count: lines.count + 1)
    best[0].costs = Costs()
    let em = lines.lazy.map(\.em).max() ?? 0
    for end in 1...lines.count {
      for start in (max(0, end - most)..<end).reversed() {
        // Lines that are no row are none with more lines either.
        if start + 1 < end, !mayGoOn(from: start, to: end, lines, placed, em) { break }
        guard best[start].costs[0] < Int.max, let costs = costs(lines[start..<end], placed[start..<end], measures)
        else { continue }
        let whole = best[start].costs &+ costs
        let isBetter = whole .<= best[end].costs
        best[end].costs.replace(with: whole, where: isBetter)
        best[end].starts.replace(with: start, where: isBetter)
      }
    }
    let costs = best[lines.count].costs
    let alignment = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    var cuts = [lines.count]
    while let first = cuts.last, first > 0 { cuts.append(best[first].starts[alignment]) }
    return cuts.reversed()
  }

  /// Whether a line may be the first of a row that goes on over the lines behind it: they follow closely, and it has no figure
  /// where one of them has another.
  private static func mayGoOn(
    from start: Int, to end: Int, _ lines: [PageLine], _ placed: [[Placed]], _ em: Int
  ) -> Bool {
    guard lines[start + 1].middle - lines[start].middle <= em * 2 else { return false }
    for one in placed[start] where one.isNumber {
      let column = one.columns.lowerBound
      for line in start + 1..<end {
        guard let other = placed[line].first(where: { $0.isNumber && $0.columns.lowerBound == column }) else {
          continue
        }
        if one.piece.amount(goingOnIn: other.piece) == nil { return false }
        break
      }
    }
    return true
  }

  /// Whether nothing but a code (三、五或七位) stands on a line.
  private static func isCode(_ line: [Placed]) -> Bool {
    line.count == 1 && line[0].isNumber && line[0].piece.form == .integer
      && [3, 5, 7].contains(line[0].piece.text.utf8.count)
  }

  /// How badly lines fit as one row, in hundredths; nil where they cannot be one.
  private static func costs(
    _ lines: ArraySlice<PageLine>, _ placed: ArraySlice<[Placed]>, _ measures: Measures
  ) -> Costs? {
    if lines.count == 1 { return Costs(repeating: cost(placed.first!, measures)) }
    let em = lines.first!.em
    var numbers: [Int: (piece: PagePiece, middle: Int)] = [:]
    var texts: [Int: [PagePiece]] = [:]
    for one in placed.joined() {
      let column = one.columns.lowerBound
      if one.isNumber {
        // Two figures of one column are two rows, unless they are one over two lines.
        if let first = numbers[column] {
          guard one.piece.middle - first.piece.middle <= em * 3 / 2, first.piece.amount(goingOnIn: one.piece) != nil
          else {
            return nil
          }
          numbers[column] = (one.piece, (first.piece.middle + one.piece.middle) / 2)
        } else {
          numbers[column] = (one.piece, one.piece.middle)
        }
      } else {
        texts[column, default: []].append(one.piece)
      }
    }
    for (line, next) in zip(lines, lines.dropFirst()) where next.middle - line.middle > em * 2 { return nil }
    var cost = 0
    var tallest: (top: Int, bottom: Int)?
    for (column, pieces) in texts {
      for (piece, next) in zip(pieces, pieces.dropFirst()) where next.middle - piece.middle > em / 2 {
        if (next.middle - piece.middle) * 10 > em * 17 { cost += 400 }
        if TableRegion.isItem(next.text) { cost += 600 }
        // The lines of one cell stand closer than those of rows with room between them.
        let pitch = measures.pitch
        if pitch * 10 > em * 14, (next.middle - piece.middle) * 100 > pitch * 96 { cost += 100 }
        let room = PageLine.room(for: next.text, em: measures.letter)
        if let right = measures.rights[column], piece.right + room < right,
          measures.widths[column].map({ piece.width + room < $0 }) ?? true
        {
          cost += 300
        }
        if abs(next.left - piece.left) * 10 > em * 13 { cost += 200 }
      }
      let (top, bottom) = (pieces[0].middle, pieces[pieces.count - 1].middle)
      if tallest.map({ bottom - top > $0.bottom - $0.top }) ?? true { tallest = (top, bottom) }
    }
    let anchors =
      numbers.values.map { (middle: $0.middle, isCode: $0.piece.form == .integer) }
      + texts.values.filter { $0.count == 1 }.map { (middle: $0[0].middle, isCode: false) }
    guard let tallest else {
      // Figures alone: they stand at one height.
      let heights = anchors.map(\.middle)
      return Costs(repeating: cost + (heights.max()! - heights.min()!) * 400 / em)
    }
    if numbers.isEmpty { cost += 60 }
    // A code by itself on the line above its name and figure.
    let isCodeAbove = measures.isText && lines.count == 2 && isCode(placed.first!)
    if isCodeAbove { cost += 60 }
    func total(_ alignment: Alignment) -> Int {
      // Names that only the lines tell apart are more often those of rows without figures.
      let isUntold =
        measures.isText && (numbers.isEmpty && texts.count == 1 || alignment == .bottom && tallest.top < tallest.bottom)
      var total = cost + (isUntold ? 100 : 0)
      for anchor in anchors where !anchor.isCode || !isCodeAbove {
        var distance =
          switch alignment {
          case .middle: abs(anchor.middle * 2 - tallest.top - tallest.bottom) / 2
          case .top: abs(anchor.middle - tallest.top)
          case .bottom: abs(anchor.middle - tallest.bottom)
          }
        // A code may stand on the first line of its name beside figures in the middle.
        if anchor.isCode { distance = min(distance, abs(anchor.middle - tallest.top)) }
        total += max(0, distance - em / 20) * 400 / em
      }
      return total
    }
    return Costs(total(.middle), total(.top), total(.bottom))
  }

  /// How badly one line fits as a row.
  private static func cost(_ pieces: [Placed], _ measures: Measures) -> Int {
    guard pieces.contains(where: \.isNumber) else { return 60 }
    // A code has its name beside it.
    if measures.isText, isCode(pieces) { return 400 }
    return pieces.allSatisfy(\.isNumber) ? 150 : 0
  }

  private static func row(_ lines: ArraySlice<PageLine>, _ placed: [Placed]) -> LayoutRow {
    var cells: [(columns: Range<Int>, text: String, last: PagePiece, isDoubtful: Bool, seen: PageBox)] = []
    for one in placed.sorted(by: { ($0.piece.middle, $0.piece.left) < ($1.piece.middle, $1.piece.left) }) {
      if let same = cells.firstIndex(where: { $0.columns.overlaps(one.columns) }) {
        let last = cells[same].last
        let isOneLine = abs(one.piece.middle - last.middle) * 2 < last.em
        let spaced = isOneLine && (one.piece.left - last.right) * 10 > last.em * 2
        cells[same].text += (spaced ? " " : "") + one.piece.text
        cells[same].columns =
          min(
            cells[same].columns.lowerBound, one.columns.lowerBound)..<max(
            cells[same].columns.upperBound, one.columns.upperBound)
        // Two figures in one place are none.
        if one.piece.form == .decimal || last.form == .decimal, last.amount(goingOnIn: one.piece) == nil {
          cells[same].isDoubtful = true
        }
        if one.isDoubtful { cells[same].isDoubtful = true }
        cells[same].last = one.piece
        cells[same].seen = cells[same].seen.joined(with: one.piece.seen)
      } else {
        cells.append((one.columns, one.piece.text, one.piece, one.isDoubtful, one.piece.seen))
      }
    }
    cells.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    return LayoutRow(
      page: lines.first!.page, line: lines.first!.number,
      cells: cells.map {
        LayoutCell(
          text: $0.text, column: $0.columns.lowerBound, columns: $0.columns.count, isDoubtful: $0.isDoubtful,
          seen: $0.seen)
      })
  }
}
