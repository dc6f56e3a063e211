import Accounts
import Formats

/// The sheet of what a ledger must say (待办): each thing, where it is filled in, why, and by a formula how far it is.
struct TasksSheet {
  /// The row of the first task.
  private static let firstRow = 5
  /// The column of the states.
  private static let stateColumn = 7
  private static let widths = [6.0, 14, 34, 40, 18, 64, 12]

  private let schema: LedgerSchema
  private let words: LedgerTasks.Words
  private let tasks: [LedgerTask]
  private let formula: LedgerFormula

  /// The sheet of the tasks of which all sheets are there.
  init(_ schema: LedgerSchema, _ tasks: LedgerTasks, codes: CodeBook, isThere: (SheetID) -> Bool) {
    self.schema = schema
    words = tasks.words
    self.tasks = tasks.all.filter { $0.sheets.allSatisfy(isThere) }
    formula = LedgerFormula(schema, codes: codes)
  }

  /// The names of the cells with the states, by which other sheets ask for them.
  var names: [DefinedName] {
    tasks.indices.map { index in
      DefinedName(
        name: Self.name(index),
        formula: "'\(LedgerSchema.Companion.tasks.rawValue)'!\(Self.state(index).absoluteName)")
    }
  }

  private static func name(_ index: Int) -> String { "\(LedgerSchema.Companion.tasks.rawValue)_\(index + 1)" }

  private static func state(_ index: Int) -> CellReference {
    CellReference(row: firstRow + index, column: stateColumn)
  }

  // MARK: The sheet

  /// The sheet, with what its formulas give on a ledger's rows, and the other sheets, in which links lead to the cells.
  func output(on rows: [SheetID: [RowFields]], beside sheets: [SheetOutput]) -> SheetOutput {
    var sheet = SheetOutput(name: LedgerSchema.Companion.tasks.rawValue)
    sheet.tabColor = TasksLook.red
    sheet.showsGridLines = false
    sheet.frozenRows = Self.firstRow - 1
    sheet.printTitleRows = Self.firstRow - 1...Self.firstRow - 1
    sheet.page = PageSetup(isLandscape: true, fitsPagesWide: 1, footer: "&C&P / &N")
    sheet.protection = SheetProtection(allowsFiltering: true)
    for (index, width) in Self.widths.enumerated() { sheet.columnWidths[index + 1] = width }
    let states = tasks.map { $0.state(in: rows) }
    putHead(missing: states.count { $0 == .missing }, in: &sheet)
    for (index, task) in tasks.enumerated() {
      put(task, states[index], at: index, beside: sheets.first { $0.name == schema.title(task.sheet) }, in: &sheet)
    }
    let last = Self.firstRow + max(1, tasks.count) - 1
    sheet.filter = CellRange(
      CellReference(row: Self.firstRow - 1, column: 1), CellReference(row: last, column: Self.stateColumn))
    let body = CellRange(
      CellReference(row: Self.firstRow, column: 1), CellReference(row: last, column: Self.stateColumn))
    let state = "$\(CellReference.columnName(Self.stateColumn))\(Self.firstRow)"
    let looks: [(LedgerTask.State, ConditionalFormat.Look)] = [
      (.missing, .missing), (.advised, .advised), (.notAsked, .notAsked),
    ]
    sheet.conditionalFormats += looks.map { ConditionalFormat(body, while: "\(state)=\(quoted($0))", $1) }
    return sheet
  }

  private func quoted(_ state: LedgerTask.State) -> String { LedgerFormula.quoted(words.states[state] ?? "") }

