import Accounts

/// What stands together on a line of a page (连着的墨迹): dark dots without a wide gap between them, in dots.
///
/// The ink itself tells where a text begins and ends, and that something stands where no letter is recognised; boxes that
/// engines give of letters are rough.
struct InkSegment: Sendable, Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int
  /// How many of its dots are dark.
  var ink = 0
  /// Whether a seal touches it, which may have taken a letter with it.
  var isSealed = false

  var width: Int { right - left }
  var height: Int { bottom - top }

  /// Whether it is a stroke that lies (横线), as stands where there is no amount; `letter` is the height of letters.
  func isDash(letter: Int) -> Bool {
    height * 5 <= letter && width >= height * 2 && width * 5 >= letter && ink * 10 >= width * height * 6
  }

  /// Whether the next one begins where it ends on the same line: both were one.
  func isParted(from next: InkSegment) -> Bool { right == next.left && top == next.top && bottom == next.bottom }

  /// Takes another one in.
  mutating func take(_ other: InkSegment) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
    ink += other.ink
  }
}

extension GreyPage {
  /// The segments of a page without rules, from top to bottom, and the height of most letters. `rules` says where upright
  /// rules and the sides of cells were, over which no text goes. Takes time in proportion to the dots.
  func segments(between rules: [UInt8]) -> (segments: [InkSegment], letter: Int) {
    // A narrow gap, to see how high letters are; then that behind a mark, which stands at the left of its square.
    let first = components(gap: resolution / 16, between: rules)
    let letter = Self.letter(of: first, resolution: resolution)
    let smallest = max(4, resolution * resolution / 5000)
    let gap = letter * 21 / 20
    let all = components(gap: gap, between: rules).filter { $0.ink >= smallest }
    let segments = gathered(joined(all, letter: letter, between: rules), gap: gap, between: rules)
      .filter { $0.width * 3 >= letter || $0.height * 3 >= letter || $0.isDash(letter: letter) }
      .map { segment in
        var segment = segment
        segment.isSealed = hasSeal(
          segment.left - letter..<segment.right + letter, segment.top..<segment.bottom)
        return segment
      }
    return (segments.sorted { ($0.top, $0.left) < ($1.top, $1.left) }, letter)
  }

  /// The height of most letters: by their width, three quarters of all that may be text are no higher.
  private static func letter(of segments: [InkSegment], resolution: Int) -> Int {
    let texts = segments.filter { (resolution / 18...resolution / 3).contains($0.height) && $0.width > $0.height }
      .sorted { $0.height < $1.height }
    let whole = texts.reduce(0) { $0 + $1.width }
    var sum = 0
    for text in texts {
      sum += text.width
      if sum * 4 >= whole * 3 { return text.height }
    }
    return resolution / 7
  }

  /// Dark dots that hang together once gaps in a row are filled.
  private func components(gap: Int, between rules: [UInt8]) -> [InkSegment] {
    struct Run {
      var from: Int
      var to: Int
      var ink: Int
      var set: Int
    }
    let threshold = threshold
    var sets = DisjointSets()
    var parts: [InkSegment] = []
    var above: [Run] = []
    var row: [Run] = []
    dots.withUnsafeBufferPointer { dots in
      rules.withUnsafeBufferPointer { rules in
        for y in 0..<height {
          row.removeAll(keepingCapacity: true)
          var run: Run?
          for x in 0..<width {
            let place = y * width + x
            if rules[place] & GreyPage.uprightMark != 0 {
              if let ended = run { row.append(ended) }
              run = nil
            } else if dots[place] < threshold, rules[place] & GreyPage.sideMark == 0 {
              if let open = run, x - open.to > gap {
                row.append(open)
                run = nil
              }
              run = Run(from: run?.from ?? x, to: x + 1, ink: (run?.ink ?? 0) + 1, set: -1)
            }
          }
          if let ended = run { row.append(ended) }
          var other = 0
          for index in row.indices {
            while other < above.count, above[other].to < row[index].from { other += 1 }
            var touching = other
            while touching < above.count, above[touching].from <= row[index].to {
              let set = sets.root(of: above[touching].set)
              if row[index].set < 0 {
                row[index].set = set
              } else if set != row[index].set {
                sets.join(set, to: row[index].set)
                parts[row[index].set].take(parts[set])
              }
              touching += 1
            }
            let part = InkSegment(
              left: row[index].from, top: y, right: row[index].to, bottom: y + 1, ink: row[index].ink)
            if row[index].set < 0 {
              row[index].set = parts.count
              sets.append()
              parts.append(part)
            } else {
              parts[row[index].set].take(part)
            }
          }
          for index in row.indices { row[index].set = sets.root(of: row[index].set) }
          swap(&above, &row)
        }
      }
    }
    return parts.indices.filter { sets.root(of: $0) == $0 }.map { parts[$0] }
  }

