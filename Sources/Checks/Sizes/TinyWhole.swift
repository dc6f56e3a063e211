import Accounts
import Tables

extension SizeCheck {
  /// S03: a unit that has less than 1 万元 in all.
  static let tinyWhole = SizeCheck(.tinyWhole) { rule, input in
    let wholes = input.limits.wholes.compactMap(input.entry).filter { $0.isNumber && $0.center > 0 }
    guard let largest = wholes.map(\.high).max(), largest < input.limits.leastWhole else { return [] }
    let isInYuan = wholes.contains { $0.figure.figure.unit == .money(.yuan) }
    return [
      rule.finding(
        "全年收支总计不到 1 万元，\(isInYuan ? "金额单位可能应是万元" : "金额可能多除了一次 10000")",
        wholes.map { IdentityFinding.operand($0.figure, input.tables) })
    ]
  }
}
