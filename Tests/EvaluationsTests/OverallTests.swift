import Accounts
import Checks
import Evaluations
import Testing

/// The data table and the report of a whole department: silent when in order, and speaking up when the last place of one
/// number is altered.
@Suite struct OverallTests {
  /// A made-up department of which everything is in order.
  struct Sound: Sendable {
    var table: EvaluationTable
    var data: BasicData
    var stated: OverallReport
    /// What the ten tables print, in 万元 to two decimals.
    var printed: [String: String]

    init() throws {
      table = try SoundTable.make(layout: "D", project: "部门整体支出")
      data = BasicData(year: 2024)
      (data.authorised, data.inService, data.staffRate) = ("100".cell, "93".cell, "93.00%".cell)
      let rows: [(String, [String])] = [
        ("三公经费", ["9.5", "12", "10.25"]), ("公务用车购置和维护经费", ["6", "8", "7.125"]), ("公车购置", ["/", "/", "/"]),
        ("公车运行维护", ["6", "8", "7.125"]), ("出国经费", ["1", "1.5", "1.125"]), ("公务接待", ["2.5", "2.5", "2"]),
        ("项目支出", ["15", "18", "20"]), ("业务工作经费", ["3", "4", "4.001"]), ("运行维护经费", ["2", "2", "2"]),
        ("本级专项资金", ["10", "12", "13.999"]), ("*抽检专项", ["4", "5", "6.0005"]), ("*其他项目", ["6", "7", "7.9985"]),
        ("公用经费", ["30", "32", "31.5"]), ("办公经费", ["10", "10", "10"]), ("水费、电费、差旅费", ["5", "5", "5"]),
        ("会议费、培训费", ["1", "1", "1"]), ("政府采购金额", ["7", "8", "7.5"]), ("部门基本支出预算调整", ["——", "", ""]),
      ]
      data.expenses = rows.map { name, cells in
        var row = BasicData.Expense(name: name.replacing("*", with: ""), isFund: name.hasPrefix("*"))
        (row.prior, row.budget, row.actual) = (cells[0].cell, cells[1].cell, cells[2].cell)
        return row
      }
      data.buildings = [.init(["100", "98", "98.00%", "50", "49.5", "99.00%"].map(\.cell))]
      stated = OverallReport()
      stated.statements = [
        ("编制数", "100"), ("行政编制", "60"), ("事业编制", "40"), ("工勤编制", "0"), ("在职人数", "93"),
        ("在职人员控制率", "93.00%"), ("一般公共预算支出", "20"), ("一般公共预算基本支出", "7.5005"),
        ("一般公共预算项目支出", "12.4995"), ("“三公”经费预算数", "12"), ("“三公”经费决算数", "10.25"),
        ("“三公”经费预算完成率", "85.42%"), ("“三公”经费上年决算数", "9.5"), ("“三公”经费变动率", "7.89%"),
        ("全年预算数", "20"), ("全年执行数", "20"), ("预算完成率", "100.00%"), ("总分", "100"),
      ].map { .init(quantity: $0.0, cell: $0.1.cell) }
      stated.sums = [
        .init(words: "单位收支表", whole: "20".cell, parts: ["4.5".cell, "15.5".cell], isComplete: true),
        .init(words: "抽检专项资金", whole: "6.0005".cell, parts: ["4".cell, "2.0005".cell], isComplete: false),
      ]
      stated.day = .init(year: 2025, month: 4, day: 15, text: "2025年4月15日", place: nil)
      stated.published = .init(year: 2025, month: 4, day: 29, text: "2025年4月29日", place: nil)
      printed = [
        "09.1.7": "10.25", "09.1.8": "1.13", "09.1.9": "7.13", "09.1.10": "", "09.1.11": "7.13", "09.1.12": "2.00",
        "03.合计.3": "20.00", "06.302.1": "31.50", "10.1.1": "7.50", "05.合计.1": "20.00",
      ]
    }

    func report() throws -> CheckReport {
      var figures = FiguresOfTables()
      for (address, text) in printed { figures.printed[address] = Figure(printed: text, unit: .money(.wanyuan)) }
      return try EvaluationChecker().report(
        on: [table], overall: OverallEvaluation(basicData: data, report: stated), figures: figures)
    }

    mutating func set(_ row: String, _ column: ExpenseColumn, _ text: String) {
      guard let index = data.expenses.firstIndex(where: { $0.name == row }) else { return }
      data.expenses[index][column] = text.cell
    }

