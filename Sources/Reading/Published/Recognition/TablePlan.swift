import Accounts
import Formats
import Tables

/// What every column of a printed table means, told by the heads above it (各列的含义).
///
/// A column whose heads are not known, or could mean two things, means nothing.
struct TablePlan {
  /// A column of figures and the column of the national form it is.
  struct FigureColumn: Equatable {
    let slot: Int
    let column: Int
  }

  /// Columns of labels with the figures behind them, as tables of lines and of economic codes have them.
  struct Block: Equatable {
    var labels: [Int]
    var figures: [FigureColumn]
    /// The column of 行次, where there is one.
    var lineNumber: Int?
  }

  enum Body {
    /// A row a function code (02, 03, 05, 07, 08): what names it, and its figures.
    case codes(Block)
    /// Economic codes (06), one figure each, in one block or several.
    case economic([Block])
    /// Lines of income and of expenditure (01, 04).
    case sides(left: Block, right: Block)
    /// The three public expenses (09).
    case threePublic(ThreePublicPlan)
    /// Titled lines (10), in one block or several.
    case lines([Block])
  }

  let body: Body
  /// How many rows the header takes.
  let headerRows: Int
  /// Columns with figures in them that mean nothing known.
  let unknown: [Int]
  /// Whether every column that the form has was found.
  let isWhole: Bool
  /// The words that head columns of labels.
  let labelHeads: Set<TextKey>
  /// The words that name a row of totals.
  let totalRows: Set<TextKey>
  /// The totals of 人员经费 and 公用经费 by the words that name their rows.
  let partTotals: [String: String]

  /// The plan of a grid of a shape; nil where its heads do not tell what its columns mean.
  init?(_ grid: [GridRow], _ shape: TableShape, _ vocabulary: TableVocabulary) {
    let header = HeaderPaths(grid, vocabulary) { shape.beginsRow($0, vocabulary) }
    guard header.rowCount > 0, header.rowCount < grid.count || shape.isCodeTable else { return nil }
    headerRows = header.rowCount
    labelHeads = vocabulary.labelHeads
    totalRows = shape.form.id == .t06 ? vocabulary.basicTotalRows : vocabulary.totalRows
    partTotals = vocabulary.partTotals
    let heads = Heads(header.paths, grid.dropFirst(header.rowCount), shape.form.id, vocabulary)
    guard heads.agreeWithBody else { return nil }
    switch shape.body {
    case .functionCodes:
      guard let block = heads.codes() else { return nil }
      body = .codes(block)
      unknown = heads.unknown(beside: [block])
      isWhole = shape.columns.allSatisfy { column in block.figures.contains { $0.column == column } }
    case .blocks:
      guard let blocks = heads.economic() else { return nil }
      body = .economic(blocks)
      unknown = heads.unknown(beside: blocks)
      isWhole = true
    case .twoSided:
      guard let (left, expenditure) = heads.sides(isFiscal: shape.form.rightFigureColumns.count > 1) else { return nil }
      body = .sides(left: left, right: expenditure)
      unknown = []
      isWhole = true
    case .singleRow:
      guard let plan = ThreePublicPlan(header.paths, grid.dropFirst(header.rowCount), vocabulary) else { return nil }
      body = .threePublic(plan)
      unknown = []
      isWhole = true
    case .sections:
      guard let blocks = heads.lines() else { return nil }
      body = .lines(blocks)
      unknown = []
      isWhole = true
    }
  }
}

/// The heads of a table's columns with what stands below them.
private struct Heads {
  let paths: [[String]]
  let body: ArraySlice<GridRow>
  let table: TableID
  let vocabulary: TableVocabulary

  init(_ paths: [[String]], _ body: ArraySlice<GridRow>, _ table: TableID, _ vocabulary: TableVocabulary) {
    self.paths = [.t01, .t04, .t06].contains(table) ? paths : vocabulary.telling(paths)
    (self.body, self.table, self.vocabulary) = (body, table, vocabulary)
  }

  private func isLabel(_ slot: Int) -> Bool { paths[slot].last.map(vocabulary.labelHeads.contains) ?? false }

  private func isLineNumber(_ slot: Int) -> Bool { paths[slot].last.map(vocabulary.lineNumberHeads.contains) ?? false }

  private func isAmount(_ slot: Int) -> Bool { paths[slot].last.map(vocabulary.amountHeads.contains) ?? false }

  /// Whether the heads stand above what they name. Where a print lost how many columns a head covers, labels stand among the
  /// heads of figures, or figures where no head is: then no head can be trusted.
  var agreeWithBody: Bool {
    guard let first = paths.firstIndex(where: { $0.last.map(isFigureHead) == true }) else { return true }
    let isMixed = paths.contains { path in
      path.contains(where: isFigureHead) && path.contains { vocabulary.labelHeads.contains($0) && $0 != "项目" }
    }
    let isBare = body.contains { row in
      row.cells.contains { cell in
        !cell.text.isEmpty && cell.column > first && (cell.column >= paths.count || paths[cell.column].isEmpty)
      }
    }
    return !isMixed && !isBare
  }

