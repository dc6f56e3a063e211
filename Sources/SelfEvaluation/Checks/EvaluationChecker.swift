/// Checks self-evaluation tables: each by itself, and all together.
package struct EvaluationChecker: Sendable {
  private let reader: TargetReader
  private let scoring: ScoringRules
  /// The catalogue of family P.
  package let rules: EvaluationRules

  /// A checker with the built-in words, numbers and rules; throws when they are damaged.
  package init() throws {
    reader = try TargetReader()
    scoring = try ScoringRules()
    rules = try .standard()
  }

  /// What is wrong in tables that are published together, in their order.
  ///
  /// What depends on a damaged cell is reported as not checked: never as held, never as nothing.
  package func report(
    on tables: [EvaluationTable], accounts: AccountsOfProjects = AccountsOfProjects()
  ) -> EvaluationReport {
    let tools = CheckedTable.Tools(reader: reader, scoring: scoring, rules: rules)
    var report = EvaluationReport()
    for (index, table) in tables.enumerated() {
      var checked = CheckedTable(table, address: CellAddress(table: index + 1), tools: tools)
      checked.checkFunds()
      checked.checkWeights()
      checked.checkTotals()
      checked.checkIndicators()
      checked.checkCosts()
      report.add(checked.report)
    }
    var across = AcrossTables(tables, accounts: accounts, tools: tools)
    across.check()
    report.add(across.report)
    return report
  }
}
