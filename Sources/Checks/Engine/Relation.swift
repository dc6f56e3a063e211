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

extension Checker {
  /// What each identity and each check of sentences says, by its id.
  package var titles: [String: String] {
    let all =
      identities.map { ($0.identity.id, $0.identity.title) } + ClaimCheck.all.map { ($0.id, $0.title) }
      + YearCheck.all.map { ($0.id, $0.title) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// Every case of every identity between the figures of a disclosure, those of conditional identities included.
  package func relations(between tables: TableSet) -> [Relation] {
    let engine = IdentityEngine(tables, identities: identities, categories: categories, assuming: assumed)
    let expansion = CaseExpansion(index: engine.index, categories: categories)
    let violated = Set(engine.violations.map { identities[$0.violated.identity].identity.id })
    return identities.enumerated().flatMap { number, parsed -> [Relation] in
      let applies = engine.unmetCondition(of: parsed.identity, tables, assumed) == nil
      return parsed.formulas.flatMap { formula in
        expansion.cases(of: formula, identity: number, columns: parsed.identity.columns ?? []).cases.map { one in
          func terms(_ side: [Case.Term], sign: Int64) -> [Relation.Term] {
            side.map {
              let entry = engine.index.entries[$0.position]
              return Relation.Term(
                address: entry.figure.address, content: entry.signedContent, unit: entry.figure.figure.unit,
                weight: sign * $0.weight)
            }
          }
          var outcome = applies ? engine.outcome(of: one, parsed.identity.class) : nil
          if case .violated = outcome, let closer = (parsed.identity.impliedBy ?? []).first(where: violated.contains) {
            outcome = .notApplicable("已由 \(closer) 指出")
          }
          return Relation(
            identity: parsed.identity.id, isEquality: one.relation == .equal,
            terms: terms(one.left, sign: 1) + terms(one.right, sign: -1),
            outcome: outcome)
        }
      }
    }
  }
}