  private func putHead(missing: Int, in sheet: inout SheetOutput) {
    func line(_ row: Int) -> CellRange {
      CellRange(CellReference(row: row, column: 1), CellReference(row: row, column: Self.stateColumn))
    }
    sheet.put(.text(words.title), across: line(1), style: LedgerLook.title)
    sheet.rowHeights[1] = 36
    let column = "$\(CellReference.columnName(Self.stateColumn)):$\(CellReference.columnName(Self.stateColumn))"
    let count = "COUNTIF(\(column),\(quoted(.missing)))"
    let text = missing > 0 ? "\(words.open.before)\(missing)\(words.open.behind)" : words.closed
    let (before, behind) = (LedgerFormula.quoted(words.open.before), LedgerFormula.quoted(words.open.behind))
    sheet.put(
      .formula(
        "IF(\(count)>0,\(before)&\(count)&\(behind),\(LedgerFormula.quoted(words.closed)))", cached: .text(text)),
      across: line(2), style: TasksLook.summary)
    sheet.rowHeights[2] = 24
    sheet.conditionalFormats.append(ConditionalFormat(line(2), while: "\(count)>0", .missing))
    sheet.put(.text(words.hint), across: line(3), style: LedgerLook.paragraph)
    sheet.rowHeights[3] = 22
    for (index, heading) in words.headings.enumerated() {
      sheet.put(
        .text(heading), at: CellReference(row: Self.firstRow - 1, column: index + 1),
        style: LedgerLook.heading(isRequired: true))
    }
    sheet.rowHeights[Self.firstRow - 1] = 24
  }

  private func put(
    _ task: LedgerTask, _ state: LedgerTask.State, at index: Int, beside other: SheetOutput?,
    in sheet: inout SheetOutput
  ) {
    let row = Self.firstRow + index
    let link = link(to: task, in: other)
    let texts: [(CellContent, CellStyle)] = [
      (.number(String(index + 1)), TasksLook.number), (.text(schema.title(task.sheet)), LedgerLook.label),
      (.text(task.title), LedgerLook.label), (.text(columns(of: task)), LedgerLook.label),
      (.formula(link.formula, cached: .text(link.text)), TasksLook.link), (.text(task.basis), LedgerLook.label),
      (.formula(stateFormula(of: task), cached: .text(words.states[state] ?? "")), LedgerLook.verdict),
    ]
    for (column, (content, style)) in texts.enumerated() {
      sheet.put(content, at: CellReference(row: row, column: column + 1), style: style)
    }
    sheet.rowHeights[row] =
      TableLook.height(
        of: [(task.title, Self.widths[2]), (columns(of: task), Self.widths[3]), (task.basis, Self.widths[5])],
        lineHeight: 15) + 3
  }

  private func columns(of task: LedgerTask) -> String {
    func headings(_ columns: [ColumnID]) -> String {
      columns.map { schema.heading(task.sheet, $0) }.joined(separator: "、")
    }
    guard !task.columnsIfSpent.isEmpty else { return headings(task.columns) }
    return "\(headings(task.columns))；\(words.ifSpent)\(headings(task.columnsIfSpent))"
  }

  private func stateFormula(of task: LedgerTask) -> String {
    let open = quoted(task.isAdvice ? .advised : .missing)
    let filled = "IF(\(formula.text(of: task.lacking)),\(open),\(quoted(.done)))"
    if case .all(let conditions) = task.asked, conditions.isEmpty { return filled }
    return "IF(\(formula.text(of: task.asked)),\(filled),\(quoted(.notAsked)))"
  }

  /// A link to the cell of the task's row, which is found where it stands by then, or to the heading of its column.
  private func link(to task: LedgerTask, in other: SheetOutput?) -> (formula: String, text: String) {
    let title = schema.title(task.sheet)
    let letters = formula.letters(task.sheet, task.columns.first ?? .item)
    guard let found = task.row else {
      let place = "\(letters)1"
      return ("HYPERLINK(\"#'\(title)'!\(place)\",\"\(title)!\(place)\")", "\(title)!\(place)")
    }
    let (wanted, cells) = (
      formula.quoted(found.text, task.sheet, found.column), formula.cells(task.sheet, found.column)
    )
    let row = "IFERROR(MATCH(\(wanted),\(cells),0),1)"
    return (
      "HYPERLINK(\"#'\(title)'!\(letters)\"&\(row),\"\(title)!\(letters)\"&\(row))",
      "\(title)!\(letters)\(position(of: found, task.sheet, in: other) ?? 1)"
    )
  }

