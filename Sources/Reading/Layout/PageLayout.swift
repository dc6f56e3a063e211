/// Words on pages laid out as a publication (版面分析): paragraphs and tables in reading order.
///
/// Pure and deterministic: the same words give the same blocks. Nothing is understood here but what the eye sees: what
/// stands in one line, one column, one row. What could stand in two places is marked as doubtful.
enum PageLayout {
  /// The blocks of the pages of a publication; takes time in proportion to the words.
  static func blocks(of pages: [WordPage]) -> [LayoutBlock] { blocks(ofLines: pages.map(PageLine.lines)) }

  /// The blocks of the pages of a publication, the lines of each.
  ///
  /// `ruled` are the tables that ruling lines lay out, by the number of the page on which each begins; their words are not
  /// among the lines. `recognised` are the pages that are pictures, on which a letter may be another.
  static func blocks(
    ofLines pages: [[PageLine]], ruled: [Int: [RuledTable.Whole]] = [:], recognised: Set<Int> = []
  ) -> [LayoutBlock] {
    let pages = PageFurniture.removed(from: pages)
    var assembly = Assembly(isText: false, recognised: recognised)
    var isContents = false
    // Pages with such tables part the others: no other table goes on over them.
    var others: [[PageLine]] = []
    func takeOthers() {
      for lines in CutPages.joined(others) { assembly.take(TableRegion.parts(of: lines, isContents: &isContents)) }
      others = []
    }
    for (index, lines) in pages.enumerated() {
      guard let tables = ruled[index + 1] else {
        others.append(lines)
        continue
      }
      takeOthers()
      var rest = lines[...]
      for table in tables {
        let above = rest.prefix { $0.middle < table.top }
        rest = rest.dropFirst(above.count)
        assembly.take(TableRegion.parts(of: Array(above), isContents: &isContents) + [.ruled(table.rows)])
      }
      assembly.take(TableRegion.parts(of: Array(rest), isContents: &isContents))
    }
    takeOthers()
    return assembly.finished()
  }

  /// The blocks of a text laid out with spaces, in UTF-8; its lines are all at the same heights, which so tell nothing of
  /// sheets that were cut.
  static func blocks(ofText utf8: [UInt8]) -> [LayoutBlock] {
    var assembly = Assembly(isText: true)
    var isContents = false
    for lines in PageFurniture.removed(from: SpacedText.pages(of: utf8).map(PageLine.lines)) {
      assembly.take(TableRegion.parts(of: lines, isContents: &isContents))
    }
    return assembly.finished()
  }

  /// What was found so far: the table that may go on over the next page, and the lines behind it.
  private struct Assembly {
    private let isText: Bool
    private let recognised: Set<Int>
    private var blocks: [LayoutBlock] = []
    private var table: [TableRegion] = []
    /// The lines directly above the table.
    private var captions: [String] = []
    private var lines: [PageLine] = []

    init(isText: Bool, recognised: Set<Int> = []) { (self.isText, self.recognised) = (isText, recognised) }

    mutating func take(_ parts: [TableRegion.Part]) {
      var isFirst = true
      for part in parts {
        switch part {
        case .line(let line): lines.append(line)
        case .table(var region):
          region.findHead()
          if isFirst, !table.isEmpty, goesOn(in: &region) {
            // What stands above is printed again on each page.
            lines = []
            table.append(region)
          } else {
            endTable()
            captions = lines.suffix(6).map(\.text)
            endLines()
            table = [region]
          }
          isFirst = false
        case .ruled(let rows):
          endTable()
          endLines()
          blocks.append(.grid(rows))
        }
      }
    }

