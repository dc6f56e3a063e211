package import Formats

/// All that a ledger must say, or had better say, in the order of its sheets, and the words of the sheet that lists it (待办).
package struct LedgerTasks: Sendable {
  /// The words of the sheet.
  package struct Words: Sendable {
    /// The title.
    package let title: String
    /// What stands under it.
    package let hint: String
    /// How many must still be filled in, before and behind the number.
    package let open: (before: String, behind: String)
    /// That nothing must be filled in any more.
    package let closed: String
    /// The headings.
    package let headings: [String]
    /// What a task of all rows of a sheet is called.
    package let anyRow: String
    /// What stands before the cells that are asked for only where something was spent.
    package let ifSpent: String
    /// What each state is called.
    package let states: [LedgerTask.State: String]
  }

  /// The words of the sheet.
  package let words: Words
  /// The tasks.
  package let all: [LedgerTask]

  private static let file = "ledger-tasks.json"

  /// The tasks of ledgers of a schema whose 公开09 has these sides; throws ``DamagedData`` where the built-in data is damaged.
  package init(_ schema: LedgerSchema, sides: Set<ColumnID>) throws(DamagedData) {
    self = try LedgerTasks(json: embeddedFiles[Self.file] ?? "", schema, sides: sides)
  }

  /// The tasks of a JSON text, as above.
  package init(json: String, _ schema: LedgerSchema, sides: Set<ColumnID>) throws(DamagedData) {
    self = try JSONText.builtIn(Self.file, of: [Self.file: json]) { node throws(JSONFieldError) in
      try LedgerTasks(node, schema, sides)
    }
  }

  private init(_ node: JSONNode, _ schema: LedgerSchema, _ sides: Set<ColumnID>) throws(JSONFieldError) {
    words = try Words(node)
    let list = try TaskList(schema, sides, words, basis: node.field("basis"))
    let own = try node.field("tasks").array().map { node throws(JSONFieldError) in try list.task(node) }
    all = schema.sheets.flatMap { sheet in list.tasks(of: sheet) + own.filter { $0.sheet == sheet.id } }
  }
}

extension LedgerTasks.Words {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    let sheet = try node.field("sheet")
    title = try sheet.field("title").string()
    hint = try sheet.field("hint").string()
    let parts = try sheet.field("open").string().split(separator: "#", omittingEmptySubsequences: false).map(
      String.init)
    guard parts.count == 2 else { throw JSONFieldError(try sheet.field("open"), "应有一个 #，代表项数") }
    open = (parts[0], parts[1])
    closed = try sheet.field("closed").string()
    headings = try sheet.field("headings").strings()
    guard headings.count == 7 else { throw JSONFieldError(try sheet.field("headings"), "应有七个标题") }
    anyRow = try sheet.field("anyRow").string()
    ifSpent = try sheet.field("ifSpent").string()
    var states: [LedgerTask.State: String] = [:]
    for state in LedgerTask.State.allCases {
      states[state] = try node.field("states").field(state.rawValue).string()
    }
    self.states = states
  }
}

/// What makes the tasks of a schema's sheets.
private struct TaskList {
  private let schema: LedgerSchema
  private let sides: Set<ColumnID>
  private let words: LedgerTasks.Words
  private let basis: [SheetID: String]

  init(
    _ schema: LedgerSchema, _ sides: Set<ColumnID>, _ words: LedgerTasks.Words, basis node: JSONNode
  ) throws(JSONFieldError) {
    self.schema = schema
    self.sides = sides
    self.words = words
    var basis: [SheetID: String] = [:]
    for sheet in SheetID.allCases { basis[sheet] = try node.field(sheet.rawValue).string() }
    self.basis = basis
  }

  /// What the schema asks for in a sheet.
  func tasks(of sheet: LedgerSchema.Sheet) -> [LedgerTask] {
    switch sheet.id {
    case .unit:
      (sheet.items ?? []).filter(\.required).map { item in
        task(sheet.id, item.name, [.content], row: (.item, item.id))
      }
    case .balances: sheet.asks.isEmpty ? [] : Fund.allCases.map { balances($0, sheet.asks) }
    case .budget: sheet.asks.flatMap(budgets)
    case .threePublic: (sheet.items ?? []).compactMap { threePublic($0, sheet) }
    case .prior: (rows(of: sheet).map { [$0] } ?? []) + Fund.allCases.filter(\.isFiscal).map(categoriesOfLastYear)
    case .other: (sheet.items ?? []).compactMap { other($0) }
    case .texts: sheet.asksFor.map(text)
    default: rows(of: sheet).map { [$0] } ?? []
    }
  }

