/// Equations that follow from several of those given and have fewer figures in them.
///
/// Narrowing looks at one equation at a time, and so loses what two of them say together of the figures they share:
/// where 合计 and 财政拨款 have the same parts but one, the difference of the two sums says so in four figures.
struct DerivedEquations {
  /// An equation: the weighted figures sum to zero. It holds where all the equations it comes from hold.
  struct Equation {
    /// By position, in order; no weight is zero.
    let terms: [Case.Term]
    /// The given equations it comes from, in order.
    let origins: [Int]
  }

  private(set) var equations: [Equation] = []

  /// Rounds of combining; each doubles how many given equations one derived can come from.
  private static let rounds = 2
  /// The most figures in an equation worth deriving: longer sums allow so much rounding that they exclude nothing.
  private static let mostTerms = 8
  /// The most equations derived; a disclosure of a large department derives some hundreds.
  private static let limit = 2000

  /// Derives from the given equations, whose weights are 1 or −1. The work is bounded.
  init(_ given: [[Case.Term]]) {
    let same = SameFigures(given)
    var known: Set<[Int]> = []
    var pool: [Equation] = []
    for (number, terms) in given.enumerated() where terms.count > 2 {
      guard let reduced = same.reduce(terms, number), known.insert(Self.key(reduced.terms)).inserted else { continue }
      pool.append(reduced)
      // One that two figures the same made shorter is itself derived.
      if reduced.terms.count < terms.count { equations.append(reduced) }
    }
    var equationsOf: [[(equation: Int, weight: Int64)]] = []
    var agreeing: [Int] = []
    var opposing: [Int] = []
    var indexed = 0
    var fresh = 0..<pool.count
    for _ in 0..<Self.rounds where !fresh.isEmpty {
      while indexed < pool.count {
        for term in pool[indexed].terms {
          if term.position >= equationsOf.count {
            equationsOf += Array(repeating: [], count: term.position + 1 - equationsOf.count)
          }
          equationsOf[term.position].append((indexed, term.weight))
        }
        indexed += 1
      }
      agreeing = Array(repeating: 0, count: indexed)
      opposing = agreeing
      for number in fresh {
        var touched: [Int] = []
        for term in pool[number].terms {
          for (other, weight) in equationsOf[term.position] {
            guard other < number else { break }
            if agreeing[other] + opposing[other] == 0 { touched.append(other) }
            if weight == term.weight { agreeing[other] += 1 } else { opposing[other] += 1 }
          }
        }
        for other in touched {
          let (same, opposite) = (agreeing[other], opposing[other])
          (agreeing[other], opposing[other]) = (0, 0)
          // Shared figures cancel only where they stand on the same side in all of them, or on opposite sides in all.
          let sizes = (pool[number].terms.count, pool[other].terms.count)
          let left = sizes.0 + sizes.1 - 2 * (same + opposite)
          guard same == 0 || opposite == 0, left > 0, left <= Self.mostTerms, left < max(sizes.0, sizes.1) else {
            continue
          }
          let terms = Self.merged(pool[number].terms, pool[other].terms, sign: same > 0 ? -1 : 1)
          guard known.insert(Self.key(terms)).inserted else { continue }
          guard equations.count < Self.limit else { return }
          let origins = Array(Set(pool[number].origins + pool[other].origins)).sorted()
          pool.append(Equation(terms: terms, origins: origins))
          equations.append(pool[pool.count - 1])
        }
      }
      fresh = indexed..<pool.count
    }
  }

  /// Two sorted lists of terms added, the second times a sign.
  private static func merged(_ first: [Case.Term], _ second: [Case.Term], sign: Int64) -> [Case.Term] {
    var terms: [Case.Term] = []
    terms.reserveCapacity(first.count + second.count)
    var left = 0
    var right = 0
    while left < first.count || right < second.count {
      if right == second.count || (left < first.count && first[left].position < second[right].position) {
        terms.append(first[left])
        left += 1
      } else if left == first.count || second[right].position < first[left].position {
        terms.append(Case.Term(position: second[right].position, weight: sign * second[right].weight))
        right += 1
      } else {
        let weight = first[left].weight + sign * second[right].weight
        if weight != 0 { terms.append(Case.Term(position: first[left].position, weight: weight)) }
        left += 1
        right += 1
      }
    }
    return terms
  }

  /// What tells equations apart, whichever way round they are written.
  private static func key(_ terms: [Case.Term]) -> [Int] {
    let sign = (terms.first?.weight ?? 1) < 0 ? -1 : 1
    return terms.map { ($0.position << 8) ^ (sign * Int($0.weight) & 0xFF) }
  }
}

/// Figures that equations of two make the same, and the equations that make them so.
struct SameFigures {
  /// For each figure the first one that must be equal to it, and the equations that say so.
  private var roots: [Int: (figure: Int, by: [Int])] = [:]

  init(_ given: [[Case.Term]]) {
    var links: [Int: [(figure: Int, by: Int)]] = [:]
    for (number, terms) in given.enumerated() where terms.count == 2 && terms[0].weight == -terms[1].weight {
      links[terms[0].position, default: []].append((terms[1].position, number))
      links[terms[1].position, default: []].append((terms[0].position, number))
    }
    for start in links.keys.sorted() where roots[start] == nil {
      roots[start] = (start, [])
      var queue = [start]
      var head = 0
      while head < queue.count {
        let figure = queue[head]
        head += 1
        let by = roots[figure]?.by ?? []
        for link in links[figure] ?? [] where roots[link.figure] == nil {
          roots[link.figure] = (start, by + [link.by])
          queue.append(link.figure)
        }
      }
    }
  }

  /// An equation between the first of the figures that are the same; nil when nothing, or a double weight, is left.
  func reduce(_ terms: [Case.Term], _ number: Int) -> DerivedEquations.Equation? {
    var origins = [number]
    let moved = terms.map { term in
      guard let root = roots[term.position] else { return term }
      for equation in root.by where !origins.contains(equation) { origins.append(equation) }
      return Case.Term(position: root.figure, weight: term.weight)
    }.sorted { $0.position < $1.position }
    var reduced: [Case.Term] = []
    for term in moved {
      if let last = reduced.last, last.position == term.position {
        reduced.removeLast()
        let weight = last.weight + term.weight
        if weight != 0 { reduced.append(Case.Term(position: term.position, weight: weight)) }
      } else {
        reduced.append(term)
      }
    }
    guard !reduced.isEmpty, reduced.allSatisfy({ abs($0.weight) == 1 }) else { return nil }
    return DerivedEquations.Equation(terms: reduced, origins: origins.sorted())
  }
}