  private func position(
    of found: (column: ColumnID, text: String), _ sheet: SheetID, in other: SheetOutput?
  ) -> Int? {
    guard let own = schema.sheet(sheet), let index = own.columns.firstIndex(where: { $0.id == found.column }) else {
      return nil
    }
    let wanted = CellContent.text(own.written(.text(found.text), in: own.columns[index]))
    return other?.cells.filter { $0.key.column == index + 1 && $0.value.content == wanted }.map(\.key.row).min()
  }

  // MARK: The other sheets

  /// Makes the cells red that are still to be filled in, in a sheet of the ledger.
  func mark(_ id: SheetID, in sheet: inout SheetOutput, downTo lastRow: Int) {
    guard let own = schema.sheet(id) else { return }
    for (index, task) in tasks.enumerated() where task.sheet == id && !task.isAdvice {
      guard let found = task.row, let row = position(of: found, id, in: sheet) else { continue }
      let isMissing = "\(Self.name(index))=\(quoted(.missing))"
      for column in task.columns + task.columnsIfSpent {
        let cell = CellReference(row: row, column: (own.columns.firstIndex { $0.id == column } ?? 0) + 1)
        let spent = task.columnsIfSpent.contains(column) ? ",N($\(formula.letters(id, .actual))\(row))<>0" : ""
        sheet.conditionalFormats.append(
          ConditionalFormat(CellRange(cell, cell), while: "AND(ISBLANK(\(cell.name)),\(isMissing)\(spent))", .blank))
      }
    }
    // Of a row in which something stands, each cell that it must have.
    let required = own.columns.indices.filter { own.columns[$0].required }
    let names = Set(own.columns.compactMap(\.id.nameColumn))
    let entered = own.columns.indices.filter { !names.contains(own.columns[$0].id) }
    guard own.items == nil || own.key?.count != 1 && id != .unit, required.count > 1 else { return }
    for index in required {
      let first = CellReference(row: 2, column: index + 1)
      let others = entered.filter { $0 != index }.map { "$\(CellReference.columnName($0 + 1))2<>\"\"" }
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellRange(first, CellReference(row: lastRow, column: index + 1)),
          while: "AND(ISBLANK(\(first.name)),OR(\(others.joined(separator: ","))))", .blank))
    }
  }
}

/// How 待办 and the cells it asks for look.
enum TasksLook {
  static let red = CellColor(0xC00000)

  static let summary = CellStyle(
    font: CellFont(size: 13, isBold: true, color: CellColor(0x375623)), alignment: CellAlignment(vertical: .center))

  static let number = CellStyle(
    fill: CellColor(0xF2F2F2), borders: CellBorders(all: .init(.thin, color: CellColor(0xB4B4B4))),
    alignment: CellAlignment(horizontal: .center, vertical: .center))

  static let link = CellStyle(
    font: CellFont(color: CellColor(0x0563C1)), fill: CellColor(0xF2F2F2),
    borders: CellBorders(all: .init(.thin, color: CellColor(0xB4B4B4))), alignment: CellAlignment(vertical: .center))
}

extension ConditionalFormat.Look {
  /// What must be filled in, or does not agree.
  static let missing = ConditionalFormat.Look(color: TasksLook.red, fill: CellColor(0xFFE0E0), isBold: true)
  /// What had better be filled in, or looked at.
  static let advised = ConditionalFormat.Look(color: CellColor(0x7F6000), fill: CellColor(0xFFF7DC))
  /// What is not asked for.
  fileprivate static let notAsked = ConditionalFormat.Look(color: CellColor(0x808080))
  /// A cell that must be filled in.
  fileprivate static let blank = ConditionalFormat.Look(fill: CellColor(0xFF9C9C))
}
