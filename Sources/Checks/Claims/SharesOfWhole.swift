import Accounts
import Tables

extension ClaimCheck {
  /// N06: the shares of all parts of a whole.
  static let sharesOfWhole = ClaimCheck(.sharesOfWhole) { rule, input in
    var groups: [(base: String, section: String, claims: [Claim])] = []
    for claim in input.prose.claims where claim.measure == .share {
      guard let base = claim.base else { continue }
      let section = input.section(of: claim.line)
      if let group = groups.firstIndex(where: { $0.base == base && $0.section == section }) {
        groups[group].claims.append(claim)
      } else {
        groups.append((base, section, [claim]))
      }
    }
    return groups.compactMap { group -> Result? in
      // Only parts that make up the whole have shares that make up 100%.
      guard group.claims.count > 1, let whole = input.value(of: group.base, near: group.claims[0].line) else {
        return nil
      }
      let parts = group.claims.compactMap { input.value(of: $0.quantity, near: $0.line) }
      let others = group.claims.dropFirst().map { $0 } + [whole.claim] + parts.map(\.claim)
      guard parts.count == group.claims.count, parts.reduce(0, { $0 &+ $1.low }) <= whole.high,
        parts.reduce(0, { $0 &+ $1.high }) >= whole.low, whole.center > 0
      else { return nil }
      var sum: Int64 = 0
      var slack: Int64 = 0
      for claim in group.claims {
        guard case .number(let count, let decimals) = claim.figure.content, decimals <= 6 else { return nil }
        let step = (decimals..<6).reduce(Int64(1)) { step, _ in step * 10 }
        sum = sum &+ count &* step
        slack += step / 2
      }
      // What the printed parts differ from the printed whole shows in their shares too.
      let apart = parts.reduce(0) { $0 &+ $1.center } &- whole.center
      slack += Int64(clamping: Int128(apart.magnitude) * 100_000_000 / Int128(whole.center)) + 1
      let residual = sum &- 100_000_000
      guard residual.magnitude > UInt64(slack) else {
        return Result(
          group.claims[0], residual == 0 ? .equal : .withinRounding(residual: residual, allowed: slack),
          with: others)
      }
      return Result(
        group.claims[0], .violated(residual: residual, allowed: slack), with: others,
        finding: Finding(
          rule: rule.id, severity: rule.severity, message: "占\(input.prose.words(for: group.base))的各项比例合计不是 100%",
          operands: group.claims.map(input.operand), residual: decimalText(residual, decimals: 6),
          advice: rule.advice(nil)))
    }
  }
}
