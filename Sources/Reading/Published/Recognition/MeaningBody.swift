import Accounts
import Formats
import Tables

/// Reads tables printed otherwise than the form prints them, each figure to the address that its column and its row mean.
///
/// The rows are kept in the order of the form's columns, whatever the print's.
extension TableBody {
  /// Reads the rows below the header.
  mutating func read(_ grid: [GridRow], by plan: TablePlan) {
    for slot in plan.unknown {
      let row = grid.dropFirst(plan.headerRows).first { row in
        row.cells.contains { $0.column == slot && !$0.text.isEmpty }
      }
      reportColumn(row, slot, isNeeded: !plan.isWhole)
    }
    let header = Set(grid.prefix(plan.headerRows).flatMap { row in row.filled.map { comparableWords($0.text) } })
    let body = grid.dropFirst(plan.headerRows).filter { row in
      // The header stands again at the top of the next page.
      let filled = row.filled
      let isHeader = filled.allSatisfy { header.contains(comparableWords($0.text)) }
      return !filled.isEmpty && !(isHeader && (filled.count > 1 || !filled[0].text.isNumber))
    }
    switch plan.body {
    case .threePublic(let three): readThreePublic(body, three)
    case .codes(let block):
      let named = codes(of: body, [block], .function, plan)
      for (index, row) in body.enumerated() {
        enter(row)
        if row.isLineOfText { appendWords(row) } else { readCodes(row, block, named?[0][index], plan) }
      }
    case .economic(let blocks):
      let named = codes(of: body, blocks, .economic, plan)
      for (index, row) in body.enumerated() {
        enter(row)
        if row.isLineOfText { appendWords(row) } else { readEconomic(row, blocks, named?.map { $0[index] }, plan) }
      }
    case .sides(let left, let right):
      for row in body {
        enter(row)
        if row.isLineOfText { appendWords(row) } else { readSides(row, left, right) }
      }
    case .lines(let blocks):
      for row in body {
        enter(row)
        for block in blocks { readLine(row, block, isOnly: blocks.count == 1) }
      }
    }
  }

  /// The codes that the names in blocks mean, for each block row by row, where none prints a code; nil where one does.
  private func codes(
    of body: [GridRow], _ blocks: [TablePlan.Block], _ classification: CodeBook.Classification, _ plan: TablePlan
  ) -> [[String?]]? {
    let words = blocks.map { block in
      body.map { row in
        let slots = Slots(row, width(of: row, block))
        return block.labels.map { slots[$0].text }.filter {
          !$0.isEmpty && !plan.labelHeads.contains(comparableWords($0))
        }
      }
    }
    // The blocks go on one after the other.
    let labels = words.joined().map { words in
      words.count == 1 && !plan.totalRows.contains(comparableWords(words[0]))
        && plan.partTotals[comparableWords(words[0])] == nil ? words[0] : ""
    }
    guard labels.contains(where: { !$0.isEmpty }), !words.joined().contains(where: { CodedName($0) != nil }),
      let names = try? CodeNames.standard(classification)
    else { return nil }
    let codes = names.codes(ofRows: labels)
    return blocks.indices.map { Array(codes[($0 * body.count)..<(($0 + 1) * body.count)]) }
  }

  private mutating func reportColumn(_ row: GridRow?, _ slot: Int, isNeeded: Bool) {
    guard let row, let cell = row.cells.first(where: { $0.column == slot }) else { return }
    enter(row)
    report(cell.line, cell.text, "这一列的表头不认得，整列没有读", reach: isNeeded ? .rows : .words)
  }

