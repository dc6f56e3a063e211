/// A level or upright line on a page (直线), as ruling lines are: drawn as a line, or as an area hardly wider than one.
///
/// In thousandths of a point from the upper left corner of the page.
package struct OFDLine: Sendable, Equatable {
  package let left: Int
  package let top: Int
  package let right: Int
  package let bottom: Int

  /// Whether it runs across the page, and not down it.
  package var isLevel: Bool { right - left >= bottom - top }

  /// What is wider than this is an area, and what is shorter than this is a dot.
  private static let (widest, shortest) = (3000, 5000)

  private init?(_ points: [(x: Int, y: Int)]) {
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).min(),
      let bottom = points.map(\.y).max(), min(right - left, bottom - top) <= Self.widest,
      max(right - left, bottom - top) >= Self.shortest
    else { return nil }
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// The lines of a path (AbbreviatedData): each straight stretch of one that is drawn, and each area of one that is filled.
  ///
  /// `point` gives the place on the page of a point of the path; nil for one that is on no paper, which ends the path.
  static func lines(
    _ path: String, isStroked: Bool, isFilled: Bool, most: Int, point: (Double, Double) -> (x: Int, y: Int)?
  ) -> [OFDLine] {
    var lines: [OFDLine] = []
    /// The points since the path was begun anew, and whether straight lines alone join them.
    var outline: [(x: Int, y: Int)] = []
    var isStraight = true
    func end() {
      if isFilled, !isStroked, isStraight, let line = OFDLine(outline) { lines.append(line) }
      (outline, isStraight) = ([], true)
    }
    func go(to next: (x: Int, y: Int), straight: Bool) {
      if straight, isStroked, let last = outline.last, let line = OFDLine([last, next]) { lines.append(line) }
      isStraight = isStraight && straight
      outline.append(next)
    }
    var words = path.split(whereSeparator: \.isWhitespace)[...]
    /// The last point of so many numbers.
    func place(of count: Int) -> (x: Int, y: Int)? {
      let numbers = words.prefix(count).compactMap { Double($0) }
      guard numbers.count == count else { return nil }
      words = words.dropFirst(count)
      return point(numbers[count - 2], numbers[count - 1])
    }
    while lines.count < most, let word = words.popFirst() {
      switch word {
      case "S", "M":
        end()
        guard let place = place(of: 2) else { return lines }
        outline = [place]
      case "L":
        guard let place = place(of: 2) else { return lines }
        go(to: place, straight: true)
      case "Q", "B", "A":
        guard let place = place(of: word == "Q" ? 4 : word == "B" ? 6 : 7) else { return lines }
        go(to: place, straight: false)
      case "C": if let first = outline.first { go(to: first, straight: true) }
      default: return lines
      }
    }
    end()
    return lines
  }
}
