import Tables

/// A figure whose correction would satisfy the relations it breaks (疑点).
struct Suspect {
  /// Its position in the net.
  let position: Int
  /// What may be printed instead, as counts of its last place: more than one where rounding leaves it open and none of them is
  /// more like what is printed than all others.
  let range: ClosedRange<Int64>
  /// One of them, the one in the middle of the likeliest.
  let count: Int64
  /// What follows from the other figures taken as they are printed, where all its relations say the same; nil where they do not.
  let computed: Int64?
  let likeness: Likeness
  /// The violated relations that it satisfies.
  let mended: Int
  /// The relations that it would break.
  let broken: Int

  var gain: Int { mended - broken }

  /// Whether what should be printed is known, and not only about how much.
  var isDetermined: Bool { range.lowerBound == range.upperBound }

  /// Whether it is to be looked at before another: by what it explains, then by how little was mistyped.
  static func precedes(_ left: Suspect, _ right: Suspect) -> Bool {
    (right.gain, left.likeness.rank, left.position) < (left.gain, right.likeness.rank, right.position)
  }
}

/// Finds the figures whose correction satisfies violated relations.
struct SuspectSearch {
  let net: RelationNet
  /// The positions whose printed figure says the same as one beside it.
  let neighbours: Set<Int>
  private(set) var steps = 0

  /// Looks at most at so many figures: a document with hundreds of faults is answered as soon as one with few.
  private static let mostSteps = 60_000
  /// How many figures are sought that only together are wrong.
  private static let mostTogether = 3
  /// How many of the likeliest figures are followed further.
  private static let breadth = 4
  /// The most values that rounding may leave open and are looked at one by one.
  private static let mostValues: Int64 = 400

  init(_ net: RelationNet, neighbours: Set<Int>) {
    self.net = net
    self.neighbours = neighbours
  }

  var isSpent: Bool { steps > Self.mostSteps }

  /// The figures whose correction satisfies all these violated relations with as few as can be; empty where none was found.
  mutating func together(_ violated: [Int], _ values: [RelationNet.Value?]) -> [Suspect] {
    for most in 1...Self.mostTogether {
      if let found = fewest(violated, values, most: most, apart: []) { return found }
    }
    return []
  }

  /// The figures that each satisfy violated relations without breaking another, the one that explains most first, until none is
  /// left that explains two.
  mutating func oneByOne(_ violated: [Int], _ values: [RelationNet.Value?]) -> [Suspect] {
    var (violated, values) = (violated, values)
    var found: [Suspect] = []
    var corrected: Set<Int> = []
    var suspects: [Int: Suspect] = [:]
    // What a correction does not touch stays as likely as it was.
    var touched = violated
    while !violated.isEmpty, !isSpent {
      let open = Set(touched.flatMap { net.links[$0].terms.map(\.position) }).subtracting(corrected)
      for position in open.sorted() {
        suspects[position] = suspect(at: position, values)
      }
      let next = suspects.values.filter { $0.mended >= 2 && $0.broken == 0 }.min(by: Suspect.precedes)
      guard let next else { break }
      found.append(next)
      corrected.insert(next.position)
      suspects[next.position] = nil
      touched = net.linksOf[next.position]
      violated = correct(next, violated, &values)
    }
    return found
  }

  private mutating func fewest(
    _ violated: [Int], _ values: [RelationNet.Value?], most: Int, apart: Set<Int>
  ) -> [Suspect]? {
    guard !isSpent, mayHold(violated, correcting: most) else { return nil }
    let all = candidates(violated, values, apart: apart)
    if most == 1 {
      return all.first { $0.mended == violated.count && $0.broken == 0 }.map { [$0] }
    }
    var best: (suspects: [Suspect], rank: Int)?
    for next in all.prefix(Self.breadth * most) where next.gain > 0 {
      var trial = values
      let left = correct(next, violated, &trial)
      guard !left.isEmpty, let rest = fewest(left, trial, most: most - 1, apart: apart.union([next.position])) else {
        continue
      }
      let suspects = [next] + rest
      let rank = suspects.reduce(0) { $0 + $1.likeness.rank }
      if best.map({ rank < $0.rank }) ?? true { best = (suspects, rank) }
    }
    return best?.suspects
  }

  /// Whether so many figures can stand in all these relations; where they cannot, nothing is sought.
  private func mayHold(_ violated: [Int], correcting most: Int) -> Bool {
    var counts: [Int: Int] = [:]
    for link in violated { for term in net.links[link].terms { counts[term.position, default: 0] += 1 } }
    return counts.values.sorted(by: >).prefix(most).reduce(0, +) >= violated.count
  }

