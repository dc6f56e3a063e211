import Evaluations

/// The lines and rows of a publication from the first title of a self-evaluation table on, or from the first headings of
/// one that has lost its title.
struct EvaluationLines {
  /// A line of text, or a row of a table.
  enum Line {
    case text(String, line: Int, Frame?)
    case row(GridRow)
  }

  private(set) var lines: [Line] = []

  /// Takes a line of text; `frame` is what it is counted in.
  mutating func append(_ text: String, at line: Int, in frame: Frame? = nil) {
    guard !lines.isEmpty || Self.mayBeTitle(text) else { return }
    lines.append(.text(text, line: line, frame))
  }

  /// Takes a row; `frame` is what it is counted in.
  mutating func append(_ row: GridRow, in frame: Frame?) {
    guard
      !lines.isEmpty || Self.isHeading(row.cells.lazy.map(\.text))
        || BasicDataReader.isHeading(row.cells.lazy.map(\.text))
        || (row.filled.count == 1 && Self.mayBeTitle(row.filled[0].text))
    else { return }
    var row = row
    row.frame = frame
    lines.append(.row(row))
  }

  /// Whether cells are the headings of indicators, by those that every layout has and no other table of indicators has all of.
  static func isHeading(_ cells: some Sequence<String>) -> Bool {
    headings.allSatisfy { heading in cells.contains { $0.utf8.count == heading.count && $0.utf8.elementsEqual(heading) }
    }
  }

  private static let headings = [IndicatorCell.level3, .level2, .actual].map { Array($0.rawValue.utf8) }

  /// The lines of a range up to the end of the table in it: the first text behind a row.
  func table(in range: Range<Int>) -> Range<Int> {
    guard let row = range.first(where: { if case .row(let row) = lines[$0] { row.cells.count > 1 } else { false } })
    else { return range.lowerBound..<range.lowerBound }
    let end = (row..<range.upperBound).first { if case .text = lines[$0] { true } else { false } }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  /// Most lines are no title, which is seen without folding them.
  static func mayBeTitle(_ text: String) -> Bool {
    text.utf8.count <= 400
      && endings.contains { text.utf8.count >= $0.count && text.utf8.suffix($0.count).elementsEqual($0) }
  }

  private static let endings = ["绩效自评表", "绩效自评报告", "绩效评价基础数据表"].map { Array($0.utf8) }
}

extension EvaluationLines.Line {
  /// As a row of a text's grid, in which a cell stands in the first of the columns it covers.
  var gridRow: TextGrid.Row {
    switch self {
    case .text(let text, let line, let frame):
      return TextGrid.Row(cells: [TextGrid.Cell(text: text, line: line, in: frame.map { ($0, 0) })])
    case .row(let row):
      var cells = Array(repeating: TextGrid.Cell(text: "", line: row.line), count: row.width)
      for cell in row.cells {
        cells[cell.column] = TextGrid.Cell(
          text: cell.text, line: cell.line, in: row.frame.map { ($0, cell.column) })
      }
      return TextGrid.Row(cells: cells)
    }
  }
}
