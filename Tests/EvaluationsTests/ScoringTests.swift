import Evaluations
import TestSupport
import Testing

/// Scores computed by the rules, against the printed ones and against the independent findings.
@Suite struct ScoringTests {
  /// Totals that the print itself gets wrong, by the independent list; no fund score counts for more than its 分值.
  private static let wrongTotals = ["NX-09": "99.03", "YY-01": "99.1"]

  @Test func totalsFollowFromTheScores() throws {
    let scoring = try Scoring()
    #expect(TranscribedTables.all.count == 37)
    for published in TranscribedTables.all {
      var table = try published.evaluationTable()
      table.totalScore = .blank
      let expected = Self.wrongTotals[published.id] ?? published.totalScore ?? ""
      #expect(
        scoring.scores(of: table).total == .computed(try #require(Rational(decimal: expected))), "\(published.id)")
    }
  }

  @Test func gradesFollowFromTheTotals() throws {
    let rules = try ScoringRules()
    for published in TranscribedTables.all {
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
    let scoring = try Scoring()
    let tables = TranscribedTables.all.filter { $0.source == "ningxia" }
    #expect(tables.count == 12)
    for published in tables {
      var table = try published.evaluationTable()
      let printed = try #require(table.fund[0].score.number)
      table.fund[0].score = .blank
      table.origin = .ledger
      #expect(scoring.scores(of: table).fund == .computed(printed.value), "\(published.id)")
    }
  }

  /// What the independent list says a missed or exceeded indicator should score: `1.5 = 2 × B/A`, `1.8 (over by …`.
  @Test func proportionsAndDeductionsAreThoseOfTheList() throws {
    let scoring = try Scoring()
    let reader = scoring.reader
    var compared = 0
    for entry in TranscribedFindings.all.findings where ["X3", "E9"].contains(entry.check) {
      let published = try #require(TranscribedTables.all.first { $0.id == entry.table })
      let row = try #require(published.indicators.first { $0.no == entry.indicator })
      let weight = try #require(Rational(decimal: row.weight ?? ""))
      let score = try #require(
        try IndicatorScore(
          target: reader.target(row.target ?? "", year: 2024), actual: reader.target(row.actual ?? "", year: 2024),
          weight: weight, isCost: row.level2.contains("成本"), by: scoring))
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
    let scoring = try Scoring()
    let reader = scoring.reader
    let score = try #require(
      try IndicatorScore(
        target: reader.target(target, year: 2024), actual: reader.target(actual, year: 2024), weight: Rational(10),
        isCost: false, by: scoring))
    #expect(score.score.shortText(decimals: 2) == expected)
  }

  @Test(arguments: [("及时", "及时"), ("11月底前", "10月"), ("≥90家", "90次"), ("≥90%", "满意")])
  func judgementsAreLeftToPeople(target: String, actual: String) throws {
    let scoring = try Scoring()
    let reader = scoring.reader
    #expect(
      try IndicatorScore(
        target: reader.target(target, year: 2024), actual: reader.target(actual, year: 2024), weight: Rational(10),
        isCost: false, by: scoring) == nil)
  }

  /// Nothing spent of a cost, and whatever says that it was not done, is a person's to judge: never all points by rule.
  @Test(
    arguments: [
      ("≤20万元", "0万元", "", false), ("≤20万元", "0", "", false), ("20万元", "0.00元", "", false),
      ("≤400元/人/天", "0元/人/天", "", false), ("≤20万元", "19万元", "", true), ("≤5%", "0%", "", true),
      ("≤0万元", "0万元", "", true), ("≤20万元", "19万元", "两场没有开展", false), ("≤20万元", "19万元", "培训未进行", false),
      ("≤20万元", "19万元", "未实施", false), ("≤20万元", "19万元", "因疫情取消", false), ("≤20万元", "19万元", "尚未结算", false),
      ("≤20万元", "19万元", "未能按计划组织", false), ("≤20万元", "19万元", "未对企业进行回访", false),
      ("≤20万元", "19万元", "没有未开展的项目", true), ("≤20万元", "19万元", "全部开展，节约经费", true),
      ("≤20万元", "19万元", "未发现问题", true), ("≤20万元", "19万元", "没有取消的场次", true),
    ] as [(String, String, String, Bool)])
  func whatWasNotDoneIsLeftToPeople(target: String, actual: String, reason: String, isScored: Bool) throws {
    for layout in ["A", "B", "C", "D"] {
      var table = try SoundTable.make(layout: layout)
      table.origin = .ledger
      table.indicators[3].target = PrintedCell(target)
      table.indicators[3].actual = PrintedCell(actual)
      table.indicators[3].reason = PrintedCell(reason)
      table.indicators[3].score = .blank
      table.totalScore = .blank
      let scores = try Scoring().scores(of: table)
      #expect(scores.indicators[3] == (isScored ? .computed(Rational(10)) : .open), "\(layout)")
      #expect(scores.total == (isScored ? .computed(Rational(100)) : .open))
    }
  }