  /// Segments that are one letter's height together, above each other: the strokes of 二 hang together nowhere.
  private func joined(_ segments: [InkSegment], letter: Int, between rules: [UInt8]) -> [InkSegment] {
    var joined: [InkSegment] = []
    for segment in segments.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      let partner = joined.indices.suffix(200).last { index in
        let other = joined[index]
        let overlap = min(other.right, segment.right) - max(other.left, segment.left)
        let height = max(other.bottom, segment.bottom) - min(other.top, segment.top)
        // Of a letter in a title only strokes are lower than a letter.
        let isStrokes = max(other.height, segment.height) * 2 < letter
        let most = isStrokes ? max(letter, other.width, segment.width) : letter
        return overlap * 2 > min(other.width, segment.width) && height * 10 <= most * 12
          && !isParted(other, segment, between: rules)
      }
      if let partner { joined[partner].take(segment) } else { joined.append(segment) }
    }
    return joined
  }

  /// Whether the side of a cell stands between two segments above each other.
  private func isParted(_ one: InkSegment, _ other: InkSegment, between rules: [UInt8]) -> Bool {
    let x = (max(one.left, other.left) + min(one.right, other.right)) / 2
    let (upper, lower) = one.top < other.top ? (one, other) : (other, one)
    return (upper.top..<lower.bottom).contains { rules[$0 * width + x] & GreyPage.sideMark != 0 }
  }

  /// Segments side by side without a wide gap that no dark dots in one row hang together: 二 and the mark behind it.
  private func gathered(_ segments: [InkSegment], gap: Int, between rules: [UInt8]) -> [InkSegment] {
    var gathered: [InkSegment] = []
    for segment in segments.sorted(by: { ($0.left, $0.top) < ($1.left, $1.top) }) {
      let neighbour = gathered.indices.suffix(Self.mostBeside).last { index in
        let other = gathered[index]
        let (low, high) = other.height < segment.height ? (other, segment) : (segment, other)
        let middle = (low.top + low.bottom) / 2
        guard segment.left - other.right <= gap, high.top < middle, middle < high.bottom else { return false }
        return !(min(other.right, segment.left)..<max(other.right, segment.left)).contains {
          rules[middle * width + $0] & GreyPage.uprightMark != 0
        }
      }
      if let neighbour { gathered[neighbour].take(segment) } else { gathered.append(segment) }
    }
    return gathered
  }

  /// Of how many segments before one it may be the rest: a page has not many more lines.
  private static let mostBeside = 200

  /// Segments without what reaches into a cell of a table from the one above or below, where something else stands in it.
  func withoutRemnants(_ segments: [InkSegment], in tables: [RuledTable], letter: Int) -> [InkSegment] {
    func points(_ dots: Int) -> Int { dots * 72_000 / resolution }
    var isRemnant = [Bool](repeating: false, count: segments.count)
    for table in tables {
      var inside: [Int: [Int]] = [:]
      for (index, segment) in segments.enumerated() {
        let (x, y) = ((segment.left + segment.right) / 2, (segment.top + segment.bottom) / 2)
        if let cell = table.cell(points(x), points(y)) { inside[cell, default: []].append(index) }
      }
      for (cell, indices) in inside where indices.count > 1 {
        let rows = table.cells[cell].rows
        let (top, bottom) = (table.rows[rows.lowerBound], table.rows[rows.upperBound])
        let cut = indices.filter { index in
          let segment = segments[index]
          let edge = max(2, resolution / 75) + 2
          return segment.height * 5 < letter * 4 && !segment.isDash(letter: letter)
            && (points(segment.top - edge) <= top || points(segment.bottom + edge) >= bottom)
        }
        if cut.count < indices.count { for index in cut { isRemnant[index] = true } }
      }
    }
    return segments.indices.filter { !isRemnant[$0] }.map { segments[$0] }
  }
}
