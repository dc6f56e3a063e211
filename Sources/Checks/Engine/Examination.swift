package import Tables

/// The identities (勾稽关系) of one disclosure, evaluated once: what is noted under its tables, found in them and shown of
/// them all comes from here.
package struct Examination: Sendable {
  /// The tables, with the text beside them.
  package let tables: TableSet
  let engine: IdentityEngine
  private let checker: Checker

  var assumed: Set<String> { checker.assumed }
  var categories: CategoryLines { checker.categories }

  init(_ tables: TableSet, _ engine: IdentityEngine, _ checker: Checker) {
    (self.tables, self.engine, self.checker) = (tables, engine, checker)
  }

  /// The same for tables with the same figures and text and other notes.
  package func with(notesOf tables: TableSet) -> Examination { Examination(tables, engine, checker) }

  /// What each rule says, by its id.
  package var titles: [String: String] {
    Dictionary(checker.catalogue.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cases in the order of the catalogue.
  package var results: [CaseResult] { engine.results }

  /// Whether rounded parts somewhere in the tables do not add up to their rounded whole; what the text says is left
  /// aside.
  package var leavesResidual: Bool {
    engine.cases.contains { one, outcome in
      guard case .withinRounding = outcome else { return false }
      return !(one.left + one.right).contains { engine.index.entries[$0.position].figure.address.table == .prose }
    }
  }

  /// Every case of every identity between the figures, those of conditional identities included.
  package var relations: [Relation] {
    let expansion = CaseExpansion(index: engine.index, categories: checker.categories)
    var evaluated = engine.cases[...]
    return engine.identities.enumerated().flatMap { number, parsed -> [Relation] in
      if engine.unmetCondition(of: parsed.identity, tables, checker.assumed) == nil {
        let own = evaluated.prefix { $0.one.identity == number }
        evaluated = evaluated.dropFirst(own.count)
        return own.map { Relation($0.one, of: parsed.identity, outcome: $0.outcome, index: engine.index) }
      }
      return parsed.formulas.flatMap { formula in
        expansion.cases(of: formula, identity: number, columns: parsed.identity.columns ?? []).cases
          .map { Relation($0, of: parsed.identity, outcome: nil, index: engine.index) }
      }
    }
  }
}