  /// A limit that is no cost is kept by 0: no complaint is what was wanted.
  @Test func nothingOfWhatIsUnwantedIsWorthAllPoints() throws {
    var table = try SoundTable.make(layout: "A")
    table.origin = .ledger
    table.indicators[0].target = PrintedCell("≤3起")
    table.indicators[0].actual = PrintedCell("0起")
    table.indicators[0].score = .blank
    #expect(try Scoring().scores(of: table).indicators[0] == .computed(Rational(10)))
  }

  /// A blank of a ledger is computed where the rules determine it, and marked as computed; elsewhere it stays open.
  @Test func blankScoresAreComputedOnlyByRule() throws {
    let scoring = try Scoring()
    var table = try SoundTable.make(layout: "A")
    table.origin = .ledger
    table.indicators[0].score = .blank
    table.totalScore = .blank
    let computed = scoring.scores(of: table)
    #expect(computed.indicators[0] == .computed(Rational(10)))
    #expect(computed.total == .computed(Rational(100)))
    #expect(computed.grade == .excellent)
    table.indicators[1].score = .blank
    #expect(scoring.scores(of: table).indicators[1] == .computed(Rational(10)))
    table.indicators[1].actual = PrintedCell("较规范")
    let open = scoring.scores(of: table)
    #expect(open.indicators[1] == .open)
    #expect(open.total == .open)
    #expect(open.sum == nil)
    #expect(open.grade == nil)
    table.indicators[1].score = .damaged("1")
    #expect(scoring.scores(of: table).total == .open)
    #expect(scoring.scores(of: table).indicators[1].value == nil)
  }

  /// Nothing is computed into a publication: its blank is open, in a layout that does not say what blanks mean.
  @Test(arguments: ["A", "C", "D"]) func blankScoresOfPublicationsAreOpen(layout: String) throws {
    var table = try SoundTable.make(layout: layout)
    table.indicators[0].score = .blank
    table.totalScore = .blank
    let scores = try Scoring().scores(of: table)
    #expect(scores.indicators[0] == .open)
    #expect(scores.total == .open)
  }

  /// In layout B a blank score of a publication means that there are no points, and one of a ledger that none was given.
  @Test func blankScoresOfLayoutBAreNothing() throws {
    var table = try SoundTable.make(layout: "B")
    table.indicators[1].score = .blank
    table.indicators[1].actual = PrintedCell("较规范")
    table.totalScore = .blank
    let scores = try Scoring().scores(of: table)
    #expect(scores.indicators[1] == .nothing)
    #expect(scores.indicators[1].value == .zero)
    #expect(scores.total == .computed(Rational(90)))
    table.origin = .ledger
    let open = try Scoring().scores(of: table)
    #expect(open.indicators[1] == .open)
    #expect(open.total == .open)
  }

  /// A mark that the cell does not apply is no blank: there are no points, wherever it stands.
  @Test(arguments: [EvaluationTable.Origin.ledger, .publication]) func marksAreNoPoints(
    origin: EvaluationTable.Origin
  ) throws {
    var table = try SoundTable.make(layout: "C")
    table.origin = origin
    table.indicators[1].score = PrintedCell("—")
    table.totalScore = .blank
    #expect(try Scoring().scores(of: table).indicators[1] == .nothing)
    #expect(try Scoring().scores(of: table).total == .computed(Rational(90)))
  }
}
