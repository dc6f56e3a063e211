import Accounts
import Checks
import Evaluations
import Foundation
import Reading
import Synchronization
import TestSupport
import Testing

/// Self-evaluation tables read from texts as they stand, against their transcription.
///
/// The texts of `Fixtures` have the figures, the line breaks and the faults of published ones. What somebody wrote in
/// those is replaced, in text and transcription alike, by words of our own; ``PublishedEvaluationTests`` reads the
/// published texts themselves.
@Suite struct EvaluationReaderTests {
  private static let readings = Mutex<[URL: EvaluationReading]>([:])

  /// What is read of a text, once for all tests.
  private static func reading(_ text: URL) throws -> EvaluationReading {
    try readings.withLock { readings in
      if let reading = readings[text] { return reading }
      let reading = try EvaluationReader().reading(
        String(contentsOf: text, encoding: .utf8), file: text.lastPathComponent)
      readings[text] = reading
      return reading
    }
  }

  /// A text, and where its tables are transcribed.
  struct Source: Sendable, CustomTestStringConvertible {
    let name: String
    let text: URL
    /// The folder of the transcription.
    let transcription: URL
    let tables: Int
    /// The lines of the published file in front of the text.
    let linesInFront: Int

    var testDescription: String { name }

    /// Its tables as transcribed.
    var evaluations: [EvaluationTable] {
      get throws {
        try TranscribedTables.load(from: transcription).filter { $0.source == name }.map { try $0.evaluationTable() }
      }
    }
  }

  /// The texts of a folder whose tables are transcribed.
  static func transcribed(_ texts: URL, _ transcription: URL, linesInFrontOfYiyang: Int) -> [Source] {
    [
      ("fengtai", "fengtai-2024-project-selfevaluations.txt", 24, 0),
      ("ningxia", "ningxia-2024-project-selfevaluations.txt", 12, 0),
      ("yiyang", "yiyang-2024-overall-selfevaluation.txt", 1, linesInFrontOfYiyang),
    ].map { name, file, tables, lines in
      Source(
        name: name, text: texts.appending(path: file), transcription: transcription, tables: tables,
        linesInFront: lines)
    }
  }

  private static let fixtures = Fixture.url("")
  static let transcribed = transcribed(fixtures, TranscribedTables.fixtures, linesInFrontOfYiyang: 347)
  private static let datong = fixtures.appending(path: "datong-2024-project-selfevaluations.txt")

  @Test(arguments: transcribed) func tablesAreReadAsTranscribed(source: Source) throws {
    let reading = try Self.reading(source.text)
    let transcription = try TranscribedTables.load(from: source.transcription).filter { $0.source == source.name }
    #expect(reading.tables.count == source.tables)
    #expect(reading.empty == [])
    #expect(transcription.count == source.tables)
    var comparison = Comparison()
    for (table, expected) in zip(reading.tables, transcription) { comparison.compare(table, with: expected) }
    // At least 98 of 100 cells; the numbers of placeholders stand in another column in the transcription, which is
    // why they are compared without saying which.
    #expect(comparison.equal * 100 >= comparison.cells * 98, "\(comparison.equal) of \(comparison.cells)")
    #expect(comparison.different.count <= 3, "\(comparison.different)")
  }

  @Test(arguments: transcribed) func cellsKnowTheirLines(source: Source) throws {
    let reading = try Self.reading(source.text)
    let transcription = try TranscribedTables.load(from: source.transcription).filter { $0.source == source.name }
    var compared = 0
    for (table, expected) in zip(reading.tables, transcription) {
      for (row, published) in zip(table.indicators, expected.indicators) {
        let line = try #require(row.level3.place?.line) + source.linesInFront
        // Where each cell has its line, the transcription names the first of the row.
        #expect((published.line...(published.line + 3)).contains(line), "\(expected.id) \(published.no)")
        compared += 1
      }
    }
    #expect(compared == transcription.reduce(0) { $0 + $1.indicators.count })
  }

