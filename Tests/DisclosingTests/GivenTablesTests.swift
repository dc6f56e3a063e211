import Accounts
import Checks
import Disclosing
import Formats
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// A ledger that brings its 公开 tables (给定的公开表) instead of 收入, 支出 and 结转结余: what it prints is what the ledger behind the tables
/// prints, as far as tables tell.
@Suite struct GivenTablesTests {
  /// What prints the tables in 元, as the programs of finance sections do.
  static let inYuan = """
    {"id": "yuan", "year": 2024, "basedOn": "national", "name": "以元为单位", "source": "测试", "unit": "元", "decimals": 2,
     "everyTable": {"currency": "金额单位：元"}}
    """

  /// The sheets of an example that stand in no table: of 三公经费 and 其他信息 what 09 and 10 do not print.
  private static func rest(of ledger: Ledger) -> [SheetID: [RowFields]] {
    var rows = ledger.rows.filter { ![SheetID.income, .expenditure, .balances].contains($0.key) }
    let printed: Set<ColumnID> = [.actual, .finalBudget]
    rows[.threePublic] = ledger.rows(of: .threePublic).map { row in
      let isPart = ["国内接待费", "外事接待费", "国（境）外接待费"].contains(row.text(.item))
      guard !isPart else { return row }
      return RowFields(row.values.only(Set(ThreePublicRow.columns).subtracting(printed)), place: row.place)
    }
    rows[.other] = ledger.rows(of: .other).filter { $0.text(.item)?.hasPrefix("授予") == true }
    return rows
  }

  /// The ledger of an example with tables in place of what they tell, as it is read back from its workbook.
  private static func ledger(
    _ example: Example, bringing printed: TableSet, changing change: (inout [SheetID: [RowFields]]) -> Void = { _ in }
  ) throws -> Ledger {
    let ledger = try example.ledger
    let given = try #require(GivenTables(printed, at: SourceLocation(file: "表.xlsx")))
    let tables = try TableSet(
      given: given, of: ledger.unit, form: Standard.form, codes: Standard.codes, schema: Standard.schema)
    var rows = rest(of: ledger)
    change(&rows)
    let workbook = try LedgerWorkbook(schema: Standard.schema, codes: Standard.codes, library: Standard.library)
    let folder = try TemporaryFolder(["账.xlsx": workbook.bytes(of: rows, given: tables, title: "账")])
    return try LedgerReader().ledger(at: folder.path + "/账.xlsx")
  }

  /// The tables of a workbook, read as a publication.
  private static func read(_ workbook: [UInt8]) throws -> TableSet {
    let folder = try TemporaryFolder(["公开表.xlsx": workbook])
    return try Standard.reader.disclosure(at: folder.path + "/公开表.xlsx")
  }

  /// The workbook of an example's tables in 元.
  private static func yuanWorkbook(_ example: Example) throws -> [UInt8] {
    let form = try Form(json: inYuan)
    let composed = try ComposedDisclosure(
      example.ledger, form: form, codes: Standard.codes, checker: .init(form: form, codes: Standard.codes),
      library: Standard.library)
    return try #require(composed.package(composed.report(), formats: [.xlsx]).byPath["决算公开.xlsx"])
  }

  @Test(arguments: Example.allCases)
  func inYuanItIsTheSamePage(example: Example) throws {
    let ledger = try Self.ledger(example, bringing: Self.read(Self.yuanWorkbook(example))) { rows in
      // No table tells what was spent on a project.
      rows[.evaluationBasics] = try? rows[.evaluationBasics]?.map { row in
        let spent = try example.ledger.expenditure.filter {
          $0.kind == .project && $0.project != nil && $0.project == row.text(.project)
        }
        var row = row
        if !spent.isEmpty { row.set(.actual, Amount(fen: spent.reduce(0) { $0 + $1.amount.fen })) }
        return row
      }
    }
    #expect(ledger.given != nil && ledger.income.isEmpty && ledger.expenditure.isEmpty)
    let composed = try ComposedDisclosure(ledger)
    #expect(composed.remarks.isEmpty)
    let own = try Self.lines(composed.files["index.html"] ?? [])
    let whole = try Self.lines(example.files["index.html"] ?? [])
    #expect(own.filter { !whole.contains($0) }.map { String($0.prefix(400)) } == [])
    #expect(own.elementsEqual(whole))
  }

  @Test func whatIsRoundedIsNoReportOnTheWholeDepartment() throws {
    let problems = Self.problems { try ComposedDisclosure(Self.ledger(.yunxi, bringing: Example.yunxi.tables)) }
    #expect(problems.contains { $0.contains("以万元为单位") && $0.contains("绩效项目") })
  }

  @Test func inTheUnitPrintedEveryFigureAndSentenceIsTheSame() throws {
    let example = Example.datong
    let printed = try #require(example.files["决算公开.xlsx"])
    let composed = try ComposedDisclosure(Self.ledger(example, bringing: Self.read(printed)))
    let whole = try example.composed
    for table in whole.tables.tables {
      let own = try #require(composed.tables[table.id])
      #expect(own.rows.map(\.texts) == table.rows.map(\.texts), "\(table.title)")
      #expect(own.notes == table.notes)
    }
    let lines = try Self.lines(composed.files["index.md"] ?? [])
    let expected = try Set(Self.lines(example.files["index.md"] ?? []))
    #expect(lines.filter { !expected.contains($0) } == [])
    #expect(composed.report().findings.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func inAnotherLayoutItIsTheSame() throws {
    // Codes in one cell over their names, the totals in the row of the last code: what software exports.
    let print = try OtherPrint.datong.get().changing(OtherPrint.codeTables) { table in table.splitCodes() }
    let composed = try ComposedDisclosure(Self.ledger(.datong, bringing: Self.read(print.workbook())))
    for table in try Example.datong.tables.tables {
      #expect(composed.tables[table.id]?.rows.map(\.texts) == table.rows.map(\.texts), "\(table.title)")
    }
  }

