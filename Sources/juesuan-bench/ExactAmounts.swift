import Accounts
import Checks
import RandomDisclosures
import Tables

/// Exact amounts that print as every figure of a disclosure and satisfy its equations: the proof that the disclosure,
/// altered or not, contradicts itself nowhere.
struct ExactAmounts {
  /// In fen or things.
  let amounts: [FigureAddress: Int64]

  /// Searches for amounts: first a point that nearly satisfies all equations, then figure by figure whole fen next to
  /// it, going back where that fails. Nil when none was found in bounded work, which proves nothing.
  init?(for tables: TableSet, checker: Checker) {
    var positions: [FigureAddress: Int] = [:]
    var low: [Int64] = []
    var high: [Int64] = []
    for figure in tables.tables.flatMap(\.figures) where positions[figure.address] == nil {
      positions[figure.address] = low.count
      let interval = figure.figure.interval ?? 0...0
      low.append(interval.lowerBound)
      high.append(interval.upperBound)
    }
    let equations = checker.examination(of: tables).relations.compactMap { relation -> [Search.Term]? in
      guard relation.isEquality else { return nil }
      switch relation.outcome {
      case .equal, .withinRounding: break
      default: return nil
      }
      return relation.terms.compactMap { term in
        positions[term.address].map { Search.Term(position: $0, weight: term.weight) }
      }
    }
    guard let found = Search(equations: equations, figures: low.count).solution(low, high) else { return nil }
    amounts = positions.mapValues { found[$0] }
  }

  /// Whether the amounts print as the figures, and printed to the fen satisfy every identity without any tolerance.
  func prove(_ tables: TableSet, checker: Checker) -> Bool {
    var exact: [FigureAddress: Figure] = [:]
    for figure in tables.tables.flatMap(\.figures) {
      guard case .number(let count, let decimals) = figure.figure.content, case .money(let unit) = figure.figure.unit
      else { continue }
      let amount = Amount(fen: amounts[figure.address] ?? 0)
      guard Figure(amount, in: unit, decimals: decimals).content == .number(count: count, decimals: decimals) else {
        return false
      }
      exact[figure.address] = Figure(amount, in: .yuan, decimals: 2)
    }
    return checker.examination(of: tables.replacing(exact)).relations.allSatisfy { relation in
      guard relation.isEquality else { return true }
      switch relation.outcome {
      case .violated, .withinRounding: return false
      default: return true
      }
    }
  }
}

/// The search for whole numbers within bounds that satisfy equations whose weights are 1 and −1.
private struct Search {
  struct Term {
    let position: Int
    let weight: Int64
  }

  private struct Bounds {
    var low: [Int64]
    var high: [Int64]
  }

  let equations: [[Term]]
  private let equationsOf: [[Int]]

  init(equations: [[Term]], figures: Int) {
    self.equations = equations
    var equationsOf = Array(repeating: [Int](), count: figures)
    for (number, equation) in equations.enumerated() {
      for term in equation { equationsOf[term.position].append(number) }
    }
    self.equationsOf = equationsOf
  }

  func solution(_ low: [Int64], _ high: [Int64]) -> [Int64]? {
    var bounds = Bounds(low: low, high: high)
    guard narrow(&bounds, from: Array(equations.indices)) else { return nil }
    let target = nearSolution(bounds)
    var failures = 0
    return fix(0, bounds, target, &failures)?.low
  }

  /// Narrows the bounds by the equations until nothing changes; false when nothing is left for a figure.
  private func narrow(_ bounds: inout Bounds, from first: [Int]) -> Bool {
    var queue = first
    var isQueued = Array(repeating: false, count: equations.count)
    for equation in first { isQueued[equation] = true }
    var head = 0
    let limit = 100 * (equations.count + 1)
    while head < queue.count {
      if head > limit { return true }
      let number = queue[head]
      head += 1
      isQueued[number] = false
      var sumLow: Int64 = 0
      var sumHigh: Int64 = 0
      for term in equations[number] {
        sumLow += term.weight > 0 ? bounds.low[term.position] : -bounds.high[term.position]
        sumHigh += term.weight > 0 ? bounds.high[term.position] : -bounds.low[term.position]
      }
      if sumLow > 0 || sumHigh < 0 { return false }
      for term in equations[number] {
        let (low, high) = (bounds.low[term.position], bounds.high[term.position])
        let (ownLow, ownHigh) = term.weight > 0 ? (low, high) : (-high, -low)
        let newLow = max(ownLow, ownHigh - sumHigh)
        let newHigh = min(ownHigh, ownLow - sumLow)
        guard newLow != ownLow || newHigh != ownHigh else { continue }
        if newLow > newHigh { return false }
        (bounds.low[term.position], bounds.high[term.position]) =
          term.weight > 0 ? (newLow, newHigh) : (-newHigh, -newLow)
        sumLow += newLow - ownLow
        sumHigh += newHigh - ownHigh
        for other in equationsOf[term.position] where !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
    return true
  }

  /// A point inside the bounds that the equations have pulled at many times over, each spreading its gap over its terms.
  ///
  /// The bounds are taken a little closer than they are, so that whole fen next to the point lie inside too.
  private func nearSolution(_ bounds: Bounds) -> [Int64] {
    let center = zip(bounds.low, bounds.high).map { $0 / 2 + $1 / 2 }
    let reach = zip(bounds.low, bounds.high).map { Double($1 - $0) / 2 * 0.999 }
    // What is moved are the distances from the centers: small numbers, which a Double holds to a part of a fen.
    var moved = Array(repeating: 0.0, count: center.count)
    let gaps = equations.map { $0.reduce(0) { $0 + $1.weight * center[$1.position] } }
    for _ in 0..<3_000 {
      var largest = 0.0
      for (number, equation) in equations.enumerated() {
        var gap = Double(gaps[number])
        var free = 0.0
        for term in equation {
          gap += Double(term.weight) * moved[term.position]
          free += reach[term.position] > 0 ? 1 : 0
        }
        if free == 0 || abs(gap) < 0.01 { continue }
        largest = max(largest, abs(gap))
        for term in equation where reach[term.position] > 0 {
          let to = moved[term.position] - Double(term.weight) * gap / free
          moved[term.position] = min(max(to, -reach[term.position]), reach[term.position])
        }
      }
      if largest < 0.5 { break }
    }
    return zip(center, moved).map { $0 + Int64($1.rounded()) }
  }

  /// Fixes the figures from `first` on next to the target, trying what remains on either side where that fails.
  private func fix(_ first: Int, _ bounds: Bounds, _ target: [Int64], _ failures: inout Int) -> Bounds? {
    var bounds = bounds
    for position in first..<bounds.low.count where bounds.low[position] < bounds.high[position] {
      let (low, high) = (bounds.low[position], bounds.high[position])
      let value = min(max(target[position], low), high)
      var trial = bounds
      (trial.low[position], trial.high[position]) = (value, value)
      if narrow(&trial, from: equationsOf[position]) {
        bounds = trial
        continue
      }
      failures += 1
      guard failures < 300 else { return nil }
      for (low, high) in [(low, value - 1), (value + 1, high)] where low <= high {
        var trial = bounds
        (trial.low[position], trial.high[position]) = (low, high)
        if narrow(&trial, from: equationsOf[position]), let found = fix(position, trial, target, &failures) {
          return found
        }
      }
      return nil
    }
    return bounds
  }
}