  /// Reads a row named by a function code, or the row of totals.
  ///
  /// `code` is what its name means where no code is printed.
  private mutating func readCodes(_ row: GridRow, _ block: TablePlan.Block, _ code: String?, _ plan: TablePlan) {
    let slots = Slots(row, width(of: row, block))
    // 类, 款 and 项 may stand in the row of totals.
    let words = block.labels.map { slots[$0].text }.filter {
      !$0.isEmpty && !plan.labelHeads.contains(comparableWords($0))
    }
    if let label = words.first, words.count == 1, plan.totalRows.contains(comparableWords(label)) {
      let figures = figures("合计", slots, block, hasUnknown: !plan.unknown.isEmpty)
      append(Row([Cell(.label(label), columns: 2, isRowHeading: true)] + figures, isTotal: true))
    } else if let named = CodedName(words) ?? code.map({ CodedName(code: $0, names: words) }),
      let code = FunctionCode(named.code), !spansFigures(row, [block])
    {
      let heading = Cell(.label(named.name), isRowHeading: true, indent: (code.level.rawValue - 3) / 2)
      if !named.name.isEmpty, !named.name.isLegible {
        checkName(slots[block.labels.last ?? 0])
      }
      append(
        Row(
          [Cell(.number(code.digits)), heading] + figures(code.digits, slots, block, hasUnknown: !plan.unknown.isEmpty))
      )
    } else {
      report(row.line, row.summary, "既不是科目编码（三、五或七位数字），也不是合计，没有读")
      appendWords(row)
    }
  }

  private mutating func figures(
    _ address: String, _ slots: Slots, _ block: TablePlan.Block, hasUnknown: Bool
  ) -> [Cell] {
    var cells: [Cell] = []
    for column in shape.columns {
      guard let known = block.figures.first(where: { $0.column == column }) else {
        cells.append(notFound(address, column, hasUnknown: hasUnknown))
        continue
      }
      cells.append(figure(address, column, slots[known.slot]))
    }
    return cells
  }

  /// What stands for a figure whose column was not found: it may be one of the columns not known, and is not printed else.
  private func notFound(_ row: String, _ column: Int, hasUnknown: Bool) -> Cell {
    Cell(hasUnknown ? .unread(FigureAddress(shape.form.id, row, column), text: "") : .empty)
  }

  /// Reads a row of blocks of economic codes, or of their totals, whose labels may cover several blocks.
  private mutating func readEconomic(
    _ row: GridRow, _ blocks: [TablePlan.Block], _ codes: [String?]?, _ plan: TablePlan
  ) {
    let filled = row.filled
    if filled.contains(where: { plan.partTotals[comparableWords($0.text)] != nil }) {
      // Without a figure it is a heading above the codes.
      let isHeading = filled.allSatisfy { plan.partTotals[comparableWords($0.text)] != nil && !$0.text.ends(with: "计") }
      return isHeading ? appendWords(row) : readBlockTotals(row, plan.partTotals)
    }
    for (index, block) in blocks.enumerated() { readEconomic(row, block, codes?[index], plan) }
  }

  /// Reads what a row has in a block of economic codes: a code with its figure.
  private mutating func readEconomic(_ row: GridRow, _ block: TablePlan.Block, _ code: String?, _ plan: TablePlan) {
    guard let amount = block.figures.first else { return }
    let slots = Slots(row, width(of: row, block))
    let words = block.labels.map { slots[$0].text }.filter { !$0.isEmpty }
    let slot = slots[amount.slot]
    if words.isEmpty {
      if !slot.text.isEmpty { report(slot.line, slot.text, "这个数前面没有科目，没有读") }
      return
    }
    let blank = Array(repeating: Cell(.empty), count: max(0, shape.width - 3))
    if words.count == 1, plan.totalRows.contains(comparableWords(words[0])) {
      // The whole of both has no address: it is the sum of the two.
      append(Row([Cell(.label(words[0]), columns: 2, isRowHeading: true), wordCell(slot.text)] + blank, isTotal: true))
    } else if let named = CodedName(words) ?? code.map({ CodedName(code: $0, names: words) }),
      let code = EconomicCode(named.code), !spansFigures(row, [block])
    {
      let heading = Cell(.label(named.name), isRowHeading: true, indent: code.level == .category ? 0 : 1)
      append(Row([Cell(.number(code.digits)), heading, figure(code.digits, 1, slot)] + blank))
    } else {
      report(slots[block.labels[0]].line, (words + [slot.text]).joined(separator: " "), "不是经济分类科目编码（三或五位数字），没有读")
      append(Row([Cell(.empty), Cell(.label(words.joined(separator: " "))), wordCell(slot.text)] + blank))
    }
  }

