import Accounts
import Documents
import Formats
import Foundation
import Reading
import Rendering
import TestSupport
import Testing

/// A ledger written as JSON or CSV comes back with the same rows, whatever stands in its texts.
@Suite struct LedgerRoundTripTests {
  private let schema: LedgerSchema

  init() throws { schema = try Standard.schema }

  /// The rows of every sheet as written, by heading; bytes, since strings that differ may compare equal.
  private func rows(_ ledger: Ledger) -> [String: [[String: [UInt8]]]] {
    Dictionary(
      uniqueKeysWithValues: schema.sheets.map { sheet in
        let rows = ledger.rows(of: sheet.id).map { row in
          let cells = sheet.columns.compactMap { column in
            row.values[column.id].map { (column.heading, Array(sheet.written($0, in: column).utf8)) }
          }
          #expect(cells.count == row.values.count, "\(sheet.title)")
          return Dictionary(uniqueKeysWithValues: cells)
        }
        return (sheet.title, rows)
      })
  }

  private func readBack(json ledger: Ledger) throws -> Ledger {
    let folder = try LedgerFolder()
    try folder.write(LedgerJSON.bytes(of: ledger, schema: schema), to: "账.json")
    return try folder.ledger("账.json")
  }

  private func readBack(csv ledger: Ledger) throws -> Ledger {
    try LedgerFolder(ledger, schema).ledger()
  }

  private func readBack(workbook ledger: Ledger) throws -> Ledger {
    let folder = try LedgerFolder()
    let workbook = try LedgerWorkbook(
      schema: schema, codes: Standard.codes, library: Standard.library)
    try folder.write(workbook.bytes(of: ledger.rows, title: "账"), to: "账.xlsx")
    return try folder.ledger("账.xlsx")
  }

  @Test(arguments: Example.allCases)
  func workbookOfAnExampleIsTheSameJSON(example: Example) throws {
    let ledger = try example.ledger
    let json = LedgerJSON.bytes(of: ledger, schema: schema)
    #expect(try LedgerJSON.bytes(of: readBack(workbook: ledger), schema: schema) == json)
    #expect(try LedgerJSON.bytes(of: readBack(workbook: readBack(json: ledger)), schema: schema) == json)
  }

  @Test func datong() throws {
    let ledger = try Example.datong.ledger
    #expect(try rows(readBack(json: ledger)) == rows(ledger))
    #expect(try rows(readBack(csv: ledger)) == rows(ledger))
  }

  @Test func datongTwiceIsTheSameText() throws {
    let bytes = LedgerJSON.bytes(of: try Example.datong.ledger, schema: schema)
    #expect(bytes == LedgerJSON.bytes(of: try readBack(json: try Example.datong.ledger), schema: schema))
  }

  @Test(arguments: 0..<10)
  func randomLedgersWithHostileTexts(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let ledger = try random.ledger()
    #expect(try rows(readBack(json: ledger)) == rows(ledger))
    #expect(try rows(readBack(csv: ledger)) == rows(ledger))
    #expect(try rows(readBack(workbook: ledger)) == rows(ledger))
  }
}

