/// Asks whether exact amounts exist that print as every figure of a disclosure at once.
///
/// Each equation narrows what its figures can stand for; this is repeated until nothing changes or a figure can stand
/// for nothing at all. Equations that follow from several (``DerivedEquations``) take part, since one at a time they
/// say less than together. Then a smallest set of figures that cannot all be right is sought by leaving out one after the
/// other. The work is bounded; ``isComplete`` says whether the bound was hit.
struct JointCheck {
  /// Figures that cannot all be right: no one of them can be left out.
  struct Conflict {
    /// Positions in the index, in order.
    let figures: [Int]
    /// The cases that bind them together.
    let cases: [Int]
  }

  /// What every figure can stand for once all equations are taken together.
  private(set) var low: [Int64]
  private(set) var high: [Int64]
  private(set) var conflicts: [Conflict] = []
  private(set) var isComplete = true

  /// The equations given, in order, and then those derived from them.
  private let constraints: [[Case.Term]]
  /// For every constraint the given equations it stands for, by their places among those given.
  private let origins: [[Int]]
  private let constraintsOf: [[Int]]
  private let startLow: [Int64]
  private let startHigh: [Int64]

  /// The most conflicts sought in one disclosure; the figures of the first are the ones to mend.
  private static let conflictLimit = 10
  /// Narrowings allowed for each equation; real disclosures need a handful.
  private static let workPerConstraint = 64

  /// Checks the equalities jointly; those already known to be violated must not be among them.
  ///
  /// The figures of cases that differ by a last place (尾差) may each be one off, so that what is said of them is not said
  /// again.
  init(_ index: FigureIndex, equalities: [Case], lastPlaces: [Case] = []) {
    var startLow = index.entries.map(\.low)
    var startHigh = index.entries.map(\.high)
    for position in Set(lastPlaces.flatMap { $0.left + $0.right }.map(\.position)) {
      startLow[position] &-= index.entries[position].step
      startHigh[position] &+= index.entries[position].step
    }
    (self.startLow, self.startHigh) = (startLow, startHigh)
    (low, high) = (startLow, startHigh)
    var constraints: [[Case.Term]] = []
    var origins: [[Int]] = []
    for (number, equality) in equalities.enumerated() {
      let terms =
        (equality.left + equality.right.map { Case.Term(position: $0.position, weight: -$0.weight) })
        .filter { index.entries[$0.position].isNumber }
      guard !terms.isEmpty else { continue }
      constraints.append(terms)
      origins.append([number])
    }
    for derived in DerivedEquations(constraints).equations {
      origins.append(derived.origins.map { origins[$0][0] })
      constraints.append(derived.terms)
    }
    var constraintsOf = Array(repeating: [Int](), count: index.entries.count)
    for (number, terms) in constraints.enumerated() {
      for term in terms { constraintsOf[term.position].append(number) }
    }
    self.constraints = constraints
    self.origins = origins
    self.constraintsOf = constraintsOf
    var allowed = Array(repeating: true, count: constraints.count)
    while conflicts.count < Self.conflictLimit {
      var run = Propagation(low: startLow, high: startHigh)
      guard let failed = propagate(&run, constraints: allowed) else {
        (low, high) = (run.low, run.high)
        isComplete = isComplete && run.isComplete
        return
      }
      let conflict = smallestConflict(failed, run)
      conflicts.append(conflict)
      // The rest is searched without the equations just found to clash, so that other contradictions show too.
      let clashing = Set(conflict.cases)
      for constraint in constraints.indices where !clashing.isDisjoint(with: origins[constraint]) {
        allowed[constraint] = false
      }
    }
    isComplete = false
  }

  /// The state of narrowing: bounds, and which equation last moved each of them.
  private struct Propagation {
    var low: [Int64]
    var high: [Int64]
    var reasons: [[Int]]
    var isComplete = true

    init(low: [Int64], high: [Int64]) {
      self.low = low
      self.high = high
      reasons = Array(repeating: [], count: low.count)
    }
  }

