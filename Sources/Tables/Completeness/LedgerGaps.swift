package import Accounts

/// What a ledger must say before it is published and does not, after its schema and the form it is printed in.
///
/// A figure that depends on any of it is neither nothing nor the sum of the rest: it is awaited (待补).
package struct LedgerGaps: Sendable {
  /// All of it, in the order of the sheets.
  package private(set) var all: [LedgerGap] = []
  private var threePublic: [ThreePublicItem: Set<ColumnID>] = [:]
  private var other: Set<OtherItem> = []
  private var openings: Funds = []
  private var categories: [String: Set<String>] = [:]

  private let ledger: Ledger

  /// Goes through a ledger once; throws when a sum of budgets does not fit.
  package init(_ ledger: Ledger, form: Form, codes: CodeBook) throws(AmountOverflow) {
    self.ledger = ledger
    addBalances()
    try addBudgets(codes)
    addThreePublic(form)
    addPrior(codes)
    addOther()
    addTexts()
  }

  /// Whether a cell of 三公经费 is asked for.
  package func awaits(_ item: ThreePublicItem, _ column: ColumnID) -> Bool {
    threePublic[item]?.contains(column) == true
  }

  /// Whether an item of 其他信息 is asked for.
  package func awaits(_ item: OtherItem) -> Bool { other.contains(item) }

  /// Whether a sum takes in something that is asked for.
  package func awaits(_ selection: Selection) -> Bool {
    switch selection {
    case .threePublic(let item, let column): awaits(item, column.id)
    case .other(let item): awaits(item)
    case .opening(let funds, _), .closing(let funds, _): !openings.isDisjoint(with: funds)
    case .income, .expenditure, .basic, .surplusUsed, .surplusDistributed: false
    }
  }

  /// The codes (科目) of an item of 上年决算 whose figures are asked for.
  package func codesOfLastYear(_ item: String) -> Set<String> { categories[item] ?? [] }

  // MARK: Sheet by sheet

  private var schema: LedgerSchema { ledger.schema }

  private mutating func add(
    _ sheet: SheetID, _ row: String, _ columns: [ColumnID] = [], at place: SourceLocation? = nil
  ) {
    let headings = columns.map { schema.heading(sheet, $0) }.joined(separator: "、")
    let cell = columns.first.flatMap { column in place?.at(column: schema.heading(sheet, column)) }
    all.append(
      LedgerGap(
        sheet: sheet, row: row, columns: columns, place: cell ?? place ?? home(of: sheet),
        message: columns.isEmpty || place == nil
          ? "“\(schema.title(sheet))”没有“\(row)”这一行\(headings.isEmpty ? "" : "（\(headings)）")"
          : "“\(schema.title(sheet))”的“\(row)”没有填\(headings)"))
  }

  /// Where a sheet stands, or would, judging by where the others are.
  private func home(of sheet: SheetID) -> SourceLocation {
    let title = schema.title(sheet)
    guard let other = ledger.expenditure.first?.place ?? ledger.income.first?.place else {
      return SourceLocation(file: title)
    }
    if other.sheet != nil { return SourceLocation(file: other.file, sheet: title) }
    let folder = other.file.lastIndex(of: "/").map { String(other.file[...$0]) } ?? ""
    return SourceLocation(file: "\(folder)\(title).csv")
  }

  /// Each fund that anything came in of or was spent from has a row that says what it brought from last year; a closing
  /// balance that the rows bear out says it too.
  private mutating func addBalances() {
    guard schema.sheet(.balances)?.asks.contains(.opening) == true else { return }
    let used = Set(ledger.income.map(\.source.fund)).union(ledger.expenditure.map(\.fund))
    for fund in Fund.allCases {
      let rows = ledger.balances.filter { $0.fund == fund }
      guard used.contains(fund) || !rows.isEmpty, rows.allSatisfy({ $0.opening == nil && $0.closing == nil }) else {
        continue
      }
      // A row of a fund that nothing moved in is no more than a prompt.
      guard used.contains(fund) else { continue }
      openings.formUnion(Funds(fund))
      add(.balances, fund.rawValue, [.opening], at: rows.first?.place)
    }
  }

  private mutating func addBudgets(_ codes: CodeBook) throws(AmountOverflow) {
    let gaps = try GeneralBudget(ledger).gaps
    var done: Set<String> = []
    for gap in gaps where done.insert(gap.code).inserted {
      let columns = gaps.filter { $0.code == gap.code }.map(\.kind.column)
      add(.budget, named(gap.code, codes), columns, at: gap.row?.place)
    }
  }

  private mutating func addThreePublic(_ form: Form) {
    let sides = form.sidesOfThreePublic
    func row(_ item: ThreePublicItem) -> ThreePublicRow? { ledger.threePublic.first { $0.item == item } }
    for item in schema.sheet(.threePublic)?.items ?? [] {
      guard let asked = item.asked, let own = ThreePublicItem(rawValue: item.id) else { continue }
      let parents = asked.ifAny.compactMap { ThreePublicItem(rawValue: $0) }.map { row($0)?.actual }
      let found = row(own)
      // Of a whole that is nothing the parts are nothing; of one that is not known they are not known either.
      if !parents.isEmpty, !parents.contains(where: { $0.map { $0 != .zero } ?? false }) {
        if parents.contains(where: { $0 == nil }), found == nil {
          threePublic[own] = Set(asked.columns + asked.ifSpent)
        }
        continue
      }
      var wanted = asked.columns
      if ThreePublicTotal.all.items.contains(own) { wanted += sides.subtracting(wanted) }
      if let actual = found?.actual, actual != .zero { wanted += asked.ifSpent }
      let order = schema.sheet(.threePublic)?.columns.map(\.id) ?? []
      let blank = order.filter { wanted.contains($0) && found?.fields.values[$0] == nil }
      guard !blank.isEmpty else { continue }
      threePublic[own] = Set(blank)
      if found?.actual == nil { threePublic[own]?.formUnion(asked.ifSpent) }
      add(.threePublic, item.name, blank, at: found?.place)
    }
  }

  /// Where last year's figures are given code by code, each 类 that anything was spent on this year has its own.
  private mutating func addPrior(_ codes: CodeBook) {
    for fund in Fund.allCases where fund.isFiscal {
      let item = fund.rawValue + "支出"
      let known = Set(ledger.prior.filter { $0.item == item }.compactMap { $0.code?.category })
      guard !known.isEmpty else { continue }
      let spent = Set(ledger.expenditure.lazy.filter { $0.fund == fund }.map(\.code.category))
      for category in spent.subtracting(known).sorted() {
        categories[item, default: []].insert(category)
        add(.prior, "\(item) \(named(category, codes))")
      }
    }
  }

  private mutating func addOther() {
    func amount(_ item: OtherItem) -> FieldValue? { ledger.other.first { $0.item == item }?.value }
    for item in schema.sheet(.other)?.items ?? [] {
      guard let asked = item.asked, let own = OtherItem(rawValue: item.id), amount(own) == nil,
        asked.scope.map({ $0 == ledger.unit.scope }) ?? true
      else { continue }
      let wholes = asked.ifAny.compactMap { OtherItem(rawValue: $0) }.map(amount)
      if !wholes.isEmpty, !wholes.contains(where: { $0.map { $0 != .amount(.zero) } ?? false }) {
        if wholes.contains(where: { $0 == nil }) { other.insert(own) }
        continue
      }
      other.insert(own)
      add(.other, item.name)
    }
  }

  private mutating func addTexts() {
    for section in schema.sheet(.texts)?.asksFor ?? []
    where !ledger.texts.contains(where: { $0.section == section }) {
      // What the self-evaluations say is put into words.
      if section == LedgerSchema.sectionOfEvaluations, !ledger.evaluationProjects.isEmpty { continue }
      add(.texts, section)
    }
  }

  /// `208 社会保障和就业支出`.
  private func named(_ code: String, _ codes: CodeBook) -> String {
    codes.entry(.function, code).map { CodeAndName(code: code, name: $0.name).text } ?? code
  }
}

extension Form {
  /// The columns of 三公经费 that its 公开09 prints.
  package var sidesOfThreePublic: Set<ColumnID> {
    guard case .singleRow(let columns) = self[.t09]?.body else { return [] }
    return Set(columns.compactMap { $0.side.flatMap { ThreePublicColumn(rawValue: $0) }?.id })
  }
}
