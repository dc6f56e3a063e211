import Accounts
import Tables

extension ClaimCheck {
  /// N01: an amount or a count that a sentence states and a table prints.
  static let statedAsPrinted = ClaimCheck(.statedAsPrinted) { rule, input in
    input.prose.claims.compactMap { claim -> Result? in
      guard claim.measure == .amount else { return nil }
      let addresses = input.catalogue.addresses(of: claim.quantity)
      guard let address = addresses.first else { return nil }
      guard input.index.has(address.table) else {
        return Result(claim, .notChecked("没有读到\(address.table.publicName)"))
      }
      if let reason = input.unread(claim.quantity) {
        return Result(claim, .notChecked(reason))
      }
      guard let stated = input.value(of: claim) else {
        return Result(claim, .notChecked("数太大，无法核对"))
      }
      let printed: ClaimInput.Value
      if let value = input.printed(claim.quantity) {
        printed = value
      } else if address.table != .t06, Coverage.codeTables.contains(address.table) {
        // Only codes with amounts are printed, so that a code which is not there has none.
        let operand = Finding.Operand(address: address.description, label: "表中没有这个科目", printed: "", place: nil)
        printed = ClaimInput.Value(low: 0, high: 0, center: 0, operand: operand)
      } else {
        return Result(claim, .notChecked("没有读到 \(address)"))
      }
      if stated.center == printed.center { return Result(claim, .equal) }
      let residual = stated.center &- printed.center
      // A sentence may round further than the table does, or less far.
      let isCoarser = stated.high &- stated.low > printed.high &- printed.low
      let isFiner = stated.high &- stated.low < input.lastPlace(of: addresses) / 2
      if isCoarser || isFiner, stated.low <= printed.high, stated.high >= printed.low {
        let allowed = max(stated.high &- stated.center, printed.high &- printed.center)
        return Result(claim, .withinRounding(residual: residual, allowed: allowed))
      }
      return Result(
        claim, .violated(residual: residual, allowed: 0),
        finding: rule.finding(
          "文字中的\(input.prose.words(for: claim.quantity))与表中的数不一致", claim, input, with: [printed.operand],
          expected: printed.operand.printed.isEmpty ? nil : printed.operand.printed,
          residual: claim.figure.unit.text(ofDifference: residual)))
    }
  }
}

extension ClaimInput {
  /// The last place of what the tables print at addresses, the coarsest; 0 where they print nothing.
  fileprivate func lastPlace(of addresses: [FigureAddress]) -> Int64 {
    addresses.compactMap { index.position($0).map { index.entries[$0].step } }.max() ?? 0
  }
}
