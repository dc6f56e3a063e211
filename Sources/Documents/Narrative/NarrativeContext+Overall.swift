import Accounts
import Evaluations
import Mustache
import Tables

extension NarrativeContext {
  /// Adds what the report on the whole department is made of; null where no table evaluates it.
  static func addOverall(
    _ ledger: Ledger, _ evaluations: [EvaluationTable], _ values: inout StatementValues,
    _ context: inout [String: MustacheValue]
  ) throws {
    context["整体支出"] = .null
    guard let figures = try ReportFigures(of: ledger, evaluations),
      let row = ledger.evaluationProjects.first(where: { row in
        evaluations.contains { $0.layout.isOfWholeDepartment && $0.layout.shortName == row.layout }
      })
    else { return }
    var report: [String: MustacheValue] = [:]
    // Names that a template asks for although there is none of them must not be found further out.
    let analysis = try AnalysisPart.standard()
    for name in names + analysis.map(\.title) { report[name] = .null }
    for (name, number) in figures.numbers { report[key(name)] = values.name(number) }
    for name in figures.risen { report[key(name) + "升"] = .bool(true) }
    report["支出类"] = .list(
      punctuated(figures.classes.map { .object(["名称": values.name($0.name), "数": values.name($0.amount)]) }))
    report["资金"] = .list(
      punctuated(
        figures.funds.map { fund in
          .object([
            "名称": values.name(fund.name), "数": values.name(fund.actual),
            "预算": fund.budget.isEmpty ? .null : values.name(fund.budget),
          ])
        }))
    report["目标完成"] = row.achievement.map { values.name($0) } ?? .null
    for part in analysis { report[part.title] = row.analysis[part.column].map { values.name($0) } ?? .null }
    context["整体支出"] = .object(MustacheObject(report))
  }

  private static let names =
    [
      "编制数", "行政编制", "事业编制", "工勤编制", "在职人数", "离退休人数", "在职人员控制率", "全年预算数", "全年执行数", "预算完成率", "总分", "等级",
      "政府性基金支出", "国有资本经营支出", "其他资金支出", "公用经费预算数", "公用经费决算数", "公用经费控制率", "政府采购金额", "三公经费决算数",
      "三公经费预算数", "三公经费预算完成率", "三公经费变动率", "三公经费变动率升", "年初结转和结余", "年末结转和结余", "结转结余变动率", "结转结余变动率升",
    ]
    + ["公务接待费", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费"].flatMap { item in
      ["预算数", "决算数", "预算完成率"].map { item + $0 }
    }

  private static func key(_ quantity: String) -> String { quantity.filter { !"“”".contains($0) } }
}
