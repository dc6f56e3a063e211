import Evaluations
import Testing

/// Scores computed by the rules, against the printed ones and against the independent findings.
@Suite struct ScoringTests {
  /// Totals that the print itself gets wrong, by the independent list.
  private static let wrongTotals = ["NX-09": "99.03", "YY-01": "189.1"]

  @Test func totalsFollowFromTheScores() throws {
    let (reader, rules) = (try TargetReader(), try ScoringRules())
    for published in PublishedTables.all {
      var table = try published.evaluationTable()
      table.totalScore = .blank
      let score = try TableScore(table, reader: reader, rules: rules)
      let expected = Self.wrongTotals[published.id] ?? published.totalScore ?? ""
      #expect(score.total == .computed(try #require(Rational(decimal: expected))), "\(published.id)")
    }
  }

  @Test func gradesFollowFromTheTotals() throws {
    let rules = try ScoringRules()
    for published in PublishedTables.all {
      let total = try #require(Rational(decimal: published.totalScore ?? ""))
      #expect(rules.grade(of: total)?.rawValue == published.gradeByRule, "\(published.id)")
    }
  }

  @Test(arguments: [
    ("100", Grade.excellent), ("90", .excellent), ("89.99", .good), ("80", .good), ("79.99", .fair), ("60", .fair),
    ("59.99", .poor), ("0", .poor),
  ])
  func thresholdsBelongToTheBetterGrade(total: String, grade: Grade) throws {
    #expect(try ScoringRules().grade(of: #require(Rational(decimal: total))) == grade)
  }

  @Test(arguments: ["100.01", "-0.01"]) func noGradeOutsideTheScale(total: String) throws {
    #expect(try ScoringRules().grade(of: #require(Rational(decimal: total))) == nil)
  }

  /// All twelve fund scores of 宁夏 are the rule's, to two decimals.
  @Test func fundScoresOfNingxiaAreComputed() throws {
    let (reader, rules) = (try TargetReader(), try ScoringRules())
    let tables = PublishedTables.all.filter { $0.source == "ningxia" }
    #expect(tables.count == 12)
    for published in tables {
      var table = try published.evaluationTable()
      let printed = try #require(table.fund[0].score.number)
      table.fund[0].score = .blank
      #expect(try TableScore(table, reader: reader, rules: rules).fund == .computed(printed.value), "\(published.id)")
    }
  }

  /// What the independent list says a missed or exceeded indicator should score: `1.5 = 2 × B/A`, `1.8 (over by …`.
  @Test func proportionsAndDeductionsAreThoseOfTheList() throws {
    let (reader, rules) = (try TargetReader(), try ScoringRules())
    var compared = 0
    for entry in PublishedFindings.all.findings where ["X3", "E9"].contains(entry.check) {
      let published = try #require(PublishedTables.all.first { $0.id == entry.table })
      let row = try #require(published.indicators.first { $0.no == entry.indicator })
      let weight = try #require(Rational(decimal: row.weight ?? ""))
      let score = try #require(
        try IndicatorScore(
          target: reader.target(row.target ?? "", year: 2024), actual: reader.target(row.actual ?? "", year: 2024),
          weight: weight, isCost: row.level2.contains("成本"), reader: reader, rules: rules))
      let expected = try #require(entry.expected?.split(separator: " ").first.map(String.init))
      let decimals = PrintedNumber(expected)?.decimals ?? 0
      #expect(try score.score.rounded(decimals) == Rational(decimal: expected), "\(entry.id ?? "")")
      compared += 1
    }
    #expect(compared == 21)
  }

  /// The steps of 填报注意事项 5, each at its edge: the excess counts, not the ratio.
  @Test(arguments: [
    ("≥100次", "299次", "10"), ("≥100次", "300次", "9"), ("≥100次", "399次", "9"), ("≥100次", "400次", "8"),
    ("≥100次", "599次", "8"), ("≥100次", "600次", "7"), ("3次", "9次", "9"), ("=100次", "600次", "10"),
    ("≤100次", "0次", "10"), ("≤100次", "1次", "10"), ("≤100次", "125次", "8"), ("≥100次", "0次", "0"),
    ("≥100次", "25次", "2.5"), ("≥3万元", "10000元", "3.33"),
  ])
  func stepsOfTheRule(target: String, actual: String, expected: String) throws {
    let reader = try TargetReader()
    let score = try #require(
      try IndicatorScore(
        target: reader.target(target, year: 2024), actual: reader.target(actual, year: 2024), weight: Rational(10),
        isCost: false, reader: reader, rules: ScoringRules()))
    #expect(score.score.shortText(decimals: 2) == expected)
  }

  @Test(arguments: [("及时", "及时"), ("11月底前", "10月"), ("≥90家", "90次"), ("≥90%", "满意")])
  func judgementsAreLeftToPeople(target: String, actual: String) throws {
    let reader = try TargetReader()
    #expect(
      try IndicatorScore(
        target: reader.target(target, year: 2024), actual: reader.target(actual, year: 2024), weight: Rational(10),
        isCost: false, reader: reader, rules: ScoringRules()) == nil)
  }

  /// A blank score is computed where the rule determines it, and marked as computed; elsewhere it stays open.
  @Test func blankScoresAreComputedOnlyByRule() throws {
    let (reader, rules) = (try TargetReader(), try ScoringRules())
    var table = try SoundTable.make(layout: "A")
    table.indicators[0].score = .blank
    table.totalScore = .blank
    let computed = try TableScore(table, reader: reader, rules: rules)
    #expect(computed.indicators[0] == .computed(Rational(10)))
    #expect(computed.total == .computed(Rational(100)))
    #expect(computed.grade == .excellent)
    table.indicators[1].score = .blank
    let open = try TableScore(table, reader: reader, rules: rules)
    #expect(open.indicators[1] == .undetermined)
    #expect(open.total == .undetermined)
    #expect(open.grade == nil)
    table.indicators[1].score = .damaged("1")
    #expect(try TableScore(table, reader: reader, rules: rules).total == .undetermined)
  }

  /// In layout B a blank score means that there are no points.
  @Test func blankScoresOfLayoutBAreNothing() throws {
    var table = try SoundTable.make(layout: "B")
    table.indicators[1].score = .blank
    table.totalScore = .blank
    let score = try TableScore(table, reader: TargetReader(), rules: ScoringRules())
    #expect(score.indicators[1] == .computed(.zero))
    #expect(score.total == .computed(Rational(90)))
  }
}
