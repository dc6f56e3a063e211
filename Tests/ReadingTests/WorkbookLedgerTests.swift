import Accounts
import Formats
import Foundation
import Reading
import TestSupport
import Testing

/// A small sound ledger as a workbook, whose cells a test changes.
private struct LedgerBook {
  var sheets: [SheetOutput]

  init() {
    sheets = [
      Self.sheet("单位信息", [["项目", "内容"], ["单位名称", "某局"], ["年度", "2024"], ["公开口径", "单位"], ["单位性质", "行政单位"]]),
      Self.sheet("收入", [["功能科目编码", "收入来源", "金额"], ["2013801", "一般公共预算财政拨款", "100.00"]]),
      Self.sheet(
        "支出", [["功能科目编码", "支出性质", "资金性质", "经济科目编码", "金额"], ["2013801", "基本支出", "一般公共预算财政拨款", "30101", "100.00"]]),
    ]
  }

  static func sheet(_ name: String, _ rows: [[String]]) -> SheetOutput {
    var sheet = SheetOutput(name: name)
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        sheet.put(.text(text), at: CellReference(row: row + 1, column: column + 1))
      }
    }
    return sheet
  }

  mutating func put(_ content: CellContent, _ cell: String, of sheet: Int = 1, format: String = "General") throws {
    let place = try #require(CellReference(cell))
    sheets[sheet].put(content, at: place, style: CellStyle(numberFormat: format))
  }

  private func reading() throws -> LedgerReader.Reading {
    let folder = try LedgerFolder()
    try folder.write(XLSXWriter.bytes(of: WorkbookOutput(sheets: sheets)), to: "账.xlsx")
    do {
      return try LedgerReader().reading(at: folder.path + "/账.xlsx")
    } catch let error as UnusableInput {
      throw Unusable(messages: error.problems.map { folder.shortened($0.message) })
    }
  }

  private struct Unusable: Error { let messages: [String] }

  func ledger() throws -> Ledger { try reading().ledger }

  /// What is wrong, and what is told, as the user reads it.
  func messages() throws -> [String] {
    do {
      return try reading().notices.map { $0.replacing(/^.*账\.xlsx/, with: "账/账.xlsx") }
    } catch let error as Unusable {
      return error.messages
    }
  }
}

/// The ways in which people write a ledger as a workbook, and what is said of what cannot be read.
@Suite struct WorkbookLedgerTests {
  /// Amounts up to 9·10¹⁵ 分 are exact, however a program spells the number: as it was typed, with an exponent, or as the
  /// binary fraction nearest to it, of which 90071992547409.90625 is that of 90071992547409.91.
  @Test(
    arguments: [
      ("90071992547409.91", 9_007_199_254_740_991), ("9.007199254740991E13", 9_007_199_254_740_991),
      ("90071992547409.906", 9_007_199_254_740_991), ("-90071992547409.91", -9_007_199_254_740_991),
      ("70368744177663.98", 7_036_874_417_766_398), ("70368744177663.984", 7_036_874_417_766_398),
      ("12345678901234.57", 1_234_567_890_123_457), ("12345678901234.569", 1_234_567_890_123_457),
    ] as [(String, Int64)])
  func largestAmountsAreExact(spelling: String, fen: Int64) throws {
    var book = LedgerBook()
    try book.put(.number(spelling), "C2")
    try book.put(.number(spelling), "E2", of: 2)
    let ledger = try book.ledger()
    #expect(ledger.income.map(\.amount.fen) == [fen] && ledger.expenditure.map(\.amount.fen) == [fen])
  }

  /// Every amount as a spreadsheet program saves it, with the 17 digits of its binary fraction, where these tell it.
  @Test func seventeenDigitsTellTheAmount() throws {
    var generator = SeededGenerator(seed: 11)
    let fen = (0..<200).map { _ in Int64.random(in: 100_000_000_000_000...7_036_874_417_766_400, using: &generator) }
    var book = LedgerBook()
    for (index, fen) in fen.enumerated() {
      try book.put(.text("\(2_010_101 + index)"), "A\(index + 2)")
      try book.put(.text("一般公共预算财政拨款"), "B\(index + 2)")
      try book.put(.number(String(format: "%.17g", Double(fen) / 100)), "C\(index + 2)")
    }
    #expect(try book.ledger().income.map(\.amount.fen) == fen)
  }

  /// Rows that are only formatted, or hold spaces, are no rows.
  @Test func formattedRowsAreEmpty() throws {
    var book = LedgerBook()
    for row in 3...2000 {
      for column in ["A", "B", "C"] {
        try book.put(row % 2 == 0 ? .blank : .text("  "), "\(column)\(row)", format: "0.00")
      }
    }
    #expect(try book.ledger().income.count == 1)
    #expect(try book.messages() == [])
  }

