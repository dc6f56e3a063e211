import Accounts
import RandomDisclosures
import TestSupport
import Testing

@testable import Checks
@testable import Tables

/// One finding says what is wrong, whatever it breaks. The figures are those of 大同's publication; what is altered in them is
/// undone by the finding.
@Suite struct DiagnosisTests {
  /// 大同's tables as they are printed: that a ledger stands behind them is forgotten.
  private static let printed = Result { try forgettingTheLedger(Example.datong.tables) }

  private static func forgettingTheLedger(_ tables: TableSet) -> TableSet {
    return tables.with(
      tables.tables.map { table in
        table.with(
          table.rows.map { row in
            Row(
              row.cells.map { cell in
                guard case .figure(let figure) = cell.content else { return cell }
                return Cell(
                  .figure(TableFigure(figure.address, figure.figure)), columns: cell.columns,
                  isRowHeading: cell.isRowHeading)
              }, isTotal: row.isTotal)
          })
      })
  }

  /// What a checker finds beyond what it finds in order, diagnosed and as it was found.
  private func findings(_ tables: TableSet) throws -> (diagnosed: [Finding], found: [Finding]) {
    let checker = try Standard.checker
    let standing = checker.check(try Self.printed.get()).findings
    let report = checker.check(tables)
    let diagnosed = checker.diagnosed(report, of: checker.examination(of: tables)) { checker.check($0) }
    return (
      diagnosed.findings.filter { !standing.contains($0) }, report.findings.filter { !standing.contains($0) }
    )
  }