  /// Reads a row with a line of income on the left and one of expenditure on the right.
  private mutating func readSides(_ row: GridRow, _ left: TablePlan.Block, _ right: TablePlan.Block) {
    guard case .twoSided(let income, let expenditure, let isNumbered) = shape.body else { return }
    let slots = Slots(row, max(width(of: row, left), width(of: row, right)))
    let (leftCells, _) = side(slots, left, income, isNumbered, columns: [1], after: \.lastLines.left)
    let columns = shape.form.rightFigureColumns
    let (rightCells, line) = side(slots, right, expenditure, isNumbered, columns: columns, after: \.lastLines.right)
    let isTotal = line.map { $0.category == nil && $0.item?.holds("计") == true } ?? false
    if !(leftCells + rightCells).allSatisfy({ $0.text.isEmpty }) {
      append(Row(leftCells + rightCells, isTotal: isTotal))
    }
  }

  private mutating func side(
    _ slots: Slots, _ block: TablePlan.Block, _ index: LineIndex, _ isNumbered: Bool, columns: [Int],
    after last: WritableKeyPath<TableBody, Int>
  ) -> (cells: [Cell], line: TableForm.Line?) {
    let words = block.labels.map { slots[$0].text }.filter { !$0.isEmpty }
    let figures = block.figures.map { slots[$0.slot] }.filter { !$0.text.isEmpty }
    let blank = Array(repeating: Cell(.empty), count: columns.count)
    func nothing(_ label: String) -> ([Cell], TableForm.Line?) {
      ([wordCell(label)] + (isNumbered ? [Cell(.empty)] : []) + blank, nil)
    }
    let number = block.lineNumber.map { slots[$0].text } ?? ""
    let label = words.joined()
    if label.isEmpty {
      if let first = figures.first { report(first.line, first.text, "这个数前面没有项目，没有读") }
      return nothing("")
    }
    guard let found = index.line(label: label, after: self[keyPath: last]) ?? index.line(label: label, besides: taken),
      take(String(found.line.line))
    else {
      report(
        slots[block.labels[0]].line, ([label] + figures.map(\.text)).joined(separator: " "), "\(shape.form.name)没有这一行")
      return nothing(label)
    }
    self[keyPath: last] = max(self[keyPath: last], found.place)
    var cells = [Cell(.label(label), isRowHeading: true)]
    // A place numbers its lines in its own way, or not at all.
    if isNumbered { cells.append(Cell(number.isEmpty ? .empty : .number(number))) }
    for column in columns {
      guard let known = block.figures.first(where: { $0.column == column }) else {
        cells.append(Cell(.empty))
        continue
      }
      cells.append(figure(String(found.line.line), column, slots[known.slot]))
    }
    return (cells, found.line)
  }