  /// The errors found in the texts are as many as in the transcription, rule by rule.
  @Test(arguments: transcribed) func findingsAreThoseOfTheTranscription(source: Source) throws {
    let report = try EvaluationChecker().report(on: Self.reading(source.text).tables)
    var found: [String: Int] = [:]
    for finding in report.findings
    where finding.severity == .error && TranscribedFindings.looksFor(finding.rule) {
      found[finding.rule, default: 0] += 1
    }
    var expected: [String: Int] = [:]
    for finding in try TranscribedFindings(from: source.transcription).findings
    where finding.source == source.name && finding.verdict == "error" && "EX".contains(finding.check.prefix(1)) {
      expected["P-" + finding.check, default: 0] += 1
    }
    #expect(!expected.isEmpty)
    #expect(found == expected)
  }

  // MARK: - 大同

  /// 31 titles, of which one has no table; the grades printed, by the specification.
  @Test(arguments: [datong]) func tablesOfDatongAreFound(text: URL) throws {
    let reading = try Self.reading(text)
    #expect(reading.tables.count == 30)
    #expect(reading.empty == ["公平竞争审查经费项目支出绩效自评表"])
    var grades: [String: Int] = [:]
    for table in reading.tables { grades[table.grade.text, default: 0] += 1 }
    #expect(grades == ["优": 22, "良": 6, "中": 1, "差": 1])
    #expect(reading.tables.allSatisfy { $0.layout.id == "B" && $0.year == 2024 })
    #expect(reading.tables.allSatisfy { $0.totalScore.number != nil && !$0.project.isEmpty })
  }

  /// Five tables lost rows in the extraction; nothing that rests on their sums is checked.
  @Test(arguments: [datong]) func lostRowsOfDatongAreSaidToBeLost(text: URL) throws {
    let tables = try Self.reading(text).tables
    let lost = tables.filter(\.hasLostRows).map(\.project)
    #expect(lost == ["J知识产权保护工作经费", "J“两品一械”工作经费", "Z食品安全监管经费", "Z特种设备监管费", "QT其他养人2"])
    let counts = try EvaluationChecker().report(on: tables).rules
    #expect(counts["P-E3"]?.held == 25)
    #expect(counts["P-E3"]?.notChecked == 5)
  }

  /// What was found in 大同 by other means: grades agree, two targets with the sign the wrong way round, two costs that
  /// deviate favourably, fifteen blank scores, six budgets cut to what was spent, five targets far exceeded; the reasons
  /// of one table are a column that was lost.
  @Test(arguments: [datong]) func findingsOfDatongAreThoseOfTheSpecification(text: URL) throws {
    let counts = try EvaluationChecker().report(on: Self.reading(text).tables).rules
    for rule in ["P-E1", "P-E2", "P-E3", "P-E4", "P-E5", "P-E6", "P-E8", "P-E10", "P-E12", "P-E13"] {
      #expect(counts[rule]?.violated == 0, "\(rule)")
      #expect(counts[rule]?.held ?? 0 > 0, "\(rule)")
    }
    #expect(counts["P-E10"]?.held == 30)
    #expect(counts["P-E7"]?.violated == 2)
    #expect(counts["P-E8"]?.notChecked == 2)
    #expect(counts["P-E9"]?.violated == 5)
    #expect(counts["P-X5"]?.violated == 6)
    #expect(counts["P-X8"]?.violated == 2)
    #expect(counts["P-X9"]?.violated == 15)
    // 各项指标完成 beside rows that missed their targets, as read by a person; nothing else of the kind.
    let found = try EvaluationChecker().report(on: Self.reading(text).tables).findings
    let saidDone = found.filter { $0.rule == "P-E17" }.map { $0.operands[0].address }
    #expect(saidDone.filter { $0.hasSuffix("产出情况及分析") } == ["绩效.10.产出情况及分析", "绩效.24.产出情况及分析"])
    // What the goal says is left in the published text alone.
    #expect(saidDone.filter { !$0.hasSuffix("产出情况及分析") }.allSatisfy { $0 == "绩效.25.实际完成情况" })
    #expect(found.allSatisfy { TranscribedFindings.looksFor($0.rule) || $0.rule == "P-E17" })
  }

