import Accounts
import Tables

extension ClaimCheck {
  /// N22: what is listed under 主要包括 has an amount.
  static let listed = ClaimCheck(.listed) { rule, input in
    input.prose.claims.compactMap { claim -> Result? in
      guard claim.measure == .listing else { return nil }
      guard let printed = input.printed(claim.quantity) else {
        return Result(claim, .notChecked("没有读到这个科目的数"))
      }
      if printed.center != 0 { return Result(claim, .equal) }
      return Result(
        claim, .violated(residual: 0, allowed: 0),
        finding: rule.finding(
          "列为主要内容的科目在表上没有金额", claim, input, with: [printed.operand]))
    }
  }

  /// N25: what is said not to have happened has no amount.
  static let absent = ClaimCheck(.absent) { rule, input in
    input.prose.claims.compactMap { claim -> Result? in
      guard claim.measure == .absence, let address = input.catalogue.addresses(of: claim.quantity).first else {
        return nil
      }
      guard input.index.has(address.table) else {
        return Result(claim, .notChecked("没有读到\(address.table.publicName)"))
      }
      if let reason = input.unread(claim.quantity) {
        return Result(claim, .notChecked(reason))
      }
      guard let printed = input.printed(claim.quantity), printed.center != 0 else {
        return Result(claim, .equal)
      }
      return Result(
        claim, .violated(residual: printed.center, allowed: 0),
        finding: rule.finding(
          "文字说没有，表上却有金额", claim, input, with: [printed.operand]))
    }
  }
}
