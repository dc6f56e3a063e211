import Accounts
import Evaluations
import Mustache
import Tables

extension NarrativeContext {
  /// Adds what is said of the self-evaluation tables: how many projects, how much money, how many of each grade.
  ///
  /// The table of the whole department is none of a project, and its money is that of all projects once more. Grades
  /// are spoken of only where every project has one.
  static func addEvaluations(
    _ evaluations: [EvaluationTable], _ values: inout StatementValues, _ context: inout [String: MustacheValue]
  ) throws {
    let tables = evaluations.filter { !$0.layout.isOfWholeDepartment }
    // Named although there is none, so that templates need not ask.
    context["绩效自评"] = .null
    guard !tables.isEmpty else { return }
    values.figures.state("绩效自评项目个数", Figure(things: Int64(tables.count)))
    try values.figures.state("绩效自评涉及资金", funds(of: tables, in: values.figures.form))
    var grades: MustacheValue = .null
    let rules = try ScoringRules()
    let given = tables.compactMap { $0.grade(rules) }
    if given.count == tables.count {
      var counts: [String: MustacheValue] = [:]
      for grade in Grade.allCases {
        let name = "自评为\(grade.rawValue)的项目"
        values.figures.state(name, Figure(things: Int64(given.count { $0 == grade })))
        counts[grade.rawValue] = values.count(name)
      }
      grades = .object(MustacheObject(counts))
    }
    context["绩效自评"] = .object([
      "个数": values.count("绩效自评项目个数"), "资金": values.quantity("绩效自评涉及资金"), "等级": grades,
    ])
  }

  /// The 全年预算数 of all tables together, as printed in a form's unit; nil where a table has none, since the rest is no
  /// total.
  private static func funds(of tables: [EvaluationTable], in form: Form) throws -> Figure? {
    var sum = Rational.zero
    for table in tables {
      guard let budget = table.fund.first(where: { $0.role == .total })?.fullYearBudget.number else { return nil }
      sum = try sum + budget.value
    }
    let unit = try sum * Rational(form.unit == .yuan ? 10_000 : 1)
    return Figure(printed: try unit.text(decimals: form.decimals), unit: .money(form.unit))
  }
}
