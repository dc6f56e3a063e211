import Accounts

/// What the ink of a number shows of it (数的笔迹): how many digits stand between its marks.
///
/// Digits hang together and are as high as the number, marks are small and stand low. Where the ink is no such thing, as where
/// digits touch or are broken, nothing is known.
struct FigureShape: Sendable, Equatable {
  /// How many digits stand before, between and behind the marks: two narrow ones that touch look like one.
  let groups: [ClosedRange<Int>]
  let isNegative: Bool

  /// Whether a number may look so: a mark of it may touch a digit, and every mark of the ink is one of it.
  func fits(_ figure: RecognisedFigure) -> Bool {
    let digits = figure.text.utf8.count { (0x30...0x39).contains($0) }
    let (fewest, most) = groups.reduce((0, 0)) { ($0.0 + $1.lowerBound, $0.1 + $1.upperBound) }
    guard (fewest...most).contains(digits), isNegative == figure.text.hasPrefix("-") else { return false }
    guard groups.count > 1 else { return true }
    return groups[groups.count - 1].contains(2) == figure.hasDecimals
  }
}

extension GreyPage {
  /// What the ink of a segment shows, if it is that of a number. A dot is ink that is darker than `dark`, which is
  /// ``threshold``.
  func figureShape(of segment: InkSegment, dark: UInt8) -> FigureShape? {
    let height = segment.height
    guard height > 5, segment.width < height * 24 else { return nil }
    var digits = [0...0]
    var isNegative = false
    func isDigit(_ part: InkSegment) -> Bool { Self.isDigit(part, height: height) }
    let parts = parts(of: segment, dark: dark)
    let whole = parts.filter(isDigit)
    for (index, part) in parts.enumerated() {
      // What stands under or over a digit is a stroke of it.
      if !isDigit(part),
        whole.contains(where: { (min($0.right, part.right) - max($0.left, part.left)) * 2 > part.width })
      {
        continue
      }
      if isDigit(part) {
        let last = digits[digits.count - 1]
        let isWide = part.width * 10 > height * 6
        digits[digits.count - 1] = last.lowerBound + 1...last.upperBound + (isWide ? 2 : 1)
      } else if part.height * 5 <= height * 2, part.width * 5 <= height * 2,
        part.top - segment.top > height / 2
      {
        digits.append(0...0)
      } else if index == 0, part.isDash(letter: height * 5 / 4), part.top - segment.top > height / 4 {
        isNegative = true
      } else {
        return nil
      }
    }
    // A mark stands between digits.
    return digits.allSatisfy { $0.lowerBound > 0 } ? FigureShape(groups: digits, isNegative: isNegative) : nil
  }

  /// How the digits of a segment look, from left to right, if it is that of a number: strokes that stand over each other are one
  /// digit, and what is too wide for one is as many as it is wide.
  func glyphs(of segment: InkSegment, dark: UInt8) -> [DigitShapes.Glyph] {
    let height = segment.height
    guard height > 5, segment.width < height * 24 else { return [] }
    var digits: [InkSegment] = []
    for part in parts(of: segment, dark: dark) {
      let last = digits.last
      if let last, (min(last.right, part.right) - part.left) * 2 > min(last.width, part.width) {
        digits[digits.count - 1].take(part)
      } else {
        digits.append(part)
      }
    }
    return digits.filter { $0.height * 10 >= height * 7 }.flatMap { part -> [InkSegment] in
      // A digit is some eleven twentieths as wide as it is high.
      let count = Self.isDigit(part, height: height) ? 1 : max(2, (part.width * 20 + height * 5) / (height * 11))
      return (0..<count).map { index in
        var digit = part
        digit.left = part.left + part.width * index / count
        digit.right = part.left + part.width * (index + 1) / count
        return digit
      }
    }.filter { $0.width > 0 }.map { glyph(of: $0, paper: Int(dark) * 4 / 3) }
  }

  /// Whether what hangs together is as high and as narrow as the digits of a number of some height.
  private static func isDigit(_ part: InkSegment, height: Int) -> Bool {
    part.height * 10 >= height * 7 && part.width * 4 <= height * 3
  }

  /// What hangs together in a segment, from left to right, without specks.
  private func parts(of segment: InkSegment, dark: UInt8) -> [InkSegment] {
    let (width, height) = (segment.width, segment.height)
    var sets = DisjointSets(count: width * height)
    func isDark(_ x: Int, _ y: Int) -> Bool { dots[(segment.top + y) * self.width + segment.left + x] < dark }
    for y in 0..<height {
      for x in 0..<width where isDark(x, y) {
        if x > 0, isDark(x - 1, y) { sets.join(y * width + x, to: y * width + x - 1) }
        guard y > 0 else { continue }
        for other in max(0, x - 1)...min(width - 1, x + 1) where isDark(other, y - 1) {
          sets.join(y * width + x, to: (y - 1) * width + other)
        }
      }
    }
    var found: [Int: InkSegment] = [:]
    for y in 0..<height {
      for x in 0..<width where isDark(x, y) {
        let dot = InkSegment(
          left: segment.left + x, top: segment.top + y, right: segment.left + x + 1, bottom: segment.top + y + 1, ink: 1
        )
        found[sets.root(of: y * width + x), default: dot].take(dot)
      }
    }
    // A dot of dirt is smaller than a point.
    let smallest = max(2, height * height / 150)
    return found.values.filter { $0.ink > smallest }.sorted { ($0.left, $0.top) < ($1.left, $1.top) }
  }
}
