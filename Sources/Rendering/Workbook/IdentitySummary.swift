import Checks

/// Cases that are not listed one by one, brought together by their identity and verdict.
struct IdentitySummary {
  /// The cases of an identity that came out alike.
  struct Group {
    let identity: String
    let verdict: String
    var count = 0
    /// Different reasons or places, in the order of the cases.
    var examples: [String] = []

    /// How many there are, and the first few.
    var words: String {
      let named = examples.prefix(3).joined(separator: "；") + (examples.count > 3 ? "；等" : "")
      return named.isEmpty ? "\(count) 处" : "\(count) 处：\(named)"
    }
  }

  private var cases: [String: [Group]] = [:]
  private var order: [String]

  /// A summary of nothing yet; identities come in the order given.
  init(order: [String]) {
    var seen: Set<String> = []
    self.order = order.filter { seen.insert($0).inserted }
  }

  /// Adds a case; an example may be blank.
  mutating func add(_ identity: String, _ outcome: Outcome, example: String) {
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
  var groups: [Group] { order.flatMap { cases[$0] ?? [] } }
}

extension Outcome {
  /// The verdict in a word.
  var verdict: String {
    switch self {
    case .equal: "相符"
    case .withinRounding: "舍入差异"
    case .violated: "不符"
    case .notApplicable: "不适用"
    case .notChecked: "未核对"
    }
  }

  /// Whether the sides were compared.
  var isChecked: Bool { reason == nil }

  /// Why they were not.
  var reason: String? {
    switch self {
    case .notApplicable(let reason), .notChecked(let reason): reason
    case .equal, .withinRounding, .violated: nil
    }
  }

  /// By how much they may differ, where they do.
  var allowed: Int64? {
    switch self {
    case .withinRounding(_, let allowed), .violated(_, let allowed): allowed
    case .equal, .notApplicable, .notChecked: nil
    }
  }
}
