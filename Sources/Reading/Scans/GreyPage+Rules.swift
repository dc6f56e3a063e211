extension GreyPage {
  /// The page without its ruling lines (去表线), the lines, and the dots they had: a bit for those of level ones, another for
  /// those of upright ones.
  ///
  /// A run of dark dots as long as 0.28 inch is a rule, unless it is thicker than a fiftieth of an inch: strokes of letters
  /// are shorter or thicker. What remained of a crossing would be read as a point, so that crossings go wholly.
  /// Takes time in proportion to the dots.
  func withoutRules() -> (page: GreyPage, marks: [UInt8], rules: PageRules) {
    let (width, height) = (width, height)
    let threshold = threshold
    let paper = UInt8(paper)
    let longest = max(8, resolution * 28 / 100)
    let thickest = max(3, resolution / 50)
    var marks = [UInt8](repeating: 0, count: dots.count)
    var cleaned = dots
    var (level, upright) = (RuleBands(), RuleBands())
    dots.withUnsafeBufferPointer { dots in
      marks.withUnsafeMutableBufferPointer { marks in
        for y in 0..<height {
          Self.runs(dots, from: y * width, step: 1, count: width, threshold, longest, gap: Self.gap) { from, to in
            for x in from..<to { marks[y * width + x] |= Self.levelMark }
            level.take(from..<to, at: y)
          }
        }
        for x in 0..<width {
          // A row is lower than a rule is long: its sides end at the rules above and below.
          Self.runs(dots, from: x, step: width, count: height, threshold, longest * 2 / 5, gap: Self.gap) { from, to in
            guard
              to - from >= longest || Self.isLevel(marks, x, from, width) && Self.isLevel(marks, x, to - 1, width)
            else { return }
            for y in from..<to { marks[y * width + x] |= Self.uprightMark }
            upright.take(from..<to, at: x)
          }
        }
      }
      cleaned.withUnsafeMutableBufferPointer { cleaned in
        for y in 0..<height {
          for x in 0..<width {
            let place = y * width + x
            let mark = marks[place]
            guard mark != 0 else { continue }
            if mark & Self.levelMark != 0,
              mark & Self.uprightMark != 0
                || Self.isThin(dots, place, step: width, at: y, of: height, threshold, thickest)
            {
              for row in max(0, y - 1)...min(height - 1, y + 1) { cleaned[row * width + x] = paper }
            }
            if mark & Self.uprightMark != 0,
              mark & Self.levelMark != 0 || Self.isThin(dots, place, step: 1, at: x, of: width, threshold, thickest)
            {
              for column in max(0, x - 1)...min(width - 1, x + 1) { cleaned[y * width + column] = paper }
            }
          }
        }
      }
    }
    var page = self
    page.dots = cleaned
    return (
      page, marks,
      goingOnUnderSeals(PageRules(level: level.rules(of: resolution), upright: upright.rules(of: resolution)))
    )
  }

  /// Rules that a seal hides in part as wholes.
  private func goingOnUnderSeals(_ rules: PageRules) -> PageRules {
    guard !seals.isEmpty else { return rules }
    func dots(_ rule: PageRules.Rule) -> (along: Range<Int>, across: Range<Int>)? {
      guard rule.to - rule.from <= Self.widestSeal else { return nil }
      let (at, from, to) = (
        rule.at * resolution / 72_000, rule.from * resolution / 72_000, rule.to * resolution / 72_000
      )
      return (from..<max(from, to), max(0, at - 2)..<at + 3)
    }
    return PageRules(
      level: PageRules.joined(rules.level) { dots($0).map { hasSeal($0.along, $0.across) } ?? false },
      upright: PageRules.joined(rules.upright) { dots($0).map { hasSeal($0.across, $0.along) } ?? false })
  }

  /// How wide seals are at most, in thousandths of a point: 6 cm.
  private static let widestSeal = 170_000

  /// Over how many light dots a rule of a scanned page goes on.
  private static let gap = 2

  /// The page without the sides of the cells of tables, and `marks` with another bit for the level ones.
  ///
  /// Rules go on where a seal, dirt or what is thick hid them, and nothing is text of two cells.
  func without(_ tables: [RuledTable], _ marks: [UInt8]) -> (page: GreyPage, marks: [UInt8]) {
    var (cleaned, marks) = (self, marks)
    let paper = UInt8(paper)
    let around = max(2, resolution / 75)
    func dots(_ length: Int) -> Int { length * resolution / 72_000 }
    func erase(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>, mark: UInt8) {
      let columns = columns.clamped(to: 0...width - 1)
      for y in rows.clamped(to: 0...height - 1) {
        for place in y * width + columns.lowerBound...y * width + columns.upperBound {
          cleaned.dots[place] = paper
          marks[place] |= mark
        }
      }
    }
    for table in tables {
      for cell in table.cells {
        let (left, right) = (dots(table.columns[cell.columns.lowerBound]), dots(table.columns[cell.columns.upperBound]))
        let (top, bottom) = (dots(table.rows[cell.rows.lowerBound]), dots(table.rows[cell.rows.upperBound]))
        for x in [left, right] { erase(x - around...x + around, top...bottom, mark: Self.uprightMark) }
        for y in [top, bottom] { erase(left...right, y - around...y + around, mark: Self.sideMark) }
      }
    }
    return (cleaned, marks)
  }

  /// The bits of marks: a dot of a level rule, of an upright one, and of the upper or lower side of a cell.
  static let (levelMark, uprightMark, sideMark): (UInt8, UInt8, UInt8) = (1, 2, 4)

  /// Whether a level rule passes a place of a column, or ends beside it.
  private static func isLevel(_ marks: UnsafeMutableBufferPointer<UInt8>, _ x: Int, _ y: Int, _ width: Int) -> Bool {
    for row in max(0, y - 3)...min(marks.count / width - 1, y + 3) where marks[row * width + x] & levelMark != 0 {
      return true
    }
    return false
  }

  /// Calls with each run of dark dots that is long enough; a gap of so many light dots does not end it.
  static func runs(
    _ dots: UnsafeBufferPointer<UInt8>, from start: Int, step: Int, count: Int, _ threshold: UInt8, _ longest: Int,
    gap: Int = 0, _ found: (Int, Int) -> Void
  ) {
    var first = -1
    var last = -1
    var place = start
    for index in 0..<count {
      if dots[place] < threshold {
        if first < 0 { first = index }
        last = index
      } else if first >= 0, index - last > gap {
        if last - first + 1 >= longest { found(first, last + 1) }
        first = -1
      }
      place += step
    }
    if first >= 0, last - first + 1 >= longest { found(first, last + 1) }
  }

  /// Whether the run of dark dots across a rule is thin.
  private static func isThin(
    _ dots: UnsafeBufferPointer<UInt8>, _ place: Int, step: Int, at index: Int, of count: Int, _ threshold: UInt8,
    _ thickest: Int
  ) -> Bool {
    var thickness = 1
    var (before, after) = (1, 1)
    while index - before >= 0, dots[place - before * step] < threshold, thickness <= thickest {
      before += 1
      thickness += 1
    }
    while index + after < count, dots[place + after * step] < threshold, thickness <= thickest {
      after += 1
      thickness += 1
    }
    return thickness <= thickest
  }
}
