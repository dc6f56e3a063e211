package import Accounts
import Formats

/// The rows of a ledger as what figures are made of, found by code without going through all of them.
package struct ContributionIndex: Sendable {
  private let ledger: Ledger
  private let income: CodeOrder
  private let expenditure: CodeOrder
  /// The rows of 支出 that have an economic code, by it.
  private let economic: CodeOrder
  private let balances: CodeOrder

  /// The rows of a ledger; takes time as sorting them does.
  package init(_ ledger: Ledger) {
    self.ledger = ledger
    income = CodeOrder(ledger.income.map(\.code.digits))
    expenditure = CodeOrder(ledger.expenditure.map(\.code.digits))
    economic = CodeOrder(ledger.expenditure.map { $0.economicCode?.digits })
    balances = CodeOrder(ledger.balances.map { $0.code?.digits ?? "" })
  }

  /// The rows a selection picks, in the order of the ledger; linear in the rows of its code.
  package func contributions(to selection: Selection) -> [Contribution] {
    switch selection {
    case .income(let sources, let code):
      income.positions(under: code).filter { sources.contains(IncomeSources(ledger.income[$0].source)) }
        .map(incomeRow)
    case .expenditure(let kinds, let funds, let code):
      expenditure.positions(under: code).filter {
        let row = ledger.expenditure[$0]
        return kinds.contains(ExpenditureKinds(row.kind)) && funds.contains(Funds(row.fund))
      }
      .map(expenditureRow)
    case .basic(let code):
      economic.positions(under: code).filter {
        ledger.expenditure[$0].kind == .basic && ledger.expenditure[$0].fund == .generalBudget
      }
      .map(expenditureRow)
    case .opening(let funds, let code): balanceCells(funds, code, .opening)
    case .surplusUsed: balanceCells(.all, "", .surplusUsed)
    case .surplusDistributed: balanceCells(.all, "", .surplusDistributed)
    case .closing(let funds, let code):
      Fund.allCases.filter { funds.contains(Funds($0)) }.flatMap { closing(of: $0, under: code) }
    case .threePublic(let item, let column):
      ledger.threePublic.indices.compactMap { position in
        let row = ledger.threePublic[position]
        guard row.item == item, let amount = row.amount(column) else { return nil }
        let columns = ThreePublicColumn.allCases
        let words = [schema.name(of: item.rawValue, in: .threePublic), schema.heading(.threePublic, column.id)]
        let cell = firstThreePublic + position * columns.count + (columns.firstIndex(of: column) ?? 0)
        return Contribution(cell: cell, row.place, at: schema.place(of: row, at: column.id), words, amount.fen)
      }
    case .other(let item):
      ledger.other.indices.compactMap { position in
        let row = ledger.other[position]
        guard row.item == item else { return nil }
        let words = [schema.name(of: item.rawValue, in: .other)]
        let place = schema.place(of: row, at: .value)
        return switch row.value {
        case .amount(let amount): Contribution(cell: firstOther + position, row.place, at: place, words, amount.fen)
        case .count(let count): Contribution(cell: firstOther + position, row.place, at: place, words, count)
        case .text: nil
        }
      }
    }
  }

  private var schema: LedgerSchema { ledger.schema }
  private var firstExpenditure: Int { ledger.income.count }
  private var firstBalance: Int { firstExpenditure + ledger.expenditure.count }
  private var firstThreePublic: Int { firstBalance + ledger.balances.count * BalanceCell.allCases.count }
  private var firstOther: Int { firstThreePublic + ledger.threePublic.count * ThreePublicColumn.allCases.count }

  private func incomeRow(_ position: Int) -> Contribution {
    let row = ledger.income[position]
    return Contribution(
      cell: position, row.place, at: schema.place(of: row, at: .amount),
      [row.code.digits, row.source.rawValue, row.unit, row.counterparty], row.amount.fen)
  }

  private func expenditureRow(_ position: Int) -> Contribution {
    let row = ledger.expenditure[position]
    return Contribution(
      cell: firstExpenditure + position, row.place, at: schema.place(of: row, at: .amount),
      [
        row.code.digits, row.kind.rawValue, row.fund.rawValue, row.economicCode?.digits, row.project, row.unit,
        row.counterparty,
      ], row.amount.fen)
  }

  /// A column of 结转结余.
  private enum BalanceCell: CaseIterable {
    case opening
    case surplusUsed
    case surplusDistributed
    case closing

    var column: ColumnID {
      switch self {
      case .opening: .opening
      case .surplusUsed: .surplusUsed
      case .surplusDistributed: .surplusDistributed
      case .closing: .closing
      }
    }

    func amount(in row: BalanceRow) -> Amount? {
      switch self {
      case .opening: row.opening
      case .surplusUsed: row.surplusUsed
      case .surplusDistributed: row.surplusDistributed
      case .closing: row.closing
      }
    }
  }

  private func balanceCells(_ funds: Funds, _ code: String, _ cell: BalanceCell) -> [Contribution] {
    balanceCells(balances.positions(under: code).filter { funds.contains(Funds(ledger.balances[$0].fund)) }, cell)
  }

  private func balanceCells(_ positions: [Int], _ cell: BalanceCell) -> [Contribution] {
    positions.compactMap { position in
      let row = ledger.balances[position]
      let place = schema.place(of: row, at: cell.column)
      return cell.amount(in: row).map {
        Contribution(
          cell: firstBalance + position * BalanceCell.allCases.count + (BalanceCell.allCases.firstIndex(of: cell) ?? 0),
          place, at: place, [row.fund.rawValue, row.code?.digits, row.unit], $0.fen)
      }
    }
  }

  /// The stated closing balances, and where none is stated the rows of the balance that leaves one; 项 that come out
  /// even are left out.
  private func closing(of fund: Fund, under code: String) -> [Contribution] {
    let funds = Funds(fund)
    func balance(_ rows: [Int], under code: String) -> [Contribution] {
      let stated = balanceCells(rows, .closing)
      guard stated.isEmpty else { return stated }
      return balanceCells(rows, .opening) + balanceCells(rows, .surplusUsed)
        + contributions(to: .income(.of(funds), under: code))
        + contributions(to: .expenditure(.all, funds, under: code)).map(\.negated)
        + balanceCells(rows, .surplusDistributed).map(\.negated)
    }
    func ofFund(under code: String) -> [Int] {
      balances.positions(under: code).filter { ledger.balances[$0].fund == fund }
    }
    let rows = ofFund(under: code)
    func nothingIfEven(_ contributions: [Contribution]) -> [Contribution] {
      let isStated = rows.contains { ledger.balances[$0].closing != nil }
      return !isStated && contributions.reduce(0, { $0 &+ $1.value }) == 0 ? [] : contributions
    }
    // A fund whose balance is not told apart by code has one row, without a code.
    let ofWholeFund = code.isEmpty ? rows : ofFund(under: "")
    if ofWholeFund.contains(where: { ledger.balances[$0].code == nil }) {
      return nothingIfEven(balance(ofWholeFund, under: code))
    }
    var items: [String: [Int]] = [:]
    for row in rows { items[ledger.balances[row].code?.digits ?? "", default: []].append(row) }
    for position in income.positions(under: code) where ledger.income[position].source.fund == fund {
      items[ledger.income[position].code.digits, default: []] += []
    }
    for position in expenditure.positions(under: code) where ledger.expenditure[position].fund == fund {
      items[ledger.expenditure[position].code.digits, default: []] += []
    }
    let parts = items.sorted { $0.key < $1.key }.flatMap { item, rows -> [Contribution] in
      let part = balance(rows, under: item)
      let isEven = part.reduce(0) { $0 &+ $1.value } == 0
      return isEven && rows.allSatisfy { ledger.balances[$0].closing == nil } ? [] : part
    }
    return nothingIfEven(parts)
  }
}

/// Rows in the order of their codes.
private struct CodeOrder: Sendable {
  private let codes: [String]
  private let positions: [Int]

  /// The rows by their codes; a row without one is under none.
  init(_ codes: [String?]) {
    positions = codes.indices.filter { codes[$0] != nil }.sorted { ((codes[$0] ?? ""), $0) < ((codes[$1] ?? ""), $1) }
    self.codes = positions.map { codes[$0] ?? "" }
  }

  /// The rows whose code begins so, in their own order.
  func positions(under prefix: String) -> [Int] {
    let first = firstIndex { $0 >= prefix }
    let end = firstIndex { $0 > prefix && !$0.begins(with: prefix) }
    return positions[first..<end].sorted()
  }

  /// Where the codes begin that a condition holds for; it holds for all behind the first.
  private func firstIndex(where holds: (String) -> Bool) -> Int {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(codes[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
