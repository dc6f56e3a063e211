/// Which head a column of figures stands under where only spaces lay a table out (以空格对齐的列).
///
/// A program that writes a page as text keeps what stands further right further right, and little else: columns shift
/// against each other from line to line, and what stands close together is drawn closer. What remains true of a figure is
/// that it begins right of the head before its own, ends right of the middle of its own and left of that of the next one,
/// and that no two columns have one head. Where more than one way satisfies this, the figures are doubtful.
struct SpacedColumns {
  /// A head over a column.
  struct Head {
    let left: Int
    let right: Int
    /// Whether names stand under it.
    var hasNames = false
    /// Whether names stand under it, or the numbers of rows, so that no figures do.
    var isTaken = false
    /// Whether a single space stands before it, so that it may stand further right in truth.
    var isDrawnLeft = false

    var middle: Int { (left + right) / 2 }
  }

  /// A column of figures.
  struct Figures {
    /// Where the widest figure begins.
    let left: Int
    /// Where the figures end, from the leftmost end to the rightmost, of those that no single space stands before; nil where
    /// one stands before each.
    let ends: ClosedRange<Int>?
    /// The lines on which they stand.
    let lines: Set<Int>
  }

  let heads: [Head]
  let figures: [Figures]
  /// How wide a column of letters is.
  let letter: Int

  /// The heads each column of figures may stand under, by their places among all heads; none where no way is left.
  ///
  /// Takes time in proportion to the columns times the heads.
  func headsOfFigures() -> [[Int]] {
    let found = feasible()
    let inOrder = inOrder()
    guard !inOrder.isEmpty else { return found }
    // What a whole row says holds unless the places say something else.
    return zip(found, inOrder).map { $0.count == 1 && $0 != [$1] ? [] : [$1] }
  }

  /// The heads in their order, where a row has a figure under each of them; none where none has.
  private func inOrder() -> [Int] {
    guard let names = heads.firstIndex(where: \.hasNames), let first = figures.first else { return [] }
    let free = heads.indices.filter { $0 > names && !heads[$0].isTaken }
    guard free.count == figures.count, first.left > heads[names].middle else { return [] }
    let whole = figures.dropFirst().reduce(first.lines) { $0.intersection($1.lines) }
    return whole.isEmpty ? [] : free
  }

  private func feasible() -> [[Int]] {
    let fits = figures.map { one in heads.indices.map { mayStand(one, under: $0) } }
    // Whether the first columns can stand under the first heads, and the last under the last.
    let all = [Bool](repeating: true, count: heads.count + 1)
    var before = [[Bool]](repeating: all, count: figures.count + 1)
    var behind = before
    for one in figures.indices {
      before[one + 1][0] = false
      for head in heads.indices {
        before[one + 1][head + 1] = before[one + 1][head] || fits[one][head] && before[one][head]
      }
    }
    for one in figures.indices.reversed() {
      behind[one][heads.count] = false
      for head in heads.indices.reversed() {
        behind[one][head] = behind[one][head + 1] || fits[one][head] && behind[one + 1][head + 1]
      }
    }
    return figures.indices.map { one in
      heads.indices.filter { fits[one][$0] && before[one][$0] && behind[one + 1][$0 + 1] }
    }
  }

  private func mayStand(_ one: Figures, under index: Int) -> Bool {
    let head = heads[index]
    guard !head.isTaken, let ends = one.ends, ends.lowerBound >= min(head.left + letter, head.middle) else {
      return false
    }
    if let before = heads[..<index].last(where: { !$0.isTaken }), one.left < before.right - letter * 2 { return false }
    guard let next = heads[(index + 1)...].first(where: { !$0.isTaken }), !next.isDrawnLeft else { return true }
    return ends.upperBound <= next.middle
  }
}