  /// A task of one row, or where none is given of all rows.
  private func task(
    _ sheet: SheetID, _ title: String, _ columns: [ColumnID], ifSpent: [ColumnID] = [],
    row: (column: ColumnID, text: String)? = nil, asked: LedgerCondition = .all([]), lacking: LedgerCondition? = nil
  ) -> LedgerTask {
    var blank = columns.map { column in LedgerCondition.none(LedgerRows(sheet, Self.cells(of: row, column, .filled))) }
    if !ifSpent.isEmpty {
      let spent = LedgerCondition.some(LedgerRows(sheet, Self.cells(of: row, .actual, .notZero)))
      blank.append(
        .all([
          spent, .any(ifSpent.map { LedgerCondition.none(LedgerRows(sheet, Self.cells(of: row, $0, .filled))) }),
        ]))
    }
    return LedgerTask(
      sheet: sheet, title: title, columns: columns, columnsIfSpent: ifSpent, row: row, basis: basis[sheet] ?? "",
      isAdvice: false, asked: asked, lacking: lacking ?? .any(blank))
  }

  private static func cells(
    of row: (column: ColumnID, text: String)?, _ column: ColumnID, _ match: LedgerRows.Match
  ) -> [(column: ColumnID, match: LedgerRows.Match)] {
    (row.map { [(column: $0.column, match: .texts([$0.text]))] } ?? []) + [(column: column, match: match)]
  }

  // MARK: What the schema asks for

  /// The required cells of all rows of a sheet; nil where it has none, or none beside the first.
  private func rows(of sheet: LedgerSchema.Sheet) -> LedgerTask? {
    let required = sheet.columns.filter(\.required).map(\.id)
    guard required.count > 1 else { return nil }
    var lacking = required.map { column in
      let other = required.first { $0 != column } ?? column
      return LedgerCondition.some(LedgerRows(sheet.id, [(other, .filled), (column, .blank)]))
    }
    if sheet.required, let first = required.first {
      lacking.append(.none(LedgerRows(sheet.id, [(first, .filled)])))
    }
    let isThere = LedgerCondition.any(required.map { .some(LedgerRows(sheet.id, [($0, .filled)])) })
    return task(
      sheet.id, words.anyRow, required, asked: sheet.required ? .all([]) : isThere, lacking: .any(lacking))
  }

  /// Each fund that anything came in of or was spent from says what it brought from last year, or what it left.
  private func balances(_ fund: Fund, _ columns: [ColumnID]) -> LedgerTask {
    let sources = IncomeSource.allCases.filter { $0.fund == fund }.map(\.rawValue)
    return task(
      .balances, fund.rawValue, columns, row: (.fund, fund.rawValue),
      asked: .any([
        .some(LedgerRows(.income, [(.source, .texts(sources))])),
        .some(LedgerRows(.expenditure, [(.fund, .texts([fund.rawValue]))])),
      ]),
      lacking: .all(
        (columns + [.closing]).map {
          .none(LedgerRows(.balances, [(.fund, .texts([fund.rawValue])), ($0, .filled)]))
        }))
  }

  /// Each 类 of the general budget has its own budget, or its codes have theirs: asked of the rows that are there, and of the 类 that
  /// have none.
  private func budgets(_ column: ColumnID) -> [LedgerTask] {
    let general = Fund.generalBudget.rawValue
    func own(_ match: LedgerRows.Match) -> [LedgerRows] {
      [LedgerRows.Match.texts([general]), .blank].map { LedgerRows(.budget, [(.fund, $0), (column, match)]) }
    }
    let spent = LedgerRows(.expenditure, [(.fund, .texts([general]))])
    return [
      task(
        .budget, words.anyRow, [column], lacking: .uncovered(own(.blank), by: own(.filled), isWhole: true)),
      task(
        .budget, "\(schema.title(.expenditure))：\(general)", [.functionCode, column], asked: .some(spent),
        lacking: .uncovered([spent], by: own(.filled) + own(.blank), isWhole: false)),
    ]
  }

  private func threePublic(_ item: LedgerSchema.Item, _ sheet: LedgerSchema.Sheet) -> LedgerTask? {
    guard let asked = item.asked else { return nil }
    let isTotalled = asked.ifAny.isEmpty
    let order = sheet.columns.map(\.id)
    let columns = order.filter { asked.columns.contains($0) || isTotalled && sides.contains($0) }
    return task(
      sheet.id, item.name, columns, ifSpent: order.filter(asked.ifSpent.contains), row: (.item, item.id),
      asked: Self.anyHasAmount(asked.ifAny, sheet.id, .actual))
  }

