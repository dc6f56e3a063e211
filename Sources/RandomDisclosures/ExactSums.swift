import Accounts

/// Exact sums over made-up facts, in fen; the code 0 stands for everything.
struct ExactSums {
  let facts: RandomFacts

  func income(_ sources: [IncomeSource], _ node: Int) -> Int64 {
    facts.income.reduce(0) { $0 + (sources.contains($1.source) && isBelow($1.code, node) ? $1.fen : 0) }
  }

  /// Expenditure of all kinds where none is given.
  func spent(_ funds: [Fund], _ kind: ExpenditureKind?, _ node: Int) -> Int64 {
    facts.expenditure.reduce(0) {
      $0 + (funds.contains($1.fund) && (kind == nil || $1.kind == kind) && isBelow($1.code, node) ? $1.fen : 0)
    }
  }

  /// Basic expenditure of the general budget under an economic code.
  func basic(_ node: Int) -> Int64 {
    facts.expenditure.reduce(0) { sum, row in
      guard let code = row.economicCode else { return sum }
      return sum + (code == node || code / 100 == node ? row.fen : 0)
    }
  }

  /// 公用经费.
  var operation: Int64 { [302, 307, 309, 310, 311, 312, 313, 399].reduce(0) { $0 + basic($1) } }

  func opening(_ funds: [Fund], _ node: Int) -> Int64 {
    facts.balances.reduce(0) { $0 + (funds.contains($1.fund) && isBelow($1.code ?? 0, node) ? $1.opening : 0) }
  }

  func closing(_ funds: [Fund], _ node: Int) -> Int64 {
    facts.balances.reduce(0) { $0 + (funds.contains($1.fund) && isBelow($1.code ?? 0, node) ? $1.closing : 0) }
  }

  /// The 项 of a fund that have any row.
  func codes(of fund: Fund) -> [Int] {
    facts.expenditure.filter { $0.fund == fund }.map(\.code)
      + facts.income.filter { $0.source.fund == fund }.map(\.code)
      + facts.balances.filter { $0.fund == fund }.compactMap(\.code)
  }

  private func isBelow(_ code: Int, _ node: Int) -> Bool {
    node == 0 || code == node || code / 100 == node || code / 10_000 == node
  }
}
