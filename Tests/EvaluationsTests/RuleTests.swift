import Accounts
import Checks
import Evaluations
import TestSupport
import Testing

/// Each rule by itself: silent on a table in order, and speaking up when one cell is altered.
@Suite struct RuleTests {
  /// A cell altered, and the rules that have to speak of it, exactly.
  struct Alteration: Sendable, CustomTestStringConvertible {
    let layout: String
    let name: String
    let rules: Set<String>
    let alter: @Sendable (inout EvaluationTable) -> Void

    var testDescription: String { "\(layout) \(name)" }
  }

  static let alterations: [Alteration] = [
    .init(layout: "C", name: "rate off by its last place", rules: ["P-E1"]) { $0.fund[1].rate = PrintedCell("99.99%") },
    .init(layout: "C", name: "fund score off by a hundredth", rules: ["P-E2", "P-E4"]) {
      $0.fund[0].score = PrintedCell("9.99")
    },
    .init(layout: "A", name: "fund score off by half a point", rules: ["P-E4"]) {
      $0.fund[0].score = PrintedCell("9.5")
    },
    .init(layout: "A", name: "fund score off by more than half", rules: ["P-E2", "P-E4", "P-X6"]) {
      $0.fund[0].score = PrintedCell("9.49")
    },
    .init(layout: "C", name: "weights above 100", rules: ["P-E3", "P-E6", "P-E8", "P-X1"]) {
      $0.indicators[5].weight = PrintedCell("10.01")
    },
    .init(layout: "C", name: "fund weight of 100", rules: ["P-E3"]) { $0.fund[0].weight = PrintedCell("100") },
    .init(layout: "D", name: "total off by a tenth", rules: ["P-E4"]) { $0.totalScore = PrintedCell("99.9") },
    .init(layout: "C", name: "score above its weight", rules: ["P-E4", "P-E5"]) {
      $0.indicators[5].score = PrintedCell("10.01")
    },
    .init(layout: "B", name: "weights of 二级指标 exchanged", rules: ["P-E6"]) {
      ($0.indicators[0].weight, $0.indicators[1].weight) = ($0.indicators[1].weight, $0.indicators[0].weight)
      ($0.indicators[0].score, $0.indicators[1].score) = ($0.indicators[1].score, $0.indicators[0].score)
    },
    .init(layout: "D", name: "missed with full score", rules: ["P-E7"]) {
      $0.goal.actual = .blank
      $0.indicators[0].actual = PrintedCell("99批次")
    },
    .init(layout: "A", name: "missed, in proportion, reason given", rules: []) {
      $0.goal.actual = .blank
      $0.indicators[0].actual = PrintedCell("90批次")
      $0.indicators[0].score = PrintedCell("9")
      $0.indicators[0].reason = PrintedCell("任务减少，今后据实申报")
      $0.totalScore = PrintedCell("99")
    },
    .init(layout: "A", name: "missed, out of proportion", rules: ["P-X3"]) {
      $0.goal.actual = .blank
      $0.indicators[0].actual = PrintedCell("90批次")
      $0.indicators[0].score = PrintedCell("8.4")
      $0.indicators[0].reason = PrintedCell("任务减少，今后据实申报")
      $0.totalScore = PrintedCell("98.4")
    },
    .init(layout: "A", name: "missed without reason", rules: ["P-E8"]) {
      $0.goal.actual = .blank
      $0.indicators[0].actual = PrintedCell("90批次")
      $0.indicators[0].score = PrintedCell("9")
      $0.indicators[0].reason = PrintedCell("无")
      $0.totalScore = PrintedCell("99")
    },
    .init(layout: "A", name: "target exceeded by 200%", rules: ["P-E9"]) {
      $0.indicators[0].actual = PrintedCell("300批次")
    },
    .init(layout: "A", name: "target exceeded by 199%", rules: []) { $0.indicators[0].actual = PrintedCell("299批次") },
    .init(layout: "B", name: "grade below its total", rules: ["P-E10"]) { $0.grade = PrintedCell("良") },
    .init(layout: "C", name: "cost unlike what was executed", rules: ["P-E11"]) {
      $0.indicators[3].actual = PrintedCell("190000元")
    },
    .init(layout: "C", name: "sources beside the total", rules: ["P-E12"]) {
      $0.fund[3].executed = PrintedCell("0.01")
    },
    .init(layout: "D", name: "parts by expenditure beside the total", rules: ["P-E12"]) {
      $0.fund[5].executed = PrintedCell("0.01")
    },
    .init(layout: "B", name: "carried over what was spent", rules: ["P-E13"]) {
      $0.fund[0].carriedOver = PrintedCell("0.002")
    },
    .init(layout: "C", name: "met with points lost", rules: ["P-X1"]) {
      $0.indicators[0].score = PrintedCell("19")
      $0.indicators[0].reason = PrintedCell("目标偏低")
      $0.totalScore = PrintedCell("99")
    },
    .init(layout: "C", name: "words for a figure", rules: ["P-X2"]) { $0.indicators[5].actual = PrintedCell("满意") },
    .init(layout: "A", name: "no 时效指标", rules: ["P-X4"]) { $0.indicators[2].level2 = PrintedCell("质量指标") },
    .init(layout: "C", name: "budget cut to what was spent", rules: ["P-X5"]) {
      $0.fund[0].initialBudget = PrintedCell("30")
      $0.fund[1].initialBudget = PrintedCell("30")
    },
    .init(layout: "B", name: "= on the better side", rules: ["P-X8"]) {
      $0.indicators[4].actual = PrintedCell("3.01%")
    },
    .init(layout: "B", name: "no score", rules: ["P-X9", "P-E8"]) {
      $0.indicators[1].score = .blank
      $0.totalScore = PrintedCell("90")
    },
    .init(layout: "C", name: "no score, where no layout says what that means", rules: ["P-X9"]) {
      $0.indicators[1].score = .blank
      $0.totalScore = PrintedCell("90")
    },
    .init(layout: "A", name: "weights of 90 in all, printed so", rules: ["P-E3"]) {
      $0.totalWeight = PrintedCell("90")
    },
    .init(layout: "C", name: "a total above 100", rules: ["P-E4", "P-E5"]) { $0.totalScore = PrintedCell("100.5") },
    .init(layout: "A", name: "points for a survey not made", rules: ["P-E14"]) {
      $0.indicators[5].actual = PrintedCell("/")
    },
    .init(layout: "C", name: "points for a survey that the reason says was not made", rules: ["P-E14"]) {
      $0.indicators[5].reason = PrintedCell("今年没有开展满意度调查")
    },
    .init(layout: "D", name: "points for a survey not made, in words", rules: ["P-E14", "P-X2", "P-E17"]) {
      $0.indicators[5].actual = PrintedCell("未组织问卷调查")
    },
    .init(layout: "A", name: "no points for a survey not made", rules: []) {
      $0.indicators[5].actual = .blank
      $0.indicators[5].reason = PrintedCell("未进行满意度调查，下年补做")
      $0.indicators[5].score = PrintedCell("0")
      $0.totalScore = PrintedCell("90")
    },
    .init(layout: "C", name: "a survey replaced by another", rules: []) {
      $0.indicators[5].reason = PrintedCell("未开展问卷调查，以电话回访代替")
    },
    .init(layout: "C", name: "more content than all", rules: ["P-E15"]) {
      $0.indicators[5].actual = PrintedCell("105%")
    },
    .init(layout: "C", name: "a target of more than all", rules: ["P-E15", "P-E7", "P-E17"]) {
      $0.indicators[5].target = PrintedCell("≥105%")
    },
    .init(layout: "C", name: "more done than planned", rules: ["P-E15"]) {
      $0.indicators[4].level3 = PrintedCell("任务完成率")
      ($0.indicators[4].target, $0.indicators[4].actual) = (PrintedCell("≥100%"), PrintedCell("120%"))
    },
    .init(layout: "C", name: "growth above all", rules: []) {
      $0.indicators[4].level3 = PrintedCell("合格率增长率")
      ($0.indicators[4].target, $0.indicators[4].actual) = (PrintedCell("≥100%"), PrintedCell("120%"))
    },
    .init(layout: "A", name: "more spent than there was", rules: ["P-E15", "P-E12", "P-E11"]) {
      $0.fund[0].executed = PrintedCell("21")
      $0.fund[0].rate = PrintedCell("105%")
    },
    .init(layout: "C", name: "a thirteenth month", rules: ["P-E16"]) {
      $0.indicators[2].target = PrintedCell("2024年13月底前")
    },
    .init(layout: "B", name: "a 30th of February", rules: ["P-E16"]) {
      $0.goal.actual = PrintedCell("2024年2月30日完成")
    },
    .init(layout: "D", name: "all said done, and one missed", rules: ["P-E17"]) {
      $0.indicators[0].actual = PrintedCell("99批次")
      $0.indicators[0].score = PrintedCell("18.5")
      $0.indicators[0].reason = PrintedCell("任务减少")
      $0.goal.actual = PrintedCell("各项指标全部完成")
      $0.totalScore = PrintedCell("98.5")
    },
    .init(layout: "A", name: "another number in the words", rules: ["P-E18"]) {
      $0.goal.actual = PrintedCell("抽检批次达到121批次")
    },
    .init(layout: "A", name: "last year's number in the words", rules: []) {
      $0.goal.actual = PrintedCell("上年：抽检批次121批次")
    },
    .init(layout: "B", name: "a ledger not scored yet", rules: ["P-X9"]) {
      $0.origin = .ledger
      $0.indicators[1].score = .blank
      $0.totalScore = .blank
      $0.grade = .blank
    },
  ]

