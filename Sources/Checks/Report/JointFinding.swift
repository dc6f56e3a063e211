import Accounts
import Tables

/// Makes the finding of figures that cannot all be right.
enum JointFinding {
  static func finding(
    _ rule: Rule, _ conflict: JointCheck.Conflict, engine: IdentityEngine, tables: TableSet
  ) -> Finding {
    let identities = conflict.cases.map { engine.identities[engine.soundEqualities[$0].identity].identity.id }
    var seen: Set<String> = []
    let related = identities.filter { seen.insert($0).inserted }
    return Finding(
      rule: rule.id, severity: rule.severity,
      message: "这 \(conflict.figures.count) 个数逐项看都在舍入误差以内，合在一起却没有一组准确的金额能同时印成这样",
      operands: conflict.figures.map { IdentityFinding.operand(engine.index.entries[$0].figure, tables) },
      advice: rule.advice(nil, [("依据", related.joined(separator: "、"))]), related: related)
  }
}
