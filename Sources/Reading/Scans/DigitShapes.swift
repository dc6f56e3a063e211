/// How the digits of a page look (各数字的字形), learnt from the figures that its readings agree on.
///
/// Engines that take a 3 for an 8 do so twice. On one page all digits are of one print: one that looks more like the others of
/// its page that are another digit makes its figure doubtful.
struct DigitShapes: Sendable {
  /// A digit by itself: how dark each part of it is, from the upper left.
  struct Glyph: Sendable, Equatable {
    fileprivate let cells: [Int32]
  }

  /// The digits seen, of each value, and the sums of their cells.
  private var counts = [Int](repeating: 0, count: 10)
  private var sums = [[Int32]](repeating: [], count: 10)
  /// How far the digits of each value are from what they look like together.
  private var spread = [Int](repeating: 0, count: 10)

  /// Into how many parts a digit is divided, across and down.
  fileprivate static let (across, down) = (8, 12)
  /// Fewer digits of a value do not tell how it looks.
  private static let fewest = 4

  /// What figures look like, each with the glyphs of its digits; those whose ink has another number of digits tell nothing.
  init(_ figures: [(text: String, glyphs: [Glyph])]) {
    let digits = figures.flatMap { Self.digits($0.text, $0.glyphs) ?? [] }
    for (value, glyph) in digits {
      sums[value] = sums[value].isEmpty ? glyph.cells : zip(sums[value], glyph.cells).map { $0 &+ $1 }
      counts[value] += 1
    }
    for (value, glyph) in digits where counts[value] >= Self.fewest {
      spread[value] += distance(glyph, to: value, isOne: true) / counts[value]
    }
  }

  /// The values of the digits of a figure, each with its glyph; nil where there are not as many.
  private static func digits(_ text: String, _ glyphs: [Glyph]) -> [(value: Int, glyph: Glyph)]? {
    let values = text.unicodeScalars.filter { ("0"..."9").contains($0) }.map { Int($0.value) - 0x30 }
    return values.count == glyphs.count ? zip(values, glyphs).map { ($0, $1) } : nil
  }

  /// Whether a figure has as many digits as its ink shows.
  static func tellsApart(_ text: String, _ glyphs: [Glyph]) -> Bool { digits(text, glyphs) != nil }

  /// How far a glyph is from what digits of a value look like; `isOne` says that it is one of those seen.
  private func distance(_ glyph: Glyph, to value: Int, isOne: Bool) -> Int {
    let count = Int32(counts[value] - (isOne ? 1 : 0))
    guard count > 0 else { return .max }
    var distance = 0
    for (place, cell) in glyph.cells.enumerated() {
      let mean = (sums[value][place] &- (isOne ? cell : 0)) / count
      distance += Int((cell &- mean) &* (cell &- mean))
    }
    return distance
  }

  /// How far the looks of two values are from each other.
  private func apart(_ one: Int, _ other: Int) -> Int {
    var distance = 0
    for place in sums[one].indices {
      let gap = Int(sums[one][place]) / counts[one] - Int(sums[other][place]) / counts[other]
      distance += gap * gap
    }
    return distance
  }

  /// A digit is doubtful from a third of the way to another on, in hundredths of what both distances then differ by.
  private static let nearness = 30

  /// What a figure looks like where a digit of it looks more like another, or, being the only one of its kind, just like
  /// another; nil where none does.
  func other(than text: String, _ glyphs: [Glyph]) -> String? {
    guard let digits = Self.digits(text, glyphs) else { return nil }
    let values = digits.map { value, glyph in
      let own = distance(glyph, to: value, isOne: counts[value] > 0)
      let others = (0..<10).filter { $0 != value && counts[$0] >= Self.fewest }.map { other in
        (value: other, distance: distance(glyph, to: other, isOne: false))
      }
      guard let nearest = others.min(by: { ($0.distance, $0.value) < ($1.distance, $1.value) }) else { return value }
      let isOther =
        counts[value] >= Self.fewest
        ? nearest.distance - own < apart(value, nearest.value) * Self.nearness / 100
        : nearest.distance <= spread[nearest.value] * 2
      guard isOther else { return value }
      return nearest.value
    }
    guard values != digits.map(\.value) else { return nil }
    var rest = values[...]
    var other = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let digit = ("0"..."9").contains(scalar) ? rest.popFirst() : nil
      other.append(digit.flatMap { Unicode.Scalar(UInt32(0x30 + $0)) } ?? scalar)
    }
    return String(other)
  }
}

extension GreyPage {
  /// The glyph of a digit that stands in a part of the page.
  func glyph(of part: InkSegment, paper: Int) -> DigitShapes.Glyph {
    var cells: [Int32] = []
    cells.reserveCapacity(DigitShapes.across * DigitShapes.down)
    func edges(_ from: Int, _ length: Int, _ index: Int, _ count: Int) -> Range<Int> {
      let (low, high) = (from + length * index / count, from + length * (index + 1) / count)
      return low..<max(low + 1, high)
    }
    for row in 0..<DigitShapes.down {
      for column in 0..<DigitShapes.across {
        let (ys, xs) = (
          edges(part.top, part.height, row, DigitShapes.down), edges(part.left, part.width, column, DigitShapes.across)
        )
        var dark = 0
        for y in ys { for x in xs { dark += max(0, paper - Int(dots[y * width + x])) } }
        cells.append(Int32(dark / (ys.count * xs.count)))
      }
    }
    return DigitShapes.Glyph(cells: cells)
  }
}
