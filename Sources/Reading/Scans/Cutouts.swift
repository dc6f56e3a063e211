/// Pieces cut out of a page (剪出的各块), each a page of one picture by itself, so that one run of an engine reads them all and
/// none is read by its neighbours.
struct Cutouts: Sendable {
  /// A piece as a page by itself.
  private struct Piece {
    let page: GreyPage
    /// How far it was moved to the right.
    let shift: Int
    /// Whether it stands there three times.
    let isRepeated: Bool
  }

  private let pieces: [Piece]
  private let sixths: Int

  /// Pieces of a page with room around them, narrow ones three times side by side, since engines know one digit or a short word
  /// by itself badly.
  ///
  /// `hasWords` says that words are to be read in them, and not digits alone; `sixths` how large they are made.
  /// `isResized` says that they are half as large again, or two thirds as large where letters are large: what an engine reads
  /// once more it then reads of other dots.
  init(_ segments: [InkSegment], of page: GreyPage, letter: Int, hasWords: Bool, sixths: Int) {
    let margin = max(4, letter / 3)
    let around = max(2, letter / 8)
    let paper = UInt8(page.paper)
    self.sixths = sixths
    pieces = segments.map { segment in
      let isRepeated = segment.width * 10 < letter * (hasWords ? 31 : 7)
      let (left, right) = (max(0, segment.left - around), min(page.width, segment.right + around))
      let (top, bottom) = (max(0, segment.top - around), min(page.height, segment.bottom + around))
      let copies = isRepeated ? 3 : 1
      let step = segment.width + letter / 5
      let width = 2 * margin + right - left + (copies - 1) * step
      let height = 2 * margin + bottom - top
      var dots = [UInt8](repeating: paper, count: width * height)
      for y in top..<bottom {
        for copy in 0..<copies {
          let start = (margin + y - top) * width + margin + copy * step
          dots.replaceSubrange(
            start..<start + right - left, with: page.dots[y * page.width + left..<y * page.width + right])
        }
      }
      let piece = GreyPage(width: width, height: height, resolution: page.resolution, dots: dots)
      return Piece(
        page: sixths == 6 ? piece : piece.resized(sixths: sixths), shift: margin - left, isRepeated: isRepeated)
    }
  }

  /// Most pieces in one picture.
  static let most = 600

  /// The picture: a TIFF of as many pages as there are pieces.
  var tiff: [UInt8] { GreyPage.tiff(pieces.map(\.page)) }

  /// The words of each piece, in their order, with their places across the page.
  func words(_ lines: [RecognisedLine]) -> [[RecognisedLine.Word]] {
    var words = [[RecognisedLine.Word]](repeating: [], count: pieces.count)
    for line in lines where pieces.indices.contains(line.page - 1) {
      words[line.page - 1] += line.words.map { word in
        var word = word
        word.left = word.left * 6 / sixths - pieces[line.page - 1].shift
        word.right = word.right * 6 / sixths - pieces[line.page - 1].shift
        return word
      }
    }
    return zip(words, pieces).map { words, piece in piece.isRepeated ? Self.once(words) : words }
  }

  /// The word of a piece that was read three times: each letter as most of the times, marks between the words aside. A number
  /// that is not the same two times stays what was read.
  private static func once(_ words: [RecognisedLine.Word]) -> [RecognisedLine.Word] {
    guard var word = words.first else { return words }
    var letters = words.map(\.text).joined().unicodeScalars.map { $0 }
    let isWord = letters.contains { $0.properties.isIdeographic }
    // What stands behind all, and between words, is dirt.
    if isWord, letters.count % 3 > 0 { letters.removeAll { !$0.properties.isIdeographic } }
    while let last = letters.last, ".,-，。".unicodeScalars.contains(last), letters.count % 3 > 0 { letters.removeLast() }
    guard letters.count % 3 == 0, !letters.isEmpty else { return words }
    let length = letters.count / 3
    let parts = (0..<3).map { Array(letters[$0 * length..<($0 + 1) * length]) }
    var text = String.UnicodeScalarView()
    if let same = parts.first(where: { part in parts.count { $0 == part } > 1 }) {
      text.append(contentsOf: same)
    } else if isWord {
      for place in 0..<length {
        let three = parts.map { $0[place] }
        text.append(three.first { one in three.count { $0 == one } > 1 } ?? three[0])
      }
    } else {
      return words
    }
    word.text = String(text)
    return [word]
  }
}