  /// Tables in the layout they come in may stand in the workbook itself, moved there by hand.
  @Test func sheetsMovedIntoTheWorkbookAreReadAsTheyStand() throws {
    let ledger = try Example.datong.ledger
    let workbook = try LedgerWorkbook(schema: Standard.schema, codes: Standard.codes, library: Standard.library)
    let tables = try Example.datong.composed.tables
    let folder = try TemporaryFolder(["账.xlsx": workbook.bytes(of: Self.rest(of: ledger), given: tables, title: "账")])
    let composed = try ComposedDisclosure(LedgerReader().ledger(at: folder.path + "/账.xlsx"))
    #expect(composed.tables[.t05]?.rows.map(\.texts) == tables[.t05]?.rows.map(\.texts))
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func problems(_ make: () throws -> ComposedDisclosure) -> [String] {
    do {
      _ = try make()
      return []
    } catch let error as UnusableInput {
      return error.problems.map { "\($0.location) \($0.explanation)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func aTableThatIsNotGivenIsAskedFor() throws {
    let tables = try Example.datong.tables
    let without = tables.with(tables.tables.filter { $0.id != .t07 })
    let problems = Self.problems { try ComposedDisclosure(Self.ledger(.datong, bringing: without)) }
    #expect(problems.count == 1 && problems[0].contains("没有公开07表") && problems[0].contains("空表"))
  }

  @Test func whatWasNotReadIsNeitherBlankNorPrinted() throws {
    let damaged = try Example.datong.tables.replacing([FigureAddress(.t05, "208", 1): nil])
    let problems = Self.problems { try ComposedDisclosure(Self.ledger(.datong, bringing: damaged)) }
    #expect(problems.count == 1 && problems[0].contains("公开05表") && problems[0].contains("待补"))
  }

  @Test func whatASheetSaysOtherwiseIsRefused() throws {
    let problems = Self.problems {
      try ComposedDisclosure(
        Self.ledger(.datong, bringing: Example.datong.tables) { rows in
          rows[.threePublic] = rows[.threePublic]?.map { row in
            var row = row
            if row.text(.item) == "公务接待费" { row.set(.actual, Amount(fen: 12_345_600)) }
            return row
          }
        })
    }
    #expect(problems.count == 1 && problems[0].contains("123456.00") && problems[0].contains("公开09表"))
  }

  /// What a table says and what rows say could not both be printed.
  @Test func rowsBesideTablesAreRefused() throws {
    let (ledger, schema) = (try Example.datong.ledger, try Standard.schema)
    func sheet(_ id: SheetID) -> SheetOutput {
      var sheet = SheetOutput(name: schema.title(id))
      let columns = schema.sheet(id)?.columns ?? []
      for (index, column) in columns.enumerated() {
        sheet.put(.text(column.heading), at: CellReference(row: 1, column: index + 1))
        for (row, fields) in ledger.rows(of: id).prefix(9).enumerated() {
          guard let value = fields.values[column.id] else { continue }
          sheet.put(
            .text(schema.sheet(id)?.written(value, in: column) ?? ""),
            at: CellReference(row: row + 2, column: index + 1))
        }
      }
      return sheet
    }
    let tables = try OtherPrint.datong.get().tables.map { OtherPrint.sheet(of: $0, named: $0.captions[0]) }
    let folder = try TemporaryFolder([
      "账.xlsx": XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet(.unit), sheet(.income)] + tables))
    ])
    let problems = Self.problems { try ComposedDisclosure(LedgerReader().ledger(at: folder.path + "/账.xlsx")) }
    #expect(problems.map { $0.contains(schema.title(.income)) && $0.contains("既有公开表") } == [true], "\(problems)")
  }

  @Test func whatIsPrintedIn万元IsNoAmountOf元() throws {
    let form = try Form(json: Self.inYuan)
    let problems = Self.problems {
      try ComposedDisclosure(
        Self.ledger(.datong, bringing: Example.datong.tables), form: form, codes: Standard.codes,
        checker: .init(form: form, codes: Standard.codes), library: Standard.library)
    }
    #expect(problems.contains { $0.contains("比要印的粗") && $0.contains("以元为单位") })
  }

  /// 0.005 万元 is 50 元: from there on it is one last place more, and one fen less is none.
  @Test(arguments: [("63349.99", "6.33"), ("63350.00", "6.34"), ("-63350.00", "-6.34"), ("-63349.99", "-6.33")])
  func amountsOf元AreRoundedOnce(given: String, printed: String) throws {
    let address = FigureAddress(.t01, "29", 1)
    let figure = try #require(Figure(printed: given, unit: .money(.yuan)))
    let tables = try Self.read(Self.yuanWorkbook(.datong)).replacing(figure, at: address)
    let composed = try ComposedDisclosure(Self.ledger(.datong, bringing: tables))
    #expect(composed.tables.figure(at: address)?.figure.text == printed)
    #expect(composed.tables.figure(at: address)?.exact?.yuanText == given)
  }

  @Test func aSheetSaysTheUnitOfItsAmounts() throws {
    let given = try #require(GivenTables(Self.read(Self.yuanWorkbook(.datong)), at: SourceLocation(file: "表.xlsx")))
    let tables = try TableSet(
      given: given, of: Example.datong.ledger.unit, form: Standard.form, codes: Standard.codes, schema: Standard.schema)
    #expect(tables.tables.filter(\.hasNumber).allSatisfy { $0.id == .t10 || $0.currency == "金额单位：元" })
  }
}
