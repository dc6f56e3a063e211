import Accounts
import Testing

@testable import Reading

/// Where figures are seen on their pages (数在纸面上的位置): the box of their own words, however the page is turned to be read.
@Suite struct SeenPlacesTests {
  private typealias Page = PrintedPage

  private var table: [PageWord] {
    Page.head(y: 100) + Page.row("201", "一般公共服务支出", ["9.00", "4.00", "5.00"], y: 116)
      + Page.row("20101", "人大事务", ["7.00", "4.00", "3.00"], y: 132)
  }

  private func cells(_ words: [PageWord]) -> [LayoutCell] {
    Page.blocks(words).flatMap { block -> [LayoutCell] in
      if case .grid(let rows) = block { rows.flatMap(\.cells) } else { [] }
    }
  }

  private func box(_ word: PageWord) -> PageBox {
    PageBox(left: word.left, top: word.top, right: word.right, bottom: word.bottom)
  }

  /// 4.00 stands twice in one column, 116 and 132 points down: each is seen where it stands.
  @Test func aFigureIsSeenWhereItsWordStands() {
    let cells = cells(table)
    for word in table where word.text.contains(".") {
      #expect(cells.contains { $0.text == word.text && $0.seen == box(word) }, "\(word)")
    }
    #expect(cells.count { $0.text == "4.00" } == 2)
  }

  @Test(arguments: [true, false]) func onATurnedPageItIsSeenWhereThePageShowsIt(down: Bool) {
    let turned = Page.turned(table, down: down)
    let cells = cells(turned)
    for word in turned where word.text.contains(".") {
      #expect(cells.contains { $0.text == word.text && $0.seen == box(word) }, "\(word)")
    }
  }

  /// A number in two pieces, as 1,234 and .56 side by side, is seen where both are.
  @Test func aNumberInPiecesIsSeenWhereAllAre() throws {
    let pieces = [Page.word("1,234", right: 290, y: 148), Page.word(".56", left: 290, y: 148)]
    let words = table + Page.row("20103", "政府办公厅", [nil, "4.00", nil], y: 148) + pieces
    let cell = try #require(cells(words).first { $0.text == "1,234.56" })
    #expect(cell.seen == box(pieces[0]).joined(with: box(pieces[1])))
  }

  @Test func textLaidOutWithSpacesHasNoPage() throws {
    let text = "科目编码  科目名称  合计  基本支出\n" + (1...6).map { "20\($0)  某项支出  \($0).00  \($0).00\n" }.joined()
    let rows = PagedText.parts(ofSpacedText: Array(text.utf8)).compactMap { part -> GridRow? in
      if case .row(let row, _) = part { row } else { nil }
    }
    #expect(rows.count > 4)
    #expect(rows.flatMap(\.cells).allSatisfy { $0.seen == nil })
  }

  /// A page that lay aslant by a hundredth: a square on it is found on the straightened page, and its place led back.
  @Test func whatWasMadeLevelIsSeenWhereItLay() throws {
    let (width, height) = (1000, 800)
    var dots = [UInt8](repeating: 255, count: width * height)
    for line in stride(from: 40, to: 500, by: 20) {
      for x in 50..<950 { for y in line + x / 100..<line + x / 100 + 2 { dots[y * width + x] = 0 } }
    }
    let square = (left: 800, top: 700, side: 20)
    for y in square.top..<square.top + square.side {
      for x in square.left..<square.left + square.side { dots[y * width + x] = 0 }
    }
    let page = GreyPage(width: width, height: height, resolution: 100, dots: dots).straightened()
    try #require(page.slant != 0)
    // The dark dots below all lines.
    let dark = (600 * width..<height * width).filter { page.dots[$0] < 128 }
    let (columns, rows) = (dark.map { $0 % width }, dark.map { $0 / width })
    let (left, right) = (try #require(columns.min()), try #require(columns.max()))
    let (top, bottom) = (try #require(rows.min()), try #require(rows.max()))
    // It was moved, by more than the tolerance below.
    #expect(abs(left - square.left) + abs(top - square.top) > 4)
    let found = page.placeBeforeTurning(
      of: PageBox(left: left * 720, top: top * 720, right: (right + 1) * 720, bottom: (bottom + 1) * 720))
    for (edge, expected) in [
      (found.left, square.left), (found.top, square.top), (found.right, square.left + square.side),
      (found.bottom, square.top + square.side),
    ] {
      #expect(abs(Int(edge) - expected * 720) <= 2 * 720, "\(found)")
    }
  }
}