  @Test(arguments: ["A", "B", "C", "D"]) func tablesInOrderAreHeldToBe(layout: String) throws {
    let report = try EvaluationChecker().report(on: [SoundTable.make(layout: layout)])
    #expect(report.findings == [])
    // The words of 质量指标 cannot be compared; everything else is checked.
    #expect(report.notChecked.map(\.rule) == ["P-E7"])
    let rules = try RuleCatalogue.standard().rules.filter { $0.layouts.contains(layout) }
    // What stands beside the table is checked in OverallTests.
    for rule in rules where !rule.id.hasPrefix("P-D") && !["P-S2", "P-S3", "P-S4", "P-S5", "P-X3"].contains(rule.id) {
      #expect(report.rules[rule.id]?.held ?? 0 > 0, "\(rule.id)")
    }
  }

  @Test(arguments: alterations) func alteredCellsAreFound(alteration: Alteration) throws {
    var table = try SoundTable.make(layout: alteration.layout)
    alteration.alter(&table)
    let report = try EvaluationChecker().report(on: [table])
    #expect(Set(report.findings.map(\.rule)) == alteration.rules, "\(report.findings.map(\.message))")
  }

  /// What depends on a score that was not given yet is said to be not checked: nothing was lost, and nothing adds up.
  @Test(arguments: ["A", "B", "C", "D"]) func openScoresAreNotChecked(layout: String) throws {
    var table = try SoundTable.make(layout: layout)
    table.origin = .ledger
    for index in table.indicators.indices {
      table.indicators[index].score = .blank
      table.indicators[index].actual = PrintedCell("尚在汇总")
    }
    table.totalScore = .blank
    table.grade = .blank
    let report = try EvaluationChecker().report(on: [table])
    #expect(Set(report.findings.map(\.rule)) == ["P-X9"])
    for rule in ["P-E5", "P-E7", "P-E8"] {
      #expect(report.rules[rule]?.notChecked == table.indicators.count, "\(rule)")
    }
    #expect(report.rules["P-E4"]?.notChecked == 1)
  }

