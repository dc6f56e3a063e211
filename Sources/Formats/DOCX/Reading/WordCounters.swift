/// The numbers that the lists of a story have come to.
struct WordCounters {
  /// An automatic number, and what stands between it and the text.
  struct Label {
    var text: String
    var gap: String
  }

  private struct Use: Hashable {
    var list: Int
    var level: Int
  }

  /// The numbers of the levels, nil for those not begun, by definition.
  private var counts: [Int: [Int?]] = [:]
  private var begun: Set<Use> = []

  /// Counts one more paragraph on a level of a list, and gives its label; nil when it has none to be printed.
  mutating func next(level index: Int, ofList list: Int, in numbering: WordNumbering) -> Label? {
    guard let definition = numbering.definition(ofList: list), let level = numbering.level(index, ofList: list) else {
      return nil
    }
    var numbers = counts[definition] ?? Array(repeating: nil, count: WordNumbering.levelCount)
    let start = numbering.start(ofLevel: index, inList: list)
    let isOwn = numbering.ownStart(ofLevel: index, inList: list) != nil
    if isOwn, begun.insert(Use(list: list, level: index)).inserted {
      numbers[index] = start
    } else {
      numbers[index] = numbers[index].map { $0 + 1 } ?? start
    }
    // A level that was passed over has begun with the first one below it, and goes on from there.
    for above in 0..<index where numbers[above] == nil {
      numbers[above] = numbering.start(ofLevel: above, inList: list)
    }
    for below in (index + 1)..<max(index + 1, WordNumbering.levelCount) {
      let after = numbering.level(below, ofList: list)?.restartsAfter
      if after.map({ index < $0 }) ?? true { numbers[below] = nil }
    }
    counts[definition] = numbers
    return label(of: level, numbers: numbers, list: list, in: numbering)
  }

  private func label(
    of level: WordNumbering.Level, numbers: [Int?], list: Int, in numbering: WordNumbering
  ) -> Label? {
    guard level.format != .bullet, !level.text.isEmpty else { return nil }
    var text = ""
    var isReference = false
    for scalar in level.text.unicodeScalars {
      if isReference, let digit = Int(String(scalar)), 1...WordNumbering.levelCount ~= digit {
        isReference = false
        let format = level.isLegal ? nil : numbering.level(digit - 1, ofList: list)?.format
        text += (format ?? .decimal).spelling(numbers[digit - 1] ?? numbering.start(ofLevel: digit - 1, inList: list))
        continue
      }
      if isReference { text += "%" }
      isReference = scalar == "%"
      if !isReference { text.unicodeScalars.append(scalar) }
    }
    if isReference { text += "%" }
    guard let last = text.unicodeScalars.last else { return nil }
    // A tab only aligns; but 1 and 2024年 must not become 12024年.
    let gap =
      switch level.following {
      case .nothing: ""
      case .space: " "
      case .tab: last.properties.numericType != nil || last.properties.isAlphabetic || last == "." ? " " : ""
      }
    return Label(text: text, gap: gap)
  }
}
