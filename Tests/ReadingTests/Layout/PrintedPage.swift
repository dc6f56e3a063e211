@testable import Reading

/// Words set on a page by hand, as the tests state them: in letters of ten points, an ideograph as wide as it is high and
/// any other letter half as wide, all lengths in points.
enum PrintedPage {
  static func word(
    _ text: String, left: Double? = nil, right: Double? = nil, center: Double? = nil, y: Double, height: Double = 10,
    size: Double = 10
  ) -> PageWord {
    let width = text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2000 ? size / 2 : size) }
    let start = left ?? right.map { $0 - width } ?? (center! - width / 2)
    func milli(_ value: Double) -> Int { Int((value * 1000).rounded()) }
    return PageWord(
      text: text, left: milli(start), top: milli(y - height / 2), right: milli(start + width),
      bottom: milli(y + height / 2))
  }

  /// The words of a page that was laid on its side, 600 points wide and 800 high, to be read downwards or upwards.
  static func turned(_ words: [PageWord], down: Bool) -> [PageWord] {
    words.map { word in
      down
        ? PageWord(
          text: word.text, left: 600_000 - word.bottom, top: word.left, right: 600_000 - word.top, bottom: word.right)
        : PageWord(
          text: word.text, left: word.top, top: 800_000 - word.right, right: word.bottom, bottom: 800_000 - word.left)
    }
  }

  /// The rows of the only table, each cell as its column, the last column it covers where it covers several, a question
  /// mark where it is doubtful, and its text.
  static func rows(_ blocks: [LayoutBlock]) -> [[String]] {
    let grids = grids(blocks)
    return grids.count == 1 ? grids[0] : [["\(grids.count) tables"]]
  }

  static func grids(_ blocks: [LayoutBlock]) -> [[[String]]] {
    blocks.compactMap { block in
      guard case .grid(let rows) = block else { return nil }
      return rows.map { row in
        row.cells.map { cell in
          "\(cell.column)" + (cell.columns > 1 ? "-\(cell.column + cell.columns - 1)" : "")
            + (cell.isDoubtful ? "?" : "") + " "
            + cell.text
        }
      }
    }
  }

  /// The texts outside tables.
  static func lines(_ blocks: [LayoutBlock]) -> [String] {
    blocks.compactMap { block in
      guard case .line(let line) = block else { return nil }
      return line.text
    }
  }

  static func blocks(_ pages: [PageWord]...) -> [LayoutBlock] {
    PageLayout.blocks(of: pages.enumerated().map { WordPage(number: $0 + 1, words: $1) })
  }

  /// The head of a table by function: code, name and three amounts whose columns end at 300, 380 and 460 points.
  static func head(y: Double) -> [PageWord] {
    [
      word("科目编码", center: 70, y: y), word("科目名称", center: 160, y: y), word("合计", center: 263, y: y),
      word("基本支出", center: 343, y: y), word("项目支出", center: 423, y: y),
    ]
  }

  /// A row of that table, the amounts ending at the right of their columns; nil where there is none.
  static func row(_ code: String, _ name: String, _ amounts: [String?], y: Double, height: Double = 10) -> [PageWord] {
    [word(code, left: 43, y: y, height: height), word(name, left: 103, y: y, height: height)]
      + zip(amounts, [297.0, 377, 457]).compactMap { text, right in
        text.map { word($0, right: right, y: y, height: height) }
      }
  }
}
