import Accounts
package import Tables

extension Checker {
  /// The tables with the doubtful figures of pictures (识别存疑) that relations settle: one of its readings alone satisfies them to
  /// the digit, and none contradicts it.
  ///
  /// Only figures of which there is no doubt settle others, each by itself: a figure that was settled proves nothing.
  package func settlingDoubts(of tables: TableSet) -> TableSet {
    let doubts = tables.doubtfulFigures.prefix(Self.mostDoubts)
    let settled = doubts.compactMap { doubt -> (doubt: DoubtfulFigure, figure: Figure)? in
      let verdicts = doubt.candidates.map { verdict(on: $0, doubt, tables) }
      // A reading that rounding alone could explain may be the right one.
      guard verdicts.count(where: { $0 == .satisfied }) == 1, !verdicts.contains(.open),
        let place = verdicts.firstIndex(of: .satisfied)
      else { return nil }
      return (doubt: doubt, figure: doubt.candidates[place])
    }
    return tables.settling(settled)
  }

  /// Most doubtful figures that are tried: the identities are evaluated for each.
  private static let mostDoubts = 400

  /// What relations say of a reading.
  private enum Verdict {
    /// It satisfies at least one equality with other figures to the digit, and contradicts none.
    case satisfied
    case contradicted
    case open
  }

  private func verdict(on figure: Figure, _ doubt: DoubtfulFigure, _ tables: TableSet) -> Verdict {
    var trial = tables.settling([(doubt: doubt, figure: figure)])
    trial.settled = []
    let engine = IdentityEngine(trial, identities: identities, categories: categories, assuming: assumed)
    guard let position = engine.index.position(doubt.address) else { return .open }
    var isSatisfied = false
    for (one, outcome) in engine.cases {
      let terms = one.left + one.right
      guard terms.contains(where: { $0.position == position }) else { continue }
      switch outcome {
      case .violated: return .contradicted
      case .equal:
        let others = terms.filter { $0.position != position && engine.index.entries[$0.position].isNumber }
        // What the text says was recognised too, and may be of another.
        let isOfTables = others.allSatisfy { engine.index.entries[$0.position].figure.address.table != .prose }
        if one.relation == .equal, !others.isEmpty, isOfTables { isSatisfied = true }
      case .withinRounding, .notApplicable, .notChecked: break
      }
    }
    return isSatisfied ? .satisfied : .open
  }
}
