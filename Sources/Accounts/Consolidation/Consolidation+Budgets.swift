import Formats

extension Consolidation {
  /// 预算: the budgets of a code added up, 类 by 类 where one unit gives no more than that.
  mutating func addBudgets() throws(AmountOverflow) {
    for fund in Fund.allCases {
      let categories = Set(ledgers.flatMap { unit in unit.budget.filter { $0.fund == fund }.map(\.code.category) })
      for category in categories.sorted() { try addBudget(fund, category) }
    }
  }

  private mutating func addBudget(_ fund: Fund, _ category: String) throws(AmountOverflow) {
    let given = ledgers.map { unit in unit.budget.filter { $0.fund == fund && $0.code.category == category } }
    let isByItem = given.allSatisfy { rows in rows.allSatisfy { $0.code.digits.utf8.count == 7 } }
    var merged: [String: BudgetRow] = [:]
    for rows in given {
      // Of a code that has a budget of its own, that counts and not what is below it.
      let tops = rows.filter { row in
        !rows.contains { $0.code != row.code && row.code.digits.begins(with: $0.code.digits) }
      }
      for row in tops {
        let code = isByItem ? row.code : FunctionCode(category) ?? row.code
        var sum = merged[code.digits] ?? BudgetRow(code: code, fund: fund, place: row.place)
        sum.name = sum.name ?? (code == row.code ? row.name : nil)
        sum.initialBudget = try Self.sum(sum.initialBudget, row.initialBudget)
        sum.finalBudget = try Self.sum(sum.finalBudget, row.finalBudget)
        if row.reason != nil { sum.reason = Self.toBeWritten }
        merged[code.digits] = sum
      }
    }
    for column in [ColumnID.initialBudget, .finalBudget] {
      func amount(_ row: BudgetRow) -> Amount? { column == .initialBudget ? row.initialBudget : row.finalBudget }
      guard merged.values.contains(where: { amount($0) != nil }) else { continue }
      let lacking = ledgers.indices.filter { unit in
        let rows = given[unit]
        let spent = ledgers[unit].expenditure.filter { $0.fund == fund && $0.code.category == category }
        let covered = rows.filter { amount($0) != nil }.map(\.code.digits)
        return rows.contains { row in !covered.contains { row.code.digits.begins(with: $0) } }
          || spent.contains { row in !covered.contains { row.code.digits.begins(with: $0) } }
      }
      guard !lacking.isEmpty else { continue }
      let schema = ledger.schema
      notAdded.append(
        "\(schema.title(.budget))：\(category) 类的\(schema.heading(.budget, column))，\(names(lacking))没有填全，没有相加")
      for code in merged.keys {
        if column == .initialBudget { merged[code]?.initialBudget = nil } else { merged[code]?.finalBudget = nil }
      }
    }
    ledger.budget += merged.sorted { $0.key < $1.key }.map(\.value)
  }
}