  /// Puts a correction in; the relations that are violated then.
  func correct(_ suspect: Suspect, _ violated: [Int], _ values: inout [RelationNet.Value?]) -> [Int] {
    values[suspect.position] = net.value(suspect.count, at: suspect.position)
    let own = Set(net.linksOf[suspect.position])
    return (violated.filter { !own.contains($0) } + own.filter { net.holds(net.links[$0], values) == false }).sorted()
  }

  /// The figures of violated relations whose correction would satisfy more of them than it breaks, the likeliest first.
  mutating func candidates(_ violated: [Int], _ values: [RelationNet.Value?], apart: Set<Int>) -> [Suspect] {
    var seen = apart
    var found: [Suspect] = []
    for link in violated {
      for term in net.links[link].terms where seen.insert(term.position).inserted {
        guard !isSpent else { break }
        if let suspect = suspect(at: term.position, values) { found.append(suspect) }
      }
    }
    return found.sorted(by: Suspect.precedes)
  }

  /// What a position would have to print to satisfy as many of its relations as can be.
  private mutating func suspect(at position: Int, _ values: [RelationNet.Value?]) -> Suspect? {
    guard let own = values[position] else { return nil }
    var wanted: [(range: ClosedRange<Int64>, held: Bool)] = []
    for number in net.linksOf[position] {
      steps += 1
      guard let held = net.holds(net.links[number], values),
        let range = net.range(of: position, in: net.links[number], values)
      else { continue }
      wanted.append((range, held))
    }
    func gain(at count: Int64) -> (mended: Int, broken: Int) {
      var (mended, broken) = (0, 0)
      for one in wanted where one.range.contains(count) != one.held {
        if one.held { broken += 1 } else { mended += 1 }
      }
      return (mended, broken)
    }
    // What satisfies most begins where the range of one of them begins.
    var best: (count: Int64, mended: Int, broken: Int)?
    for start in Set(
      wanted.lazy.filter { !$0.held && $0.range != RelationNet.none }.flatMap { one in
        [one.range.lowerBound] + wanted.lazy.map(\.range.lowerBound).filter { one.range.contains($0) }
      }
    ).sorted() {
      let (mended, broken) = gain(at: start)
      if best.map({ mended - broken > $0.mended - $0.broken }) ?? true { best = (start, mended, broken) }
    }
    guard let best, best.mended > best.broken else { return nil }
    var range = Int64.min...Int64.max
    for one in wanted where one.range.contains(best.count) { range = range.clamped(to: one.range) }
    guard range.lowerBound > .min / 4, range.upperBound < .max / 4,
      range.upperBound - range.lowerBound <= Self.mostValues
    else { return nil }
    let twins = Set(net.linksOf[position].compactMap { net.counterpart(of: position, in: net.links[$0], values) })
      .filter(range.contains)
    if twins.count == 1, let twin = twins.first { range = twin...twin }
    let isBlank = own.step == 0
    let printed = isBlank ? 0 : own.center / own.step
    guard isBlank || net.members[position].step == own.step else { return nil }
    let isNeighbours = neighbours.contains(position)
    func likeness(_ count: Int64) -> Likeness {
      Likeness(printed: printed, meant: count, isBlank: isBlank, isNeighbours: isNeighbours)
    }
    let least = range.lazy.map { likeness($0).rank }.min()
    let likeliest = range.filter { likeness($0).rank == least }
    // Rounding leaves as much open on either side of what the other figures come to.
    var middles: Set<Int64> = []
    for one in wanted where one.range.contains(best.count) {
      let (low, high) = (one.range.lowerBound, one.range.upperBound)
      if low > .min / 4, high < .max / 4 { middles.insert(low + high) }
    }
    let twice = middles.count == 1 ? middles.first : nil
    let computed = twice.flatMap { $0 % 2 == 0 && range.contains($0 / 2) ? $0 / 2 : nil }
    let count = computed.flatMap { likeliest.contains($0) ? $0 : nil } ?? likeliest[likeliest.count / 2]
    guard isBlank ? count != 0 : count != printed else { return nil }
    // That it was copied from beside, or not printed, tells nothing of its digits.
    if likeliest.count == 1, likeness(count) < .neighbour { range = count...count }
    return Suspect(
      position: position, range: range, count: count, computed: computed, likeness: likeness(count),
      mended: best.mended, broken: best.broken)
  }
}
