import Accounts
import Disclosing
import Documents
import Evaluations
import Formats
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// Only the schema says what the sheets, columns and items of a ledger are called: where it calls every one of them
/// otherwise, so do the readers, the writers and the messages.
@Suite struct RenamedLedgerTests {
  private let schema: LedgerSchema
  private let renamed: LedgerSchema

  init() throws {
    schema = try .standard()
    // No two of the new names are the same, so that none can be taken from another sheet.
    var number = 0
    renamed = try LedgerSchema(
      json: LedgerSchema.standardText.replacing(/"(title|heading|name)": "[^"]*"/) { match in
        number += 1
        return "\"\(match.1)\": \"称谓\(number)\""
      })
  }

  /// The ledger as CSV files of the renamed schema.
  private func folder(_ ledger: Ledger) throws -> LedgerFolder {
    try LedgerFolder(ledger, renamed)
  }

  private func readBack(_ folder: LedgerFolder, _ name: String? = nil) throws -> Ledger {
    try LedgerReader(renamed).ledger(at: name.map { folder.path + "/" + $0 } ?? folder.path)
  }

  private func workbook(_ ledger: Ledger) throws -> [UInt8] {
    try LedgerWorkbook(schema: renamed, codes: Standard.codes, library: Standard.library)
      .bytes(of: ledger.rows, title: "账")
  }

  /// All that is wrong with a ledger, as people read it.
  private func problems(_ work: () throws -> Void) throws -> [String] {
    do {
      try work()
      return []
    } catch let error as UnusableInput {
      return error.problems.map(\.message)
    }
  }

  @Test func everyNameIsNew() {
    func names(_ schema: LedgerSchema) -> [String] {
      schema.sheets.flatMap { [$0.title] + $0.columns.map(\.heading) + ($0.items ?? []).map(\.name) }
    }
    #expect(Set(names(renamed)).count == names(schema).count)
    #expect(names(renamed).allSatisfy { $0.hasPrefix("称谓") })
  }

  @Test(arguments: Example.allCases)
  func aLedgerIsReadAsItWasWritten(example: Example) throws {
    let ledger = try example.ledger
    let json = LedgerJSON.bytes(of: ledger, schema: schema)
    let folder = try folder(ledger)
    try folder.write(LedgerJSON.bytes(of: ledger, schema: renamed), to: "账.json")
    try folder.write(workbook(ledger), to: "账.xlsx")
    for name in [nil, "账.json", "账.xlsx"] {
      let back = try readBack(folder, name)
      #expect(back.unit == ledger.unit, "\(name ?? "CSV")")
      for sheet in SheetID.allCases {
        #expect(back.rows(of: sheet).map(\.values) == ledger.rows(of: sheet).map(\.values), "\(name ?? "CSV") \(sheet)")
      }
      #expect(LedgerJSON.bytes(of: back, schema: schema) == json)
      // Neither schema's reader takes the other's ledger.
      #expect(
        try !problems { _ = try LedgerReader().ledger(at: name.map { folder.path + "/" + $0 } ?? folder.path) }.isEmpty)
    }
  }

  @Test func theTablesAndEvaluationsAreTheSame() throws {
    let ledger = try Example.yunxi.ledger
    let back = try readBack(folder(ledger))
    let codes = try CodeTables.standard(year: 2024)
    let form = try Standard.form
    let (one, other) = (
      try TableSet(deriving: ledger, form: form, codes: codes), try TableSet(deriving: back, form: form, codes: codes)
    )
    #expect(one.figureTexts == other.figureTexts)
    #expect(
      try [EvaluationTable](of: back).map(\.analysis.count) == [EvaluationTable](of: ledger).map(\.analysis.count))
    for (one, other) in try zip([EvaluationTable](of: ledger), [EvaluationTable](of: back)) {
      #expect(one.indicators.map(\.level3.text) == other.indicators.map(\.level3.text))
      #expect(one.analysis.map(\.text.text) == other.analysis.map(\.text.text))
    }
  }

  /// The formulas of a workbook's 校验, and what comes of them.
  private func checks(_ bytes: [UInt8]) throws -> (formulas: String, verdicts: [XLSXValue]) {
    var rows = try XLSXWorkbook(bytes).rows(ofSheet: "校验")
    var formulas = ""
    var verdicts: [XLSXValue] = []
    while let row = try rows.next() {
      for cell in row.cells { formulas += cell.formula ?? "" }
      verdicts += row.cells.suffix(1).map(\.value)
    }
    return (formulas, verdicts)
  }

  @Test func theWorkbookNamesNothingAsItWas() throws {
    let ledger = try Example.yunxi.ledger
    let bytes = try workbook(ledger)
    let old = schema.sheets.map(\.title)
    #expect(try XLSXWorkbook(bytes).sheets.filter { old.contains($0.name) }.isEmpty)
    let (formulas, verdicts) = try checks(bytes)
    #expect(formulas.contains("'\(renamed.title(.income))'!$D:$D"))
    #expect(formulas.contains("\"\(renamed.name(of: ThreePublicItem.reception.rawValue, in: .threePublic))\""))
    #expect(old.allSatisfy { !formulas.contains("'\($0)'") })
    let asItWas = try LedgerWorkbook(schema: schema, codes: Standard.codes, library: Standard.library)
      .bytes(of: ledger.rows, title: "账")
    #expect(try checks(asItWas).verdicts == verdicts)
    #expect(verdicts.count > 10)
  }

  @Test func messagesOfTheReaderNameWhatTheSchemaNames() throws {
    let income = try #require(renamed.sheet(.income))
    let folder = try LedgerFolder(without: Set(LedgerFolder.sound.keys))
    func head(_ sheet: SheetID) throws -> String {
      try #require(renamed.sheet(sheet)).columns.map(\.heading).joined(separator: ",") + "\n"
    }
    let unit = UnitItem.allCases.map { renamed.name(of: $0.rawValue, in: .unit) }
    try folder.write(
      Array((head(.unit) + "\(unit[0]),某局\n\(unit[2]),2024\n\(unit[3]),单位\n").utf8), to: renamed.title(.unit) + ".csv")
    let balances = try #require(renamed.sheet(.balances))
    let row = "其他资金,,,1.00,,,,\n"
    try folder.write(Array((head(.income) + "2013802,,其他收入,1.234,,\n").utf8), to: income.title + ".csv")
    try folder.write(Array((head(.balances) + row + row).utf8), to: balances.title + ".csv")
    let messages = try problems { _ = try LedgerReader(renamed).ledger(at: folder.path) }
      .map { $0.replacing(folder.path, with: "账") }
    let (fund, code, unitHeading, amount) = (
      balances.heading(.fund), balances.heading(.functionCode), balances.heading(.unit), income.heading(.amount)
    )
    let (title, unitTitle, missing) = (income.title, renamed.title(.unit), renamed.title(.expenditure))
    let headings = try head(.expenditure).dropLast()
    #expect(messages.count == 4)
    #expect(messages[0] == "账: 错误: 没有“\(missing)”，账里应有这一张表。没有数据时也请保留只有标题的表（\(headings)）。")
    #expect(messages[1] == "账/\(unitTitle).csv: 错误: 没有“\(unit[4])”，“\(unitTitle)”应有这一项。决定机关运行经费列在哪一行。")
    let unitAdvice = "若这一列以万元为单位，请把标题写成“\(amount)（万元）”；否则请核对到分。"
    let tooExact = "填的是“1.234”，应为最多 2 位小数的金额（单位元，准确到分）。"
    #expect(messages[2] == "账/\(title).csv:2「\(amount)」: 错误: " + tooExact + unitAdvice)
    let repeated = "\(fund)、\(code)、\(unitHeading)（其他资金）与 账/\(balances.title).csv:2 重复"
    #expect(messages[3] == "账/\(balances.title).csv:3: 错误: \(repeated)，每一组只应有一行。请合并或删去重复的行。")
  }

  @Test func messagesOfTheLedgerNameWhatTheSchemaNames() throws {
    let place = SourceLocation(file: "账")
    let code = try #require(FunctionCode("2013877"))
    var ledger = Ledger(
      unit: UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative), schema: renamed)
    ledger.expenditure = [
      ExpenditureRow(code: code, kind: .basic, fund: .generalBudget, amount: Amount(fen: 1), place: place)
    ]
    ledger.balances = [
      BalanceRow(
        fund: .generalBudget, opening: .zero, surplusUsed: Amount(fen: 2), closing: .zero, place: place)
    ]
    for (item, fen) in [(ThreePublicItem.reception, Int64(1)), (.domesticReception, 2)] {
      let fields: FieldValues = [.item: .text(item.rawValue), .actual: .amount(Amount(fen: fen))]
      ledger.threePublic.append(try #require(ThreePublicRow(RowFields(fields, place: place))))
    }
    let cost = OtherItem.operatingCostOfAdministrativeUnits
    ledger.other.append(
      try #require(
        OtherRow(RowFields([.item: .text(cost.rawValue), .value: .amount(Amount(fen: 7))], place: place))))
    let messages = try problems {
      _ = try TableSet(
        deriving: ledger, form: .builtIn("national", year: 2024), codes: CodeTables.standard(year: 2024))
    }
    func at(_ sheet: SheetID, _ column: ColumnID) -> String { "账「\(renamed.heading(sheet, column))」: 错误: " }
    let used = renamed.heading(.balances, .surplusUsed)
    func expense(_ item: ThreePublicItem) -> String { renamed.name(of: item.rawValue, in: .threePublic) }
    for expected in [
      at(.expenditure, .functionCode) + "编码 2013877 不在",
      "在“\(renamed.title(.ownCodes))”中填写它的名称",
      at(.expenditure, .economicCode) + "没有填写",
      at(.balances, .surplusUsed) + "一般公共预算财政拨款填了\(used)，\(used)只用于其他资金",
      at(.balances, .closing) + "填的是 0.00 元",
      at(.threePublic, .actual) + "\(expense(.reception)) 0.01 元，\(expense(.domesticReception))与",
      at(.other, .value) + "\(renamed.name(of: cost.rawValue, in: .other))填的是 0.07 元",
    ] {
      #expect(messages.contains { $0.contains(expected) }, "\(expected) \(messages)")
    }
  }

  @Test func messagesOfTheEvaluationsNameWhatTheSchemaNames() throws {
    var ledger = try readBack(folder(Example.yunxi.ledger))
    let index = try #require(ledger.evaluationIndicators.indices.last)
    ledger.evaluationIndicators[index].weight = "甲"
    ledger.evaluationFunds[0].project = "没有的项目"
    let messages = try problems { _ = try [EvaluationTable](of: ledger) }
    let weight = renamed.heading(.evaluationIndicators, .weight)
    #expect(messages.contains { $0.contains("「\(weight)」: 错误: 填的是“甲”") })
    let project = renamed.heading(.evaluationFunds, .project)
    #expect(messages.contains { $0.contains("「\(project)」") && $0.contains("“\(renamed.title(.evaluationProjects))”") })
  }

  @Test func explanationsNameWhatTheSchemaNames() throws {
    let index = ContributionIndex(try readBack(folder(Example.datong.ledger)))
    let expense = try #require(index.contributions(to: .threePublic(.reception, .actual)).first)
    #expect(
      expense.words == [
        renamed.name(of: ThreePublicItem.reception.rawValue, in: .threePublic), renamed.heading(.threePublic, .actual),
      ])
    let opening = try #require(index.contributions(to: .opening(.all, under: "")).first)
    #expect(opening.place.column == renamed.heading(.balances, .opening))
  }

  /// What goes into next year's workbook is the same, whatever it is called.
  @Test func nextYearTakesOverTheSame() throws {
    let ledger = try Example.yunxi.ledger
    let form = try Standard.form
    let codes = try CodeTables.standard(year: 2024)
    func rows(_ ledger: Ledger, _ schema: LedgerSchema) throws -> [SheetID: [FieldValues]] {
      try NextYear(2025, schema: schema)
        .rows(
          from: ledger, tables: TableSet(deriving: ledger, form: form, codes: codes), catalogue: .standard()
        )
        .mapValues { $0.map(\.values) }
    }
    let taken = try rows(ledger, schema)
    #expect(try rows(readBack(folder(ledger)), renamed) == taken)
    #expect(taken[.prior]?.isEmpty == false && taken[.expenditure]?.isEmpty == false)
  }
}
