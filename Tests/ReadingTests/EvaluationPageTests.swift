import Accounts
import Checks
import Documents
import Evaluations
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// Self-evaluation tables rendered and read back: what is read is what was printed.
@Suite struct EvaluationPageTests {
  private static let example = Result { try [EvaluationTable](of: Example.yunxi.ledger) }

  private static let unit = UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative)

  /// A document of nothing but self-evaluation tables.
  private func document(_ tables: [EvaluationTable]) -> Document {
    let sections = EvaluationSheet.sheets(of: tables).map { sheet in
      Document.Section(
        id: "evaluation-\(sheet.number)", title: "一、“\(sheet.table.project)”绩效自评", blocks: [.evaluation(sheet)])
    }
    return Document(
      title: "某局", unit: Self.unit, parts: [.init(id: "part-1", title: "第一部分　附件", sections: sections)])
  }

  private func readBack(_ page: String, _ name: String) throws -> [EvaluationTable] {
    let folder = try TemporaryFolder()
    try folder.write(Array(page.utf8), to: name)
    return try Standard.reader.publication(at: folder.path + "/" + name)
      .evaluations.tables
  }

  private func expectReadBack(_ tables: [EvaluationTable]) throws {
    let library = try Standard.library
    let document = document(tables)
    for (page, name) in [
      (try HTMLRenderer(library).page(of: document), "index.html"),
      (try MarkdownRenderer(library).page(of: document), "index.md"),
      (
        String(decoding: try DisclosureJSON.bytes(of: document, form: Standard.form), as: UTF8.self),
        "data.json"
      ),
    ] {
      let read = try readBack(page, name)
      #expect(read.count == tables.count, "\(name)")
      for (one, other) in zip(read, tables) { #expect(Printed(one) == Printed(other), "\(name)") }
    }
    let folder = try TemporaryFolder()
    try folder.makeFolder("evaluations")
    for form in document.evaluationForms {
      try folder.write(GridCSV.bytes(of: form.printed), to: "evaluations/\(form.printed.fileName).csv")
    }
    #expect(try Self.evaluations(at: folder.path).tables.map(Printed.init) == tables.map(Printed.init))
  }

  private static func evaluations(at path: String) throws -> EvaluationReading {
    try Standard.reader.publication(at: path).evaluations
  }

  /// The published examples in every format: the tables of the ledger, and what stands beside that of the whole department.
  @Test(arguments: [(Example.yunxi, 7), (Example.datong, 0)])
  func examplesComeBackFromEveryFormat(example: Example, tables: Int) throws {
    let ledger = try example.ledger
    let expected = try [EvaluationTable](of: ledger).map(Printed.init)
    #expect(expected.count == tables)
    let data = try BasicData(of: ledger).map(PrintedData.init)
    let disclosure = example.folder + "/disclosure"
    let csv = try TemporaryFolder()
    try csv.makeFolder("公开")
    for folder in ["tables", "evaluations"] where FileManager.default.fileExists(atPath: disclosure + "/" + folder) {
      try FileManager.default.copyItem(
        atPath: disclosure + "/" + folder, toPath: csv.path + "/公开/" + folder)
    }
    var reports: [OverallReport?] = []
    for path in ["index.html", "index.md", "data.json", "决算公开.docx", "决算公开.xlsx"].map({ disclosure + "/" + $0 }) + [
      csv.path + "/公开"
    ] {
      let read = try Self.evaluations(at: path)
      #expect(read.tables.map(Printed.init) == expected, "\(path)")
      #expect(read.overall.basicData.map(PrintedData.init) == data, "\(path)")
      #expect(read.empty == [] && read.unread == [], "\(path)")
      reports.append(read.overall.report?.withoutPlaces)
    }
    // The report is text, which workbooks and CSV do not have.
    #expect(reports[0] == reports[1] && reports[0] == reports[2] && reports[0] == reports[3])
    #expect(reports[4] == nil && reports[5] == nil)
    guard tables > 0 else { return }
    // Every number of the ledger that the report states is read of it.
    let figures = try #require(try ReportFigures(of: ledger, [EvaluationTable](of: ledger)))
    let report = try #require(reports[0])
    #expect(report.statements.count > 30)
    for statement in report.statements where figures.numbers[statement.quantity] != nil {
      #expect(
        statement.cell.text.replacing("%", with: "") == figures.numbers[statement.quantity], "\(statement.quantity)")
    }
    let unread = Set(figures.numbers.keys).subtracting(report.statements.map(\.quantity))
    #expect(unread == ["离退休人数", "等级"])
  }

  /// A workbook with numbers that are numbers, and all else as text.
  @Test(arguments: EvaluationReaderTests.transcribed)
  func publishedTablesComeBackFromAWorkbook(source: EvaluationReaderTests.Source) throws {
    let tables = try source.evaluations
    let checker = try Standard.checker
    let none = TableSet(unitName: nil, year: 2024, scope: nil, tables: [])
    let bytes = try DisclosureWorkbook.bytes(
      of: document(tables), examination: checker.examination(of: none), report: checker.check(none))
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.xlsx")
    #expect(try Self.evaluations(at: folder.path + "/a.xlsx").tables.map(Printed.init) == tables.map(Printed.init))
  }

  @Test(arguments: EvaluationReaderTests.transcribed)
  func publishedTablesComeBack(source: EvaluationReaderTests.Source) throws {
    try expectReadBack(try source.evaluations)
  }

  /// All four layouts, with scores computed and given.
  @Test func tablesOfTheExampleComeBack() throws {
    let tables = try Self.example.get()
    #expect(Set(tables.map(\.layout.id)) == ["A", "B", "C", "D"])
    #expect(tables.contains { $0.indicators.contains { $0.score.isComputed } })
    try expectReadBack(tables)
  }

  /// What lies among the files of the evaluations and is none, or none of a known layout, is listed, each in its place.
  @Test func foreignFilesAmongEvaluationsAreSaid() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("evaluations")
    let form = try #require(document(Self.example.get()).evaluationForms.first)
    try folder.write(GridCSV.bytes(of: form.printed), to: "evaluations/\(form.printed.fileName).csv")
    try folder.write(Array("姓名,电话\r\n甲,1\r\n".utf8), to: "evaluations/98-通讯录.csv")
    try folder.write(
      Array("项目支出绩效自评表\r\n项目名称,甲\r\n指标,目标,完成\r\n个数,3,3\r\n".utf8), to: "evaluations/99-别处.csv")
    let read = try Standard.reader.publication(at: folder.path)
    #expect(read.evaluations.tables.count == 1)
    let said = read.tables.unread.map { "\($0.place.file.suffix(10)):\($0.place.line ?? 0) \($0.text)" }
    #expect(said == ["98-通讯录.csv:1 通讯录", "/99-别处.csv:1 项目支出绩效自评表"])
  }

  /// Whatever a project is called, it stays its name.
  @Test(arguments: [
    "<script>alert(1)</script>", "</td></table>", "甲 | 乙", "\"><img src=x onerror=alert(1)>", "# 甲", "{{title}}",
    "甲项目支出绩效自评表", "项目支出绩效自评表", "总分", "[[tables]]", "收入支出决算总表", "&lt;b&gt;", "甲※", "`x` *y* _z_",
  ])
  func hostileNamesStayNames(name: String) throws {
    let tables = try ["A", "B", "C"].map { layout in
      var table = try #require(try Self.example.get().first { $0.layout.id == layout })
      table.project = name
      table.department = name
      table.unit = name
      table.indicators[0].level3 = PrintedCell(name)
      table.indicators[0].reason = PrintedCell(name)
      table.goal.actual = PrintedCell(name)
      return table
    }
    let page = try HTMLRenderer(Standard.library).page(of: document(tables))
    // The one script is the page's own.
    #expect(page.ranges(of: "<script").count == 1 && !page.contains("<img"))
    try expectReadBack(tables)
  }
}