  private func isFigureHead(_ word: String) -> Bool {
    vocabulary.amountHeads.contains(word) || vocabulary.column([word], of: table) != nil
  }

  /// What names the rows stands on the left; a column without a head there belongs to it.
  func codes() -> TablePlan.Block? {
    let first = paths.indices.first {
      vocabulary.column(paths[$0], of: table) != nil || vocabulary.isOther(paths[$0], of: table)
    }
    guard let first, first > 0, (0..<first).allSatisfy({ isLabel($0) || paths[$0].isEmpty }) else { return nil }
    var figures: [TablePlan.FigureColumn] = []
    for slot in first..<paths.count {
      guard let column = vocabulary.column(paths[slot], of: table) else { continue }
      // Two columns of one meaning have none.
      guard !figures.contains(where: { $0.column == column }) else { return nil }
      figures.append(TablePlan.FigureColumn(slot: slot, column: column))
    }
    return figures.isEmpty ? nil : TablePlan.Block(labels: Array(0..<first), figures: figures)
  }

  /// Labels, then the amount; and again, as often as the blocks stand side by side.
  func economic() -> [TablePlan.Block]? {
    var blocks: [TablePlan.Block] = []
    var labels: [Int] = []
    for slot in paths.indices {
      if isLabel(slot) {
        labels.append(slot)
      } else if isAmount(slot) || paths[slot].last.map(vocabulary.threePublic.totals.contains) == true, !labels.isEmpty
      {
        blocks.append(TablePlan.Block(labels: labels, figures: [TablePlan.FigureColumn(slot: slot, column: 1)]))
        labels = []
      } else if !vocabulary.isOther(paths[slot], of: table) {
        return nil
      }
    }
    return blocks.isEmpty ? nil : blocks
  }

  /// Income on the left, expenditure on the right; a block of expenditure by nature is neither.
  func sides(isFiscal: Bool) -> (TablePlan.Block, TablePlan.Block)? {
    var blocks: [(block: TablePlan.Block, heads: [String])] = []
    for slot in paths.indices {
      if isLabel(slot) || paths[slot].last.map({ $0.begins(with: "项目(") }) == true {
        // A label of more than one column goes on.
        if let last = blocks.last, last.block.figures.isEmpty, last.block.labels.last == slot - 1 {
          blocks[blocks.count - 1].block.labels.append(slot)
        } else {
          blocks.append((TablePlan.Block(labels: [slot], figures: []), paths[slot]))
        }
      } else if isLineNumber(slot) {
        if let last = blocks.indices.last { blocks[last].block.lineNumber = slot }
      } else if paths[slot].contains(where: vocabulary.otherHeads.contains) {
        continue
      } else if let last = blocks.indices.last {
        let isRight = last > 0
        let path = paths[slot].filter { !vocabulary.sides.contains($0) }
        if isRight, isFiscal, let column = vocabulary.column(path, of: .t04) {
          guard !blocks[last].block.figures.contains(where: { $0.column == column }) else { return nil }
          blocks[last].block.figures.append(TablePlan.FigureColumn(slot: slot, column: column))
        } else if path.last.map(vocabulary.amountHeads.contains) == true {
          guard blocks[last].block.figures.isEmpty else { return nil }
          blocks[last].block.figures.append(TablePlan.FigureColumn(slot: slot, column: isRight ? 2 : 1))
        } else {
          return nil
        }
      }
    }
    let sides = blocks.filter { one in
      !one.heads.contains { head in vocabulary.otherSides.contains(where: head.contains) }
    }
    guard sides.count == 2, sides.allSatisfy({ !$0.block.figures.isEmpty }) else { return nil }
    return (sides[0].block, sides[1].block)
  }

  /// A label, perhaps 行次, and one figure; and again, as often as the blocks stand side by side.
  func lines() -> [TablePlan.Block]? {
    var blocks: [TablePlan.Block] = []
    for slot in paths.indices {
      if isLabel(slot) {
        blocks.append(TablePlan.Block(labels: [slot], figures: []))
      } else if isAmount(slot), let last = blocks.indices.last {
        guard blocks[last].figures.isEmpty else { return nil }
        blocks[last].figures = [TablePlan.FigureColumn(slot: slot, column: 1)]
      }
    }
    return blocks.isEmpty || blocks.contains { $0.figures.isEmpty } ? nil : blocks
  }

  /// The columns in which something stands and that mean nothing known.
  func unknown(beside blocks: [TablePlan.Block]) -> [Int] {
    let known = Set(blocks.flatMap { $0.labels + $0.figures.map(\.slot) })
    return paths.indices.filter { slot in
      !known.contains(slot) && !isLineNumber(slot) && !vocabulary.isOther(paths[slot], of: table)
        && body.contains { row in row.cells.contains { $0.column == slot && !$0.text.isEmpty } }
    }
  }
}