  /// Narrows until nothing changes; the equation at which a figure was left with nothing, if one was.
  private func propagate(_ run: inout Propagation, constraints allowed: [Bool]) -> Int? {
    var queue = allowed.indices.filter { allowed[$0] }
    var isQueued = allowed
    var work = queue.count * Self.workPerConstraint
    var head = 0
    while head < queue.count {
      guard work > 0 else {
        run.isComplete = false
        return nil
      }
      work -= 1
      let constraint = queue[head]
      head += 1
      isQueued[constraint] = false
      let terms = constraints[constraint]
      var sumLow: Int128 = 0
      var sumHigh: Int128 = 0
      for term in terms {
        sumLow += Int128(term.weight) * Int128(term.weight > 0 ? run.low[term.position] : run.high[term.position])
        sumHigh += Int128(term.weight) * Int128(term.weight > 0 ? run.high[term.position] : run.low[term.position])
      }
      if sumLow > 0 || sumHigh < 0 { return constraint }
      for term in terms {
        let weight = Int128(term.weight)
        let ownLow = weight * Int128(weight > 0 ? run.low[term.position] : run.high[term.position])
        let ownHigh = weight * Int128(weight > 0 ? run.high[term.position] : run.low[term.position])
        // weight · x = −(the rest), and all weights are 1 or −1.
        let restLow = sumLow - ownLow
        let restHigh = sumHigh - ownHigh
        let (newLow, newHigh) = weight > 0 ? (-restHigh, -restLow) : (restLow, restHigh)
        var changed = false
        if newLow > Int128(run.low[term.position]) {
          run.low[term.position] = Int64(clamping: newLow)
          changed = true
        }
        if newHigh < Int128(run.high[term.position]) {
          run.high[term.position] = Int64(clamping: newHigh)
          changed = true
        }
        guard changed else { continue }
        if !run.reasons[term.position].contains(constraint) { run.reasons[term.position].append(constraint) }
        if run.low[term.position] > run.high[term.position] { return constraint }
        let updatedLow = weight * Int128(weight > 0 ? run.low[term.position] : run.high[term.position])
        let updatedHigh = weight * Int128(weight > 0 ? run.high[term.position] : run.low[term.position])
        sumLow += updatedLow - ownLow
        sumHigh += updatedHigh - ownHigh
        for other in constraintsOf[term.position] where allowed[other] && !isQueued[other] && other != constraint {
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
    return nil
  }

  /// Shrinks the equations that led to a failure, then the figures in them, until none can be left out.
  private func smallestConflict(_ failed: Int, _ run: Propagation) -> Conflict {
    // Only equations that narrowed a bound before the failure can have caused it.
    var involved: Set<Int> = [failed]
    var open = [failed]
    while let constraint = open.popLast() {
      for term in constraints[constraint] {
        for reason in run.reasons[term.position] where involved.insert(reason).inserted { open.append(reason) }
      }
    }
    var kept = involved.sorted()
    func fails(_ subset: [Int], free: Set<Int>) -> Bool {
      var allowed = Array(repeating: false, count: constraints.count)
      for constraint in subset { allowed[constraint] = true }
      var trial = Propagation(low: startLow, high: startHigh)
      for figure in free {
        // Half of the range, so that sums of a few free figures stay far from the ends of 128 bits.
        trial.low[figure] = .min / 2
        trial.high[figure] = .max / 2
      }
      return propagate(&trial, constraints: allowed) != nil
    }
    for constraint in kept {
      let without = kept.filter { $0 != constraint }
      if fails(without, free: []) { kept = without }
    }
    let figures = Set(kept.flatMap { constraints[$0].map(\.position) }).sorted()
    var free: Set<Int> = []
    for figure in figures where fails(kept, free: free.union([figure])) { free.insert(figure) }
    return Conflict(
      figures: figures.filter { !free.contains($0) }, cases: Set(kept.flatMap { origins[$0] }).sorted())
  }
}
