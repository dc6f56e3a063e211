import Accounts
import Tables

extension SizeCheck {
  /// S02: quantities about ten thousand times last year's or their budget, or a ten thousandth: one of the two is in 元,
  /// the other in 万元.
  static let unitOfChange = SizeCheck(.unitOfChange) { rule, input in
    var found: [(base: String, quantity: String, operands: [Finding.Operand])] = []
    for quantity in input.comparedQuantities {
      guard let now = input.size(of: quantity) else { continue }
      let bases = [
        ("上年", input.lastYear(of: quantity)), ("全年预算", input.size(of: Claim.budget("全年预算", of: quantity))),
        ("年初预算", input.size(of: Claim.budget("年初预算", of: quantity))),
      ]
      for case (let base, let before?) in bases where input.differByUnit(now.fen, before.fen) {
        found.append((base, quantity, now.operands() + before.operands()))
      }
    }
    return ["上年", "全年预算", "年初预算"].compactMap { base in
      let group = found.filter { $0.base == base }
      guard !group.isEmpty else { return nil }
      return rule.finding(
        "\(group.map(\.quantity).joined(separator: "、"))与\(base)数相差约一万倍，可能一个以元计，另一个以万元计",
        group.flatMap(\.operands))
    }
  }
}
