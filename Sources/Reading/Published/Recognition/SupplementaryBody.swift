import Accounts
import Formats
import Tables

/// Reads the rows of a table that only some places publish, each figure to the address that its row and its column mean.
///
/// The rows stay as they are printed; what means nothing known stays as words.
struct SupplementaryBody {
  private let plan: SupplementaryPlan
  private let vocabulary: TableVocabulary
  private let money: MoneyUnit
  private let file: String
  private(set) var rows: [Row] = []
  private(set) var unread: UnreadList
  private var taken: Set<FigureAddress> = []
  /// The addresses for which there are several figures, none of which is it.
  private var twice: Set<FigureAddress> = []

  init(
    _ plan: SupplementaryPlan, _ vocabulary: TableVocabulary, money: MoneyUnit, file: String, unread: UnreadList
  ) {
    (self.plan, self.vocabulary, self.money, self.file, self.unread) = (plan, vocabulary, money, file, unread)
  }

  private var table: SupplementaryTable { plan.table }

  /// Whether any figure was read.
  var hasFigures: Bool { !taken.isEmpty }

  /// Reads the rows below the header.
  mutating func read(_ grid: [GridRow]) {
    let header = Set(grid.prefix(plan.headerRows).flatMap { row in row.filled.map { comparableWords($0.text) } })
    let body = grid.dropFirst(plan.headerRows).filter { row in
      let filled = row.filled
      return !filled.isEmpty && !HeaderPaths.isColumnNumbers(filled, vocabulary)
        && !(filled.count > 1 && filled.allSatisfy { header.contains(comparableWords($0.text)) })
    }
    let names: [String?] =
      switch table.rows {
      case .items: []
      case .function: codes(of: body, .function)
      case .economic: codes(of: body, .economic)
      }
    let isOnly = body.count == 1
    for (index, row) in body.enumerated() {
      switch table.rows {
      case .function, .economic: readCodes(row, named: names.isEmpty ? nil : names[index])
      case .items: readItems(row, isOnly: isOnly)
      }
    }
    if !twice.isEmpty { takeBack() }
  }

  /// Leaves the figures unread of which there are several for one address.
  private mutating func takeBack() {
    rows = rows.map { row in
      let cells = row.cells.map { cell in
        guard case .figure(let figure) = cell.content, twice.contains(figure.address) else { return cell }
        if let place = figure.place {
          unread.append(table.id, place, cell.text, "同一位置有不止一个数，都没有读", reach: .rows)
        }
        return Cell(.unread(figure.address, text: cell.text, place: figure.place), columns: cell.columns)
      }
      return Row(cells, isTotal: row.isTotal)
    }
  }

  /// The codes that the names of rows mean where none prints its code; empty where one does.
  private func codes(of body: [GridRow], _ classification: CodeBook.Classification) -> [String?] {
    let labels = body.map { row in label(of: row, plan.columns.indices.filter { plan.columns[$0] == .label }) }
    guard !labels.contains(where: { CodedName($0) != nil }), let names = try? CodeNames.standard(classification) else {
      return []
    }
    return names.codes(ofRows: labels.map { words in words.count == 1 && !isTotal(words) ? words[0] : "" })
  }

  private func isTotal(_ words: [String]) -> Bool {
    words.count == 1 && vocabulary.basicTotalRows.contains(comparableWords(words[0]))
  }

  private func label(of row: GridRow, _ slots: [Int]) -> [String] {
    let all = Slots(row, max(row.width, plan.columns.count))
    return slots.map { all[$0].text }.filter { !$0.isEmpty && !vocabulary.labelHeads.contains(comparableWords($0)) }
  }