  /// A character that turns the direction of what follows is refused at its cell, whatever the column.
  @Test(arguments: [UInt32](0x202A...0x202E) + [UInt32](0x2066...0x2069))
  func directionControlIsRefused(value: UInt32) throws {
    let control = String(try #require(Unicode.Scalar(value)))
    let name = "U+" + String(value, radix: 16).uppercased()
    for (sheet, cell, text, place) in [
      (0, "B2", "某\(control)局", "单位信息!B2「内容」"), (1, "A2", control + "2013801", "收入!A2「功能科目编码」"),
      (1, "B2", "事业收入" + control, "收入!B2「收入来源」"), (1, "C2", control + "12.34", "收入!C2「金额」"),
    ] {
      var book = LedgerBook()
      try book.put(.text(text), cell, of: sheet)
      let message = try book.messages().first ?? ""
      #expect(message.hasPrefix("账/账.xlsx:\(place): 错误: 填的“") && message.contains("看不见的方向控制符 \(name)，"), "\(message)")
    }
  }

  /// The ledger with one cell of 收入 changed.
  private func income(_ content: CellContent, _ cell: String = "C2", format: String = "General") throws -> LedgerBook {
    var book = LedgerBook()
    try book.put(content, cell, format: format)
    return book
  }

  @Test func smallLedgerIsRead() throws {
    let ledger = try LedgerBook().ledger()
    #expect(ledger.unit == UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative))
    #expect(ledger.income.map(\.amount.fen) == [10000] && ledger.expenditure.map(\.amount.fen) == [10000])
    #expect(ledger.income[0].place.description.hasSuffix("账.xlsx:收入!A2"))
    #expect(ledger.income[0].place.at(column: "金额").description.hasSuffix("账.xlsx:收入!C2「金额」"))
    #expect(try LedgerBook().messages() == [])
  }

  @Test(arguments: [
    ("0.30000000000000004", 30), ("1234567.8900000001", 123_456_789), ("98765432109.360001", 9_876_543_210_936),
    ("1.5E+3", 150_000), ("-0.05", -5), ("1.0049999999999999E+2", 10_050), ("100", 10_000),
  ])
  func numbersAreExact(spelling: String, fen: Int64) throws {
    #expect(try income(.number(spelling)).ledger().income.map(\.amount.fen) == [fen])
  }

  @Test func textsAreTakenAsWritten() throws {
    #expect(try income(.text("1,234.5")).ledger().income.map(\.amount.fen) == [123_450])
    #expect(try income(.text("２.５０")).ledger().income.map(\.amount.fen) == [250])
  }

  @Test func aThirdDecimalIsAnError() throws {
    let expected =
      "账/账.xlsx:收入!C2「金额」: 错误: 填的是“12.345”，应为最多 2 位小数的金额（单位元，准确到分）。若这一列以万元为单位，请把标题写成“金额（万元）”；否则请核对到分。"
    #expect(try income(.number("12.345")).messages() == [expected])
    #expect(try income(.number("12.345000000000001")).messages() == [expected])
    #expect(try income(.text("12.345")).messages() == [expected])
  }

  @Test func codesMayBeNumbers() throws {
    var book = LedgerBook()
    try book.put(.number("2013801"), "A2")
    try book.put(.number("30101"), "D2", of: 2)
    try book.put(.number("2024"), "B3", of: 0)
    let ledger = try book.ledger()
    #expect(ledger.income[0].code.digits == "2013801" && ledger.expenditure[0].economicCode?.digits == "30101")
    #expect(ledger.unit.year == 2024)
    #expect(try income(.number("2013801.5"), "A2").messages().first?.contains("填的是“2013801.5”") == true)
  }

  @Test func tenThousands() throws {
    var book = try income(.number("0.01"))
    try book.put(.text("金额（万元）"), "C1")
    #expect(try book.ledger().income.map(\.amount.fen) == [10_000])
    // Shown as 1,234.56 under a heading in 万元, what is held is 元.
    try book.put(.number("12345600"), "C2", format: "0!.0000")
    #expect(try book.ledger().income.map(\.amount.fen) == [1_234_560_000])
    #expect(
      try income(.number("12345600"), format: "0!.0000").ledger().income.map(\.amount.fen) == [1_234_560_000])
    #expect(
      try income(.number("1234500"), format: "#,##0,").messages() == [
        "账/账.xlsx:收入!C2「金额」: 错误: 存的是“1234500”，单元格的格式却显示成别的数，应当所见即所存。请把这一列的单元格格式设为数值、两位小数，再核对金额。"
      ])
    #expect(try income(.number("0.5"), format: "0%").messages().first?.contains("格式却显示成别的数") == true)
  }

  @Test func datesAreRead() throws {
    var book = LedgerBook()
    try book.put(.text("公开日期"), "A6", of: 0)
    try book.put(.date(WorkbookDate(year: 2025, month: 9, day: 10)), "B6", of: 0, format: "yyyy-mm-dd")
    #expect(try book.ledger().unit.publicationDate == "2025-09-10")
  }

  @Test func formulasHaveTheirLastValue() throws {
    #expect(try income(.formula("50+50", cached: .number("100"))).ledger().income.map(\.amount.fen) == [10_000])
    #expect(
      try income(.formula("50+50", cached: .blank)).messages() == [
        "账/账.xlsx:收入!C2「金额」: 错误: 公式没有算出结果，公式应已有结果。请用 Excel 或 WPS 打开，等它算完后保存，或直接填写数值。"
      ])
    #expect(try income(.boolean(true)).messages().first?.hasPrefix("账/账.xlsx:收入!C2「金额」: 错误: 是真假值 TRUE") == true)
  }

  @Test func blankAndWrongCellsAreNamed() throws {
    #expect(
      try income(.blank).messages() == [
        "账/账.xlsx:收入!C2「金额」: 错误: 没有填写，应为金额。没有金额时请删去这一行，确为零填 0.00。"
      ])
    #expect(try income(.text("捐款"), "B2").messages().first?.hasPrefix("账/账.xlsx:收入!B2「收入来源」: 错误: 填的是“捐款”") == true)
    #expect(
      try income(.text("来源"), "B1").messages().contains { $0.hasPrefix("账/账.xlsx:收入!B1「来源」: 错误: 标题是“来源”") })
    #expect(try income(.text("旁注"), "F2").messages() == ["账/账.xlsx:收入!F2: 错误: 填了“旁注”，而这一列没有标题，有值的列都应有标题。请补上标题或删去这一列。"])
  }

  @Test func mergedCellsAreRefused() throws {
    var book = LedgerBook()
    let last = try #require(CellReference("B3"))
    book.sheets[1].mergedRanges.append(CellRange(CellReference(row: 2, column: 2), last))
    #expect(
      try book.messages() == ["账/账.xlsx:收入!B2: 错误: B2:B3 是合并单元格，只有第一格有值，每一行的每一格应各填各的。请取消合并，逐行填写。"])
  }

  @Test func hiddenRowsAndSheetsAreReadAndTold() throws {
    var book = LedgerBook()
    book.sheets[1].hiddenRows = [2]
    book.sheets[2].visibility = .hidden
    book.sheets[2].hiddenColumns = [5]
    #expect(try book.ledger().income.count == 1)
    #expect(
      try book.messages() == [
        "账/账.xlsx:收入!A1: 提醒: 第 2 行是隐藏的，也读了进来，请核对是否应当计入。",
        "账/账.xlsx:支出!A1: 提醒: 这张表是隐藏的，也读了进来，请核对是否应当计入。",
        "账/账.xlsx:支出!A1: 提醒: “金额”列是隐藏的，也读了进来，请核对是否应当计入。",
      ])
  }

  @Test func otherSheetsAreToldUnlessBlankOrOurs() throws {
    var book = LedgerBook()
    for name in ["说明", "校验", "功能科目", "经济科目", "选项"] { book.sheets.append(LedgerBook.sheet(name, [["随便"], ["1"]])) }
    book.sheets.append(SheetOutput(name: "Sheet1"))
    #expect(try book.messages() == [])
    book.sheets.append(LedgerBook.sheet("工资", [["姓名"]]))
    #expect(try book.messages().first?.hasPrefix("账/账.xlsx:工资!A1: 错误: 工作表名不是账里的表，应是下列之一：单位信息、收入、") == true)
  }

  @Test func titlesAboveTheHeadingsArePassedOver() throws {
    var book = LedgerBook()
    book.sheets[1] = LedgerBook.sheet(
      "收入", [["某局2024年收入"], [], ["功能科目编码", "收入来源", "金额"], ["2013801", "一般公共预算财政拨款", "100.00"]])
    #expect(try book.ledger().income.map(\.place.cell) == ["A4"])
    try book.put(.text("金额单位：万元"), "C2")
    #expect(try book.messages().first?.hasPrefix("账/账.xlsx:收入!C2: 错误: 标题上方写着“金额单位：万元”") == true)
  }

  @Test func itemsWithoutValuesAreNotFilledIn() throws {
    var book = LedgerBook()
    try book.put(.text("主管部门"), "A6", of: 0)
    book.sheets.append(LedgerBook.sheet("三公经费", [["项目", "决算数"], ["公务接待费", ""], ["公务用车购置费", "1"]]))
    let ledger = try book.ledger()
    #expect(ledger.unit.supervisor == nil && ledger.threePublic.map(\.item) == [.vehiclePurchase])
  }

  @Test func whatIsNoWorkbookIsSaid() throws {
    let folder = try LedgerFolder()
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0], to: "账.xlsx")
    #expect(try folder.messages("账.xlsx").count == 1)
    try folder.write([0xD0, 0xCF, 0x11, 0xE0], to: "账.xlsx")
    #expect(try folder.messages("账.xlsx").first?.contains("加了打开密码") == true)
  }
}
