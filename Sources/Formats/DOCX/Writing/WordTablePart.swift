/// A table as it is written.
struct WordTablePart {
  /// A cell in its place: one that begins there, or goes on from the row above, or fills a place that no cell takes.
  private struct Placed {
    enum Merge {
      case none, begins, goesOn
    }

    let cell: WordCellOutput
    let column: Int
    let columns: Int
    let merge: Merge
  }

  private let table: WordTableOutput
  private let rows: [(row: WordRowOutput, cells: [Placed])]
  private let widths: [Int]

  init(_ table: WordTableOutput) {
    self.table = table
    var placed: [(row: WordRowOutput, cells: [Placed])] = []
    // The cells that reach into rows below, by their first columns.
    var open: [Int: (cell: WordCellOutput, left: Int)] = [:]
    let written = table.rows.filter { !$0.cells.isEmpty }
    for (index, row) in written.enumerated() {
      var column = 0
      var cells: [Placed] = []
      func goOn() {
        while let (cell, left) = open[column] {
          cells.append(Placed(cell: cell, column: column, columns: cell.columns, merge: .goesOn))
          open[column] = left > 1 ? (cell, left - 1) : nil
          column += cell.columns
        }
      }
      for cell in row.cells {
        goOn()
        // None reaches below the last row, nor under a cell from above.
        let room = open.keys.filter { $0 > column }.min().map { $0 - column } ?? cell.columns
        let below = min(cell.rows, written.count - index) - 1
        var own = cell
        own.columns = min(cell.columns, room)
        cells.append(Placed(cell: own, column: column, columns: own.columns, merge: below > 0 ? .begins : .none))
        if below > 0 { open[column] = (own, below) }
        column += own.columns
      }
      goOn()
      while let next = open.keys.filter({ $0 > column }).min() {
        cells.append(Self.blank(column..<next))
        column = next
        goOn()
      }
      placed.append((row, cells))
    }
    let count = max(1, placed.flatMap(\.cells).map { $0.column + $0.columns }.max() ?? 1)
    rows = placed.map { row, cells in
      let end = cells.last.map { $0.column + $0.columns } ?? 0
      return (row, end < count ? cells + [Self.blank(end..<count)] : cells)
    }
    widths = (0..<count).map { index in
      let width = index < table.columnWidths.count ? table.columnWidths[index] : table.columnWidths.last ?? 20
      return WordMeasure.twips(ofMillimetres: width)
    }
  }

  /// A cell where a row says nothing.
  private static func blank(_ columns: Range<Int>) -> Placed {
    Placed(cell: WordCellOutput(""), column: columns.lowerBound, columns: columns.count, merge: .none)
  }

  func write(to xml: inout XMLWriter, marks: inout WordMarks) {
    guard !rows.isEmpty else { return }
    xml.element("w:tbl") { xml in
      xml.element("w:tblPr") { xml in
        xml.element("w:tblStyle", ["w:val": WordStylePart.tableID])
        xml.element("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
        xml.element("w:jc", ["w:val": "center"])
        xml.element("w:tblLayout", ["w:type": "fixed"])
        if let padding = table.padding { Self.write(padding, to: &xml) }
        if let caption = table.caption { xml.element("w:tblCaption", ["w:val": caption]) }
      }
      xml.element("w:tblGrid") { xml in
        for width in widths { xml.element("w:gridCol", ["w:w": String(width)]) }
      }
      for (index, (row, cells)) in rows.enumerated() {
        xml.element("w:tr") { xml in
          write(row, isHeader: index < table.headerRows, to: &xml)
          for cell in cells { write(cell, to: &xml, marks: &marks) }
        }
      }
    }
  }

  private static func write(_ padding: WordPadding, to xml: inout XMLWriter) {
    xml.element("w:tblCellMar") { xml in
      for (side, length) in [
        ("top", padding.edges), ("left", padding.sides), ("bottom", padding.edges), ("right", padding.sides),
      ] {
        xml.element(
          "w:\(side)", ["w:w": String(WordMeasure.twips(ofMillimetres: length)), "w:type": "dxa"])
      }
    }
  }

  private func write(_ row: WordRowOutput, isHeader: Bool, to xml: inout XMLWriter) {
    guard !row.breaksAcrossPages || isHeader || row.height != nil else { return }
    xml.element("w:trPr") { xml in
      if !row.breaksAcrossPages { xml.element("w:cantSplit") }
      if let height = row.height {
        xml.element(
          "w:trHeight", ["w:val": String(WordMeasure.twips(ofMillimetres: height)), "w:hRule": "atLeast"])
      }
      if isHeader { xml.element("w:tblHeader") }
    }
  }

  private func write(_ placed: Placed, to xml: inout XMLWriter, marks: inout WordMarks) {
    let cell = placed.cell
    xml.element("w:tc") { xml in
      xml.element("w:tcPr") { xml in
        let width = widths[placed.column..<(placed.column + placed.columns)].reduce(0, +)
        xml.element("w:tcW", ["w:w": String(width), "w:type": "dxa"])
        if placed.columns > 1 { xml.element("w:gridSpan", ["w:val": String(placed.columns)]) }
        switch placed.merge {
        case .none: break
        case .begins: xml.element("w:vMerge", ["w:val": "restart"])
        case .goesOn: xml.element("w:vMerge")
        }
        if let fill = cell.fill {
          xml.element(
            "w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": String(fill.argb.dropFirst(2))])
        }
        xml.element("w:vAlign", ["w:val": cell.vertical.rawValue])
      }
      // A cell has a paragraph at least.
      let isBlank = placed.merge == .goesOn || cell.paragraphs.isEmpty
      let style = cell.paragraphs.first?.style ?? .cell
      for paragraph in isBlank ? [WordParagraphOutput("", style: style)] : cell.paragraphs {
        WordParagraphPart(paragraph).write(to: &xml, marks: &marks)
      }
    }
  }
}