  @Test func everyRuleIsSeenViolated() throws {
    let across: Set = ["P-S1", "P-S2", "P-S3", "P-S4", "P-S5"]
    var seen = Self.alterations.reduce(into: across) { $0.formUnion($1.rules) }
    for alteration in OverallTests.alterations { seen.formUnion(alteration.rules) }
    #expect(seen == Set(try RuleCatalogue.standard().rules.filter { $0.family == .selfEvaluation }.map(\.id)))
    #expect(seen == Set(RuleID.allCases.map(\.rawValue).filter { $0.hasPrefix("P-") }))
  }

  /// Whatever cell is damaged, nothing is found that was not there, and something is said to be not checked.
  @Test(arguments: ["A", "B", "C", "D"]) func damagedCellsAreNotChecked(layout: String) throws {
    let checker = try EvaluationChecker()
    let sound = try SoundTable.make(layout: layout)
    func expectSilence(_ cell: String, _ damage: (inout EvaluationTable) -> Void) {
      var table = sound
      damage(&table)
      let report = checker.report(on: [table])
      #expect(report.findings == [], "\(cell)")
    }
    for index in sound.fund.indices {
      for cell in FundCell.allCases {
        expectSilence("\(index) \(cell)") { $0.fund[index][cell] = .damaged("1") }
      }
    }
    for index in sound.indicators.indices {
      for cell in IndicatorCell.allCases {
        expectSilence("\(index) \(cell)") { $0.indicators[index][cell] = .damaged("1") }
      }
    }
    expectSilence("总分") { $0.totalScore = .damaged("1") }
    expectSilence("等级") { $0.grade = .damaged("良") }
    expectSilence("缺行") {
      $0.indicators.removeLast()
      $0.hasLostRows = true
    }
    var table = sound
    table.totalScore = .damaged("99")
    #expect(checker.report(on: [table]).notChecked.contains { $0.rule == "P-E4" && $0.subject == "绩效.1.总分" })
  }

  /// Hostile cells end in findings or in what is not checked, never in a trap.
  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "0.0000000000000000001", "0", "-1", "1e9",
    "∞", "≥", "%", "......", "9223372036854775807%", "≥9223372036854775807万元", "\u{0}", "１２３",
  ])
  func extremesDoNotTrap(text: String) throws {
    let (checker, scoring) = (try EvaluationChecker(), try Scoring())
    for layout in ["A", "B", "C", "D"] {
      var table = try SoundTable.make(layout: layout)
      for index in table.fund.indices { for cell in FundCell.allCases { table.fund[index][cell] = PrintedCell(text) } }
      for index in table.indicators.indices {
        for cell in [IndicatorCell.target, .actual, .weight, .score] {
          table.indicators[index][cell] = PrintedCell(text)
        }
      }
      let report = checker.report(on: [table])
      #expect(!report.findings.isEmpty || !report.notChecked.isEmpty)
      for origin in [EvaluationTable.Origin.publication, .ledger] {
        table.origin = origin
        let scores = scoring.scores(of: table)
        #expect(scores.indicators.count == table.indicators.count)
      }
    }
  }

  @Test func findingsComeInTheSameOrder() throws {
    let tables = try TranscribedTables.all.map { try $0.evaluationTable() }
    let (first, second) = (try EvaluationChecker().report(on: tables), try EvaluationChecker().report(on: tables))
    #expect(first.findings == second.findings)
    #expect(first.notChecked == second.notChecked)
    #expect(first.rules == second.rules)
  }
}
