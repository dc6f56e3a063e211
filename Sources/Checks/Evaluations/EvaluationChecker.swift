package import Evaluations
package import Formats

/// Checks self-evaluation tables: each by itself, and all together.
package struct EvaluationChecker: Sendable {
  private let tools: CheckedTable.Tools
  private let form: OverallForm

  /// A checker with the built-in words, numbers and rules; throws ``DamagedData`` when they are damaged.
  package init() throws(DamagedData) {
    tools = CheckedTable.Tools(
      scoring: try Scoring(), rules: try .evaluations(), rates: try RateWords(), completion: try CompletionWords(),
      results: try ResultWords(), analysis: try AnalysisPart.standard())
    form = try .standard()
  }

  /// What is wrong in tables that are published together, in their order, and in what stands beside that of the whole
  /// department.
  ///
  /// What depends on a damaged cell, or on how many tables there are where some were lost, is reported as not checked:
  /// never as held, never as nothing.
  package func report(
    on tables: [EvaluationTable], lost: Int = 0, accounts: AccountsOfProjects = AccountsOfProjects(),
    overall: OverallEvaluation = OverallEvaluation(), figures: FiguresOfTables = FiguresOfTables()
  ) -> CheckReport {
    var report = CheckReport.empty
    for (index, table) in tables.enumerated() {
      var checked = CheckedTable(
        table, address: CellAddress(table: index + 1),
        report: table.layout.isOfWholeDepartment ? overall.report?.lines ?? [] : [], tools: tools)
      checked.checkFunds()
      checked.checkWeights()
      checked.checkTotals()
      checked.checkIndicators()
      checked.checkCosts()
      checked.checkSurveys()
      checked.checkValues()
      checked.checkStatements()
      report.add(checked.report)
    }
    var across = AcrossTables(tables, lost: lost, accounts: accounts, tools: tools)
    across.check()
    report.add(across.report)
    var whole = OverallChecks(overall, tables, tables: figures, form: form, rules: tools.rules)
    whole.check()
    report.add(whole.report)
    return report
  }

  /// The figures of the ten tables that the evaluation of a whole department repeats.
  package var printedFigures: [String] { form.printedFigures }
}