  /// Reads the table of the three public expenses into its one row.
  private mutating func readThreePublic(_ body: [GridRow], _ plan: ThreePublicPlan) {
    var found: [Int: Slot] = [:]
    var twice: Set<Int> = []
    for row in body {
      enter(row)
      let slots = Slots(row, max(row.width, plan.columns.count))
      let label = plan.labels.map { slots[$0].text }.first { !$0.isEmpty && !$0.isNumber } ?? ""
      let meaning = plan.meaning(ofRow: label)
      // Some places print lines of 10 below the three.
      if meaning.item == nil, meaning.side == nil, !label.isEmpty,
        let slot = plan.columns.firstIndex(where: { $0.side == .actual })
      {
        linesBeside.append(LineBeside(label: label, slot: slots[slot]))
        continue
      }
      for (slot, column) in plan.columns.enumerated() where !plan.labels.contains(slot) {
        guard let number = plan.column(column, meaning) else {
          if !slots[slot].text.isEmpty, !column.isOther, !meaning.isOther {
            report(slots[slot].line, "\(label) \(slots[slot].text)", "不知道这个数是哪一项，没有读")
          }
          continue
        }
        if found.updateValue(slots[slot], forKey: number) != nil { twice.insert(number) }
      }
    }
    for number in twice.sorted() {
      guard let slot = found[number] else { continue }
      report(slot.line, slot.text, "这一项前面已经有数了，两个都没有读")
      found[number] = nil
    }
    guard !found.isEmpty, take("1") else { return }
    // What stands before or above one may have been recognised as something else.
    let mayBeOther = body.contains { $0.frame?.isRecognised == true }
    let hasUnknown = mayBeOther || plan.columns.contains { $0.isUnknown } || !twice.isEmpty
    var cells: [Cell] = []
    for column in shape.columns {
      guard let slot = found[column] else {
        cells.append(notFound("1", column, hasUnknown: hasUnknown))
        continue
      }
      enter(slot)
      cells.append(figure("1", column, slot))
    }
    append(Row(cells))
  }

  /// Reads a titled line, or the title of a section; of lines side by side those that the table has none of are left to
  /// others.
  private mutating func readLine(_ row: GridRow, _ block: TablePlan.Block, isOnly: Bool) {
    guard let amount = block.figures.first else { return }
    if shape.isSectionTitle(row.filled) {
      append(Row([Cell(.label(row.filled[0].text), columns: shape.width, isRowHeading: true)]))
      return
    }
    let slots = Slots(row, width(of: row, block))
    let label = slots[block.labels[0]].text
    if !readLine(label, slots[amount.slot]), !label.isEmpty, !isBesideLine(label, isOnly: isOnly) {
      report(row.line, row.summary, "\(shape.form.name)没有这一行")
      appendWords(row)
    }
  }

  /// Whether a line is one that others of the table's kind have, and that a table of its own holds.
  private func isBesideLine(_ label: String, isOnly: Bool) -> Bool {
    !isOnly || shape.isBesideLine(plainLabel(label))
  }

  /// Reads lines that stand in another table, and gives those that it does not have.
  mutating func read(linesBeside lines: [LineBeside]) -> [LineBeside] {
    lines.filter { line in
      enter(line.slot)
      return !readLine(line.label, line.slot)
    }
  }

  /// Reads a line by its label; false where the table has none such.
  private mutating func readLine(_ label: String, _ slot: Slot) -> Bool {
    guard case .sections(_, let lines) = shape.body, !label.isEmpty,
      let line = lines.line(label: label, after: lastLines.left), take(String(line.line.line))
    else { return false }
    lastLines.left = line.place
    append(
      Row([
        Cell(.label(label), isRowHeading: true), Cell(.number(String(line.line.line))),
        figure(String(line.line.line), 1, slot, things: line.line.countsThings),
      ]))
    return true
  }

  private func width(of row: GridRow, _ block: TablePlan.Block) -> Int {
    max(row.width, (block.labels + block.figures.map(\.slot)).max().map { $0 + 1 } ?? 0)
  }

  /// Whether something stands in a cell that covers more than one column of figures, and does not only because its place is
  /// not known.
  private func spansFigures(_ row: GridRow, _ blocks: [TablePlan.Block]) -> Bool {
    let slots = blocks.flatMap { $0.figures.map(\.slot) }
    return row.cells.contains { cell in
      !cell.text.isEmpty && !cell.isDoubtful && slots.count { $0 >= cell.column && $0 < cell.column + cell.columns } > 1
    }
  }
}
