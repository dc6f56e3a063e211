/// Which of some things hang together (并查集), as more and more of them are joined; close to a constant time a step.
package struct DisjointSets: Sendable {
  private var parents: [Int]

  /// So many things, each by itself.
  package init(count: Int = 0) { parents = Array(0..<count) }

  /// One more thing, by itself.
  package mutating func append() { parents.append(parents.count) }

  /// The thing that stands for all that hang together with one.
  package mutating func root(of thing: Int) -> Int {
    var thing = thing
    while parents[thing] != thing {
      parents[thing] = parents[parents[thing]]
      thing = parents[thing]
    }
    return thing
  }

  /// Joins what two things stand for; the second's stands for both.
  package mutating func join(_ one: Int, to other: Int) { parents[root(of: one)] = root(of: other) }
}
