import Accounts
import Evaluations

/// The checks that concern all tables together: one a project, amounts of the accounts, what the prose states.
struct AcrossTables {
  private let all: [EvaluationTable]
  let accounts: AccountsOfProjects
  let tools: CheckedTable.Tools
  /// The tables of projects: that of the whole department is none.
  private let indices: [Int]
  /// How many more tables there are that were not understood; any of them may be of any project.
  private let lost: Int
  private(set) var report: CheckReport

  init(_ tables: [EvaluationTable], lost: Int, accounts: AccountsOfProjects, tools: CheckedTable.Tools) {
    all = tables
    indices = tables.indices.filter { !tables[$0].layout.isOfWholeDepartment }
    self.lost = lost
    self.accounts = accounts
    self.tools = tools
    report = CheckReport.empty
  }

  mutating func check() {
    checkProjects()
    checkAmounts()
    checkNumber()
    checkFunds()
    checkInvolved()
    checkGrades()
  }

  /// How many tables the prose speaks of and the publication lacks; nothing can be summed over those.
  private var missing: Int { max(0, (accounts.statedNumber ?? 0) - indices.count) }

  private static let lostTables = "有的自评表没有读懂"

  private mutating func violated(
    _ rule: RuleID, _ message: String, _ operands: [Finding.Operand], expected: String? = nil,
    residual: String? = nil, in one: RuleCase? = nil
  ) {
    let catalogued = tools.rules[rule]
    report.violated(
      rule,
      Finding(
        rule: rule.rawValue, severity: catalogued.severity(one), message: message, operands: operands,
        expected: expected, residual: residual, advice: catalogued.advice(one)))
  }

  private func nameOperand(_ index: Int) -> Finding.Operand {
    Finding.Operand(
      address: CellAddress(table: index + 1).single("项目名称"), label: "项目名称", printed: all[index].project,
      place: all[index].totalScore.place)
  }

  /// The indices of the tables of each project.
  private var tablesByProject: [String: [Int]] {
    Dictionary(grouping: indices) { all[$0].project.foldedForComparison }
  }

