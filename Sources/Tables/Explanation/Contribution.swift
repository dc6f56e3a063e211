package import Accounts

/// A row of the ledger that goes into a figure, and with which sign.
package struct Contribution: Sendable {
  /// Where the row stands.
  package let place: SourceLocation
  /// What the row says of itself, column by column.
  package let words: [String]
  /// What it adds, in fen or in things; negative where it is taken away.
  package let value: Int64

  init(_ place: SourceLocation, _ words: [String?], _ value: Int64) {
    self.place = place
    self.words = words.compactMap { $0 }
    self.value = value
  }
}

extension Ledger {
  /// The rows a selection picks, in the order of the ledger; linear in its rows.
  package func contributions(to selection: Selection) -> [Contribution] {
    switch selection {
    case .income(let sources, let code):
      income.filter { sources.contains(IncomeSources($0.source)) && $0.code.digits.hasPrefix(code) }
        .map { Contribution($0.place, [$0.code.digits, $0.source.rawValue], $0.amount.fen) }
    case .expenditure(let kinds, let funds, let code):
      expenditure.filter {
        kinds.contains(ExpenditureKinds($0.kind)) && funds.contains(Funds($0.fund)) && $0.code.digits.hasPrefix(code)
      }
      .map(Self.contribution)
    case .basic(let code):
      expenditure.filter {
        $0.kind == .basic && $0.fund == .generalBudget && $0.economicCode?.digits.hasPrefix(code) == true
      }
      .map(Self.contribution)
    case .opening(let funds, let code): balanceCells(funds, code, "年初结转和结余") { $0.opening }
    case .surplusUsed: balanceCells(.all, "", "使用非财政拨款结余") { $0.surplusUsed }
    case .surplusDistributed: balanceCells(.all, "", "结余分配") { $0.surplusDistributed }
    case .closing(let funds, let code):
      Fund.allCases.filter { funds.contains(Funds($0)) }.flatMap { closing(of: $0, under: code) }
    case .threePublic(let item, let column):
      threePublic.filter { $0.item == item }.compactMap { row in
        row.amount(column).map { Contribution(row.place, [row.item.rawValue, column.rawValue], $0.fen) }
      }
    case .other(let item):
      other.filter { $0.item == item }.compactMap { row in
        switch row.value {
        case .amount(let amount): Contribution(row.place, [item.rawValue], amount.fen)
        case .count(let count): Contribution(row.place, [item.rawValue], count)
        case .text: nil
        }
      }
    }
  }

  private static func contribution(_ row: ExpenditureRow) -> Contribution {
    Contribution(
      row.place,
      [row.code.digits, row.kind.rawValue, row.fund.rawValue, row.economicCode?.digits, row.project], row.amount.fen)
  }

  private func balanceCells(
    _ funds: Funds, _ code: String, _ column: String, _ cell: (BalanceRow) -> Amount?
  ) -> [Contribution] {
    balances.filter { funds.contains(Funds($0.fund)) && ($0.code?.digits ?? "").hasPrefix(code) }
      .compactMap { row in
        cell(row).map { Contribution(row.place.at(column: column), [row.fund.rawValue, row.code?.digits], $0.fen) }
      }
  }

  /// The stated closing balances, and where none is stated the rows of the balance that leaves one; 项 that come out
  /// even are left out.
  private func closing(of fund: Fund, under code: String) -> [Contribution] {
    let funds = Funds(fund)
    func balance(_ rows: [BalanceRow], under code: String) -> [Contribution] {
      func cells(_ column: String, _ cell: (BalanceRow) -> Amount?) -> [Contribution] {
        rows.compactMap { row in
          cell(row).map { Contribution(row.place.at(column: column), [fund.rawValue, row.code?.digits], $0.fen) }
        }
      }
      let stated = cells("年末结转和结余") { $0.closing }
      guard stated.isEmpty else { return stated }
      var left = cells("年初结转和结余") { $0.opening }
      left += cells("使用非财政拨款结余") { $0.surplusUsed }
      left += contributions(to: .income(.of(funds), under: code))
      left += contributions(to: .expenditure(.all, funds, under: code)).map(\.negated)
      left += cells("结余分配") { $0.surplusDistributed }.map(\.negated)
      return left
    }
    let rows = balances.filter { $0.fund == fund }
    func nothingIfEven(_ contributions: [Contribution]) -> [Contribution] {
      let isStated = rows.contains { $0.closing != nil && ($0.code?.digits ?? "").hasPrefix(code) }
      return !isStated && contributions.reduce(0, { $0 &+ $1.value }) == 0 ? [] : contributions
    }
    if rows.contains(where: { $0.code == nil }) { return nothingIfEven(balance(rows, under: code)) }
    var items = Set(rows.compactMap { $0.code?.digits })
    items.formUnion(income.filter { $0.source.fund == fund }.map(\.code.digits))
    items.formUnion(expenditure.filter { $0.fund == fund }.map(\.code.digits))
    let parts = items.filter { $0.hasPrefix(code) }.sorted().flatMap { item -> [Contribution] in
      let row = rows.filter { $0.code?.digits == item }
      let part = balance(row, under: item)
      let isEven = part.reduce(0) { $0 &+ $1.value } == 0
      return isEven && row.allSatisfy { $0.closing == nil } ? [] : part
    }
    return nothingIfEven(parts)
  }
}

extension Contribution {
  /// The same row, taken away instead of added.
  fileprivate var negated: Contribution { Contribution(place, words, 0 &- value) }
}
