import Accounts
import Tables

/// Makes the finding of figures that cannot all be right.
enum JointFinding {
  /// The rule's id.
  static let rule = "J01"

  static func finding(_ conflict: JointCheck.Conflict, engine: IdentityEngine, tables: TableSet) -> Finding {
    let identities = conflict.cases.map { engine.identities[engine.soundEqualities[$0].identity].identity.id }
    var seen: Set<String> = []
    let related = identities.filter { seen.insert($0).inserted }
    return Finding(
      rule: rule, severity: .error,
      message: "这 \(conflict.figures.count) 个数逐项看都在舍入误差以内，合在一起却没有一组准确的金额能同时印成这样",
      operands: conflict.figures.map { IdentityFinding.operand(engine.index.entries[$0].figure, tables) },
      advice: "其中至少有一个数有误，请与账核对（依据 \(related.joined(separator: "、"))）", related: related)
  }
}
