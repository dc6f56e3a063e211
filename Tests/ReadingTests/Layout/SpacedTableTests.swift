import Tables
import TestSupport
import Testing

@testable import Reading

/// Tables that only spaces lay out, as `pdftotext -layout` and editors do: what a person sees in them, and what nobody can.
struct SpacedTableTests {
  private typealias Page = PrintedPage

  private func rows(_ text: String) -> [[String]] { Page.rows(PageLayout.blocks(ofText: Array(text.utf8))) }

  /// A page of a table by function as a program lays it out that counts letters: figures end right of the middle of their
  /// heads and left of the next ones.
  private let page = """
     科目编码            科目名称           本年支出合计        基本支出         项目支出         经营支出
                    合计                  61,392.21    23,853.39    37,520.62       18.21
    201       一般公共服务支出                52,651.31    17,524.26    35,108.85       18.21
    20102      政协事务                     7,460.42                   7,460.42
    """
  private let pageRows = [
    ["0 科目编码", "1 科目名称", "2 本年支出合计", "3 基本支出", "4 项目支出", "5 经营支出"],
    ["1 合计", "2 61,392.21", "3 23,853.39", "4 37,520.62", "5 18.21"],
    ["0 201", "1 一般公共服务支出", "2 52,651.31", "3 17,524.26", "4 35,108.85", "5 18.21"],
    ["0 20102", "1 政协事务", "2 7,460.42", "4 7,460.42"],
  ]

  @Test func figuresStandUnderTheHeadsTheyEndBehind() { #expect(rows(page) == pageRows) }

  @Test func everyPageHasColumnsOfItsOwn() {
    // On the second page the figures stand where those of other columns stood on the first.
    let next = """
       科目编码        科目名称    本年支出合计    基本支出       项目支出       经营支出
      211       节能环保支出     2,411.77             2,411.77
      221       住房保障支出     2,107.25  2,107.25
      """
    #expect(
      rows(page + "\n\u{0C}" + next) == pageRows + [
        ["0 211", "1 节能环保支出", "2 2,411.77", "4 2,411.77"], ["0 221", "1 住房保障支出", "2 2,107.25", "3 2,107.25"],
      ])
  }

  @Test func aPageWithoutHeadsGoesOnWhereItHasAsManyColumns() {
    let next = """
      211   节能环保支出   2,411.77      0.00  2,411.77  0.00
      221   住房保障支出   2,107.25  2,107.25      0.00  0.00
      """
    #expect(
      rows(page + "\n\u{0C}" + next).suffix(2) == [
        ["0 211", "1 节能环保支出", "2 2,411.77", "3 0.00", "4 2,411.77", "5 0.00"],
        ["0 221", "1 住房保障支出", "2 2,107.25", "3 2,107.25", "4 0.00", "5 0.00"],
      ])
  }

  @Test func aPageWithoutHeadsAndWithFewerColumnsIsDoubtful() {
    // Which three of the four columns these are nobody can tell.
    let next = """
      211   节能环保支出   2,411.77  2,411.77  1.00
      221   住房保障支出   2,107.25  2,107.25  1.00
      """
    let figures = rows(page + "\n\u{0C}" + next).suffix(2).joined().filter { $0.contains(".") }
    #expect(!figures.isEmpty)
    #expect(figures.allSatisfy { $0.contains("? ") })
  }

  @Test func aFigureBetweenTwoHeadsIsDoubtful() {
    // It ends under the first half of the second head: it may be wide, or set in the middle.
    let text = """
      科目编码   科目名称         基本支出   项目支出
      201    一般公共服务支出          9.00
      202    外交支出              8.00
      """
    #expect(rows(text)[1...].map { $0.last } == ["2-3? 9.00", "2-3? 8.00"])
  }

  @Test func aRowWithAFigureForEveryHeadTellsTheColumns() {
    // Heads with one space between them are drawn left: the last figure ends far right of its own.
    let text = """
      科目编码   科目名称        合计  一般公共预算 政府性基金预算 国有资本经营预算
      201    一般公共服务支出     9.00        6.00         2.00        1.00
      202    外交支出         8.00                                8.00
      """
    #expect(
      rows(text)[1...] == [
        ["0 201", "1 一般公共服务支出", "2 9.00", "3 6.00", "4 2.00", "5 1.00"],
        ["0 202", "1 外交支出", "2 8.00", "5 8.00"],
      ])
  }

  @Test func aNameOverThreeLinesHasItsFiguresInTheMiddle() {
    let text = """
      科目编码    科目名称            本年支出合计     基本支出
      208     社会保障和就业支出           9.00      9.00
              机关事业单位基本养老保险
      2080505                     7.00      7.00
              缴费支出
      2080506 职业年金缴费              2.00      2.00
      """
    #expect(
      rows(text)[1...] == [
        ["0 208", "1 社会保障和就业支出", "2 9.00", "3 9.00"],
        ["0 2080505", "1 机关事业单位基本养老保险缴费支出", "2 7.00", "3 7.00"],
        ["0 2080506", "1 职业年金缴费", "2 2.00", "3 2.00"],
      ])
  }

  @Test func twoReadingsLeaveNoHead() {
    let heads = [(0, 4), (10, 14), (20, 24)].map { SpacedColumns.Head(left: $0.0, right: $0.1) }
    func found(_ ends: Int...) -> [[Int]] {
      SpacedColumns(
        heads: heads, figures: ends.map { .init(left: $0 - 4, ends: $0...$0, lines: []) }, letter: 1
      ).headsOfFigures()
    }
    // Under each head; under the first half of the second, alone and with another one that takes it.
    #expect(found(5, 15, 25) == [[0], [1], [2]])
    #expect(found(11) == [[0, 1]])
    #expect(found(11, 14) == [[0], [1]])
    // Three columns for the last two heads.
    #expect(found(15, 16, 25) == [[], [], []])
  }

  /// The tables of a real disclosure laid out with spaces: every figure is read as it is printed, and no other is.
  @Test(arguments: [1, 2])
  func aRealDisclosureIsReadAsPrinted(ideograph: Int) throws {
    let printed = try PrintedTables.datong
    let text = printed.tables.map { SpacedTable($0, ideograph: ideograph).text }.joined(separator: "\n\n\u{0C}")
    let read = try published("\(printed.unit)\n\(printed.year)年度单位决算公开\n\n" + text).figureTexts
    let expected = printed.figureTexts
    #expect(read.filter { !$0.value.isEmpty } == expected.filter { !$0.value.isEmpty })
  }
}

