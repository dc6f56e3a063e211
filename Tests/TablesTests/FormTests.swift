import Accounts
import Foundation
import Tables
import TestSupport
import Testing

@Suite struct FormTests {
  private static let file = Checkout.folder.appending(path: "Templates/places/national/form-2024.json")

  private func national() throws -> String { try String(contentsOf: Self.file, encoding: .utf8) }

  /// What is wrong with a form, in its messages.
  static func faults(_ json: String) -> [String] {
    do throws(UnusableInput) {
      _ = try Form(json: json)
      return []
    } catch {
      return error.problems.map(\.message)
    }
  }

  @Test(arguments: [(2024, 2024), (2025, 2025), (2030, 2025), (2023, 2024), (1990, 2024)])
  func theNationalFormServesEveryYear(year: Int, formYear: Int) throws {
    let form = try Form.builtIn("national", year: year)
    #expect(form.id == "national")
    #expect(form.year == formYear)
    #expect(form.unit == .wanyuan)
    #expect(form.decimals == 2)
    #expect(form.tables.map(\.id) == TableID.allCases)
  }

  /// The forms of 2025 take over those of 2024, and say that.
  @Test(arguments: ["national", "shanghai"]) func theFormsOf2025AreThoseOf2024(place: String) throws {
    let (earlier, later) = (try Form.builtIn(place, year: 2024), try Form.builtIn(place, year: 2025))
    #expect(later.year == 2025)
    #expect(later.tables.map { FormText($0).lines } == earlier.tables.map { FormText($0).lines })
    #expect(later.tablesYear == 2024 && earlier.tablesYear == 2024)
    #expect(later.source.hasPrefix("沿用 2024 年度的表样"))
    #expect(later.name != earlier.name)
  }

  @Test(arguments: ["", "nowhere", "national-2024", "../forms/national", "nation"])
  func aFormNobodyKnowsIsAnError(name: String) throws {
    let error = #expect(throws: FormError.self) { try Form.builtIn(name, year: 2024) }
    #expect(error?.message.contains("national") == true)
  }

  @Test(arguments: ["", "{}", "[]", "null", "{\"id\": 1}", "不是"])
  func whatIsNoFormIsAnError(json: String) {
    #expect(throws: UnusableInput.self) { try Form(json: json) }
  }

  @Test(arguments: [-1, 7, 1_000_000])
  func decimalsThatMoneyHasNotAreAnError(decimals: Int) throws {
    let json = try national().replacing("\"decimals\": 2", with: "\"decimals\": \(decimals)")
    #expect(Self.faults(json).contains { $0.contains("表样的小数位数是 \(decimals)，以万元为单位时应为 0 至 6") })
  }

  @Test func threeDecimalsOfYuanAreAnError() throws {
    let json = try national().replacing("\"decimals\": 2", with: "\"decimals\": 3")
      .replacing("\"unit\": \"万元\"", with: "\"unit\": \"元\"")
    #expect(throws: UnusableInput.self) { try Form(json: json) }
  }

  @Test(arguments: [0, -1, 101, Int.max])
  func headingsThatCoverNoCellAreAnError(columns: Int) throws {
    for key in ["columns", "rows"] {
      let json = try national().replacing("\"text\": \"行次\"", with: "\"text\": \"行次\", \"\(key)\": \(columns)")
      #expect(throws: UnusableInput.self) { try Form(json: json) }
    }
  }

  @Test func aLineNobodyKnowsIsAnError() throws {
    for item in ["本年收入合计", "本年支出合计", "年末结转和结余", "小计", "车辆合计", "公务接待费"] {
      let json = try national().replacing("\"item\": \"\(item)\"", with: "\"item\": \"别的\"")
      guard json != (try national()) else { continue }
      #expect(Self.faults(json).contains { $0.contains("“别的”不是这张表认识的项目") }, "\(item)")
    }
  }

  @Test(
    arguments: [
      ("元", 2, "123456.78", "-0.05"), ("元", 0, "123457", "0"), ("万元", 0, "12", "0"),
      ("万元", 6, "12.345678", "-0.000005"),
      ("万元", 4, "12.3457", "0.0000"),
    ])
  func amountsPrintInTheUnitAndDecimalsOfTheForm(unit: String, decimals: Int, income: String, other: String) throws {
    var small = try SmallLedger()
    try small.income("2013801", .generalBudget, fen: 12_345_678)
    try small.income("2013801", .other, fen: -5)
    try small.balance(.other, opening: 5)
    let json = try national().replacing("\"decimals\": 2", with: "\"decimals\": \(decimals)")
      .replacing("\"unit\": \"万元\"", with: "\"unit\": \"\(unit)\"")
    let tables = try TableSet(deriving: small.ledger, form: Form(json: json), codes: Standard.codes)
    #expect(tables[.t01]?.figures[0].figure.text == income)
    #expect(tables.figure(at: FigureAddress(.t01, "8", 1))?.figure.text == other)
  }
}