  /// 470 targets as counted by form in the specification; where the text garbled one, it became words.
  @Test(arguments: [datong]) func targetsOfDatongHaveTheirForms(text: URL) throws {
    let specified = [
      "A1": 273, "A2": 5, "A8": 1, "D1": 35, "D2": 13, "D4": 1, "T": 139, "F": 1, "N": 2,
    ]
    let reader = try TargetReader()
    var forms: [String: Int] = [:]
    for row in try Self.reading(text).tables.flatMap(\.indicators) {
      forms[reader.target(row.target.text, initial: row.initialTarget.text, year: 2024).form, default: 0] += 1
    }
    #expect(forms.values.reduce(0, +) == 470)
    let agreeing = specified.reduce(0) { $0 + min($1.value, forms[$1.key] ?? 0) }
    #expect(agreeing * 100 >= 470 * 98, "\(agreeing) of 470: \(forms)")
  }

  // MARK: - What is no table

  @Test(arguments: [
    "", "\n\n", "\t", "项目支出绩效自评表", "项目支出绩效自评表\n\t三级指标", "项目支出绩效自评表\n三级指标\t\t\n\t\t\t",
    "项目支出绩效自评表\n项目名称\t\n年初预算数\t全年执行数\n预期目标\t实际完成情况\n三级指标\t分值\n总分", "\u{0}\t\u{FEFF}\n绩效自评表",
    "甲项目支出绩效自评表\n年初预算数\t全年执行数\n资金总额\t1\t2\t3\t4\t5\t6\t7\t8\t9\n三级指标\t分值\n无\n1\t1\t1\t1",
  ])
  func damagedTextsAreRead(text: String) throws {
    let reading = try EvaluationReader().reading(text, file: "文本")
    _ = try EvaluationChecker().report(on: reading.tables)
    #expect(reading.tables.count + reading.empty.count <= 1)
  }

  /// Cut anywhere, a text is read without a trap, and what is left is checked.
  @Test(arguments: transcribed.map(\.text) + [datong]) func textsCutOffAreRead(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let (reader, checker) = (try EvaluationReader(), try EvaluationChecker())
    let whole = reader.reading(text, file: "文本").tables.count
    for part in 1..<6 {
      let reading = reader.reading(String(text.prefix(text.count * part / 6)), file: "文本")
      _ = checker.report(on: reading.tables)
      #expect(reading.tables.count <= whole)
    }
  }
}

/// Cells compared one by one.
private struct Comparison {
  var cells = 0
  var equal = 0
  var different: [String] = []

  mutating func compare(_ table: EvaluationTable, with expected: TranscribedTables.Table) {
    let id = expected.id
    compare(table.project, expected.project, "\(id) 项目名称")
    compare(table.department, expected.department, "\(id) 主管部门")
    compare(table.unit, expected.unit, "\(id) 实施单位")
    compare(table.totalScore.text, expected.totalScore, "\(id) 总分")
    compare(String(table.fund.count), String(expected.fund.count), "\(id) 资金行数")
    compare(String(table.indicators.count), String(expected.indicators.count), "\(id) 指标行数")
    for (row, published) in zip(table.fund, expected.fund) {
      compare(row.name, published.row, "\(id) 资金")
      for (cell, value) in published.cells { compare(row[cell].text, value, "\(id) \(row.name) \(cell.rawValue)") }
    }
    for (row, published) in zip(table.indicators, expected.indicators) {
      for (cell, value) in published.cells { compare(row[cell].text, value, "\(id) \(published.no) \(cell.rawValue)") }
      if published.placeholder {
        compare(
          row.weight.text + row.score.text, (published.weight ?? "") + (published.score ?? ""), "\(id) \(published.no)")
      }
    }
  }

  private mutating func compare(_ found: String, _ expected: String?, _ cell: String) {
    cells += 1
    if found.foldedForComparison == (expected ?? "").foldedForComparison {
      equal += 1
    } else {
      different.append("\(cell): \(found) ≠ \(expected ?? "")")
    }
  }
}
