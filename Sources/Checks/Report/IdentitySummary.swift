/// Cases that are not listed one by one, brought together by their identity and verdict.
package struct IdentitySummary {
  /// The cases of an identity that came out alike.
  package struct Group {
    package let identity: String
    package let verdict: String
    package fileprivate(set) var count = 0
    /// Different reasons or places, in the order of the cases.
    package fileprivate(set) var examples: [String] = []

    /// How many there are, and the first few.
    package var words: String {
      let named = examples.prefix(3).joined(separator: "；") + (examples.count > 3 ? "；等" : "")
      return named.isEmpty ? "\(count) 处" : "\(count) 处：\(named)"
    }
  }

  private var cases: [String: [Group]] = [:]
  private var order: [String]

  /// A summary of nothing yet; identities come in the order given.
  package init(order: [String]) {
    var seen: Set<String> = []
    self.order = order.filter { seen.insert($0).inserted }
  }

  /// Adds a case; an example may be blank.
  package mutating func add(_ identity: String, _ outcome: Outcome, example: String) {
    var groups = cases[identity] ?? []
    let index = groups.firstIndex { $0.verdict == outcome.verdict } ?? groups.count
    if index == groups.count { groups.append(Group(identity: identity, verdict: outcome.verdict)) }
    groups[index].count += 1
    if !example.isEmpty, groups[index].examples.count < 4, !groups[index].examples.contains(example) {
      groups[index].examples.append(example)
    }
    cases[identity] = groups
  }

  /// The groups by identity.
  package var groups: [Group] { order.flatMap { cases[$0] ?? [] } }
}
