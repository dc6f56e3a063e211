/// A line of text as an engine for recognising letters tells it (识别出的一行): its words from left to right, in dots.
struct RecognisedLine: Sendable, Equatable {
  /// A word of it.
  struct Word: Sendable, Equatable {
    var text: String
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    /// How sure the engine is, in hundredths: a doubt and no probability.
    let confidence: Int

    var width: Int { right - left }
  }

  var words: [Word]
  /// The page of the picture on which it stands, counted from 1.
  var page = 1

  /// The lines in the table that `tesseract … tsv` writes: twelve columns, words at level 5, told apart by page, block,
  /// paragraph and line; nothing stands beyond `size`. What is no such row is passed over. Takes time in proportion to the bytes.
  static func lines(ofTSV bytes: [UInt8], within size: Int) -> [RecognisedLine] {
    var lines: [RecognisedLine] = []
    var last: [Int] = []
    for row in bytes.split(separator: 0x0A).prefix(mostRows) {
      let columns = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard columns.count == 12, columns[0].elementsEqual([UInt8(ascii: "5")]) else { continue }
      let numbers = columns[1..<10].map { Int(String(decoding: $0, as: UTF8.self)) }
      guard numbers.allSatisfy({ $0.map { (0...10_000_000).contains($0) } ?? false }) else { continue }
      let place = numbers.compactMap(\.self)
      // The last column ends where the line does, in some programs with a carriage return.
      let text = String(decoding: columns[11].prefix(400), as: UTF8.self).filter { !$0.isWhitespace }
      let (left, top) = (min(place[5], size), min(place[6], size))
      let (right, bottom) = (min(place[5] + place[7], size), min(place[6] + place[8], size))
      guard !text.isEmpty, right > left, bottom > top else { continue }
      let whole = columns[10].prefix { $0 != UInt8(ascii: ".") }
      let word = Word(
        text: text, left: left, top: top, right: right, bottom: bottom,
        confidence: max(0, min(100, Int(String(decoding: whole, as: UTF8.self)) ?? 0)))
      let line = Array(place[0..<4])
      if line == last, !lines.isEmpty {
        lines[lines.count - 1].words.append(word)
      } else {
        lines.append(RecognisedLine(words: [word], page: place[0]))
        last = line
      }
    }
    return lines.map(\.ordered)
  }

  /// Most rows: a page of small print has five thousand words.
  private static let mostRows = 40_000

  /// The words from left to right, none reaching over where the next begins: boxes of single ideographs are too wide.
  private var ordered: RecognisedLine {
    var line = self
    line.words.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    for index in line.words.indices.dropLast() {
      let next = line.words[index + 1].left
      if line.words[index].right > next, next > line.words[index].left { line.words[index].right = next }
    }
    return line
  }
}
