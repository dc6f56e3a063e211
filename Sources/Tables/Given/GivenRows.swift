package import Accounts
import Formats

/// What given tables tell of the rows of a ledger: the income of each code by source, its expenditure by kind and fund, the
/// balances of each fund, 三公经费 and 其他信息.
///
/// The economic code of a row and its project stand in none of the tables, so that no row has one.
struct GivenRows {
  private let given: GivenTables
  /// The national form, whose lines and columns are the addresses, and that in which the tables are printed.
  private let forms: [Form]

  init(_ given: GivenTables, forms: [Form]) {
    self.given = given
    self.forms = forms
  }

  // MARK: Cells

  private func amount(_ table: TableID, _ row: String, _ column: Int) -> Amount {
    given[FigureAddress(table, row, column)]?.figure.shown ?? .zero
  }

  /// The number of a column by what it holds; nil where no form has it.
  private func column(_ item: String, of table: TableID) -> Int? {
    forms.lazy.compactMap { $0[table]?.columns.first { $0.item == item }?.column }.first
  }

  /// The amount on the line of a table that holds something.
  private func amount(_ table: TableID, line item: String, column: Int) -> Amount {
    let line = forms.lazy.compactMap { $0[table]?.lines.first { $0.item == item }?.line }.first
    return line.map { amount(table, String($0), column) } ?? .zero
  }

  /// The codes of a table that no other is below.
  private func leaves(of table: TableID) -> [GivenTables.Code] {
    let codes = given.codes(of: table)
    return codes.enumerated().filter { index, code in
      index + 1 == codes.count || !codes[index + 1].digits.begins(with: code.digits)
    }.map(\.element)
  }

  private func place(_ code: GivenTables.Code) -> SourceLocation { code.place ?? given.place }

  // MARK: Rows

  /// Income by code and source; throws where a sum does not fit.
  ///
  /// Of 财政拨款 02 prints all funds together. What 07 says of a code is 政府性基金, and all of a code that 08 lists and neither 05 nor 07 is
  /// 国有资本经营; what 04 says beyond that of the latter stands on a row of its own, so that each fund comes to what 04 prints.
  func income() throws(AmountOverflow) -> [IncomeRow] {
    var rows: [IncomeRow] = []
    func add(_ one: GivenTables.Code, _ source: IncomeSource, _ amount: Amount) {
      guard amount != .zero, let code = FunctionCode(one.digits) else { return }
      rows.append(IncomeRow(code: code, source: source, amount: amount, place: place(one)))
    }
    let (fundColumn, leaves) = (column(FundColumn.income.rawValue, of: .t07), leaves(of: .t02))
    let shared = Set([TableID.t05, .t07].flatMap { given.codes(of: $0).map(\.digits) })
    let ofCapital = Set(given.codes(of: .t08).map(\.digits)).subtracting(shared)
    var restOfCapital = amount(.t04, line: FiscalIncomeLine.stateCapital.rawValue, column: 1)
    for one in leaves {
      for item in IncomeColumn.allCases {
        guard let column = column(item.rawValue, of: .t02) else { continue }
        let amount = amount(.t02, one.digits, column)
        switch item {
        case .sum: continue
        case .fiscal where ofCapital.contains(one.digits):
          add(one, .stateCapital, amount)
          restOfCapital = try restOfCapital.subtracting(amount)
        case .fiscal:
          let fund = fundColumn.map { self.amount(.t07, one.digits, $0) } ?? .zero
          add(one, .generalBudget, try amount.subtracting(fund))
          add(one, .governmentFund, fund)
        case .superiorSubsidy: add(one, .superiorSubsidy, amount)
        case .undertaking: add(one, .undertaking, amount)
        case .operating: add(one, .operating, amount)
        case .affiliateRemittance: add(one, .affiliateRemittance, amount)
        case .other: add(one, .other, amount)
        }
      }
    }
    if let first = leaves.first {
      add(first, .stateCapital, restOfCapital)
      add(first, .generalBudget, try Amount.zero.subtracting(restOfCapital))
    }
    return rows
  }

