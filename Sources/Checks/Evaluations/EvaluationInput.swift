package import Evaluations
package import Formats

/// The self-evaluation tables of a disclosure, and the projects of its accounts where these are known.
package struct EvaluationInput: Sendable {
  /// The tables, in the order in which they are published.
  package let tables: [EvaluationTable]
  /// What stands beside the table of the whole department.
  package let overall: OverallEvaluation
  /// What the accounts say of the projects.
  package let accounts: AccountsOfProjects
  /// How many tables and cells were not understood.
  let unread: Int
  /// How many more tables there are that were not understood.
  let lostTables: Int

  /// What they are checked by, made where there is something to check: most disclosures have no self-evaluations.
  let checker: EvaluationChecker

  private static let checker = Result { () throws(DamagedData) in try EvaluationChecker() }

  /// Nil where there are no tables, so that there is nothing to check; `unread` tables and cells were found and not
  /// understood, `lostTables` of them whole tables.
  ///
  /// Throws ``DamagedData`` when the words, numbers and rules they are checked by are damaged.
  package init?(
    _ tables: [EvaluationTable], overall: OverallEvaluation = OverallEvaluation(),
    accounts: AccountsOfProjects = AccountsOfProjects(), unread: Int = 0, lostTables: Int = 0
  ) throws(DamagedData) {
    guard !tables.isEmpty || !overall.isEmpty || unread > 0 else { return nil }
    checker = try Self.checker.get()
    self.overall = overall
    self.tables = tables
    self.accounts = accounts
    self.unread = unread
    self.lostTables = lostTables
  }
}
