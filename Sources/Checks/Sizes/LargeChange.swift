import Accounts
import Tables

extension SizeCheck {
  /// S01: a quantity of a unit's size that is more than ten times last year's, less than a tenth of it, or more than ten
  /// times its budget.
  static let largeChange = SizeCheck(.largeChange) { rule, input in
    func exceeds(_ large: Int64, _ small: Int64) -> Bool {
      large >= input.limits.leastChanged && small > 0 && large / input.limits.change >= small
        && large > small * input.limits.change && !input.differByUnit(large, small)
    }
    let pairs = input.limits.quantities.compactMap { quantity in input.size(of: quantity).map { (quantity, $0) } }
    let changed = pairs.compactMap { quantity, now -> (String, [Finding.Operand])? in
      guard let before = input.lastYear(of: quantity), exceeds(now.fen, before.fen) || exceeds(before.fen, now.fen)
      else { return nil }
      return (quantity, now.operands() + before.operands())
    }
    let exceeded = pairs.compactMap { quantity, now -> (String, [Finding.Operand])? in
      for name in ["全年预算", "年初预算"] {
        guard let budget = input.size(of: Claim.budget(name, of: quantity)), exceeds(now.fen, budget.fen) else {
          continue
        }
        return (quantity, now.operands() + budget.operands())
      }
      return nil
    }
    func finding(_ found: [(String, [Finding.Operand])], _ what: String) -> [Finding] {
      found.isEmpty
        ? [] : [rule.finding("\(found.map(\.0).joined(separator: "、"))\(what)，可能多写或少写了一位", found.flatMap(\.1))]
    }
    return finding(changed, "与上年相差十倍以上") + finding(exceeded, "超过预算的十倍")
  }
}
