/// What is printed on every page and belongs to none (页眉、页脚和页码).
enum PageFurniture {
  /// The lines of pages without running heads, running feet and page numbers; a running head is left where it stands
  /// first, since a title that is printed again on every page of its table looks the same.
  static func removed(from pages: [[PageLine]]) -> [[PageLine]] {
    var pages = pages
    // A page may have a head and a number on one side.
    for _ in 0..<2 {
      for isTop in [true, false] {
        remove(pageNumbers(of: pages, isTop: isTop), from: &pages, isTop: isTop)
        remove(repeated(on: pages, isTop: isTop), from: &pages, isTop: isTop)
      }
    }
    return pages
  }

  private static func remove(_ indices: Set<Int>, from pages: inout [[PageLine]], isTop: Bool) {
    for index in indices {
      if isTop { pages[index].removeFirst() } else { pages[index].removeLast() }
    }
  }

  private static func edge(_ lines: [PageLine], isTop: Bool) -> PageLine? { isTop ? lines.first : lines.last }

  /// The pages whose first or last line is a page number: it counts with the pages, or stands between dashes or words.
  private static func pageNumbers(of pages: [[PageLine]], isTop: Bool) -> Set<Int> {
    var found: [(index: Int, shift: Int, isMarked: Bool)] = []
    for (index, lines) in pages.enumerated() {
      guard let line = edge(lines, isTop: isTop), let number = pageNumber(line) else { continue }
      found.append((index, number.value - line.page, number.isMarked))
    }
    var counts: [Int: Int] = [:]
    for one in found { counts[one.shift, default: 0] += 1 }
    return Set(
      found.filter { one in counts[one.shift, default: 0] > 1 || one.isMarked || one.shift == 0 && pages.count < 4 }
        .map(\.index))
  }

  /// The number of a line that may be a page number, and whether something around it says that it is one.
  private static func pageNumber(_ line: PageLine) -> (value: Int, isMarked: Bool)? {
    var numbers: [Int] = []
    var isMarked = false
    var isInside = false
    for scalar in line.pieces.lazy.flatMap(\.text.unicodeScalars) {
      switch scalar.value {
      case 0x30...0x39:
        if !isInside { numbers.append(0) }
        isInside = true
        numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + Int(scalar.value - 0x30), 1 << 20)
      case 0x20, 0x3000: isInside = false
      // Dashes and dots, and the words 第, 页 and 共.
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x2F, 0x2500, 0xB7, 0x7E, 0xFF5E, 0x7B2C, 0x9875, 0x5171, 0x2C,
        0xFF0C:
        (isInside, isMarked) = (false, true)
      default: return nil
      }
    }
    // Behind the number of the page may stand how many there are.
    guard let value = numbers.first, value < 10_000, numbers.count <= (isMarked ? 2 : 1) else { return nil }
    return (value, isMarked)
  }

  /// The pages whose first or last line stands on at least three of them at one height with the same words, but the first.
  private static func repeated(on pages: [[PageLine]], isTop: Bool) -> Set<Int> {
    var places: [String: [(index: Int, middle: Int)]] = [:]
    for (index, lines) in pages.enumerated() {
      guard let line = edge(lines, isTop: isTop), !line.pieces.contains(where: \.isFigure) else { continue }
      places[line.text, default: []].append((index, line.middle))
    }
    var found: Set<Int> = []
    for same in places.values where same.count >= 3 {
      for place in same.dropFirst() {
        let alike = same.filter { abs($0.middle - place.middle) < 3000 }.map { pages[$0.index] }
        if alike.count >= 3, isApart(pages[place.index], alike, of: pages.count, isTop: isTop) {
          found.insert(place.index)
        }
      }
    }
    return found
  }

  /// Whether the first or last line of pages belongs to nothing on them: it stands away from the rest, or beside other
  /// words on each of most pages; the head of a table that goes on stands above the same words.
  private static func isApart(_ page: [PageLine], _ pages: [[PageLine]], of count: Int, isTop: Bool) -> Bool {
    func next(_ lines: [PageLine]) -> PageLine? { lines.count < 2 ? nil : isTop ? lines[1] : lines[lines.count - 2] }
    guard let line = edge(page, isTop: isTop), let beside = next(page) else { return true }
    if abs(line.middle - beside.middle) > max(line.em, beside.em) * 2 { return true }
    return pages.count * 2 >= count && pages.count { next($0)?.text == beside.text } * 2 <= pages.count
  }
}
