import Accounts
import Checks
import Tables
import Testing

@testable import Rendering

@Suite struct DifferenceTests {
  private let address = FigureAddress("01.27.1")!

  /// A table of one figure, or of none.
  private func tables(_ figure: Figure?) -> TableSet {
    let cells = [Cell(.label("本年收入合计"))] + (figure.map { [Cell(.figure(TableFigure(address, $0)))] } ?? [])
    let table = Table(
      id: .t01, title: "", formCode: "公开01表", unitLine: "", period: "", currency: "", isWide: false,
      header: [HeaderRow([HeaderCell("项目"), HeaderCell("金额")])], rows: [Row(cells)], notes: [])
    return TableSet(unitName: nil, year: nil, scope: nil, tables: [table])
  }

  private func figure(_ text: String, _ unit: MoneyUnit = .wanyuan) -> Figure? {
    Figure(printed: text, unit: .money(unit))
  }

  @Test(arguments: [
    ("5023.02", "5,023.02"), ("", ""), ("—", "——"), ("12.3", "12.34"), ("0.00", "-0.00"),
  ])
  func theseAgree(_ first: String, _ second: String) {
    #expect(TableDifference(from: tables(figure(first)), to: tables(figure(second))).isEmpty)
    #expect(TableDifference(from: tables(figure(second)), to: tables(figure(first))).isEmpty)
  }

  @Test(arguments: [("", "0.00", nil), ("——", "", nil), ("12.3", "12.36", "0.06"), ("1.00", "-1.00", "-2.00")])
  func theseDiffer(_ first: String, _ second: String, _ difference: String?) throws {
    let found = TableDifference(from: tables(figure(first)), to: tables(figure(second)))
    let entry = try #require(found.entries.first)
    #expect(entry.presence == .both)
    #expect(entry.label == "本年收入合计")
    #expect(entry.difference == difference)
  }

  @Test func unitsAreReadIntoTheFigures() {
    // 0.00 万元 stands for what is less than 50 元 too, 0.00 元 for nothing.
    #expect(TableDifference(from: tables(figure("0.00")), to: tables(figure("0.00", .yuan))).isEmpty)
    #expect(TableDifference(from: tables(figure("1.23")), to: tables(figure("12345.67", .yuan))).isEmpty)
    let other = TableDifference(from: tables(figure("1.23")), to: tables(figure("1.23", .yuan)))
    #expect(other.entries.first?.difference == nil)
    #expect(other.count(.both) == 1)
  }

  @Test func aFigureThatOneLacksIsADifferenceUnlessBlank() {
    #expect(TableDifference(from: tables(figure("")), to: tables(nil)).isEmpty)
    #expect(TableDifference(from: tables(figure("1.00")), to: tables(nil)).count(.onlyFirst) == 1)
    let other = TableDifference(from: tables(nil), to: tables(figure("0.00")))
    #expect(other.count(.onlySecond) == 1)
    #expect(other.compared == 1)
  }

  @Test func everyAlteredFigureIsFound() throws {
    let first = try FindingsSample.tables()
    let second = first.altering(["05.208.2": "768.76", "09.1.12": ""])
    let difference = TableDifference(from: first, to: second)
    #expect(difference.entries.map(\.address.description) == ["05.208.2", "09.1.12"])
    #expect(
      DifferenceText.text(of: difference, from: "甲", to: "乙").hasPrefix(
        """
        变动（前：甲，后：乙）：
            05.208.2  社会保障和就业支出·本年支出·基本支出  768.66 → 768.76  差 0.10
            09.1.12   决算数·公务接待费                     0.59 → 空白

        对比 
        """))
  }
}
