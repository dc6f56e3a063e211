import Accounts
import Checks
import Formats
import Tables

/// The working paper (工作底稿) of a check before it is a workbook or a Word file: what an auditor signs and files.
///
/// It holds every figure, id and place that the report for programs holds; nothing is cut short.
struct WorkingPaper {
  static let title = "部门决算公开核对工作底稿"

  /// What is said of one input.
  struct Input {
    let name: String
    /// Its name and text each: whose it is, how it stands.
    let particulars: [(name: String, text: String)]
    let files: [CheckedFile]
    /// How many findings of each severity concern each table.
    let findingsByTable: [[String]]
    /// Why what was not checked was not, and how often.
    let reasonsNotChecked: [(reason: String, count: Int)]
  }

  /// A finding with its number in the paper.
  struct Numbered {
    let number: String
    let finding: Finding
    let id: String
    let whereabouts: String
    let input: String
    /// Whether it is new, where an earlier report is known.
    let isNew: Bool?
    /// The rules beside its own that are violated too.
    let also: [String]

    /// By which links find it.
    var key: String { "f" + number }
  }

  /// What it is going to be.
  enum Medium {
    /// A workbook, in which a finding is a row and its figures are rows of another sheet.
    case workbook
    /// A Word file, in which each finding has its figures below it.
    case document
  }

  let run: CheckRun
  let inputs: [Input]
  let findings: [Numbered]
  /// The tables in the order in which they stand, the findings first.
  let tables: [PaperTable]
  private let titles: [String: String]

  init(of run: CheckRun, as medium: Medium) {
    self.run = run
    titles = Dictionary(run.record.rules.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
    inputs = run.inputs.map { Self.input($0, in: run) }
    findings = Self.findings(of: run)
    var tables: [PaperTable] = []
    let rows = PaperRows(run, findings: findings, titles: titles, medium: medium)
    let hasSince = findings.contains { $0.isNew != nil }
    tables.append(rows.findings(saysNew: hasSince))
    tables.append(rows.symptoms())
    if medium == .workbook { tables.append(rows.operands()) }
    tables.append(rows.waived())
    tables.append(rows.duties())
    tables.append(rows.unchecked())
    tables.append(rows.unread())
    tables.append(rows.residuals())
    tables.append(rows.since())
    tables.append(rows.unusedWaivers())
    tables.append(rows.rules())
    self.tables = tables.filter { $0.isAlwaysThere || !$0.rows.isEmpty }
  }

  /// What must hold by a rule, in words; empty for one that is not known.
  func title(of rule: String) -> String { titles[rule] ?? "" }

  /// Whose the paper is: the unit and the year, where there is one input only.
  var subject: String {
    guard run.inputs.count == 1, case .report(_, let tables) = run.inputs[0].outcome else {
      return "\(run.inputs.count) 份公开文件"
    }
    let unit = tables.unitName ?? run.inputs[0].name
    return unit + (tables.year.map { "　\($0) 年度" } ?? "")
  }

  /// The heads of ``Input/findingsByTable``.
  static let tableHeadings = ["表", "错误", "警告", "提示"]

  private static func input(_ input: CheckedInput, in run: CheckRun) -> Input {
    let basis = CheckBasis(of: input, in: run)
    var particulars = [(name: "核对对象", text: input.name)] + basis.particulars
    if run.record.date == nil { particulars.append(("核对日期", "")) }
    let verdict = input.verdict(strict: run.isStrict).word
    switch input.outcome {
    case .unusable(let problems):
      particulars.append(("结论", verdict))
      for problem in problems { particulars.append(("读不懂", problem.message)) }
      return Input(
        name: input.name, particulars: particulars, files: basis.files, findingsByTable: [], reasonsNotChecked: [])
    case .report(let report, let tables):
      particulars.append(("结论", "\(verdict)。\(report.verdict)"))
      let summaries = [
        ("公开义务", report.dutiesSummary), ("文字中的数", report.numbers?.summary), ("表样吻合", report.form?.summary),
        ("与上次比", report.since?.summary),
      ]
      for case (let name, let summary?) in summaries { particulars.append((name, summary)) }
      let counts = report.findingsByTable.map { key, _ in
        let found = report.findings.filter { $0.tables.contains(key) }
        return [tables.name(ofTable: key)]
          + Finding.Severity.allCases.map { severity in String(found.count { $0.severity == severity }) }
      }
      return Input(
        name: input.name, particulars: particulars, files: basis.files, findingsByTable: counts,
        reasonsNotChecked: report.reasonsNotChecked)
    }
  }

  private static func findings(of run: CheckRun) -> [Numbered] {
    var all: [Numbered] = []
    for input in run.inputs {
      guard case .report(let report, let tables) = input.outcome else { continue }
      let violated = report.violatedRules
      for (finding, id) in zip(report.findings, report.ids) {
        all.append(
          Numbered(
            number: String(all.count + 1), finding: finding, id: id,
            whereabouts: finding.whereabouts(input.name, tables), input: input.name,
            isNew: report.since.map { !$0.standing.contains(id) }, also: finding.alsoViolated(of: violated)))
      }
    }
    return all
  }
}

extension Rule {
  /// What must hold, with the formulas of an identity.
  fileprivate var words: String {
    ([title] + (identity?.formulas ?? []) + (identity?.condition.map { ["条件：" + $0.text] } ?? []))
      .joined(separator: "\n")
  }
}

extension Finding.Severity {
  /// The colour behind the word, which says it without the colour too.
  var fill: CellColor {
    switch self {
    case .error: CellColor(0xFBE3E4)
    case .warning: CellColor(0xFFF2CC)
    case .note: CellColor(0xE8F0FB)
    }
  }
}
