import Accounts
import Disclosing
import Documents
import Evaluations
import Rendering
import Tables
import TestSupport
import Testing

/// What part 3 says of the self-evaluations is what their tables say.
@Suite struct EvaluationNarrativeTests {
  private func amount(_ quantity: String, _ composition: ComposedDisclosure) -> Figure? {
    composition.tables.prose?.claims.first { $0.quantity == quantity && $0.measure == .amount }?.figure
  }

  @Test func countsAndFundsAreThoseOfTheTables() throws {
    let composition = try Example.yunxi.composed
    let tables = composition.document.evaluations.map(\.table).filter { !$0.layout.isOfWholeDepartment }
    #expect(amount("绩效自评项目个数", composition)?.text == "\(tables.count)")
    let rules = try ScoringRules()
    for grade in Grade.allCases {
      let count = tables.count { $0.grade(rules) == grade }
      #expect(amount("自评为\(grade.rawValue)的项目", composition)?.text == "\(count)")
    }
    // Added up from the ledger: 全年预算数 of the six projects.
    var sum = Amount.zero
    for row in try Example.yunxi.ledger.evaluationFunds where row.project != "部门整体支出" {
      sum = try sum.adding(row.fullYearBudget ?? .zero)
    }
    #expect(amount("绩效自评涉及资金", composition)?.content == Figure(sum, in: .wanyuan, decimals: 2).content)
  }

  @Test func theLedgersOwnTextFollows() throws {
    let composition = try Example.yunxi.composed
    let lines = try composition.text("预算绩效")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("自评结果") == true)
  }

  /// While a project's total is not known, no grade is spoken of.
  @Test func gradesAreSpokenOfOnlyWhereAllAreKnown() throws {
    var ledger = try Example.yunxi.ledger
    let index = try #require(
      ledger.evaluationIndicators.firstIndex { row in
        // Closed words are computed; a figure that missed its target is left to a person.
        row.score != nil && row.actual?.hasPrefix("达成") == false
      })
    ledger.evaluationIndicators[index].score = nil
    let composition = try ComposedDisclosure(ledger)
    #expect(amount("绩效自评项目个数", composition) != nil)
    #expect(amount("自评为优的项目", composition) == nil)
  }

  /// What is not known of one table is not nothing: the money of the others is no total, and none is stated.
  @Test func fundsOfATableWithoutABudgetAreNoTotal() throws {
    var ledger = try Example.yunxi.ledger
    for index in ledger.evaluationFunds.indices where ledger.evaluationFunds[index].project == "乡村村晚扶持" {
      ledger.evaluationFunds[index].fullYearBudget = nil
    }
    let composition = try ComposedDisclosure(ledger)
    #expect(amount("绩效自评项目个数", composition)?.text == "6")
    #expect(amount("绩效自评涉及资金", composition) == nil)
    #expect(try composition.text("预算绩效").first?.contains("涉及资金") == false)
  }

  /// A project that fell short is named with what its table says went wrong; those that did well are not.
  @Test func projectsThatFellShortSayWhy() throws {
    var ledger = try Example.yunxi.ledger
    let index = try #require(ledger.evaluationProjects.firstIndex { $0.name == "乡村村晚扶持" })
    ledger.evaluationProjects[index].total = "72"
    ledger.evaluationProjects[index].grade = "中"
    let indicators = ledger.evaluationIndicators.indices.filter {
      ledger.evaluationIndicators[$0].project == "乡村村晚扶持"
    }
    for index in indicators { ledger.evaluationIndicators[index].reason = nil }
    ledger.evaluationIndicators[try #require(indicators.first)].reason = "两个村的演出因场地改造推迟。"
    let text = try #require(try ComposedDisclosure(ledger).text("预算绩效").first)
    #expect(text.contains("“乡村村晚扶持”自评为“中”，主要原因是两个村的演出因场地改造推迟。"))
    #expect(!text.contains("“古城墙抢险加固”自评为"))
  }

  private func numbers(_ change: (inout Ledger) throws -> Void) throws -> [String: String] {
    var ledger = try Example.yunxi.ledger
    try change(&ledger)
    return try #require(try ReportFigures(of: ledger, [EvaluationTable](of: ledger))).numbers
  }

  /// Of the report on the whole department every sum is unknown of which a part is.
  @Test func sumsOfTheReportNeedAllTheirParts() throws {
    let whole = try numbers { _ in }
    // From the ledger: 3215604.18 元; 142386.50 + 186900 + 271466.35 + 28460 元; 180000 + 200000 + 320000 + 60000 元;
    // 3268450 + 9236541.20 + 14683217.46 元.
    #expect(whole["年初结转和结余"] == "321.560418")
    #expect(whole["“三公”经费决算数"] == "62.921285" && whole["“三公”经费预算数"] == "76")
    #expect(whole["政府采购金额"] == "2718.820866")
    let opening = try numbers { $0.balances.removeAll { $0.fund == .generalBudget } }
    for name in ["年初结转和结余", "年末结转和结余", "结转结余变动率"] { #expect(opening[name] == nil, "\(name)") }
    #expect(opening["一般公共预算支出"] == whole["一般公共预算支出"])
    let budget = try numbers { ledger in
      let index = try #require(ledger.threePublic.firstIndex { $0.item == .abroad })
      ledger.threePublic[index].initialBudget = nil
    }
    for name in ["“三公”经费预算数", "“三公”经费预算完成率"] { #expect(budget[name] == nil, "\(name)") }
    #expect(budget["“三公”经费决算数"] == "62.921285" && budget["公务用车购置费预算数"] == "20")
    let spent = try numbers { $0.threePublic.removeAll { $0.item == .abroad } }
    #expect(spent["“三公”经费决算数"] == nil && spent["“三公”经费变动率"] == nil)
    let works = try numbers { $0.other.removeAll { $0.item == .procuredWorks } }
    #expect(works["政府采购金额"] == nil)
  }
}
