/// Which head a column of figures stands under where only spaces lay a table out (以空格对齐的列).
///
/// A program that writes a page as text keeps what stands further right further right, and nothing else: columns shift
/// against each other from line to line. What remains true of a figure is that it ends right of the middle of its own head
/// and left of that of the next one, and that no two columns have one head. Where more than one way satisfies this, the
/// figures are doubtful.
enum SpacedColumns {
  /// A column of figures: where the figures in it end, from the leftmost end to the rightmost.
  struct Figures {
    let ends: ClosedRange<Int>
  }

  /// The heads each column may stand under, by their places among all heads; none where no way is left. `isTaken` tells
  /// heads that names stand under.
  ///
  /// Takes time in proportion to the columns times the heads.
  static func heads(
    of figures: [Figures], under heads: [(left: Int, right: Int)], isTaken: [Bool], column: Int
  ) -> [[Int]] {
    let fits = figures.map { one in
      heads.indices.map { head in
        !isTaken[head] && one.ends.lowerBound >= min(heads[head].left + column, middle(heads[head]))
          && (head + 1 == heads.count || one.ends.upperBound <= middle(heads[head + 1]))
      }
    }
    // Whether the first columns can stand under the first heads, and the last under the last.
    var before = [[Bool]](
      repeating: [Bool](repeating: true, count: heads.count + 1), count: figures.count + 1)
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

  private static func middle(_ head: (left: Int, right: Int)) -> Int { (head.left + head.right) / 2 }
}
