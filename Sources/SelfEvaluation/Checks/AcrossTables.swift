import Accounts

/// The checks that concern all tables together: one a project, amounts of the accounts, what the prose states.
struct AcrossTables {
  let tables: [EvaluationTable]
  let accounts: AccountsOfProjects
  let tools: CheckedTable.Tools
  private(set) var report: EvaluationReport

  init(_ tables: [EvaluationTable], accounts: AccountsOfProjects, tools: CheckedTable.Tools) {
    self.tables = tables
    self.accounts = accounts
    self.tools = tools
    report = EvaluationReport()
  }

  mutating func check() {
    checkProjects()
    checkAmounts()
    checkNumber()
    checkFunds()
    checkGrades()
  }

  private mutating func violated(
    _ rule: RuleID, _ message: String, _ operands: [Finding.Operand], expected: String? = nil,
    residual: String? = nil
  ) {
    guard let catalogued = tools.rules[rule] else { return }
    report.violated(
      rule,
      Finding(
        rule: rule.rawValue, severity: catalogued.worstSeverity, message: message, operands: operands,
        expected: expected, residual: residual, advice: catalogued.advice))
  }

  private func nameOperand(_ index: Int) -> Finding.Operand {
    Finding.Operand(
      address: CellAddress(table: index + 1).single("项目名称"), label: "项目名称", printed: tables[index].project,
      place: tables[index].totalScore.place)
  }

  /// The indices of the tables of each project.
  private var tablesByProject: [String: [Int]] {
    Dictionary(grouping: tables.indices) { tables[$0].project.foldedForComparison }
  }

  private mutating func checkProjects() {
    let byProject = tablesByProject
    for (index, table) in tables.enumerated() {
      guard let same = byProject[table.project.foldedForComparison], same.first == index else { continue }
      if same.count > 1 {
        violated(.oneTablePerProject, "“\(table.project)”有 \(same.count) 张自评表", same.map(nameOperand), expected: "1")
      } else if let projects = accounts.projects,
        !projects.contains(where: { $0.name.foldedForComparison == table.project.foldedForComparison })
      {
        violated(.oneTablePerProject, "决算中没有项目“\(table.project)”", [nameOperand(index)])
      } else {
        report.held(.oneTablePerProject)
      }
    }
    for project in accounts.projects ?? [] where byProject[project.name.foldedForComparison] == nil {
      violated(
        .oneTablePerProject, "项目“\(project.name)”没有自评表",
        [Finding.Operand(address: "绩效", label: "自评表", printed: "", place: nil)], expected: project.name)
    }
  }

  private mutating func checkAmounts() {
    let byProject = tablesByProject
    for project in accounts.projects ?? [] {
      for index in byProject[project.name.foldedForComparison] ?? [] {
        guard let total = tables[index].fund.first(where: { $0.role == .total }) else { continue }
        for (cell, amount) in [(FundCell.fullYearBudget, project.budget), (.executed, project.executed)] {
          if let amount { check(amount, against: total, cell, table: index) }
        }
      }
    }
  }

  /// The amount printed in 万元 has to be one that the exact amount prints as.
  private mutating func check(_ amount: Amount, against row: FundRow, _ cell: FundCell, table: Int) {
    let address = CellAddress(table: table + 1).fund(row, cell)
    guard !row[cell].isDamaged, let figure = Figure(printed: row[cell].text.foldedForComparison, unit: .money(.wanyuan))
    else { return report.notChecked(.amountsOfAccounts, at: address, "残缺或不是金额") }
    // Nothing printed is nothing spent.
    guard let interval = figure.interval ?? (figure.content == .blank ? 0...0 : nil) else {
      return report.notChecked(.amountsOfAccounts, at: address, "不是金额")
    }
    if interval.contains(amount.fen) { return report.held(.amountsOfAccounts) }
    violated(
      .amountsOfAccounts, "“\(tables[table].project)”的\(cell.rawValue)与决算不一致",
      [
        Finding.Operand(
          address: address, label: row.name + cell.rawValue, printed: row[cell].text, place: row[cell].place)
      ],
      expected: Figure(amount, in: .wanyuan, decimals: 6).text)
  }

  private mutating func checkNumber() {
    guard let stated = accounts.statedNumber else { return }
    if stated == tables.count { return report.held(.statedNumber) }
    violated(
      .statedNumber, "文字所述的项目个数与自评表张数不一致",
      [Finding.Operand(address: "绩效", label: "文字所述个数", printed: String(stated), place: nil)],
      expected: String(tables.count))
  }

  private mutating func checkFunds() {
    for (cell, stated) in accounts.statedFunds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      do {
        var sum = Rational.zero
        var unknown: String?
        for (index, table) in tables.enumerated() {
          let total = table.fund.first { $0.role == .total }
          guard let value = total?[cell].reading.valueOrZero else {
            unknown = "第 \(index + 1) 张表的\(cell.rawValue)残缺或不是数字"
            break
          }
          sum = try sum + value
        }
        if let unknown {
          report.notChecked(.statedFunds, at: "绩效", unknown)
        } else if try sum.rounded(stated.decimals) == stated.value {
          report.held(.statedFunds)
        } else {
          violated(
            .statedFunds, "文字所述的\(cell.rawValue)合计与各表之和不一致",
            [
              Finding.Operand(
                address: "绩效", label: "文字所述\(cell.rawValue)", printed: try stated.value.text(decimals: stated.decimals),
                place: nil)
            ], expected: sum.shortText(), residual: try (sum - stated.value).magnitude().shortText())
        }
      } catch {
        report.notChecked(.statedFunds, at: "绩效", "数字过大，无法准确计算")
      }
    }
  }

  /// The grades printed, or those of the totals where none is.
  private mutating func checkGrades() {
    guard !accounts.statedGrades.isEmpty else { return }
    let grades = tables.map { table -> Grade? in
      if table.grade.isDamaged { return nil }
      if !table.grade.isBlank { return Grade(rawValue: table.grade.text.foldedForComparison) }
      return table.totalScore.number.flatMap { tools.scoring.grade(of: $0.value) }
    }
    for grade in Grade.allCases {
      guard let stated = accounts.statedGrades[grade] else { continue }
      guard !grades.contains(nil) else {
        report.notChecked(.statedGrades, at: "绩效", "有的表没有等级")
        continue
      }
      let count = grades.count { $0 == grade }
      if count == stated {
        report.held(.statedGrades)
      } else {
        violated(
          .statedGrades, "文字所述的“\(grade.rawValue)”个数与表不一致",
          [Finding.Operand(address: "绩效", label: "文字所述“\(grade.rawValue)”", printed: String(stated), place: nil)],
          expected: String(count))
      }
    }
  }
}