  private func altered(_ figures: [String: String]) throws -> TableSet {
    var replaced: [FigureAddress: Figure] = [:]
    for (address, text) in figures {
      replaced[try #require(FigureAddress(address))] = Figure(printed: text, unit: .money(.wanyuan))
    }
    return try Self.printed.get().replacing(replaced)
  }

  /// A figure in several relations, altered in the ways in which typing goes wrong.
  @Test(arguments: [
    ("03.2013801.1", "1847.89", "1347.89", "有一位数字不同"), ("03.2013801.1", "1847.89", "1874.89", "相邻两位数字颠倒"),
    ("03.2013801.1", "1847.89", "-1847.89", "正负号相反"), ("03.2013801.1", "1847.89", "18478.90", "小数点错位或多、少一个零"),
    ("03.2013801.1", "1847.89", "0.18", "元与万元混用"), ("02.201.2", "3864.28", "384.28", "多一位或少一位数字"),
    ("01.58.2", "5023.02", "5033.02", "有一位数字不同"), ("05.合计.1", "5023.02", "5032.02", "相邻两位数字颠倒"),
  ])
  func oneFigure(_ address: String, right: String, wrong: String, like: String) throws {
    let place = try #require(FigureAddress(address))
    try #require(Self.printed.get().figure(at: place)?.figure.text == right)
    let (diagnosed, found) = try findings(altered([address: wrong]))
    #expect(found.count { $0.severity < .note } >= 2)
    #expect(diagnosed.count == 1)
    let finding = try #require(diagnosed.first)
    #expect(finding.rule == "Q01" && finding.severity == .error)
    #expect(finding.operands.map(\.address) == [address])
    #expect(finding.expected == right)
    #expect(finding.message.contains("改为 \(right)（\(like)）"), "\(finding.message)")
    #expect(Set(finding.symptoms) == Set(found))
  }

  /// 208 is not printed; 5023.02 less the other 类 leaves it open by a last place, and the row above and below it print the same
  /// amount: they say which.
  @Test func aBlankIsFilledByWhatPrintsTheSameAmount() throws {
    var tables = try Self.printed.get()
    let address = try #require(FigureAddress("03.20138.1"))
    tables = tables.replacing(.blank(.money(.wanyuan)), at: address)
    let (diagnosed, _) = try findings(tables)
    #expect(diagnosed.map(\.operands.first?.address) == ["03.20138.1"])
    #expect(diagnosed.first?.expected == "3864.28")
  }

  /// Where rounding leaves the value open it is not guessed: 302 is the sum of its 款 as far as they are rounded.
  @Test func anOpenValueIsARange() throws {
    let tables = try Self.printed.get().replacing(
      .blank(.money(.wanyuan)), at: try #require(FigureAddress("06.302.1")))
    let finding = try #require(try findings(tables).diagnosed.first)
    #expect(finding.operands.first?.address == "06.302.1")
    let range = finding.expected?.replacing(/.*舍入允许 |）/, with: "") ?? ""
    let bounds = range.split(separator: " 至 ").compactMap { try? DecimalText(String($0)) }
    #expect(bounds.count == 2)
    #expect(finding.expected?.hasPrefix("250.6") == true)
  }

  /// 5029.36 is 5023.02 and between 6.33 and 6.35: 6.39 is as like each of these, so that none is said to be meant; 9.34 is like
  /// 6.34 alone.
  @Test func ofValuesThatAreAsLikeNoneIsChosen() throws {
    let finding = try #require(try findings(altered(["01.29.1": "6.39"])).diagnosed.first)
    #expect(finding.operands.first?.address == "01.29.1")
    // The difference of the printed totals is said as what it is.
    #expect(finding.expected == "6.34（按其余各数算；舍入允许 6.33 至 6.35）")
    let other = try #require(try findings(altered(["01.29.1": "9.34"])).diagnosed.first)
    #expect(other.operands.first?.address == "01.29.1")
    #expect(other.expected == "6.34")
  }

  @Test func twoFiguresAreTwoFindings() throws {
    let (diagnosed, _) = try findings(altered(["03.2013801.1": "1347.89", "05.合计.1": "5032.02"]))
    #expect(Set(diagnosed.compactMap(\.operands.first?.address)) == ["03.2013801.1", "05.合计.1"])
    #expect(Set(diagnosed.compactMap(\.expected)) == ["1847.89", "5023.02"])
  }

  /// The figures of a table pasted some rows too low, those of the last rows lost.
  @Test(arguments: [(TableID.t03, 1), (.t05, 2), (.t03, 3), (.t02, 3)])
  func shiftedRows(_ id: TableID, _ distance: Int) throws {
    let (diagnosed, found) = try findings(Self.printed.get().lowering(id, by: distance))
    #expect(found.count > 20)
    #expect(diagnosed.map(\.rule) == ["Q02"])
    #expect(diagnosed.first?.message.contains("数印低了 \(distance) 行，应上移") == true)
  }

  /// The figures of a table in 万元, labelled 元: nothing agrees, and one finding says why.
  /// A column may have figures in fewer rows than a block is sought off by.
  @Test(arguments: 1...4) func aColumnOfFewRowsIsLookedAt(rows left: Int) throws {
    let tables = try Self.printed.get()
    let changed = tables.tables.map { table -> Table in
      guard table.id == .t03 else { return table }
      return table.with(
        table.rows.enumerated().map { number, row in
          Row(
            row.cells.map { cell in
              guard case .figure(let figure) = cell.content else { return cell }
              if figure.address.column == 4, number >= left { return Cell(.label("")) }
              guard figure.address.column == 2,
                let wrong = Figure(printed: "1" + figure.figure.text, unit: figure.figure.unit)
              else { return cell }
              return Cell(.figure(TableFigure(figure.address, wrong)))
            }, isTotal: row.isTotal)
        })
    }
    #expect(try findings(tables.with(changed)).found.count >= 6)
  }

  @Test(arguments: [TableID.t02, .t03, .t05]) func aTableInAnotherUnit(_ id: TableID) throws {
    let printed = try Self.printed.get()
    let figures = try #require(printed[id]).figures.compactMap { figure in
      Figure(printed: figure.figure.text, unit: .money(.yuan)).map { (figure.address, $0) }
    }
    let (diagnosed, found) = try findings(
      printed.replacing(Dictionary(figures) { first, _ in first } as [FigureAddress: Figure]))
    #expect(found.count > 10)
    #expect(diagnosed.map(\.rule) == ["Q04"] && diagnosed.first?.expected == "万元")
  }

  /// 2013801 taken out of 05: what its parent lacks is what 03 prints of it.
  @Test func aMissingRowIsNamed() throws {
    let tables = try Self.printed.get().with(
      try Self.printed.get().tables.map { table in
        guard table.id == .t05 else { return table }
        return table.with(
          table.rows.filter { row in
            !row.cells.contains { if case .number("2013801") = $0.content { true } else { false } }
          })
      })
    let (diagnosed, found) = try findings(tables)
    #expect(found.count { $0.severity < .note } >= 2)
    let finding = try #require(diagnosed.first)
    #expect(finding.rule == "Q03")
    #expect(finding.operands.first?.address == "05.2013801.1")
    #expect(finding.expected == "1847.89")
    #expect(diagnosed.count == 1)
  }

  /// What was accepted is no symptom; a diagnosis of nothing else is not made.
  @Test func waiversReachTheSymptoms() throws {
    let checker = try Standard.checker
    let tables = try altered(["03.2013801.1": "1347.89"])
    let report = checker.diagnosed(checker.check(tables), of: checker.examination(of: tables)) { checker.check($0) }
    let rules = Set(report.findings.flatMap(\.symptoms).map(\.rule))
    let place = SourceLocation(file: "豁免.csv", line: 2)
    let waivers = rules.map { Waiver(rule: $0, address: nil, reason: "已核实", place: place) }
    let (waived, unused) = report.waiving(waivers, in: "决算")
    #expect(!rules.isEmpty && unused.isEmpty)
    #expect(!waived.findings.contains { $0.rule == "Q01" })
    #expect(waived.waived.count == report.findings.reduce(0) { $0 + $1.symptoms.count })
  }

  /// Three vehicles more of one kind than the total: the total may be wrong, or the number of any kind.
  @Test func whereSeveralAreAsLikelyNothingIsProposed() throws {
    let tables = try Self.printed.get().replacing(
      try #require(Figure(printed: "3", unit: .things)), at: try #require(FigureAddress("10.8.1")))
    let finding = try #require(try findings(tables).diagnosed.first { $0.rule == "10-2" })
    #expect(finding.expected == nil && finding.symptoms.isEmpty)
    #expect(try findings(tables).found.first { $0.rule == "10-2" }?.expected != nil)
  }

  /// Likeness is a matter of digits; each pair worked out by hand.
  @Test(arguments: [
    (Int64(83388), Int64(83888), Likeness.digit), (12345, 12435, .swapped), (-500, 500, .sign), (5000, 500, .point),
    (50, 502_302, .unit), (1234, 12_934, .digitLost), (111, 999, .none), (0, 7, .digit),
  ])
  func likeness(_ printed: Int64, _ meant: Int64, _ like: Likeness) {
    #expect(Likeness(printed: printed, meant: meant) == like)
  }
}
