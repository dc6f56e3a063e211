package import Evaluations

/// The self-evaluation tables of a disclosure, and the projects of its accounts where these are known.
package struct EvaluationInput: Sendable {
  /// The tables, in the order in which they are published.
  package let tables: [EvaluationTable]
  /// What stands beside the table of the whole department.
  package let overall: OverallEvaluation
  /// What the accounts say of the projects.
  package let accounts: AccountsOfProjects

  /// Nil where there are no tables, so that there is nothing to check.
  package init?(
    _ tables: [EvaluationTable], overall: OverallEvaluation = OverallEvaluation(),
    accounts: AccountsOfProjects = AccountsOfProjects()
  ) {
    guard !tables.isEmpty || !overall.isEmpty else { return nil }
    self.overall = overall
    self.tables = tables
    self.accounts = accounts
  }
}
