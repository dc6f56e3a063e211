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
    let ownStart = numbering.start(ofLevel: index, inList: list)
    if let ownStart, begun.insert(Use(list: list, level: index)).inserted {
      numbers[index] = ownStart
    } else {
      numbers[index] = numbers[index].map { $0 + 1 } ?? ownStart ?? level.start
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
        let other = numbering.level(digit - 1, ofList: list)
        let format = level.isLegal ? .decimal : other?.format ?? .decimal
        text += format.spelling(numbers[digit - 1] ?? other?.start ?? 1)
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
