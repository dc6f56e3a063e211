import Accounts
import Formats
import Tables

/// What the columns and rows of a table of the three public expenses (“三公”经费) mean: what is spent on, and whether it is
/// the budget or what was spent.
///
/// Some places print twelve columns, others pairs of columns, two rows, or a list: what a figure means is what the heads above
/// it and the words before it say together.
struct ThreePublicPlan {
  enum Side { case budget, actual }

  /// What words say of a figure; nil where they say nothing of it.
  struct Meaning {
    var item: Int?
    var side: Side?
    /// Whether they say something that has no address.
    var isOther = false
    /// Whether they say something that is not known.
    var isUnknown = false
  }

  /// The columns that name rows.
  let labels: [Int]
  /// What the heads of each column say.
  let columns: [Meaning]
  private let vocabulary: TableVocabulary.ThreePublic
  /// Whether the table is about other expenses too, so that its whole is not that of the three.
  private let hasMore: Bool
  /// Whether it says anywhere which side a figure is.
  private let hasSides: Bool
  /// Whether its letters were recognised, and may be others.
  private let isRecognised: Bool

  init?(_ paths: [[String]], _ body: ArraySlice<GridRow>, _ words: TableVocabulary) {
    let three = words.threePublic
    vocabulary = three
    labels = paths.indices.filter { slot in
      paths[slot].last.map { words.labelHeads.contains($0) || words.lineNumberHeads.contains($0) } ?? false
    }
    let rowLabels = body.compactMap { row in row.filled.first.map { Self.plain($0.text) } }
    let all = Set(texts: paths.joined() + rowLabels)
    hasMore = !all.isDisjoint(with: three.otherExpenses)
    hasSides = all.contains { three.budget.contains($0) || three.actual.contains($0) }
    isRecognised = body.contains { $0.frame?.isRecognised == true }
    let (more, isLabel, isRecognised) = (hasMore, Set(labels), isRecognised)
    columns = paths.indices.map { slot in
      isLabel.contains(slot)
        ? Meaning() : Self.meaning(of: paths[slot], three, hasMore: more, isRecognised: isRecognised)
    }
    // One item does not stand below another, but for the two of the cars: such a head was moved.
    guard !paths.contains(where: { Self.isContradictory($0, three) }) else { return nil }
    let known = columns.contains { $0.item != nil || $0.side != nil }
    guard known || rowLabels.contains(where: { three.items[$0] != nil }) else { return nil }
  }

  /// What the words before a row's figures say.
  func meaning(ofRow label: String) -> Meaning {
    label.isEmpty
      ? Meaning() : Self.meaning(of: [Self.plain(label)], vocabulary, hasMore: hasMore, isRecognised: isRecognised)
  }

  /// The column of the national form for a figure, by what its column and its row say; nil where they do not tell, or
  /// contradict each other.
  func column(_ column: Meaning, _ row: Meaning) -> Int? {
    guard !column.isOther, !row.isOther, !column.isUnknown, !row.isUnknown, column.item == nil || row.item == nil,
      column.side == nil || row.side == nil,
      let item = column.item ?? row.item
    else { return nil }
    // A table that speaks of one side alone is one of final accounts.
    guard let side = column.side ?? row.side ?? (hasSides ? nil : .actual) else { return nil }
    return side == .budget ? item : item + 6
  }

  private static func isContradictory(_ path: [String], _ words: TableVocabulary.ThreePublic) -> Bool {
    let items = path.compactMap { words.totals.contains($0) ? 0 : words.items[$0] }
    return zip(items, items.dropFirst()).contains { above, below in
      above != 1 && !(above == 3 && [0, 4, 5].contains(below))
    }
  }

  /// A label without its number and 其中：.
  private static func plain(_ label: String) -> String {
    let words = comparableWords(withoutNumbering(label))
    return words.begins(with: "其中:") ? comparableWords(withoutNumbering(String(words.dropFirst(3)))) : words
  }

  private static func meaning(
    of path: [String], _ words: TableVocabulary.ThreePublic, hasMore: Bool, isRecognised: Bool
  ) -> Meaning {
    var meaning = Meaning()
    var rest: [String] = []
    for word in path {
      if words.otherExpenses.contains(word) || words.otherSides.contains(word) {
        meaning.isOther = true
      } else if words.budget.contains(word) {
        meaning.side = .budget
      } else if words.actual.contains(word) {
        meaning.side = .actual
      } else {
        rest.append(word)
      }
    }
    guard let last = rest.last else { return meaning }
    if words.totals.contains(last) {
      let above = rest.dropLast().last
      if let above {
        meaning.item = words.whole.contains { above.holds($0.text) } ? words.items["合计"] : words.items[above]
      } else if !hasMore {
        meaning.item = words.items[last] ?? words.items["合计"]
      }
    } else {
      // A head over several lines may come in pieces.
      meaning.item = words.items[last] ?? words.items[rest.suffix(2).joined()] ?? words.items[rest.suffix(3).joined()]
    }
    if meaning.item == nil, !words.whole.contains(where: { last.holds($0.text) }) {
      // Below a head that was recognised otherwise a total may be one of the three.
      if words.totals.contains(last), !isRecognised { meaning.isOther = true } else { meaning.isUnknown = true }
    }
    return meaning
  }
}
