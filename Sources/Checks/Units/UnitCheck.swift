import Accounts
import Formats
package import Tables

/// Holds a department's tables against those of its units (部门与所属单位): each figure is the sum of theirs, less the transfers
/// between them that are taken away.
///
/// What was not read of any of them is neither zero nor blank: whatever needs it is not checked.
package struct UnitCheck: Sendable {
  let catalogue: RuleCatalogue
  let cells: TransferCells
  let lines: CategoryLines
  /// The 类 of each line of 01.
  let categories: [String: String]

  /// The check, with the lines of the national form, which addresses count; throws when the built-in data is damaged.
  package init(national form: Form) throws {
    catalogue = try .disclosures()
    cells = try .standard()
    lines = CategoryLines(form)
    var categories: [String: String] = [:]
    for category in lines.all { categories[lines.line(of: category, in: .t01)] = category }
    self.categories = categories
  }

  /// What came of it.
  package struct Report: Sendable {
    var results: [CaseResult] = []
    var findings: [Finding] = []
    var residuals: [CheckReport.Residual] = []
  }

  /// Compares; linear in the figures of all tables. `included` are the units that a department's ledger says it
  /// consolidates, `lacking` those that it is known to have and that could not be read.
  package func report(
    on department: TableSet, included: [String] = [], units: [UnitTables], lacking: [String] = []
  ) -> Report {
    var report = Report()
    let mismatches = mismatches(department, included, units, lacking)
    guard mismatches.isEmpty, !units.isEmpty else {
      report.findings = mismatches
      for rule in [RuleID.sumOfUnits, .sumLessTransfers] {
        report.results.append(
          CaseResult(identity: rule.rawValue, place: .none, outcome: .notChecked("给出的各单位与部门对不上")))
      }
      return report
    }
    report.results.append(CaseResult(identity: RuleID.unitsComparable.rawValue, place: .none, outcome: .equal))
    var comparison = UnitComparison(self, department, units)
    comparison.run()
    report.results += comparison.results
    report.findings = comparison.findings
    report.residuals = comparison.residuals
    return report
  }

  /// U01: other years, a unit given twice, one that the department says it has and that was not given.
  private func mismatches(
    _ department: TableSet, _ included: [String], _ units: [UnitTables], _ lacking: [String]
  ) -> [Finding] {
    let rule = catalogue[.unitsComparable]
    var findings: [Finding] = lacking.map { rule.finding("所属单位\($0)没有公开，或没有读懂") }
    var seen: [String: String] = [:]
    for unit in units {
      if let year = department.year, let own = unit.tables.year, own != year {
        findings.append(rule.finding("\(unit.name)是 \(own) 年度的，部门是 \(year) 年度的"))
      }
      let name = unit.name.foldedForComparison
      if seen.updateValue(unit.name, forKey: name) != nil { findings.append(rule.finding("\(unit.name)给了不止一份")) }
    }
    for name in included where seen[name.foldedForComparison] == nil {
      findings.append(rule.finding("部门的账写着所属单位\(Problem.quoted(name))，而没有给出它的账或公开文件"))
    }
    return findings
  }
}

extension CheckReport {
  /// Adds what came of holding a department against its units.
  package mutating func add(_ units: UnitCheck.Report) {
    results += units.results
    for result in units.results { counts.add(result.outcome) }
    residuals += units.residuals
    guard !units.findings.isEmpty else { return }
    let added = units.findings.compactMap { one in recognised.map { one.asking(forOriginalOf: $0) } ?? one }
    findings = Checker.ordered(findings + added)
  }
}
