import Accounts
import Formats

/// The money of a whole department as its accounts have it: what the fund block of its evaluation and its report state.
///
/// What is counted is 基本支出 and 项目支出; 上缴上级支出, 经营支出 and 对附属单位补助支出 are neither.
struct WholeOfLedger {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// What was spent of some funds and kinds.
  func executed(_ funds: [Fund] = Fund.allCases, _ kinds: [ExpenditureKind] = [.basic, .project])
    throws(AmountOverflow) -> Amount
  {
    var sum = Amount.zero
    for row in ledger.expenditure where funds.contains(row.fund) && kinds.contains(row.kind) {
      sum = try sum.adding(row.amount)
    }
    return sum
  }

  /// What came in of a fund.
  func income(of fund: Fund) throws(AmountOverflow) -> Amount {
    var sum = Amount.zero
    for row in ledger.income where row.source.fund == fund { sum = try sum.adding(row.amount) }
    return sum
  }

  /// What a fund brought from last year; nil where no row of it states a balance, which is not to say that there is none.
  func opening(of fund: Fund) throws(AmountOverflow) -> Amount? {
    let rows = ledger.balances.filter { $0.fund == fund }
    guard rows.contains(where: { $0.opening != nil || $0.closing != nil }) else { return nil }
    var sum = Amount.zero
    for row in rows { sum = try sum.adding(row.opening ?? .zero) }
    return sum
  }

  /// All that was budgeted; nil where nothing is known of it, or of a code on which fiscal money was spent: a part is no
  /// total. Of a 类 with a budget of its own that counts, of another
  /// the budgets of the codes below it.
  func budget(_ column: KeyPath<BudgetRow, Amount?>) throws(AmountOverflow) -> Amount? {
    let isWhole = ledger.expenditure.allSatisfy { spent in
      guard spent.fund.isFiscal, spent.kind == .basic || spent.kind == .project else { return true }
      return ledger.budget.contains { row in
        row.fund == spent.fund && row[keyPath: column] != nil
          && (spent.code.digits.begins(with: row.code.digits) || row.code.digits.begins(with: spent.code.digits))
      }
    }
    guard isWhole else { return nil }
    var sum: Amount?
    for row in ledger.budget {
      guard let amount = row[keyPath: column] else { continue }
      let isBelowAnother = ledger.budget.contains { other in
        other.fund == row.fund && other[keyPath: column] != nil && other.code != row.code
          && row.code.digits.begins(with: other.code.digits)
      }
      if !isBelowAnother { sum = try (sum ?? .zero).adding(amount) }
    }
    return sum
  }
}