/// Makes sound ledgers whose texts are as hostile as texts can be.
private struct RandomLedger {
  private var generator: SeededGenerator
  private let place = SourceLocation(file: "test")
  private let pieces = [
    "<script>alert(1)</script>", "=1+1", "'=1", "+1", "@SUM(A1)", "\"", "\"\"", "'", "|", "\\", "\\n", "{{x}}", "</",
    "&lt;",
    "😀", "👨‍👩‍👧", "e\u{301}", "é", "𠮷", "\u{200F}", "\u{FEFF}", ",", "，", "\t", "-", "0", " ", "　",
    "null", "中", "[x](y)",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// A text that neither begins nor ends with white space, which would be taken off.
  private mutating func text(lines: Bool = false) -> String {
    var text = "x"
    for _ in 0..<number(0...6) {
      text +=
        lines && number(0...3) == 0 ? ["\n", "\r\n", "\n\n"][number(0...2)] : pieces[number(0...pieces.count - 1)]
    }
    return (number(0...1) == 0 ? pieces[number(0...12)] : "") + text + "。"
  }

  private mutating func maybe<T>(_ value: (inout Self) -> T) -> T? { number(0...2) == 0 ? nil : value(&self) }

  private mutating func amount() -> Amount {
    switch number(0...9) {
    case 0: Amount(fen: .max)
    case 1: Amount(fen: .min)
    case 2: .zero
    default: Amount(fen: Int64(number(-1_000_000_000...1_000_000_000)))
    }
  }

  mutating func ledger() throws -> Ledger {
    var ledger = Ledger(
      unit: UnitInformation(
        name: text(), code: maybe { $0.text() }, year: number(1990...2099),
        scope: DisclosureScope.allCases[number(0...1)], nature: UnitNature.allCases[number(0...2)],
        supervisor: maybe { $0.text() }, subordinates: (0..<number(0...3)).map { "\($0)" + text() },
        publicationDate: maybe { _ in "2025-09-10" }, dataRemark: maybe { $0.text() }), schema: try .standard())
    for index in 0..<number(0...8) {
      let digits = String(2_010_101 + index)
      guard let code = FunctionCode(digits) else { continue }
      ledger.income.append(
        IncomeRow(
          code: code, name: maybe { $0.text() }, source: IncomeSource.allCases[number(0...7)], amount: amount(),
          place: place))
      ledger.expenditure.append(
        ExpenditureRow(
          code: code, name: maybe { $0.text() }, kind: ExpenditureKind.allCases[number(0...4)],
          fund: Fund.allCases[number(0...3)], economicCode: maybe { _ in EconomicCode("30101") } ?? nil,
          economicName: maybe { $0.text() }, project: maybe { $0.text() }, amount: amount(), place: place))
      ledger.balances.append(
        BalanceRow(
          fund: Fund.allCases[number(0...3)], code: code, name: maybe { $0.text() }, opening: maybe { $0.amount() },
          surplusUsed: maybe { $0.amount() }, surplusDistributed: maybe { $0.amount() }, closing: maybe { $0.amount() },
          place: place))
      ledger.budget.append(
        BudgetRow(
          code: code, name: maybe { $0.text() }, fund: Fund.allCases[number(0...3)],
          initialBudget: maybe { $0.amount() },
          finalBudget: maybe { $0.amount() }, reason: maybe { $0.text(lines: true) }, place: place))
    }
    for item in ThreePublicItem.allCases where number(0...1) == 0 {
      var fields = RowFields(place: place)
      fields.set(.item, item.rawValue)
      fields.set(.actual, amount())
      fields.set(.people, count: maybe { Int64($0.number(0...1000)) })
      fields.set(.vehicles, count: maybe { _ in .max })
      ThreePublicRow(fields).map { ledger.threePublic.append($0) }
    }
    for item in ["收入总计", "公务接待费"] where number(0...1) == 0 {
      var fields = RowFields(place: place)
      fields.set(.item, item)
      fields.set(.functionName, maybe { $0.text() })
      fields.set(.amount, amount())
      PriorRow(fields).map { ledger.prior.append($0) }
    }
    for (item, value) in [("政府采购货物支出", FieldValue.amount(amount())), ("其他用车", .count(3))] where number(0...1) == 0 {
      OtherRow(RowFields([.item: .text(item), .value: value], place: place)).map { ledger.other.append($0) }
    }
    for _ in 0..<number(0...4) {
      var fields = RowFields(place: place)
      fields.set(.section, ["单位职责", "机构设置", "其他说明"][number(0...2)])
      fields.set(.functionCode, maybe { _ in "201" })
      fields.set(.content, text(lines: true))
      TextRow(fields).map { ledger.texts.append($0) }
    }
    for code in ["201", "20199", "2019901"] where number(0...1) == 0 {
      var fields = RowFields(place: place)
      fields.set(.classification, "支出功能分类")
      fields.set(.code, code)
      fields.set(.name, text())
      OwnCodeRow(fields).map { ledger.ownCodes.append($0) }
    }
    addEvaluations(to: &ledger)
    return ledger
  }

  private mutating func addEvaluations(to ledger: inout Ledger) {
    for index in 0..<number(0...3) {
      let name = "\(index)" + text()
      var fields = RowFields(place: place)
      fields.set(.project, name)
      fields.set(.layout, ["丰台", "大同", "宁夏", "整体支出"][number(0...3)])
      for column in [ColumnID.department, .implementer, .totalScore] { fields.set(column, maybe { $0.text() }) }
      for column in [.goal, .achievement] + EvaluationProjectRow.analysisColumns {
        fields.set(column, maybe { $0.text(lines: true) })
      }
      fields.set(.grade, maybe { _ in "优" })
      EvaluationProjectRow(fields).map { ledger.evaluationProjects.append($0) }
      fields = RowFields(place: place)
      fields.set(.project, name)
      fields.set(.fundSource, "年度资金总额")
      for column in [ColumnID.declared, .initialBudget, .finalBudget, .executed] {
        fields.set(column, maybe { $0.amount() })
      }
      for column in [ColumnID.weight, .rate, .score] { fields.set(column, maybe { $0.text() }) }
      fields.set(.deviationReason, maybe { $0.text(lines: true) })
      EvaluationFundRow(fields).map { ledger.evaluationFunds.append($0) }
      for _ in 0..<number(0...3) {
        fields = RowFields(place: place)
        fields.set(.project, name)
        for column in [ColumnID.level2, .level3] { fields.set(column, text()) }
        for column in [ColumnID.level1, .initialTarget, .weight, .score] { fields.set(column, maybe { $0.text() }) }
        for column in [ColumnID.target, .attained, .explanation, .deviationReason] {
          fields.set(column, maybe { $0.text(lines: true) })
        }
        EvaluationIndicatorRow(fields).map { ledger.evaluationIndicators.append($0) }
      }
    }
  }
}
