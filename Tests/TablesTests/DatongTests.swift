import Accounts
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// The ledger of Examples/datong-2024 against the disclosure that was really published, cell by cell.
///
/// The print and the derivation differ in two places, both in 06 and both faults of the print: six cells of the class
/// 309 print —— where there is no amount, and the row 30299 is missing.
@Suite struct DatongTests {
  private let published: PrintedTables
  private let derived: TableSet

  private static let dashes = ["30908", "30913", "30919", "30921", "30922", "30999"].map { "06.\($0).1" }

  init() throws {
    published = try .datong
    let form = try Standard.form
    // The print has residuals, and so the sentence about them.
    derived = try TableSet(deriving: Example.datong.ledger, form: form, codes: Standard.codes).notingRounding(form)
  }

  @Test func tablesAndTheirLinesAreAsPublished() throws {
    #expect(derived.unitName == published.unit)
    #expect(derived.year == published.year)
    #expect(derived.tables.map(\.id.rawValue) == published.tables.map(\.id))
    for (table, print) in zip(derived.tables, published.tables) {
      #expect(table.title == print.title)
      #expect(table.formCode == print.formCode)
      #expect(table.unitLine.foldedForComparison == print.unitLine.foldedForComparison)
      #expect(table.period == print.period)
      // The print shortens the line above the two empty tables.
      let currency = ["07", "08"].contains(print.id) ? "单位:万元" : "金额单位:万元"
      #expect(print.currency.foldedForComparison == currency)
      #expect(table.currency == "金额单位：万元")
      #expect(table.notes == print.notes)
    }
  }

  @Test func headersAreAsPublished() {
    var compared = 0
    for (table, print) in zip(derived.tables, published.tables) {
      let header = grid(table.header, width: table.width)
      #expect(header.count == print.header.count, "\(print.id)")
      for (row, printedRow) in zip(header, print.header) {
        #expect(row.map(\.foldedForComparison) == printedRow.map(\.foldedForComparison), "\(print.id)")
        compared += printedRow.count { !$0.isEmpty }
      }
    }
    #expect(compared == 148)
  }

  /// The header's texts where they begin, empty where a cell covers.
  private func grid(_ header: [HeaderRow], width: Int) -> [[String]] {
    var grid = Array(repeating: [String?](repeating: nil, count: width), count: header.count)
    for (index, row) in header.enumerated() {
      for cell in row.cells {
        guard let column = grid[index].firstIndex(where: { $0 == nil }) else { continue }
        for covered in index..<index + cell.rows {
          for place in column..<column + cell.columns { grid[covered][place] = "" }
        }
        grid[index][column] = cell.text
      }
    }
    return grid.map { row in row.map { $0 ?? "?" } }
  }

  @Test func everyCellIsAsPublished() throws {
    var labels = 0
    var numbers = 0
    var blanks = 0
    var amounts = 0
    var dashes: [String] = []
    var empties = 0
    for (table, print) in zip(derived.tables, published.tables) {
      let rows = try rowsOfThePrint(table)
      let printedRows = try rowsOfTheBody(print)
      #expect(rows.count == printedRows.count, "\(print.id)")
      for (row, printedRow) in zip(rows, printedRows) {
        #expect(row.cells.count == printedRow.count, "\(print.id) \(row.texts)")
        for (cell, printed) in zip(row.cells, printedRow) {
          #expect(cell.columns == printed.columns ?? 1, "\(print.id) \(cell.text)")
          switch cell.content {
          case .label(let text):
            #expect(text == printed.label, "\(print.id)")
            labels += 1
          case .number(let text):
            #expect(text == printed.number, "\(print.id)")
            numbers += 1
          case .figure(let figure):
            #expect(figure.address.description == printed.at)
            if printed.print == "——" {
              #expect(figure.figure.content == .blank)
              dashes.append(figure.address.description)
            } else {
              #expect(figure.figure.text == printed.print, "\(figure.address)")
              if printed.print == "" { blanks += 1 } else { amounts += 1 }
            }
          case .unread(let address, _, _): Issue.record("\(address) 没有读懂")
          case .empty:
            #expect(printed.label == nil && printed.number == nil && printed.at == nil, "\(print.id)")
            empties += 1
          }
        }
      }
    }
    #expect(dashes == Self.dashes)
    #expect(amounts == 259)
    #expect(blanks == 568)
    #expect(labels == 298)
    #expect(numbers == 334)
    #expect(empties == 46)
    // With the six dashes and the three cells of 10's second heading, every cell of the ten tables' bodies.
    #expect(amounts + blanks + dashes.count + labels + numbers + empties + 3 == 1_514)
    #expect(published.tables.flatMap(\.rows).reduce(0) { $0 + $1.count } == 1_514)
  }

  /// A table's rows without 06's row 30299, which the print lacks.
  private func rowsOfThePrint(_ table: Table) throws -> [Row] {
    guard table.id == .t06 else { return table.rows }
    let extra = try #require(table.rows.dropLast().last)
    let none = ["", "", ""]
    #expect(extra.texts == none + ["30299", "其他商品和服务支出", "13.42"] + none + none)
    return table.rows.dropLast(2) + table.rows.suffix(1)
  }

  /// A printed table's rows without the heading that 10 repeats above its second section.
  private func rowsOfTheBody(_ table: PrintedTables.Table) throws -> [[PrintedTables.Cell]] {
    guard table.id == "10" else { return table.rows }
    let heading = try #require(table.rows.firstIndex { $0.first?.label == "项目" })
    #expect(table.rows[heading].map(\.label) == ["项目", nil, "统计数"])
    var rows = table.rows
    rows.remove(at: heading)
    return rows
  }

  @Test func everyAddressIsPublishedOnceAndFound() throws {
    let published = published.tables.flatMap(\.rows).flatMap { $0 }.compactMap { cell in
      cell.at.map { ($0, cell.print == "——" ? "" : cell.print ?? "") }
    }
    #expect(published.count == 833)
    #expect(Set(published.map(\.0)).count == published.count)
    for (address, text) in published {
      let address = try #require(FigureAddress(address))
      #expect(derived.figure(at: address)?.figure.text == text, "\(address)")
    }
    let ours = derived.tables.flatMap(\.figures).map(\.address.description)
    #expect(ours.count == 834)
    #expect(Set(ours).subtracting(published.map(\.0)) == ["06.30299.1"])
  }
}
