package import Accounts

/// A text that somebody wrote into a ledger to be printed: a row of 文字, or a 变动原因 of 预算.
package struct LedgerText: Sendable {
  /// Where it stands.
  package let place: SourceLocation
  /// What it is for: 科目支出变动原因 205.
  package let purpose: String
}

extension Ledger {
  /// All of them, in the order of the sheets.
  var reasonsAndTexts: [LedgerText] {
    let reason = schema.heading(.budget, .changeReason)
    return budget.filter { $0.reason != nil }.map { row in
      LedgerText(
        place: schema.place(of: row, at: .changeReason), purpose: "\(row.fund.rawValue) \(row.code.digits) \(reason)")
    }
      + texts.map { row in
        LedgerText(
          place: schema.place(of: row, at: .content),
          purpose: [row.section, row.code?.digits].compactMap { $0 }.joined(separator: " "))
      }
  }
}
