import Tables
import Testing

@testable import Checks

@Suite struct FormulaTests {
  private func term(_ text: String) -> Formula.Term? { Formula("\(text) = 01.1.1")?.left.first }

  @Test(
    arguments: [
      ("01.27.1", .fixed("27")), ("05.合计.1", .fixed("合计")), ("06.人员经费合计.1", .fixed("人员经费合计")),
      ("01.1-3.1", .sum(["1", "2", "3"])), ("04.{33-35}.2", .eachLine(["33", "34", "35"])), ("02.{行}.1", .eachRow),
      ("05.{科目}.1", .eachCode), ("01.{类}.2", .eachCategory), ("02.{节点}.1", .eachNode), ("02.{下级}.1", .children),
      ("02.{各项}.1", .allItems), ("06.301{各款}.1", .allSections(of: "301")),
    ] as [(String, Formula.RowPattern)])
  func readsRows(text: String, row: Formula.RowPattern) { #expect(term(text)?.row == row) }

  @Test(
    arguments: [
      ("01.27.1", .fixed(1)), ("05.208.2-3", .sum(2...3)), ("04.59.{栏}", .each),
    ] as [(String, Formula.ColumnPattern)])
  func readsColumns(text: String, column: Formula.ColumnPattern) { #expect(term(text)?.column == column) }

  @Test func readsSigns() throws {
    let formula = try #require(Formula("01.1.1 - 01.2.1 + 01.3.1 = 02.合计.1 − 02.合计.2"))
    #expect(formula.left.map(\.weight) == [1, -1, 1])
    #expect(formula.right.map(\.weight) == [1, -1])
    #expect(formula.right.map(\.table) == [.t02, .t02])
    #expect(formula.relation == .equal)
    #expect(!formula.hasColumns)
  }

  @Test func readsBounds() throws {
    let formula = try #require(Formula("09.1.7 ≤ 09.1.1"))
    #expect(formula.relation == .atMost)
    #expect(formula.left.map(\.row) == [.fixed("1")])
  }

  @Test func knowsColumnsOnEitherSide() throws {
    #expect(try #require(Formula("04.59.{栏} = 04.1.1")).hasColumns)
    #expect(try #require(Formula("04.1.1 = 04.59.{栏}")).hasColumns)
  }

  @Test(arguments: [
    "", "01.27.1", "01.27.1 =", "= 01.27.1", "01.27.1 = 01.1.1 = 01.2.1", "01.27.1 < 01.1.1", "01.27 = 01.1.1",
    "11.1.1 = 01.1.1", "1.1.1 = 01.1.1", "01.27.x = 01.1.1", "01.{9-3}.1 = 01.1.1", "01.27.1.1 = 01.1.1", "总计 = 01.1.1",
  ])
  func rejects(text: String) { #expect(Formula(text) == nil) }
}
