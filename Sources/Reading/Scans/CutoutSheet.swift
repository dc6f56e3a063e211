/// Pieces cut out of a page and put below each other in one picture (剪贴页), so that one run of an engine reads them all, each
/// in a line of its own.
struct CutoutSheet: Sendable {
  let page: GreyPage
  /// Where each piece stands in the picture, how far it was moved to the right, and whether it stands there three times.
  private let rows: [(rows: Range<Int>, shift: Int, isRepeated: Bool)]

  /// A picture of pieces of a page, narrow ones three times side by side, since engines know one digit by itself badly; nil where there are none, or more than one picture holds.
  init?(_ pieces: [InkSegment], of page: GreyPage, letter: Int) {
    let margin = max(6, letter)
    let around = max(2, letter / 8)
    guard let widest = pieces.map(\.width).max() else { return nil }
    let width = max(widest + 2 * margin, letter * 12)
    var rows: [(Range<Int>, Int, Bool)] = []
    var height = margin
    for piece in pieces {
      rows.append((height..<height + piece.height, margin - piece.left, piece.width * 10 < letter * 7))
      height += max(piece.height, letter) + letter * 3 / 4
    }
    height += margin
    guard height <= Self.mostRows, width * height <= GreyPage.mostDots else { return nil }
    var dots = [UInt8](repeating: UInt8(page.paper), count: width * height)
    for (piece, row) in zip(pieces, rows) {
      for y in max(0, piece.top - around)..<min(page.height, piece.bottom + around) {
        let target = row.0.lowerBound + y - piece.top
        guard target >= 0, target < height else { continue }
        let (left, right) = (max(0, piece.left - around), min(page.width, piece.right + around))
        let from = target * width + left + row.1
        for copy in 0..<(row.2 ? 3 : 1) {
          let start = from + copy * (piece.width + letter / 5)
          dots.replaceSubrange(
            start..<start + right - left, with: page.dots[y * page.width + left..<y * page.width + right])
        }
      }
    }
    self.page = GreyPage(width: width, height: height, resolution: page.resolution, dots: dots)
    self.rows = rows
  }

  /// The highest picture that engines take.
  private static let mostRows = 32_000

  /// The words of each piece, in their order and with their places on the page they were cut from.
  func words(_ lines: [RecognisedLine]) -> [[RecognisedLine.Word]] {
    var words = [[RecognisedLine.Word]](repeating: [], count: rows.count)
    for word in lines.flatMap(\.words) {
      let middle = (word.top + word.bottom) / 2
      var (low, high) = (0, rows.count - 1)
      while low < high {
        let between = (low + high) / 2
        if rows[between].rows.upperBound + (rows[between + 1].rows.lowerBound - rows[between].rows.upperBound) / 2
          > middle
        {
          high = between
        } else {
          low = between + 1
        }
      }
      guard rows.indices.contains(low) else { continue }
      var word = word
      word.left -= rows[low].shift
      word.right -= rows[low].shift
      words[low].append(word)
    }
    return zip(words, rows).map { words, row in
      let words = words.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
      return row.isRepeated ? Self.once(words) : words
    }
  }

  /// The word of a piece that was read three times, where two of these say the same; what was read, where they do not.
  private static func once(_ words: [RecognisedLine.Word]) -> [RecognisedLine.Word] {
    let letters = Array(words.map(\.text).joined())
    guard var word = words.first, letters.count % 3 == 0, !letters.isEmpty else { return words }
    let length = letters.count / 3
    let parts = (0..<3).map { String(letters[$0 * length..<($0 + 1) * length]) }
    guard let same = parts.first(where: { part in parts.count { $0 == part } > 1 }) else { return words }
    word.text = same
    return [word]
  }
}