  /// Reads a row named by a code, or by several in blocks side by side.
  private mutating func readCodes(_ row: GridRow, named: String?) {
    let slots = Slots(row, max(row.width, plan.columns.count))
    var cells: [Cell] = []
    var labels: [String] = []
    var name: String?
    var isNew = true
    for (slot, column) in plan.columns.enumerated() {
      let text = slots[slot].text
      guard case .figures(let number?, _) = column else {
        if column == .label {
          if isNew { (labels, isNew) = ([], false) }
          if !text.isEmpty, !vocabulary.labelHeads.contains(comparableWords(text)) { labels.append(text) }
        }
        cells.append(wordCell(text))
        continue
      }
      if !isNew {
        (isNew, name) = (true, key(labels) ?? named)
        if name == nil, !labels.isEmpty || !text.isEmpty {
          report(slots[slot].line, row, row.summary, "没有认得的科目编码，也不是合计，没有读", reach: .rows)
        }
      }
      guard let name else {
        cells.append(wordCell(text))
        continue
      }
      cells.append(figure(FigureAddress(table.id, name, number), slots[slot], row))
    }
    rows.append(Row(cells, isTotal: name == Self.total))
  }

  private static let total = "合计"

  /// What the words before figures name: a code, the total, or the total of 人员经费 or 公用经费.
  private func key(_ labels: [String]) -> String? {
    if let named = CodedName(labels) {
      return table.rows == .function ? FunctionCode(named.code)?.digits : EconomicCode(named.code)?.digits
    }
    guard labels.count == 1 else { return nil }
    if table.rows == .economic, let part = vocabulary.partTotals[comparableWords(labels[0])] { return part }
    return isTotal(labels) ? Self.total : nil
  }

  /// Reads a row of items: one that is an item, or one of figures of the items that are columns.
  private mutating func readItems(_ row: GridRow, isOnly: Bool) {
    let slots = Slots(row, max(row.width, plan.columns.count))
    var cells: [Cell] = []
    var label = ""
    for (slot, column) in plan.columns.enumerated() {
      let text = slots[slot].text
      guard case .figures(let number, let item) = column else {
        if column == .label { label = text }
        cells.append(wordCell(text))
        continue
      }
      let words = plainLabel(label)
      let side = table.column([words])
      let isNeutral = words.isEmpty || vocabulary.totalRows.contains(words) || isOnly
      let known: String? =
        if plan.hasItemColumns || item != nil {
          side != nil || plan.hasItemColumns && isNeutral ? item : nil
        } else {
          table.item(words)
        }
      // Nothing, or a dash, beside an item need not mean that there is none: it may be a heading, or left to another column.
      guard let name = known, let column = number ?? (item == nil ? nil : side) ?? table.standardColumn,
        !text.isEmpty, Figure(printed: text, unit: .things)?.content != .dash
      else {
        cells.append(wordCell(text))
        continue
      }
      cells.append(figure(FigureAddress(table.id, name, column), slots[slot], row))
    }
    rows.append(Row(cells))
  }

  /// The figure in a slot; where there is none but words, or its address is given away, the words.
  private mutating func figure(_ address: FigureAddress, _ slot: Slot, _ row: GridRow) -> Cell {
    let unit: Figure.Unit = table.things.contains(address.row) ? .things : .money(money)
    guard !taken.contains(address) else {
      // As where a code stands once for each of its projects.
      twice.insert(address)
      return wordCell(slot.text)
    }
    let place = place(slot.line, row, column: slot.column).at(box: slot.seen)
    guard !slot.isDoubtful, let figure = Figure(printed: slot.text, unit: unit) else {
      unread.append(table.id, place, slot.text, "这里应是一个数，却不是数", reach: .figure)
      return Cell(.unread(address, text: slot.text, place: place))
    }
    taken.insert(address)
    return Cell(.figure(TableFigure(address, figure, place: place)))
  }

  private mutating func report(
    _ line: Int, _ row: GridRow, _ text: String, _ reason: String, reach: UnreadPart.Reach
  ) {
    unread.append(table.id, place(line, row, column: 0).at(box: row.seen), text, reason, reach: reach)
  }

  private func place(_ line: Int, _ row: GridRow, column: Int) -> SourceLocation {
    row.frame.location(in: file, row: line, column: column)
  }
}
