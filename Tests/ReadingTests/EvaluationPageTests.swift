import Accounts
import Foundation
import Reading
import Rendering
import SelfEvaluation
import Tables
import Testing

/// Self-evaluation tables rendered and read back: what is read is what was printed.
@Suite struct EvaluationPageTests {
  private static let example = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try [EvaluationTable](
      of: LedgerReader().ledger(at: root.appending(path: "Examples/yunxi-2024").path))
  }

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
    let folder = try LedgerFolder()
    try folder.write(Array(page.utf8), to: name)
    return try PublishedDisclosure.reader.get().publication(at: folder.path + "/" + name)
      .evaluations.tables
  }

  private func expectReadBack(_ tables: [EvaluationTable]) throws {
    let library = try TemplateLibrary()
    let document = document(tables)
    for (page, name) in [
      (try HTMLRenderer(library).page(of: document), "index.html"),
      (try MarkdownRenderer(library).page(of: document), "index.md"),
      (
        String(decoding: try DisclosureJSON.bytes(of: document, form: .builtIn("national", year: 2024)), as: UTF8.self),
        "data.json"
      ),
    ] {
      let read = try readBack(page, name)
      #expect(read.count == tables.count, "\(name)")
      for (one, other) in zip(read, tables) { #expect(Printed(one) == Printed(other), "\(name)") }
    }
  }

  @Test(arguments: ["fengtai", "ningxia", "yiyang"]) func publishedTablesComeBack(source: String) throws {
    try expectReadBack(try TranscribedTables.evaluations(of: source))
  }

  /// All four layouts, with scores computed and given.
  @Test func tablesOfTheExampleComeBack() throws {
    let tables = try Self.example.get()
    #expect(Set(tables.map(\.layout.id)) == ["A", "B", "C", "D"])
    #expect(tables.contains { $0.indicators.contains { $0.score.isComputed } })
    try expectReadBack(tables)
  }

  /// Whatever a project is called, it stays its name.
  @Test(arguments: [
    "<script>alert(1)</script>", "</td></table>", "甲 | 乙", "\"><img src=x onerror=alert(1)>", "# 甲", "{{title}}",
    "甲项目支出绩效自评表", "项目支出绩效自评表", "总分", "[[tables]]", "收入支出决算总表", "&lt;b&gt;", "甲※", "`x` *y* _z_",
  ])
  func hostileNamesStayNames(name: String) throws {
    for layout in ["A", "B", "C"] {
      var table = try #require(try Self.example.get().first { $0.layout.id == layout })
      table.project = name
      table.department = name
      table.unit = name
      table.indicators[0].level3 = PrintedCell(name)
      table.indicators[0].reason = PrintedCell(name)
      table.goal.actual = PrintedCell(name)
      let page = try HTMLRenderer(TemplateLibrary()).page(of: document([table]))
      // The one script is the page's own.
      #expect(page.ranges(of: "<script").count == 1 && !page.contains("<img"))
      try expectReadBack([table])
    }
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
