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
}