/// A table of a publication as an editor or a program lays it out with spaces: names begin at the left of their columns,
/// figures end at the right, heads stand in the middle.
private struct SpacedTable {
  private(set) var text = ""
  private let ideograph: Int
  private let header: [[String]]
  private var widths: [Int] = []

  init(_ table: PrintedTables.Table, ideograph: Int) {
    self.ideograph = ideograph
    header = table.header.map { row in row.map { $0.filter { $0 != " " } } }
    widths = Array(repeating: 4, count: header[0].count)
    for row in header.indices {
      for column in widths.indices where end(row, column) == column + 1 {
        widths[column] = max(widths[column], width(header[row][column]))
      }
    }
    for row in table.rows {
      var column = 0
      for cell in row {
        let words = cell.label ?? cell.number ?? cell.print ?? ""
        if cell.columns ?? 1 == 1 { widths[column] = max(widths[column], width(words)) }
        column += cell.columns ?? 1
      }
    }
    let all = widths.reduce(0, +) + 3 * widths.count
    func middle(_ text: String) -> String { spaces((all - width(text)) / 2) + text }
    let captions = [middle(table.title), spaces(all - 8) + table.formCode, table.unitLine + middle(table.period)]
    let rows = header.indices.map(head) + table.rows.map(row)
    text = (captions + [spaces(all - 16) + table.currency] + rows + table.notes).joined(separator: "\n")
  }

  private func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : ideograph) }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The column behind a cell of the header: it covers those that nothing stands in, there and above.
  private func end(_ row: Int, _ column: Int) -> Int {
    var end = column + 1
    while end < widths.count, !header[row][column].isEmpty, header[...row].allSatisfy({ $0[end].isEmpty }) { end += 1 }
    return end
  }

  private func head(_ row: Int) -> String {
    var line = ""
    var column = 0
    while column < widths.count {
      let end = end(row, column)
      let words = header[row][column]
      let room = widths[column..<end].reduce(0, +) + 3 * (end - column - 1)
      let left = (room - width(words)) / 2
      line += spaces(left) + words + spaces(room - left - width(words)) + "   "
      column = end
    }
    return line
  }

  private func row(_ cells: [PrintedTables.Cell]) -> String {
    var line = ""
    var column = 0
    for cell in cells {
      let words = cell.label ?? cell.number ?? cell.print ?? ""
      let end = column + (cell.columns ?? 1)
      let room = widths[column..<end].reduce(0, +) + 3 * (end - column - 1)
      let gap = spaces(room - width(words))
      line += (cell.at == nil ? words + gap : gap + words) + "   "
      column = end
    }
    return line
  }
}
