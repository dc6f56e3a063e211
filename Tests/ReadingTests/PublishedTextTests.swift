import Accounts
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// Reads the real disclosure, and a text with the same damage, against the cells taken from its print.
@Suite struct PublishedTextTests {
  private let printed: PrintedTables

  init() throws { printed = try PrintedTables.datong }

  @Test func readsATextWithAllTheDamageOfARealOne() throws {
    let text = PrintedText(printed)
    let read = try published(text.text)
    try expectThePrint(read)
    #expect(read.tables.flatMap(\.figures).count == text.lineOfFigure.count)
    for figure in read.tables.flatMap(\.figures) {
      #expect(figure.place?.line == text.lineOfFigure[figure.address.description], "\(figure.address)")
    }
  }

  @Test(arguments: ["\r\n", "\r"])
  func readsItWithOtherLineEnds(end: String) throws {
    let text = PrintedText(printed)
    let read = try published(text.lines.joined(separator: end))
    try expectThePrint(read)
    #expect(read.figure(at: FigureAddress(.t10, "17", 1))?.place?.line == text.lineOfFigure["10.17.1"])
  }

  @Test func readsItInGB18030() throws {
    let text = "收入支出决算总表\n公开01表\n收入\t\t\t支出\t\t\n项目\t行次\t金额\t项目\t行次\t金额\n总计\t31\t5029.36\t总计\t62\t5029.36\n"
    #expect(try published(bytes(hex: Self.gb18030)).figureTexts == published(text).figureTexts)
    #expect(try published(text).figureTexts == ["01.31.1": "5029.36", "01.62.2": "5029.36"])
  }

  /// The same table in GB18030, as `iconv -t GB18030` gives it.
  private static let gb18030 =
    "cad5c8ebd6a7b3f6bef6cbe3d7dcb1ed0ab9abbfaa3031b1ed0acad5c8eb090909d6a7b3f609090acfeec4bf09d0d0b4ce09"
    + "bdf0b6ee09cfeec4bf09d0d0b4ce09bdf0b6ee0ad7dcbcc609333109353032392e333609d7dcbcc609363209353032392e33"
    + "360a"

  private func expectThePrint(_ read: TableSet) throws {
    #expect(read.unreadTexts == [])
    #expect(read.unitName == printed.unit)
    #expect(read.year == printed.year)
    #expect(read.scope == .unit)
    #expect(read.tables.map(\.id.rawValue) == printed.tables.map(\.id))
    for (table, print) in zip(read.tables, printed.tables) {
      #expect(table.title == print.title)
      #expect(table.formCode == print.formCode)
      #expect(table.unitLine == print.unitLine)
      #expect(table.period == print.period)
      #expect(table.currency == print.currency)
      #expect(table.notes == print.notes)
      #expect(table.printedBody == print.printedBody, "\(print.id)")
      for figure in table.figures {
        let things = table.id == .t10 && (7...17).contains(Int(figure.address.row) ?? 0)
        #expect(figure.figure.unit == (things ? .things : .money(.wanyuan)), "\(figure.address)")
      }
    }
    #expect(read.figureTexts == printed.figureTexts)
    #expect(read[.t06]?.figures.contains { $0.address.row == "30299" } == false)
    // Dashes, blanks and numbers stay three things.
    let contents = read.tables.flatMap(\.figures).map(\.figure.content)
    #expect(contents.count { $0 == .dash } == 6)
    #expect(contents.count { $0 == .blank } == 568)
    #expect(contents.count == 833)
  }

  /// The real file, where it lies beside the checkout, and the transcription of its tables.
  private static let original = "published/datong-2024-final-accounts.txt"
  private static let grids = "datong/published.json"

  @Test(.enabled(if: SharedFiles.url(original) != nil, "\(SharedFiles.absence(of: original))"))
  func readsTheRealDisclosure() throws {
    let read = try Standard.reader.disclosure(at: #require(SharedFiles.url(Self.original)).path)
    try expectThePrint(read)

    // The grid of the print names the line of the file on which each row stands.
    let file = try JSONDecoder().decode(
      PrintedGrids.self, from: Data(contentsOf: #require(SharedFiles.url(Self.grids))))
    var rowsCompared = 0
    for table in read.tables {
      let grid = try #require(file.tables[table.id.rawValue])
      let rowsByLine = Dictionary(uniqueKeysWithValues: grid.grid.map { ($0.src, $0.cells.compactMap { $0 }) })
      for row in table.rows {
        let lines = Set(
          row.cells.compactMap { cell -> Int? in
            if case .figure(let figure) = cell.content { figure.place?.line } else { nil }
          })
        guard let line = lines.first else { continue }
        #expect(lines.count == 1)
        #expect(row.cells.map(\.text).filter { !$0.isEmpty } == rowsByLine[line], "\(table.id) \(line)")
        rowsCompared += 1
      }
    }
    // All rows of the grids but the headers and the three section titles of 10.
    let headers = file.tables.values.reduce(0) { $0 + $1.header.count }
    #expect(rowsCompared == file.tables.values.reduce(0) { $0 + $1.grid.count } - headers - 3)
    #expect(rowsCompared == 197)
  }

  private struct PrintedGrids: Decodable {
    let tables: [String: PrintedGrid]
  }

  private struct PrintedGrid: Decodable {
    let grid: [GridLine]
    let header: [[String?]]
  }

  private struct GridLine: Decodable {
    let src: Int
    let cells: [String?]
  }
}