extension OverallReport {
  fileprivate var withoutPlaces: OverallReport {
    var report = self
    report.statements = statements.map { .init(quantity: $0.quantity, cell: PrintedCell($0.cell.text)) }
    report.sums = sums.map { sum in
      .init(
        words: sum.words, whole: PrintedCell(sum.whole.text), parts: sum.parts.map { PrintedCell($0.text) },
        isComplete: sum.isComplete)
    }
    // The paragraphs are the text itself, marks of Markdown and all.
    report.lines = []
    return report
  }
}

/// Everything the data table prints, its places aside.
private struct PrintedData: Equatable {
  var cells: [String]

  init(_ data: BasicData) {
    cells = ["\(data.year)", data.authorised.text, data.inService.text, data.staffRate.text, data.thrift.text]
    for row in data.expenses {
      cells += ["\(row.name) \(row.isFund)"] + ExpenseColumn.allCases.map { row[$0].text }
    }
    cells += data.buildings.flatMap(\.cells).map(\.text)
  }
}

/// Everything a table prints, its places aside.
private struct Printed: Equatable {
  var cells: [String]

  init(_ table: EvaluationTable) {
    func text(_ cell: PrintedCell) -> String { cell.text + (cell.isComputed ? "（算）" : "") }
    cells = ["\(table.year)", table.layout.id, table.project, table.department, table.unit]
    cells += [table.goal.expected, table.goal.actual, table.totalWeight, table.totalScore, table.grade].map(text)
    for row in table.fund {
      cells += ["\(row.name) \(row.role)"] + FundCell.allCases.map { text(row[$0]) }
    }
    for row in table.indicators { cells += IndicatorCell.allCases.map { text(row[$0]) } }
    cells += table.analysis.flatMap { [$0.title, text($0.text)] }
  }
}