    mutating func state(_ quantity: String, _ text: String) {
      stated.statements = stated.statements.map {
        $0.quantity == quantity ? .init(quantity: quantity, cell: text.cell) : $0
      }
    }
  }

  /// A number altered, and the rules that have to speak of it, exactly.
  struct Alteration: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rules: Set<String>
    let alter: @Sendable (inout Sound) -> Void

    init(_ name: String, _ rules: Set<String>, _ alter: @escaping @Sendable (inout Sound) -> Void) {
      (testDescription, self.rules, self.alter) = (name, rules, alter)
    }
  }

  static let alterations: [Alteration] = [
    .init("rate of people", ["P-D1", "P-D6"]) { $0.data.staffRate = "93.01%".cell },
    .init("rate of an area", ["P-D1"]) { $0.data.buildings[0].cells[2] = "98.01%".cell },
    .init("rate of an investment", ["P-D1"]) { $0.data.buildings[0].cells[5] = "99.01%".cell },
    .init("whole of 三公", ["P-D2", "P-D6"]) { $0.set("三公经费", .actual, "10.2501") },
    .init("part of last year", ["P-D2"]) { $0.set("公务接待", .prior, "2.5001") },
    .init("a fund", ["P-D2"]) { $0.set("抽检专项", .budget, "5.0001") },
    .init("running costs below their parts", ["P-D3"]) { $0.set("公用经费", .budget, "15.9999") },
    .init("table 09", ["P-D4"]) { $0.printed["09.1.12"] = "2.01" },
    .init("table 10", ["P-D4"]) { $0.printed["10.1.1"] = "7.51" },
    .init("table 05", ["P-D5"]) { $0.printed["05.合计.1"] = "20.01" },
    .init("table 03", ["P-D4", "P-D5"]) { $0.printed["03.合计.3"] = "20.01" },
    .init("posts in the report", ["P-D6", "P-D8", "P-D9"]) { $0.state("编制数", "101") },
    .init("三公 in the report", ["P-D6", "P-D8"]) { $0.state("“三公”经费决算数", "10.2501") },
    .init("score in the report", ["P-D7"]) { $0.state("总分", "99.99") },
    .init("money in the report", ["P-D7", "P-D9"]) { $0.state("一般公共预算支出", "20.0001") },
    .init("completion in the report", ["P-D8"]) { $0.state("“三公”经费预算完成率", "85.43%") },
    .init("change in the report", ["P-D8"]) { $0.state("“三公”经费变动率", "7.88%") },
    .init("sum of a table in the report", ["P-D9"]) {
      $0.stated.sums[0] = .init(words: "", whole: "20.0001".cell, parts: $0.stated.sums[0].parts, isComplete: true)
    },
    .init("parts above their whole", ["P-D9"]) {
      $0.stated.sums[1] = .init(words: "", whole: "6.0004".cell, parts: $0.stated.sums[1].parts, isComplete: false)
    },
    .init("published before it was written", ["P-D10"]) {
      $0.stated.published = .init(year: 2025, month: 4, day: 14, text: "2025年4月14日", place: nil)
    },
    .init("projects unlike the score table", ["P-D2", "P-D11"]) { $0.set("项目支出", .actual, "20.0001") },
  ]

  /// The paragraphs of the report beside the rows of the table: another number of one name, and all said done.
  @Test func theReportIsReadBesideTheTable() throws {
    var sound = try Sound()
    sound.stated.lines = ["我局问题较少，问题发现率达到3%。".cell, "各项绩效目标均已完成。".cell]
    #expect(try sound.report().findings.map(\.rule) == [])
    sound.stated.lines = ["问题发现率达到4%。".cell, "各项绩效目标均已完成。".cell]
    sound.table.goal.actual = .blank
    #expect(try sound.report().findings.map(\.rule) == ["P-E18"])
    sound.table.indicators[0].actual = "99批次".cell
    sound.table.indicators[0].reason = "任务减少".cell
    let found = try sound.report().findings
    #expect(found.map(\.rule) == ["P-E17", "P-E18"])
    #expect(found.map { $0.operands[0].address } == ["自评报告.正文", "自评报告.正文"])
  }

  @Test func whatIsInOrderIsHeld() throws {
    let report = try Sound().report()
    #expect(report.findings.map(\.message) == [])
    for rule in RuleID.allCases.map(\.rawValue) where rule.hasPrefix("P-D") {
      #expect(report.rules[rule]?.held ?? 0 > 0, "\(rule)")
      #expect(report.rules[rule]?.notChecked ?? 0 == 0, "\(rule)")
    }
  }

  @Test(arguments: alterations) func alteredNumbersAreFound(alteration: Alteration) throws {
    var sound = try Sound()
    alteration.alter(&sound)
    let report = try sound.report()
    #expect(Set(report.findings.map(\.rule)) == alteration.rules, "\(report.findings.map(\.message))")
    #expect(report.findings.allSatisfy { $0.severity == .error })
  }

  /// Amounts rounded to hundredths miss their sum by no more than rounding can; what goes past it is found.
  @Test(arguments: [("0.05", false), ("0.06", false), ("0.07", true)])
  func roundingIsNoContradiction(whole: String, isFound: Bool) throws {
    var sound = try Sound()
    // Nothing here is finer than hundredths.
    sound.stated.statements = []
    sound.stated.sums = [
      .init(words: "", whole: whole.cell, parts: ["0.03".cell, "0.02".cell], isComplete: true)
    ]
    #expect(try sound.report().findings.isEmpty != isFound)
  }

  /// Words may list some of the parts only: worth a look, no contradiction.
  @Test func fewerPartsAreANote() throws {
    var sound = try Sound()
    sound.stated.sums[1] = .init(
      words: "", whole: "6.5005".cell, parts: sound.stated.sums[1].parts, isComplete: false)
    #expect(try sound.report().findings.map(\.severity) == [.note])
  }

  @Test func damagedCellsAreNotChecked() throws {
    var sound = try Sound()
    sound.data.staffRate = .damaged("93")
    sound.data.expenses[4].actual = .damaged()
    let report = try sound.report()
    #expect(report.findings == [])
    #expect(report.rules["P-D1"]?.notChecked == 1)
    #expect(report.rules["P-D2"]?.notChecked == 1)
  }

  /// A row that was not read may be a part of any sum; parts above their whole stay a contradiction.
  @Test func lostRowsLeaveSumsUnknown() throws {
    var sound = try Sound()
    sound.data.hasLostRows = true
    sound.data.expenses.removeAll { $0.name == "业务工作经费" || $0.name == "会议费、培训费" }
    let report = try sound.report()
    #expect(report.findings == [])
    #expect(report.rules["P-D2"]?.held == 0 && report.rules["P-D2"]?.notChecked ?? 0 > 0)
    #expect(report.rules["P-D3"]?.held == 0 && report.rules["P-D3"]?.notChecked ?? 0 > 0)
    sound.set("公用经费", .budget, "14.9999")
    #expect(try sound.report().findings.map(\.rule) == ["P-D3"])
  }

  /// The rest of the parts is no sum, whether or not anything tells that a row was lost.
  @Test(arguments: ["公务接待", "公车购置", "运行维护经费"]) func aPartThatIsNotThereIsNotNothing(name: String) throws {
    var sound = try Sound()
    sound.data.expenses.removeAll { $0.name == name }
    let report = try sound.report()
    #expect(report.findings.map(\.message) == [])
    #expect(report.notChecked.contains { $0.rule == "P-D2" && $0.reason == "没有读到“\(name)”一行" })
  }

  /// Without tables nothing is compared with them, and nothing is said of it.
  @Test func nothingIsComparedWithTablesThatAreNotThere() throws {
    var sound = try Sound()
    sound.printed = [:]
    let report = try sound.report()
    #expect(report.findings == [])
    #expect(report.rules["P-D4"] == nil && report.rules["P-D5"] == nil)
  }

  @Test(arguments: ["9223372036854775807", "-1", "0", "", "%", "1e9", "\u{0}", "0.0000000000000000001", "１２３", "∞"])
  func extremesDoNotTrap(text: String) throws {
    var sound = try Sound()
    (sound.data.authorised, sound.data.inService, sound.data.staffRate) = (text.cell, text.cell, text.cell)
    for index in sound.data.expenses.indices {
      for column in ExpenseColumn.allCases { sound.data.expenses[index][column] = text.cell }
    }
    sound.data.buildings = [.init(Array(repeating: text.cell, count: 6)), .init([])]
    sound.stated.statements = sound.stated.statements.map { .init(quantity: $0.quantity, cell: text.cell) }
    sound.stated.sums = [.init(words: text, whole: text.cell, parts: [text.cell], isComplete: true)]
    _ = try sound.report()
  }
}

extension String {
  fileprivate var cell: PrintedCell { PrintedCell(self) }
}
