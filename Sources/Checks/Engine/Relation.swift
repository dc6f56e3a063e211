package import Accounts
package import Tables

/// A case of an identity spelled out: which figures it relates, and whether the checks applied it.
package struct Relation: Sendable {
  /// A figure and the sign with which it enters the sum.
  package struct Term: Sendable {
    package let address: FigureAddress
    /// What is printed, a decrease of the text as a number below zero.
    package let content: Figure.Content
    /// In what it counts.
    package let unit: Figure.Unit
    package let weight: Int64
  }

  /// The identity's id.
  package let identity: String
  /// Whether the sum of the terms is 0; otherwise it is at most 0.
  package let isEquality: Bool
  /// All terms on one side.
  package let terms: [Term]
  /// How the case came out; nil for a case of an identity whose condition is not known to hold.
  package let outcome: Outcome?
}

extension Relation {
  init(_ one: Case, of identity: Identity, outcome: Outcome?, index: FigureIndex) {
    func terms(_ side: [Case.Term], sign: Int64) -> [Term] {
      side.map {
        let entry = index.entries[$0.position]
        return Term(
          address: entry.figure.address, content: entry.signedContent, unit: entry.figure.figure.unit,
          weight: sign * $0.weight)
      }
    }
    self.init(
      identity: identity.id, isEquality: one.relation == .equal,
      terms: terms(one.left, sign: 1) + terms(one.right, sign: -1), outcome: outcome)
  }
}