  /// Expenditure by code, kind and fund; throws where a sum does not fit.
  func expenditure() throws(AmountOverflow) -> [ExpenditureRow] {
    var rows: [ExpenditureRow] = []
    let tables: [(fund: Fund, table: TableID)] = [
      (.generalBudget, .t05), (.governmentFund, .t07), (.stateCapital, .t08),
    ]
    for one in leaves(of: .t03) {
      guard let code = FunctionCode(one.digits) else { continue }
      func add(_ kind: ExpenditureKind, _ fund: Fund, _ amount: Amount) {
        guard amount != .zero else { return }
        rows.append(
          ExpenditureRow(code: code, kind: kind, fund: fund, amount: amount, place: place(one)))
      }
      for kind in ExpenditureKind.allCases {
        guard let column = column(kind.rawValue, of: .t03) else { continue }
        var rest = amount(.t03, one.digits, column)
        for (fund, table) in tables {
          guard let column = self.column(kind.rawValue, of: table) else { continue }
          let part = amount(table, one.digits, column)
          add(kind, fund, part)
          rest = try rest.subtracting(part)
        }
        add(kind, .other, rest)
      }
    }
    return rows
  }

  /// What each fund that moved brought and leaves, as 01 and 04 say; throws where a sum does not fit.
  func balances() throws(AmountOverflow) -> [BalanceRow] {
    let lines: [(fund: Fund, opening: FiscalIncomeLine, column: Int)] = [
      (.generalBudget, .openingGeneralBudget, 3), (.governmentFund, .openingGovernmentFund, 4),
      (.stateCapital, .openingStateCapital, 5),
    ]
    var rows: [BalanceRow] = []
    for (fund, opening, column) in lines {
      rows.append(
        BalanceRow(
          fund: fund, opening: amount(.t04, line: opening.rawValue, column: 1),
          closing: amount(.t04, line: FiscalExpenditureLine.closing.rawValue, column: column), place: given.place))
    }
    let fiscal = (
      amount(.t04, line: FiscalIncomeLine.opening.rawValue, column: 1),
      amount(.t04, line: FiscalExpenditureLine.closing.rawValue, column: 2)
    )
    rows.append(
      BalanceRow(
        fund: .other,
        opening: try amount(.t01, line: IncomeLine.opening.rawValue, column: 1).subtracting(fiscal.0),
        surplusUsed: amount(.t01, line: IncomeLine.surplusUsed.rawValue, column: 1),
        surplusDistributed: amount(.t01, line: ExpenditureLine.surplusDistributed.rawValue, column: 2),
        closing: try amount(.t01, line: ExpenditureLine.closing.rawValue, column: 2).subtracting(fiscal.1),
        place: given.place))
    return rows
  }

  /// 三公经费 with what 09 says of the four items; where a row says otherwise, that is a problem.
  func threePublic(_ rows: [ThreePublicRow], _ schema: LedgerSchema, _ problems: inout [Problem]) -> [ThreePublicRow] {
    guard given.has(.t09) else { return rows }
    var rows = rows
    var seen: Set<Int> = []
    for column in forms.flatMap({ $0[.t09]?.columns ?? [] }) where seen.insert(column.column).inserted {
      guard let side = ThreePublicColumn(rawValue: column.side ?? ""),
        let items = ThreePublicTotal(rawValue: column.item)?.items, items.count == 1,
        let cell = given[FigureAddress(.t09, "1", column.column)], let shown = cell.figure.shown
      else { continue }
      let position = rows.firstIndex { $0.item == items[0] } ?? rows.count
      if position == rows.count {
        // What is asked for beside the amount is to be filled in on the sheet.
        var fields = RowFields(place: SourceLocation(file: given.place.file, sheet: schema.title(.threePublic)))
        fields.set(.item, items[0].rawValue)
        guard let row = ThreePublicRow(fields) else { continue }
        rows.append(row)
      }
      if let own = rows[position].amount(side) {
        report(own, as: cell, at: schema.place(of: rows[position], at: side.id), &problems)
        continue
      }
      switch side {
      case .initialBudget: rows[position].initialBudget = shown
      case .finalBudget: rows[position].finalBudget = shown
      case .actual:
        rows[position].actual = items[0] == .reception ? wholeOfParts(in: rows, printedAs: cell) ?? shown : shown
      }
    }
    return rows
  }

  /// What 国内接待费 and 国（境）外接待费 come to, where a table prints that for 公务接待费, rounded: exact amounts are more than one that was
  /// rounded.
  private func wholeOfParts(in rows: [ThreePublicRow], printedAs cell: GivenTables.Cell) -> Amount? {
    let parts = rows.filter { [.domesticReception, .receptionAbroad].contains($0.item) }.compactMap(\.actual)
    guard !parts.isEmpty, case .number(_, let decimals) = cell.figure.content, case .money(let unit) = cell.figure.unit,
      let sum = parts.reduce(Amount.zero as Amount?, { sum, part in try? sum?.adding(part) }),
      Figure(sum, in: unit, decimals: min(decimals, unit.exactDecimals)).content == cell.figure.content
    else { return nil }
    return sum
  }