  private static func anyHasAmount(_ items: [String], _ sheet: SheetID, _ column: ColumnID) -> LedgerCondition {
    items.isEmpty
      ? .all([]) : .any(items.map { .some(LedgerRows(sheet, [(.item, .texts([$0])), (column, .notZero)])) })
  }

  /// Where last year's figures are given code by code, each 类 that anything was spent on this year has its own.
  private func categoriesOfLastYear(_ fund: Fund) -> LedgerTask {
    let item = fund.rawValue + "支出"
    let given = LedgerRows(.prior, [(.item, .texts([item])), (.functionCode, .filled)])
    let spent = LedgerRows(.expenditure, [(.fund, .texts([fund.rawValue]))])
    return task(
      .prior, schema.name(of: item, in: .prior), [.functionCode, .amount], asked: .all([.some(given), .some(spent)]),
      lacking: .uncovered([spent], by: [given], isWhole: false))
  }

  private func other(_ item: LedgerSchema.Item) -> LedgerTask? {
    guard let asked = item.asked else { return nil }
    var conditions = [Self.anyHasAmount(asked.ifAny, .other, .value)]
    if let scope = asked.scope {
      conditions.append(
        .some(LedgerRows(.unit, [(.item, .texts([UnitItem.scope.rawValue])), (.content, .texts([scope.rawValue]))])))
    }
    return task(.other, item.name, asked.columns, row: (.item, item.id), asked: .all(conditions))
  }

  private func text(_ section: String) -> LedgerTask {
    // What the self-evaluations say is put into words.
    let evaluations = LedgerCondition.none(LedgerRows(.evaluationProjects, [(.project, .filled)]))
    return task(
      .texts, section, [.content], row: (.section, section),
      asked: section == LedgerSchema.sectionOfEvaluations ? evaluations : .all([]))
  }

  // MARK: What the data asks for

  /// A task of the data: of one row, or of all rows that hold something.
  func task(_ node: JSONNode) throws(JSONFieldError) -> LedgerTask {
    let sheet = try node.field("sheet").word(SheetID.self)
    let columns = try node.field("columns").array().map { node throws(JSONFieldError) in
      try Self.column(node, of: sheet)
    }
    let row = try node.optional("row")?.pairs().first.map { pair throws(JSONFieldError) in
      (column: try Self.column(pair.key, of: sheet, at: node.field("row")), text: pair.value)
    }
    let asked = try node.optional("asked").map { node throws(JSONFieldError) in
      LedgerCondition.some(try Self.rows(of: node.field("sheet").word(SheetID.self), node))
    }
    let wanted = try node.optional("rows").map { rows throws(JSONFieldError) in try Self.rows(of: sheet, rows) }
    let blank = wanted.map { rows in
      LedgerCondition.any(columns.map { .some(LedgerRows(sheet, rows.cells + [($0, .blank)])) })
    }
    let made = task(
      sheet, try node.field("title").string(), columns, row: row,
      asked: wanted.map(LedgerCondition.some) ?? asked ?? .all([]), lacking: blank)
    return LedgerTask(
      sheet: sheet, title: made.title, columns: columns, columnsIfSpent: [], row: row,
      basis: try node.optional("basis")?.string() ?? made.basis, isAdvice: try node.optional("advice")?.bool() ?? false,
      asked: made.asked, lacking: made.lacking)
  }

  private static func rows(of sheet: SheetID, _ node: JSONNode) throws(JSONFieldError) -> LedgerRows {
    var cells: [(column: ColumnID, match: LedgerRows.Match)] = []
    for member in node.optional("where")?.members ?? [] {
      cells.append((try column(member.key, of: sheet, at: member.value), .texts(try member.value.strings())))
    }
    for member in node.optional("otherThan")?.members ?? [] {
      cells.append((try column(member.key, of: sheet, at: member.value), .otherThan(try member.value.string())))
    }
    for (key, match) in [("filled", LedgerRows.Match.filled), ("notZero", .notZero)] {
      for node in try node.optional(key)?.array() ?? [] { cells.append((try column(node, of: sheet), match)) }
    }
    return LedgerRows(sheet, cells)
  }

  private static func column(_ node: JSONNode, of sheet: SheetID) throws(JSONFieldError) -> ColumnID {
    try column(node.string(), of: sheet, at: node)
  }

  private static func column(_ id: String, of sheet: SheetID, at node: JSONNode) throws(JSONFieldError) -> ColumnID {
    guard let column = ColumnID(rawValue: id), sheet.columns.contains(column) else {
      throw JSONFieldError(node, "说的应是 \(sheet.rawValue) 的一列，不能是“\(id)”")
    }
    return column
  }
}