  private mutating func checkProjects() {
    let byProject = tablesByProject
    for index in indices {
      let table = all[index]
      guard table.project.isLegible else {
        report.notChecked(
          .oneTablePerProject, at: CellAddress(table: index + 1).single("项目名称"), "项目名称残缺")
        continue
      }
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
    // What was paid back is no project of the year.
    let without = (accounts.projects ?? []).filter { project in
      byProject[project.name.foldedForComparison] == nil && (project.executed.map { $0 > .zero } ?? true)
    }
    guard !without.isEmpty else { return }
    guard lost == 0, indices.allSatisfy({ all[$0].project.isLegible }) else {
      return report.notChecked(.oneTablePerProject, at: "绩效", Self.lostTables)
    }
    // Which projects have to be evaluated differs by place: that some have no table is worth a look, and no more.
    violated(
      .oneTablePerProject, "有 \(without.count) 个项目没有自评表",
      without.map { Finding.Operand(address: "绩效", label: "\($0.name)", printed: "", place: nil) }, in: .withoutTable)
  }

  private mutating func checkAmounts() {
    let byProject = tablesByProject
    for project in accounts.projects ?? [] {
      for index in byProject[project.name.foldedForComparison] ?? [] {
        guard let total = all[index].fund.first(where: { $0.role == .total }) else { continue }
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
      .amountsOfAccounts, "“\(all[table].project)”的\(cell.rawValue)与决算不一致",
      [
        Finding.Operand(
          address: address, label: row.name + cell.rawValue, printed: row[cell].text, place: row[cell].place)
      ],
      expected: Figure(amount, in: .wanyuan, decimals: 6).text)
  }

  private mutating func checkNumber() {
    guard let stated = accounts.statedNumber else { return }
    guard lost == 0 || stated < indices.count else {
      return report.notChecked(.statedNumber, at: "绩效", Self.lostTables)
    }
    if stated == indices.count { return report.held(.statedNumber) }
    violated(
      .statedNumber, "文字所述的项目个数与自评表张数不一致",
      [
        Finding.Operand(
          address: "文.绩效自评项目个数.1", label: "文字所述个数", printed: String(stated), place: accounts.statedPlace)
      ], expected: String(indices.count), in: indices.count < stated ? .fewerTables : nil)
  }

  private mutating func checkFunds() {
    for (cell, stated) in accounts.statedFunds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      do {
        switch try sum(of: cell) {
        case .unknown(let reason): report.notChecked(.statedFunds, at: "绩效", reason)
        case .between(let sums) where try rounded(sums, stated).contains(stated.value): report.held(.statedFunds)
        case .between(let sums): try violatedFunds("\(cell.rawValue)合计", stated, sums)
        }
      } catch {
        report.notChecked(.statedFunds, at: "绩效", NumberOverflow.words)
      }
    }
  }

  /// 涉及资金 is one of the sums of the tables; which of them, places differ in.
  private mutating func checkInvolved() {
    guard let stated = accounts.statedInvolved else { return }
    do {
      var reason: String?
      var whole: ClosedRange<Rational>?
      for cell in [FundCell.executed, .initialBudget, .fullYearBudget] {
        switch try sum(of: cell) {
        case .unknown(let why): reason = why
        case .between(let sums):
          if try rounded(sums, stated).contains(stated.value) { return report.held(.statedFunds) }
          if cell == .fullYearBudget { whole = sums }
        }
      }
      if let reason { return report.notChecked(.statedFunds, at: "绩效", reason) }
      if let whole { try violatedFunds("涉及资金", stated, whole) }
    } catch {
      report.notChecked(.statedFunds, at: "绩效", NumberOverflow.words)
    }
  }

  private enum Sum {
    /// The exact sum is one of these: amounts are printed rounded in some layouts.
    case between(ClosedRange<Rational>)
    case unknown(String)
  }

  private func sum(of cell: FundCell) throws(NumberOverflow) -> Sum {
    guard lost == 0 else { return .unknown(Self.lostTables) }
    guard missing == 0 else { return .unknown("文字所述的项目比自评表多，少了的表不知道") }
    var (low, high) = (Rational.zero, Rational.zero)
    for index in indices {
      let total = all[index].fund.first { $0.role == .total }
      guard let printed = total?[cell].reading, let value = printed.valueOrZero else {
        return .unknown("第 \(index + 1) 张表的\(cell.rawValue)残缺或不是数字")
      }
      var half = Rational.zero
      if let decimals = all[index].layout.scoring.roundedAmountDecimals, value != .zero {
        half = try Rational(1, over: Rational.powerOfTen(decimals)) / Rational(2)
      }
      low = try low + value - half
      high = try high + value + half
    }
    return .between(low...high)
  }

  private func rounded(
    _ sums: ClosedRange<Rational>, _ stated: PrintedNumber
  ) throws(NumberOverflow) -> ClosedRange<Rational> {
    let low = try sums.lowerBound.rounded(stated.decimals)
    return low...max(low, try sums.upperBound.rounded(stated.decimals))
  }

  private mutating func violatedFunds(
    _ name: String, _ stated: PrintedNumber, _ sums: ClosedRange<Rational>
  ) throws(NumberOverflow) {
    let sum = try (sums.lowerBound + sums.upperBound) / Rational(2)
    violated(
      .statedFunds, "文字所述的\(name)与各表之和不一致",
      [
        Finding.Operand(
          address: "文.绩效自评涉及资金.1", label: "文字所述\(name)", printed: try stated.value.text(decimals: stated.decimals),
          place: accounts.statedPlace)
      ], expected: sum.shortText(), residual: try (sum - stated.value).magnitude().shortText())
  }

  /// The grades printed, or those of the totals where none is.
  ///
  /// Where tables are missing, these may have any grade: no grade may be stated less often than the others have it.
  private mutating func checkGrades() {
    guard !accounts.statedGrades.isEmpty else { return }
    let grades = indices.map { all[$0].grade(tools.scoring.rules) }
    for grade in Grade.allCases {
      guard let stated = accounts.statedGrades[grade] else { continue }
      guard !grades.contains(nil) else {
        report.notChecked(.statedGrades, at: "绩效", "有的表没有等级")
        continue
      }
      let count = grades.count { $0 == grade }
      guard lost == 0 || stated < count else {
        report.notChecked(.statedGrades, at: "绩效", Self.lostTables)
        continue
      }
      if (count...count + missing).contains(stated) {
        report.held(.statedGrades)
      } else {
        violated(
          .statedGrades, "文字所述的“\(grade.rawValue)”个数与表不一致",
          [
            Finding.Operand(
              address: "文.自评为\(grade.rawValue)的项目.1", label: "文字所述“\(grade.rawValue)”", printed: String(stated),
              place: accounts.statedPlace)
          ], expected: String(count))
      }
    }
  }
}
