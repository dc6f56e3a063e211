import Accounts
import Tables
import TestSupport
import Testing

@testable import Checks

@Suite struct JointCheckTests {
  /// 基本 2963.86 + 项目 2059.17 against 5023.02 leave only half of what 5023.02 stands for.
  @Test func narrowsTheTotalsOfTheExample() throws {
    let report = try Standard.checker.check(Example.datong.tables)
    #expect(report.joint == .consistent)
    for text in ["01.58.2", "05.合计.1"] {
      let address = try #require(FigureAddress(text))
      let range = try #require(report.narrowed[address])
      #expect((5_023_020_000...5_023_024_999).contains(range.lowerBound))
      #expect((5_023_020_000...5_023_024_999).contains(range.upperBound))
      #expect(range.lowerBound - 5_023_020_000 <= 10 && 5_023_024_999 - range.upperBound <= 10, "\(text) \(range)")
    }
  }

  /// Sums between rows of a made-up table: the first name of each is the sum of the others.
  private func joint(_ tables: TableSet, _ sums: [[String]]) -> (check: JointCheck, index: FigureIndex) {
    let index = FigureIndex(tables)
    let equalities = sums.enumerated().map { number, names in
      let terms = names.compactMap { index.position(FigureAddress(.t01, $0, 1)) }.map {
        Case.Term(position: $0, weight: 1)
      }
      return Case(
        identity: number, relation: .equal, left: [terms[0]], right: Array(terms.dropFirst()),
        subject: FigureAddress(.t01, names[0], 1), missing: nil)
    }
    return (JointCheck(index, equalities: equalities), index)
  }

  private func names(_ positions: [Int], _ index: FigureIndex) -> [String] {
    positions.map { index.entries[$0].figure.address.row }
  }

  /// 甲 0.50 + 乙 0.50 = 1.01 needs 甲 above 0.50, 甲 0.50 + 丙 0.50 = 0.99 needs it below; 和 − 差 = 乙 − 丙 is
  /// impossible whatever 甲 is, so 甲 is not among the figures named.
  @Test func findsWhatOnlyTogetherCannotHold() {
    let wan = Figure.Unit.money(.wanyuan)
    let tables = table([
      ("和", "1.01", wan), ("甲", "0.50", wan), ("乙", "0.50", wan), ("差", "0.99", wan), ("丙", "0.50", wan),
      ("别", "2.02", wan), ("丁", "1.01", wan),
    ])
    let sums = [["别", "和", "丁"], ["和", "甲", "乙"], ["差", "甲", "丙"]]
    for sum in sums {
      let alone = joint(tables, [sum]).check
      #expect(alone.conflicts.isEmpty && alone.isComplete)
    }
    let (check, index) = joint(tables, sums)
    #expect(check.conflicts.count == 1)
    #expect(check.conflicts.first.map { names($0.figures, index) } == ["和", "乙", "差", "丙"])
    #expect(check.conflicts.first?.cases == [1, 2])
  }

  /// 甲 of at least 0.50 and a bit, 丙 of at most 0.50 less a bit, and both the same: any two of the three can be.
  @Test func needsEveryLinkOfAChain() {
    let wan = Figure.Unit.money(.wanyuan)
    let tables = table([
      ("和", "1.01", wan), ("甲", "0.50", wan), ("乙", "0.50", wan), ("差", "0.99", wan), ("丙", "0.50", wan),
      ("丁", "0.50", wan),
    ])
    let sums = [["和", "甲", "乙"], ["差", "丙", "丁"], ["甲", "丙"]]
    for left in sums.indices {
      let without = joint(tables, sums.enumerated().filter { $0.offset != left }.map(\.element)).check
      #expect(without.conflicts.isEmpty && without.isComplete)
    }
    let (check, index) = joint(tables, sums)
    #expect(check.conflicts.map { names($0.figures, index) } == [["和", "乙", "差", "丁"]])
    #expect(check.conflicts.first?.cases == [0, 1, 2])
  }

  @Test func tellsTwoContradictionsApart() {
    let wan = Figure.Unit.money(.wanyuan)
    let tables = table([
      ("和", "1.01", wan), ("甲", "0.50", wan), ("乙", "0.50", wan), ("差", "0.99", wan), ("丙", "0.50", wan),
      ("和二", "1.01", wan), ("甲二", "0.50", wan), ("乙二", "0.50", wan), ("差二", "0.99", wan), ("丙二", "0.50", wan),
    ])
    let (check, index) = joint(
      tables, [["和", "甲", "乙"], ["差", "甲", "丙"], ["和二", "甲二", "乙二"], ["差二", "甲二", "丙二"]])
    #expect(
      check.conflicts.map { names($0.figures, index) } == [
        ["和", "乙", "差", "丙"], ["和二", "乙二", "差二", "丙二"],
      ])
    #expect(check.isComplete)
  }

  /// 甲 = 乙 and 甲 = 乙 + one fen: the difference of the two leaves the fen alone, which cannot be nothing.
  @Test func subtractsWhatTwoEquationsShare() {
    let tables = table([
      ("甲", "5000", .money(.wanyuan)), ("乙", "5000", .money(.wanyuan)), ("分", "0.01", .money(.yuan)),
    ])
    let (check, index) = joint(tables, [["甲", "乙"], ["甲", "乙", "分"]])
    #expect(check.conflicts.map { names($0.figures, index) } == [["分"]])
    #expect(check.conflicts.first?.cases == [0, 1])
    #expect(check.isComplete)
  }

  /// Each of three is a fen more than the next around a circle, no two equations share two of them, and they narrow one
  /// another a fen at a time over ten million 元: the work is cut off.
  @Test(.timeLimit(.minutes(1))) func givesUpOnASlowChain() {
    let wan = Figure.Unit.money(.wanyuan)
    let yuan = Figure.Unit.money(.yuan)
    let tables = table([
      ("甲", "5000", wan), ("乙", "5000", wan), ("丙", "5000", wan), ("一", "0.01", yuan), ("二", "0.01", yuan),
      ("三", "0.01", yuan),
    ])
    let check = joint(tables, [["甲", "乙", "一"], ["乙", "丙", "二"], ["丙", "甲", "三"]]).check
    #expect(check.conflicts.isEmpty)
    #expect(!check.isComplete)
  }
}

/// A table of figures only, each in a row of its own name and column 1, as 公开01.
private func table(_ figures: [(row: String, printed: String, unit: Figure.Unit)]) -> TableSet {
  let rows = figures.compactMap { row, printed, unit in
    Figure(printed: printed, unit: unit).map { Row([Cell(.figure(TableFigure(FigureAddress(.t01, row, 1), $0)))]) }
  }
  let table = Table(
    id: .t01, title: "", formCode: "公开01表", unitLine: "", period: "", currency: "", isWide: false, header: [],
    rows: rows, notes: [])
  return TableSet(unitName: nil, year: nil, scope: nil, tables: [table])
}