    /// Whether the table goes on in the first one of the next page; `lines` are those between.
    private func goesOn(in region: inout TableRegion) -> Bool {
      let first = table[0]
      // A head that is printed again may be broken over other lines.
      let above = lines.filter { !captions.contains($0.text) }
      let head = letters(first.lines.prefix(first.head))
      if !head.isEmpty, isSame(letters(above[...] + region.lines.prefix(region.head)), head, on: region.lines[0].page) {
        if isText { region.takeHead(above) }
        return true
      }
      guard lines.isEmpty, let last = table.last else { return false }
      if isText { return region.goesOn(from: last) }
      // Without a head its figures stand under those of the page before.
      let columns = TableColumns(
        head: first.lines.prefix(first.head),
        rows: ([first] + table.dropFirst().suffix(1)).flatMap { $0.lines.dropFirst($0.head) },
        em: first.em, isText: isText)
      let pieces = region.lines.flatMap(\.pieces).filter(\.isNumber)
      let fitting = pieces.count { piece in
        columns.bands.contains { $0.isNumber && piece.overlap($0.left, $0.right) * 2 > piece.width }
      }
      guard fitting * 10 >= pieces.count * 8, abs(last.em - region.em) * 10 < last.em * 2 else { return false }
      region.head = 0
      return true
    }

    /// Whether letters in one order are the same; of a page that was recognised one in eight may be another.
    private func isSame(_ letters: [UInt32], _ others: [UInt32], on page: Int) -> Bool {
      guard recognised.contains(page) else { return letters == others }
      let change = letters.difference(from: others)
      return max(change.insertions.count, change.removals.count) * 8 <= others.count
    }

    /// The letters of lines in one order, whatever lines they stand on.
    private func letters(_ lines: ArraySlice<PageLine>) -> [UInt32] {
      lines.flatMap(\.pieces).flatMap(\.text.unicodeScalars).map(\.value).sorted()
    }

    private mutating func endTable() {
      if !table.isEmpty { blocks.append(.grid(grid(table, isText: isText))) }
      table = []
    }

    private mutating func endLines() {
      blocks += Paragraphs.joined(lines, isText: isText).map(LayoutBlock.line)
      lines = []
    }

    mutating func finished() -> [LayoutBlock] {
      endTable()
      endLines()
      return blocks
    }
  }

  /// The rows of a table over one or more pages, its head first.
  private static func grid(_ regions: [TableRegion], isText: Bool) -> [LayoutRow] {
    let first = regions[0]
    if isText { return spacedGrid(regions) }
    let columns = TableColumns(
      head: first.lines.prefix(first.head), rows: regions.flatMap { $0.lines.dropFirst($0.head) }, em: first.em,
      isText: false)
    return columns.headRows + regions.flatMap { TableRows.rows(Array($0.lines.dropFirst($0.head)), in: columns) }
  }

  /// The rows of a table that spaces lay out: on every page its columns stand elsewhere, under the same heads.
  private static func spacedGrid(_ regions: [TableRegion]) -> [LayoutRow] {
    var first: TableColumns?
    var rows: [LayoutRow] = []
    for region in regions {
      let body = Array(region.lines.dropFirst(region.head))
      var columns = TableColumns(head: region.lines.prefix(region.head), rows: body, em: region.em, isText: true)
      if let first { columns.follow(first) } else { rows += columns.headRows }
      if first == nil { first = columns }
      rows += TableRows.rows(body, in: columns)
    }
    return rows
  }
}

extension TableColumns {
  /// The rows of the head: cells whose middles are at one height are one row, so that each column reads from the top down.
  fileprivate var headRows: [LayoutRow] {
    var rows: [[TableHead.Cell]] = []
    for cell in head.cells.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let first = rows.last?.first, (cell.middle - first.middle) * 10 <= cell.em * 4 {
        rows[rows.count - 1].append(cell)
      } else {
        rows.append([cell])
      }
    }
    let cells = rows.map { row in
      LayoutRow(
        page: row[0].page, line: row.map(\.line).min()!,
        cells: row.sorted { ($0.columns.lowerBound, $0.left) < ($1.columns.lowerBound, $1.left) }.map {
          LayoutCell(text: $0.text, column: $0.columns.lowerBound, columns: max(1, $0.columns.count))
        })
    }
    guard let numbers = head.numbers else { return cells }
    return cells + [
      LayoutRow(
        page: numbers.page, line: numbers.number,
        cells: numbers.pieces.map { LayoutCell(text: $0.text, column: column(at: $0.center)) })
    ]
  }
}
