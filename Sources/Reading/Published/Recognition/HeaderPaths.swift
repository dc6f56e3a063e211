import Accounts
import Formats
import Tables

/// The words above each column of a printed table from the top down (表头路径), as comparable words.
struct HeaderPaths {
  /// How many rows of the grid the header takes.
  let rowCount: Int
  /// For every column the words above it, each once; none where nothing stands above it.
  let paths: [[String]]

  /// The most rows looked at for a header.
  private static let mostRows = 8

  /// The header with which a grid begins. `beginsRow` says whether cells begin with what names a row of the body.
  init(_ grid: [GridRow], _ vocabulary: TableVocabulary, beginsRow: ([GridCell]) -> Bool) {
    var header: [GridRow] = []
    var count = 0
    // What names a row stands where the header begins.
    var first: Int?
    func isBody(_ filled: [GridCell]) -> Bool { Self.isBody(filled, from: first, beginsRow) }
    for row in grid.prefix(Self.mostRows) {
      let filled = row.filled
      if filled.isEmpty, !header.isEmpty { break }
      if !filled.isEmpty {
        if isBody(filled) { break }
        if !Self.isColumnNumbers(filled, vocabulary), !row.isLineOfText { header.append(row) }
        if first == nil { first = filled[0].column }
      }
      count += 1
    }
    rowCount = count
    let width = grid.reduce(0) { max($0, $1.width) }
    var paths = Array(repeating: [String](), count: width)
    for row in header {
      for cell in row.cells where !cell.text.isEmpty {
        let words = comparableWords(cell.text)
        for column in cell.column..<(cell.column + cell.columns) where paths[column].last != words {
          paths[column].append(words)
        }
      }
    }
    self.paths = paths
  }

  /// What stands above each column, joined.
  var heads: [String] { paths.map { $0.joined(separator: "·") } }

  /// Whether a row is no header: it has an amount, or begins with a code or what names a row.
  private static func isBody(_ filled: [GridCell], from column: Int?, _ beginsRow: ([GridCell]) -> Bool) -> Bool {
    if filled.contains(where: { isAmount($0.text) }) { return true }
    let legible = filled.drop { !$0.text.isLegible }
    guard let first = legible.first else { return false }
    return leadingDigits(first.text) >= 3 && first.column <= column ?? first.column || beginsRow(Array(legible))
  }

  /// Whether a text is an amount with its decimals.
  private static func isAmount(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ".")) && text.isNumber || text.holds("．") && text.isNumber
  }

  private static func leadingDigits(_ text: String) -> Int {
    text.foldedForComparison.utf8.prefix { (48...57).contains($0) }.count
  }

  /// Whether a row numbers the columns: 栏次, and numbers that count from 1.
  static func isColumnNumbers(_ filled: [GridCell], _ vocabulary: TableVocabulary) -> Bool {
    var last = 0
    for cell in filled {
      let words = comparableWords(cell.text)
      if vocabulary.columnNumberHeads.contains(words) { continue }
      guard words.utf8.count <= 2, let number = Int(words), number == last + 1 else { return false }
      last = number
    }
    return last > 0
  }
}
