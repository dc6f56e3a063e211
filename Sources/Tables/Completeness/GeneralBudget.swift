package import Accounts
import Formats

/// The budgets of 一般公共预算 by code, of which a sum is known only where every part of it is.
///
/// The sheet 预算 gives them for a 类, or for the codes below it. A 类 of which anything was spent and whose budget is
/// given neither way is asked for where the schema asks for the budget: what of the others is known is no total.
package struct GeneralBudget: Sendable {
  /// Which budget.
  package enum Kind: String, Sendable, CaseIterable {
    case initial = "年初预算"
    case final = "全年预算"

    /// The column it stands in.
    package var column: ColumnID { self == .initial ? .initialBudget : .finalBudget }

    func amount(_ row: BudgetRow) -> Amount? { self == .initial ? row.initialBudget : row.finalBudget }
  }

  /// A budget that is not given: of a row that is there and blank, or of a code that has no row.
  package struct Gap: Sendable {
    package let kind: Kind
    package let code: String
    /// The row in which it is blank; nil where there is none.
    package let row: BudgetRow?
  }

  /// The known budgets by code: as given, and for each 类 the sum of what is given below it.
  package private(set) var amounts: [Kind: [String: Amount]] = [:]
  /// The budget of all 类 together; nil where one of them is not known, or nobody gave any.
  package private(set) var totals: [Kind: Amount] = [:]
  /// What is asked for, by kind and code.
  package private(set) var gaps: [Gap] = []

  /// Sums the budgets of a ledger; throws when a sum does not fit.
  package init(_ ledger: Ledger) throws(AmountOverflow) {
    let rows = ledger.budget.filter { $0.fund == .generalBudget }
    let spent = Set(ledger.expenditure.lazy.filter { $0.fund == .generalBudget }.map(\.code.digits))
    let earlier = ledger.prior.filter { $0.item == "一般公共预算财政拨款支出" }.compactMap { $0.code?.category }
    let asked = ledger.schema.sheet(.budget)?.asks ?? []
    let categories = Set(spent.map { String($0.prefix(3)) }).union(rows.map(\.code.category)).union(earlier).sorted()
    for kind in Kind.allCases {
      let isAsked = asked.contains(kind.column)
      guard isAsked || rows.contains(where: { kind.amount($0) != nil }) else { continue }
      var given: [String: Amount] = [:]
      for row in rows {
        guard let amount = kind.amount(row) else { continue }
        given[row.code.digits] = try (given[row.code.digits] ?? .zero).adding(amount)
      }
      var known = given
      var total: Amount? = categories.isEmpty ? nil : .zero
      for category in categories {
        if known[category] == nil {
          let found = Self.gaps(kind, category, rows, given, spent)
          if isAsked { gaps += found }
          if found.isEmpty { known[category] = try Self.sum(given, below: category) }
        }
        total = try known[category].flatMap { part throws(AmountOverflow) in try total?.adding(part) }
      }
      amounts[kind] = known
      totals[kind] = total
    }
  }

  /// The budget of a code; nil where it is not known.
  package func amount(_ kind: Kind, of code: String) -> Amount? { amounts[kind]?[code] }

  /// Whether a budget of a kind is asked for.
  package func awaits(_ kind: Kind) -> Bool { gaps.contains { $0.kind == kind } }

  /// What the budget of a 类 lacks that has none of its own.
  private static func gaps(
    _ kind: Kind, _ category: String, _ rows: [BudgetRow], _ given: [String: Amount], _ spent: Set<String>
  ) -> [Gap] {
    let own = rows.filter { $0.code.category == category }
    if let row = own.first(where: { $0.code.digits == category }) { return [Gap(kind: kind, code: category, row: row)] }
    if own.isEmpty { return [Gap(kind: kind, code: category, row: nil)] }
    let blank = own.filter { row in
      given[row.code.digits] == nil && !given.keys.contains { row.code.digits.begins(with: $0) }
    }
    let covered = own.map(\.code.digits)
    let missing = spent.filter { code in
      code.begins(with: category) && !covered.contains { code.begins(with: $0) }
    }
    return blank.map { Gap(kind: kind, code: $0.code.digits, row: $0) }
      + missing.sorted().map { Gap(kind: kind, code: $0, row: nil) }
  }

  /// The sum of what is given below a 类; of a 款 that has a budget of its own, that counts and not its 项.
  private static func sum(_ given: [String: Amount], below category: String) throws(AmountOverflow) -> Amount {
    var sum = Amount.zero
    for (code, amount) in given where code.begins(with: category) {
      if !given.keys.contains(where: { $0 != code && code.begins(with: $0) }) { sum = try sum.adding(amount) }
    }
    return sum
  }
}