  /// 其他信息 with what 10 says; where a row says otherwise, that is a problem.
  func other(_ rows: [OtherRow], _ schema: LedgerSchema, _ problems: inout [Problem]) -> [OtherRow] {
    guard given.has(.t10) else { return rows }
    var rows = rows
    var seen: Set<Int> = []
    for line in forms.flatMap({ $0[.t10]?.lines ?? [] }) where seen.insert(line.line).inserted {
      guard let item = line.item.flatMap({ OtherItem(rawValue: $0) }),
        let cell = given[FigureAddress(.t10, String(line.line), 1)]
      else { continue }
      if let own = rows.first(where: { $0.item == item }) {
        let place = schema.place(of: own, at: .value)
        switch own.value {
        case .amount(let amount): report(amount, as: cell, at: place, &problems)
        case .count(let count): report(count, as: cell, at: place, &problems)
        case .text: break
        }
        continue
      }
      var fields = RowFields(place: cell.place ?? given.place)
      fields.set(.item, item.rawValue)
      if schema.sheet(.other)?.item(item.rawValue)?.type == .count {
        fields.set(.value, count: cell.things)
      } else if let shown = cell.figure.shown {
        fields.set(.value, shown)
      }
      if let row = OtherRow(fields) { rows.append(row) }
    }
    return rows
  }

  /// Notes an amount that a sheet gives otherwise than a table does.
  private func report(
    _ own: Amount, as cell: GivenTables.Cell, at place: SourceLocation, _ problems: inout [Problem]
  ) {
    let isSame =
      if case .number(_, let decimals) = cell.figure.content, case .money(let unit) = cell.figure.unit {
        Figure(own, in: unit, decimals: min(decimals, unit.exactDecimals)).content == cell.figure.content
      } else {
        own == cell.figure.shown
      }
    if !isSame { report("\(own.yuanText) 元", cell, at: place, &problems) }
  }

  private func report(_ own: Int64, as cell: GivenTables.Cell, at place: SourceLocation, _ problems: inout [Problem]) {
    if own != cell.things { report(String(own), cell, at: place, &problems) }
  }

  private func report(
    _ own: String, _ cell: GivenTables.Cell, at place: SourceLocation, _ problems: inout [Problem]
  ) {
    let printed = cell.figure.text.isEmpty ? "空白" : cell.figure.text
    problems.append(
      Problem(
        at: place, found: "填的是 \(own)，公开表里是 \(printed)\(cell.place.map { "（\($0)）" } ?? "")",
        expected: "两处应是同一个数", advice: "请改正其中一处；这里可以留空，取公开表里的数"))
  }
}

extension GivenTables.Cell {
  /// How many things it counts; a blank counts none.
  fileprivate var things: Int64 { if case .number(let count, 0) = figure.content { count } else { 0 } }
}

extension Ledger {
  /// The ledger with the rows that the tables it brings tell of, in the forms they are addressed and printed in; itself where it
  /// brings none, or has them already.
  ///
  /// Throws ``UnusableInput`` where one of its sheets says otherwise than a table, or a sum does not fit.
  package func takingInGiven(printedIn form: Form) throws -> Ledger {
    guard let given, !given.isTakenIn else { return self }
    let national = try Form.builtIn(Form.ancestor, year: unit.year)
    let rows = GivenRows(given, forms: [national, form])
    var ledger = self
    var problems: [Problem] = []
    do throws(AmountOverflow) {
      ledger.income = try rows.income()
      ledger.expenditure = try rows.expenditure()
      let used = Set(ledger.income.map(\.source.fund)).union(ledger.expenditure.map(\.fund))
      ledger.balances = try rows.balances().filter { row in
        used.contains(row.fund)
          || [row.opening, row.surplusUsed, row.surplusDistributed, row.closing].contains { $0 ?? .zero != .zero }
      }
    } catch {
      throw UnusableInput([LedgerTotals.overflow(at: given.place)])
    }
    ledger.threePublic = rows.threePublic(threePublic, schema, &problems)
    ledger.other = rows.other(other, schema, &problems)
    guard problems.isEmpty else { throw UnusableInput(problems) }
    ledger.given?.isTakenIn = true
    return ledger
  }
}
