import Accounts
import Tables

/// Makes the findings of amounts that should be printed alike and differ by a last place (尾差): one for all the places
/// of an amount.
enum LastPlaceFinding {
  static func findings(_ rule: Rule, engine: IdentityEngine, tables: TableSet) -> [Finding] {
    var groups: [(positions: [Int], identities: [String])] = []
    for violation in engine.lastPlaces {
      let one = violation.violated
      let pair = (one.left + one.right).map(\.position).filter { engine.index.entries[$0].isNumber }
      let touched = groups.indices.filter { !Set(groups[$0].positions).isDisjoint(with: pair) }
      var group = (positions: pair, identities: [engine.identities[one.identity].identity.id])
      for index in touched.reversed() {
        let known = groups.remove(at: index)
        group = (known.positions + group.positions, known.identities + group.identities)
      }
      groups.append(group)
    }
    return groups.map { group in
      var seen: Set<Int> = []
      let entries = group.positions.filter { seen.insert($0).inserted }.map { engine.index.entries[$0] }
      let centers = entries.map(\.center)
      var named: Set<String> = []
      return Finding(
        rule: rule.id, severity: rule.severity, message: "这 \(entries.count) 处应是同一个数，末位不同，是尾差",
        operands: entries.map { IdentityFinding.operand($0.figure, tables) },
        residual: entries.first.map {
          $0.figure.figure.unit.text(ofDifference: (centers.max() ?? 0) &- (centers.min() ?? 0))
        },
        advice: rule.advice, related: group.identities.filter { named.insert($0).inserted })
    }
  }
}
