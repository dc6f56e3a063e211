extension String {
  /// The word that this mistyped one was probably meant to be: the only one that begins so, or else the nearest, in
  /// which a third of the letters at most is different. Nil when none is near.
  func nearest(among words: [String]) -> String? {
    let letters = telling
    let begun = words.filter { letters.count > 1 && $0.telling.starts(with: letters) }
    if begun.count == 1 { return begun[0] }
    let limit = Swift.min(Swift.max(1, (letters.count + 1) / 3), letters.count - 1)
    return words.map { (word: $0, distance: editDistance(letters, $0.telling)) }
      .filter { $0.distance <= limit }
      .min { $0.distance < $1.distance }?.word
  }

  /// The letters that tell it from other words: neither the dashes of an option nor capitals do.
  private var telling: [Character] { Array(lowercased().drop { $0 == "-" }) }
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word the other
/// (编辑距离). Grows with the product of the lengths.
private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  var before: [Int] = []
  var last = Array(0...other.count)
  for (row, letter) in one.enumerated() {
    var current = [row + 1]
    for (column, counterpart) in other.enumerated() {
      var least = min(current[column], last[column + 1]) + 1
      least = min(least, last[column] + (letter == counterpart ? 0 : 1))
      if row > 0, column > 0, letter == other[column - 1], one[row - 1] == counterpart {
        least = min(least, before[column - 1] + 1)
      }
      current.append(least)
    }
    (before, last) = (last, current)
  }
  return last[other.count]
}
