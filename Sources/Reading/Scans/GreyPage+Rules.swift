extension GreyPage {
  /// The page without its ruling lines (去表线), and where they were: a bit for the dots of level ones, another for upright ones.
  ///
  /// A run of dark dots as long as 0.28 inch is a rule, unless it is thicker than a fiftieth of an inch: strokes of letters
  /// are shorter or thicker. What remained of a crossing would be read as a point, so that crossings go wholly.
  /// Takes time in proportion to the dots.
  func withoutRules() -> (page: GreyPage, rules: [UInt8]) {
    let (width, height) = (width, height)
    let threshold = threshold
    let paper = UInt8(paper)
    let longest = max(8, resolution * 28 / 100)
    let thickest = max(3, resolution / 50)
    var marks = [UInt8](repeating: 0, count: dots.count)
    var cleaned = dots
    dots.withUnsafeBufferPointer { dots in
      marks.withUnsafeMutableBufferPointer { marks in
        for y in 0..<height {
          Self.runs(dots, from: y * width, step: 1, count: width, threshold, longest) { from, to in
            for x in from..<to { marks[y * width + x] |= 1 }
          }
        }
        for x in 0..<width {
          Self.runs(dots, from: x, step: width, count: height, threshold, longest) { from, to in
            for y in from..<to { marks[y * width + x] |= 2 }
          }
          // A row is lower than a rule is long: its sides end at the rules above and below.
          Self.runs(dots, from: x, step: width, count: height, threshold, longest * 2 / 5) { from, to in
            guard to - from < longest, Self.isLevel(marks, x, from, width), Self.isLevel(marks, x, to - 1, width) else {
              return
            }
            for y in from..<to { marks[y * width + x] |= 2 }
          }
        }
      }
      cleaned.withUnsafeMutableBufferPointer { cleaned in
        for y in 0..<height {
          for x in 0..<width {
            let place = y * width + x
            let mark = marks[place]
            guard mark != 0 else { continue }
            if mark & 1 != 0,
              mark & 2 != 0 || Self.isThin(dots, place, step: width, at: y, of: height, threshold, thickest)
            {
              for row in max(0, y - 1)...min(height - 1, y + 1) { cleaned[row * width + x] = paper }
            }
            if mark & 2 != 0, mark & 1 != 0 || Self.isThin(dots, place, step: 1, at: x, of: width, threshold, thickest)
            {
              for column in max(0, x - 1)...min(width - 1, x + 1) { cleaned[y * width + column] = paper }
            }
          }
        }
      }
    }
    return (GreyPage(width: width, height: height, resolution: resolution, dots: cleaned), marks)
  }

  /// Whether a level rule passes a place of a column, or ends beside it.
  private static func isLevel(_ marks: UnsafeMutableBufferPointer<UInt8>, _ x: Int, _ y: Int, _ width: Int) -> Bool {
    for row in max(0, y - 3)...min(marks.count / width - 1, y + 3) where marks[row * width + x] & 1 != 0 { return true }
    return false
  }

  /// Calls with each run of dark dots that is long enough; a gap of two dots does not end it.
  private static func runs(
    _ dots: UnsafeBufferPointer<UInt8>, from start: Int, step: Int, count: Int, _ threshold: UInt8, _ longest: Int,
    _ found: (Int, Int) -> Void
  ) {
    var first = -1
    var last = -1
    var place = start
    for index in 0..<count {
      if dots[place] < threshold {
        if first < 0 { first = index }
        last = index
      } else if first >= 0, index - last > 2 {
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
