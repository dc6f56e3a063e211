/// The cases of identities that were compared, by rule in the order of the catalogue.
package struct ComparedRelations: Sendable {
  /// The cases of a rule.
  package struct Group: Sendable {
    /// The rule's id.
    package let rule: String
    /// Its cases with how each came out: equal, within rounding, or violated.
    package fileprivate(set) var cases: [(relation: Relation, outcome: Outcome)] = []
    /// How many came out in which way.
    package fileprivate(set) var counts = CheckReport.Counts()
  }

  package private(set) var groups: [Group] = []

  /// How many cases there are.
  package var count: Int { groups.reduce(0) { $0 + $1.cases.count } }

  /// What was compared among cases; linear in them.
  package init(of relations: [Relation]) {
    for relation in relations {
      guard let outcome = relation.outcome, outcome.isChecked else { continue }
      if groups.last?.rule != relation.identity { groups.append(Group(rule: relation.identity)) }
      let last = groups.count - 1
      groups[last].cases.append((relation, outcome))
      switch outcome {
      case .equal: groups[last].counts.equal += 1
      case .withinRounding: groups[last].counts.withinRounding += 1
      case .violated: groups[last].counts.violated += 1
      case .notApplicable, .notChecked: break
      }
    }
  }
}
